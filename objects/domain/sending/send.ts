// One row of the send log: its states, its data, and nothing that acts. Rules: SPEC.md (D1..).
import type { Refusal } from "../kernel/result.ts";
import type { Reason } from "../triage/decision.ts";

export const SEND_STATES = [
  "draft",
  "approved",
  "queued",
  "claimed",
  "delivering",
  "unknown",
  "sent",
  "failed",
  "cancelled",
  "rejected",
] as const;
export type SendState = (typeof SEND_STATES)[number];

export type SendAuthor =
  | { readonly by: "assistant"; readonly decisionId: string }
  | { readonly by: "assistant"; readonly followUpId: string }
  /** Tells the lead that a person answers; the hand-off that it tells of, by its opening. */
  | { readonly by: "assistant"; readonly handOffAtMs: number }
  | { readonly by: "agent"; readonly userId: string };

/** A claim: who holds it and until when. Only the holder of the token may go on. */
export type Lease = { readonly token: string; readonly untilMs: number };

/** Proof that a message is on the platform: seen in its thread. */
export type Proof = {
  readonly platformMessageId: string | null;
  readonly seenAtMs: number;
  /** True when the platform shows it to us but says that it holds it back for moderation. */
  readonly isHeld: boolean;
};

/** Persisted as JSON in the actor's `sends` table: keys may be added, never renamed, without a migration. */
export type Send = {
  readonly id: string;
  readonly state: SendState;
  readonly body: string;
  /** The assistant's text before an agent edited it; null when nobody did. */
  readonly draftedBody: string | null;
  readonly author: SendAuthor;
  /** "policy" when it was approved by itself, otherwise the agent's user id; null while a draft. */
  readonly approvedBy: string | null;
  /** Ownership epoch in which it was written. */
  readonly epoch: number;
  /** Key of the newest inbound message it answers; null when it answers none. */
  readonly basis: string | null;
  readonly createdAtMs: number;
  /** While `approved`: when it becomes `queued`. */
  readonly releaseAtMs: number | null;
  readonly lease: Lease | null;
  /** How often a claim ended in a fault before the click. */
  readonly faults: number;
  /** While `queued`: not to be claimed before this time (back-off). */
  readonly notBeforeMs: number;
  /** When the click was allowed; null before. */
  readonly deliveringAtMs: number | null;
  readonly unknownSinceMs: number | null;
  /** Complete reads after the settle time in which the message was absent. */
  readonly absentReads: number;
  readonly lastAbsentReadAtMs: number | null;
  /** How often it went back to `queued` on the evidence of two absent reads. Never more than one. */
  readonly resends: number;
  readonly proof: Proof | null;
  /** True when its text was seen twice in the thread: an incident. */
  readonly isDuplicated: boolean;
  readonly failure: Refusal | null;
  /** Why it came back to be looked at again. */
  readonly returned: Reason | null;
};
