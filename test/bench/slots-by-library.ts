// Free times as one would write them with a date library: the library turns days and wall-clock times into instants and back, plain
// loops do the rest. `Library` is what differs; which one it is does not matter here.
import {
  byPriority,
  isBlocking,
  type Slot,
  type SlotAgent,
  type SlotBooking,
  type SlotScenario,
} from "#domain/slots/scenario";

export type Library = {
  /** The local date of an instant as "2026-03-08". */
  readonly dateOf: (ms: number, zone: string) => string;
  /** The date `days` later. */
  readonly laterDate: (date: string, days: number) => string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdayOf: (date: string) => number;
  /** The instant of a wall-clock time; 24 hours are the next day's first minute. */
  readonly instantOf: (date: string, minute: number, zone: string) => number;
};

const MINUTE = 60_000;
const DAY = 86_400_000;

/** All slots of a scenario, by the same rules as the engine, with the library's reading of wall-clock times. */
export function slotsByLibrary(library: Library, scenario: SlotScenario): readonly Slot[] {
  const agentsAt = new Map<number, string[]>();
  for (const agent of scenario.agents.toSorted(byPriority)) {
    for (const startMs of new Set(startsOf(library, scenario, agent))) {
      agentsAt.set(startMs, [...(agentsAt.get(startMs) ?? []), agent.id]);
    }
  }
  return [...agentsAt]
    .toSorted(([a], [b]) => a - b)
    .map(([startMs, agentIds]) => ({ startMs, endMs: startMs + scenario.slotMinutes * MINUTE, agentIds }));
}

function startsOf(library: Library, scenario: SlotScenario, agent: SlotAgent): readonly number[] {
  const fromMs = scenario.nowMs + scenario.minNoticeMinutes * MINUTE;
  const untilMs = scenario.nowMs + scenario.horizonDays * DAY;
  const slotMs = scenario.slotMinutes * MINUTE;
  const mine = scenario.bookings.filter(({ agentId, status }) => agentId === agent.id && isBlocking(status));
  const taken = showingsByDate(library, agent, mine);
  const firstDate = library.laterDate(library.dateOf(fromMs, agent.zone), -1);
  const starts: number[] = [];
  for (let days = 0; days <= scenario.horizonDays + 2; days++) {
    const date = library.laterDate(firstDate, days);
    for (const { fromMinute, toMinute } of rulesOf(library, agent, date)) {
      const opensMs = library.instantOf(date, fromMinute, agent.zone);
      const closesMs = library.instantOf(date, toMinute, agent.zone);
      for (let startMs = opensMs; startMs + slotMs <= closesMs; startMs += scenario.stepMinutes * MINUTE) {
        if (startMs < fromMs || startMs >= untilMs || !isInWindow(scenario, startMs, startMs + slotMs)) continue;
        const joining = sharingAt(scenario, agent, mine, startMs, startMs + slotMs);
        if (joining === null) continue;
        const isFull = agent.maxPerDay !== null && (taken.get(date) ?? 0) >= agent.maxPerDay;
        if (joining > 0 || !isFull) starts.push(startMs);
      }
    }
  }
  return starts;
}

function rulesOf(library: Library, agent: SlotAgent, date: string) {
  const overrides = agent.overrides.filter((override) => override.date === date);
  if (overrides.length > 0) return overrides.flatMap((override) => (override.isAvailable ? [override] : []));
  const weekday = library.weekdayOf(date);
  return agent.weekly.filter((rule) => rule.weekday === weekday);
}

/** Windows of the benchmark are apart from each other. */
function isInWindow({ unit }: SlotScenario, startMs: number, endMs: number): boolean {
  return unit.windows === null || unit.windows.some((window) => window.startMs <= startMs && endMs <= window.endMs);
}

/** How many share this very time, or null when the agent is not free. */
function sharingAt(
  { unit }: SlotScenario,
  agent: SlotAgent,
  mine: readonly SlotBooking[],
  startMs: number,
  endMs: number,
): number | null {
  let sharing = 0;
  for (const booking of mine) {
    if (booking.unitId === unit.id && booking.startMs === startMs && booking.endMs === endMs) sharing++;
    else {
      const bufferMs = booking.unitId === unit.id ? 0 : agent.bufferMinutes * MINUTE;
      if (startMs < booking.endMs + bufferMs && endMs > booking.startMs - bufferMs) return null;
    }
  }
  return sharing < unit.groupSize ? sharing : null;
}

function showingsByDate(library: Library, agent: SlotAgent, mine: readonly SlotBooking[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (agent.maxPerDay === null) return counts;
  const times = new Map(mine.map((booking) => [`${booking.unitId} ${booking.startMs} ${booking.endMs}`, booking]));
  for (const { startMs } of times.values()) {
    const date = library.dateOf(startMs, agent.zone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return counts;
}
