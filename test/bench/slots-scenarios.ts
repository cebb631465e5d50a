// Random scenarios around a change of clocks, the same for the same seed. What is chosen often is what goes wrong: bounds in the
// night of the change, bookings at, beside and over slots, full days, shared times, windows that touch.
import { findSlots } from "#domain/slots/offer";
import type {
  BookingStatus,
  DateOverride,
  SlotAgent,
  SlotBooking,
  SlotScenario,
  Span,
  WeeklyRule,
} from "#domain/slots/scenario";
import { type Chance, makeChance } from "../faults/chance.ts";
import { CHANGE_DAYS, type ChangeDay } from "./slots-change-days.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const DAYS_BEFORE = 3;
const DAYS_AFTER = 4;
const STATUSES: readonly BookingStatus[] = [
  "pending",
  "confirmed",
  "reschedule_requested",
  "cancelled",
  "completed",
  "no_show",
];

/** A scenario, and the stretch of time around its change day that holds it with all that it refers to. */
export type RandomScenario = { readonly scenario: SlotScenario; readonly stretch: readonly [number, number] };

/** The scenario of a seed. Seeds go around the change days in turn. */
export function randomScenario(seed: number): RandomScenario {
  const change = CHANGE_DAYS[seed % CHANGE_DAYS.length];
  if (change === undefined) throw new Error("there are no change days");
  const chance = makeChance(seed);
  const whole = (from: number, to: number) => Math.floor(chance.between(from, to + 1));
  const nowMs = change.atMs - whole(0, 2 * 24 * 4) * 15 * MINUTE + (chance.happens(20) ? whole(-50, 50) * 1_000 : 0);
  const bare: SlotScenario = {
    nowMs,
    horizonDays: whole(1, 3),
    slotMinutes: one(chance, [15, 20, 30, 30, 45, 60, 90]),
    stepMinutes: one(chance, [5, 10, 15, 30, 30, 60, 45, 7]),
    minNoticeMinutes: one(chance, [0, 0, 15, 60, 120, 37]),
    unit: {
      id: "u1",
      zone: one(chance, [change.zone, change.other]),
      windows: chance.happens(60) ? null : windows(chance, whole, nowMs),
      groupSize: whole(1, 3),
    },
    agents: Array.from({ length: whole(1, 3) }, (_, index) => agent(chance, whole, change, index)),
    bookings: [],
  };
  const bookings = Array.from({ length: whole(0, 8) }, () => booking(chance, whole, bare)).flat();
  return {
    scenario: { ...bare, bookings },
    stretch: [change.atMs - DAYS_BEFORE * DAY, change.atMs + DAYS_AFTER * DAY],
  };
}

type Whole = (from: number, to: number) => number;

function one<Item>(chance: Chance, items: readonly Item[]): Item {
  const item = items[Math.floor(chance.between(0, items.length))];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}

function agent(chance: Chance, whole: Whole, change: ChangeDay, index: number): SlotAgent {
  return {
    id: one(chance, ["a", "b", "Z", "ä", "10", "9"]) + index,
    zone: chance.happens(65) ? change.zone : change.other,
    priority: one(chance, [1, 1, 100, 1_000]),
    maxPerDay: chance.happens(60) ? null : whole(0, 3),
    bufferMinutes: one(chance, [0, 0, 10, 15, 60, 1]),
    weekly: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => weekly(chance, whole, weekday)),
    overrides: chance.happens(40) ? overrides(chance, whole, change.atMs) : [],
  };
}

function weekly(chance: Chance, whole: Whole, weekday: number): readonly WeeklyRule[] {
  const count = one(chance, [0, 1, 1, 2, 3]);
  return Array.from({ length: count }, () => ({ weekday, ...interval(chance, whole) }));
}

function overrides(chance: Chance, whole: Whole, aroundMs: number): readonly DateOverride[] {
  return Array.from({ length: whole(1, 4) }, (): DateOverride => {
    const date = new Date(aroundMs + whole(-2, 2) * DAY).toISOString().slice(0, 10);
    return chance.happens(35) ? { date, isAvailable: false } : { date, isAvailable: true, ...interval(chance, whole) };
  });
}

/** Half of the intervals have a bound in the first hours or at the end of the day, where clocks change. */
function interval(chance: Chance, whole: Whole): { readonly fromMinute: number; readonly toMinute: number } {
  const bound = () => {
    if (chance.happens(10)) return one(chance, [0, 1_440]);
    if (chance.happens(45)) return whole(0, 4 * 12) * 5;
    if (chance.happens(10)) return 1_440 - whole(0, 24) * 5;
    return chance.happens(20) ? whole(0, 1_440) : whole(0, 48) * 30;
  };
  for (;;) {
    const [a, b] = [bound(), bound()];
    if (a !== b) return { fromMinute: Math.min(a, b), toMinute: Math.max(a, b) };
  }
}

function windows(chance: Chance, whole: Whole, nowMs: number): readonly Span[] {
  const list: Span[] = [];
  let fromMs = Math.floor(nowMs / MINUTE) * MINUTE - DAY + whole(0, 100) * 15 * MINUTE;
  for (let count = whole(0, 4); count > 0; count--) {
    const endMs = fromMs + whole(1, 40) * 30 * MINUTE;
    list.push({ startMs: fromMs, endMs });
    fromMs = endMs + one(chance, [0, 0, -30, 1, 60, 600]) * MINUTE;
  }
  return chance.happens(50) ? list : list.toReversed();
}

/** One booking, or several leads at one time; mostly at, beside or over a time that would be free without it. */
function booking(chance: Chance, whole: Whole, bare: SlotScenario): readonly SlotBooking[] {
  const free = findSlots(bare);
  const slot = free.length > 0 && chance.happens(80) ? one(chance, free) : null;
  const by = slot === null ? one(chance, bare.agents).id : one(chance, slot.agentIds);
  const middleMs = Math.floor(bare.nowMs / MINUTE) * MINUTE + whole(-96, 4 * 96) * 15 * MINUTE;
  const startMs = (slot?.startMs ?? middleMs) + one(chance, [0, 0, 0, 15, -15, 30, -60, 1, -1]) * MINUTE;
  const lengthMs = one(chance, [0, 0, 0, 15, -5, 30]) * MINUTE + bare.slotMinutes * MINUTE;
  const made: SlotBooking = {
    agentId: chance.happens(3) ? "nobody" : by,
    unitId: one(chance, ["u1", "u1", "u2", "u3"]),
    startMs,
    endMs: startMs + lengthMs,
    status: one(chance, STATUSES),
  };
  return Array.from({ length: one(chance, [1, 1, 2, 3]) }, () => {
    if (chance.happens(75)) return made;
    if (chance.happens(40)) return { ...made, endMs: made.endMs - 5 * MINUTE };
    return { ...made, status: one(chance, STATUSES), unitId: one(chance, ["u1", "u2"]) };
  });
}
