// Owns the maximum of showings a day: which of an agent's local days can take no further time. Joining a time that exists
// is not its question.
import type { SlotAgent, SlotBooking } from "./scenario.ts";
import { localDay, type ZoneLine } from "./zone.ts";

/** The showings of an agent by local day (day number), each shared time once, and how many a day may hold. */
export type FullDays = {
  readonly line: ZoneLine;
  readonly counts: ReadonlyMap<number, number>;
  readonly maxPerDay: number;
};

/**
 * [S12] Counts an agent's blocking showings by the local day of their start; null when the agent has no maximum or it can
 * never be reached. Bookings outside the line are counted on a day that nobody asks about.
 */
export function fullDays(agent: SlotAgent, line: ZoneLine, bookings: readonly SlotBooking[]): FullDays | null {
  const { maxPerDay } = agent;
  if (maxPerDay === null || bookings.length < maxPerDay) return null;
  const counts = new Map<number, number>();
  const times = new Set<string>();
  for (const { unitId, startMs, endMs } of bookings) {
    const time = `${startMs} ${endMs} ${unitId}`;
    if (times.has(time)) continue;
    times.add(time);
    const day = localDay(line, startMs);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return { line, counts, maxPerDay };
}

/** True when the local day of a start has reached the agent's maximum. */
export function isFull(full: FullDays, startMs: number): boolean {
  return showingsOn(full, startMs) >= full.maxPerDay;
}

/** How many showings the local day of a start holds. */
export function showingsOn(full: FullDays, startMs: number): number {
  return full.counts.get(localDay(full.line, startMs)) ?? 0;
}
