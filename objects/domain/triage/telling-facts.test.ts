import { describe, expect, it } from "vitest";
import type { DecisionInput } from "./decision.ts";
import { decide } from "./policy.ts";

const OFFERED = { from: "us", text: "Thu 5 Mar, 3:00 PM or Fri 6 Mar, 10:00 AM, which one suits you?" } as const;
const SLOTS = [
  { start: "2026-03-05T20:00:00Z", end: "2026-03-05T20:30:00Z", label: "Thu 5 Mar, 3:00 PM" },
  { start: "2026-03-06T15:00:00Z", end: "2026-03-06T15:30:00Z", label: "Fri 6 Mar, 10:00 AM" },
];

function taken(text: string, unit: DecisionInput["unit"], over: Partial<DecisionInput> = {}) {
  const nobody = { platform: null, leadName: null, organisationName: null };
  const input = { text, history: [], unit, records: {}, slots: [], now: null, zone: null, ...nobody, ...over };
  const { nextAction, reason, facts } = decide(input);
  return [nextAction, reason.code, ...facts.map(({ name }) => name)];
}

describe("what a fact tells", () => {
  it("[T125] is a cost only where it names money", () => {
    const laundry = "coin laundry in the basement";
    expect(taken("laundry cost?", { laundry })[0]).toBe("hand_off");
    expect(taken("how much is the laundry?", { rentMonthly: 2_400, laundry })[0]).toBe("hand_off");
    expect(taken("laundry cost?", { laundry: "in the basement, $2 a load" })).toEqual(["reply", "facts", "laundry"]);
    expect(taken("is there laundry?", { laundry })).toEqual(["reply", "facts", "laundry"]);
  });

  it("[T123] is nothing where it sends the lead on to somebody", () => {
    expect(taken("are dogs ok?", { pets: "dogs case by case, ask us" })).toEqual(["hand_off", "fact_missing"]);
    expect(taken("are dogs ok?", { pets: "dogs ok" })).toEqual(["reply", "facts", "pets"]);
  });

  it("[T123] is a feature wherever a record names it", () => {
    expect(taken("dishwasher y/n", { kitchen: "dishwasher, gas range" })).toEqual(["reply", "facts", "kitchen"]);
    expect(taken("is there a dishwasher?", { kitchen: "gas range" })[0]).toBe("hand_off");
  });

  it("[T123] does not weigh a lead's own figures", () => {
    const unit = { requirements: "good credit and steady income" };
    expect(taken("I make 68k, self employed, 705 credit. Would I qualify?", unit)[0]).toBe("hand_off");
    expect(taken("what are the requirements to qualify?", unit)).toEqual(["reply", "facts", "requirements"]);
  });
});

describe("what no open time answers", () => {
  it("[T123] is a wish to see the home from afar", () => {
    const slots = { slots: SLOTS };
    expect(taken("can you do a video tour on zoom?", {}, slots)).toEqual(["hand_off", "seen_from_afar"]);
    expect(taken("can I come see it?", {}, slots).slice(0, 2)).toEqual(["offer_slots", "showing_asked"]);
  });

  it("[T107] is a visit called off where none is booked or offered", () => {
    const talk = [{ from: "us", text: "The rent is 2400 per month." }] as const;
    expect(taken("please cancel my visit", {}, { history: talk })).toEqual(["hand_off", "no_showing"]);
    const booked = [OFFERED, { from: "us", text: "Your showing is confirmed for Thu 5 Mar, 3:00 PM." }] as const;
    expect(taken("please cancel my visit", {}, { history: booked })).toEqual(["reply", "cancelled"]);
  });
});
