// Owns the starts that one agent can take: intervals of the days, cut into steps, minus what blocks. Integers only; this
// is the inner loop of the engine. Who comes first among agents belongs to offer.ts.
import { type DayRules, dayRules, daysAround, instantOf, intervalsOf } from "./day-rules.ts";
import { type Blocks, blocksElsewhere, blocksHere } from "./free-intervals.ts";
import { type FullDays, fullDays, isFull } from "./full-days.ts";
import type { SlotAgent, SlotBooking, SlotScenario, Span } from "./scenario.ts";
import { DAY_MS, type ZoneLine, zoneLine } from "./zone.ts";

/** What is the same for all agents of a scenario. Starts lie from `fromMs` up to, not including, `untilMs`. */
export type Search = {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly slotMs: number;
  readonly stepMs: number;
  /** Joined and in order; null: always. */
  readonly windows: readonly Span[] | null;
};

type Calendar = {
  readonly here: Blocks;
  readonly elsewhere: Blocks;
  readonly groupSize: number;
  readonly full: FullDays | null;
};

/** The agent's starts in the order of time, each once. */
export function startsOf(
  agent: SlotAgent,
  scenario: SlotScenario,
  search: Search,
  bookings: readonly SlotBooking[],
): readonly number[] {
  // Two days more on both sides than the neighbours whose intervals are looked at.
  const line = zoneLine(agent.zone, search.fromMs - 3 * DAY_MS, search.untilMs + 3 * DAY_MS);
  const calendar: Calendar = {
    here: blocksHere(scenario, bookings),
    elsewhere: blocksElsewhere(agent, scenario, bookings),
    groupSize: scenario.unit.groupSize,
    full: fullDays(agent, line, bookings),
  };
  const intervals = intervalsAround(dayRules(agent), line, search);
  const starts: number[] = [];
  for (const interval of intervals) addStarts(starts, interval, search, calendar);
  return isRising(starts) ? starts : [...new Set(starts)].sort((a, b) => a - b);
}

/** [S2, S4] The intervals of the days around the search as instants, earliest first. They may overlap. */
function intervalsAround(rules: DayRules, line: ZoneLine, search: Search): readonly Span[] {
  const [firstDay, lastDay] = daysAround(line, search.fromMs, search.untilMs);
  const spans: Span[] = [];
  let isSorted = true;
  for (let day = firstDay; day <= lastDay; day++) {
    for (const { fromMinute, toMinute } of intervalsOf(rules, day)) {
      const startMs = instantOf(line, day, fromMinute);
      const endMs = instantOf(line, day, toMinute);
      if (endMs - startMs < search.slotMs || endMs <= search.fromMs || startMs >= search.untilMs) continue;
      if (spans.length > 0 && startMs < (spans[spans.length - 1]?.startMs ?? 0)) isSorted = false;
      spans.push({ startMs, endMs });
    }
  }
  return isSorted ? spans : spans.sort((a, b) => a.startMs - b.startMs);
}

/** [S5, S6, S7] Walks one interval in steps from its first instant and keeps the starts that nothing removes. */
function addStarts(starts: number[], interval: Span, search: Search, calendar: Calendar): void {
  const { slotMs, stepMs, windows } = search;
  const lastMs = Math.min(interval.endMs - slotMs, search.untilMs - 1);
  let startMs = firstStep(interval.startMs, Math.max(interval.startMs, search.fromMs), stepMs);
  let window = 0;
  let away = firstEndingAfter(calendar.elsewhere, startMs);
  let here = firstEndingAfter(calendar.here, startMs);
  while (startMs <= lastMs) {
    const endMs = startMs + slotMs;
    if (windows !== null) {
      while (window < windows.length && (windows[window]?.endMs ?? 0) < endMs) window++;
      const open = windows[window];
      if (open === undefined) return;
      if (open.startMs > startMs) {
        startMs = firstStep(startMs, open.startMs, stepMs);
        continue;
      }
    }
    const { elsewhere } = calendar;
    while (away < elsewhere.endsMs.length && (elsewhere.endsMs[away] ?? 0) <= startMs) away++;
    if (away < elsewhere.endsMs.length && (elsewhere.startsMs[away] ?? 0) < endMs) {
      startMs = firstStep(startMs, elsewhere.endsMs[away] ?? 0, stepMs);
      continue;
    }
    while (here < calendar.here.endsMs.length && (calendar.here.endsMs[here] ?? 0) <= startMs) here++;
    if (isOpenHere(calendar, here, startMs, endMs)) starts.push(startMs);
    startMs += stepMs;
  }
}

/** [S10, S11, S12] Free of bookings for the unit and the day not full, or a time that another lead may join. */
function isOpenHere(calendar: Calendar, here: number, startMs: number, endMs: number): boolean {
  const { startsMs, endsMs, shared } = calendar.here;
  const blockMs = startsMs[here];
  if (blockMs === undefined || blockMs >= endMs) return calendar.full === null || !isFull(calendar.full, startMs);
  const count = shared[here] ?? 0;
  return count > 0 && count < calendar.groupSize && blockMs === startMs && endsMs[here] === endMs;
}

/** The first step of the walk from `originMs` that is not before `atMs`; `atMs` is not before the origin. */
function firstStep(originMs: number, atMs: number, stepMs: number): number {
  return originMs + Math.ceil((atMs - originMs) / stepMs) * stepMs;
}

/** The first block that ends after an instant, by halving. */
function firstEndingAfter({ endsMs }: Blocks, ms: number): number {
  let low = 0;
  let high = endsMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((endsMs[middle] ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isRising(values: readonly number[]): boolean {
  for (let index = 1; index < values.length; index++) {
    if ((values[index] ?? 0) <= (values[index - 1] ?? 0)) return false;
  }
  return true;
}
