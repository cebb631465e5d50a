// When the people of an organisation answer: weekly hours on their own wall clock, without the dates on which they are closed
// (C81), and by when they must have looked at a hand-off (C82). Pure: the instant is an argument.
import { dayRules, daysAround, instantOf, intervalsOf } from "../slots/day-rules.ts";
import type { Span, WeeklyRule } from "../slots/scenario.ts";
import { DAY_MS, isKnownZone, zoneLine } from "../slots/zone.ts";
import { CLOSED_DAYS_MAX, HAND_OFF_DEADLINE_MS } from "./limits.ts";

/** Persisted in the actor: keys may be added, never renamed, without a migration. */
export type BusinessHours = {
  /** IANA zone of everything here. */
  readonly zone: string;
  readonly weekly: readonly WeeklyRule[];
  /** "2026-12-25": closed all day, whatever the weekday. */
  readonly closedDates: readonly string[];
};

/** [C81] True while somebody is there. Null: there is always somebody. */
export function isOpen(hours: BusinessHours | null, nowMs: number): boolean {
  if (hours === null || !isKnownZone(hours.zone)) return true;
  const span = nextSpan(hours, nowMs);
  return span !== null && span.startMs <= nowMs;
}

/** When somebody is there next, in epoch milliseconds. Null while it is open, and when no day within CLOSED_DAYS_MAX opens. */
export function nextOpeningMs(hours: BusinessHours | null, nowMs: number): number | null {
  if (hours === null || !isKnownZone(hours.zone)) return null;
  const span = nextSpan(hours, nowMs);
  return span === null || span.startMs <= nowMs ? null : span.startMs;
}

/** [C82] Five minutes from now, or, while it is closed, from the next opening. Hours that never open leave nobody alone: from now. */
export function deadlineOf(hours: BusinessHours | null, nowMs: number): number {
  return (nextOpeningMs(hours, nowMs) ?? nowMs) + HAND_OFF_DEADLINE_MS;
}

/** The span of opening that holds `nowMs`, or else the next one; null when none is near. */
function nextSpan({ zone, weekly, closedDates }: BusinessHours, nowMs: number): Span | null {
  const untilMs = nowMs + CLOSED_DAYS_MAX * DAY_MS;
  const line = zoneLine(zone, nowMs - 2 * DAY_MS, untilMs + 2 * DAY_MS);
  const overrides = closedDates.map((date) => ({ date, isAvailable: false }) as const);
  const rules = dayRules({ weekly, overrides });
  const [first, last] = daysAround(line, nowMs, untilMs);
  for (let day = first; day <= last; day++) {
    const spans = intervalsOf(rules, day)
      .map(({ fromMinute, toMinute }) => ({
        startMs: instantOf(line, day, fromMinute),
        endMs: instantOf(line, day, toMinute),
      }))
      .filter(({ startMs, endMs }) => endMs > nowMs && endMs > startMs)
      .toSorted((a, b) => a.startMs - b.startMs);
    const [earliest] = spans;
    if (earliest !== undefined) return earliest;
  }
  return null;
}
