// A decision in words: what was understood, how sure, how risky, what is to happen.
import type { Intent, NextAction, Risk } from "#domain/triage/decision";

export const INTENT_WORDS: Readonly<Record<Intent, string>> = {
  showing_request: "Wants a showing",
  availability_question: "Asks about availability",
  pricing_question: "Asks about price",
  policy_question: "Asks about the rules",
  application_question: "Asks how to apply",
  slot_selection: "Chose a time",
  confirmation: "Confirms",
  reschedule: "Wants another time",
  cancel: "Cancels",
  not_interested: "Not interested",
  deferred: "Later, perhaps",
  unsubscribe: "Do not contact",
  changes_listing: "Means another unit",
  unit_question: "Asks about the unit",
  small_talk: "Small talk",
  follow_up_nudge: "Asks for an answer",
  complaint: "Complains",
  human_request: "Asks for a person",
  emergency: "Emergency",
  bot_challenge: "Asks if we are a bot",
  spam_or_scam: "Spam or scam",
  unknown: "Not understood",
};

export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  low: "Low risk",
  medium: "Medium risk",
  high: "High risk",
  critical: "Critical risk",
};

export const ACTION_WORDS: Readonly<Record<NextAction, string>> = {
  reply: "Reply",
  offer_slots: "Offer times",
  book_slot: "Book the time",
  ask: "Ask back",
  hand_off: "Hand to a person",
  suppress: "Stop contact",
  ignore: "Nothing to do",
};

/** Below this a person decides (product.md, guardrails). */
const CONFIDENCE_LOW = 0.55;
const CONFIDENCE_HIGH = 0.85;

/** `confidence` 0..1 as a word and a number: "Sure (92 %)". */
export function confidenceWords(confidence: number): string {
  const word = confidence >= CONFIDENCE_HIGH ? "Sure" : confidence >= CONFIDENCE_LOW ? "Fairly sure" : "Unsure";
  return `${word} (${Math.round(confidence * 100)} %)`;
}

/** A record's field name as words: "rentMonthly" → "rent monthly". */
export function factWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}

/** A guardrail without its rule number: "T20 legal_threat" → "legal threat". */
export function guardrailWords(guardrail: string): string {
  return guardrail.replace(/^[A-Z]+\d+\s+/, "").replaceAll("_", " ");
}
