// Owns how one showing reads as an event of a calendar: its name, its status, its sequence and its words.
// It writes no file format and reads no clock.
import { never } from "../kernel/never.ts";
import { plainLine } from "../lead-mail/lines.ts";
import type { ShowingStatus } from "../showing/status.ts";
import { LINE_CHARS_MAX } from "./limits.ts";

/** A showing as a calendar needs it, with the names of what it is about. */
export type CalendarShowing = {
  readonly id: string;
  readonly status: ShowingStatus;
  /** A time that is only held while a lead chooses. */
  readonly isHold: boolean;
  readonly startMs: number;
  readonly endMs: number;
  /** Raised by every change of the showing. */
  readonly sequence: number;
  readonly updatedAtMs: number;
  readonly unitLabel: string;
  /** Null when no record holds one. */
  readonly address: string | null;
  readonly leadName: string | null;
  /** Address of the conversation in the web app; null for a showing without one. */
  readonly conversationUrl: string | null;
};

/** An event by RFC 5545; instants in epoch milliseconds, texts unescaped. */
export type CalendarEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  readonly startMs: number;
  readonly endMs: number;
  readonly changedAtMs: number;
  /** One line. */
  readonly summary: string;
  /** One line. */
  readonly location: string;
  readonly description: string;
};

/** [K3, K4, K5, K6, K7] The event of a showing. A hold is none: see feedEvents. */
export function eventOf(showing: CalendarShowing, organisationId: string): CalendarEvent {
  const unit = plainLine(showing.unitLabel, LINE_CHARS_MAX);
  const lead = plainLine(showing.leadName ?? "", LINE_CHARS_MAX);
  const address = plainLine(showing.address ?? "", LINE_CHARS_MAX);
  return {
    uid: `${showing.id}@${organisationId}`,
    // One more than the last, whether or not the cancelling itself was counted.
    sequence: showing.sequence + (showing.status === "cancelled" ? 1 : 0),
    status: statusOf(showing.status),
    startMs: showing.startMs,
    endMs: showing.endMs,
    changedAtMs: showing.updatedAtMs,
    summary: lead === "" ? `Showing: ${unit}` : `Showing: ${unit}, ${lead}`,
    location: address === "" ? unit : address,
    description: [sentenceOf(showing.status), showing.conversationUrl].filter((line) => line !== null).join("\n"),
  };
}

function statusOf(status: ShowingStatus): CalendarEvent["status"] {
  switch (status) {
    case "confirmed":
    case "completed":
    case "no_show":
      return "CONFIRMED";
    case "pending":
    case "reschedule_requested":
      return "TENTATIVE";
    case "cancelled":
      return "CANCELLED";
    default:
      return never(status);
  }
}

function sentenceOf(status: ShowingStatus): string {
  switch (status) {
    case "confirmed":
      return "Confirmed.";
    case "completed":
      return "Took place.";
    case "no_show":
      return "The lead did not come.";
    case "pending":
      return "Not confirmed yet.";
    case "reschedule_requested":
      return "The lead asked for another time.";
    case "cancelled":
      return "Cancelled.";
    default:
      return never(status);
  }
}
