// Writes events as iCalendar text (RFC 5545): a published feed, or one event for a mail. Decides nothing about them.
// A library writes it, not we: 9 kB gzip without dependencies, kept up, runs in workerd, and folds and escapes by the standard.
// What it writes raw (a calendar's name) or leaves out (the last line break) is mended here.
import ical, { escape as escapeText, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { CalendarEvent } from "#domain/calendar/calendar-event";
import { LINE_CHARS_MAX } from "#domain/calendar/limits";
import { plainLine } from "#domain/lead-mail/lines";

/** Somebody who sends or gets an event by mail. */
export type CalendarPerson = { readonly name: string; readonly email: string };

/** Seconds after which a client should ask again; how often it does is the client's choice (Google: hours). */
export const FEED_REFRESH_SECONDS = 900;

const PRODUCT = { company: "lease-bot", product: "showings", language: "EN" };

/** [K8, K9] A feed under its name (any text). */
export function feedText(name: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({ prodId: PRODUCT, method: ICalCalendarMethod.PUBLISH, ttl: FEED_REFRESH_SECONDS });
  calendar.name(escapeText(plainLine(name, LINE_CHARS_MAX), false));
  for (const event of events) calendar.createEvent(columnsOf(event));
  return `${calendar.toString()}\r\n`;
}

/** [K8, K9] One event for a mail from `organiser` to `attendee`: METHOD:CANCEL for a cancelled one, else METHOD:REQUEST. */
export function inviteText(event: CalendarEvent, organiser: CalendarPerson, attendee: CalendarPerson): string {
  const method = event.status === "CANCELLED" ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ prodId: PRODUCT, method });
  calendar.createEvent({ ...columnsOf(event), organizer: named(organiser), attendees: [named(attendee)] });
  return `${calendar.toString()}\r\n`;
}

function columnsOf(event: CalendarEvent) {
  const changedAt = new Date(event.changedAtMs);
  return {
    id: event.uid,
    sequence: event.sequence,
    status: ICalEventStatus[event.status],
    start: new Date(event.startMs),
    end: new Date(event.endMs),
    stamp: changedAt,
    lastModified: changedAt,
    summary: event.summary,
    location: event.location,
    description: event.description,
  };
}

/** A name stands in a parameter, where it must not be empty. */
function named({ name, email }: CalendarPerson): CalendarPerson {
  return { name: plainLine(name, LINE_CHARS_MAX) || email, email };
}
