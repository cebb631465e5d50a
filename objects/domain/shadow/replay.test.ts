import { describe, expect, it } from "vitest";
import { weighAgain } from "../model/weigh-again.ts";
import type { DecisionInput } from "../triage/decision.ts";
import { decide, decideTaken } from "../triage/policy.ts";
import { replay } from "./replay.ts";

const slots = [{ start: "2026-11-27T20:00:00Z", end: "2026-11-27T20:30:00Z", label: "Friday 3 PM" }];
const input: DecisionInput = {
  ...{
    text: "How much is the rent?",
    platform: "spareroom",
    history: [],
    unit: { rentMonthly: 1450 },
    records: {},
    slots,
  },
  ...{ now: "2026-11-25T12:00:00Z", zone: "America/New_York", leadName: "Jamie", organisationName: "Harbour" },
};
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe("a stored decision", () => {
  it("[W17] comes out the same, by either rule book, also from its stored form", () => {
    expect(replay(stored({ ruleBook: "answer", input }), stored(decide(input)))).toEqual([]);
    expect(replay(stored({ ruleBook: "time_taken", input }), stored(decideTaken(input)))).toEqual([]);
  });

  it("[W17] [M20] is weighed again with what a model answered then", () => {
    const embedded = decide(input);
    const proposal = {
      ...{ intents: embedded.intents, confidence: 0.9, nextAction: embedded.nextAction, selectedSlot: null },
      ...{ reply: "Thank you for asking. The rent is $1450 per month.", factsUsed: ["rentMonthly"] },
    };
    const source = { ruleBook: "answer", input, consulted: { mayWord: true, proposal } } as const;
    const worded = weighAgain(input, source.consulted);
    expect(worded.reply).toContain("Thank you for asking. The rent is $1450 per month.");
    expect(worded.reply).not.toBe(embedded.reply);
    expect(replay(stored(source), stored(worded))).toEqual([]);
    expect(replay({ ruleBook: "answer", input }, worded).map(({ field }) => field)).toEqual(["reply"]);
    // What a model may not word is the rules' own again.
    expect(weighAgain(input, { mayWord: false, proposal })).toEqual(embedded);
  });

  it("[W17] names every field that differs", () => {
    const recorded = { ...decide(input), nextAction: "ignore" as const, reply: null };
    expect(replay({ ruleBook: "answer", input }, recorded).map(({ field }) => field)).toEqual(["nextAction", "reply"]);
    const [rent] = replay(
      { ruleBook: "answer", input: { ...input, unit: { rentMonthly: 1500 } } },
      decide(input),
    ).filter(({ field }) => field === "facts");
    expect(JSON.stringify([rent?.recorded, rent?.replayed])).toMatch(/1450.*1500/);
  });
});
