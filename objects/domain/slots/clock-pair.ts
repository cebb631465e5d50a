// Owns which interval two written clocks mean when am or pm is missing: "7:30-9pm", "10-2", "9-17". It never turns a pair over
// midnight: what has no reading within a day has none.

import type { Clock } from "./availability-tokens.ts";
import type { DayInterval } from "./day-rules.ts";

const NOON = 720;
const DAY_MINUTES = 1_440;
/** Without am or pm a start from 1 to 7 is in the afternoon: nobody shows homes before eight. */
const FIRST_MORNING_HOUR = 8;

/** [S19] The minutes of the day that the pair means, or null when no reading of it lies within a day. */
export function readClockPair(from: Clock, to: Clock): DayInterval | null {
  const starts = startReadings(from, to);
  for (const fromMinute of starts) {
    const toMinute = endReadings(to).find((minute) => minute > fromMinute);
    if (toMinute !== undefined) return { fromMinute, toMinute };
  }
  return null;
}

/** The readings of the start, the likeliest first. */
function startReadings(from: Clock, to: Clock): readonly number[] {
  const [morning, afternoon] = halves(from);
  if (from.isExact) return [exact(from)];
  if (from.meridiem === "am") return [morning];
  if (from.meridiem === "pm") return [afternoon];
  // "7:30-9pm" begins at half past seven in the evening, "9-5pm" in the morning: the last reading before the end.
  if (to.meridiem !== null || to.isExact) {
    const [endMinute = DAY_MINUTES] = endReadings(to);
    // Beside "17:00" a bare "9" is written in the same way.
    if (to.isExact && from.hour < 12) return [morning];
    return [afternoon, morning].filter((minute) => minute < endMinute);
  }
  const isMorning = from.hour >= FIRST_MORNING_HOUR && from.hour < 12;
  return isMorning ? [morning, afternoon] : [afternoon, morning];
}

/** The readings of the end, earliest first. Midnight has to be said. */
function endReadings(to: Clock): readonly number[] {
  const [morning, afternoon] = halves(to);
  if (to.isExact) return [exact(to)];
  if (to.meridiem === "am") return [morning === 0 ? DAY_MINUTES : morning];
  if (to.meridiem === "pm") return [afternoon];
  return morning < 60 ? [afternoon] : [morning, afternoon];
}

/** The clock before and after noon; 12 is the hour of noon and of midnight. */
function halves({ hour, minute }: Clock): readonly [morning: number, afternoon: number] {
  const morning = (hour % 12) * 60 + minute;
  return [morning, morning + NOON];
}

function exact({ hour, minute }: Clock): number {
  return hour * 60 + minute;
}
