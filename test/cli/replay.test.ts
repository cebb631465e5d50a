import { describe, expect, it } from "vitest";
import type { DecisionInput } from "#domain/triage/decision";
import { decide } from "#domain/triage/policy";
import { replayText } from "./replay-text.ts";

const input: DecisionInput = {
  ...{
    text: "How much is the rent?",
    platform: "spareroom",
    history: [],
    unit: { rentMonthly: 1450 },
    records: {},
    slots: [],
  },
  ...{ now: "2026-11-25T12:00:00Z", zone: "America/New_York", leadName: "Jamie", organisationName: "Harbour" },
};
const stored = { decisionId: "d2", provider: "embedded@2", ruleBook: "answer", input, decision: decide(input) };

describe("npm run replay", () => {
  it("says that the same decision comes out", () => {
    expect(replayText(JSON.stringify(stored))).toEqual({
      lines: ["The same decision: d2, recorded by embedded@2."],
      exitCode: 0,
    });
  });

  it("names what differs, recorded and now", () => {
    const other = { ...stored, decision: { ...stored.decision, nextAction: "ignore", selectedSlot: 3 } };
    const { lines, exitCode } = replayText(JSON.stringify(other));
    expect(exitCode).toBe(1);
    expect(lines.slice(1)).toEqual(['nextAction: "ignore" -> "reply"', "selectedSlot: 3 -> null"]);
  });

  it("weighs what a model answered, too", () => {
    const { intents, nextAction } = stored.decision;
    const reply = "Thank you for asking. The rent is $1450 per month.";
    const proposal = { intents, confidence: 0.9, nextAction, reply, selectedSlot: null, factsUsed: ["rentMonthly"] };
    const { lines, exitCode } = replayText(JSON.stringify({ ...stored, consulted: { mayWord: true, proposal } }));
    expect(exitCode).toBe(1);
    expect(lines[1]).toMatch(/^reply: .* -> .*Thank you for asking/);
  });

  it("refuses what is no stored decision", () => {
    for (const text of ["", "null", "{", JSON.stringify({ ...stored, input: {} })]) {
      expect(replayText(text).exitCode, text).toBe(2);
    }
  });
});
