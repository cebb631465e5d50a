// The shape of a decision: what was understood of a lead's words and what should happen next (R6, R14).
// Only the shape and its closed lists live here; the rules that produce it are in policy.ts.
import type { KnowledgeEntry } from "./knowledge-entry.ts";
import type { ReplyTemplate } from "./template-kinds.ts";

/** Everything a lead can mean; several at once are normal. */
export const INTENTS = [
  "showing_request",
  "availability_question",
  "pricing_question",
  "policy_question",
  "application_question",
  "slot_selection",
  "confirmation",
  "reschedule",
  "cancel",
  "not_interested",
  "deferred",
  "unsubscribe",
  "changes_listing",
  "unit_question",
  "small_talk",
  "follow_up_nudge",
  "complaint",
  "human_request",
  "emergency",
  "bot_challenge",
  "spam_or_scam",
  "unknown",
] as const;
export type Intent = (typeof INTENTS)[number];

export const RISKS = ["low", "medium", "high", "critical"] as const;
export type Risk = (typeof RISKS)[number];

export const NEXT_ACTIONS = ["reply", "offer_slots", "book_slot", "ask", "hand_off", "suppress", "ignore"] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

/** The outcomes of R7. `showing_confirmed` is the only one that may stand in workflow state `showing`. */
export const OUTCOMES = [
  "not_interested",
  "wants_reschedule",
  "no_reply",
  "showing_confirmed",
  "general_question",
  "human_required",
  "no_show",
  "completed",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A fact a reply states, with the record that holds it. */
export type Fact = {
  /** Name in the unit's record, for example "rentMonthly". */
  readonly name: string;
  readonly value: string | number;
  /** Where the value is recorded, for example "unit_facts/un_1/rentMonthly". */
  readonly record: string;
};

/** Why: a stable code and a sentence for the agent. Holds no message text. */
export type Reason = { readonly code: string; readonly sentence: string };

/** An open showing time that was offered or may be offered. Instants are UTC ISO strings. */
export type OfferedSlot = { readonly start: string; readonly end: string; readonly label: string };

/** One turn of a conversation, oldest first. */
export type Turn = { readonly from: "lead" | "us"; readonly text: string };

export type Decision = {
  /** Most probable first, at least one. */
  readonly intents: readonly Intent[];
  readonly outcome: Outcome | null;
  readonly risk: Risk;
  /** Calibrated, 0..1: the probability that `nextAction` is right. */
  readonly confidence: number;
  readonly nextAction: NextAction;
  readonly reason: Reason;
  /** The text to send; null when nothing is to be said. */
  readonly reply: string | null;
  /** Index into the slots given, or null. */
  readonly selectedSlot: number | null;
  readonly facts: readonly Fact[];
  /** Ids of the guardrails that fired, inbound or outbound, e.g. "T20 legal_threat". */
  readonly guardrails: readonly string[];
};

/** Everything a decision is made from. Nothing is read from anywhere else: a stored input replays to the same decision. */
export type DecisionInput = {
  /** The burst of unanswered lead messages, oldest first, joined by a new line. */
  readonly text: string;
  readonly platform: string | null;
  /** Turns before `text`, oldest first. */
  readonly history: readonly Turn[];
  /** The unit's facts by name; a fact that is not there is not known. */
  readonly unit: Readonly<Record<string, string | number>>;
  /** Where the facts are recorded, by name; a name that is missing falls back to "unit/<name>". */
  readonly records: Readonly<Record<string, string>>;
  /** UTC ISO instant from which a fact does not hold any more, by name; a fact without one holds until it is changed. */
  readonly factsValidUntil?: Readonly<Record<string, string>>;
  /** What the organisation wrote down for its units together and for this one. Absent: nothing. */
  readonly knowledge?: readonly KnowledgeEntry[];
  /** The organisation's own words for replies. Absent: ours are used. */
  readonly templates?: readonly ReplyTemplate[];
  /** Open times; they count as offered only if the history says so. */
  readonly slots: readonly OfferedSlot[];
  /** Indexes of the slots that were put to the lead, as the records say; absent: it is read from our words alone. */
  readonly offered?: readonly number[];
  /** True when the records hold a showing of this lead that is still to come. */
  readonly hasShowing?: boolean;
  /** UTC ISO instant of the decision. */
  readonly now: string | null;
  /** IANA zone of the unit. */
  readonly zone: string | null;
  /** First name of the lead, for the greeting; null when unknown. */
  readonly leadName: string | null;
  /** How we sign, for example "Harbour Lettings". Null signs nothing. */
  readonly organisationName: string | null;
};
