import { describe, expect, it } from "vitest";
import { DAY_MS, isKnownZone, localDateOf, offsetAt, resolveWall, zoneLine } from "./zone.ts";

const HOUR_MS = 3_600_000;

describe("zones", () => {
  it("[S17] are known by their IANA names, whatever their case, and not as offsets", () => {
    for (const zone of ["America/New_York", "europe/london", "UTC", "Etc/GMT+5", "Asia/Kathmandu"]) {
      expect([zone, isKnownZone(zone)]).toEqual([zone, true]);
    }
    for (const zone of ["", "Mars/Olympus", "+05:00", "-03", " UTC", "UTC\0", "x".repeat(10_000), "GMT+5"]) {
      expect([zone, isKnownZone(zone)]).toEqual([zone, false]);
    }
  });

  it("[S17] change to the second where the runtime says so", () => {
    const line = zoneLine("America/New_York", Date.UTC(2026, 0, 1), Date.UTC(2026, 11, 31));
    expect(line.startsMs.slice(1)).toEqual([Date.UTC(2026, 2, 8, 7), Date.UTC(2026, 10, 1, 6)]);
    expect(line.offsetsMs.map((ms) => ms / HOUR_MS)).toEqual([-5, -4, -5]);
    // Liberia left an offset of 44 minutes and 30 seconds in 1972.
    const monrovia = zoneLine("Africa/Monrovia", Date.UTC(1972, 0, 1), Date.UTC(1972, 0, 20));
    expect(monrovia.startsMs[1]).toBe(Date.UTC(1972, 0, 7, 0, 44, 30));
    expect(monrovia.offsetsMs).toEqual([-2_670_000, 0]);
  });

  it("[S17] are seen changing and changing back within a week", () => {
    const line = zoneLine("America/Recife", Date.UTC(2000, 9, 1), Date.UTC(2000, 10, 1));
    expect(line.startsMs.slice(1)).toEqual([Date.UTC(2000, 9, 8, 3), Date.UTC(2000, 9, 15, 2)]);
  });

  it("[S17] answer alike whatever was asked before", () => {
    const asked = (fromMs: number) => {
      const line = zoneLine("Africa/Casablanca", fromMs, fromMs + 60 * DAY_MS);
      return [0, 20, 40, 60].map((days) => offsetAt(line, fromMs + days * DAY_MS) / HOUR_MS);
    };
    const february = Date.UTC(2026, 1, 1);
    expect(asked(february)).toEqual([1, 0, 0, 1]);
    for (const year of [1990, 2026, 2020, 2027, 2025, 2150]) asked(Date.UTC(year, 5, 1));
    expect(asked(february)).toEqual([1, 0, 0, 1]);
    for (let index = 0; index < 1_100; index++) isKnownZone(caseOf("america/argentina/comodrivadavia", index));
    expect(asked(february)).toEqual([1, 0, 0, 1]);
  });

  it("[S17] give the local date of an instant", () => {
    const ms = Date.UTC(2026, 2, 9, 3, 30);
    expect(["America/New_York", "America/Denver", "Asia/Kolkata"].map((zone) => localDateOf(ms, zone))).toEqual([
      "2026-03-08",
      "2026-03-08",
      "2026-03-09",
    ]);
  });

  it("[S4] resolve every wall-clock minute of a change day to an instant that shows it, or to the gap's other side", () => {
    const line = zoneLine("Australia/Lord_Howe", Date.UTC(2026, 9, 1), Date.UTC(2026, 9, 6));
    for (let minute = 0; minute < 1_440; minute++) {
      const wallMs = Date.UTC(2026, 9, 4) + minute * 60_000;
      const ms = resolveWall(line, wallMs);
      const isSkipped = minute >= 120 && minute < 150;
      expect(ms + offsetAt(line, ms)).toBe(isSkipped ? wallMs + 30 * 60_000 : wallMs);
    }
  });
});

/** The same name in other letters: the bits of `number` say which are capitals. */
function caseOf(name: string, number: number): string {
  return [...name].map((letter, at) => ((number >> (at % 11)) & 1 ? letter.toUpperCase() : letter)).join("");
}
