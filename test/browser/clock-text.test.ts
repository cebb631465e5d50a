import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClockText } from "#browser/clock-text";
import { instantOf, instantsOf, wallAt } from "#browser/wall-clock";

const NEW_YORK = "America/New_York";
const now = (iso: string) => ({ zone: NEW_YORK, nowMs: Date.parse(iso) });
/** 4:05 pm on a Friday in New York. */
const FRIDAY = now("2026-11-20T21:05:00Z");
const read = (raw: string, context = FRIDAY) => {
  const { ms, precision } = readClockText(raw, context);
  return [ms === null ? null : new Date(ms).toISOString().slice(0, 16), precision];
};

describe("times as platforms write them", () => {
  it.each([
    ["Today 3:30pm", "2026-11-20T20:30", "minute"],
    ["Today, 3:30 PM", "2026-11-20T20:30", "minute"],
    ["Yesterday 11:21 PM EST", "2026-11-20T04:21", "minute"],
    ["Today", "2026-11-20T05:00", "day"],
    ["01/20/2026", "2026-01-20T05:00", "day"],
    ["Jan 20 2026", "2026-01-20T05:00", "day"],
    ["Jan 20, 2026", "2026-01-20T05:00", "day"],
    ["20 January 2026", "2026-01-20T05:00", "day"],
    ["01/20/2026, 3:30 PM EST", "2026-01-20T20:30", "minute"],
    ["Jan 20 2026, 3:30pm", "2026-01-20T20:30", "minute"],
    ["07/04/2026 12:05 AM EDT", "2026-07-04T04:05", "minute"],
    ["8/1/26", "2026-08-01T04:00", "day"],
    ["May. 12", "2026-05-12T04:00", "day"],
    ["Dec 24", "2025-12-24T05:00", "day"],
    ["2:14 PM", "2026-11-20T19:14", "minute"],
    ["11:59 PM", "2026-11-20T04:59", "minute"],
    ["Monday 9am", "2026-11-16T14:00", "minute"],
    ["just now", "2026-11-20T21:05", "minute"],
    ["15m ago", "2026-11-20T20:50", "minute"],
    ["8h ago", "2026-11-20T13:05", "day"],
    ["2d ago", "2026-11-18T21:05", "day"],
    ["3 weeks ago", "2026-10-30T21:05", "day"],
    ["a month ago", "2026-10-21T21:05", "day"],
    ["2026-11-20T15:30:00.250Z", "2026-11-20T15:30", "exact"],
    ["2026-11-20T15:30:00-05:00", "2026-11-20T20:30", "exact"],
    ["2026-11-20 15:30", "2026-11-20T20:30", "minute"],
  ])("reads %s", (raw, iso, precision) => {
    expect(read(raw)).toEqual([iso, precision]);
  });

  it.each(["", "soon", "13/45/2026", "Today 25:00", "Today 13:00 PM", "Feb 30 2026", "seen", "3 blue moons ago"])(
    "keeps what it does not understand as it stands: %j",
    (raw) => {
      expect(readClockText(raw, FRIDAY)).toEqual({ ms: null, precision: "none", raw });
    },
  );

  it("reads a day of the reader's zone, not of UTC: late in the evening in New York is still today", () => {
    expect(read("Today 9:10pm", now("2026-11-21T02:15:00Z"))).toEqual(["2026-11-21T02:10", "minute"]);
    expect(read("Yesterday", now("2026-11-21T02:15:00Z"))).toEqual(["2026-11-19T05:00", "day"]);
  });

  it("moves a time inside the spring gap forward by the gap", () => {
    expect(read("03/08/2026, 2:30 AM")).toEqual(["2026-03-08T07:30", "minute"]);
  });

  it("takes the first of two in the autumn overlap, unless the text says which", () => {
    expect(read("11/01/2026, 1:30 AM")).toEqual(["2026-11-01T05:30", "minute"]);
    expect(read("11/01/2026, 1:30 AM EDT")).toEqual(["2026-11-01T05:30", "minute"]);
    expect(read("11/01/2026, 1:30 AM EST")).toEqual(["2026-11-01T06:30", "minute"]);
  });

  it("never throws, and keeps the raw text, whatever the page holds", () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(readClockText(raw, FRIDAY).raw).toBe(raw);
      }),
    );
  });
});

describe("wall clock", () => {
  it("names every whole second of a year so that the instant is found again", () => {
    const year = { min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2027, 0, 1) / 1000 };
    fc.assert(
      fc.property(fc.integer(year), fc.constantFrom(NEW_YORK, "Europe/London", "Asia/Kathmandu"), (second, zone) => {
        expect(instantsOf(wallAt(second * 1000, zone), zone)).toContain(second * 1000);
      }),
    );
  });

  it("answers the first of two instants of a repeated hour", () => {
    const wall = { year: 2026, month: 11, day: 1, hour: 1, minute: 30, second: 0 };
    expect(instantsOf(wall, NEW_YORK).length).toBe(2);
    expect(new Date(instantOf(wall, NEW_YORK)).toISOString()).toBe("2026-11-01T05:30:00.000Z");
  });
});
