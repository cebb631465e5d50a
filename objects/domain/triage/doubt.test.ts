import { describe, expect, it } from "vitest";
import type { DecisionInput } from "./decision.ts";
import { DOUBT_MIN, isDoubtful } from "./doubt.ts";
import { readSituation } from "./situation.ts";

const INPUT: DecisionInput = {
  text: "is it available?",
  platform: null,
  history: [],
  unit: {},
  records: {},
  slots: [],
  now: null,
  zone: null,
  leadName: null,
  organisationName: null,
};

describe("the doubt before an automatic answer", () => {
  it("[T102] begins where a class of refusal is nearly heard", () => {
    const situation = readSituation(INPUT);
    const leaning = (label: string, score: number) => ({ ...situation, scores: new Map([[label, score]]) });
    expect(isDoubtful(situation)).toBe(false);
    expect(isDoubtful(leaning("T24 fair_housing", DOUBT_MIN))).toBe(true);
    expect(isDoubtful(leaning("complaint", DOUBT_MIN + 0.1))).toBe(true);
    expect(isDoubtful(leaning("T24 fair_housing", DOUBT_MIN - 0.01))).toBe(false);
    expect(isDoubtful(leaning("pricing_question", 0.9))).toBe(false);
  });
});
