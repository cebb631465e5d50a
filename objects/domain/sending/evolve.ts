// Applies what happened to a row of the send log. Total over all events; decides nothing.
import { never } from "../kernel/never.ts";
import type { SendEvent } from "./command.ts";
import type { Send, SendAuthor } from "./send.ts";

/** A new row of the send log, as a draft. `createdAtMs` in epoch milliseconds. */
export function newSend(row: {
  readonly id: string;
  readonly body: string;
  readonly author: SendAuthor;
  readonly epoch: number;
  readonly basis: string | null;
  readonly createdAtMs: number;
}): Send {
  return {
    ...row,
    state: "draft",
    draftedBody: null,
    approvedBy: null,
    releaseAtMs: null,
    lease: null,
    faults: 0,
    notBeforeMs: 0,
    deliveringAtMs: null,
    unknownSinceMs: null,
    absentReads: 0,
    lastAbsentReadAtMs: null,
    resends: 0,
    proof: null,
    isDuplicated: false,
    failure: null,
    returned: null,
  };
}

/** The row after an event. */
export function evolveSend(send: Send, event: SendEvent): Send {
  switch (event.happened) {
    case "approved":
      return {
        ...send,
        state: "approved",
        approvedBy: event.by,
        basis: event.basis,
        releaseAtMs: event.releaseAtMs,
        returned: null,
        ...(event.body === null ? {} : { body: event.body, draftedBody: send.draftedBody ?? send.body }),
      };
    case "rejected":
      return { ...send, state: "rejected" };
    case "cancelled":
      return { ...send, state: "cancelled", lease: null, returned: event.reason };
    case "returned":
      return { ...send, state: "draft", lease: null, approvedBy: null, releaseAtMs: null, returned: event.reason };
    case "queued":
      return { ...send, state: "queued", releaseAtMs: null, notBeforeMs: event.notBeforeMs };
    case "claimed":
      return { ...send, state: "claimed", lease: { token: event.token, untilMs: event.untilMs } };
    case "claim_ended":
      return {
        ...send,
        state: "queued",
        lease: null,
        notBeforeMs: event.notBeforeMs,
        faults: send.faults + (event.failure === null ? 0 : 1),
        failure: event.failure ?? send.failure,
      };
    case "delivering":
      return {
        ...send,
        state: "delivering",
        lease: send.lease === null ? null : { ...send.lease, untilMs: event.untilMs },
        deliveringAtMs: event.atMs,
        absentReads: 0,
        lastAbsentReadAtMs: null,
      };
    case "became_unknown":
      return {
        ...send,
        state: "unknown",
        lease: null,
        unknownSinceMs: event.atMs,
        absentReads: 0,
        lastAbsentReadAtMs: null,
      };
    case "absent":
      return { ...send, absentReads: send.absentReads + 1, lastAbsentReadAtMs: event.takenAtMs };
    case "resend_allowed":
      return { ...send, state: "queued", resends: send.resends + 1, notBeforeMs: event.notBeforeMs };
    case "sent":
      return {
        ...send,
        state: "sent",
        lease: null,
        failure: null,
        proof: { platformMessageId: event.platformMessageId, isHeld: event.isHeld, seenAtMs: event.seenAtMs },
      };
    case "duplicated":
      return { ...send, isDuplicated: true };
    case "failed":
      return { ...send, state: "failed", lease: null, failure: event.failure };
    default:
      return never(event);
  }
}
