// Owns what takes an agent's time: bookings as sorted blocks that do not overlap, for other units with the buffer, for the
// same unit without. It must not know rules of days, windows or notice.
import { SPAN_MINUTES_MAX } from "./limits.ts";
import { isBlocking, type SlotBooking, type SlotScenario } from "./scenario.ts";
import { type Search, secondsDown, secondsUp } from "./search.ts";
import { DAY_MS, MINUTE_MS } from "./zone.ts";

/**
 * Blocks in the order of time, none overlapping the next, in seconds of the search. `shared[i]` counts the bookings of a
 * block when all of them are of exactly its time, so that others may join; 0 when nobody can.
 */
export type Blocks = { readonly startsSec: number[]; readonly endsSec: number[]; readonly shared: number[] };

/** Bookings further away can neither block a start with the longest buffer nor stand on its local day. */
const REACH_MS = SPAN_MINUTES_MAX * MINUTE_MS + 2 * DAY_MS;

/** [S8] The bookings that block and are near the search, by agent and in order. Those of unknown agents do no harm. */
export function blockingByAgent(scenario: SlotScenario, search: Search): ReadonlyMap<string, readonly SlotBooking[]> {
  const fromMs = search.fromMs - REACH_MS;
  const untilMs = search.untilMs + REACH_MS;
  const byAgent = new Map<string, SlotBooking[]>();
  for (const booking of scenario.bookings) {
    if (!isBlocking(booking.status) || booking.endMs < fromMs || booking.startMs > untilMs) continue;
    const list = byAgent.get(booking.agentId);
    if (list === undefined) byAgent.set(booking.agentId, [booking]);
    else list.push(booking);
  }
  for (const list of byAgent.values()) list.sort(byTime);
  return byAgent;
}

/** By start; bookings of one unit and time stand together. */
export function byTime(a: SlotBooking, b: SlotBooking): number {
  if (a.startMs !== b.startMs) return a.startMs < b.startMs ? -1 : 1;
  if (a.endMs !== b.endMs) return a.endMs < b.endMs ? -1 : 1;
  return a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0;
}

/** [S9] The time that bookings for other units than `unitId` take, with the agent's buffer before and after. */
export function blocksElsewhere(
  bookings: readonly SlotBooking[],
  unitId: string,
  bufferMinutes: number,
  search: Search,
): Blocks {
  const blocks: Blocks = { startsSec: [], endsSec: [], shared: [] };
  for (const booking of bookings) {
    if (booking.unitId !== unitId) addBlock(blocks, booking, bufferMinutes * 60, search);
  }
  return blocks;
}

/** [S10, S11] The time that bookings for `unitId` take: no buffer, and a block of one exact time can be shared. */
export function blocksHere(bookings: readonly SlotBooking[], unitId: string, search: Search): Blocks {
  const blocks: Blocks = { startsSec: [], endsSec: [], shared: [] };
  for (const booking of bookings) {
    if (booking.unitId === unitId) addBlock(blocks, booking, 0, search);
  }
  return blocks;
}

/** Adds the next booking in the order of time, to the last block where they overlap. */
function addBlock(blocks: Blocks, { startMs, endMs }: SlotBooking, bufferSec: number, { baseMs }: Search): void {
  const startSec = secondsDown(baseMs, startMs) - bufferSec;
  const endSec = secondsUp(baseMs, endMs) + bufferSec;
  const last = blocks.endsSec.length - 1;
  const lastEndSec = blocks.endsSec[last];
  if (lastEndSec === undefined || startSec >= lastEndSec) {
    // A booking between two seconds has no start's exact time.
    const isWhole = startMs % 1_000 === 0 && endMs % 1_000 === 0;
    blocks.startsSec.push(startSec);
    blocks.endsSec.push(endSec);
    blocks.shared.push(isWhole ? 1 : 0);
    return;
  }
  const count = blocks.shared[last] ?? 0;
  const isSame = startSec === blocks.startsSec[last] && endSec === lastEndSec;
  blocks.shared[last] = isSame && count > 0 ? count + 1 : 0;
  if (endSec > lastEndSec) blocks.endsSec[last] = endSec;
}
