// What can happen to a conversation. Persisted in the actor's event log: keys may be added, never renamed, without a migration.
import type { SendEvent } from "../sending/command.ts";
import type { Send } from "../sending/send.ts";
import type { Outcome, Reason } from "../triage/decision.ts";
import type { FollowUpEvent } from "./follow-up.ts";
import type { SightedTime } from "./sighting.ts";
import type { DecisionRecord, HandOff, Identity, OwnerMode, PendingAnswer, StoredMessage } from "./state.ts";
import type { WorkflowState } from "./workflow.ts";

export type ConversationEvent =
  | { readonly type: "opened"; readonly identity: Identity }
  | { readonly type: "configured"; readonly quietWindowMs: number; readonly approvalHoldMs: number }
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
  | { readonly type: "hand_off_opened"; readonly handOff: HandOff }
  | { readonly type: "hand_off_closed" }
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
  | { readonly type: "send_written"; readonly send: Send; readonly idempotencyKey: string | null }
  | FollowUpEvent
  | { readonly type: "send"; readonly sendId: string; readonly event: SendEvent };

export type OwnerChangeCause = "agent_replied" | "wrote_on_platform" | "handed_off" | "taken_over" | "given_back";
