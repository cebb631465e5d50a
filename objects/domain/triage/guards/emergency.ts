// Owns the recognition of danger to people or the home now: gas, fire, water, no heat, lock-outs, people in the house who should
// not be, violence, illness; in English and Spanish. Praise ("this place is fire"), equipment and what is over are no danger.
import { anyOf, outside, phrase, type Reads, without, words } from "./matchers.ts";

const PRAISED = words(`
  listing place apartment room kitchen view views pics photos spot deal price location it this that pad house decor
  bathroom unit studio rooftop loft ad
`);
const HARMLESS: readonly RegExp[] = [
  phrase(words("not isnt no non never nothing"), 2, words("(?:an_)?(?:\\w+_)?emergency")),
  phrase(
    PRAISED,
    words("is are looks?"),
    words("(?:so_|straight_|pure_|absolute_|absolutely_|literally_|actual_|total_|straight_up_)?fire"),
  ),
  phrase(
    words("hairs?(?:_is)? pants inbox phone schedule calendar market im i_am you_are youre hes shes"),
    1,
    "on fire",
  ),
  phrase(
    "fire",
    words(`
      sale pit pits place escapes? extinguishers? station safety code island exit
      alarms?_(?:in|and|required|work|inspect\\w*) sprinklers? department_(?:nearby|near) away off me
    `),
  ),
  phrase(words("shooting"), words("for to a you")),
  phrase(words("photo video film movie"), words("shoots? shooting")),
  phrase(
    words("flood(?:ed|ing)?"),
    words("with of zones? insurance risk plain area history by_(?:messages|emails|requests|natural|light)"),
  ),
  phrase(
    words("emergency"),
    words(`
      contacts? exits? funds? savings rooms? department services? vets? line number vehicle workers? responder
      medicine physician medical support housing rental maintenance_included escape
    `),
  ),
  phrase(
    words("24/7 24_hour in_case_of for handle an after_hours family"),
    "emergency",
    words("line number contact maintenance contacts"),
  ),
  phrase(words("emergency"), words("at_(?:work|my|the_office|home_with)")),
  phrase(
    words("does_(?:it|the|this) do_the did_(?:it|the) will_it would_it"),
    4,
    words("smells?"),
    1,
    words("smoke gas"),
  ),
  phrase(words("ambulance er emergency_room"), words("drivers? nurse crew worker company")),
  phrase(words("gas"), words("stoves? heat heating bill ranges? included station cooker line_for")),
  phrase(words("lock(?:ed)?_(?:myself_)?out"), 1, words("of_(?:my|the)_(?:account|app|website|portal|email|profile)")),
  phrase(words("bomb bombed"), words("the my exam test interview ass view kitchen place")),
  phrase(words("bath"), "bomb"),
  phrase(words("does do did will would ever"), 5, words("flood(?:s|ed|ing)?")),
  phrase(words("brain drop"), "dead"),
  phrase("dead", words("end serious set quiet center on battery")),
  phrase(words("phone battery link listing car"), words("is was"), "dead"),
];
/** Danger of another time, with the words around that tell it. */
const OVER: readonly RegExp[] = [
  /(?:\b[a-z0-9']+ ){0,6}\b(?:in|into|at|of) (?:my|our|the) (?:old|last|previous|former) [a-z]+/u,
  /(?:\b[a-z0-9']+ ){0,8}\b(?:last (?:year|month|winter|summer|fall|spring)|(?:years?|months?) ago|back in \d{4}|ever had|history of)\b/u,
  /\b(?:(?:my|our|the) (?:old|last|previous|former) [a-z]+|used to|previously|has there (?:ever )?been|were there|when i was)(?: [a-z0-9']+){0,6}/u,
];
const IF_ONLY = phrase(
  words(`
    what_(?:if|happens) in_case if_(?:there|something|the|i_get|we_get) who_(?:handles|do_i_call_if)
    is_there_an?_\\w+_line
  `),
);

const GAS = anyOf(
  phrase(words("smell(?:s|ing|ed)? leak(?:s|ing|ed)? odor stink\\w* reek\\w*"), 4, "gas"),
  phrase(
    words("carbon_monoxide co_(?:alarm|detector|alert|poison\\w*)"),
    4,
    words("going went beep\\w* ringing leak\\w* now here help again on poison\\w* chirping"),
  ),
  phrase("gas", 2, words("leaking hissing coming_(?:out|from)")),
  phrase(words("gas_(?:leak\\w*|hissing|smell|odor)")),
  phrase(words("gas propane"), 1, words("detector alarm"), 2, words("screaming going ringing beeping on went")),
  phrase(words("smell odor reeks? stinks? leak"), 3, "propane"),
  phrase(words("huele olor fuga escape"), 3, "gas"),
);
const FIRE = anyOf(
  phrase(
    words(`
      theres there_is there_was caught catch(?:ing)? started big small kitchen electrical building apartment house an?
      the
    `),
    1,
    "fire",
    words("in at on now help here upstairs downstairs next broke spread\\w* please call everyone started coming"),
  ),
  phrase(words("theres there_is there_was caught started"), 3, "fire"),
  /(?:^|[.!] ?)fire+(?:!|\.|,)? (?:in|at|on|here|help|please|upstairs|next)\b|^(?:fire+[! ]*)+$/u,
  phrase(
    words(`
      on_fire in_flames flames full_of_smoke filled_with_smoke smoke_everywhere there_?(?:s|_is)_smoke electrical_fire
      smell_of_(?:smoke|burning) burning_(?:smell|wires?) explosions? exploded explod(?:e|ing)
    `),
  ),
  phrase("smoke", 2, words("coming filling pouring in_the out from")),
  phrase(words("lots?_of heavy black thick smell(?:s|ing)?(?:_like)? i_smell we_smell"), 3, words("smoke burning")),
  phrase("fire alarms?", words("is are going went wont ringing keeps?")),
  phrase(
    words("building flat house apartment kitchen place neighbors? casa edificio room"),
    2,
    words("burning(?!_(?:question|man)) ardiendo en_llamas quemando"),
  ),
  phrase("fire department", words("is was came on coming")),
  phrase(
    words(`
      sparks sparking electrocut\\w* electric_shock got_(?:shocked|zapped)
      (?:outlet|socket|panel|stove|oven|dryer)_is_(?:smoking|burning|melting)
    `),
  ),
  phrase(
    words("exposed hanging live electrical"),
    1,
    "wires?",
    3,
    words("out down sparking hanging everywhere exposed from"),
  ),
  phrase(words("exposed hanging live"), words("wires? wiring")),
  phrase(words("hay sale saliendo veo"), 2, words("incendio fuego humo")),
  phrase(words("incendio se_(?:esta_)?quema\\w* (?:se_)?incendia\\w* humo_saliendo explosion")),
);
const SHUT = anyOf(
  phrase("lock(?:ed)?", words("myself us me ourselves out"), 1, words("out of the in and my please help it")),
  phrase(
    words(`
      lock(?:ed)?[-_]?out lockout (?:stuck|stranded|left)_outside keys?_(?:dont|doesnt|wont|not)_work
      (?:door|lock)_(?:is_)?(?:broken|jammed|wont_(?:open|close|lock)) (?:elevator|lift)_(?:is_)?stuck
      lost_(?:my|the|our)_keys keys_(?:are_)?(?:locked_)?inside key_(?:broke|snapped|is_stuck|wont_(?:turn|work))
      trapped
    `),
  ),
  phrase(words("lock(?:ed)?"), words("myself us me ourselves"), "out"),
  phrase(words("door gate lock"), 2, words("locked shut closed slammed"), words("behind_(?:us|me) on_(?:us|me)")),
  phrase(
    words("cant cannot unable_to"),
    words("get_(?:in|into|out|inside|back_in)(?:_of)? open_the_door"),
    1,
    words(`
      my our it the_(?:bathroom|bedroom|stairwell|basement|closet|roof|car)
      the_(?:apartment|unit|place|home|house|building|room|elevator|lift) home
    `),
  ),
  phrase(
    words("stuck"),
    words("in inside on"),
    1,
    words("elevator lift apartment bathroom stairwell roof balcony basement garage"),
  ),
  phrase(
    words(`
      (?:me_)?quede_(?:afuera|fuera|encerrad[oa]) encerrad[oa]s? atrapad[oa]s?
      no_(?:tengo|traigo)_(?:las_|mis_)?llaves no_puedo_(?:entrar|salir) perdi_(?:mis|las|la)_llaves?
    `),
  ),
);
const WATER = anyOf(
  phrase(
    words(`
      flood(?:ed|ing|s)? sewage overflow(?:ing|ed|s) (?:water|agua)_(?:all_over|everywhere|por_todos_lados|coming)
      inundad\\w* inundacion inundando
    `),
  ),
  phrase(words("burst(?:ed|ing)?"), words("pipes?")),
  phrase(words("heater boiler radiator tank hose"), 1, words("burst exploded leaking")),
  phrase(words("pipes?"), 4, words("burst\\w* broke\\w* exploded leaking")),
  phrase(
    words("water sewage ceiling"),
    2,
    words(`
      pouring gushing leaking coming_(?:through|in|from|down|out) everywhere spraying dripping collaps\\w+ caved
      backing backed all_over falling came_down fell
    `),
  ),
  phrase(
    words("ceiling roof wall window balcony stairs? tree"),
    4,
    words("collaps\\w+ caved cav(?:ing|ed)_in falling fell came_down crashed leak\\w*"),
  ),
  phrase(words("fuga"), 1, "de agua"),
  phrase(words("tuberia tubo caneria llave techo"), 3, words("rota agua rompio revento goteando")),
  phrase(words("se_rompio revento"), 2, words("tubo tuberia caneria calentador")),
  phrase(words("se_cayo se_cae cayo"), 2, words("techo ceiling pared")),
);
const NO_SUPPLY = anyOf(
  /\bno (?:heat(?:ing)?|hot water|water|power|electricity|gas)(?: in| at| since| for| and| right| again|[.!]|$| all| on| here)(?!.* (?:included|include)\b)/u,
  phrase(
    words("heat heater furnace boiler hot_water power"),
    words("is has went has_been been just isnt is_still stopped quit died failed broke"),
    1,
    words("out broken off not_working stopped died down working quit failed dead"),
  ),
  phrase(words("heat heater furnace boiler"), words("quit died failed broke")),
  phrase(
    words("lost"),
    1,
    words("heat power water heating electricity"),
    2,
    words("and since in we pipes now our for"),
  ),
  phrase(words("pipes? are_freezing pipes_(?:froze|frozen)"), words("freezing frozen froze")),
  phrase(words("water"), 1, words("rising rises up_to")),
  phrase(words("sin no_(?:hay|tenemos|tengo)"), words("calefaccion agua luz gas agua_caliente")),
);
const VIOLENCE = anyOf(
  phrase(
    words("someone somebody man guy intruder people stranger burglar\\w* they he"),
    3,
    words(`
      broke breaking broken break trying_to_(?:break|get|open) kicked kicking banging pounding forcing climbing force
      break_down
    `),
    words("in into on_(?:my|the|our)_door my_window my_door the_door our_door through my_window the_window"),
  ),
  phrase(
    words(`
      (?:screams|screaming)_(?:for_help|from|next_door) trying_(?:keys|the_lock|to_unlock)_(?:on|in)_(?:my|our)
      se_metieron estan_robando entraron_a_robar (?:got|was|just|been)_(?:mugged|attacked|assaulted|jumped|stabbed)
      followed_me_(?:in|into|home|to)\\w* wont_leave_me_alone blood_everywhere lots_of_blood cut_myself_(?:badly|bad)
      huele_a_quemado threatens?_to_(?:kill|hurt|hit)\\w* pelea_con (?:con|tiene)_un_(?:cuchillo|arma)s? con_cuchillos
      broken_into kicked_in following_me stalking_me been_robbed got_robbed robbed intruders? burglar\\w* gun_?shots?
      shooting shooter stabbed stabbing assault(?:ed|ing)? domestic_violence kidnap\\w* hostage bomb_threat bombs?
      active_shooter me_(?:estan|esta)_(?:robando|atacando) balacera disparos ladron(?:es)?_en ladrones intrus[oa]
      asalt(?:o|aron)
    `),
  ),
  phrase(words("break-?_?in_(?:now|happening|in_progress|tonight|at|just) there_was_a_break-?_?in")),
  phrase("being", words("attacked abused followed stalked robbed beaten held")),
  phrase(
    words("he she husband boyfriend ex wife partner girlfriend roommate"),
    5,
    words("hit hits hitting beat beats beating hurt hurts hurting abus\\w+ threaten\\w*"),
    words("me us my_\\w+"),
  ),
  phrase(words("is am are keeps? was been"), "threaten\\w+", words("me us to")),
  phrase(
    words("with_a pointed_a has_a pulled_a con_un con_una"),
    words("gun knife weapon bat machete pistol cuchillo pistola arma"),
  ),
  phrase(words("me_(?:esta|estan)_amenaz\\w+ me_amenaz\\w+ me_(?:pega|golpea|golpeo)")),
);
const HARMED = anyOf(
  phrase(
    words("call called calling dial llam(?:e|en|ar)"),
    1,
    words("911 9-1-1 999 112 (?:the_)?police an_ambulance la_policia una_ambulancia"),
  ),
  phrase(
    words(`
      911 ambulance ambulancia heart_attack unconscious overdos\\w* suicid\\w* dead_body
      (?:isnt|not|wont|stopped)_(?:responding|respond|waking_up|wake_up) oxigeno oxygen_(?:machine|concentrator|tank)
      cant_get_up locked_in_(?:the|a|my)_\\w+ fainted (?:losing|lost)_(?:a_lot_of_)?blood vomiting
      (?:chemical|toxic|burning)_(?:smell|fumes|odor) seizures? passed_out choking chest_pains? in_labor stroke
      concussion evacuat\\w+ in_danger not_safe_(?:right_now|here|now) (?:i_am|im)_not_safe want_to_die
    `),
  ),
  phrase(words("not isnt stopped cant hardly"), words("breathing breathe")),
  phrase(
    words("is are was hes shes someone somebody he she"),
    2,
    words(`
      bleeding dead dying injured hurt_badly unresponsive collapsed electrocuted turning_blue not_responding
    `),
  ),
  phrase(words("kill hurt harm end"), words("myself my_life herself himself")),
  phrase(words("hit fell_on struck"), 1, words("person someone people somebody kid man woman")),
  phrase(
    words("fell"),
    1,
    words("down_the_stairs off_the_\\w+ from_the_\\w+"),
    5,
    words("hurt help bleeding cant move unconscious"),
  ),
  phrase(words("child kid baby man woman person someone somebody neighbor"), 1, words("fell jumped hanging drowning")),
  phrase(words("inconsciente no_respira desmay\\w+ sangrando herid[oa] infarto necesito_ayuda_urgente")),
);
const SAID_SO = anyOf(
  phrase(
    words("have having theres there_is this_is its is got it_is real medical"),
    words("(?:an?_)?(?:\\w+_)?emergency"),
  ),
  phrase(
    words("emergency emergencia"),
    words("in at here right_now now please with repair help en aqui maintenance_(?:please|now|at|needed)"),
  ),
  /^(?:\w+ ){0,2}(?:emergency|emergencia)(?:[.! ,]|$)/u,
  phrase(words("urgent(?:ly)?"), words("maintenance repair leak")),
  phrase(words("es_una una"), "emergencia"),
);

/** Someone may hurt themselves. */
const DESPAIR = without(
  [
    phrase(words("want_to be"), words("live alive here"), words("in with at there like on under near by downtown")),
    phrase(words("die dying kill killing"), 2, words("for to_(?:see|move|live|get) view kitchen laughing")),
    phrase(words("commut\\w+ heat rent traffic stairs"), 2, words("killing kills")),
  ],
  anyOf(
    phrase(
      words("dont do_not cant cannot no_longer didnt"),
      1,
      words("want wanna"),
      1,
      words("live be_(?:alive|here|around) exist wake_up go_on"),
      words("any_?more"),
    ),
    phrase(
      words("want wanna going ready thinking"),
      2,
      words("die kill_myself end_(?:it_all|my_life) hurt_myself disappear_forever"),
    ),
    phrase(words("kill hurt harm cut"), "myself"),
    phrase(
      words(
        "suicid\\w+ take_my_(?:own_)?life end_my_life no_reason_to_live better_off_(?:dead|without_me) nothing_to_live_for",
      ),
    ),
    phrase(words("goodbye"), 1, words("forever world")),
    phrase(words("no_quiero"), 1, words("vivir seguir_viviendo existir"), 1, words("mas ya asi")),
    phrase(
      words(
        "ya_no_quiero_(?:vivir|seguir|estar_aqui) quitarme_la_vida matarme acabar_con_(?:mi_vida|todo) me_quiero_morir quiero_morir(?:me)?",
      ),
    ),
  ),
);

/** Danger to people or the home. */
export const EMERGENCY: Reads = without(
  HARMLESS,
  anyOf(
    without(OVER, outside(IF_ONLY, anyOf(GAS, FIRE, SHUT, WATER, NO_SUPPLY, VIOLENCE))),
    outside(IF_ONLY, anyOf(HARMED, SAID_SO)),
    DESPAIR,
  ),
);

/** Words of danger that mean none. */
export const LIKE_EMERGENCY: Reads = anyOf(...HARMLESS, ...OVER);
