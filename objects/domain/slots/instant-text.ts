// Owns instants and times of day as text: ISO 8601 in, epoch milliseconds out, and back. Strict: what the calendar does not
// have is not read.
import { monthAndDate, readDate } from "../kernel/civil-day.ts";
import { YEAR_MAX, YEAR_MIN } from "./limits.ts";
import { DAY_MS, MINUTE_MS } from "./zone.ts";

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/u;
const DAY_MINUTES = 1_440;

/** [S15] Epoch milliseconds of "2026-03-07T12:00:00Z" (or with an offset), or null when it is no instant of 1970..2199. */
export function readInstant(text: string): number | null {
  const match = INSTANT.exec(text);
  if (match === null) return null;
  const [, date = "", hour, minute, second = "0", fraction = "", sign, offsetHour = "0", offsetMinute = "0"] = match;
  const day = readDate(date);
  if (day === null || !isTrustedDay(day)) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return null;
  const offsetMs = (sign === "-" ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute)) * MINUTE_MS;
  const clockMs = (Number(hour) * 60 + Number(minute)) * MINUTE_MS + Number(second) * 1_000;
  return day * DAY_MS + clockMs + Number(fraction.padEnd(3, "0").slice(0, 3)) - offsetMs;
}

/** [S14] "2026-03-07T12:00:00Z" of an instant; milliseconds only where there are any. */
export function instantText(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith(".000Z") ? `${text.slice(0, -5)}Z` : text;
}

/** [S15] Minutes since midnight of "09:00", from "00:00" to "24:00"; null when it is no such time. */
export function readClock(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/u.exec(text);
  if (match === null || Number(match[2]) > 59) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= DAY_MINUTES ? minutes : null;
}

/** "09:00" of minutes since midnight; 1,440 is "24:00". */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** True when a day number lies in the years whose zones can be trusted. */
export function isTrustedDay(day: number): boolean {
  const { year } = monthAndDate(day);
  return year >= YEAR_MIN && year <= YEAR_MAX;
}
