// Owns the requests that no record answers and nobody but a person may: keys and codes, a promise, other people's data, money at
// once or beside the agreed way, papers that the lead asks whether to bring. They are no guardrails: the lead means no harm.
import { anyOf, phrase, type Reads, without, words } from "./matchers.ts";

export type Delicate = { readonly code: string; readonly sentence: string; readonly asks: Reads };

const ACCESS = anyOf(
  phrase(
    words(`
      lock_?box(?:es)? doors? gate entry keypad key_pad access smart_lock alarm building key_box front_door puerta
      porton cerradura
    `),
    1,
    words("codes? pins? combination combo passwords? number"),
  ),
  phrase(
    words("codes? pin combination combo password codigo clave contrasena"),
    1,
    words("for to of de para del"),
    1,
    words("lock_?box doors? gate building alarm entry keys? puerta edificio entrada caja porton"),
  ),
  phrase(words("codes? pin combination codigo"), words("doors? gate lock_?box")),
  phrase(words("leave put hide dej(?:e|a|en|ar)"), 2, words("keys? llaves?")),
  phrase(
    words(`
      let_myself_in go_in_alone look_alone see_it_alone go_inside_alone without_an?_agent
      (?:when|while)_(?:nobody|no_one|noone)_?(?:s|is)_(?:there|home|in) (?:nobodys|no_ones)_(?:there|home)
    `),
  ),
  phrase(
    words("is when hours times"),
    4,
    words("tenants? it they roommates?"),
    2,
    words("away empty out_of_(?:the_house|town) not_home at_work gone_now"),
  ),
  phrase(
    words("get let come go be walk entrar pasar"),
    3,
    words("by_myself by_ourselves on_my_own alone unaccompanied sol[oa]"),
  ),
  phrase(
    words("any the a your need send whats what_is give"),
    1,
    words("(?:door|entry|access)?_?codes? keycode passcode"),
  ),
  /(?:^|[.?!,] ?)(?:the )?(?:codes?|keys?)\?/,
  phrase(words("hours what_time when"), 4, words("they_home they_there are_they_(?:home|away|out)")),
  phrase(words("self self-guided"), 2, words("codes? pin keys? lock")),
);

const PROMISE = anyOf(
  phrase(
    words("guarantee guaranteed promise promises promised prometa(?:me|n)? promete(?:me)? garantiz\\w+"),
    1,
    words("that me us nobody no_one it the we you i my not que to its_mine"),
  ),
  phrase(words("can could will would please if"), 1, words("you"), 1, words("guarantee promise swear")),
  phrase(words("in_writing por_escrito put_it_in_writing your_word swear_(?:that|to_me|it)")),
  phrase(
    words(`
      (?:is|its)_(?:now_|all_|already_)?mine (?:is|its)_ours me_(?:guardas?|apartas?|reservas?)
      me_lo_(?:guardas?|apartas?|aparta|guarda|reserva) se_lo_doy es_mi[oa] we_(?:agreed|have_a_deal) it_is_a_deal
    `),
  ),
  phrase(
    words("unit apartment place room home lease"),
    words("is secured reserved held"),
    1,
    words("for mine secured reserved"),
  ),
  phrase(words("secured reserved held approved"), words("for mr mrs ms me us")),
  phrase(
    words("say confirm write tell_me promise state type"),
    1,
    words("that the"),
    2,
    words("landlord owner casero"),
    1,
    "will",
  ),
  phrase(words("nobody no_one"), 2, words("else gets"), 3, words("the it room place until")),
  phrase(words("approve"), words("me us now my_application")),
  phrase(
    words("so then im i_am am_i are_we were consider_me mark_me say ya estoy"),
    1,
    words("approved accepted aprobad[oa] aceptad[oa]"),
  ),
  phrase(words("waive waived"), 3, words("deposit fee rent fees")),
);

const WHO_ELSE = words(`
  applicants? tenants? renters? leads? roommates? housemates? neighbou?rs? people interesados inquilinos visitors
  landlords? owners? agents? person
`);
const PRIVATE = words(`
  names? phones? numbers? e-?mails? contacts? home_address salar\\w+ income cell quienes_son nombres? telefonos?
`);
const OTHERS = anyOf(
  phrase(
    words("who quien(?:es)?"),
    words("else"),
    3,
    words("appl\\w+ wants? is has interested seen booked offered asked looked"),
  ),
  phrase(
    words("who_?s who_is who_has"),
    1,
    words("in_the got booked_the coming_(?:on|at|to)"),
    3,
    words("slot time appointment viewing showing visit"),
  ),
  phrase(PRIVATE, 2, words("of for de"), 3, WHO_ELSE),
  phrase(WHO_ELSE, 1, PRIVATE),
  phrase(words("other otros"), 1, WHO_ELSE, 3, words("offer\\w* paid pay earn make bid ofrec\\w+")),
  phrase(words("who_lives who_is_living"), 5, words("rooms? unit apartment there")),
  phrase(words("ofrecieron"), 3, words("otros demas")),
);

const MONEY_APP = words("zelle venmo cash_?app paypal apple_pay revolut wise");
const MONEY_NOW = anyOf(
  phrase(
    MONEY_APP,
    6,
    words(`
      now today directly handle account invoice link tag right_away immediately sin_firmar before without instead
      upfront
    `),
  ),
  phrase(words("now today directly handle account invoice link tag ill_just rather"), 4, MONEY_APP),
  phrase(
    words("ill i_will i_can let_me id_rather can_i could_i"),
    1,
    words("zelle venmo paypal wire cash_?app"),
    words("you the now it"),
  ),
  phrase(
    words("wire pay send transfer deposit pagar"),
    6,
    words(`
      before_(?:seeing|viewing|signing) without_(?:seeing|signing) sin_firmar sin_ver off_the_books
      outside_the_(?:app|platform|site|portal) around_the_portal
    `),
  ),
  phrase(words("hold reserve secure keep save"), 3, words("if_i_(?:pay|send|wire|transfer) with_(?:cash|zelle|venmo)")),
  phrase(
    words("ignore skip avoid bypass instead_of outside"),
    2,
    words("portal application application_portal platform application_process"),
  ),
  phrase(words("cash"), 2, words("in_hand no_(?:receipt|lease|paperwork) without_a_(?:lease|receipt|contract) today")),
);

const PAPERS = phrase(
  words("copy copies original photo scan"),
  2,
  words("of de"),
  3,
  words("court divorce medical birth custody marriage passport license visa papers records"),
);
const TYPED_HERE = phrase(
  words("what which"),
  1,
  words("id identity ssn account card bank"),
  1,
  words("numbers? info details"),
  6,
  words("here type send give enter"),
);

/** In the order in which they are told. */
export const DELICATE: readonly Delicate[] = [
  { code: "access_asked", sentence: "The lead asks for keys, a code or to be alone in the home.", asks: ACCESS },
  { code: "others_asked", sentence: "The lead asks about other people; their data is not ours to give.", asks: OTHERS },
  {
    code: "payment_asked",
    sentence: "The lead wants to pay at once or beside the agreed way.",
    asks: MONEY_NOW,
  },
  {
    code: "promise_asked",
    sentence: "The lead asks for a promise that only a person can give.",
    asks: without([phrase(words("lease rent insurance"), words("guarantee guarantor"))], PROMISE),
  },
  { code: "papers_asked", sentence: "The lead asks about papers of a private kind.", asks: anyOf(PAPERS, TYPED_HERE) },
];
