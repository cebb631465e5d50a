// Owns the words of payment and identity data that give none: a refusal to hand them over, a question about them, a pin on a map,
// "id" for "I would". guardrails.ts cuts them out before sensitive-data.ts looks.
import { phrase, words } from "./matchers.ts";

const PAPERS = words(`
  ssn social(?:_security)?(?:_(?:number|card))? id bank_(?:details|info|statements?|account) account_number passport card_(?:number|details)
  license licence
`);

/** What names such data and holds none. */
export const GIVES_NOTHING: readonly RegExp[] = [
  phrase(
    words("never wont will_not refuse_to not_going_to dont_want_to rather_not not_comfortable"),
    3,
    words("give giving send share sharing text provide type"),
    3,
    PAPERS,
  ),
  phrase(words("without no lost forgot stolen"), 2, words("(?:any_)?id ids wallet")),
  phrase(
    "id",
    words(`
      be love like rather prefer have want chip walk say sign take need go come pay do get also really just still never not
      bring keep use make give_it see know hate appreciate happily gladly
    `),
  ),
  phrase(words("map location drop_the drop_a put_a share_the"), 1, "pin"),
  phrase(words("pin"), words("in_it is_in_the on_the_map")),
  phrase(
    words("my our his her"),
    "visa",
    words("is_(?:not|pending|still|valid|being|approved)_?\\w* isnt gets comes expires runs"),
  ),
  phrase(words("por_mi_propia_cuenta por_mi_cuenta")),
  phrase(
    words("piden pide necesito requieren hace_falta exigen"),
    2,
    words("numero_de_seguro_social seguro_social ssn"),
  ),
  phrase(
    words("statements? stubs? must should do_i"),
    3,
    words("show hide black_out"),
    1,
    words("the my"),
    words("account_numbers?"),
  ),
  phrase(words("listing ad unit reference ref"), 1, words("id no number #"), 1, words("[\\d-]+")),
];
