// Owns what takes an agent's time: bookings as sorted blocks that do not overlap, for other units with the buffer, for the
// same unit without. It must not know rules of days, windows or notice.
import { isBlocking, type SlotAgent, type SlotBooking, type SlotScenario } from "./scenario.ts";
import { MINUTE_MS } from "./zone.ts";

/**
 * Blocks in the order of time, none overlapping the next. `shared[i]` counts the bookings of a block when all of them are
 * of exactly its time, so that others may join; 0 when nobody can.
 */
export type Blocks = { readonly startsMs: number[]; readonly endsMs: number[]; readonly shared: number[] };

/** The bookings that block, by agent; those of agents who are not in the scenario do no harm. */
export function blockingByAgent(bookings: readonly SlotBooking[]): ReadonlyMap<string, readonly SlotBooking[]> {
  const byAgent = new Map<string, SlotBooking[]>();
  for (const booking of bookings) {
    if (!isBlocking(booking.status)) continue;
    const list = byAgent.get(booking.agentId);
    if (list === undefined) byAgent.set(booking.agentId, [booking]);
    else list.push(booking);
  }
  return byAgent;
}

/** [S9] The time that bookings for other units take, with the agent's buffer before and after. */
export function blocksElsewhere(agent: SlotAgent, scenario: SlotScenario, bookings: readonly SlotBooking[]): Blocks {
  return blocksOf(
    bookings.filter((booking) => booking.unitId !== scenario.unit.id),
    agent.bufferMinutes * MINUTE_MS,
  );
}

/** [S10, S11] The time that bookings for the scenario's unit take: no buffer, and a block of one exact time can be shared. */
export function blocksHere(scenario: SlotScenario, bookings: readonly SlotBooking[]): Blocks {
  return blocksOf(
    bookings.filter((booking) => booking.unitId === scenario.unit.id),
    0,
  );
}

function blocksOf(bookings: readonly SlotBooking[], bufferMs: number): Blocks {
  const sorted = bookings.toSorted(byStart);
  const blocks: Blocks = { startsMs: [], endsMs: [], shared: [] };
  let last = -1;
  for (const booking of sorted) {
    const startMs = booking.startMs - bufferMs;
    const endMs = booking.endMs + bufferMs;
    if (last >= 0 && startMs < (blocks.endsMs[last] ?? 0)) {
      const isSame = startMs === blocks.startsMs[last] && endMs === blocks.endsMs[last];
      blocks.shared[last] = isSame && blocks.shared[last] !== 0 ? (blocks.shared[last] ?? 0) + 1 : 0;
      if (endMs > (blocks.endsMs[last] ?? 0)) blocks.endsMs[last] = endMs;
      continue;
    }
    last = blocks.startsMs.push(startMs) - 1;
    blocks.endsMs.push(endMs);
    blocks.shared.push(1);
  }
  return blocks;
}

function byStart(a: SlotBooking, b: SlotBooking): number {
  return a.startMs - b.startMs;
}
