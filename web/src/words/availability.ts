// Somebody's times in words: a day's, and a week's with equal days together.
import type { AgentProfile } from "#contracts/api/availability";
import type { DayInterval } from "#domain/slots/day-rules";
import type { WeeklyRule } from "#domain/slots/scenario";
import { spanWords } from "./clock.ts";
import { shortWeekdayWords } from "./day.ts";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** ["9:00 AM–12:00 PM", "1:00–5:00 PM"], earliest first. */
export function timesWords(intervals: readonly DayInterval[]): readonly string[] {
  return intervals
    .toSorted((a, b) => a.fromMinute - b.fromMinute)
    .map(({ fromMinute, toMinute }) => spanWords(fromMinute, toMinute));
}

export type WeekLine = { readonly days: string; readonly times: readonly string[] };

/** "Mon–Thu" with ["7:30–9:00 PM"], "Sat" with its own: days that follow each other with the same times are one line. */
export function weekLines(rules: readonly WeeklyRule[]): readonly WeekLine[] {
  const groups: { first: number; last: number; times: readonly string[] }[] = [];
  for (const weekday of WEEKDAYS) {
    const times = timesWords(rules.filter((rule) => rule.weekday === weekday));
    const before = groups.at(-1);
    if (times.length === 0) continue;
    if (before?.last === weekday - 1 && before.times.join() === times.join()) before.last = weekday;
    else groups.push({ first: weekday, last: weekday, times });
  }
  return groups.map(({ first, last, times }) => {
    const from = shortWeekdayWords(first);
    return { days: first === last ? from : `${from}–${shortWeekdayWords(last)}`, times };
  });
}

/** "15 min", "1 h 30 min", "none". */
export function bufferWords(minutes: number): string {
  if (minutes === 0) return "None";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter((part) => part !== "").join(" ");
}

/** The most showings of a day; null: as many as fit. */
export function perDayWords(max: number | null): string {
  if (max === null) return "As many as fit";
  return max === 0 ? "Only to join others" : `At most ${max}`;
}

/** For everybody of the deployment, whatever they chose. */
export const MAILS_OFF = "Mails are off for everybody here. What you choose holds once they are set up.";

/** Whether somebody hears of their showings by mail. */
export function mailWords(profile: Pick<AgentProfile, "isMailed">, areMailsSent: boolean): string {
  if (profile.isMailed === false) return "None";
  return areMailsSent ? "When one is booked, moved or cancelled" : "None yet: mails are off for everybody here";
}
