// Owns the likeness of two texts, so that a conversation never gets the same answer twice.
import { normalise } from "./normalise.ts";

/** From here two replies count as the same. */
export const NEAR_IDENTICAL_MIN = 0.9;
const GRAM_CHARS = 3;

/** Likeness 0..1 of two texts: the Dice coefficient of their character trigrams in reading form. */
export function similarity(left: string, right: string): number {
  const [a, b] = [grams(left), grams(right)];
  let sizes = 0;
  let shared = 0;
  for (const [gram, count] of a) {
    sizes += count;
    shared += Math.min(count, b.get(gram) ?? 0);
  }
  for (const count of b.values()) sizes += count;
  return sizes === 0 ? 1 : (2 * shared) / sizes;
}

function grams(text: string): Map<string, number> {
  const reading = ` ${normalise(text).replace(/\s+/gu, " ")} `;
  const counts = new Map<string, number>();
  for (let index = 0; index + GRAM_CHARS <= reading.length; index += 1) {
    const gram = reading.slice(index, index + GRAM_CHARS);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
