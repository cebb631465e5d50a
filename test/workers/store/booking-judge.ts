// Looks at what a round left: what everybody was told against what stands in the table, by key. It measures for itself, in plain
// comparisons, and uses nothing of the product. Every fault is a sentence.
import { BUFFER_MINUTES, DAY_MAX, DAY_MS, MINUTE_MS, type RaceUnit, type Wish } from "./booking-round.ts";

/** A showing as the table has it. */
export type Standing = {
  readonly id: string;
  readonly key: string;
  readonly conversationId: string | null;
  readonly unitId: string;
  readonly agentId: string;
  readonly startMs: number;
  readonly endMs: number;
};
/** What a caller was told: the showing, or that there is none. */
export type Told = { readonly wish: Wish; readonly showing: { readonly id: string; readonly agentId: string } | null };

export type Round = {
  readonly told: readonly Told[];
  readonly table: readonly Standing[];
  /** Keys of the leads for whom a time was held when the race began. */
  readonly promised: ReadonlySet<string>;
  readonly units: readonly RaceUnit[];
  /** Agents with DAY_MAX starts a day. */
  readonly bounded: readonly string[];
};

export type Verdict = {
  /** An agent at two places, a group or a day beyond its size, a lead booked twice. */
  readonly doubleBookings: readonly string[];
  /** Told yes and not there, told no and there, told no although a place is free, or refused a time that was held. */
  readonly lostBookings: readonly string[];
};

/** The faults of one round. */
export function judge(round: Round): Verdict {
  return { doubleBookings: doubles(round), lostBookings: [...untrueWords(round), ...emptyPlaces(round)] };
}

function doubles({ table, units, bounded }: Round): readonly string[] {
  const faults: string[] = [];
  for (const [index, row] of table.entries()) {
    for (const other of table.slice(index + 1)) {
      if (row.agentId === other.agentId && isInTheWay(row, other)) faults.push(`${row.key} and ${other.key} overlap`);
      if (row.key === other.key) faults.push(`${row.key} was booked twice`);
    }
  }
  for (const rows of Map.groupBy(table, timeOf).values()) {
    const size = groupSizeOf(units, rows[0]?.unitId ?? "");
    if (rows.length > size) faults.push(`${rows.length} at ${rows[0]?.key} in a group of ${size}`);
  }
  for (const agentId of bounded) {
    const starts = new Set(table.filter((row) => row.agentId === agentId).map(({ startMs }) => startMs));
    for (const [day, ofDay] of Map.groupBy(starts, dayOf)) {
      if (ofDay.length > DAY_MAX) faults.push(`${ofDay.length} starts of ${agentId} on day ${day}`);
    }
  }
  return faults;
}

function untrueWords({ told, table, promised }: Round): readonly string[] {
  const faults: string[] = [];
  const rowsOf = Map.groupBy(table, ({ key }) => key);
  const answersOf = Map.groupBy(told, ({ wish }) => wish.key);
  for (const [key, answers] of answersOf) {
    const ids = new Set(answers.map(({ showing }) => showing?.id ?? null));
    if (ids.size > 1) faults.push(`${key} was told different things`);
    const rows = rowsOf.get(key) ?? [];
    for (const { wish, showing } of answers) {
      const isThere = rows.some((row) => showing !== null && isSame(row, wish, showing));
      if (showing !== null && !isThere) faults.push(`${key} was told yes and is not there`);
      if (showing === null && rows.length > 0) faults.push(`${key} was told no and is there`);
      if (showing === null && promised.has(key)) faults.push(`${key} was refused the time held for it`);
    }
  }
  for (const key of rowsOf.keys()) if (!answersOf.has(key)) faults.push(`${key} is there and nobody was told`);
  return faults;
}

/** Nothing is freed during a round, so whoever was refused finds every agent's place taken at its end. */
function emptyPlaces(round: Round): readonly string[] {
  return round.told
    .filter(({ wish, showing }) => showing === null && wish.agentIds.some((agentId) => isFree(round, wish, agentId)))
    .map(({ wish }) => `${wish.key} was told no and a place is free`);
}

function isFree({ table, units, bounded }: Round, wish: Wish, agentId: string): boolean {
  const own = table.filter((row) => row.agentId === agentId);
  const place = { ...wish, agentId };
  if (own.some((row) => isInTheWay(row, place))) return false;
  const sharing = own.filter((row) => timeOf(row) === timeOf(place)).length;
  if (sharing >= groupSizeOf(units, wish.unitId)) return false;
  if (!bounded.includes(agentId) || sharing > 0) return true;
  const starts = own.map(({ startMs }) => startMs).filter((startMs) => dayOf(startMs) === dayOf(wish.startMs));
  return new Set(starts).size < DAY_MAX;
}

type Place = Pick<Standing, "unitId" | "agentId" | "startMs" | "endMs">;

/** Two places of one agent that cannot both be: too near at two units, or overlapping and not the same time at one. */
function isInTheWay(a: Place, b: Place): boolean {
  const wayMs = a.unitId === b.unitId ? 0 : BUFFER_MINUTES * MINUTE_MS;
  if (timeOf(a) === timeOf(b)) return false;
  return a.startMs < b.endMs + wayMs && b.startMs < a.endMs + wayMs;
}

function isSame(row: Standing, wish: Wish, showing: NonNullable<Told["showing"]>): boolean {
  const isWished = row.unitId === wish.unitId && row.startMs === wish.startMs && row.endMs === wish.endMs;
  const isTold = row.id === showing.id && row.agentId === showing.agentId && wish.agentIds.includes(row.agentId);
  return isWished && isTold && row.conversationId === wish.conversationId;
}

function timeOf({ unitId, agentId, startMs, endMs }: Place): string {
  return `${unitId} ${agentId} ${startMs} ${endMs}`;
}

function groupSizeOf(units: readonly RaceUnit[], unitId: string): number {
  return units.find(({ id }) => id === unitId)?.groupSize ?? 0;
}

function dayOf(startMs: number): number {
  return Math.floor(startMs / DAY_MS);
}
