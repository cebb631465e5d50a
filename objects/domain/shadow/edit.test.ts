import { describe, expect, it } from "vitest";
import type { Fact } from "../triage/decision.ts";
import { editOf } from "./edit.ts";
import { WORDS_COMPARED_MAX } from "./limits.ts";
import { stated } from "./stated.ts";

const DRAFT = "Hi Jamie, the rent is $1,450 a month. Can you come on Friday at 3 PM? Best, Harbour Lettings";
const change = (from: string, to: string, facts: readonly Fact[] = []) => editOf(DRAFT, DRAFT.replace(from, to), facts);

describe("an edit", () => {
  it("[W2] is as far as the share of words that changed", () => {
    expect(editOf("", "", []).distance).toBe(0);
    expect(editOf(DRAFT, DRAFT, []).distance).toBe(0);
    expect(editOf("one two three four", "one two three five", []).distance).toBe(0.25);
    expect(editOf("one two three four", "one two", []).distance).toBe(0.5);
    expect(editOf("one two", "three four five six", []).distance).toBe(1);
    expect(editOf("Hello,  there!", "hello there", []).distance).toBe(0);
  });

  it("[W3] that is only style states the same", () => {
    for (const [from, to] of [
      ["Hi Jamie", "Hello Jamie"],
      ["3 PM", "3:00 p.m."],
      ["$1,450", "1450 dollars"],
      ["Best", "Kind regards"],
    ] as const) {
      expect(change(from, to), to).toMatchObject({ removed: [], added: [], slotsChanged: false });
    }
  });

  it("[W3] names the amount, the hour, the day and the no that it changed", () => {
    expect(change("$1,450", "$1,400")).toMatchObject({ removed: ["1450"], added: ["1400"], slotsChanged: false });
    expect(change("3 PM", "4 PM")).toMatchObject({
      removed: ["time 15:00"],
      added: ["time 16:00"],
      slotsChanged: true,
    });
    expect(change("Friday", "Saturday")).toMatchObject({
      removed: ["day friday"],
      added: ["day saturday"],
      slotsChanged: true,
    });
    expect(change("is $1,450", "isn't $1,450")).toMatchObject({ added: ["not"], slotsChanged: false });
    expect(change(" at 3 PM", "")).toMatchObject({ removed: ["time 15:00"], added: [], slotsChanged: true });
  });

  it("[W3] names a fact in words that it took out", () => {
    const facts = [{ name: "pets", value: "Cats only", record: "unit_facts/un_1/pets" }];
    expect(editOf("Pets: cats only.", "Pets: dogs too.", facts).removed).toEqual(["fact pets"]);
    expect(editOf("Pets: cats only.", "We take cats only.", facts).removed).toEqual([]);
  });

  it("[W3] reads one date in many spellings", () => {
    for (const text of ["March 8", "mar. 8th", "8 March", "the 8th of March"])
      expect([...stated(text)]).toEqual(["date mar 8"]);
    expect([...stated("2026-03-08 15:30")]).toEqual(["time 15:30", "date 2026-03-08"]);
    expect([...stated("12 am, 12 pm")]).toEqual(["time 00:00", "time 12:00"]);
  });

  it("[W16] compares the longest texts in time", () => {
    const long = Array.from({ length: WORDS_COMPARED_MAX * 2 }, (_, i) => `word${i}`).join(" ");
    expect(editOf(long, long.split(" ").reverse().join(" "), []).distance).toBeGreaterThan(0.9);
  });
});
