// Translates what a browser adapter reported into the machine's own words. One place, so that a fault is classified once.
import type { Fault, SendReport } from "#contracts/browser";
import type { SendOutcome } from "#domain/conversation/command";
import { never } from "#domain/kernel/never";
import type { Refusal } from "#domain/kernel/result";

/** `isRetryable` is decided by browser/fault.ts and handed in, because actors do not import the browser room. */
export function outcomeOf(report: SendReport, isRetryable: boolean): SendOutcome {
  switch (report.kind) {
    case "stopped":
      return { saw: "nothing_clicked" };
    case "not_sent":
      return {
        saw: "fault",
        failure: failureOf(report.fault),
        isRetryable,
        retryAfterMs: report.fault.retryAfterMs ?? 0,
      };
    case "refused":
      return { saw: "refusal", failure: failureOf(report.fault), postImage: report.postImage };
    case "shown":
      return { saw: "thread", postImage: report.postImage };
    case "unconfirmed":
      return { saw: "no_proof", postImage: report.postImage };
    default:
      return never(report);
  }
}

function failureOf(fault: Fault): Refusal {
  return { code: fault.code, message: fault.message, next: "Look at the thread on the platform, then answer by hand." };
}
