import { describe, expect, it } from "vitest";
import type { DecisionInput } from "./decision.ts";
import { decide } from "./policy.ts";

const UNIT = {
  rentMonthly: 2400,
  deposit: 2000,
  pets: "cats only",
  parking: "one spot, 100 USD",
  utilities: "water included",
  leaseTerms: "12 months",
};

function taken(text: string): readonly (string | null)[] {
  const input: DecisionInput = {
    text,
    platform: null,
    history: [],
    unit: UNIT,
    records: {},
    slots: [],
    now: "2026-03-04T15:00:00Z",
    zone: "America/New_York",
    leadName: null,
    organisationName: null,
  };
  const { nextAction, reason } = decide(input);
  return [text, nextAction, nextAction === "hand_off" ? reason.code : null];
}

describe("questions that a recorded value does not answer", () => {
  it.each([
    "Why is the deposit that high?",
    "What would the rent be if we sign for two years?",
    "Is the parking spot big enough for a pickup?",
    "Were there pets before us?",
    "What is the total per month with utilities?",
  ])("[T114] goes to a person: %s", (text) => {
    expect(taken(text)).toEqual([text, "hand_off", "question_unclear"]);
  });

  it.each(["What is the deposit?", "Is there parking and how much is it?", "How long is the lease?"])(
    "[T114] answers the plain one: %s",
    (text) => {
      expect(taken(text)).toEqual([text, "reply", null]);
    },
  );

  it.each([
    "you said 2300 but the ad shows 2400, how much is the rent?",
    "the site says dogs ok but you wrote cats only",
  ])("[T115] brings a person to two things that do not go together: %s", (text) => {
    expect(taken(text)).toEqual([text, "hand_off", "mismatch"]);
  });
});
