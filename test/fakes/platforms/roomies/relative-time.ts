// The time at the end of an inbox row: how long ago, in one unit, always rounded down. Pure.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** For example "15m ago", "8h ago", "2d ago", "3 weeks ago". Both times are milliseconds since 1970. */
export function relativeTime(atMs: number, nowMs: number): string {
  const agoMs = Math.max(0, nowMs - atMs);
  if (agoMs < MINUTE_MS) return "just now";
  if (agoMs < HOUR_MS) return `${Math.floor(agoMs / MINUTE_MS)}m ago`;
  if (agoMs < DAY_MS) return `${Math.floor(agoMs / HOUR_MS)}h ago`;
  if (agoMs < WEEK_MS) return `${Math.floor(agoMs / DAY_MS)}d ago`;
  const weeks = Math.floor(agoMs / WEEK_MS);
  return weeks === 1 ? "1 week ago" : `${weeks} weeks ago`;
}
