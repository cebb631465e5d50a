// Decides what a command does to one row of the send log. Pure: no clock, no storage, no randomness. Rules: SPEC.md.
import { never } from "../kernel/never.ts";
import { ok, type Refusal, type Result, refuse } from "../kernel/result.ts";
import type { SendCommand, SendEvent } from "./command.ts";
import {
  ABSENT_READ_GAP_MS,
  ABSENT_READS_NEEDED,
  CLAIM_LEASE_MS,
  DELIVERING_LEASE_MS,
  FAULTS_MAX,
  RELEASED_MS_MAX,
  RESENDS_MAX,
  retryDelayMs,
  SETTLE_MS,
  UNKNOWN_MS_MAX,
} from "./limits.ts";
import type { Send } from "./send.ts";

export type SendRefusalCode = "NOT_NOW" | "STALE" | "NEW_INBOUND";
type Decided = Result<readonly SendEvent[], Refusal<SendRefusalCode>>;
type Of<Verb extends SendCommand["do"]> = Extract<SendCommand, { do: Verb }>;

const NOTHING: Decided = ok([]);

/** The events a command causes; an empty list means that it was known already; a refusal says why and what to do next. */
export function decideSend(send: Send, command: SendCommand): Decided {
  switch (command.do) {
    case "approve":
      return approve(send, command);
    case "reject":
      return send.state === "draft" ? ok([{ happened: "rejected" }]) : notADraft(send);
    case "cancel":
      return cancel(send, command);
    case "return":
      return isBeforeClick(send) ? ok([{ happened: "returned", reason: command.reason }]) : NOTHING;
    case "put_off":
      return send.state === "queued" && command.untilMs > send.notBeforeMs
        ? ok([{ happened: "queued", notBeforeMs: command.untilMs }])
        : NOTHING;
    case "claim":
      return claim(send, command);
    case "release_claim":
      return holds(send, "claimed", command.token)
        ? ok([{ happened: "claim_ended", notBeforeMs: releasedUntilMs(command), failure: null }])
        : NOTHING;
    case "allow":
      return allow(send, command);
    case "report_not_sent":
      return reportNotSent(send, command);
    case "report_refused":
      return holds(send, "delivering", command.token)
        ? ok([{ happened: "failed", failure: command.failure }])
        : NOTHING;
    case "report_unconfirmed":
      return holds(send, "delivering", command.token)
        ? ok([{ happened: "became_unknown", atMs: command.nowMs }])
        : NOTHING;
    case "sight":
      return sight(send, command);
    case "note_absent":
      return noteAbsent(send, command);
    case "tick":
      return tick(send, command.nowMs);
    case "restart":
      return restart(send, command.nowMs);
    default:
      return never(command);
  }
}

/** [D2] [D4] True while nothing was clicked in this attempt and the send may still be stopped. */
export function isBeforeClick(send: Send): boolean {
  return send.state === "draft" || send.state === "approved" || send.state === "queued" || send.state === "claimed";
}

/** [D10] True when a click was ever allowed, so that the message may be on the platform. */
export function mayBeOnPlatform(send: Send): boolean {
  return send.deliveringAtMs !== null;
}

/** When time alone changes this send next, in epoch milliseconds; null when it does not. */
export function nextTickAtMs(send: Send): number | null {
  if (send.state === "approved") return send.releaseAtMs;
  if (send.state === "claimed" || send.state === "delivering") return send.lease?.untilMs ?? null;
  if (send.state === "unknown" && send.unknownSinceMs !== null) return send.unknownSinceMs + UNKNOWN_MS_MAX;
  return null;
}

/** [D11] The earliest time at which a read of an unknown send counts; null when the send is not unknown. */
export function readBackDueAtMs(send: Send): number | null {
  if (send.state !== "unknown" || send.unknownSinceMs === null) return null;
  const settledAtMs = send.unknownSinceMs + SETTLE_MS;
  return send.lastAbsentReadAtMs === null
    ? settledAtMs
    : Math.max(settledAtMs, send.lastAbsentReadAtMs + ABSENT_READ_GAP_MS);
}

function approve(send: Send, command: Of<"approve">): Decided {
  if (send.state !== "draft") return notADraft(send);
  const body = command.body === null || command.body === send.body ? null : command.body;
  return ok([{ happened: "approved", by: command.by, body, basis: command.basis, releaseAtMs: command.releaseAtMs }]);
}

function cancel(send: Send, command: Of<"cancel">): Decided {
  if (send.state === "cancelled") return NOTHING;
  if (isBeforeClick(send)) return ok([{ happened: "cancelled", reason: command.reason }]);
  return refuse(
    "NOT_NOW",
    "This message can no longer be stopped: it is being sent or was sent already.",
    "Look at the thread to see whether it arrived.",
  );
}

function claim(send: Send, command: Of<"claim">): Decided {
  if (send.state !== "queued" || command.nowMs < send.notBeforeMs) {
    return refuse(
      "NOT_NOW",
      `A send in state ${send.state} cannot be claimed now.`,
      "Nothing to do: its own clock wakes it.",
    );
  }
  return ok([{ happened: "claimed", token: command.token, untilMs: command.nowMs + CLAIM_LEASE_MS }]);
}

