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

/** How often `said` was the answer where `meant` was expected. */
export type Confusion = { readonly meant: string; readonly said: string; readonly times: number };

/** Bins of equal width over 0..1. */
const CALIBRATION_BINS = 10;

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

/** The messages that went to a person. */
export function handedOff(all: readonly Judged[]): readonly Judged[] {
  return all.filter(({ decision }) => decision.nextAction === "hand_off");
}

/** Next actions, every pair that occurred, the right ones too. */
export function actionConfusion(all: readonly Judged[]): readonly Confusion[] {
  return counted(all.map(({ message, decision }) => [message.nextAction, decision.nextAction]));
}

/** Intents that were missed or said without being meant, each with what stood on the other side; "-" is nothing. Most frequent first. */
export function intentConfusion(all: readonly Judged[]): readonly Confusion[] {
  return counted(
    all.flatMap(({ message, decision }) => {
      const missed = message.intents.filter((intent) => !decision.intents.includes(intent));
      const extra = decision.intents.filter((intent) => !message.intents.includes(intent));
      const pairs = missed.flatMap((meant) =>
        extra.length === 0 ? [[meant, "-"]] : extra.map((said) => [meant, said]),
      );
      return missed.length === 0 ? extra.map((said) => ["-", said]) : pairs;
    }),
  );
}

function counted(pairs: readonly (readonly (string | undefined)[])[]): readonly Confusion[] {
  const times = new Map<string, Confusion>();
  for (const [meant = "-", said = "-"] of pairs) {
    const key = `${meant} ${said}`;
    times.set(key, { meant, said, times: (times.get(key)?.times ?? 0) + 1 });
  }
  return [...times.values()].sort((left, right) => right.times - left.times);
}

/** Expected calibration error, 0..1: how far the confidence is from the share of right decisions, over bins, by their size. */
export function calibrationError(all: readonly Judged[]): number {
  const wrong = new Set(wrongActions(all));
  const bins = Map.groupBy(all, ({ decision }) =>
    Math.min(CALIBRATION_BINS - 1, Math.floor(decision.confidence * CALIBRATION_BINS)),
  );
  let error = 0;
  for (const inside of bins.values()) {
    const right = inside.filter((one) => !wrong.has(one)).length;
    const confident = inside.reduce((sum, { decision }) => sum + decision.confidence, 0);
    error += Math.abs(right - confident) / all.length;
  }
  return error;
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
