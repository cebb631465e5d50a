// The texts at the edges of their units.

import { describe, expect, it } from "vitest";
import { relativeTime } from "./relative-time.ts";

const NOW = Date.parse("2026-11-20T20:30:00Z");
const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

describe("the time of a row", () => {
  it.each([
    [0, "just now"],
    [MINUTE_MS - 1, "just now"],
    [MINUTE_MS, "1m ago"],
    [15 * MINUTE_MS, "15m ago"],
    [60 * MINUTE_MS - 1, "59m ago"],
    [8 * 60 * MINUTE_MS, "8h ago"],
    [DAY_MS - 1, "23h ago"],
    [2 * DAY_MS, "2d ago"],
    [7 * DAY_MS - 1, "6d ago"],
    [7 * DAY_MS, "1 week ago"],
    [23 * DAY_MS, "3 weeks ago"],
    [-MINUTE_MS, "just now"],
  ])("%i ms ago reads %s", (agoMs, text) => {
    expect(relativeTime(NOW - agoMs, NOW)).toBe(text);
  });
});
