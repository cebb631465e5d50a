// Owns the table from words to concepts: what the thesaurus files say, laid out for look-ups by hash instead of by string.
// A concept stands for all words that mean the same here, in English and Spanish. It must not know what concepts imply.
import { DANGER } from "./thesaurus-danger.ts";
import { GRAMMAR } from "./thesaurus-grammar.ts";
import { HOME } from "./thesaurus-home.ts";
import { MONEY } from "./thesaurus-money.ts";
import { PEOPLE } from "./thesaurus-people.ts";
import { TALK } from "./thesaurus-talk.ts";
import { VISIT } from "./thesaurus-visit.ts";
import {
  emptyTable,
  findIn,
  HASH_START,
  type HashTable,
  hashStep,
  hashWord,
  joinHashes,
  putInto,
} from "./word-hash.ts";

const ENTRIES: Readonly<Record<string, string>> = {
  ...GRAMMAR,
  ...VISIT,
  ...HOME,
  ...MONEY,
  ...PEOPLE,
  ...TALK,
  ...DANGER,
};
/** Room for the entries with at most half of the places taken. */
const EXACT_PLACES = 32_768;
const STEM_PLACES = 1_024;
/** Of the stems in the table: what is shorter or longer need not be looked up. */
const [STEM_CHARS_MIN, STEM_CHARS_MAX] = [3, 40];

/** The concepts by name; a concept's number is its place here plus one. */
export const CONCEPT_NAMES: readonly string[] = Object.keys(ENTRIES);
/** The concept that turns what follows into its opposite. */
export const NEGATION = CONCEPT_NAMES.indexOf("not") + 1;

/** Changes with any word of the thesaurus. Stored with the weights to detect a stale training. */
export const CONCEPTS_FINGERPRINT = hashWord(JSON.stringify(ENTRIES));

/** Lists of concepts; list 0 is empty. */
const LISTS: number[][] = [[]];
const EXACT = emptyTable(EXACT_PLACES);
const STEMS = emptyTable(STEM_PLACES);
CONCEPT_NAMES.forEach((name, place) => {
  for (const entry of (ENTRIES[name] ?? "").split(" ")) addEntry(entry, place + 1);
});
/** The lists one after the other: list n goes from LIST_STARTS[n] to before LIST_STARTS[n + 1]. */
export const LISTED = Int32Array.from(LISTS.flat());
export const LIST_STARTS = new Int32Array(LISTS.length + 1);
for (const [place, list] of LISTS.entries()) LIST_STARTS[place + 1] = (LIST_STARTS[place] as number) + list.length;

/** The list of the concepts of a whole word, or of two or three words joined by `joinHashes`; 0 when the table does not hold it. */
export function conceptsOf(hash: number): number {
  return findIn(EXACT, hash);
}

/** The list of the concepts of the longest stem that the word from `start` to `end` begins with; 0 without one. */
export function conceptsOfStem(text: string, start: number, end: number): number {
  const last = Math.min(end, start + STEM_CHARS_MAX);
  let hash = HASH_START;
  let found = 0;
  for (let at = start; at < last; at += 1) {
    hash = hashStep(hash, text.charCodeAt(at));
    const list = at - start + 1 < STEM_CHARS_MIN ? 0 : findIn(STEMS, hash);
    if (list !== 0) found = list;
  }
  return found;
}

function addEntry(entry: string, concept: number): void {
  if (entry.endsWith("*")) addTo(STEMS, hashWord(entry.slice(0, -1)), concept);
  else addTo(EXACT, entry.split("_").map(hashWord).reduce(joinHashes), concept);
}

function addTo(table: HashTable, hash: number, concept: number): void {
  const at = findIn(table, hash);
  const list = LISTS[at];
  if (at > 0 && list !== undefined) {
    if (!list.includes(concept)) list.push(concept);
    return;
  }
  putInto(table, hash, LISTS.length);
  LISTS.push([concept]);
}
