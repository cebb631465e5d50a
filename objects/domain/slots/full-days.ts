// Owns the count behind the maximum a day: how many showings an agent has on each local day. Joining a time that exists is not
// its question.
import type { SlotBooking } from "./scenario.ts";
import { localDay, type ZoneLine } from "./zone.ts";

/**
 * [S12] Blocking showings by the local day (day number) of their start, a time that several leads share once. The bookings
 * are in order (byTime). One that lies outside the line may count on a wrong day out there.
 */
export function showingsByDay(line: ZoneLine, bookings: readonly SlotBooking[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let last: SlotBooking | null = null;
  for (const booking of bookings) {
    const isShared =
      last !== null &&
      booking.startMs === last.startMs &&
      booking.endMs === last.endMs &&
      booking.unitId === last.unitId;
    last = booking;
    if (isShared) continue;
    const day = localDay(line, booking.startMs);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return counts;
}
