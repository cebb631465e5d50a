// Reads the time an element shows: its datetime attribute, else its words. Pure.
import type { SightedTime } from "#domain/conversation/sighting";
import { type ClockTextContext, readClockText } from "./clock-text.ts";
import type { Markup } from "./markup.ts";

export type MarkedTime = {
  readonly time: SightedTime;
  /** True for words such as "8h ago", which say another instant at every look. */
  readonly isRelative: boolean;
};

/** `raw` is what a person reads, or the attribute where the element has no words. No element: precision "none", raw "". */
export function readMarkedTime(element: Markup | null, context: ClockTextContext): MarkedTime {
  const words = element?.line() ?? "";
  const stamp = (element?.attribute("datetime") ?? element?.first("[datetime]")?.attribute("datetime") ?? "").trim();
  const stamped = readClockText(stamp, context);
  if (stamped.ms !== null) return { time: { ...stamped, raw: words === "" ? stamp : words }, isRelative: false };
  return { time: readClockText(words, context), isRelative: /\b(ago|now)\b/i.test(words) };
}
