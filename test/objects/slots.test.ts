// The slot engine inside workerd, whose zone database and date formats are not Node's.
import { describe, expect, it } from "vitest";
import { findSlots } from "#domain/slots/offer";
import { agent, at, open, scenario } from "#domain/slots/sample-scenario";
import { localDateOf, zoneLine } from "#domain/slots/zone";

describe("the slot engine in workerd", () => {
  it("[S17] knows when clocks change", () => {
    const lordHowe = zoneLine("Australia/Lord_Howe", at("2026-01-01T00:00Z"), at("2026-12-31T00:00Z"));
    expect(lordHowe.startsMs.slice(1)).toEqual([at("2026-04-04T15:00Z"), at("2026-10-03T15:30Z")]);
    expect(localDateOf(at("2026-03-09T03:30Z"), "America/New_York")).toBe("2026-03-08");
  });

  it("[S4] moves a bound inside the gap forward by the gap", () => {
    const night = agent({ weekly: [], overrides: [open("2026-03-08", 150, 240)] });
    expect(findSlots(scenario({ agents: [night] })).map(({ startMs }) => startMs)).toEqual([at("2026-03-08T07:30Z")]);
  });
});
