// When nobody is to be written to unasked: 21:00 to 08:00 on the unit's wall clock (product.md, Conversation workflow).
// Pure: the instant and the zone are arguments.
import { wallClockIn } from "../triage/wall-clock.ts";
import { QUIET_FROM_MINUTE, QUIET_UNTIL_MINUTE } from "./limits.ts";

/**
 * Kept for a unit whose zone is not known: both coasts, so that it is neither night in the east nor in the west of the country
 * whose homes the five platforms show. What is left of a day are the ten hours from 11:00 to 21:00 in New York.
 */
const ZONES_WHEN_UNKNOWN = ["America/New_York", "America/Los_Angeles"] as const;
const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 1_440;
/** The end of the night in one zone may be night in another; after each of the two it is day in both. */
const LOOKS_MAX = 4;

/** The next instant at which it is day, in epoch milliseconds; null when it is day now. `zone` null: not known. */
export function quietUntilMs(nowMs: number, zone: string | null): number | null {
  const zones = zone === null || wallClockIn(nowMs, zone) === null ? ZONES_WHEN_UNKNOWN : [zone];
  let atMs = nowMs;
  for (let look = 0; look < LOOKS_MAX; look++) {
    const ends = zones.map((one) => nightEndMs(atMs, one)).filter((end) => end !== null);
    if (ends.length === 0) break;
    atMs = Math.max(...ends);
  }
  return atMs === nowMs ? null : atMs;
}

/** When the night around an instant ends in a zone; null by day. */
function nightEndMs(atMs: number, zone: string): number | null {
  const minute = minuteIn(atMs, zone);
  if (minute >= QUIET_UNTIL_MINUTE && minute < QUIET_FROM_MINUTE) return null;
  const wait = (QUIET_UNTIL_MINUTE - minute + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const guessMs = Math.floor(atMs / MINUTE_MS) * MINUTE_MS + wait * MINUTE_MS;
  // Clocks that change in that night make the guess early or late by the change.
  return guessMs + (QUIET_UNTIL_MINUTE - minuteIn(guessMs, zone)) * MINUTE_MS;
}

function minuteIn(atMs: number, zone: string): number {
  return wallClockIn(atMs, zone)?.minute ?? QUIET_UNTIL_MINUTE;
}
