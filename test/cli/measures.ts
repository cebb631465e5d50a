// Owns the measures of the triage room on labelled messages: what eval prints and the accuracy test holds it to.
// It must not print.
import { type Decision, INTENTS, type Intent, type NextAction } from "#domain/triage/decision";
import { decide } from "#domain/triage/policy";
import type { LabelledMessage } from "./labelled-messages.ts";

export type Judged = { readonly message: LabelledMessage; readonly decision: Decision };
export type IntentMeasure = {
  readonly intent: Intent;
  readonly meant: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
};
export type GuardrailMeasure = { readonly id: string; readonly due: number; readonly missed: readonly Judged[] };

/** Actions that say or do something without a person. */
const AUTOMATIC: readonly NextAction[] = ["reply", "offer_slots", "book_slot", "ask"];

/** Decides every message. */
export function judge(messages: readonly LabelledMessage[]): readonly Judged[] {
  return messages.map((message) => ({ message, decision: decide(message.input) }));
}

/** Precision, recall and F1 of every intent that was meant or said. */
export function measureIntents(all: readonly Judged[]): readonly IntentMeasure[] {
  return INTENTS.flatMap((intent) => {
    const said = all.filter(({ decision }) => decision.intents.includes(intent));
    const meant = all.filter(({ message }) => message.intents.includes(intent)).length;
    const right = said.filter(({ message }) => message.intents.includes(intent)).length;
    if (said.length === 0 && meant === 0) return [];
    const precision = said.length === 0 ? 0 : right / said.length;
    const recall = meant === 0 ? 0 : right / meant;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return [{ intent, meant, precision, recall, f1 }];
  });
}

/** The mean F1 of the intents. */
export function macroF1(measures: readonly IntentMeasure[]): number {
  return measures.reduce((sum, measure) => sum + measure.f1, 0) / measures.length;
}

/** Messages whose next action, or whose chosen slot, is not the expected one. */
export function wrongActions(all: readonly Judged[]): readonly Judged[] {
  return all.filter(
    ({ message, decision }) =>
      decision.nextAction !== message.nextAction || decision.selectedSlot !== message.selectedSlot,
  );
}

/** Messages that got an automatic answer. */
export function automaticOnes(all: readonly Judged[]): readonly Judged[] {
  return all.filter(({ decision }) => AUTOMATIC.includes(decision.nextAction));
}

/** For every guardrail that was due: how often, and where it did not fire. */
export function measureGuardrails(all: readonly Judged[]): readonly GuardrailMeasure[] {
  const ids = [...new Set(all.flatMap(({ message }) => message.guardrail ?? []))].sort();
  return ids.map((id) => {
    const due = all.filter(({ message }) => message.guardrail === id);
    return { id, due: due.length, missed: due.filter(({ decision }) => !decision.guardrails.includes(id)) };
  });
}

/** Messages that needed no person and where a guardrail fired all the same. */
export function firedWithoutCause(all: readonly Judged[]): readonly Judged[] {
  return all.filter(
    ({ message, decision }) =>
      message.guardrail === null &&
      message.nextAction !== "hand_off" &&
      decision.guardrails.some((id) => !/^T(?:27|29|30) /u.test(id)),
  );
}
