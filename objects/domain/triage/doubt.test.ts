import { describe, expect, it } from "vitest";
import type { DecisionInput } from "./decision.ts";
import { DOUBT_MIN, isDoubtful, isHalfHeard, LONG_SURE_MIN, LONG_WORDS_MIN } from "./doubt.ts";
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

  it("[T116] asks more of long messages", () => {
    const heard = (words: number, score: number) => {
      const situation = readSituation({ ...INPUT, text: "word ".repeat(words) });
      return isHalfHeard({ ...situation, scored: [{ intent: "pricing_question", score }] });
    };
    expect(heard(LONG_WORDS_MIN, LONG_SURE_MIN - 0.01)).toBe(false);
    expect(heard(LONG_WORDS_MIN + 1, LONG_SURE_MIN - 0.01)).toBe(true);
    expect(heard(LONG_WORDS_MIN + 1, LONG_SURE_MIN)).toBe(false);
  });
});
