// Owns the doubt before an automatic answer: a delicate subject in the words, or a class of refusal that the model nearly hears.
// It must not decide what happens then; policy.ts hands such messages to a person.

import { GUARDRAIL_IDS } from "./guardrails.ts";
import { DELICATE, type Delicate } from "./guards/delicate.ts";
import { guardReadings } from "./guards/readings.ts";
import type { Situation } from "./situation.ts";

/** From here the model's lean towards a class that only a person answers is doubt enough. Below the least that fires a rule. */
export const DOUBT_MIN = 0.4;
/** In a message longer than this, every intent must be as sure as LONG_SURE_MIN: much of it was not read by any rule. */
export const LONG_WORDS_MIN = 60;
export const LONG_SURE_MIN = 0.75;
/** Classes under the name of an intent. */
const LEANS: readonly string[] = [
  ...GUARDRAIL_IDS.filter((id) => id !== "T27 human_requested"),
  "emergency",
  "spam_or_scam",
  "complaint",
];

/** The first delicate subject of a raw text, or null. */
export function delicateIn(text: string): Delicate | null {
  const readings = guardReadings(text);
  return DELICATE.find((one) => readings.some((reading) => one.asks(reading))) ?? null;
}

/** True when a class of refusal nearly fires. */
export function isDoubtful({ scores }: Situation): boolean {
  return LEANS.some((label) => (scores.get(label) ?? 0) >= DOUBT_MIN);
}

/** True when the message is long and one of its intents is heard without being sure. */
export function isHalfHeard({ reading, scored }: Situation): boolean {
  if (reading.normalised.split(/\s+/u).length <= LONG_WORDS_MIN) return false;
  return scored.some(({ score }) => score < LONG_SURE_MIN);
}
