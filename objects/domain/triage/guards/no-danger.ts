// Owns the words of danger that mean none: praise, equipment, idioms, what is over, what is only asked about. emergency.ts cuts
// them out before it looks. English, with the few Spanish words that are alike.
import { phrase, words } from "./matchers.ts";

const PRAISED = words(`
  listing place apartment room kitchen view views pics photos spot deal price location it this that pad house decor
  bathroom unit studio rooftop loft ad
`);
/** Words of danger that mean none. */
export const HARMLESS: readonly RegExp[] = [
  phrase(words("not isnt no non never nothing dont doesnt"), 3, words("(?:an_)?(?:\\w+_)?emergency")),
  phrase(words("suicide crisis domestic_violence"), words("hotline line prevention shelter survivors? counsel\\w+")),
  phrase("smoke", words("detectors? alarms?"), words("beep in chirp required work\\w*")),
  phrase(words("fish tank fish_tank aquarium"), 1, words("exploded burst leaked")),
  phrase(words("detector detectores alarma sensor"), 1, words("humo incendios?")),

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
  phrase(words("brain drop play called"), "dead"),
  phrase(
    "dead",
    words("end serious set quiet center on battery gorgeous simple easy tired honest cheap wrong certain on_arrival"),
  ),
  phrase(
    words(`
      phone battery link listing car train bus it website site page form app laptop market town street place summers?
      winters? nights? days? weeks? afternoons? (?:mon|tues|wednes|thurs|fri|satur|sun)days? today tomorrow \\d+(?:[ap]m)?
      deal plan wifi plants? cactus weekend
    `),
    words("is was are were"),
    1,
    "dead",
  ),
  phrase(words("dead dying"), words("to_\\w+ inside")),
  phrase(words("hanging"), words("laundry out pictures? plants? clothes lights? curtains? shelves")),
];
/** Danger of another time, with the words around that tell it. */
export const OVER: readonly RegExp[] = [
  /(?:\b[a-z0-9']+ ){0,6}\b(?:in|into|at|of) (?:my|our|the) (?:old|last|previous|former) (?!man|lady|woman|guy|couple)[a-z]+/u,
  /(?:\b[a-z0-9']+ ){0,8}\b(?:last (?:year|month|week|winter|summer|fall|spring|time)|(?:years?|months?|weeks?) (?:ago|back)|(?:back )?in (?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)|in the (?:spring|summer|fall|winter|nineties|eighties|past)|el (?:mes|ano) pasado|for (?:many |several |two |three )?years|ever had|history of)\b/u,
  /\b(?:(?:my|our|the) (?:old|last|previous|former) (?!man|lady|woman|guy|couple)[a-z]+|used to|previously|has there (?:ever )?been|were there|when i was)(?: [a-z0-9']+){0,6}/u,
];
/** A question about danger to come. */
export const IF_ONLY = phrase(
  words(`
    what_(?:if|happens) in_case if_(?:there|something|the|i_get|we_get) who_(?:handles|do_i_call_if)
    is_there_an?_\\w+_line
  `),
);
