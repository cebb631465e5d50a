// Owns the features of one piece of text as 32-bit keys with values: words, concepts, and how they follow each other.
// The layout is part of the trained weights: a change here needs `npm run train`. It must not know any weight.
import type { Segment } from "./segments.ts";
import { LIST_STARTS, LISTED, NEGATION } from "./thesaurus.ts";
import { readTokens, TOKENS } from "./tokens.ts";
import { HASH_START, hashStep, joinHashes } from "./word-hash.ts";

/** Room for the features of the longest piece. */
const FEATURES_MAX = 16_384;
const CONCEPTS_MAX = 800;
/** A concept is paired with those that follow within this many. */
const PAIR_REACH = 4;
/** Words after a negation that it turns around. */
const NEGATION_REACH = 4;
const UNKNOWN_CHARS_MIN = 4;
const SHORT_TOKENS_MAX = 3;
const LONG_TOKENS_MIN = 25;
/** One more than the tokens, so that a lone word is not shouted. */
const TOKENS_ADDED = 2;

/** A message longer than this is a story. */
const WHOLE_TOKENS = 40;
const VALUE_UNIT = 10;
/** What each kind of feature weighs before the weights, in tenths and found by trial; whole numbers, as model.ts adds them in pairs. */
const VALUES = {
  word: 10,
  wordPair: 7,
  concept: 15,
  negated: 15,
  asked: 6,
  conceptPair: 6,
  nextPair: 4,
  chars: 4,
  sign: 7,
  subject: 15,
};
/** Salts keep the kinds apart. */
const [WORD, WORD_PAIR, CONCEPT, NEGATED, ASKED, PAIR, NEXT, CHARS, SIGN, SUBJECT] = [
  0x1f3d, 0x2e5b, 0x3a77, 0x4c99, 0x5db1, 0x6ed3, 0x7ff5, 0x8a17, 0x9b39, 0xac5b,
];
const [START, END] = [0x7001, 0x7002];
/** What stands for the ends of a word among its characters. */
const [WORD_BEGINS, WORD_ENDS] = [94, 36];

/** A feature counts this often in a piece at most: saying a word a hundred times does not mean it more. */
export const REPEATS_MAX = 3;

/** What the last call of `readFeatures` found: feature n is keys[n] with values[n]; `square` is what to divide by, squared. */
export const FOUND = {
  count: 0,
  keys: new Int32Array(FEATURES_MAX),
  values: new Float64Array(FEATURES_MAX),
  square: 1,
};
const { keys: FOUND_KEYS, values: FOUND_VALUES } = FOUND;
const SEQUENCE = new Int32Array(CONCEPTS_MAX);
const SEQUENCE_TOKEN = new Int32Array(CONCEPTS_MAX);

/** The square of the whole from the sum of its pieces' squares: a long story weighs no more for being long. */
export function wholeSquare(sum: number): number {
  return sum * Math.max(1, sum / (VALUE_UNIT ** 2 * WHOLE_TOKENS));
}

/** Reads the features of a piece into FOUND. */
export function readFeatures(piece: Segment): void {
  readTokens(piece.text);
  FOUND.count = 0;
  FOUND.square = VALUE_UNIT ** 2 * (TOKENS.count + TOKENS_ADDED);
  addWords();
  addConceptPairs(addConcepts(piece.asks));
  if (piece.asks) add(SIGN, 1, VALUES.sign);
  if (TOKENS.count <= SHORT_TOKENS_MAX) add(SIGN, 2, VALUES.sign);
  if (TOKENS.count >= LONG_TOKENS_MIN) add(SIGN, 3, VALUES.sign);
}

/** Adds to FOUND that a rule hears this subject in the piece; only the model of what is asked looks at it. */
export function addSubject(hash: number): void {
  add(SUBJECT, hash, VALUES.subject);
}

