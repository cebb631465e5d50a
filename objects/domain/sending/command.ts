// What can be asked of a row of the send log, and what can happen to it.
import type { Refusal } from "../kernel/result.ts";
import type { Reason } from "../triage/decision.ts";

export type SendCommand =
  /** `basis`: the newest message of the lead that the approver has seen. */
  | {
      readonly do: "approve";
      readonly by: string;
      readonly body: string | null;
      readonly basis: string | null;
      readonly releaseAtMs: number;
    }
  | { readonly do: "reject" }
  | { readonly do: "cancel"; readonly reason: Reason }
  /** Back to a draft, to be looked at again. */
  | { readonly do: "return"; readonly reason: Reason }
  /** Still queued, and not to be claimed before this time. */
  | { readonly do: "put_off"; readonly untilMs: number }
  | { readonly do: "claim"; readonly token: string; readonly nowMs: number }
  /** Given back unused; not to be claimed before `notBeforeMs`, which counts for RELEASED_MS_MAX at most. */
  | { readonly do: "release_claim"; readonly token: string; readonly notBeforeMs: number; readonly nowMs: number }
  | {
      readonly do: "allow";
      readonly token: string;
      readonly epoch: number;
      readonly newestInbound: string | null;
      readonly nowMs: number;
    }
  /** A fault before the click. */
  | {
      readonly do: "report_not_sent";
      readonly token: string;
      readonly failure: Refusal;
      readonly isRetryable: boolean;
      readonly retryAfterMs: number;
      readonly nowMs: number;
    }
  /** The platform says that it did not take the message. */
  | { readonly do: "report_refused"; readonly token: string; readonly failure: Refusal }
  /** Clicked, and no proof. */
  | { readonly do: "report_unconfirmed"; readonly token: string; readonly nowMs: number }
  | {
      readonly do: "sight";
      readonly platformMessageId: string | null;
      readonly isHeld: boolean;
      readonly nowMs: number;
    }
  | { readonly do: "note_absent"; readonly isComplete: boolean; readonly takenAtMs: number }
  | { readonly do: "tick"; readonly nowMs: number }
  /** The actor was loaded again: whoever held a claim may be gone. */
  | { readonly do: "restart"; readonly nowMs: number };

/** Persisted in the actor's event log: keys may be added, never renamed, without a migration. */
export type SendEvent =
  | {
      readonly happened: "approved";
      readonly by: string;
      readonly body: string | null;
      readonly basis: string | null;
      readonly releaseAtMs: number;
    }
  | { readonly happened: "rejected" }
  | { readonly happened: "cancelled"; readonly reason: Reason }
  | { readonly happened: "returned"; readonly reason: Reason }
  | { readonly happened: "queued"; readonly notBeforeMs: number }
  | { readonly happened: "claimed"; readonly token: string; readonly untilMs: number }
  | { readonly happened: "claim_ended"; readonly notBeforeMs: number; readonly failure: Refusal | null }
  | { readonly happened: "delivering"; readonly atMs: number; readonly untilMs: number }
  | { readonly happened: "became_unknown"; readonly atMs: number }
  | { readonly happened: "absent"; readonly takenAtMs: number }
  | { readonly happened: "resend_allowed"; readonly notBeforeMs: number }
  | {
      readonly happened: "sent";
      readonly platformMessageId: string | null;
      readonly isHeld: boolean;
      readonly seenAtMs: number;
    }
  | { readonly happened: "duplicated"; readonly platformMessageId: string | null }
  | { readonly happened: "failed"; readonly failure: Refusal };
