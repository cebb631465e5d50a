// Owns abbreviations, and the walk over the words of a text that writes out what was meant by each.
// Typing errors are those of typing-errors.ts.
import { keyWordNear, letterBit, TYPO_CHARS_MIN } from "./typing-errors.ts";
import { emptyTable, findIn, HASH_START, hashStep, hashWord, putInto } from "./word-hash.ts";

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

const SLASH = 47;
const LISTED = Object.entries(ABBREVIATIONS);
const TABLE_PLACES = 512;
/** By the hash of the abbreviation its place in LISTED plus one. */
const PLACES = emptyTable(TABLE_PLACES);
for (const [place, [short]] of LISTED.entries()) putInto(PLACES, hashWord(short), place + 1);

/** The text (reading form) with abbreviations written out and typing errors put right; all else unchanged. */
export function expandWords(text: string): string {
  let written = "";
  let done = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    let hash = HASH_START;
    let letters = 0;
    let digits = 0;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (isLetter(code)) letters |= letterBit(code);
      else if (code >= 48 && code <= 57) digits += 1;
      else break;
      hash = hashStep(hash, code);
    }
    if (at === start) {
      at += 1;
    } else if (endsInLetterAt(text, at)) {
      at += 2;
    } else {
      const meant = meantBy(text, start, at, hash, digits > 0 ? 0 : letters);
      if (meant === null) continue;
      written += text.slice(done, start) + meant;
      done = at;
    }
  }
  return done === 0 ? text : written + text.slice(done);
}

function meantBy(text: string, start: number, end: number, hash: number, letters: number): string | null {
  const place = findIn(PLACES, hash);
  if (place > 0) {
    const [short, meant] = LISTED[place - 1] as [string, string];
    if (short.length === end - start && text.startsWith(short, start)) return meant;
  }
  return letters !== 0 && end - start >= TYPO_CHARS_MIN ? keyWordNear(text, start, end, letters) : null;
}

/** "w/d", "a/c": the word before the stroke is no abbreviation. */
function endsInLetterAt(text: string, at: number): boolean {
  if (at + 1 >= text.length || text.charCodeAt(at) !== SLASH || !isLetter(text.charCodeAt(at + 1))) return false;
  return at + 2 === text.length || !isLetter(text.charCodeAt(at + 2));
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}
