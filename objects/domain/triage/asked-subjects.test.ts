import { describe, expect, it } from "vitest";
import { SUBJECTS, scoreAsked } from "./asked-model.ts";
import { asksBeyond, hearAsked, type PieceKind } from "./asked-subjects.ts";
import { decide } from "./policy.ts";
import { readMessage } from "./reading.ts";
import { ALL_TOPICS } from "./topics.ts";

const UNIT = {
  rentMonthly: 2_400,
  deposit: 2_400,
  pets: "cats and small dogs, no fee",
  leaseTerms: "6 or 12 months",
  parking: "one spot behind the house",
  application: "online form on our site, 20 USD fee",
};

function taken(text: string): readonly unknown[] {
  const decision = decide({
    text,
    platform: null,
    history: [],
    unit: UNIT,
    records: {},
    slots: [],
    now: null,
    zone: null,
    leadName: null,
    organisationName: null,
  });
  return [text, decision.nextAction];
}

function asked(text: string, kind: PieceKind): readonly string[] {
  const reading = readMessage(text);
  const kinds = reading.segments.map(() => kind);
  return hearAsked(reading, kinds).reading.asked.map(({ id }) => id);
}

describe("what a message asks about", () => {
  it("[T123] is known to the model by the ids of the topics, and to no other", () => {
    const known = new Set(ALL_TOPICS.map(({ id }) => id));
    expect([...SUBJECTS].filter((id) => !known.has(id))).toEqual(["other"]);
  });

  it("[T123] is scored for every piece and for the whole", () => {
    const scores = scoreAsked(readMessage("I drive a van. Where can I park it? And what is the deposit?").segments);
    expect(scores.pieces).toHaveLength(3);
    expect([scores.message.get("parking") ?? 0, scores.message.get("deposit") ?? 0].every((one) => one > 0.5)).toBe(
      true,
    );
    expect(scores.pieces[2]?.get("parking") ?? 1).toBeLessThan(0.2);
    expect(scoreAsked([]).message.size).toBe(0);
  });

  it("[T123] needs the form of a question or a question of fact", () => {
    expect(asked("the cat sat on the mat", "unheard")).toEqual([]);
    expect(asked("we have a small dog, hope that is fine", "fact")).toEqual(["pets"]);
  });

  it.each([
    "Can my lawyer look over the lease?",
    "The link to the application is dead, can you resend it?",
    "Why is the rent so low?",
    "Who fixes the car door if somebody hits it in the parking spot?",
  ])("[T123] goes to a person where the record only touches it: %s", (text) => {
    expect(taken(text)).toEqual([text, "hand_off"]);
  });

  it.each([
    "I don't have pets, I don't smoke, I have no car. What does it cost a month?",
    "I have a 3 year old golden retriever, very calm. Would he be okay?",
    "que bomba de lugar!!! cuanto piden de depósito",
  ])("[T123] is answered where all else in the message only tells: %s", (text) => {
    expect(taken(text)).toEqual([text, "reply"]);
  });

  it("[T123] must be surer beyond the record where a topic is sure", () => {
    const pieces = (topic: number, other: number) => ({
      message: new Map(),
      pieces: [
        new Map([
          ["pets", topic],
          ["other", other],
        ]),
      ],
    });
    expect(asksBeyond(pieces(0.2, 0.6), 0, true)).toBe(true);
    expect(asksBeyond(pieces(0.9, 0.6), 0, true)).toBe(false);
    expect(asksBeyond(pieces(0.2, 0.6), 0, false)).toBe(false);
    expect(asksBeyond(pieces(0.2, 0.6), 1, true)).toBe(false);
  });
});

describe("a lead who only presents themselves", () => {
  it.each([
    "Hi im Jess, 27, dental hygienist, clean, chill, no drama, love cooking and hiking :)",
    "good morning! new to this site",
    "Hi, I am interested in this property and would like more information. Thank you.",
  ])("[T124] is asked what they need: %s", (text) => {
    expect(taken(text)).toEqual([text, "ask"]);
  });

  it("[T124] is answered where they ask something", () => {
    const text = "Hi, I'm Jess, 27, dental hygienist. How much is the deposit?";
    expect(taken(text)).toEqual([text, "reply"]);
  });
});
