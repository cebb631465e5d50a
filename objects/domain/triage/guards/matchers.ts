// Owns the small pieces that the rules of this folder are put together from: lists of words, phrases with gaps, and what must
// be cut out before a rule looks. It knows no rule and no word.

/** True when a text in reading form says what a rule looks for. */
export type Reads = (reading: string) => boolean;

/** A word in reading form (Latin, no accents), and what parts two words of one sentence. Plain classes: they compile fast. */
const WORD = "[a-z0-9$#%&@*'-]+";
const BETWEEN = "[^a-z0-9.!?\\n$]+";
const STARTS = "(?<![a-z0-9])";
const ENDS = "(?![a-z0-9])";

/**
 * One of these words, as the source of a pattern. Entries are parted by blanks; `_` is a blank inside of an entry, and an
 * entry may be a pattern of its own (`lawyers?`).
 */
export function words(entries: string): string {
  return `(?:${entries.trim().split(/\s+/u).join("|").replaceAll("_", " ")})`;
}

/** Several lists as one. */
export function either(...lists: readonly string[]): string {
  return `(?:${lists.join("|")})`;
}

/** The parts one after the other. A number between two parts: at most so many other words of the same sentence may stand there. */
export function phrase(...parts: readonly (string | number)[]): RegExp {
  const source = parts.map((part, index) => {
    if (typeof part === "number") return `${BETWEEN}(?:${WORD}${BETWEEN}){0,${part}}`;
    return index > 0 && typeof parts[index - 1] === "string" ? `${BETWEEN}(?:${part})` : `(?:${part})`;
  });
  return new RegExp(`${STARTS}${source.join("")}${ENDS}`);
}

/** At least one of them. */
export function anyOf(...some: readonly (RegExp | Reads)[]): Reads {
  return (reading) => some.some((one) => matches(one, reading));
}

/** All of them, in one sentence. */
export function together(...all: readonly (RegExp | Reads)[]): Reads {
  return (reading) => sentences(reading).some((sentence) => all.every((one) => matches(one, sentence)));
}

/** What `reads` finds when the harmless phrases are cut out first. */
export function without(harmless: readonly RegExp[], reads: Reads): Reads {
  const cuts = harmless.map((one) => new RegExp(one.source, one.flags.replace("g", "").concat("g")));
  return (reading) => reads(cuts.reduce((text, cut) => text.replace(cut, " , "), reading));
}

/** What `reads` finds in the sentences that do not hold `unless`. */
export function outside(unless: RegExp, reads: Reads): Reads {
  return (reading) => sentences(reading).some((sentence) => !unless.test(sentence) && reads(sentence));
}

function sentences(reading: string): readonly string[] {
  return reading.split(/(?<=[a-z0-9)"'])[.]+(?= |$)|\n|[!?]+| \. /);
}

function matches(one: RegExp | Reads, reading: string): boolean {
  return one instanceof RegExp ? one.test(reading) : one(reading);
}
