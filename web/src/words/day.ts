// Calendar days in words. A day is a number of days since 1970; nothing here knows a zone or a clock.

const DAY_MS = 86_400_000;
const utc = { timeZone: "UTC" } as const;
const short = new Intl.DateTimeFormat(undefined, { ...utc, weekday: "short", day: "numeric", month: "short" });
const shortYear = new Intl.DateTimeFormat(undefined, { ...utc, day: "numeric", month: "short", year: "numeric" });
const longWeekday = new Intl.DateTimeFormat(undefined, { ...utc, weekday: "long" });
const shortWeekday = new Intl.DateTimeFormat(undefined, { ...utc, weekday: "short" });
/** A Sunday: weekday 1 is the day after it. */
const SUNDAY = 3;

/** "Tue, Mar 3". */
export function dayWords(day: number): string {
  return short.format(day * DAY_MS);
}

/** "Mar 3, 2026". */
export function dateWords(day: number): string {
  return shortYear.format(day * DAY_MS);
}

/** "Monday" of 1 … "Sunday" of 7. */
export function weekdayWords(weekday: number): string {
  return longWeekday.format((SUNDAY + weekday) * DAY_MS);
}

/** "Mon" of 1 … "Sun" of 7. */
export function shortWeekdayWords(weekday: number): string {
  return shortWeekday.format((SUNDAY + weekday) * DAY_MS);
}
