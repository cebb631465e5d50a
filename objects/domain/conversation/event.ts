// What can happen to a conversation. Persisted in the actor's event log: keys may be added, never renamed, without a migration.
import type { SendEvent } from "../sending/command.ts";
import type { Send } from "../sending/send.ts";
import type { Outcome, Reason } from "../triage/decision.ts";
import type { BusinessHours } from "./business-hours.ts";
import type { FollowUpEvent } from "./follow-up.ts";
import type { HandOffEvent } from "./hand-off-events.ts";
import type { LetThrough } from "./let-through.ts";
import type { LeadShowing, OfferedTime, ShowingWish } from "./showing.ts";
import type { AskStage } from "./showing-limits.ts";
import type { SightedTime } from "./sighting.ts";
import type { DecisionRecord, Identity, OwnerMode, PendingAnswer, StoredMessage } from "./state.ts";
import type { WorkflowState } from "./workflow.ts";

export type ConversationEvent =
  | { readonly type: "opened"; readonly identity: Identity }
  /** `businessHours` is missing in events that were written before there were any. */
  | {
      readonly type: "configured";
      readonly quietWindowMs: number;
      readonly approvalHoldMs: number;
      readonly businessHours?: BusinessHours | null;
    }
  | {
      readonly type: "described";
      readonly leadName: string | null;
      readonly listing: { readonly platformListingId: string; readonly title: string | null } | null;
    }
  | {
      readonly type: "linked";
      readonly unitId: string | null;
      readonly agentId: string | null;
      readonly isByHand: boolean;
    }
  /** `afterKey`: the message it stands behind in the thread; null = first. */
  | { readonly type: "message_seen"; readonly message: StoredMessage; readonly afterKey: string | null }
  | {
      readonly type: "message_refined";
      readonly key: string;
      readonly platformMessageId: string | null;
      readonly sentAt: SightedTime;
    }
  | { readonly type: "answer_due"; readonly pending: PendingAnswer }
  | { readonly type: "answer_settled" }
  | { readonly type: "decided"; readonly record: DecisionRecord }
  | { readonly type: "moved"; readonly to: WorkflowState; readonly outcome: Outcome | null }
  | { readonly type: "owner_changed"; readonly mode: OwnerMode; readonly cause: OwnerChangeCause }
  | HandOffEvent
  /** What a person sends although the rules for our own words found something in it. */
  | { readonly type: "text_let_through"; readonly sendId: string; readonly letThrough: LetThrough }
  /** `saidIn`: the conversation in which it was asked for, which may be another one of the same person. */
  | {
      readonly type: "suppressed";
      readonly reason: Reason;
      readonly saidIn: string;
      readonly askedAtMs: number;
    }
  /** `isNews` false: this conversation was not suppressed; it only remembers since when older words do not count. */
  | {
      readonly type: "suppression_lifted";
      readonly liftedIn: string;
      readonly liftedAtMs: number;
      readonly isNews: boolean;
    }
  | { readonly type: "times_offered"; readonly times: readonly OfferedTime[] }
  | { readonly type: "showing_wished"; readonly wish: ShowingWish }
  | { readonly type: "wish_settled"; readonly wishId: string; readonly came: "done" | "taken" | "refused" }
  | { readonly type: "showing_told"; readonly showing: LeadShowing }
  | { readonly type: "showing_confirmed_by_lead" }
  | { readonly type: "showing_asked"; readonly stage: AskStage; readonly isWritten: boolean }
  | { readonly type: "agent_told_unconfirmed" }
  | { readonly type: "send_written"; readonly send: Send; readonly idempotencyKey: string | null }
  | FollowUpEvent
  | { readonly type: "send"; readonly sendId: string; readonly event: SendEvent };

export type OwnerChangeCause = "agent_replied" | "wrote_on_platform" | "handed_off" | "taken_over" | "given_back";
