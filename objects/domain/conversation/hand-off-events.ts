// What can happen to a hand-off, and what it is after that. Persisted in the actor's event log: keys may be added, never renamed.
import { never } from "../kernel/never.ts";
import type { Reason, Risk } from "../triage/decision.ts";
import type { AcknowledgementState, HandOff } from "./hand-off.ts";

export type HandOffEvent =
  | { readonly type: "hand_off_opened"; readonly handOff: HandOff }
  /** Something graver came to the same hand-off. */
  | {
      readonly type: "hand_off_raised";
      readonly reason: Reason;
      readonly risk: Risk;
      readonly deadlineAtMs: number;
    }
  | { readonly type: "hand_off_summed"; readonly summary: readonly string[] }
  | { readonly type: "hand_off_acknowledged"; readonly acknowledgement: AcknowledgementState }
  | { readonly type: "hand_off_closed" };

/** The hand-off after an event; null while none is open. */
export function evolveHandOff(open: HandOff | null, event: HandOffEvent): HandOff | null {
  switch (event.type) {
    case "hand_off_opened":
      return event.handOff;
    case "hand_off_raised":
      return open && { ...open, reason: event.reason, risk: event.risk, deadlineAtMs: event.deadlineAtMs };
    case "hand_off_summed":
      return open && { ...open, summary: event.summary };
    case "hand_off_acknowledged":
      return open && { ...open, acknowledgement: event.acknowledgement };
    case "hand_off_closed":
      return null;
    default:
      return never(event);
  }
}
