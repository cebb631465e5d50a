// What a conversation is: the data the machine decides on. Persisted by the actor (see objects/conversation/log.ts):
// keys may be added here, never renamed or given another meaning, without a migration.

import type { FallbackCode } from "../model/fallback.ts";
import type { Platform } from "../platform.ts";
import type { SendMode } from "../rollout/send-mode.ts";
import type { Send } from "../sending/send.ts";
import type { Decision, Outcome } from "../triage/decision.ts";
import type { BusinessHours } from "./business-hours.ts";
import type { FollowUpBook } from "./follow-up.ts";
import type { HandOff } from "./hand-off.ts";
import type { LeadShowing, OfferedTime, ShowingWish } from "./showing.ts";
import type { SightedTime } from "./sighting.ts";
import type { WorkflowState } from "./workflow.ts";

/** Who speaks for us. `ai_reminders_only`: a person answers, the assistant only reminds. */
export const OWNER_MODES = ["ai", "ai_reminders_only", "human"] as const;
export type OwnerMode = (typeof OWNER_MODES)[number];

export type Identity = {
  readonly conversationId: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly platform: Platform;
  readonly threadId: string;
};

export type Side = "lead" | "us" | "system";
export type Author = "lead" | "assistant" | "agent" | "platform" | "system";

export type StoredMessage = {
  /** Our own id inside the conversation, e.g. "m7". */
  readonly key: string;
  readonly platformMessageId: string | null;
  readonly side: Side;
  readonly author: Author;
  readonly body: string;
  readonly sentAt: SightedTime;
  readonly seenAtMs: number;
  /** The row of the send log that it is, if any. */
  readonly sendId: string | null;
};

/** Something of the lead waits for a decision. */
export type PendingAnswer = {
  /** Key of the newest message of the lead. */
  readonly basis: string;
  readonly dueAtMs: number;
  /** When the first unanswered message of the burst was seen. */
  readonly burstSinceMs: number;
  /** True when the lead wrote so long ago that only a human may answer. */
  readonly isBacklog: boolean;
};

export type DecisionRecord = {
  readonly id: string;
  readonly basis: string;
  readonly atMs: number;
  readonly provider: string;
  /** Why the embedded reading decided alone although a model is set; absent before models were. */
  readonly fallback?: FallbackCode | null;
  readonly sendMode: SendMode;
  readonly epoch: number;
  readonly decision: Decision;
};

/** Not to be contacted any more: in which conversation that was said, and when. */
export type Suppression = { readonly saidIn: string; readonly askedAtMs: number };

export type ConversationState = {
  readonly identity: Identity;
  readonly leadName: string | null;
  readonly listing: { readonly platformListingId: string; readonly title: string | null } | null;
  readonly unitId: string | null;
  readonly agentId: string | null;
  /** True once a person linked the unit: a later read does not link it anew. */
  readonly isLinkedByHand: boolean;
  readonly workflowState: WorkflowState;
  readonly outcome: Outcome | null;
  readonly ownerMode: OwnerMode;
  readonly epoch: number;
  readonly handOff: HandOff | null;
  readonly isSuppressed: boolean;
  /** Null exactly while `isSuppressed` is false. */
  readonly suppression: Suppression | null;
  /** When a suppression of this person was lifted last; null: never. What was asked for before that does not count. */
  readonly liftedAtMs: number | null;
  readonly pending: PendingAnswer | null;
  readonly decision: DecisionRecord | null;
  /** The times that were put to the lead last; a choice is read against these alone. */
  readonly offered: readonly OfferedTime[];
  /** The lead's newest showing, whatever became of it. */
  readonly showing: LeadShowing | null;
  /** What waits to be done with it in D1. */
  readonly wish: ShowingWish | null;
  /** In thread order. */
  readonly messages: readonly StoredMessage[];
  /** In the order in which they were written. */
  readonly sends: readonly Send[];
  /** Idempotency key of a reply → id of its send. */
  readonly replyKeys: Readonly<Record<string, string>>;
  readonly followUps: FollowUpBook;
  /** Number of the next message, send or decision. */
  readonly nextNumber: number;
  readonly quietWindowMs: number;
  readonly approvalHoldMs: number;
  /** When a person is there to take a hand-off; null: always. */
  readonly businessHours: BusinessHours | null;
};

/** Key of the newest message of the lead, or null. */
export function newestInbound(state: ConversationState): string | null {
  return state.messages.findLast((message) => message.side === "lead")?.key ?? null;
}

/** True when the last one to speak was the lead. */
export function isLeadWaiting(state: ConversationState): boolean {
  return wordsOf(state).at(-1)?.side === "lead";
}

/** [C88] What was said, in thread order: neither notes of the platform nor the word that a person will answer, which answers nothing. */
export function wordsOf(state: ConversationState): readonly StoredMessage[] {
  const told = new Set(state.sends.flatMap((send) => ("handOffAtMs" in send.author ? [send.id] : [])));
  return state.messages.filter(({ side, sendId }) => side !== "system" && (sendId === null || !told.has(sendId)));
}
