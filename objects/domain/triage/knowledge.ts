// Owns which of the organisation's own answers answers a question: one beyond doubt, or none (T70, T71).
// It must not be asked before the guardrails and the unit's record; policy.ts and questions.ts keep that order.
import type { DecisionInput } from "./decision.ts";
import { isPast } from "./freshness.ts";
import { isSayable } from "./knowledge-check.ts";
import { KNOWLEDGE_TOPIC, type KnowledgeEntry, wordingsOf } from "./knowledge-entry.ts";
import { type AskedThing, likeness, readAsked } from "./knowledge-likeness.ts";
import type { ReadSegment } from "./reading.ts";
import type { Answer } from "./templates.ts";

/** An entry answers, only entries that are out of date would, or none does. */
export type Told =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "stale" }
  | { readonly kind: "none" };

/** Two entries nearer to each other than this match about equally. */
const LIKENESS_APART_MIN = 0.1;
const NONE: Told = { kind: "none" };

type Match = { readonly entry: KnowledgeEntry; readonly score: number };

/** What the entries say to one piece of a message. The unit's own come first: where one of them matches, no other is looked at. */
export function toldTo(segment: ReadSegment, input: Pick<DecisionInput, "knowledge" | "now">): Told {
  const entries = input.knowledge ?? [];
  if (entries.length === 0) return NONE;
  const asked = readAsked(segment.text);
  for (const scope of [
    entries.filter(({ unitId }) => unitId !== null),
    entries.filter(({ unitId }) => unitId === null),
  ]) {
    const matches = scope.flatMap((entry) => matchOf(entry, asked));
    if (matches.length === 0) continue;
    const standing = matches.filter(({ entry }) => !isPast(entry.validUntil, input.now));
    if (standing.length === 0) return { kind: "stale" };
    const entry = onlyOne(standing);
    return entry === null || !isSayable(entry.answer) ? NONE : { kind: "answer", answer: answerOf(entry, segment) };
  }
  return NONE;
}

function matchOf(entry: KnowledgeEntry, asked: AskedThing): readonly Match[] {
  const score = Math.max(0, ...wordingsOf(entry.question).map((wording) => likeness(asked, readAsked(wording))));
  return score > 0 ? [{ entry, score }] : [];
}

/** The best match, unless another one that answers otherwise is about as good. */
function onlyOne(matches: readonly Match[]): KnowledgeEntry | null {
  const [best, ...others] = matches.toSorted((left, right) => right.score - left.score);
  if (best === undefined) return null;
  const rivals = others.filter(
    ({ score, entry }) => best.score - score < LIKENESS_APART_MIN && entry.answer !== best.entry.answer,
  );
  return rivals.length === 0 ? best.entry : null;
}

function answerOf(entry: KnowledgeEntry, segment: ReadSegment): Answer {
  return {
    topic: KNOWLEDGE_TOPIC,
    intent: segment.touched[0]?.intent ?? "unit_question",
    label: ["", ""],
    facts: [{ name: "knowledge", value: entry.answer, record: `knowledge/${entry.id}` }],
  };
}
