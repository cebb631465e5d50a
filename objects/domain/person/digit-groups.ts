// Cuts a text into runs of digit groups: "(212) 555-0142" is one run of three groups. Knows nothing of what a run means.
// One pass over the text; everything that is looked at around a group has a fixed reach.
import { CUE_CHARS_AFTER, CUE_CHARS_BEFORE, GAP_CHARS_MAX } from "./limits.ts";

export type DigitGroup = {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the group before; "" for the first of a run. */
  readonly gap: string;
};
/** Groups that stand close enough together to be one number. */
export type DigitRun = { readonly groups: readonly DigitGroup[] };

const GAP = /^[ .()-]+$/;
const DASHES = /[\u2010-\u2015\u2212]/g;
const SPACES = /[\t\u00a0\u2002-\u200a\u202f]/g;

/** The text with one kind of dash, one kind of space, and nothing invisible: numbers are pasted with all of them. */
export function plainSigns(text: string): string {
  return text
    .replace(DASHES, "-")
    .replace(SPACES, " ")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
}

/** The runs of a text that went through `plainSigns`. */
export function digitRuns(text: string): readonly DigitRun[] {
  const runs: DigitGroup[][] = [];
  let last: DigitGroup | undefined;
  for (const match of text.matchAll(/[0-9]+/g)) {
    const [digits] = match;
    const start = match.index;
    const between = last === undefined ? "" : text.slice(last.end, Math.min(start, last.end + GAP_CHARS_MAX + 1));
    const isNear = last !== undefined && between.length <= GAP_CHARS_MAX && GAP.test(between);
    const group: DigitGroup = { digits, start, end: start + digits.length, gap: isNear ? between : "" };
    if (isNear) runs.at(-1)?.push(group);
    else runs.push([group]);
    last = group;
  }
  return runs.map((groups) => ({ groups }));
}

/** The rest of the line before a place, as far as it is read. `isWhole`: the line begins there. */
export function lineBefore(text: string, start: number): { readonly words: string; readonly isWhole: boolean } {
  const from = Math.max(0, start - CUE_CHARS_BEFORE);
  const window = text.slice(from, start);
  const cut = window.lastIndexOf("\n");
  return { words: window.slice(cut + 1), isWhole: cut !== -1 || from === 0 };
}

/** The rest of the line after a place, as far as it is read. `isWhole`: the line ends there. */
export function lineAfter(text: string, end: number): { readonly words: string; readonly isWhole: boolean } {
  const window = text.slice(end, end + CUE_CHARS_AFTER);
  const cut = window.indexOf("\n");
  return cut === -1
    ? { words: window, isWhole: end + CUE_CHARS_AFTER >= text.length }
    : { words: window.slice(0, cut), isWhole: true };
}
