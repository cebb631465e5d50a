// Owns wall-clock arithmetic for reading times: instants as epoch milliseconds in, civil dates and minutes of the day out.
// Nothing here reads a clock; the zone database of the runtime is the only thing it consults.

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

/** Days since 1970-01-01 of a civil date in the proleptic Gregorian calendar. Month is 1..12. */
export function dayNumber(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** 0 = Sunday .. 6 = Saturday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Month 1..12 and day of the month of a day number. */
export function monthAndDate(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
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
