import { describe, expect, it } from "vitest";
import { type BusinessHours, deadlineOf, isOpen, nextOpeningMs } from "./business-hours.ts";
import { HAND_OFF_DEADLINE_MS } from "./limits.ts";

const NEW_YORK: BusinessHours = {
  zone: "America/New_York",
  weekly: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, fromMinute: 13 * 60, toMinute: 18 * 60 },
    { weekday, fromMinute: 9 * 60, toMinute: 12 * 60 },
  ]),
  closedDates: ["2026-11-26"],
};
const at = (iso: string) => Date.parse(iso);
const opens = (iso: string, hours: BusinessHours | null = NEW_YORK) => {
  const ms = nextOpeningMs(hours, at(iso));
  return ms === null ? null : new Date(ms).toISOString();
};

describe("business hours", () => {
  it("[C81] are open inside the weekly hours of their zone, the start included and the end not", () => {
    // Wednesday, 25 November 2026; New York is five hours behind.
    expect(isOpen(NEW_YORK, at("2026-11-25T13:59:59Z"))).toBe(false);
    expect(isOpen(NEW_YORK, at("2026-11-25T14:00:00Z"))).toBe(true);
    expect(isOpen(NEW_YORK, at("2026-11-25T17:00:00Z"))).toBe(false);
    expect(isOpen(NEW_YORK, at("2026-11-25T18:00:00Z"))).toBe(true);
    expect(isOpen(NEW_YORK, at("2026-11-25T23:00:00Z"))).toBe(false);
  });

  it("[C81] are closed all day on a closed date, and on days without hours", () => {
    expect(isOpen(NEW_YORK, at("2026-11-26T15:00:00Z"))).toBe(false);
    expect(isOpen(NEW_YORK, at("2026-11-28T15:00:00Z"))).toBe(false);
    expect(opens("2026-11-25T23:30:00Z")).toBe("2026-11-27T14:00:00.000Z");
    expect(opens("2026-11-27T23:30:00Z")).toBe("2026-11-30T14:00:00.000Z");
    expect(opens("2026-11-25T17:30:00Z")).toBe("2026-11-25T18:00:00.000Z");
  });

  it("[C81] keep the wall clock when the clocks change", () => {
    const sunday: BusinessHours = { ...NEW_YORK, weekly: [{ weekday: 7, fromMinute: 540, toMinute: 1_440 }] };
    expect(opens("2026-03-08T03:00:00Z", sunday)).toBe("2026-03-08T13:00:00.000Z");
    expect(opens("2026-11-01T03:00:00Z", sunday)).toBe("2026-11-01T14:00:00.000Z");
    expect(isOpen(sunday, at("2026-11-02T04:59:59Z"))).toBe(true);
    expect(isOpen(sunday, at("2026-11-02T05:00:00Z"))).toBe(false);
  });

  it("[C81] are always open where none are set, or where nobody knows the zone", () => {
    for (const hours of [null, { ...NEW_YORK, zone: "Mars/Olympus" }]) {
      expect(isOpen(hours, at("2026-11-26T03:00:00Z"))).toBe(true);
      expect(opens("2026-11-26T03:00:00Z", hours)).toBeNull();
    }
  });

  it("[C82] give five minutes inside, and five minutes from the next opening outside", () => {
    const inside = at("2026-11-25T22:58:00Z");
    expect(deadlineOf(NEW_YORK, inside) - inside).toBe(HAND_OFF_DEADLINE_MS);
    const outside = at("2026-11-25T23:30:00Z");
    expect(deadlineOf(NEW_YORK, outside)).toBe(at("2026-11-27T14:00:00Z") + HAND_OFF_DEADLINE_MS);
    expect(deadlineOf(null, outside) - outside).toBe(HAND_OFF_DEADLINE_MS);
  });

  it("[C82] hours that never open give five minutes from now", () => {
    const never = { ...NEW_YORK, weekly: [] };
    expect(isOpen(never, 0)).toBe(false);
    expect(deadlineOf(never, at("2026-11-25T15:00:00Z"))).toBe(at("2026-11-25T15:05:00Z"));
  });
});
