// Owns everything policy.ts looks at for one message, read once. It gathers; it decides nothing.
import type { AskedScores } from "./asked-model.ts";
import { hearAsked, type PieceKind } from "./asked-subjects.ts";
import { calmIntents, calmScores, nearMisses } from "./calm-scores.ts";
import { FACT_INTENTS, INTENT_SCORE_MIN, type MessageScores, type ScoredIntent, scoreReading } from "./classify.ts";
import { type ConversationContext, readContext } from "./conversation-context.ts";
import { type DecisionInput, INTENTS, type Intent } from "./decision.ts";
import { type Guardrail, inboundGuardrails } from "./guardrails.ts";
import { intentsInContext } from "./intents-in-context.ts";
import { type Language, languageOf } from "./language.ts";
import { withoutQuoted } from "./quoted-text.ts";
import { type Reading, readMessage } from "./reading.ts";
import { readSlotChoice, type SlotChoice } from "./slot-choice.ts";

export type Situation = {
  readonly input: DecisionInput;
  readonly reading: Reading;
  readonly context: ConversationContext;
  readonly guardrails: readonly Guardrail[];
  /** Highest score first, never empty. */
  readonly scored: readonly ScoredIntent[];
  /** The model's scores of the whole message, by label: intents and guardrails. */
  readonly scores: MessageScores["message"];
  /** What each segment of the reading says by itself. */
  readonly bySegment: readonly (readonly Intent[])[];
  /** How sure the model of what is asked is, of each subject. */
  readonly asked: AskedScores;
  readonly choice: SlotChoice;
  readonly language: Language;
};

/** Reads the message, the history and the slots once. */
export function readSituation(input: DecisionInput): Situation {
  const read = readMessage(withoutQuoted(input.text));
  const heard = scoreReading(read);
  const bySegment = heard.segments.map(saidBy);
  const { reading, scores: asked } = hearAsked(read, bySegment.map(kindOf));
  const context = readContext(input.history, input.slots, input.zone, input.offered, input.hasShowing);
  const choice = readSlotChoice(reading.normalised, input.slots, context.offered, input.now, input.zone);
  const missed = nearMisses(reading.normalised.replace(/\n+/gu, " . "));
  const scores = calmScores(heard.message, missed);
  const scored = intentsInContext(calmIntents(heard.intents, missed), reading, context, choice);
  return {
    input,
    reading,
    context,
    guardrails: inboundGuardrails(input.text, scores),
    scored,
    scores,
    bySegment,
    asked,
    choice,
    language: languageOf(reading.normalised),
  };
}

/** True when the intent was said. */
export function says(situation: Situation, ...intents: readonly Intent[]): boolean {
  return situation.scored.some((entry) => intents.includes(entry.intent));
}

function kindOf(said: readonly Intent[]): PieceKind {
  if (said.length === 0) return "unheard";
  return said.some((intent) => FACT_INTENTS.includes(intent) || intent === "availability_question") ? "fact" : "aside";
}

function saidBy(segment: MessageScores["message"]): readonly Intent[] {
  return INTENTS.filter((intent) => (segment.get(intent) ?? 0) >= INTENT_SCORE_MIN);
}
