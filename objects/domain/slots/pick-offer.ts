// Owns which of the free times are offered to a lead: few, apart from each other, at hours at which people come. It knows nothing
// of how a time became free, and nothing of the words around it.
import { NEAR_MINUTES, OFFERED_MAX, OFFERED_MIN } from "./limits.ts";
import type { Slot } from "./scenario.ts";
import { DAY_MS, localDay, MINUTE_MS, offsetAt, zoneLine } from "./zone.ts";

/** How good the hours are from `fromMinute` to `toMinute` of these weekdays (1 = Monday … 7 = Sunday): 0 to 100. */
export type ShowRate = {
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly weight: number;
};

/**
 * What agencies tell: people come after work and on Saturdays around noon, and forget the middle of a working day. A default
 * until an agency's own outcomes say otherwise; the first row that fits counts.
 */
export const SHOW_RATES: readonly ShowRate[] = [
  { weekdays: [1, 2, 3, 4, 5], fromMinute: 17 * 60, toMinute: 19 * 60 + 30, weight: 100 },
  { weekdays: [1, 2, 3, 4, 5], fromMinute: 16 * 60, toMinute: 17 * 60, weight: 80 },
  { weekdays: [6], fromMinute: 10 * 60, toMinute: 14 * 60, weight: 95 },
  { weekdays: [6], fromMinute: 14 * 60, toMinute: 17 * 60, weight: 75 },
  { weekdays: [7], fromMinute: 11 * 60, toMinute: 16 * 60, weight: 65 },
  { weekdays: [1, 2, 3, 4, 5], fromMinute: 19 * 60 + 30, toMinute: 21 * 60, weight: 60 },
  { weekdays: [1, 2, 3, 4, 5], fromMinute: 12 * 60, toMinute: 13 * 60 + 30, weight: 50 },
];
const WEIGHT_ELSE = 30;
/** A day's wait costs this much weight: the good hour of the day after tomorrow beats a bad one tomorrow, that of next week hardly. */
const WEIGHT_PER_DAY = 3;
/** Another agent is worth an hour that is a little worse, not the middle of a working day. */
const WEIGHT_OF_SAME_AGENT = 15;

export type OfferWish = {
  /** IANA name; days and hours are the unit's. */
  readonly zone: string;
  /** 2 to 4; a count outside is taken as the nearest of them. */
  readonly count: number;
  /** Starts (epoch milliseconds) that were offered before. */
  readonly exclude?: Iterable<number>;
  readonly showRates?: readonly ShowRate[];
};

type Candidate = { readonly slot: Slot; readonly day: number; readonly weight: number };

/** [S18] The times to offer, by start: as many as wished for, fewer only when there are no more. */
export function pickOffer(slots: readonly Slot[], wish: OfferWish): readonly Slot[] {
  const count = Math.min(OFFERED_MAX, Math.max(OFFERED_MIN, Math.floor(wish.count)));
  const left = new Set(candidates(slots, wish));
  const chosen: Candidate[] = [];
  while (chosen.length < count && left.size > 0) {
    let best: Candidate | null = null;
    for (const candidate of left) {
      if (best === null || isBetter(candidate, best, chosen)) best = candidate;
    }
    if (best === null) break;
    left.delete(best);
    chosen.push(best);
  }
  return chosen.map(({ slot }) => slot).toSorted((a, b) => a.startMs - b.startMs);
}

function candidates(slots: readonly Slot[], { zone, exclude = [], showRates = SHOW_RATES }: OfferWish): Candidate[] {
  const excluded = new Set(exclude);
  const fresh = slots.filter(({ startMs }) => !excluded.has(startMs)).toSorted((a, b) => a.startMs - b.startMs);
  const first = fresh[0];
  const last = fresh.at(-1);
  if (first === undefined || last === undefined) return [];
  const line = zoneLine(zone, first.startMs, last.startMs);
  const firstDay = localDay(line, first.startMs);
  return fresh.map((slot) => {
    const day = localDay(line, slot.startMs);
    const minute = Math.floor((slot.startMs + offsetAt(line, slot.startMs) - day * DAY_MS) / MINUTE_MS);
    const wait = (day - firstDay) * WEIGHT_PER_DAY;
    return { slot, day, weight: weightOf(showRates, day, minute) - wait };
  });
}

function weightOf(showRates: readonly ShowRate[], day: number, minute: number): number {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  const rate = showRates.find(
    ({ weekdays, fromMinute, toMinute }) => weekdays.includes(weekday) && minute >= fromMinute && minute < toMinute,
  );
  return rate?.weight ?? WEIGHT_ELSE;
}

/** Apart from the chosen first, then on a new day, then the weight with the agent in it, then the sooner. */
function isBetter(one: Candidate, other: Candidate, chosen: readonly Candidate[]): boolean {
  const [near, otherNear] = [isNear(one, chosen), isNear(other, chosen)];
  if (near !== otherNear) return otherNear;
  const [sameDay, otherSameDay] = [isOnDayOf(one, chosen), isOnDayOf(other, chosen)];
  if (sameDay !== otherSameDay) return otherSameDay;
  const [weight, otherWeight] = [weightBeside(one, chosen), weightBeside(other, chosen)];
  if (weight !== otherWeight) return weight > otherWeight;
  return one.slot.startMs < other.slot.startMs;
}

function isNear({ day, slot }: Candidate, chosen: readonly Candidate[]): boolean {
  return chosen.some(
    (each) => each.day === day && Math.abs(each.slot.startMs - slot.startMs) < NEAR_MINUTES * MINUTE_MS,
  );
}

function isOnDayOf({ day }: Candidate, chosen: readonly Candidate[]): boolean {
  return chosen.some((each) => each.day === day);
}

/** The agent who would come is the first of the time's agents. */
function weightBeside({ slot, weight }: Candidate, chosen: readonly Candidate[]): number {
  const isSameAgent = chosen.some((each) => each.slot.agentIds[0] === slot.agentIds[0]);
  return weight - (isSameAgent ? WEIGHT_OF_SAME_AGENT : 0);
}
