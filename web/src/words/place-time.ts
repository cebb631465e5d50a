// Times and days of a place, in the place's own zone: a showing is spoken of in the unit's time. The zone is named only where
// the reader's own clock says something else. Takes the present as an argument; nothing here reads a clock.
import { dateText, readDate } from "#domain/kernel/civil-day";
import { DAY_MS, isKnownZone, localDateOf, MINUTE_MS, offsetAt, resolveWall, zoneLine } from "#domain/slots/zone";

/** Where the reader is. */
export const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const clocks = new Map<string, Intl.DateTimeFormat>();
const names = new Map<string, Intl.DateTimeFormat>();
const longDay = new Intl.DateTimeFormat(undefined, {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});
const longDayYear = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeZone: "UTC" });
const shortDay = new Intl.DateTimeFormat(undefined, {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const month = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "short", timeZone: "UTC" });

/** "6:00 PM" there. */
export function placeClock(iso: string, zone: string): string {
  return clockIn(zone).format(Date.parse(iso));
}

/** The reader's own clock at that time, "3:00 PM"; null where the place's clock shows the same. */
export function ownClock(iso: string, zone: string): string | null {
  return zoneName(iso, zone) === null ? null : placeClock(iso, OWN_ZONE);
}

/** The zone's short name at that time ("EST"); null where the reader's clock shows the same. */
export function zoneName(iso: string, zone: string): string | null {
  const ms = Date.parse(iso);
  if (!isKnownZone(zone)) return zone;
  if (offsetIn(zone, ms) === offsetIn(OWN_ZONE, ms)) return null;
  const format = kept(names, zone, () => new Intl.DateTimeFormat(undefined, { timeZone: zone, timeZoneName: "short" }));
  return format.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** The time there with all that a reader elsewhere must know: "6:00 PM EST". */
export function placeTime(iso: string, zone: string): string {
  const name = zoneName(iso, zone);
  return name === null ? placeClock(iso, zone) : `${placeClock(iso, zone)} ${name}`;
}

/** The date there, "2026-03-08". */
export function placeDate(iso: string, zone: string): string {
  return localDateOf(Date.parse(iso), isKnownZone(zone) ? zone : "UTC");
}

/** The instant of a wall-clock time there ("2026-03-08", "14:30"); null when it is not one. */
export function placeInstant(date: string, clock: string, zone: string): string | null {
  const day = readDate(date);
  const match = /^(\d{2}):(\d{2})$/.exec(clock);
  if (day === null || match === null || !isKnownZone(zone)) return null;
  const wallMs = day * DAY_MS + (Number(match[1]) * 60 + Number(match[2])) * MINUTE_MS;
  return new Date(resolveWall(zoneLine(zone, wallMs - DAY_MS, wallMs + DAY_MS), wallMs)).toISOString();
}

/** The reader's own date of an instant. */
export function ownDate(ms: number): string {
  return localDateOf(ms, OWN_ZONE);
}

/** The date some days later, or earlier. */
export function daysAfter(date: string, days: number): string {
  return dateText((readDate(date) ?? 0) + days);
}

/** "Today", "Tomorrow", "Yesterday", "Thursday, 26 November", with the year where it is another one. */
export function dateTitle(date: string, today: string): string {
  const away = (readDate(date) ?? 0) - (readDate(today) ?? 0);
  if (away === 0) return "Today";
  if (away === 1) return "Tomorrow";
  if (away === -1) return "Yesterday";
  return dateName(date, today);
}

/** "Thursday, 26 November", with the year where it is another one. */
export function dateName(date: string, today: string): string {
  return (date.slice(0, 4) === today.slice(0, 4) ? longDay : longDayYear).format(Date.parse(date));
}

/** "Thu, 26 Nov". */
export function dateShort(date: string): string {
  return shortDay.format(Date.parse(date));
}

/** "November 2026". */
export function monthName(date: string): string {
  return month.format(Date.parse(date));
}

/** "Thu". */
export function weekdayName(date: string): string {
  return weekday.format(Date.parse(date));
}

function clockIn(zone: string): Intl.DateTimeFormat {
  return kept(
    clocks,
    zone,
    () =>
      new Intl.DateTimeFormat(undefined, {
        hour: "numeric",
        minute: "2-digit",
        timeZone: isKnownZone(zone) ? zone : "UTC",
      }),
  );
}

function offsetIn(zone: string, ms: number): number {
  return offsetAt(zoneLine(zone, ms, ms), ms);
}

function kept(known: Map<string, Intl.DateTimeFormat>, zone: string, make: () => Intl.DateTimeFormat) {
  const found = known.get(zone) ?? make();
  known.set(zone, found);
  return found;
}