function allow(send: Send, command: Of<"allow">): Decided {
  if (!holds(send, "claimed", command.token) || (send.lease?.untilMs ?? 0) <= command.nowMs) {
    return refuse("STALE", "The claim on this send is not valid any more.", "Do not click; the send is claimed anew.");
  }
  if (send.author.by === "assistant" && send.epoch !== command.epoch) {
    return refuse("STALE", "Somebody took the conversation over after this was written.", "Do not click.");
  }
  if (send.basis !== command.newestInbound) {
    return refuse(
      "NEW_INBOUND",
      "The lead wrote again after this was written.",
      "Do not click; read the new message first.",
    );
  }
  return ok([{ happened: "delivering", atMs: command.nowMs, untilMs: command.nowMs + DELIVERING_LEASE_MS }]);
}

/** [D19] As late as the account asks, but it is asked again within a minute: a person may have mended it meanwhile. */
function releasedUntilMs({ notBeforeMs, nowMs }: Of<"release_claim">): number {
  return Math.min(Math.max(notBeforeMs, nowMs), nowMs + RELEASED_MS_MAX);
}

function reportNotSent(send: Send, command: Of<"report_not_sent">): Decided {
  if (!holds(send, "claimed", command.token)) return NOTHING;
  const faults = send.faults + 1;
  if (!command.isRetryable || faults >= FAULTS_MAX) return ok([{ happened: "failed", failure: command.failure }]);
  const notBeforeMs = command.nowMs + retryDelayMs(faults, command.retryAfterMs);
  return ok([{ happened: "claim_ended", notBeforeMs, failure: command.failure }]);
}

function sight(send: Send, command: Of<"sight">): Decided {
  if (!mayBeOnPlatform(send)) return NOTHING;
  if (send.state === "sent") return ok([{ happened: "duplicated", platformMessageId: command.platformMessageId }]);
  return ok([
    {
      happened: "sent",
      platformMessageId: command.platformMessageId,
      isHeld: command.isHeld,
      seenAtMs: command.nowMs,
    },
  ]);
}

function noteAbsent(send: Send, command: Of<"note_absent">): Decided {
  const countsFromMs = readBackDueAtMs(send);
  if (countsFromMs === null || !command.isComplete || command.takenAtMs < countsFromMs) return NOTHING;
  const absent: SendEvent = { happened: "absent", takenAtMs: command.takenAtMs };
  if (send.absentReads + 1 < ABSENT_READS_NEEDED) return ok([absent]);
  if (send.resends < RESENDS_MAX) return ok([absent, { happened: "resend_allowed", notBeforeMs: command.takenAtMs }]);
  return ok([absent, { happened: "failed", failure: ABSENT_AFTER_RESEND }]);
}

function tick(send: Send, nowMs: number): Decided {
  const dueAtMs = nextTickAtMs(send);
  if (dueAtMs === null || nowMs < dueAtMs) return NOTHING;
  if (send.state === "approved") return ok([{ happened: "queued", notBeforeMs: nowMs }]);
  if (send.state === "delivering") return ok([{ happened: "became_unknown", atMs: nowMs }]);
  if (send.state === "unknown") return ok([{ happened: "failed", failure: UNRESOLVED }]);
  if (send.faults + 1 >= FAULTS_MAX) return ok([{ happened: "failed", failure: CLAIMS_LOST }]);
  return ok([{ happened: "claim_ended", notBeforeMs: nowMs, failure: CLAIMS_LOST }]);
}

function restart(send: Send, nowMs: number): Decided {
  if (send.state === "claimed") return ok([{ happened: "claim_ended", notBeforeMs: nowMs, failure: null }]);
  if (send.state === "delivering") return ok([{ happened: "became_unknown", atMs: nowMs }]);
  // [D20] Both waits were set by a clock that stood ahead of this one.
  const isUnknownAhead = send.state === "unknown" && isAhead(nowMs, send.unknownSinceMs, send.lastAbsentReadAtMs);
  if (isUnknownAhead) return ok([{ happened: "became_unknown", atMs: nowMs }]);
  const isWaiting = send.state === "approved" || (send.state === "queued" && send.notBeforeMs > nowMs);
  if (isWaiting && isAhead(nowMs, send.createdAtMs)) return ok([{ happened: "queued", notBeforeMs: nowMs }]);
  return NOTHING;
}

function isAhead(nowMs: number, ...instants: readonly (number | null)[]): boolean {
  return instants.some((instant) => instant !== null && instant > nowMs);
}

function holds(send: Send, state: "claimed" | "delivering", token: string): boolean {
  return send.state === state && send.lease?.token === token;
}

function notADraft(send: Send): Decided {
  return refuse(
    "NOT_NOW",
    `This draft was answered already: it is ${send.state} now.`,
    "Reload the conversation to see what happened to it.",
  );
}

const ABSENT_AFTER_RESEND: Refusal = {
  code: "SEND_ABSENT",
  message: "The message was sent twice by click and never appeared in the thread.",
  next: "Open the thread on the platform, see whether it is there, and answer by hand.",
};
const UNRESOLVED: Refusal = {
  code: "SEND_UNRESOLVED",
  message: "It could not be found out whether the message arrived.",
  next: "Open the thread on the platform and see whether it is there before writing again.",
};
const CLAIMS_LOST: Refusal = {
  code: "SEND_INTERRUPTED",
  message: "The send was interrupted before the click.",
  next: "Nothing was sent. It is tried again by itself while tries are left.",
};
