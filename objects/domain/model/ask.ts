// Whether a model is asked about a message, and for what: guardrails and policy were here first. A message that brings a person
// for its risk, an opt-out, or an order to the assistant never reaches a model.
import type { Decision, DecisionInput } from "../triage/decision.ts";
import { CONFIDENCE_MIN } from "../triage/policy.ts";
import type { FallbackCode } from "./fallback.ts";

export type Ask =
  /** The rules know what to do, or a person must: the model is left alone. */
  | { readonly for: "nothing"; readonly fallback: FallbackCode | null }
  /** The embedded reading is unsure of what is meant. No fact leaves. */
  | { readonly for: "intents" }
  /** The rules answer with facts of a record; the model may word them. */
  | { readonly for: "words" };

/** A longer message is for the embedded reading alone: part of it could mislead. */
export const LEAD_CHARS_MAX = 4_000;

/** Hand-offs that say nothing but "this was not understood". */
const NOT_UNDERSTOOD: ReadonlySet<string> = new Set(["low_confidence", "not_understood", "question_unclear"]);
/** Answers that state facts or lay times open; every other sentence of ours is as short as it can be. */
const WORDED: ReadonlySet<string> = new Set(["facts", "showing_asked"]);

/** `mayWord`: the organisation lets the model word replies. */
export function askFor(input: DecisionInput, embedded: Decision, mayWord: boolean): Ask {
  if (embedded.guardrails.some((id) => id.startsWith("T28"))) return { for: "nothing", fallback: "injection" };
  const isGrave = embedded.guardrails.length > 0 || embedded.risk === "high" || embedded.risk === "critical";
  if (isGrave || input.text.length > LEAD_CHARS_MAX) return { for: "nothing", fallback: null };
  if (embedded.nextAction === "hand_off") {
    const isUnsure = NOT_UNDERSTOOD.has(embedded.reason.code) || embedded.confidence < CONFIDENCE_MIN;
    return isUnsure && embedded.risk === "low" ? { for: "intents" } : { for: "nothing", fallback: null };
  }
  // [M19] An answer of the organisation's own is said as the organisation wrote it.
  const isOwn = embedded.facts.some(({ record }) => record.startsWith("knowledge/"));
  const isWorded = embedded.reply !== null && WORDED.has(embedded.reason.code) && !isOwn;
  return mayWord && isWorded ? { for: "words" } : { for: "nothing", fallback: null };
}
