// Owns which of the organisation's own answers answers a question: one beyond doubt, or none (T70, T71).
// It must not be asked before the guardrails and the unit's record; policy.ts and questions.ts keep that order.
import type { DecisionInput } from "./decision.ts";
import { isPast } from "./freshness.ts";
import { isSayable } from "./knowledge-check.ts";
import { KNOWLEDGE_TOPIC, type KnowledgeEntry, wordingsOf } from "./knowledge-entry.ts";
import type { ReadSegment } from "./reading.ts";
import { isSameQuestion, readAsked } from "./same-question.ts";
import type { Answer } from "./templates.ts";

/** An entry answers, only entries that are out of date would, or none does. */
export type Told =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "stale" }
  | { readonly kind: "none" };

const NONE: Told = { kind: "none" };

/** What the entries say to one piece of a message. The unit's own come first: where one of them matches, no other is looked at. */
export function toldTo(segment: ReadSegment, input: Pick<DecisionInput, "knowledge" | "now">): Told {
  const entries = input.knowledge ?? [];
  if (entries.length === 0) return NONE;
  const asked = readAsked(segment.text);
  const matching = (entry: KnowledgeEntry) =>
    wordingsOf(entry.question).some((wording) => isSameQuestion(asked, readAsked(wording)));
  const own = entries.filter((entry) => entry.unitId !== null && matching(entry));
  const matches = own.length > 0 ? own : entries.filter((entry) => entry.unitId === null && matching(entry));
  if (matches.length === 0) return NONE;
  const standing = matches.filter(({ validUntil }) => !isPast(validUntil, input.now));
  const [first] = standing;
  if (first === undefined) return { kind: "stale" };
  const isAgreed = standing.every(({ answer }) => answer === first.answer);
  return isAgreed && isSayable(first.answer) ? { kind: "answer", answer: answerOf(first, segment) } : NONE;
}

function answerOf(entry: KnowledgeEntry, segment: ReadSegment): Answer {
  return {
    topic: KNOWLEDGE_TOPIC,
    intent: segment.touched[0]?.intent ?? "unit_question",
    label: ["", ""],
    facts: [{ name: "knowledge", value: entry.answer, record: `knowledge/${entry.id}` }],
  };
}
