// Owns the other ways to ask about a topic: lists of words and phrases with gaps, in English and Spanish. The topics themselves, with
// the facts that answer them, stand in the topic tables. What no record answers has no place here.
import { anyOf, outside, phrase, type Reads, together, without, words } from "./guards/matchers.ts";

/** Ways of paying; a cheque is one only where it is no look into somebody's past. */
const PAID_WITH = words(`
  zelle venmo paypal cash_?app cash efectivo checks? cheques? money_orders? credit_cards? debit(?:_cards?)? cards? tarjeta transferencia
  (?:bank_)?transfers? ach auto_?pay portal online
`);
const PAYS = words(`
  pay pays paying paid pagar pago pagos pague paga accept accepts take acepta aceptan recibe reciben toman swipe mailed
`);
const CHECKED =
  /\b(?:credit|background|reference|income|soft|hard|pay) ?checks?\b|\bcheck (?:it|out|in|on|the|my|if|with)\b|\b(?:gets?|got|getting|am|im) paid\b/u;
const PAID_TO =
  /\b(?:to whom|who|which bank|what bank|your bank|a quien|que banco|deposit back|late|weekly|in advance|crypto\w*)\b/u;
const UTILITY = words(
  "gas luz agua water heat heating electric electricity power gastos servicios utilities utils calefaccion bills",
);
const INCLUDED = words(
  "included include includes incluye incluyen incluid[oa]s? aparte extra separate separately covered thrown_in on_top",
);
const MAY = words("can could may puedo podemos podria possible able_to would_i would_we");
const VEHICLE = words("car cars truck pickup pick-up van suv carro coche auto camioneta moto motorcycle troca");
const WHEN = words(
  "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sep(?:t|tember)? oct(?:ober)? nov(?:ember)? dec(?:ember)? \\d{1,2}(?:st|nd|rd|th) \\d{1,2}/\\d{1,2} enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
);

