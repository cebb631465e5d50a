// The date texts of SpareRoom: always New York wall clock, whatever zone the reader is in. Pure.

import type { DateStyle } from "./switches.ts";

const DAY_MS = 86_400_000;

/** For example "Today 3:30pm", "Yesterday 11:21 PM EST", "01/20/2026". Both times are milliseconds since 1970. */
export function dateText(atMs: number, nowMs: number, style: DateStyle): string {
  const at = inNewYork(atMs);
  const daysAgo = Math.round((inNewYork(nowMs).day - at.day) / DAY_MS);
  const day = daysAgo === 0 ? "Today" : daysAgo === 1 ? "Yesterday" : null;
  const clock = `${at.hour}:${at.minute} ${at.half}`;
  switch (style) {
    case "natural":
      if (day === "Today") return `Today ${at.hour}:${at.minute}${at.half.toLowerCase()}`;
      return day === null ? at.slashed : `${day} ${clock} ${at.zone}`;
    case "zoned":
      return day === null ? `${at.slashed}, ${clock} ${at.zone}` : `${day} ${clock} ${at.zone}`;
    case "unzoned":
      return day === null ? `${at.slashed}, ${clock}` : `${day} ${clock}`;
    case "long":
      return day === null ? at.long : `${day} ${clock}`;
    case "bare":
      return day ?? at.slashed;
  }
}

const NEW_YORK = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/New_York",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "numeric",
  minute: "2-digit",
  hour12: true,
  timeZoneName: "short",
});
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function inNewYork(atMs: number) {
  const parts = new Map(NEW_YORK.formatToParts(atMs).map((part) => [part.type, part.value]));
  const [year = "", month = "", day = ""] = [parts.get("year"), parts.get("month"), parts.get("day")];
  return {
    /** The wall-clock day as milliseconds of that day in UTC: fit for differences, not an instant. */
    day: Date.UTC(Number(year), Number(month) - 1, Number(day)),
    slashed: `${month}/${day}/${year}`,
    long: `${MONTHS[Number(month) - 1]} ${Number(day)} ${year}`,
    hour: parts.get("hour") ?? "",
    minute: parts.get("minute") ?? "",
    half: parts.get("dayPeriod") ?? "",
    zone: parts.get("timeZoneName") ?? "",
  };
}
