// Owns the shapes of the slot engine: what is known of a unit, its agents and their bookings, and what a free time is.
// Everything is in epoch milliseconds and whole minutes; names of days and texts belong to parse-scenario.ts.

/** A span of time; `endMs` is not part of it. */
export type Span = { readonly startMs: number; readonly endMs: number };

/** Wall-clock minutes of a local day, 0 ≤ from < to ≤ 1,440. Weekday 1 = Monday … 7 = Sunday. */
export type WeeklyRule = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number };

/** What holds on one local day ("2026-03-08") instead of the weekly rules. Several of one date add up. */
export type DateOverride =
  | { readonly date: string; readonly isAvailable: false }
  | { readonly date: string; readonly isAvailable: true; readonly fromMinute: number; readonly toMinute: number };

export type SlotAgent = {
  readonly id: string;
  /** IANA name; the weekly rules, the overrides and the maximum per day are in its local time. */
  readonly zone: string;
  /** 1..1,000, lower first. */
  readonly priority: number;
  /** Null: no maximum. */
  readonly maxPerDay: number | null;
  readonly bufferMinutes: number;
  readonly weekly: readonly WeeklyRule[];
  readonly overrides: readonly DateOverride[];
};

export type SlotUnit = {
  readonly id: string;
  /** IANA name, for showing times to people; no rule of the engine depends on it. */
  readonly zone: string;
  /** Null: always; empty: never. */
  readonly windows: readonly Span[] | null;
  /** Leads that may share one time with one agent. */
  readonly groupSize: number;
};

/** The statuses of a showing (R11). A hold that has not expired is `pending`; an expired one must not be passed in. */
export const BOOKING_STATUSES = [
  "pending",
  "confirmed",
  "reschedule_requested",
  "cancelled",
  "completed",
  "no_show",
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export type SlotBooking = Span & { readonly agentId: string; readonly unitId: string; readonly status: BookingStatus };

export type SlotScenario = {
  readonly nowMs: number;
  readonly horizonDays: number;
  readonly slotMinutes: number;
  readonly stepMinutes: number;
  readonly minNoticeMinutes: number;
  readonly unit: SlotUnit;
  readonly agents: readonly SlotAgent[];
  readonly bookings: readonly SlotBooking[];
};

/** A time that can be booked now. `agentIds` are those who can take it, first choice first; never empty. */
export type Slot = Span & { readonly agentIds: readonly string[] };

/** [S8] True when a booking of this status takes its agent's time. */
export function isBlocking(status: BookingStatus): boolean {
  return status === "confirmed" || status === "pending" || status === "reschedule_requested";
}

/** [S13] The order in which agents are offered: lower priority number first, then by id. */
export function byPriority(a: SlotAgent, b: SlotAgent): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
