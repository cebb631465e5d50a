// What can be asked of a conversation. Every command carries its own time; nothing else tells the machine what time it is.
import type { Refusal } from "../kernel/result.ts";
import type { FallbackCode } from "../model/fallback.ts";
import type { SendMode } from "../rollout/send-mode.ts";
import type { Decision, Outcome, Reason } from "../triage/decision.ts";
import type { FollowUpText } from "../triage/follow-up-text.ts";
import type { BusinessHours } from "./business-hours.ts";
import type { FollowUpStage } from "./follow-up.ts";
import type { HandOffGrounds } from "./hand-off.ts";
import type { TextCheck } from "./let-through.ts";
import type { OfferedTime, ToldShowing, WishResult } from "./showing.ts";
import type { AskStage } from "./showing-limits.ts";
import type { ThreadSighting } from "./sighting.ts";
import type { Identity, OwnerMode } from "./state.ts";

export type ConversationCommand =
  | {
      readonly do: "ingest";
      readonly identity: Identity;
      readonly unitId: string | null;
      readonly agentId: string | null;
      readonly quietWindowMs: number;
      readonly approvalHoldMs: number;
      readonly businessHours: BusinessHours | null;
      readonly sighting: ThreadSighting;
      readonly nowMs: number;
    }
  | {
      readonly do: "record_decision";
      readonly basis: string;
      readonly decision: Decision;
      readonly provider: string;
      readonly fallback?: FallbackCode | null;
      readonly sendMode: SendMode;
      /** The times that its reply puts to the lead. */
      readonly offered?: readonly OfferedTime[];
      /** The time that the lead chose, when the decision is to book it. */
      readonly chosen?: OfferedTime | null;
      /** What a hand-off is told with; without it the lead is told nothing. */
      readonly grounds?: HandOffGrounds;
      readonly nowMs: number;
    }
  /** What came of a wish, and, where the time was gone, the decision to make of it. */
  | {
      readonly do: "settle_wish";
      readonly wishId: string;
      readonly result: WishResult;
      readonly instead: { readonly decision: Decision; readonly offered: readonly OfferedTime[] } | null;
      readonly grounds?: HandOffGrounds;
      readonly nowMs: number;
    }
  /** A person of ours changed the showing, or booked one. */
  | { readonly do: "tell_showing"; readonly showing: ToldShowing; readonly nowMs: number }
  | {
      readonly do: "record_ask";
      readonly showingId: string;
      readonly stage: AskStage;
      readonly body: string;
      readonly sendMode: SendMode;
      readonly nowMs: number;
    }
  | {
      readonly do: "reply";
      readonly userId: string;
      readonly idempotencyKey: string;
      readonly body: string;
      /** Undefined: the agent did not say what it answers. */
      readonly answering: string | null | undefined;
      readonly isConfirmed: boolean;
      readonly textCheck?: TextCheck;
      readonly nowMs: number;
    }
  | {
      readonly do: "approve_draft";
      readonly userId: string;
      readonly sendId: string;
      readonly body: string | null;
      readonly textCheck?: TextCheck;
      readonly nowMs: number;
    }
  | { readonly do: "reject_draft"; readonly userId: string; readonly sendId: string; readonly nowMs: number }
  | { readonly do: "cancel_send"; readonly userId: string; readonly sendId: string; readonly nowMs: number }
  | { readonly do: "set_outcome"; readonly userId: string; readonly outcome: Outcome; readonly nowMs: number }
  | { readonly do: "reopen"; readonly userId: string; readonly nowMs: number }
  | { readonly do: "set_owner"; readonly userId: string; readonly mode: OwnerMode; readonly nowMs: number }
  | {
      readonly do: "link_unit";
      readonly userId: string;
      readonly unitId: string;
      readonly agentId: string | null;
      readonly nowMs: number;
    }
  /** Something that should have happened here did not, and no machine will try it again. */
  | { readonly do: "open_hand_off"; readonly reason: Reason; readonly nowMs: number }
  | { readonly do: "suppress"; readonly userId: string; readonly nowMs: number }
  /** The same person asked for it, or a person of ours said so, in the conversation `saidIn`. */
  | {
      readonly do: "suppress_same_person";
      readonly saidIn: string;
      readonly askedAtMs: number;
      readonly nowMs: number;
    }
  | { readonly do: "lift_suppression"; readonly userId: string; readonly nowMs: number }
  /** The showing of a suppressed lead stands, says a person. */
  | { readonly do: "keep_showing"; readonly userId: string; readonly nowMs: number }
  /** It was lifted for the same person, in the conversation `liftedIn`. */
  | {
      readonly do: "lift_same_person";
      readonly liftedIn: string;
      readonly liftedAtMs: number;
      readonly nowMs: number;
    }
  | {
      readonly do: "claim_send";
      readonly sendId: string;
      readonly token: string;
      readonly sendMode: SendMode;
      readonly nowMs: number;
    }
  | {
      readonly do: "release_claim";
      readonly sendId: string;
      readonly token: string;
      readonly notBeforeMs: number;
      readonly nowMs: number;
    }
  /** The thread as it stands immediately before the click. */
  | {
      readonly do: "allow_delivery";
      readonly sendId: string;
      readonly token: string;
      readonly preImage: ThreadSighting;
      readonly nowMs: number;
    }
  | {
      readonly do: "report_send";
      readonly sendId: string;
      readonly token: string;
      readonly report: SendOutcome;
      readonly nowMs: number;
    }
  /** The words for a follow-up that is due. `zone`: the unit's, for the quiet hours; null: not known. */
  | {
      readonly do: "record_follow_up";
      readonly episode: string;
      readonly stage: FollowUpStage;
      readonly text: FollowUpText;
      readonly sendMode: SendMode;
      readonly zone: string | null;
      readonly nowMs: number;
    }
  | {
      readonly do: "complete_follow_up";
      readonly userId: string;
      readonly followUpId: string;
      readonly nowMs: number;
    }
  | { readonly do: "skip_follow_up"; readonly userId: string; readonly followUpId: string; readonly nowMs: number }
  | {
      readonly do: "snooze_follow_up";
      readonly userId: string;
      readonly followUpId: string;
      readonly untilMs: number;
      readonly nowMs: number;
    }
  | { readonly do: "tick"; readonly nowMs: number }
  | { readonly do: "restart"; readonly nowMs: number };

/** What the consumer saw of a send, in the machine's own words. */
export type SendOutcome =
  | { readonly saw: "nothing_clicked" }
  | { readonly saw: "fault"; readonly failure: Refusal; readonly isRetryable: boolean; readonly retryAfterMs: number }
  | { readonly saw: "refusal"; readonly failure: Refusal; readonly postImage: ThreadSighting | null }
  | { readonly saw: "thread"; readonly postImage: ThreadSighting }
  | { readonly saw: "no_proof"; readonly postImage: ThreadSighting | null };

/** Who did it, for the log: "platform", "assistant", "system" or "agent:<user id>". */
export function actorOf(command: ConversationCommand): string {
  if ("userId" in command) return `agent:${command.userId}`;
  if (BY_ASSISTANT.has(command.do)) return "assistant";
  return BY_ITSELF.has(command.do) ? "system" : "platform";
}

const BY_ASSISTANT: ReadonlySet<ConversationCommand["do"]> = new Set([
  "record_decision",
  "record_ask",
  "record_follow_up",
]);
const BY_ITSELF: ReadonlySet<ConversationCommand["do"]> = new Set([
  "tick",
  "restart",
  "open_hand_off",
  "settle_wish",
  "tell_showing",
  "suppress_same_person",
  "lift_same_person",
]);
