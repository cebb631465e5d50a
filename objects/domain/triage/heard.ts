// What another reader than the embedded one made of a message, and how much of it counts: it fills gaps, it never
// contradicts. Who may be heard, and whether the words may be used, is decided in the room of the model.
import type { ScoredIntent } from "./classify.ts";
import type { Situation } from "./situation.ts";

export type Heard = {
  /** Added where the embedded reading is unsure. */
  readonly intents: readonly ScoredIntent[];
  /** Words that state the facts of the answer; null: our own lines do. */
  readonly words: string | null;
};

export const NOTHING_HEARD: Heard = { intents: [], words: null };

/**
 * The situation with the intents that were heard in the place of those of a score below `sureMin` and of `unknown`. A single
 * question that nobody understood counts as what was heard; with two of them it could be either, so both stay open.
 */
export function withHeard(situation: Situation, heard: readonly ScoredIntent[], sureMin: number): Situation {
  if (heard.length === 0) return situation;
  const sure = situation.scored.filter(({ intent, score }) => intent !== "unknown" && score >= sureMin);
  const added = heard.filter(({ intent }) => !sure.some((entry) => entry.intent === intent));
  const scored = [...sure, ...added].sort((left, right) => right.score - left.score);
  const open = situation.bySegment.flatMap((said, index) => (isOpen(situation, said, index) ? [index] : []));
  const bySegment = situation.bySegment.map((said, index) =>
    open.length === 1 && open[0] === index ? [...said, ...added.map(({ intent }) => intent)] : said,
  );
  return { ...situation, scored, bySegment };
}

function isOpen({ reading }: Situation, said: readonly unknown[], index: number): boolean {
  const segment = reading.segments[index];
  return segment?.asks === true && said.length === 0 && segment.touched.length === 0 && !segment.courtesy;
}
