// How a time is written to a lead: weekday, date and hour of the unit's own zone, in the language of the lead.
// slot-choice.ts must be able to read it back.
import { assert } from "../kernel/assert.ts";
import { monthAndDate, weekdayOf } from "../kernel/civil-day.ts";
import type { Language } from "./language.ts";
import { wallClockIn } from "./wall-clock.ts";

const WEEKDAYS = {
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  es: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
} as const;
const MONTHS = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  es: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
} as const;

/** "Thursday, Nov 26, 3:00 PM", or "jueves, 26 nov, 3:00 pm". `zone`: IANA, known to the runtime. */
export function slotLabel(startMs: number, zone: string, language: Language = "en"): string {
  const clock = wallClockIn(startMs, zone);
  assert(clock !== null, "the zone of a unit is checked when it is stored");
  const { month, date } = monthAndDate(clock.day);
  const weekday = WEEKDAYS[language][weekdayOf(clock.day)] ?? "";
  const monthName = MONTHS[language][month - 1] ?? "";
  const hour = Math.floor(clock.minute / 60);
  const minute = String(clock.minute % 60).padStart(2, "0");
  const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${minute}`;
  if (language === "es") return `${weekday}, ${date} ${monthName}, ${twelve} ${hour < 12 ? "am" : "pm"}`;
  return `${weekday}, ${monthName} ${date}, ${twelve} ${hour < 12 ? "AM" : "PM"}`;
}
