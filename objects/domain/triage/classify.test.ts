import { describe, expect, it } from "vitest";
import { ASKED } from "./asked.generated.ts";
import { classify, INTENT_SCORE_MIN } from "./classify.ts";
import { INTENTS } from "./decision.ts";
import { decide } from "./policy.ts";
import { CONCEPTS_FINGERPRINT } from "./thesaurus.ts";
import { WEIGHTS } from "./weights.generated.ts";
import { gapAt, PAIR_MAX, rowChars, weightAt, writeRow } from "./weights-code.ts";

const WEIGHTS_BYTES_MAX = 400_000;
const DECISION_MS_MAX = 1_000;

describe("the embedded classifier", () => {
  it("[T6] runs on weights that were trained with the concepts of this code", () => {
    expect(WEIGHTS.concepts).toBe(CONCEPTS_FINGERPRINT);
    const labels = WEIGHTS.classes.map((entry) => entry.label);
    expect(INTENTS.filter((intent) => !labels.includes(intent))).toEqual(["unknown"]);
    expect(WEIGHTS.rows.length % rowChars(labels.length)).toBe(0);
    expect(ASKED.concepts).toBe(CONCEPTS_FINGERPRINT);
    expect(ASKED.rows.length % rowChars(ASKED.columns.length)).toBe(0);
  });

  it("[T6] keeps its weights within 400 KB", () => {
    expect(JSON.stringify(WEIGHTS).length + JSON.stringify(ASKED).length).toBeLessThanOrEqual(WEIGHTS_BYTES_MAX);
  });

  it("[T6] reads back the weights and distances that training writes", () => {
    const steps = [-127, -40, -1, 0, 1, 40, 127];
    for (const gap of [0, 1, 63, 64, PAIR_MAX]) {
      const row = writeRow(gap, steps);
      expect([row.length, gapAt(row, 0)]).toEqual([rowChars(steps.length), gap]);
      const read = steps.map((_, number) => weightAt(row, 0, number));
      expect(read).toEqual([-127, -41, -3, 0, 3, 41, 127]);
    }
  });

  it("[T4] scores every intent of a message and sorts them", () => {
    const { intents } = classify("Is it still available? If so I'd love to come see it this weekend", []);
    const said = intents.filter((entry) => entry.score >= INTENT_SCORE_MIN).map((entry) => entry.intent);
    expect([...said].sort()).toEqual(["availability_question", "showing_request"]);
    expect(intents.map((entry) => entry.score)).toEqual(intents.map((entry) => entry.score).toSorted((a, b) => b - a));
  });

  it("[T4] finds the question in a long story", () => {
    const story = "I work nights at the hospital and keep to myself. My lease ends soon. I love the photos. ".repeat(
      12,
    );
    const { intents } = classify(`${story} What is the security deposit?`, []);
    expect(intents[0]?.intent).toBe("pricing_question");
  });

  it("[T5] says unknown first when it is sure of nothing", () => {
    expect(classify("asdf qwer zxcv", []).intents[0]?.intent).toBe("unknown");
    expect(classify("", []).intents[0]?.intent).toBe("unknown");
  });

  it.each([
    ["ten thousand letters", "a".repeat(10_000)],
    ["ten thousand words", "is it still available and how much ".repeat(1_500)],
    ["nested tags", "<div ".repeat(2_000) + ">".repeat(2_000)],
    ["control characters", "\0\u0007\u202e".repeat(3_000)],
    ["digits", "4111 ".repeat(2_000)],
    ["lone surrogates", "\ud800 \udfff".repeat(2_000)],
    ["half phrases", "can i we you my to come and i have kids with ".repeat(220)],
    ["family emoji", "👨‍👩‍👧‍👦".repeat(1_000)],
  ])("[T37] decides on %s in time", (_, text) => {
    const input = {
      text,
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
    const before = performance.now();
    expect(decide(input).intents.length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(DECISION_MS_MAX);
  });
});
