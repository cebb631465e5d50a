// A second slot engine that is slow and plain to read: it walks minute by minute, asks the runtime for the wall clock of every
// one of them, and compares sets of minutes. It shares nothing with objects/domain/slots but the shapes.
// Everything given to it lies on whole minutes.
import type { Slot, SlotAgent, SlotBooking, SlotScenario } from "#domain/slots/scenario";

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
/** Walked around the scenario, so that every bound of a day that reaches into it is found. */
const PAD_MINUTES = DAY_MINUTES;

/** Wall-clock minutes (of the civil date as if it were UTC) of every minute of a stretch of time. */
type Walk = {
  readonly fromMinute: number;
  readonly walls: readonly number[];
  readonly firstAt: ReadonlyMap<number, number>;
};
type Interval = { readonly from: number; readonly to: number };

const walks = new Map<string, Walk>();

/** Every slot of the scenario. Walks are kept per zone and `stretch` (from, to; whole minutes), which must hold it. */
export function oracleSlots(scenario: SlotScenario, stretch: readonly [fromMs: number, toMs: number]): readonly Slot[] {
  const first = Math.ceil(scenario.nowMs / MINUTE) + scenario.minNoticeMinutes;
  const end = Math.ceil(scenario.nowMs / MINUTE) + scenario.horizonDays * DAY_MINUTES;
  const agents = [...scenario.agents].sort((a, b) =>
    a.priority === b.priority ? (a.id < b.id ? -1 : 1) : a.priority - b.priority,
  );
  const days = agents.map((agent) => {
    const walk = walkOf(agent.zone, stretch);
    return { agent, walk, intervals: intervalsOf(agent, walk) };
  });
  const slots: Slot[] = [];
  for (let minute = first; minute < end; minute++) {
    const agentIds = days
      .filter(({ intervals }) => isStep(scenario, intervals, minute))
      .filter(() => isInWindows(scenario, minute))
      .filter(({ agent, walk }) => isFree(scenario, agent, walk, minute))
      .map(({ agent }) => agent.id);
    if (agentIds.length === 0) continue;
    slots.push({ startMs: minute * MINUTE, endMs: (minute + scenario.slotMinutes) * MINUTE, agentIds });
  }
  return slots;
}

/** Some interval has a step here, and the slot's last minute is one of its minutes. */
function isStep({ slotMinutes, stepMinutes }: SlotScenario, intervals: readonly Interval[], minute: number): boolean {
  return intervals.some(({ from, to }) => {
    if (minute < from || (minute - from) % stepMinutes !== 0) return false;
    return minute + slotMinutes - 1 < to;
  });
}

function isInWindows({ unit, slotMinutes }: SlotScenario, minute: number): boolean {
  const { windows } = unit;
  if (windows === null) return true;
  for (let each = minute; each < minute + slotMinutes; each++) {
    if (!windows.some(({ startMs, endMs }) => startMs <= each * MINUTE && each * MINUTE < endMs)) return false;
  }
  return true;
}

function isFree(scenario: SlotScenario, agent: SlotAgent, walk: Walk, minute: number): boolean {
  const mine = scenario.bookings.filter(
    ({ agentId, status }) => agentId === agent.id && ["pending", "confirmed", "reschedule_requested"].includes(status),
  );
  const here = mine.filter(({ unitId }) => unitId === scenario.unit.id);
  const away = mine.filter(({ unitId }) => unitId !== scenario.unit.id);
  const isExact = ({ startMs, endMs }: SlotBooking) =>
    startMs === minute * MINUTE && endMs === (minute + scenario.slotMinutes) * MINUTE;
  for (let each = minute; each < minute + scenario.slotMinutes; each++) {
    if (away.some((booking) => holds(booking, agent.bufferMinutes, each))) return false;
    if (here.some((booking) => !isExact(booking) && holds(booking, 0, each))) return false;
  }
  const sharing = here.filter(isExact).length;
  if (sharing > 0) return sharing < scenario.unit.groupSize;
  if (agent.maxPerDay === null) return true;
  const today = dateAt(walk, minute);
  const times = new Set(
    mine
      .filter(({ startMs }) => dateAt(walk, startMs / MINUTE) === today)
      .map(({ unitId, startMs, endMs }) => `${unitId} ${startMs} ${endMs}`),
  );
  return times.size < agent.maxPerDay;
}

function holds({ startMs, endMs }: SlotBooking, bufferMinutes: number, minute: number): boolean {
  return startMs / MINUTE - bufferMinutes <= minute && minute < endMs / MINUTE + bufferMinutes;
}

/** The agent's intervals on every civil date of the walk, as minutes since 1970. */
function intervalsOf(agent: SlotAgent, walk: Walk): readonly Interval[] {
  const found: Interval[] = [];
  const firstDate = Math.floor((walk.walls[0] ?? 0) / DAY_MINUTES);
  const lastDate = Math.floor((walk.walls.at(-1) ?? 0) / DAY_MINUTES);
  for (let date = firstDate; date <= lastDate; date++) {
    const name = new Date(date * DAY_MINUTES * MINUTE).toISOString().slice(0, 10);
    const sunday0 = new Date(date * DAY_MINUTES * MINUTE).getUTCDay();
    const overrides = agent.overrides.filter((override) => override.date === name);
    const rules =
      overrides.length > 0
        ? overrides.flatMap((override) => (override.isAvailable ? [override] : []))
        : agent.weekly.filter(({ weekday }) => weekday % 7 === sunday0);
    for (const { fromMinute, toMinute } of rules) {
      const from = resolve(walk, date * DAY_MINUTES + fromMinute);
      const to = resolve(walk, date * DAY_MINUTES + toMinute);
      if (from !== null && to !== null) found.push({ from, to });
    }
  }
  return found;
}

/** The first minute whose wall clock shows `wall`; in a gap, the one that shows it moved forward by the gap. */
function resolve(walk: Walk, wall: number): number | null {
  const shown = walk.firstAt.get(wall);
  if (shown !== undefined) return shown;
  for (let index = 1; index < walk.walls.length; index++) {
    const before = walk.walls[index - 1] ?? 0;
    const after = walk.walls[index] ?? 0;
    if (before < wall && wall < after) return walk.firstAt.get(wall + (after - before - 1)) ?? null;
  }
  return null;
}

function dateAt(walk: Walk, minute: number): number {
  const wall = walk.walls[minute - walk.fromMinute];
  return wall === undefined ? Number.NaN : Math.floor(wall / DAY_MINUTES);
}

/** Asks the runtime what the clocks of a zone show, minute by minute. */
export function walkOf(zone: string, [fromMs, toMs]: readonly [fromMs: number, toMs: number]): Walk {
  const name = `${zone} ${fromMs} ${toMs}`;
  const kept = walks.get(name);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const walls: number[] = [];
  const firstAt = new Map<number, number>();
  const fromMinute = fromMs / MINUTE - PAD_MINUTES;
  for (let minute = fromMinute; minute < toMs / MINUTE + PAD_MINUTES; minute++) {
    const parts = new Map(format.formatToParts(minute * MINUTE).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
    const civilMs = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"));
    walls.push(civilMs / MINUTE);
    if (!firstAt.has(civilMs / MINUTE)) firstAt.set(civilMs / MINUTE, minute);
  }
  const walk = { fromMinute, walls, firstAt };
  walks.set(name, walk);
  return walk;
}
