// Reads the times platforms write: "Today 3:30pm", "Yesterday 11:21 PM EST", "01/20/2026", "Jan 20 2026", "May. 12", "8h ago",
// "3 weeks ago", an ISO instant. Pure: now and zone are arguments. A text that is not understood stays as `raw` with precision "none".
import type { SightedTime } from "#domain/conversation/sighting";
import { instantOf, instantsOf, offsetAt, type Wall, wallAt } from "./wall-clock.ts";

export type ClockTextContext = {
  /** IANA zone in which the platform writes its times. */
  readonly zone: string;
  readonly nowMs: number;
};

/**
 * Reads one text. Precision "day" means that only the calendar day is known: `ms` is then the start of that day in the zone,
 * except for "8h ago" and the like, where it is that long before now.
 * A date without a year is the latest such day that is not in the future.
 */
export function readClockText(raw: string, context: ClockTextContext): SightedTime {
  const text = raw.replace(/\s+/g, " ").trim();
  return (
    readIso(text, raw, context) ??
    readRelative(text.toLowerCase(), raw, context) ??
    readCalendar(text.toLowerCase(), raw, context) ?? { ms: null, precision: "none", raw }
  );
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** A clock may run ahead of ours by this much before "today" without a date is taken for an earlier day or year. */
const CLOCK_SKEW_MS_MAX = 10 * MINUTE_MS;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function readIso(text: string, raw: string, { zone }: ClockTextContext): SightedTime | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = found;
  const precision = second === undefined ? "minute" : "exact";
  if (offset !== undefined) {
    const ms = Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
    return Number.isNaN(ms) ? null : { ms, precision, raw };
  }
  const wall = wallOf(Number(year), Number(month), Number(day), {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
  });
  return wall && { ms: instantOf(wall, zone) + Math.round(Number(fraction ?? 0) * 1000), precision, raw };
}

const UNIT_MS: readonly (readonly [RegExp, number])[] = [
  [/^(s|secs?|seconds?)$/, 1000],
  [/^(m|mins?|minutes?)$/, MINUTE_MS],
  [/^(h|hrs?|hours?)$/, HOUR_MS],
  [/^(d|days?)$/, DAY_MS],
  [/^(w|wks?|weeks?)$/, 7 * DAY_MS],
  [/^(mo|mos|months?)$/, 30 * DAY_MS],
  [/^(y|yrs?|years?)$/, 365 * DAY_MS],
];

function readRelative(text: string, raw: string, { nowMs }: ClockTextContext): SightedTime | null {
  if (/^(just )?now$/.test(text)) return { ms: nowMs, precision: "minute", raw };
  const found = /^(?:about |over |almost )?(\d{1,4}|an?|one) ?([a-z]+) ago$/.exec(text);
  const [, count = "", word = ""] = found ?? [];
  const unitMs = UNIT_MS.find(([pattern]) => pattern.test(word))?.[1];
  if (unitMs === undefined) return null;
  const ms = nowMs - (/^\d/.test(count) ? Number(count) : 1) * unitMs;
  return { ms, precision: unitMs <= MINUTE_MS ? "minute" : "day", raw };
}

type Clock = { readonly hour: number; readonly minute: number; readonly second: number };

function readCalendar(text: string, raw: string, { zone, nowMs }: ClockTextContext): SightedTime | null {
  const suffix = /\s(e[sd]t)$/.exec(text)?.[1];
  const bare = text.replace(/\s(e[sd]t|et)$/, "");
  const clock = readClock(bare);
  if (clock === "unreadable") return null;
  const dayText = bare
    .replace(CLOCK, "")
    .replace(/(,|\bat)\s*$/, "")
    .replace(/,\s*$/, "")
    .trim();
  const wall = readDay(dayText, clock, { zone, nowMs });
  if (!wall) return null;
  if (clock === null) return { ms: instantOf(wall, zone), precision: "day", raw };
  const candidates = instantsOf(wall, zone);
  const said = suffix === undefined ? undefined : suffix === "edt" ? -4 * HOUR_MS : -5 * HOUR_MS;
  const ms = candidates.find((candidate) => offsetAt(candidate, zone) === said) ?? candidates[0] ?? null;
  return { ms, precision: "minute", raw };
}

const CLOCK = /\b(\d{1,2})[:.](\d\d)(?::(\d\d))? ?([ap])?\.?(?:m\b\.?)?|\b(\d{1,2}) ?([ap])m\b/;

function readClock(text: string): Clock | null | "unreadable" {
  const found = CLOCK.exec(text);
  if (!found) return null;
  const half = found[4] ?? found[6];
  const shown = Number(found[1] ?? found[5]);
  const minute = Number(found[2] ?? 0);
  const second = Number(found[3] ?? 0);
  if (minute > 59 || second > 59 || shown > 23 || (half !== undefined && (shown < 1 || shown > 12)))
    return "unreadable";
  const hour = half === undefined ? shown : (shown % 12) + (half === "p" ? 12 : 0);
  return { hour, minute, second };
}

/** The day named by what is left of the text once the clock is cut off; "" is today (or yesterday when that is still to come). */
function readDay(text: string, clock: Clock | null, { zone, nowMs }: ClockTextContext): Wall | null {
  const today = wallAt(nowMs, zone);
  if (text === "today") return wallOf(today.year, today.month, today.day, clock);
  if (text === "yesterday") return daysLater(today, -1, clock);
  if (text === "") {
    if (clock === null) return null;
    const candidate = wallOf(today.year, today.month, today.day, clock);
    return candidate && instantOf(candidate, zone) > nowMs + CLOCK_SKEW_MS_MAX
      ? daysLater(today, -1, clock)
      : candidate;
  }
  const weekday = WEEKDAYS.indexOf(text.slice(0, 3));
  if (weekday >= 0 && /^(sun|mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?)(day)?\.?$/.test(text)) {
    const todayIndex = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay();
    return daysLater(today, -((todayIndex - weekday + 6) % 7) - 1, clock);
  }
  const numeric = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d\d)$/.exec(text);
  if (numeric) return wallOf(fullYear(numeric[3]), Number(numeric[1]), Number(numeric[2]), clock);
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (iso) return wallOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), clock);
  const worded = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/.exec(text);
  const turned = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?:,? (\d{4}))?$/.exec(text);
  const monthName = worded?.[1] ?? turned?.[2];
  if (monthName === undefined) return null;
  const month = MONTHS.indexOf(monthName.slice(0, 3)) + 1;
  const day = Number(worded?.[2] ?? turned?.[1]);
  const year = worded?.[3] ?? turned?.[3];
  if (month === 0) return null;
  if (year !== undefined) return wallOf(Number(year), month, day, clock);
  const thisYear = wallOf(today.year, month, day, clock);
  const isFuture = thisYear !== null && instantOf(thisYear, zone) > nowMs + CLOCK_SKEW_MS_MAX;
  return isFuture ? wallOf(today.year - 1, month, day, clock) : thisYear;
}

const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function daysLater(wall: Wall, days: number, clock: Clock | null): Wall | null {
  const moved = new Date(Date.UTC(wall.year, wall.month - 1, wall.day + days));
  return wallOf(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate(), clock);
}

/** A wall reading, or null for a day that does not exist. */
function wallOf(year: number, month: number, day: number, clock: Clock | null): Wall | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day || date.getUTCFullYear() !== year) return null;
  return { year, month, day, ...(clock ?? { hour: 0, minute: 0, second: 0 }) };
}
