// Owns the free times of a scenario: what every agent can take, put together by start. Pure: now is in the scenario.
import { type Search, startsOf } from "./agent-starts.ts";
import { blockingByAgent } from "./free-intervals.ts";
import { byPriority, type Slot, type SlotAgent, type SlotBooking, type SlotScenario } from "./scenario.ts";
import { joinWindows } from "./windows.ts";
import { DAY_MS, MINUTE_MS } from "./zone.ts";

const NO_BOOKINGS: readonly SlotBooking[] = [];

/**
 * [S1] Every time that can be booked, by start. The scenario must be sound (parse-scenario.ts says what that means): known
 * zones, positive lengths, rules from < to. Rules S1..S13 of SPEC.md; explain.ts names them for a single instant.
 */
export function findSlots(scenario: SlotScenario): readonly Slot[] {
  const search = searchOf(scenario);
  if (search.fromMs >= search.untilMs || search.windows?.length === 0) return [];
  const bookings = blockingByAgent(scenario.bookings);
  const agents = scenario.agents.toSorted(byPriority);
  const starts = agents.map((agent) => startsOf(agent, scenario, search, bookings.get(agent.id) ?? NO_BOOKINGS));
  return together(agents, starts, search.slotMs);
}

/** [S5] From now and the notice to the horizon, with the unit's windows. */
export function searchOf(scenario: SlotScenario): Search {
  return {
    fromMs: scenario.nowMs + scenario.minNoticeMinutes * MINUTE_MS,
    untilMs: scenario.nowMs + scenario.horizonDays * DAY_MS,
    slotMs: scenario.slotMinutes * MINUTE_MS,
    stepMs: scenario.stepMinutes * MINUTE_MS,
    windows: scenario.unit.windows === null ? null : joinWindows(scenario.unit.windows),
  };
}

/** [S13] Merges the agents' starts, which are in order; the agents of a start keep the order of `agents`. */
function together(
  agents: readonly SlotAgent[],
  starts: readonly (readonly number[])[],
  slotMs: number,
): readonly Slot[] {
  const at = agents.map(() => 0);
  const nextMs = starts.map((each) => each[0] ?? Number.POSITIVE_INFINITY);
  let startMs = Math.min(Number.POSITIVE_INFINITY, ...nextMs);
  let agentIds: readonly string[] = [];
  const slots: Slot[] = [];
  while (startMs !== Number.POSITIVE_INFINITY) {
    const ids: string[] = [];
    let followingMs = Number.POSITIVE_INFINITY;
    for (let index = 0; index < nextMs.length; index++) {
      let headMs = nextMs[index] ?? Number.POSITIVE_INFINITY;
      if (headMs === startMs) {
        ids.push(agents[index]?.id ?? "");
        const place = (at[index] ?? 0) + 1;
        at[index] = place;
        headMs = starts[index]?.[place] ?? Number.POSITIVE_INFINITY;
        nextMs[index] = headMs;
      }
      if (headMs < followingMs) followingMs = headMs;
    }
    // Neighbouring times mostly have the same agents: one list for all of them keeps a year of steps small.
    if (!isSame(ids, agentIds)) agentIds = ids;
    slots.push({ startMs, endMs: startMs + slotMs, agentIds });
    startMs = followingMs;
  }
  return slots;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
