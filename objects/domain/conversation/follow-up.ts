// What a follow-up is, and what can happen to one (C60..). Persisted inside the conversation's state and its event log: keys
// may be added here, never renamed or given another meaning, without a migration. Decides nothing.
import { never } from "../kernel/never.ts";
import type { Fact, Reason } from "../triage/decision.ts";

/** R12. The words are those of the workflow: a stage that is done is where the conversation stands. */
export const FOLLOW_UP_STAGES = ["follow_up_1", "follow_up_2"] as const;
export type FollowUpStage = (typeof FOLLOW_UP_STAGES)[number];

export const FOLLOW_UP_STATUSES = ["pending", "completed", "cancelled"] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** What it follows up on: our words that got no answer, or a showing that is over. */
export const FOLLOW_UP_OCCASIONS = ["unanswered", "no_show", "completed"] as const;
export type FollowUpOccasion = (typeof FOLLOW_UP_OCCASIONS)[number];

/** The episode of a lead who never wrote. */
export const NO_INBOUND = "none";

export type FollowUp = {
  /** `<conversation id>.f<number>`. */
  readonly id: string;
  readonly stage: FollowUpStage;
  readonly occasion: FollowUpOccasion;
  /** Key of the newest message of the lead when it was armed, or NO_INBOUND. */
  readonly episode: string;
  readonly dueAtMs: number;
  /** The agent of the conversation; null while it has none. */
  readonly ownerId: string | null;
  readonly status: FollowUpStatus;
  /** The row of the send log that holds the assistant's text; null while there is none. */
  readonly sendId: string | null;
  /** Why a person must write it; null while the assistant may. */
  readonly leftToPerson: Reason | null;
  /** What the assistant's text states, each with its record. */
  readonly facts: readonly Fact[];
  /** IANA zone of the quiet hours that were kept when the text was written; null: not known. */
  readonly zone: string | null;
};

/** The follow-ups of one conversation: the newest, and what must be remembered of the others. */
export type FollowUpBook = {
  readonly current: FollowUp | null;
  /** When the conversation ends as `no_reply` because the lead stays silent; null while it does not. */
  readonly noReplyAtMs: number | null;
  /** The newest that is over, so that a second tap on the same button is known. */
  readonly closed: { readonly id: string; readonly status: FollowUpStatus } | null;
  /** How many were armed so far; part of the next one's id. */
  readonly armed: number;
  /** Stages for which the assistant found its words, or found that it has none, in the newest episode for which it did. */
  readonly written: { readonly episode: string; readonly stages: readonly FollowUpStage[] } | null;
};

export const NO_FOLLOW_UPS: FollowUpBook = { current: null, noReplyAtMs: null, closed: null, armed: 0, written: null };

export type FollowUpChange =
  | "written"
  | "left_to_person"
  | "postponed"
  | "snoozed"
  | "reassigned"
  | "completed"
  | "cancelled";

/** Each holds the whole follow-up as it is afterwards. `cause`: a code. */
export type FollowUpEvent =
  | { readonly type: "follow_up_armed"; readonly followUp: FollowUp }
  | {
      readonly type: "follow_up_changed";
      readonly change: FollowUpChange;
      readonly cause: string;
      readonly followUp: FollowUp;
    }
  | { readonly type: "no_reply_due"; readonly atMs: number | null };

/** The book after an event. */
export function evolveFollowUps(book: FollowUpBook, event: FollowUpEvent): FollowUpBook {
  switch (event.type) {
    case "follow_up_armed":
      return { ...book, current: event.followUp, armed: book.armed + 1 };
    case "follow_up_changed": {
      const { change, followUp } = event;
      const isWord = change === "written" || change === "left_to_person";
      const closed = followUp.status === "pending" ? book.closed : { id: followUp.id, status: followUp.status };
      return { ...book, current: followUp, closed, written: isWord ? noted(book, followUp) : book.written };
    }
    case "no_reply_due":
      return { ...book, noReplyAtMs: event.atMs };
    default:
      return never(event);
  }
}

/** Only the newest episode is remembered: an older one never comes back. */
function noted({ written }: FollowUpBook, { episode, stage }: FollowUp): FollowUpBook["written"] {
  return { episode, stages: written?.episode === episode ? [...written.stages, stage] : [stage] };
}
