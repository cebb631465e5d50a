// How a proposal and the embedded decision become the decision. The rules of triage have the last word: what a model heard is one
// more reading for policy to decide from, and its words stand only where they say what the rules would have said.
import { readContext } from "../triage/conversation-context.ts";
import type { Decision, DecisionInput, Intent } from "../triage/decision.ts";
import { languageOf } from "../triage/language.ts";
import { normalise } from "../triage/normalise.ts";
import { checkOutbound } from "../triage/outbound-check.ts";
import { CONFIDENCE_MIN, decideHearing } from "../triage/policy.ts";
import type { Ask } from "./ask.ts";
import type { FallbackCode } from "./fallback.ts";
import { isGrounded } from "./grounding.ts";
import { restore } from "./mask.ts";
import { statedFacts } from "./prompt.ts";
import { type Proposal, REPLY_CHARS_MAX } from "./proposal.ts";

/** The decision, and why the embedded one stands although a model answered; null: the proposal was weighed. */
export type Merged = { readonly decision: Decision; readonly fallback: FallbackCode | null };

/**
 * What a model may hear. Not here: what books, moves, confirms or cancels a showing, what opts a person out, and what leaves a
 * message without any answer; that follows from our own reading only.
 */
const HEARABLE: ReadonlySet<Intent> = new Set<Intent>([
  "showing_request",
  "availability_question",
  "pricing_question",
  "policy_question",
  "application_question",
  "unit_question",
  "not_interested",
  "deferred",
  "changes_listing",
  "follow_up_nudge",
  "complaint",
  "human_request",
  "emergency",
  "bot_challenge",
  "spam_or_scam",
]);
/** What policy may make of it; anything else acts on a showing, on a person, or says nothing. */
const ACTIONS: ReadonlySet<Decision["nextAction"]> = new Set(["reply", "offer_slots", "ask", "hand_off"]);
/** Latin letters, digits and the signs of plain sentences: no markup, no disguise, no pictures. */
const TEXT = /^[\p{Script=Latin}\p{N}\p{Zs}\n.,!?¿¡'’:;$€£%/()&+"-]+$/u;
/** A model is never as sure as it says. */
const HEARD_SCORE_MAX = 0.8;

/** Weighs a proposal for the message that `embedded` was decided for. `originals`: what the prompt's placeholders stand for. */
export function merge(
  input: DecisionInput,
  embedded: Decision,
  ask: Exclude<Ask, { readonly for: "nothing" }>,
  proposal: Proposal,
  originals: ReadonlyMap<string, string>,
): Merged {
  if (ask.for === "words") return withWords(input, embedded, proposal, originals);
  return { decision: withIntents(input, embedded, proposal), fallback: null };
}

function withIntents(input: DecisionInput, embedded: Decision, { intents, confidence }: Proposal): Decision {
  if (!(confidence >= CONFIDENCE_MIN && confidence <= 1)) return embedded;
  // Without a showing to lose, a lead who turns the home down is thanked; with one, the showing would be cancelled.
  const heard = intents.filter(
    (intent) => HEARABLE.has(intent) && !(intent === "not_interested" && input.hasShowing === true),
  );
  if (heard.length === 0 || heard.length < intents.length) return embedded;
  const score = Math.min(confidence, HEARD_SCORE_MAX);
  const decision = decideHearing(input, { intents: heard.map((intent) => ({ intent, score })), words: null });
  return ACTIONS.has(decision.nextAction) ? decision : embedded;
}

function withWords(
  input: DecisionInput,
  embedded: Decision,
  proposal: Proposal,
  originals: ReadonlyMap<string, string>,
): Merged {
  const kept = (fallback: FallbackCode | null): Merged => ({ decision: embedded, fallback });
  if (proposal.reply === null) return kept(null);
  const facts = statedFacts(embedded);
  const isSameAnswer = proposal.nextAction === embedded.nextAction && proposal.selectedSlot === embedded.selectedSlot;
  if (!isSameAnswer || proposal.factsUsed.some((name) => facts.every((fact) => fact.name !== name))) {
    return kept("ungrounded");
  }
  const restored = restore(proposal.reply, originals);
  if (!restored.ok) return kept("ungrounded");
  const words = restored.value.trim();
  if (words === "" || words.length > REPLY_CHARS_MAX) return kept("unsafe_words");
  const findings = checkOutbound(words, { facts });
  if (!TEXT.test(words) || findings.some(({ rule }) => !rule.startsWith("T44"))) return kept("unsafe_words");
  if (findings.length > 0) return kept("ungrounded");
  const language = languageOf(normalise(input.text));
  if (languageOf(normalise(words)) !== language || readsAsAppointment(input, words)) return kept("unsafe_words");
  if (!isGrounded(words, facts, language)) return kept("ungrounded");
  const decision = decideHearing(input, { intents: [], words });
  const isKept = decision.nextAction === embedded.nextAction && decision.reply?.includes(words) === true;
  return isKept ? { decision, fallback: null } : kept("unsafe_words");
}

/** Words that a later message would be read against as an offer, a booking or a reminder; those are the rules' own. */
function readsAsAppointment({ slots, zone }: DecisionInput, words: string): boolean {
  return readContext([{ from: "us", text: words }], slots, zone).phase !== "talking";
}
