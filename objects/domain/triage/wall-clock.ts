// Owns wall-clock arithmetic for reading times: instants as epoch milliseconds in, civil dates and minutes of the day out.
// Nothing here reads a clock; the zone database of the runtime is the only thing it consults.
import { dayNumber } from "../kernel/civil-day.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 1_440;

/** A civil date and time; `day` counts days since 1970-01-01, `minute` minutes since midnight. */
export type WallClock = { readonly day: number; readonly minute: number };

/** Epoch milliseconds of an ISO 8601 instant ("Z" or an offset; none is read as UTC), or null when it is not one. */
export function instantMs(iso: string): number | null {
  const match =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)? ?(z|[+-]\d{2}:?\d{2})?$/iu.exec(
      iso.trim(),
    );
  if (match === null) return null;
  const [, year, month, date, hour = "0", minute = "0", second = "0", offset = "Z"] = match;
  const day = dayNumber(Number(year), Number(month), Number(date));
  const sign = offset.startsWith("-") ? -1 : 1;
  const digits = offset.replace(/\D/gu, "");
  const offsetMinutes = digits === "" ? 0 : sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
  return day * DAY_MS + (Number(hour) * 60 + Number(minute) - offsetMinutes) * MINUTE_MS + Number(second) * 1_000;
}

/** The wall clock of an instant in an IANA zone; null when the zone is not known to the runtime. */
export function wallClockIn(epochMs: number, zone: string): WallClock | null {
  try {
    const parts = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    }).formatToParts(epochMs);
    const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
    return { day: dayNumber(part("year"), part("month"), part("day")), minute: part("hour") * 60 + part("minute") };
  } catch {
    return null;
  }
}

/** The wall clock written in an ISO text itself, whatever its offset says. */
export function writtenWallClock(iso: string): WallClock | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})/u.exec(iso.trim());
  if (match === null) return null;
  const [, year, month, date, hour, minute] = match;
  return {
    day: dayNumber(Number(year), Number(month), Number(date)),
    minute: (Number(hour) * 60 + Number(minute)) % MINUTES_PER_DAY,
  };
}
