// The date of a row, also across midnight and the change of clocks in New York.

import { describe, expect, it } from "vitest";
import { rowDate } from "./row-date.ts";

const NEW_YORK = "America/New_York";
const read = (at: string, now: string) => rowDate(Date.parse(at), Date.parse(now), NEW_YORK);

describe("the date of a row", () => {
  it.each([
    ["2026-11-20T20:30:00Z", "2026-11-20T21:00:00Z", "3:30 PM"],
    ["2026-11-20T05:00:00Z", "2026-11-21T04:59:00Z", "12:00 AM"],
    ["2026-11-20T04:59:00Z", "2026-11-20T05:00:00Z", "Nov. 19"],
    ["2026-05-12T16:00:00Z", "2026-11-20T21:00:00Z", "May. 12"],
    ["2025-11-20T20:30:00Z", "2026-11-20T21:00:00Z", "Nov. 20"],
    ["2026-03-08T07:00:00Z", "2026-03-08T12:00:00Z", "3:00 AM"],
    ["2026-11-01T06:30:00Z", "2026-11-01T12:00:00Z", "1:30 AM"],
  ])("at %s, read at %s, is %s", (at, now, text) => {
    expect(read(at, now)).toBe(text);
  });
});
