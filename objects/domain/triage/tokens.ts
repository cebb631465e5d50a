// Owns the words of a piece as numbers: each word's hash and its concepts, found in one walk over the characters.
// The result lives in buffers that the next call fills again. It must not judge words.
import { conceptsOf, conceptsOfStem } from "./thesaurus.ts";
import { HASH_START, hashStep, hashWord, joinHashes } from "./word-hash.ts";

/** Longer pieces are read up to here. */
const TOKENS_MAX = 400;
const [UPPER_ASCII, ZERO, NINE, DOLLAR] = [128, 48, 57, 36];
const [QUESTION_MARK, EXCLAMATION_MARK] = [63, 33];

/** What the last call of `readTokens` found: token n is the text from starts[n] to ends[n]. */
export const TOKENS = {
  text: "",
  count: 0,
  hashes: new Int32Array(TOKENS_MAX),
  /** Hashes of the words as they stand; in `hashes` a number has the hash of its kind. */
  written: new Int32Array(TOKENS_MAX),
  starts: new Int32Array(TOKENS_MAX),
  ends: new Int32Array(TOKENS_MAX),
  /** The list of the token's own concepts, as in thesaurus.ts; 0 without any. */
  concepts: new Int32Array(TOKENS_MAX),
  /** Those of the two and of the three words that begin with the token. */
  twos: new Int32Array(TOKENS_MAX),
  threes: new Int32Array(TOKENS_MAX),
};

const SHAPES = {
  money: hashWord("#money"),
  teen: hashWord("#teen"),
  age: hashWord("#age"),
  clock: hashWord("#clock"),
  code: hashWord("#code"),
  long: hashWord("#long"),
  digits: Array.from({ length: 13 }, (_, length) => hashWord(`#d${length}`)),
};
/** "16f", "19yo": an age as people write it of themselves. */
const AGE_SAID = /^([1-9]\d)(?:f|m|yo|yrs?|y)$/u;

/** Reads the words, numbers, question marks and emoji of a text in reading form into TOKENS. */
export function readTokens(text: string): void {
  let at = 0;
  TOKENS.text = text;
  TOKENS.count = 0;
  while (at < text.length && TOKENS.count < TOKENS_MAX) {
    const code = text.charCodeAt(at);
    if (isWordCode(code, text, at)) at = readWord(text, at);
    else if (code === QUESTION_MARK || code === EXCLAMATION_MARK) at = addSign(hashStep(HASH_START, code), at, at + 1);
    else if (code >= UPPER_ASCII) at = readSymbol(text, at);
    else at += 1;
  }
  findPhrases();
}

function findPhrases(): void {
  const { written, twos, threes, count } = TOKENS;
  for (let index = 0; index < count; index += 1) {
    const hasTwo = index + 1 < count;
    const two = hasTwo ? joinHashes(written[index] as number, written[index + 1] as number) : 0;
    twos[index] = hasTwo ? conceptsOf(two) : 0;
    threes[index] = index + 2 < count ? conceptsOf(joinHashes(two, written[index + 2] as number)) : 0;
  }
}

function isWordCode(code: number, text: string, at: number): boolean {
  if (code < UPPER_ASCII) return (code >= 97 && code <= 122) || (code >= ZERO && code <= NINE) || code === DOLLAR;
  return /^[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? code));
}

function readSymbol(text: string, at: number): number {
  const symbol = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (!/\p{Extended_Pictographic}/u.test(symbol)) return at + symbol.length;
  return addSign(hashWord(symbol), at, at + symbol.length);
}

function readWord(text: string, start: number): number {
  let hash = HASH_START;
  let at = start;
  let digits = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 97 || code > 122) {
      if (!isWordCode(code, text, at)) break;
      if (code >= ZERO && code <= NINE) digits += 1;
    }
    hash = hashStep(hash, code);
  }
  const shape = digits > 0 ? shapeOf(text, start, at, digits) : hash;
  let concepts = conceptsOf(hash);
  if (concepts === 0 && shape !== hash) concepts = conceptsOf(shape);
  if (concepts === 0) concepts = conceptsOfStem(text, start, at);
  return addToken(shape, hash, concepts, start, at);
}

/** Numbers differ from ad to ad; only their kind and length are read. */
function shapeOf(text: string, start: number, end: number, digits: number): number {
  const length = end - start;
  if (text.charCodeAt(start) === DOLLAR) return SHAPES.money;
  if (digits === length) {
    if (length !== 2) return SHAPES.digits[Math.min(length, 12)] ?? SHAPES.long;
    const value = Number(text.slice(start, end));
    return value >= 10 && value <= 17 ? SHAPES.teen : SHAPES.age;
  }
  const age = AGE_SAID.exec(text.slice(start, end));
  if (age !== null) return Number(age[1]) <= 17 ? SHAPES.teen : SHAPES.age;
  return digits <= 2 && length <= 4 ? SHAPES.clock : length >= 6 && digits >= 3 ? SHAPES.code : SHAPES.long;
}

function addSign(hash: number, start: number, end: number): number {
  return addToken(hash, hash, conceptsOf(hash), start, end);
}

function addToken(shape: number, hash: number, concepts: number, start: number, end: number): number {
  const index = TOKENS.count;
  TOKENS.hashes[index] = shape;
  TOKENS.written[index] = hash;
  TOKENS.starts[index] = start;
  TOKENS.ends[index] = end;
  TOKENS.concepts[index] = concepts;
  TOKENS.count = index + 1;
  return end;
}
