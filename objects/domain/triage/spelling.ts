// Owns abbreviations and typing errors: one word in, the word or words that were meant out.
// Only words that matter to a rule are repaired, so that names and places pass unchanged.

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  u: "you",
  r: "are",
  ur: "your",
  pls: "please",
  plz: "please",
  plss: "please",
  apt: "apartment",
  apts: "apartments",
  appt: "appointment",
  appts: "appointments",
  avail: "available",
  avl: "available",
  thx: "thanks",
  tnx: "thanks",
  thnx: "thanks",
  thanx: "thanks",
  ty: "thank you",
  tysm: "thank you",
  tmrw: "tomorrow",
  tmr: "tomorrow",
  tmw: "tomorrow",
  tmro: "tomorrow",
  tomoro: "tomorrow",
  tomorow: "tomorrow",
  tommorow: "tomorrow",
  tommorrow: "tomorrow",
  tomorrrow: "tomorrow",
  "2moro": "tomorrow",
  "2morrow": "tomorrow",
  "w/": "with",
  sched: "schedule",
  resched: "reschedule",
  msg: "message",
  dep: "deposit",
  wknd: "weekend",
  wen: "when",
  wat: "what",
  wut: "what",
  hw: "how",
  abt: "about",
  bc: "because",
  cuz: "because",
  gonna: "going to",
  wanna: "want to",
  lmk: "let me know",
  asap: "as soon as possible",
  cld: "could",
  wld: "would",
  shld: "should",
  ya: "you",
  yall: "you all",
  k: "ok",
  kk: "ok",
  okay: "ok",
  okey: "ok",
  yep: "yes",
  yup: "yes",
  yeah: "yes",
  yea: "yes",
  yess: "yes",
  nope: "no",
  nah: "no",
  util: "utilities",
  utils: "utilities",
  utilites: "utilities",
  utilties: "utilities",
  xq: "porque",
  mon: "monday",
  tues: "tuesday",
  tue: "tuesday",
  weds: "wednesday",
  thurs: "thursday",
  thur: "thursday",
  thu: "thursday",
  fri: "friday",
  sept: "september",
  morn: "morning",
  hrs: "hours",
  mins: "minutes",
  mos: "months",
  yr: "year",
  yrs: "years",
  sqft: "square feet",
  bldg: "building",
  wfh: "work from home",
  realy: "really",
  stil: "still",
  wana: "want to",
  luv: "love",
  ppl: "people",
  smth: "something",
  tks: "thanks",
};

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
const SHORT_WORD_CHARS = 5;
const LONG_WORD_CHARS = 8;

const ABBREVIATION = new Map(Object.entries(ABBREVIATIONS));
const LETTERS_BEFORE = 96;
/** Key words long enough for typing errors, by first letter, each with the set of its letters as bits. */
const KEYS_BY_LETTER = Map.groupBy(
  KEY_WORDS.filter((key) => key.length >= SHORT_WORD_CHARS).map((key) => ({ key, letters: lettersOf(key) })),
  ({ key }) => key[0] ?? "",
);

/** The word or words meant by `word` (lower case letters and digits); the same word when nothing better is known. */
export function expandWord(word: string): string {
  const known = ABBREVIATION.get(word);
  if (known !== undefined) return known;
  if (word.length < SHORT_WORD_CHARS) return word;
  const near = KEYS_BY_LETTER.get(word[0] as string);
  if (near === undefined) return word;
  const letters = lettersOf(word);
  if (letters < 0) return word;
  const reach = word.length >= LONG_WORD_CHARS ? 2 : 1;
  for (const { key, letters: keyLetters } of near) {
    if (Math.abs(key.length - word.length) > reach) continue;
    const most = Math.min(reach, key.length >= LONG_WORD_CHARS ? 2 : 1);
    if (bitsOf(letters ^ keyLetters) > 2 * most) continue;
    if (KEY_SET.has(word) || NOT_TYPOS.has(word)) return word;
    if (distance(word, key, reach) <= most) return key;
  }
  return word;
}

/** The letters of a word as bits, or -1 when it holds a digit. Each edit changes at most two of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) {
    const letter = word.charCodeAt(index) - LETTERS_BEFORE;
    if (letter < 1) return -1;
    letters |= 1 << letter;
  }
  return letters;
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let left = value; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

/** Edits (insert, delete, replace, swap of neighbours) between two words; stops counting above `most`. */
function distance(left: string, right: string, most: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[right.length] ?? most + 1;
}
