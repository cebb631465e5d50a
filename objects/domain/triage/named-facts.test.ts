import { describe, expect, it } from "vitest";
import { decide } from "./policy.ts";

const UNIT = {
  rentMonthly: 1_600,
  entrance: "private",
  building: "live-in super",
  neighborhood: "Westwood, 10 minute walk to UCLA",
  furnished: "yes, linens and kitchenware included",
};

function answered(text: string, unit: Readonly<Record<string, string | number>> = UNIT) {
  const decision = decide({
    text,
    platform: null,
    history: [],
    unit,
    records: {},
    slots: [],
    now: null,
    zone: null,
    leadName: null,
    organisationName: null,
  });
  return [text, decision.nextAction, ...decision.facts.map(({ name }) => name)];
}

describe("facts that a question names itself", () => {
  it.each([
    ["does it have its own entrance?", "entrance"],
    ["Does the building have a live-in super?", "building"],
    ["Is this near UCLA?", "neighborhood"],
    ["does it come with linens?", "furnished"],
  ])("[T121] are stated: %s", (text, fact) => {
    expect(answered(text)).toEqual([text, "reply", fact]);
  });

  it.each([
    "Why is the entrance private?",
    "Is the super still good at fixing things?",
    "Could I change the linens before I move in?",
  ])("[T121] are left to a person where more than their being is asked: %s", (text) => {
    expect(answered(text)).toEqual([text, "hand_off"]);
  });

  it("[T121] need the record that says them", () => {
    expect(answered("does it have its own entrance?", { rentMonthly: 1_600 })).toEqual([
      "does it have its own entrance?",
      "hand_off",
    ]);
  });
});
