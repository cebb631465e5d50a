// One round of the race for times: who wants what, made from a seed. Plans only; the race plays it and the judge looks at it.
// Units have groups of one to four. Some rounds crowd one time at two units of the same agents, some fill one day beyond the
// agents' maximum; some leads hold what they want, some wishes are told several times at once.
import type { Chance } from "../../faults/chance.ts";

export type RaceAgents = {
  /** Without a maximum. */
  readonly free: readonly [string, string];
  /** With DAY_MAX starts a day. */
  readonly bounded: readonly [string, string];
};
export type RaceUnit = { readonly id: string; readonly groupSize: number };

export type Wish = {
  readonly key: string;
  readonly conversationId: string;
  readonly unitId: string;
  readonly agentIds: readonly string[];
  readonly startMs: number;
  readonly endMs: number;
};
/** A time held for a lead before the race; a lasting one is a promise. */
export type Holding = { readonly wish: Wish; readonly isLasting: boolean };

export type Round = {
  /** In the order in which they are told; the same wish may be there several times. */
  readonly calls: readonly Wish[];
  readonly holdings: readonly Holding[];
  readonly fromMs: number;
  readonly toMs: number;
};

export const MINUTE_MS = 60_000;
export const DAY_MS = 1_440 * MINUTE_MS;
export const BUFFER_MINUTES = 15;
export const DAY_MAX = 2;
const SLOT_MS = 30 * MINUTE_MS;
/** A Monday, long after now, so that nothing has run out by itself. */
const FIRST_DAY_MS = Date.UTC(2030, 0, 7);
const NOON_MS = 720 * MINUTE_MS;

const REPEATED_PERCENT = 15;
const DAY_ROUND_PERCENT = 25;
const OTHER_UNIT_PERCENT = 40;
const HOLDINGS_MAX = 4;
const LASTING_PERCENT = 60;
/** Of the other unit's time against the first one's: the same, overlapping, touching, within the way, clear of it. */
const OFFSET_MINUTES = [0, 0, 10, 20, -15, 30, -30, 44, 45];
const DAY_HOURS = [-6, -4, -2, -1, 0, 1, 2, 4, 6];

/** The round of this number: `bookers` calls on a day of its own. */
export function planRound(
  number: number,
  bookers: number,
  units: readonly RaceUnit[],
  agents: RaceAgents,
  chance: Chance,
): Round {
  const dayMs = FIRST_DAY_MS + number * DAY_MS;
  const isDayRound = chance.happens(DAY_ROUND_PERCENT);
  const [one, two] = isDayRound ? agents.bounded : agents.free;
  const orders = [[one], [two], [one, two], [one, two], [two, one]];
  const unit = oneOf(units, chance);
  const other = oneOf(units, chance);
  const offsetMs = oneOf(OFFSET_MINUTES, chance) * MINUTE_MS;
  const wants = (n: number): Wish => {
    const isOther = chance.happens(OTHER_UNIT_PERCENT);
    const hoursMs = isDayRound ? oneOf(DAY_HOURS, chance) * 60 * MINUTE_MS : 0;
    const startMs = dayMs + NOON_MS + hoursMs + (isOther && !isDayRound ? offsetMs : 0);
    return {
      key: `r${number}.${n}`,
      conversationId: `cv.${number}.${n}`,
      unitId: (isOther ? other : unit).id,
      agentIds: oneOf(orders, chance),
      startMs,
      endMs: startMs + SLOT_MS,
    };
  };
  const calls: Wish[] = [];
  while (calls.length < bookers) {
    const isRepeated = calls.length > 0 && chance.happens(REPEATED_PERCENT);
    calls.push(isRepeated ? oneOf(calls, chance) : wants(calls.length));
  }
  const holders = Math.floor(chance.between(0, HOLDINGS_MAX + 1));
  const holdings = calls.slice(0, holders).map((wish) => ({ wish, isLasting: chance.happens(LASTING_PERCENT) }));
  return { calls: shuffled(calls, chance), holdings, fromMs: dayMs, toMs: dayMs + DAY_MS };
}

function oneOf<T>(list: readonly T[], chance: Chance): T {
  const chosen = list[Math.floor(chance.between(0, list.length))];
  if (chosen === undefined) throw new Error("there is nothing to choose from");
  return chosen;
}

function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  return list
    .map((value) => ({ value, at: chance.between(0, 1) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
