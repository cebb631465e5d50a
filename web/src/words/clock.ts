// Wall-clock times of a day as people type and read them: "7:30pm" to "9", "19:30". Minutes 0..1440, no zone, no clock.
// What is typed is understood exactly as in a pasted line of availability (slots, S19).
import { type Clock, readTokens } from "#domain/slots/availability-tokens";
import { readClockPair } from "#domain/slots/clock-pair";
import type { DayInterval } from "#domain/slots/day-rules";

const HOUR = 60;
/** "24:00", the end of a day. */
export const DAY_MINUTES = 24 * HOUR;

/** True where people write "7:30 PM", false where they write "19:30". */
const isHalfDayClock = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions().hour12 === true;

/** What two typed times mean together ("7:30" and "9pm" are both in the evening), or a sentence on what is wrong. */
export function readSpan(from: string, to: string): DayInterval | string {
  const [start, end] = [clockOf(from), clockOf(to)];
  if (start === null) return "Write when it begins, such as 10am or 14:30.";
  if (end === null) return "Write when it ends, such as 2pm or 16:00.";
  return readClockPair(start, end) ?? "It has to end after it begins, on the same day.";
}

function clockOf(text: string): Clock | null {
  const { tokens, unknown } = readTokens(text.trim());
  const [token] = tokens;
  return unknown === null && tokens.length === 1 && token?.kind === "clock" ? token.clock : null;
}

/** "7:30 PM" or "19:30", as the reader's language has it. It reads back as itself. */
export function clockWords(minute: number): string {
  const hour = Math.floor(minute / HOUR);
  const rest = String(minute % HOUR).padStart(2, "0");
  if (!isHalfDayClock) return `${String(hour).padStart(2, "0")}:${rest}`;
  if (minute === DAY_MINUTES) return "midnight";
  return `${hour % 12 === 0 ? 12 : hour % 12}:${rest} ${hour < 12 ? "AM" : "PM"}`;
}

/** "7:30–9:00 PM" or "19:30–21:00". */
export function spanWords(fromMinute: number, toMinute: number): string {
  const from = clockWords(fromMinute);
  const to = clockWords(toMinute);
  const isSameHalf = isHalfDayClock && from.slice(-2) === to.slice(-2);
  return `${isSameHalf ? from.slice(0, -3) : from}–${to}`;
}
