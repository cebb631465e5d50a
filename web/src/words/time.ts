// Times in words. Everything takes the present as an argument; nothing here reads a clock.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "short" });
const dayMonth = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const dayMonthYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });

/** Short enough for a list: "now", "4 min", "3 h", "Tue", "3 Mar". */
export function shortAgo(iso: string, nowMs: number): string {
  const atMs = Date.parse(iso);
  const agoMs = nowMs - atMs;
  if (agoMs < MINUTE_MS) return "now";
  if (agoMs < HOUR_MS) return `${Math.floor(agoMs / MINUTE_MS)} min`;
  if (agoMs < DAY_MS) return `${Math.floor(agoMs / HOUR_MS)} h`;
  if (agoMs < WEEK_MS - DAY_MS) return weekday.format(atMs);
  return dayMonth.format(atMs);
}

/** "just now", "4 min ago", "3 h ago", "on 3 Mar 2026". */
export function ago(iso: string, nowMs: number): string {
  const agoMs = nowMs - Date.parse(iso);
  if (agoMs < MINUTE_MS) return "just now";
  if (agoMs < DAY_MS) return `${span(agoMs)} ago`;
  return `on ${dayMonthYear.format(Date.parse(iso))}`;
}

/** "in 40 s", "in 5 min", or "due" once it has passed. */
export function until(iso: string, nowMs: number): string {
  const leftMs = Date.parse(iso) - nowMs;
  return leftMs <= 0 ? "due" : `in ${leftMs < MINUTE_MS ? countDown(leftMs) : span(leftMs)}`;
}

/** A deadline: "12 min left" or "overdue by 2 h". */
export function deadline(iso: string, nowMs: number): { readonly words: string; readonly isOverdue: boolean } {
  const leftMs = Date.parse(iso) - nowMs;
  if (leftMs > 0) return { words: `${span(leftMs)} left`, isOverdue: false };
  return { words: `overdue by ${span(-leftMs)}`, isOverdue: true };
}

/** How long somebody has waited: "40 min". */
export function age(iso: string, nowMs: number): string {
  return span(Math.max(0, nowMs - Date.parse(iso)));
}

/** Seconds, rounded up so that a count-down never shows 0 before its end; longer spans as words. */
export function countDown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return seconds < 100 ? `${seconds} s` : span(ms);
}

/** The time of a message as exactly as the platform told it; null when it told a day or nothing. */
export function messageClock(at: string | null, precision: "exact" | "minute" | "day" | "none"): string | null {
  if (at === null || precision === "day" || precision === "none") return null;
  return clock.format(Date.parse(at));
}

/** The title of a day in a thread: "Today", "Yesterday", "Tuesday, 3 March". */
export function dayTitle(iso: string, nowMs: number): string {
  const at = new Date(iso);
  if (isSameDay(at, new Date(nowMs))) return "Today";
  if (isSameDay(at, new Date(nowMs - DAY_MS))) return "Yesterday";
  return at.getFullYear() === new Date(nowMs).getFullYear() ? longDay.format(at) : dayMonthYear.format(at);
}

/** The local calendar day of an instant, as a key. */
export function dayKey(iso: string): string {
  const at = new Date(iso);
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
}

/** Everything, for a title or a time's tooltip. */
export function fullTime(iso: string): string {
  return full.format(Date.parse(iso));
}

function span(ms: number): string {
  if (ms < HOUR_MS) return `${Math.max(1, Math.floor(ms / MINUTE_MS))} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  const days = Math.floor(ms / DAY_MS);
  return days === 1 ? "1 day" : `${days} days`;
}

function isSameDay(a: Date, b: Date): boolean {
  return a.getFullYear() === b.getFullYear() && a.getMonth() === b.getMonth() && a.getDate() === b.getDate();
}