function addWords(): void {
  let before = START;
  for (let index = 0; index < TOKENS.count; index += 1) {
    const hash = TOKENS.hashes[index] as number;
    add(WORD, hash, VALUES.word);
    add(WORD_PAIR, joinHashes(before, hash), VALUES.wordPair);
    before = hash;
  }
  add(WORD_PAIR, joinHashes(before, END), VALUES.wordPair);
}

/** Adds the concepts alone and gives how many stand in the sequence. */
function addConcepts(asks: boolean): number {
  const { twos, threes, concepts, count } = TOKENS;
  let negatedUntil = -1;
  let length = appendConcept(START, -1, 0);
  for (let index = 0; index < count; index += 1) {
    const [two, three, own] = [twos[index] as number, threes[index] as number, concepts[index] as number];
    if ((two | three | own) === 0) {
      addChars(TOKENS.starts[index] as number, TOKENS.ends[index] as number);
      continue;
    }
    const from = length;
    length = appendList(two, index, length);
    length = appendList(three, index, length);
    length = appendList(own, index, length);
    for (let place = from; place < length; place += 1) {
      const concept = SEQUENCE[place] as number;
      add(CONCEPT, concept, VALUES.concept);
      if (index <= negatedUntil) add(NEGATED, concept, VALUES.negated);
      if (asks) add(ASKED, concept, VALUES.asked);
      if (concept === NEGATION) negatedUntil = index + NEGATION_REACH;
    }
  }
  return appendConcept(END, count, length);
}

/** Puts a list of concepts at the end of the sequence, with room for END after it, and gives the sequence's length. */
function appendList(list: number, token: number, length: number): number {
  const end = LIST_STARTS[list + 1] as number;
  let next = length;
  for (let place = LIST_STARTS[list] as number; place < end && next < CONCEPTS_MAX - 1; place += 1)
    next = appendConcept(LISTED[place] as number, token, next);
  return next;
}

function appendConcept(concept: number, token: number, length: number): number {
  SEQUENCE[length] = concept;
  SEQUENCE_TOKEN[length] = token;
  return length + 1;
}

/** Pairs each concept with the next ones that do not begin at the same word; END begins at none. */
function addConceptPairs(length: number): void {
  for (let first = 0; first < length - 1; first += 1) {
    const concept = SEQUENCE[first] as number;
    let second = first + 1;
    while (SEQUENCE_TOKEN[second] === SEQUENCE_TOKEN[first]) second += 1;
    const end = Math.min(second + PAIR_REACH, length);
    const next = joinHashes(concept, SEQUENCE[second] as number);
    add(PAIR, next, VALUES.conceptPair);
    add(NEXT, next, VALUES.nextPair);
    for (second += 1; second < end; second += 1)
      add(PAIR, joinHashes(concept, SEQUENCE[second] as number), VALUES.conceptPair);
  }
}

/** A word without a concept is also read by its parts, so that a typing error does not hide it. */
function addChars(start: number, end: number): void {
  if (end - start < UNKNOWN_CHARS_MIN) return;
  const { text } = TOKENS;
  let first = WORD_BEGINS;
  let second = text.charCodeAt(start);
  let third = text.charCodeAt(start + 1);
  for (let at = start + 2; at <= end; at += 1) {
    const fourth = at < end ? text.charCodeAt(at) : WORD_ENDS;
    add(CHARS, hashStep(hashStep(hashStep(hashStep(HASH_START, first), second), third), fourth), VALUES.chars);
    first = second;
    second = third;
    third = fourth;
  }
}

function add(kind: number, key: number, value: number): void {
  if (FOUND.count >= FEATURES_MAX) return;
  const at = FOUND.count;
  FOUND_KEYS[at] = Math.imul(key ^ kind, 0x5bd1e995) ^ (key >>> 13) ^ Math.imul(kind, 0x1b873593);
  FOUND_VALUES[at] = value;
  FOUND.count = at + 1;
}
