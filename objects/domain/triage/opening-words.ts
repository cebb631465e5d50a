// How the next opening is told to a lead: "tomorrow after 9:00 AM", on the wall clock of the organisation.
import type { Language } from "./language.ts";
import { slotLabel } from "./slot-label.ts";
import { wallClockIn } from "./wall-clock.ts";

/** [T83] `zone`: IANA, known to the runtime. */
export function openingWords(atMs: number, nowMs: number, zone: string, language: Language): string {
  const label = slotLabel(atMs, zone, language);
  const clock = label.slice(label.lastIndexOf(", ") + 2);
  const date = label.slice(0, label.lastIndexOf(", "));
  const days = (wallClockIn(atMs, zone)?.day ?? 0) - (wallClockIn(nowMs, zone)?.day ?? 0);
  if (language === "es") {
    const day = days === 0 ? "hoy" : days === 1 ? "mañana" : `el ${date}`;
    return `${day} después de las ${clock}`;
  }
  const day = days === 0 ? "today" : days === 1 ? "tomorrow" : `on ${date}`;
  return `${day} after ${clock}`;
}
