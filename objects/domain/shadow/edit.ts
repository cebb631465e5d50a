// How far two texts of ours are from each other: the share of words that changed, and what was stated in one and not in the other.
// Compares words; judges nothing.
import type { Fact } from "../triage/decision.ts";
import { WORDS_COMPARED_MAX } from "./limits.ts";
import { isTime, stated } from "./stated.ts";

export type Edit = {
  /** Share of words that changed: 0 = the same words, 1 = nothing in common. */
  readonly distance: number;
  /** What the first text states and the second does not, e.g. "1450", "time 15:00", "not", "fact pets". */
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** True when a day or an hour is among them. */
  readonly slotsChanged: boolean;
};

/** [W2] [W3] From a draft to what was sent. `facts`: those of the decision. */
export function editOf(draft: string, sent: string, facts: readonly Fact[]): Edit {
  const before = stated(draft);
  const after = stated(sent);
  const lost = facts
    .filter(({ value }) => holds(draft, value) && !holds(sent, value))
    .map(({ name }) => `fact ${name}`);
  const removed = [...[...before].filter((fact) => !after.has(fact)), ...new Set(lost)];
  const added = [...after].filter((fact) => !before.has(fact));
  return {
    distance: distanceOf(wordsOf(draft), wordsOf(sent)),
    removed,
    added,
    slotsChanged: [...removed, ...added].some(isTime),
  };
}

/** Facts in words; the ones with numbers are found by their numbers. */
function holds(text: string, value: Fact["value"]): boolean {
  return (
    typeof value === "string" && value !== "" && !/\d/.test(value) && text.toLowerCase().includes(value.toLowerCase())
  );
}

function wordsOf(text: string): readonly string[] {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}$£€][\p{L}\p{N}.,:'’%-]*/gu) ?? [];
  return words.slice(0, WORDS_COMPARED_MAX).map((word) => word.replace(/[.,:'’-]+$/, ""));
}

/** Words to insert, take out or replace, over the words of the longer text. */
function distanceOf(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      const replaced = (row[j] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? 0) / longest;
}
