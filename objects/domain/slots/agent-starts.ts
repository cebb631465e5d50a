// Owns the starts that one agent can take: intervals of the days, cut into steps, minus what blocks. Integers only; this
// is the inner loop of the engine. Who comes first among agents belongs to offer.ts.
import { type AgentInterval, intervalsAround } from "./agent-intervals.ts";
import { dayRules } from "./day-rules.ts";
import { type Blocks, blocksElsewhere, blocksHere } from "./free-intervals.ts";
import { showingsByDay } from "./full-days.ts";
import { enter, type Roster } from "./roster.ts";
import type { SlotAgent, SlotBooking, SlotUnit, Span } from "./scenario.ts";
import { type Search, secondsDown, secondsUp } from "./search.ts";
import { joinWindows } from "./windows.ts";
import { DAY_MS, localDay, type ZoneLine, zoneLine } from "./zone.ts";

/** The unit's windows in order and joined, in seconds of the search; null: always. */
export type OpenTime = { readonly startsSec: readonly number[]; readonly endsSec: readonly number[] } | null;

type Calendar = {
  readonly agent: SlotAgent;
  readonly line: ZoneLine;
  readonly open: OpenTime;
  readonly here: Blocks;
  readonly elsewhere: Blocks;
  readonly groupSize: number;
  /** Showings by local day; null where no maximum can be reached. */
  readonly held: ReadonlyMap<number, number> | null;
};

/** [S7] The unit's windows, joined where they touch, in seconds of the search. */
export function openTime(windows: readonly Span[] | null, { baseMs }: Search): OpenTime {
  if (windows === null) return null;
  const startsSec: number[] = [];
  const endsSec: number[] = [];
  for (const { startMs, endMs } of joinWindows(windows)) {
    startsSec.push(secondsUp(baseMs, startMs));
    endsSec.push(secondsDown(baseMs, endMs));
  }
  return { startsSec, endsSec };
}

/** Adds an agent's starts to the roster. `bookings` are the agent's, blocking, in order. */
export function addStartsOf(
  roster: Roster,
  agent: SlotAgent,
  unit: SlotUnit,
  open: OpenTime,
  bookings: readonly SlotBooking[],
  search: Search,
): void {
  // The intervals of a neighbouring day begin at most two days away.
  const line = zoneLine(agent.zone, search.fromMs - 2 * DAY_MS, search.untilMs + 2 * DAY_MS);
  const calendar: Calendar = {
    agent,
    line,
    open,
    here: blocksHere(bookings, unit.id, search),
    elsewhere: blocksElsewhere(bookings, unit.id, agent.bufferMinutes, search),
    groupSize: unit.groupSize,
    held: agent.maxPerDay === null || bookings.length < agent.maxPerDay ? null : showingsByDay(line, bookings),
  };
  for (const interval of intervalsAround(dayRules(agent), line, search)) {
    addStarts(roster, interval, calendar, search);
  }
}

/** [S5, S6, S7] Walks one interval in steps from its first instant and keeps the starts that nothing removes. */
function addStarts(roster: Roster, interval: AgentInterval, calendar: Calendar, search: Search): void {
  const { slotSec, stepSec } = search;
  const { open, here, elsewhere } = calendar;
  const lastSec = Math.min(interval.endSec - slotSec, search.untilSec - 1);
  let startSec = firstStep(interval.startSec, Math.max(interval.startSec, search.fromSec), stepSec);
  let window = 0;
  let away = firstEndingAfter(elsewhere, startSec);
  let near = firstEndingAfter(here, startSec);
  while (startSec <= lastSec) {
    // Up to here every step is free when this one is: to the next thing in the way.
    let freeSec = lastSec;
    if (open !== null) {
      while ((open.endsSec[window] ?? Number.POSITIVE_INFINITY) < startSec + slotSec) window++;
      const opensSec = open.startsSec[window];
      if (opensSec === undefined) return;
      if (opensSec > startSec) {
        startSec = firstStep(startSec, opensSec, stepSec);
        continue;
      }
      freeSec = Math.min(freeSec, (open.endsSec[window] ?? 0) - slotSec);
    }
    while ((elsewhere.endsSec[away] ?? Number.POSITIVE_INFINITY) <= startSec) away++;
    const awaySec = elsewhere.startsSec[away];
    if (awaySec !== undefined) {
      if (awaySec < startSec + slotSec) {
        startSec = firstStep(startSec, elsewhere.endsSec[away] ?? 0, stepSec);
        continue;
      }
      freeSec = Math.min(freeSec, awaySec - slotSec);
    }
    while ((here.endsSec[near] ?? Number.POSITIVE_INFINITY) <= startSec) near++;
    const nearSec = here.startsSec[near];
    if (nearSec !== undefined) {
      if (nearSec < startSec + slotSec) {
        if (canJoin(calendar, near, startSec, startSec + slotSec)) enter(roster, startSec, calendar.agent.id);
        startSec += stepSec;
        continue;
      }
      freeSec = Math.min(freeSec, nearSec - slotSec);
    }
    startSec = addFree(roster, startSec, freeSec, interval, calendar, search);
  }
}

/** [S12] Adds the steps up to and including `freeSec` whose local day is not full; gives the step after them. */
function addFree(
  roster: Roster,
  fromSec: number,
  freeSec: number,
  { day }: AgentInterval,
  { agent, held, line }: Calendar,
  { baseMs, stepSec }: Search,
): number {
  const maxPerDay = agent.maxPerDay ?? 0;
  const isFull = held !== null && day !== null && (held.get(day) ?? 0) >= maxPerDay;
  let startSec = fromSec;
  for (; startSec <= freeSec; startSec += stepSec) {
    if (isFull) continue;
    if (held !== null && day === null) {
      if ((held.get(localDay(line, baseMs + startSec * 1_000)) ?? 0) >= maxPerDay) continue;
    }
    enter(roster, startSec, agent.id);
  }
  return startSec;
}

/** [S11] Another lead may join: the block is of exactly this time, and the group has room. */
function canJoin({ here, groupSize }: Calendar, at: number, startSec: number, endSec: number): boolean {
  const count = here.shared[at] ?? 0;
  return count > 0 && count < groupSize && here.startsSec[at] === startSec && here.endsSec[at] === endSec;
}

/** The first step of the walk from `originSec` that is not before `atSec`; `atSec` is not before the origin. */
function firstStep(originSec: number, atSec: number, stepSec: number): number {
  const past = (atSec - originSec) % stepSec;
  return past === 0 ? atSec : atSec + stepSec - past;
}

/** The first block that ends after a second, by halving. */
function firstEndingAfter({ endsSec }: Blocks, second: number): number {
  let low = 0;
  let high = endsSec.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((endsSec[middle] ?? 0) <= second) low = middle + 1;
    else high = middle;
  }
  return low;
}
