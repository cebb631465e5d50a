// Owns what an agent is mailed about a showing: subject, words, and the event for their calendar. Whom and when is not decided
// here. It writes no file format and reads no clock.
import { never } from "../kernel/never.ts";
import { plainLine } from "../lead-mail/lines.ts";
import { slotLabel } from "../triage/slot-label.ts";
import { type CalendarEvent, type CalendarShowing, eventOf } from "./calendar-event.ts";
import { LINE_CHARS_MAX } from "./limits.ts";

/** As in RFC 5546: the showing stands in the agent's calendar from now on, or does no longer. Times in epoch milliseconds. */
export type Notice =
  | { readonly method: "request" /** The agent was told nothing of it before. */; readonly isFirst: boolean }
  | { readonly method: "cancel" /** What their calendar has. */; readonly told: Time };
type Time = { readonly startMs: number; readonly endMs: number };

export type NoticeCause = {
  readonly showing: CalendarShowing;
  readonly organisationId: string;
  readonly notice: Notice;
  /** IANA zone in which the agent reads times. */
  readonly zone: string;
};

export type AgentNotice = {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly event: CalendarEvent;
};

type Change = "booked" | "changed" | "cancelled" | "handed_over";

/** [K10, K12, K14] The mail about a showing as it stands. `showing` is no hold. */
export function agentNotice(cause: NoticeCause): AgentNotice {
  const { showing, zone } = cause;
  const change = changeOf(cause);
  const event = eventFor(cause, change);
  const unit = plainLine(showing.unitLabel, LINE_CHARS_MAX);
  const lead = plainLine(showing.leadName ?? "", LINE_CHARS_MAX);
  const when = slotLabel(event.startMs, zone);
  const lines = [
    sentenceOf(change),
    "",
    event.location === unit ? unit : `${unit}: ${event.location}`,
    `${when} (${zone})`,
    ...(lead === "" ? [] : [`Lead: ${lead}`]),
    ...(change === "handed_over" || showing.conversationUrl === null ? [] : [showing.conversationUrl]),
    "",
    "The attached file brings your calendar up to date. These mails can be switched off in your availability.",
  ];
  return { subject: `${headingOf(change)}: ${unit}, ${when}`, text: `${lines.join("\n")}\n`, event };
}

function changeOf({ notice, showing }: NoticeCause): Change {
  if (notice.method === "request") return notice.isFirst ? "booked" : "changed";
  return showing.status === "cancelled" ? "cancelled" : "handed_over";
}

/** What is taken back is taken back at the time that the agent's calendar has. */
function eventFor({ showing, organisationId, notice }: NoticeCause, change: Change): CalendarEvent {
  const event = eventOf(showing, organisationId);
  if (notice.method === "request") return event;
  const { startMs, endMs } = notice.told;
  // Handing over raised the sequence already, and the showing may come back to this agent with the next one.
  const description = change === "handed_over" ? "A colleague shows it now." : event.description;
  return { ...event, status: "CANCELLED", startMs, endMs, description };
}

function headingOf(change: Change): string {
  switch (change) {
    case "booked":
      return "New showing";
    case "changed":
      return "Showing changed";
    case "cancelled":
      return "Showing cancelled";
    case "handed_over":
      return "No longer your showing";
    default:
      return never(change);
  }
}

function sentenceOf(change: Change): string {
  switch (change) {
    case "booked":
      return "A showing was booked for you.";
    case "changed":
      return "A showing of yours has changed. This is how it stands now.";
    case "cancelled":
      return "This showing was cancelled. The time is free again.";
    case "handed_over":
      return "A colleague shows this home now. The time is free again.";
    default:
      return never(change);
  }
}
