// The date of an inbox row. Pure; its source text also runs inside the page, so it uses nothing from outside itself.

/**
 * A clock such as "3:30 PM" for today, else month and day without a year: "May. 12". Both times are milliseconds since
 * 1970; without a zone it is that of the reader, as in the browser.
 */
export function rowDate(atMs: number, nowMs: number, timeZone?: string): string {
  const read = (ms: number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", timeZone === undefined ? options : { ...options, timeZone }).format(ms);
  const day = (ms: number) => read(ms, { dateStyle: "short" });
  if (day(atMs) === day(nowMs)) return read(atMs, { hour: "numeric", minute: "2-digit" }).replace("\u202f", " ");
  return `${read(atMs, { month: "short" })}. ${read(atMs, { day: "numeric" })}`;
}
