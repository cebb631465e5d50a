// The input of the slot benchmark: 14 days over the change of clocks of March 2026, 10 agents in three zones, 200 bookings.
// Bounds of days lie in the daytime, so that every library means the same instants by them.
import type { BookingStatus, SlotAgent, SlotBooking, SlotScenario } from "#domain/slots/scenario";

const NOW_MS = Date.UTC(2026, 2, 2, 14, 7);
const DAY_MS = 86_400_000;
const AGENTS = 10;
const BOOKINGS = 200;
const ZONES = ["America/New_York", "America/New_York", "America/Chicago", "America/Los_Angeles"];
const STATUSES: readonly BookingStatus[] = ["confirmed", "confirmed", "pending", "cancelled", "reschedule_requested"];

/** The same scenario every time; `shiftDays` moves all of it, so that a call can be given days that it has not seen. */
export function benchScenario(shiftDays = 0): SlotScenario {
  const nowMs = NOW_MS + shiftDays * DAY_MS;
  return {
    nowMs,
    horizonDays: 14,
    slotMinutes: 30,
    stepMinutes: 30,
    minNoticeMinutes: 120,
    unit: {
      id: "u1",
      zone: "America/New_York",
      windows: [{ startMs: nowMs - DAY_MS, endMs: nowMs + 12 * DAY_MS }],
      groupSize: 2,
    },
    agents: Array.from({ length: AGENTS }, (_, index) => agent(index, nowMs)),
    bookings: Array.from({ length: BOOKINGS }, (_, index) => booking(index, nowMs)),
  };
}

function agent(index: number, nowMs: number): SlotAgent {
  const opens = 540 + (index % 3) * 30;
  return {
    id: `agent-${index}`,
    zone: ZONES[index % ZONES.length] ?? "UTC",
    priority: 1 + ((index * 7) % 10),
    maxPerDay: index % 3 === 0 ? 4 : null,
    bufferMinutes: 15,
    weekly: [1, 2, 3, 4, 5, 6].flatMap((weekday) => [
      { weekday, fromMinute: opens, toMinute: 720 },
      { weekday, fromMinute: 780, toMinute: 1_110 },
    ]),
    overrides: [
      { date: new Date(nowMs + (index % 5) * DAY_MS).toISOString().slice(0, 10), isAvailable: false },
      {
        date: new Date(nowMs + 6 * DAY_MS).toISOString().slice(0, 10),
        isAvailable: true,
        fromMinute: 600,
        toMinute: 840,
      },
    ],
  };
}

function booking(index: number, nowMs: number): SlotBooking {
  const dayMs = Math.floor(nowMs / DAY_MS) * DAY_MS + ((index * 5) % 14) * DAY_MS;
  const startMs = dayMs + (13 * 60 + ((index * 37) % 20) * 30) * 60_000;
  return {
    agentId: `agent-${(index * 3) % AGENTS}`,
    unitId: `u${index % 6}`,
    startMs,
    endMs: startMs + 30 * 60_000,
    status: STATUSES[index % STATUSES.length] ?? "confirmed",
  };
}
