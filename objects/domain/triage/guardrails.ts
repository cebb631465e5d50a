// Owns the inbound guardrails: named rules that stop the assistant and bring a person, whatever else was said. Each has a risk
// and a reason; what its words are stands in guards/, a file for each. None of them writes a reply, and outbound text is judged in
// outbound-check.ts.
import type { Intent, Reason, Risk } from "./decision.ts";
import { ABUSE, ABUSE_HINTS } from "./guards/abuse.ts";
import { EMERGENCY, EMERGENCY_HINTS } from "./guards/emergency.ts";
import { FAIR_HOUSING, FAIR_HOUSING_HINTS } from "./guards/fair-housing.ts";
import { HUMAN } from "./guards/human.ts";
import { ORDER_HINTS, ORDERS } from "./guards/injection.ts";
import { LEGAL, LEGAL_HINTS } from "./guards/legal.ts";
import { speaksToMachine } from "./guards/markup.ts";
import { anyOf, type Reads, without } from "./guards/matchers.ts";
import { MINORS, MINORS_HINTS } from "./guards/minors.ts";
import { GIVES_NOTHING } from "./guards/no-sensitive.ts";
import { guardReadings } from "./guards/readings.ts";
import { SCAM, SCAM_HINTS } from "./guards/scam.ts";
import { FIRES_FROM } from "./model.ts";
import { holdsPaymentOrIdentityData, offersPaymentOrIdentityData } from "./sensitive-data.ts";

export const GUARDRAIL_IDS = [
  "T20 legal_threat",
  "T21 abuse",
  "T22 emergency",
  "T23 sensitive_data",
  "T24 fair_housing",
  "T25 scam",
  "T26 minors",
  "T27 human_requested",
  "T28 injection",
] as const;
export type GuardrailId = (typeof GUARDRAIL_IDS)[number];

export type Guardrail = {
  readonly id: GuardrailId;
  readonly risk: Risk;
  /** The intent that firing implies, or null when the words decide. */
  readonly intent: Intent | null;
  readonly reason: Reason;
  readonly fires: Reads;
  /** Words that belong as often to a story about oneself: they count where the model leans towards the class, too. */
  readonly hints?: Reads;
  /** Looks at the text as it came, too. */
  readonly firesOnRaw?: Reads;
};

/**
 * A hint counts from this share of the probability that fires the rule without a word. On messages that their model had not seen,
 * three of four stories with the words of a rule lie below it, and one in thirty of what the rule is for.
 */
export const HINT_SHARE = 0.25;

const reason = (code: string, sentence: string): Reason => ({ code, sentence });

/** The rules, the gravest first. */
export const GUARDRAILS: readonly Guardrail[] = [
  {
    id: "T22 emergency",
    risk: "critical",
    intent: "emergency",
    reason: reason("emergency", "The message speaks of danger to people or the home; a person must act now."),
    fires: EMERGENCY,
    hints: EMERGENCY_HINTS,
  },
  {
    id: "T20 legal_threat",
    risk: "high",
    intent: "complaint",
    reason: reason("legal_threat", "The message threatens or mentions legal steps."),
    fires: LEGAL,
    hints: LEGAL_HINTS,
  },
  {
    id: "T21 abuse",
    risk: "high",
    intent: "complaint",
    reason: reason("abuse", "The message is abusive or threatening."),
    fires: ABUSE,
    hints: ABUSE_HINTS,
  },
  {
    id: "T23 sensitive_data",
    risk: "high",
    intent: null,
    reason: reason("sensitive_data", "The message holds payment or identity data that must not be handled here."),
    fires: without(GIVES_NOTHING, anyOf(holdsPaymentOrIdentityData, offersPaymentOrIdentityData)),
  },
  {
    id: "T26 minors",
    risk: "high",
    intent: null,
    reason: reason("minor", "The writer may be under eighteen."),
    fires: MINORS,
    hints: MINORS_HINTS,
  },
  {
    id: "T24 fair_housing",
    risk: "high",
    intent: null,
    reason: reason("fair_housing", "The message touches a subject protected by fair housing rules."),
    fires: FAIR_HOUSING,
    hints: FAIR_HOUSING_HINTS,
  },
  {
    id: "T25 scam",
    risk: "high",
    intent: "spam_or_scam",
    reason: reason("scam", "The message looks like a scam or an advertisement, or speaks of one."),
    fires: SCAM,
    hints: SCAM_HINTS,
  },
  {
    id: "T28 injection",
    risk: "high",
    intent: null,
    reason: reason("injection", "The message tries to give orders to the assistant."),
    fires: ORDERS,
    hints: ORDER_HINTS,
    firesOnRaw: speaksToMachine,
  },
  {
    id: "T27 human_requested",
    risk: "medium",
    intent: "human_request",
    reason: reason("human_requested", "The lead asks for a person."),
    fires: HUMAN,
  },
];

/** Rules that the model knows under the name of an intent. */
const INTENT_OF: Partial<Record<GuardrailId, Intent>> = {
  "T22 emergency": "emergency",
  "T25 scam": "spam_or_scam",
  "T27 human_requested": "human_request",
};

/** Every inbound rule that fires, the gravest first. `scores` are the model's, by label; disguised spellings are read too. */
export function inboundGuardrails(text: string, scores: ReadonlyMap<string, number>): readonly Guardrail[] {
  const readings = guardReadings(text);
  return GUARDRAILS.filter((rule) => {
    const label = INTENT_OF[rule.id] ?? rule.id;
    const lean = scores.get(label) ?? 0;
    const firesFrom = FIRES_FROM.get(label) ?? 1;
    if (lean >= firesFrom || rule.firesOnRaw?.(text) === true) return true;
    const hints = lean >= HINT_SHARE * firesFrom ? rule.hints : undefined;
    return readings.some((variant) => rule.fires(variant) || hints?.(variant) === true);
  });
}
