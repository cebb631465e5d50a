// The date texts of the RentHop twin: how long ago, as its public cards have it, and New York wall clock. Pure.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const CLOCK = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  month: "short",
  day: "numeric",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
});

/** For example "just now", "1 minute ago", "8 hours ago", "3 days ago". Both are milliseconds since 1970. */
export function agoText(atMs: number, nowMs: number): string {
  const agoMs = nowMs - atMs;
  if (agoMs < MINUTE_MS) return "just now";
  if (agoMs < HOUR_MS) return counted(Math.floor(agoMs / MINUTE_MS), "minute");
  if (agoMs < DAY_MS) return counted(Math.floor(agoMs / HOUR_MS), "hour");
  return counted(Math.floor(agoMs / DAY_MS), "day");
}

/** For example "Nov 20, 2026, 3:30 PM EST". */
export function timeText(atMs: number): string {
  return CLOCK.format(atMs).replaceAll("\u202F", " ");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
