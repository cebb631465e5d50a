// Owns the scenario that the engine answers once when it is loaded, with the answer that is known: a night on which a clock
// changes, with every kind of rule in it. A runtime that computes it otherwise (its zone database missing or out of date, dates
// written in another form) must not come as far as offering times. What runs once at the start is also not slow for the first lead.
import type { Slot, SlotBooking, SlotScenario } from "./scenario.ts";
import { DAY_MS, MINUTE_MS } from "./zone.ts";

/** Sunday 8 March 2026, 00:00 in New York; at 02:00 it becomes 03:00. */
const SUNDAY_MS = Date.UTC(2026, 2, 8, 5);

export const KNOWN_SCENARIO: SlotScenario = {
  nowMs: SUNDAY_MS - 30 * MINUTE_MS,
  horizonDays: 1,
  slotMinutes: 30,
  stepMinutes: 30,
  minNoticeMinutes: 60,
  unit: {
    id: "here",
    zone: "America/New_York",
    windows: [
      { startMs: SUNDAY_MS - DAY_MS, endMs: SUNDAY_MS + 150 * MINUTE_MS },
      { startMs: SUNDAY_MS + 150 * MINUTE_MS, endMs: SUNDAY_MS + DAY_MS },
    ],
    groupSize: 2,
  },
  agents: [
    {
      id: "busy",
      zone: "America/New_York",
      priority: 2,
      maxPerDay: 2,
      bufferMinutes: 15,
      weekly: [{ weekday: 7, fromMinute: 0, toMinute: 300 }],
      overrides: [{ date: "2026-03-09", isAvailable: false }],
    },
    {
      id: "free",
      zone: "America/New_York",
      priority: 1,
      maxPerDay: null,
      bufferMinutes: 0,
      weekly: [],
      // 02:30 does not exist and means 03:30.
      overrides: [{ date: "2026-03-08", isAvailable: true, fromMinute: 150, toMinute: 270 }],
    },
  ],
  bookings: [booking("here", 60), booking("here", 60, "cancelled"), booking("away", 180)],
};

/** `busy` has reached the maximum and can only be joined at 01:00; `free` begins at 03:30 and ends at 04:30. */
export const KNOWN_SLOTS: readonly Slot[] = [slot(60, "busy"), slot(150, "free"), slot(180, "free")];

function booking(unitId: string, minute: number, status: SlotBooking["status"] = "confirmed"): SlotBooking {
  const startMs = SUNDAY_MS + minute * MINUTE_MS;
  return { agentId: "busy", unitId, status, startMs, endMs: startMs + 30 * MINUTE_MS };
}

function slot(minute: number, agentId: string): Slot {
  const startMs = SUNDAY_MS + minute * MINUTE_MS;
  return { startMs, endMs: startMs + 30 * MINUTE_MS, agentIds: [agentId] };
}
