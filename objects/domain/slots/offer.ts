// Owns the free times of a scenario: what every agent can take, put together by start. Pure: now is in the scenario.
import { assert } from "../kernel/assert.ts";
import { addStartsOf, openTime } from "./agent-starts.ts";
import { blockingByAgent } from "./free-intervals.ts";
import type { Roster } from "./roster.ts";
import { byPriority, type Slot, type SlotBooking, type SlotScenario } from "./scenario.ts";
import { type Search, searchOf } from "./search.ts";
import { KNOWN_SCENARIO, KNOWN_SLOTS } from "./self-check.ts";

const NO_BOOKINGS: readonly SlotBooking[] = [];

/**
 * [S1] Every time that can be booked, by start. The scenario must be sound (parse-scenario.ts says what that means): known
 * zones, positive lengths, rules from < to. Rules S1..S13 of SPEC.md; explain.ts names them for a single instant.
 */
export function findSlots(scenario: SlotScenario): readonly Slot[] {
  const { unit } = scenario;
  const search = searchOf(scenario);
  if (search.fromSec >= search.untilSec || unit.windows?.length === 0) return [];
  const open = openTime(unit.windows, search);
  const bookings = blockingByAgent(scenario, search);
  const roster: Roster = { agentIds: new Map(), startsSec: [] };
  for (const agent of scenario.agents.toSorted(byPriority)) {
    addStartsOf(roster, agent, unit, open, bookings.get(agent.id) ?? NO_BOOKINGS, search);
  }
  return inOrder(roster, search);
}

/** [S1, S13] The slots by start; the agents of each are in the order in which they were asked. */
function inOrder({ agentIds, startsSec }: Roster, { baseMs, slotSec }: Search): readonly Slot[] {
  const sortedSec = new Int32Array(startsSec).sort();
  const slots: Slot[] = [];
  for (let index = 0; index < sortedSec.length; index++) {
    const startSec = sortedSec[index] ?? 0;
    const startMs = baseMs + startSec * 1_000;
    slots.push({ startMs, endMs: startMs + slotSec * 1_000, agentIds: agentIds.get(startSec) ?? [] });
  }
  return slots;
}

assert(
  JSON.stringify(findSlots(KNOWN_SCENARIO)) === JSON.stringify(KNOWN_SLOTS),
  "the runtime finds the free times that are known",
);