/** By the id of the topic. */
export const ALSO_ASKED: Readonly<Record<string, Reads>> = {
  payment: without(
    [CHECKED],
    (text) =>
      !PAID_TO.test(text) &&
      anyOf(
        phrase(PAYS, 6, PAID_WITH),
        phrase(PAID_WITH, 2, words("or o"), 2, PAID_WITH),
        phrase(PAID_WITH, words("ok okay fine accepted")),
      )(text),
  ),
  lease_terms: anyOf(
    phrase(
      words("shortest longest minimum min minimo"),
      4,
      words("let sign rent stay lease leases months meses estancia contrato"),
    ),
    phrase(words("sign firmar commit"), 4, words("years? yrs? months? meses ano anos")),
    phrase(words("(?:full|whole|entire)_(?:yr|year)")),
    phrase(words("lease"), 1, words("that_short so_short")),
  ),
  early_end: anyOf(
    phrase(
      words("need want get let cancel cancell?ing end ending break breaking terminate leave"),
      4,
      words("early antes"),
    ),
    phrase(words("break breaking cancel cancell?ing romper cancelar"), 2, words("lease contract contrato")),
  ),
  /** "My roommate kept ferrets" asks nothing. */
  pets: outside(
    /\b(?:kept|had|used to have)\b/u,
    anyOf(
      phrase(
        words(`
    budgies? cockatiels? parakeets? canar(?:y|ies) tortoises? turtles? geckos? iguanas? snakes? bearded_dragons? guinea_pigs? chinchillas?
    hedgehogs? ferrets? hamsters? fish_tank aquarium betta hens? chickens? pez peces conej[oa]s? loros? tortugas? pericos? canarios? cachorr[oa]s?
    pooch greyhound dachshund collie rottweiler doberman shih_tzu yorkie maltese pug mastiff retriever schnauzer
  `),
      ),
    ),
  ),
  parking: anyOf(
    phrase(words("leave put keep dejar guardar meter space spot place room lugar"), 4, VEHICLE),
    phrase(words("aparcar aparco estaciono estacionamos parquear parqueadero")),
  ),
  utilities: anyOf(phrase(UTILITY, 3, INCLUDED), phrase(INCLUDED, 2, UTILITY)),
  deposit_terms: anyOf(
    phrase(words("deposit deposito fianza"), 2, words("back returned refundable devuelven devuelve")),
  ),
  move_in_cost: anyOf(
    phrase(words("first primer"), 3, words("last ultimo"), 3, words("security deposit deposito")),
    phrase(words("out_of_pocket cash"), 3, words("day_one")),
    phrase(words("first_last first_and_last first_or_last")),
    phrase(
      words("owe pay need due cash cuanto pago"),
      6,
      words("signing_day get_the_keys day_one para_entrar to_get_in move-?in_day"),
    ),
  ),
  application_fee: anyOf(
    phrase(
      words("how_much cuanto what"),
      3,
      words("charge cost cobran cobra cuesta fee"),
      2,
      words("apply application aplicar solicitud"),
    ),
  ),
  application_status: anyOf(
    phrase(words("where"), 2, words("stand stands")),
    phrase(
      words("sent submitted mailed mande envie"),
      3,
      words("application app forms? paperwork papers docs papeles solicitud"),
    ),
  ),
  deposit: anyOf(phrase(words("sec_dep security_dep depo dep garantia"))),
  move_in_date: anyOf(
    phrase(words("when cuando"), 4, words("vacant empty vacate vacia desocupad[oa] desocupa desocupan")),
    phrase(words("earliest soonest"), words("date day i_can you_can possible")),
    phrase(words("que cual"), 1, words("fecha dia"), 3, words("entrar mudar mudarme disponible libre")),
    phrase(
      MAY,
      2,
      words("start begin get have take rent come_in move entrar empezar mudarme"),
      5,
      words("from on by desde el in before"),
      2,
      WHEN,
    ),
    phrase(MAY, 2, words("start begin move_in entrar empezar"), 2, WHEN),
  ),
  approval_time: anyOf(
    phrase(
      words("how_long how_fast how_soon how_quickly cuanto_tiempo cuanto"),
      5,
      words("hear approved approval answer decision respuesta aprob\\w+ tardan yes_or_no"),
    ),
    phrase(words("approval check screening decision checking"), 4, words("days hours weeks"), 1, words("or")),
  ),
  documents: anyOf(
    phrase(
      words("send upload submit mandar mando subir email"),
      3,
      words("docs documents paperwork papers papeles documentos"),
    ),
    phrase(words("que cuales what which"), 2, words("papeles papers docs documentos paperwork")),
  ),
  application: anyOf(
    phrase(words("process proceso procedure tramite"), 0, words("like work works")),
    phrase(
      words("whats_the what_is_the what_s_the how_does_the cual_es_el explain_the"),
      1,
      words("process proceso procedure tramite"),
    ),
    phrase(words("put"), words("my our"), words("names?"), words("down")),
    phrase(words("what where"), words("do_i do_we can_i"), words("sign fill")),
    phrase(words("que"), words("sigue hago tengo_que_hacer"), 2, words("rentar rentarlo alquilar apartarlo")),
  ),
  income: together(
    phrase(words("income earn ganar gano gana sueldo salary pay rent renta")),
    phrase(words("requirements? req reqs rule qualify 3_times three_times 3x tres_veces veces_la_renta x_the_rent")),
  ),
  requirements: anyOf(
    phrase(
      words("what que"),
      4,
      words("look_at check look_for run revisan"),
      3,
      words("screening applicants background"),
    ),
    phrase(words("what how"), 4, words("disqualif\\w+ qualify approve")),
    phrase(words("piden exigen"), 2, words("requisitos algo")),
  ),
  co_applicants: anyOf(
    phrase(
      words("both each all two everyone"),
      3,
      words("us adults tenants people person"),
      5,
      words("fill apply application form"),
    ),
    phrase(words("per"), words("applicant person adult"), words("or"), 2, words("household couple pair")),
    phrase(words("one una"), 3, words("per_household por_persona por_pareja per_couple")),
  ),
  address: anyOf(
    phrase(words("addy addr adress exact_location zip_code zipcode zip postcode codigo_postal")),
    phrase(words("what which que"), 2, words("street number block calle numero"), 2, words("is it was esta again es")),
  ),
  size: anyOf(
    phrase(
      words(
        "sq_footage square_met(?:er|re)s? sq_m sqm metros_cuadrados how_many_(?:sq|square)_?(?:ft|feet|meters)? footage",
      ),
    ),
  ),
  laundry: anyOf(
    phrase(words("wash lavar lavo lavan"), 3, words("clothes clothing ropa")),
    phrase(words("maquina_de_lavar washing_machines? laundry")),
  ),
  furnished: anyOf(
    phrase(
      words("come comes viene incluye have"),
      2,
      words("with con"),
      2,
      words("beds? desks? furniture mattress couch sofa cama camas muebles escritorio"),
    ),
  ),
  kitchen: anyOf(phrase(words("freezer horno microondas"))),
  guests: anyOf(
    phrase(
      words("girlfriend boyfriend gf bf partner novi[oa] friend friends mom mother sister brother parents"),
      2,
      words("stay stays crash crashes sleep sleeps visit visits visiting se_queda quedarse quede quedar"),
      1,
      words("over there here on at a unos los some with"),
    ),
    phrase(words("have traer invitar recibir"), 2, words("visitas visitors people_over friends_over invitados")),
  ),
  paint: anyOf(
    phrase(words("painting"), words("allowed ok okay")),
    phrase(words("pintar"), 2, words("paredes cuarto pared")),
  ),
  outdoor: anyOf(phrase(words("sit_outside outside_to_sit somewhere_outside roof_access"))),
  guarantor: anyOf(phrase(words("garant garants vouch_for co-?signer aval fiador"))),
  transit: anyOf(phrase(words("bus_stop parada guagua_cerca camiones tren trenes metrobus light_rail"))),
};
