// Quiet hours on the wall clock (C66): ordinary nights, nights in which the clock changes, zones that nobody knows.
import { describe, expect, it } from "vitest";
import { quietUntilMs } from "./quiet-hours.ts";

const until = (iso: string, zone: string | null) => {
  const end = quietUntilMs(Date.parse(iso), zone);
  return end === null ? "day" : new Date(end).toISOString();
};

describe("quiet hours", () => {
  it("[C66] are from 21:00 to 08:00 on the wall clock of the zone, to the minute", () => {
    expect(until("2026-06-10T12:00:00Z", "America/New_York")).toBe("day");
    expect(until("2026-06-10T11:59:59Z", "America/New_York")).toBe("2026-06-10T12:00:00.000Z");
    expect(until("2026-06-11T00:59:59Z", "America/New_York")).toBe("day");
    expect(until("2026-06-11T01:00:00Z", "America/New_York")).toBe("2026-06-11T12:00:00.000Z");
    expect(until("2026-06-11T03:59:00Z", "America/New_York")).toBe("2026-06-11T12:00:00.000Z");
    expect(until("2026-06-11T16:00:00Z", "Asia/Kolkata")).toBe("2026-06-12T02:30:00.000Z");
  });

  it("[C66] end at 08:00 also after a night in which the clock changed, by whatever it changed", () => {
    expect(until("2026-03-08T03:00:00Z", "America/New_York")).toBe("2026-03-08T12:00:00.000Z");
    expect(until("2026-11-01T02:00:00Z", "America/New_York")).toBe("2026-11-01T13:00:00.000Z");
    expect(until("2026-04-04T14:00:00Z", "Australia/Lord_Howe")).toBe("2026-04-04T21:30:00.000Z");
    expect(until("2026-10-03T14:00:00Z", "Australia/Lord_Howe")).toBe("2026-10-03T21:00:00.000Z");
  });

  it("[C66] are kept for both coasts when the zone is not known: from 21:00 in the east to 08:00 in the west", () => {
    for (const zone of [null, "Nowhere/At_All"]) {
      expect(until("2026-06-10T15:00:00Z", zone)).toBe("day");
      expect(until("2026-06-10T14:59:00Z", zone)).toBe("2026-06-10T15:00:00.000Z");
      expect(until("2026-06-11T00:59:00Z", zone)).toBe("day");
      expect(until("2026-06-11T01:00:00Z", zone)).toBe("2026-06-11T15:00:00.000Z");
      expect(until("2026-06-11T06:00:00Z", zone)).toBe("2026-06-11T15:00:00.000Z");
    }
  });

  it("[C66] are day at their own end, for a year of nights in eight zones", () => {
    const zones = [
      "America/New_York",
      "America/Los_Angeles",
      "Europe/London",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "America/St_Johns",
      "Pacific/Apia",
      "Africa/Casablanca",
    ];
    for (const zone of zones) {
      for (let day = 0; day < 365; day++) {
        const nowMs = Date.UTC(2026, 0, 1 + day, (day * 7) % 24, (day * 13) % 60);
        const endMs = quietUntilMs(nowMs, zone);
        if (endMs === null) continue;
        expect(endMs - nowMs).toBeGreaterThan(0);
        expect(endMs - nowMs).toBeLessThanOrEqual(12 * 3_600_000);
        expect(quietUntilMs(endMs, zone)).toBeNull();
        expect(quietUntilMs(endMs - 1, zone)).toBe(endMs);
      }
    }
  });
});
