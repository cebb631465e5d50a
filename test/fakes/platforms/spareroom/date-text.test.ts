// The date texts, most of all on the nights when New York changes its clocks.

import { describe, expect, it } from "vitest";
import { dateText } from "./date-text.ts";

const at = (iso: string) => Date.parse(iso);

describe("a date text", () => {
  it.each([
    ["natural", "2026-11-20T20:30:00Z", "Today 3:30pm"],
    ["natural", "2026-11-20T04:21:00Z", "Yesterday 11:21 PM EST"],
    ["natural", "2026-01-20T20:30:00Z", "01/20/2026"],
    ["zoned", "2026-01-20T20:30:00Z", "01/20/2026, 3:30 PM EST"],
    ["zoned", "2026-07-04T16:00:00Z", "07/04/2026, 12:00 PM EDT"],
    ["unzoned", "2026-11-20T04:21:00Z", "Yesterday 11:21 PM"],
    ["long", "2026-01-20T20:30:00Z", "Jan 20 2026"],
    ["bare", "2026-11-20T20:30:00Z", "Today"],
  ] as const)("in the style %s reads %s as %s", (style, iso, text) => {
    expect(dateText(at(iso), at("2026-11-20T21:00:00Z"), style)).toBe(text);
  });

  it("calls the day before yesterday also after a night of 23 or 25 hours", () => {
    // 2026-03-08 has 23 hours in New York, 2026-11-01 has 25.
    expect(dateText(at("2026-03-08T06:30:00Z"), at("2026-03-09T04:10:00Z"), "zoned")).toBe("Yesterday 1:30 AM EST");
    expect(dateText(at("2026-03-08T07:00:00Z"), at("2026-03-09T04:10:00Z"), "zoned")).toBe("Yesterday 3:00 AM EDT");
    expect(dateText(at("2026-10-31T04:30:00Z"), at("2026-11-01T04:10:00Z"), "zoned")).toBe("Yesterday 12:30 AM EDT");
    expect(dateText(at("2026-11-01T04:30:00Z"), at("2026-11-02T04:50:00Z"), "zoned")).toBe("Today 12:30 AM EDT");
  });

  it("says the repeated hour of the autumn night twice, told apart only by the zone", () => {
    const now = at("2026-11-01T12:00:00Z");
    expect(dateText(at("2026-11-01T05:30:00Z"), now, "zoned")).toBe("Today 1:30 AM EDT");
    expect(dateText(at("2026-11-01T06:30:00Z"), now, "zoned")).toBe("Today 1:30 AM EST");
    expect(dateText(at("2026-11-01T05:30:00Z"), now, "natural")).toBe(
      dateText(at("2026-11-01T06:30:00Z"), now, "natural"),
    );
  });
});
