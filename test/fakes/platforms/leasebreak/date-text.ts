// The date texts of the Leasebreak twin: New York wall clock with its zone. Pure.

const NEW_YORK = { timeZone: "America/New_York" } as const;
const DAY = new Intl.DateTimeFormat("en-US", { ...NEW_YORK, year: "numeric", month: "2-digit", day: "2-digit" });
const CLOCK = new Intl.DateTimeFormat("en-US", {
  ...NEW_YORK,
  hour: "numeric",
  minute: "2-digit",
  timeZoneName: "short",
});

/** For example "11/20/2026". `atMs` is milliseconds since 1970. */
export function dayText(atMs: number): string {
  return DAY.format(atMs);
}

/** For example "11/20/2026 3:30 PM EST". */
export function timeText(atMs: number): string {
  return `${DAY.format(atMs)} ${CLOCK.format(atMs).replaceAll("\u202F", " ")}`;
}
