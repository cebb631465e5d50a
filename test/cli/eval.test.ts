import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { OTHER } from "#domain/triage/asked-file";
import { scoreAsked } from "#domain/triage/asked-model";
import { readMessage } from "#domain/triage/reading";
import { composeMessages, makeRandom, type Phrase } from "./compose-messages.ts";
import { readLabelled } from "./labelled-messages.ts";
import {
  actionConfusion,
  automaticOnes,
  calibrationError,
  firedWithoutCause,
  handedOff,
  intentConfusion,
  type Judged,
  judge,
  macroF1,
  measureGuardrails,
  measureIntents,
  wrongActions,
} from "./measures.ts";
import { readAsked } from "./train-asked.ts";
import { readLines } from "./train-examples.ts";

const FIXTURES = new URL("../fixtures/triage/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, FIXTURES), "utf8");
const phrases = (name: string) =>
  text(name)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Phrase);

const plain = (one: string) =>
  one
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Of two authors who knew nothing of the code, and on whose messages nobody tuned. */
const STRANGERS = ["strangers.jsonl", "strangers-2.jsonl"];

describe("triage on the held-out messages", () => {
  const judged = judge(readLabelled(text("held-out.jsonl")));

  it("[T39] finds the intents", () => {
    expect(macroF1(measureIntents(judged))).toBeGreaterThanOrEqual(0.9);
  });

  it("[T39] takes the right next action and seldom answers wrongly by itself", () => {
    const wrong = wrongActions(judged);
    expect(1 - wrong.length / judged.length).toBeGreaterThanOrEqual(0.95);
    expect(automaticOnes(wrong).length / automaticOnes(judged).length).toBeLessThanOrEqual(0.01);
  });

  it("[T39] lets no guarded message pass and fires seldom without cause", () => {
    const measures = measureGuardrails(judged);
    expect(measures.length).toBeGreaterThanOrEqual(8);
    for (const { id, due, missed } of measures) expect([id, 1 - missed.length / due >= 0.98]).toEqual([id, true]);
    expect(firedWithoutCause(judged).length / judged.length).toBeLessThanOrEqual(0.02);
  });
});

describe("the measures", () => {
  const [line = ""] = text("held-out.jsonl").split("\n");
  const [one] = judge(readLabelled(line));
  const decided = (change: Partial<Judged["decision"]>): readonly Judged[] =>
    one === undefined ? [] : [{ ...one, decision: { ...one.decision, ...change } }];

  it("tell how far the confidence is from the share of right decisions", () => {
    expect(calibrationError(decided({ confidence: 1 }))).toBe(0);
    expect(calibrationError(decided({ confidence: 0.6 }))).toBeCloseTo(0.4);
    expect(calibrationError(decided({ confidence: 0.9, nextAction: "ignore" }))).toBeCloseTo(0.9);
  });

  it("count what is taken for what, and what goes to a person", () => {
    const mistaken = decided({ nextAction: "hand_off", intents: ["complaint"] });
    expect(actionConfusion(mistaken)).toEqual([{ meant: "reply", said: "hand_off", times: 1 }]);
    expect(intentConfusion(mistaken)).toEqual([{ meant: "availability_question", said: "complaint", times: 1 }]);
    expect(intentConfusion(decided({}))).toEqual([]);
    expect([handedOff(mistaken).length, handedOff(decided({})).length]).toEqual([1, 0]);
  });
});

describe("triage on the messages of strangers", () => {
  const judged = STRANGERS.flatMap((name) => judge(readLabelled(text(name))));

  it("[T119] understands and decides no worse than was reached before", () => {
    const wrong = wrongActions(judged);
    expect(macroF1(measureIntents(judged))).toBeGreaterThanOrEqual(0.89);
    expect(1 - wrong.length / judged.length).toBeGreaterThanOrEqual(0.875);
    expect(automaticOnes(wrong).length / automaticOnes(judged).length).toBeLessThanOrEqual(0.06);
  });

  it("[T119] hears the guardrails, and fires seldom without cause", () => {
    const measures = measureGuardrails(judged);
    expect(measures.length).toBe(11);
    const due = measures.reduce((sum, measure) => sum + measure.due, 0);
    const missed = measures.reduce((sum, measure) => sum + measure.missed.length, 0);
    expect(1 - missed / due).toBeGreaterThanOrEqual(0.97);
    expect(firedWithoutCause(judged).length / judged.length).toBeLessThanOrEqual(0.02);
  });
});

describe("what is asked in messages that the model was not trained on", () => {
  const asked = readAsked();
  const trained = new Set(readLines().map((one) => plain(one.text)));
  const heard = readLabelled(text("development.jsonl"))
    .filter(({ id, input }) => asked.has(id) && !trained.has(plain(input.text)))
    .map(({ id, input }) => ({
      due: new Set(asked.get(id)),
      scores: scoreAsked(readMessage(input.text).segments).message,
    }));

  it("[T123] is heard by subject, and so is what no record tells", () => {
    const hits = { due: 0, heard: 0, both: 0 };
    const beyond = { due: 0, heard: 0, both: 0 };
    for (const { due, scores } of heard) {
      for (const [subject, score] of scores) {
        const count = subject === OTHER ? beyond : hits;
        if (due.has(subject)) count.due += 1;
        if (score >= 0.5) count.heard += 1;
        if (due.has(subject) && score >= 0.5) count.both += 1;
      }
    }
    expect(heard.length).toBeGreaterThan(400);
    expect(hits.both / hits.heard).toBeGreaterThanOrEqual(0.85);
    expect(hits.both / hits.due).toBeGreaterThanOrEqual(0.8);
    expect(beyond.both / beyond.heard).toBeGreaterThanOrEqual(0.75);
    expect(beyond.both / beyond.due).toBeGreaterThanOrEqual(0.75);
  });
});

describe("the training messages", () => {
  it("hold nothing of the held-out ones", () => {
    const trained = new Set(readLines().map((one) => plain(one.text)));
    const held = ["held-out.jsonl", ...STRANGERS]
      .flatMap((name) => readLabelled(text(name)))
      .filter((one) => plain(one.input.text).split(" ").length > 3);
    expect(held.filter((one) => trained.has(plain(one.input.text))).map((one) => one.id)).toEqual([]);
  });

  it("are composed the same way from the same seed", () => {
    const some = phrases("phrases.jsonl");
    expect(composeMessages(some, 50, makeRandom(7))).toEqual(composeMessages(some, 50, makeRandom(7)));
    expect(composeMessages(some, 50, makeRandom(7))).not.toEqual(composeMessages(some, 50, makeRandom(8)));
  });
});
