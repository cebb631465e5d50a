// Builds scenarios for tests: one agent in New York, Mondays from nine to twelve, and whatever a test says instead.
import { readInstant } from "./instant-text.ts";
import type { DateOverride, SlotAgent, SlotBooking, SlotScenario, SlotUnit, Span } from "./scenario.ts";

/** Epoch milliseconds of "2026-03-09T13:00Z". */
export function at(text: string): number {
  const ms = readInstant(text);
  if (ms === null) throw new Error(`${text} is no instant`);
  return ms;
}

/** A span from "2026-03-09T13:00Z" that lasts `minutes`. */
export function span(start: string, minutes: number): Span {
  return { startMs: at(start), endMs: at(start) + minutes * 60_000 };
}

/** Monday 9 March 2026, in New York: 09:00 is 13:00Z. `weekly` is [weekday, from minute, to minute]. */
export function agent(
  changes: Partial<Omit<SlotAgent, "weekly">> & {
    readonly weekly?: readonly (readonly [number, number, number])[];
  } = {},
): SlotAgent {
  const { weekly = [[1, 540, 720]], ...rest } = changes;
  return {
    id: "a1",
    zone: "America/New_York",
    priority: 100,
    maxPerDay: null,
    bufferMinutes: 15,
    overrides: [],
    ...rest,
    weekly: weekly.map(([weekday, fromMinute, toMinute]) => ({ weekday, fromMinute, toMinute })),
  };
}

/** An override that opens a day from minute to minute. */
export function open(date: string, fromMinute: number, toMinute: number): DateOverride {
  return { date, isAvailable: true, fromMinute, toMinute };
}

/** A confirmed booking of a1 in u2, thirty minutes. */
export function booking(
  start: string,
  changes: Partial<SlotBooking> & { readonly minutes?: number } = {},
): SlotBooking {
  const { minutes = 30, ...rest } = changes;
  return { agentId: "a1", unitId: "u2", status: "confirmed", ...span(start, minutes), ...rest };
}

/** Seven days from Saturday 7 March 2026, 12:00Z; slots and steps of thirty minutes; the clocks change on Sunday. */
export function scenario(
  changes: Partial<Omit<SlotScenario, "unit">> & { readonly unit?: Partial<SlotUnit> } = {},
): SlotScenario {
  return {
    nowMs: at("2026-03-07T12:00Z"),
    horizonDays: 7,
    slotMinutes: 30,
    stepMinutes: 30,
    minNoticeMinutes: 0,
    agents: [agent()],
    bookings: [],
    ...changes,
    unit: { id: "u1", zone: "America/New_York", windows: null, groupSize: 1, ...changes.unit },
  };
}
