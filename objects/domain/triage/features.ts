// Owns the features of one piece of text: hashed word and character n-grams, and the hand-written signs that fired.
// The layout is part of the trained weights: a change here needs `npm run train`. It must not know any weight.
import { CUES } from "./cues.ts";
import type { ReadSegment } from "./reading.ts";
import { ALL_TOPICS } from "./topics.ts";

/** Hash buckets of word n-grams, then of character n-grams, then one place per hand-written sign. */
export const WORD_BUCKETS = 7_680;
export const CHAR_BUCKETS = 3_840;
export const SIGN_PLACES = 128;
export const FEATURES = WORD_BUCKETS + CHAR_BUCKETS + SIGN_PLACES;

const WORDS_READ_MAX = 400;
const CHAR_GRAM_MIN = 3;
const CHAR_GRAM_MAX = 4;
const SIGN_WEIGHT = 0.6;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A sparse vector: feature index to value. */
export type Features = ReadonlyMap<number, number>;

/** Names of the hand-written signs in the order of their places; stored with the weights to detect a stale training. */
export const SIGN_NAMES: readonly string[] = [
  ...CUES.map((cue) => `cue ${cue.id}`),
  ...ALL_TOPICS.map((topic) => `topic ${topic.id}`),
  "asks",
  "courtesy",
  "short",
  "long",
];

const PLACE_OF = new Map(SIGN_NAMES.map((name, index) => [name, WORD_BUCKETS + CHAR_BUCKETS + index]));
const SHORT_WORDS_MAX = 3;
const LONG_WORDS_MIN = 25;

/** The features of a piece; n-grams have length one together, signs a fixed weight each. */
export function featuresOf(piece: Pick<ReadSegment, "text" | "asks" | "courtesy" | "cues" | "touched">): Features {
  const words = (piece.text.match(/[\p{L}\p{N}$]+|[?!]|\p{Extended_Pictographic}/gu) ?? []).slice(0, WORDS_READ_MAX);
  const grams = new Map<number, number>();
  addWords(grams, words.map(shapeOf));
  const wordNorm = norm(grams);
  const chars = new Map<number, number>();
  for (const word of words) addChars(chars, word);
  const charNorm = norm(chars);
  const features = new Map<number, number>();
  for (const [index, value] of grams) features.set(index, value / wordNorm);
  for (const [index, value] of chars) features.set(index, (0.7 * value) / charNorm);
  const sign = (name: string) => {
    const place = PLACE_OF.get(name);
    if (place !== undefined && place < FEATURES) features.set(place, SIGN_WEIGHT);
  };
  for (const cue of piece.cues) sign(`cue ${cue.id}`);
  for (const topic of piece.touched) sign(`topic ${topic.id}`);
  if (piece.asks) sign("asks");
  if (piece.courtesy) sign("courtesy");
  if (words.length <= SHORT_WORDS_MAX) sign("short");
  if (words.length >= LONG_WORDS_MIN) sign("long");
  return features;
}

/** Numbers differ from ad to ad; only their kind is read. */
function shapeOf(word: string): string {
  if (!/\d/u.test(word)) return word;
  if (/^\$/u.test(word) || /^\d{3,5}$/u.test(word)) return "#money";
  return /^\d{1,2}(?:am|pm|st|nd|rd|th)?$/u.test(word) ? "#small" : "#number";
}

function addWords(grams: Map<number, number>, words: readonly string[]): void {
  const padded = ["^", ...words, "$"];
  padded.forEach((word, index) => {
    if (index > 0 && index < padded.length - 1) bump(grams, hash(`1 ${word}`), 0, WORD_BUCKETS);
    if (index > 0) bump(grams, hash(`2 ${padded[index - 1]} ${word}`), 0, WORD_BUCKETS);
    if (index > 1) bump(grams, hash(`3 ${padded[index - 2]} ${word}`), 0, WORD_BUCKETS);
  });
}

function addChars(grams: Map<number, number>, word: string): void {
  const padded = `<${word}>`;
  for (let size = CHAR_GRAM_MIN; size <= CHAR_GRAM_MAX; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) {
      bump(grams, hash(padded.slice(start, start + size)), WORD_BUCKETS, CHAR_BUCKETS);
    }
  }
}

/** Signed hashing: the top bit gives the sign, so that collisions cancel out on average. */
function bump(grams: Map<number, number>, hashed: number, offset: number, buckets: number): void {
  const index = offset + ((hashed & 0x7fffffff) % buckets);
  grams.set(index, (grams.get(index) ?? 0) + (hashed < 0 ? -1 : 1));
}

/** FNV-1a over UTF-16 code units, as a signed 32-bit integer. */
export function hash(text: string): number {
  let value = FNV_OFFSET | 0;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), FNV_PRIME);
  }
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) ^ (value >>> 12);
}

function norm(grams: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const value of grams.values()) sum += value * value;
  return sum === 0 ? 1 : Math.sqrt(sum);
}
