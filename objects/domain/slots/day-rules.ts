// Owns what holds on an agent's local day: the date's overrides, or else the weekday's rules, as wall-clock minutes, and
// the instants that those bounds are. It must not know bookings, windows or the clock.
import { readDate } from "../kernel/civil-day.ts";
import type { SlotAgent } from "./scenario.ts";
import { DAY_MS, localDay, MINUTE_MS, resolveWall, type ZoneLine } from "./zone.ts";

/** Wall-clock minutes of a day. */
export type DayInterval = { readonly fromMinute: number; readonly toMinute: number };

/** An agent's rules, sorted by day. `overrides` holds day numbers; an empty list there means a day off. */
export type DayRules = {
  readonly weekly: readonly (readonly DayInterval[])[];
  readonly overrides: ReadonlyMap<number, readonly DayInterval[]>;
};

const NONE: readonly DayInterval[] = [];
const NO_OVERRIDES: ReadonlyMap<number, readonly DayInterval[]> = new Map();
/**
 * Days on both sides of the asked time whose intervals may reach into it: a skipped day (Apia, 2011) moves a day's
 * intervals a day ahead, and a clock set back over midnight lets the next day begin before this one has ended.
 */
const NEIGHBOUR_DAYS = 1;

/** Sorts an agent's rules by day. */
export function dayRules(agent: Pick<SlotAgent, "weekly" | "overrides">): DayRules {
  const weekly: DayInterval[][] = [[], [], [], [], [], [], []];
  for (const rule of agent.weekly) weekly[rule.weekday - 1]?.push(rule);
  if (agent.overrides.length === 0) return { weekly, overrides: NO_OVERRIDES };
  const overrides = new Map<number, DayInterval[]>();
  for (const override of agent.overrides) {
    const day = readDate(override.date) ?? Number.NaN;
    const intervals = overrides.get(day) ?? [];
    if (override.isAvailable) intervals.push(override);
    overrides.set(day, intervals);
  }
  return { weekly, overrides };
}

/** [S3] The intervals of a local day, in the order given, and whether overrides made them. */
export function intervalsOf(rules: DayRules, day: number): readonly DayInterval[] {
  return rules.overrides.get(day) ?? rules.weekly[(((day + 3) % 7) + 7) % 7] ?? NONE;
}

/** The local days whose intervals may hold an instant from `fromMs` to `toMs`: first and last day number. */
export function daysAround(line: ZoneLine, fromMs: number, toMs: number): readonly [number, number] {
  return [localDay(line, fromMs) - NEIGHBOUR_DAYS, localDay(line, toMs) + NEIGHBOUR_DAYS];
}

/** [S4] The instant of a minute of a local day; minute 1,440 is the next day's first. */
export function instantOf(line: ZoneLine, day: number, minute: number): number {
  return resolveWall(line, day * DAY_MS + minute * MINUTE_MS);
}
