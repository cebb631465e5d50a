// Owns the arithmetic of hashes: words and pairs of words as 32-bit integers, and a table keyed by them.
// Hashes stand in the trained weights: a change here needs `npm run train`.

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** Keys and values side by side, open addressing; values are positive, and 0 means an empty place. */
export type HashTable = { readonly keys: Int32Array; readonly values: Int32Array; readonly mask: number };

/** The hash before the first letter. */
export const HASH_START = FNV_OFFSET;

/** The hash after one more UTF-16 code unit (FNV-1a): every prefix of a word has been computed on the way. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, FNV_PRIME);
}

/** The hash of a whole word. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let index = 0; index < word.length; index += 1) hash = hashStep(hash, word.charCodeAt(index));
  return hash;
}

/** One hash of two, in order. */
export function joinHashes(first: number, second: number): number {
  return Math.imul(Math.imul(first, 0x2c1b3c6d) ^ (second + 0x9e3779b9), 0x297a2d39) ^ (first >>> 15);
}

/** An empty table; `places` is a power of two, at least twice the entries it will hold. */
export function emptyTable(places: number): HashTable {
  return { keys: new Int32Array(places), values: new Int32Array(places), mask: places - 1 };
}

/** The value stored under a key, or 0. */
export function findIn(table: HashTable, key: number): number {
  const { keys, values, mask } = table;
  let at = (key ^ (key >>> 15)) & mask;
  let value = values[at] as number;
  // One branch, which is nearly never taken: on when the place is taken (all bits set by -value >> 31) by another key.
  while ((((keys[at] as number) ^ key) & (-value >> 31)) !== 0) {
    at = (at + 1) & mask;
    value = values[at] as number;
  }
  return value;
}

/** Stores a positive value under a key. */
export function putInto(table: HashTable, key: number, value: number): void {
  const { keys, values, mask } = table;
  let at = (key ^ (key >>> 15)) & mask;
  while (values[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
  keys[at] = key;
  values[at] = value;
}
