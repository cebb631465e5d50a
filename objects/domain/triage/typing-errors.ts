// Owns typing errors: the word that was meant by one that is nearly it.
// Only words that matter to a rule are repaired, so that names and places pass unchanged.
import { editsBetween } from "./edits.ts";

/** Words the rules lean on; a word near one of these is taken for it. */
const KEY_WORDS = (
  "available availability apartment application appointment schedule reschedule viewing showing deposit parking utilities laundry " +
  "furnished interested unsubscribe cancel cancelled price thursday wednesday tuesday saturday sunday monday friday tomorrow " +
  "tonight weekend afternoon morning evening bedroom bathroom listing property landlord neighborhood guarantor sublet " +
  "requirements included electricity internet washer dryer dishwasher negotiable discount minimum emergency attorney lawyer section voucher vouchers " +
  "automated confirm confirmed confirming interview tour visit address garage elevator balcony heating square disponible todavia visita " +
  "departamento apartamento renta alquiler mascotas deposito estacionamiento received response message different another " +
  "roommates roommate question questions remember possible anymore longer discrimination disability"
).split(" ");
const KEY_SET = new Set(KEY_WORDS);

/** Real words that stand one letter from a key word and must stay as they are. */
const NOT_TYPOS = new Set(
  (
    "shoeing parting packing barking marking working sparking showings vision visits tours touring priced prices deposits listings schedules " +
    "cancels cancels viewings confirms remembers messages answer question quest price prize pride prime pricey rental rent renta rents tourist viewing " +
    "heating eating beating seating meeting hearing addresses dressed section sections session visiting visited visitar visitors revisit " +
    "department departments garbage finished finish rentan rento rente aplicacion aplicaciones confirmo cancela cancelen cancelar departamentos seccion respondes response responses heading confirmada balcon guarantee guarantees conform garages ballroom sundae relieved reserved reserve cancer lasting lifting negotiate subset vouched difference lounger drier layer layers massage massages automatic automate scheduled possibly lingering linger monday sundays mondays fridays mornings evenings tonights weekends bedrooms bathrooms bathroom " +
    "properties lawyers attorneys squared squares guaranteed balconies visitas disponibles mascota apartments appointments applications unfurnished " +
    "unavailable interesting interest received receive receives differently washers dryers dried landlords neighborhoods neighbourhood neighbourhoods electricity electric electrical " +
    "internal interviews roommates minimums maximum discounts discounted includes include responded respond sublease tours vista viendo alquilar rentar"
  ).split(" "),
);
/** Shorter words are never taken for typing errors. */
export const TYPO_CHARS_MIN = 5;
const LONG_WORD_CHARS = 8;

const LETTER_A = 97;
/** Key words long enough for typing errors, by first letter. */
const KEYS = KEY_WORDS.filter((key) => key.length >= TYPO_CHARS_MIN).sort(
  (left, right) => left.charCodeAt(0) - right.charCodeAt(0),
);
/** Of each its characters and the set of its letters. */
const KEY_CHARS = Int32Array.from(KEYS, (key) => key.length);
const KEY_LETTERS = Int32Array.from(KEYS, lettersOf);
/** Those with the n-th letter first stand from place n to before place n + 1. */
const KEY_STARTS = Int32Array.from(
  { length: 27 },
  (_, letter) => KEYS.filter((key) => key.charCodeAt(0) < LETTER_A + letter).length,
);

/** The letter as one bit; a word's letters are those of all its letters together. */
export function letterBit(code: number): number {
  return 1 << (code - LETTER_A);
}

/**
 * The key word meant by the word that stands in `text` from `start` to `end` (letters only, TYPO_CHARS_MIN and more);
 * null when it is right as it is or nothing is near. `letters` are its letters by `letterBit`.
 */
export function keyWordNear(text: string, start: number, end: number, letters: number): string | null {
  const chars = end - start;
  const reach = chars >= LONG_WORD_CHARS ? 2 : 1;
  const first = text.charCodeAt(start) - LETTER_A;
  const last = KEY_STARTS[first + 1] as number;
  let word = "";
  for (let place = KEY_STARTS[first] as number; place < last; place += 1) {
    const keyChars = KEY_CHARS[place] as number;
    if (keyChars > chars + reach || keyChars < chars - reach) continue;
    const most = keyChars >= LONG_WORD_CHARS ? reach : 1;
    // Each edit changes at most two of the letters.
    if (hasMoreBits(letters ^ (KEY_LETTERS[place] as number), 2 * most)) continue;
    if (word === "") {
      word = text.slice(start, end);
      if (KEY_SET.has(word) || NOT_TYPOS.has(word)) return null;
    }
    const key = KEYS[place] as string;
    if (editsBetween(word, key, most) <= most) return key;
  }
  return null;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= letterBit(word.charCodeAt(index));
  return letters;
}

function hasMoreBits(value: number, most: number): boolean {
  let left = value;
  for (let bits = 0; bits < most; bits += 1) left &= left - 1;
  return left !== 0;
}
