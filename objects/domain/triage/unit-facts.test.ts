import { describe, expect, it } from "vitest";
import { ALL_TOPICS } from "./topics.ts";
import { factsFor } from "./unit-facts.ts";

function tells(id: string, unit: Readonly<Record<string, string | number>>): boolean {
  const topic = ALL_TOPICS.find((one) => one.id === id);
  if (topic === undefined) throw new Error(`no topic ${id}`);
  return factsFor(topic, { unit, records: {} }).length > 0;
}

describe("a broader fact", () => {
  it.each([
    ["pet_fee", { pets: "cats only, no fee" }, true],
    ["pet_fee", { pets: "one dog, $200 deposit" }, true],
    ["pet_fee", { pets: "2 cats at most" }, false],
    ["parking_cost", { parking: "one spot, 150 USD a month" }, true],
    ["parking_cost", { parking: "one spot behind the house" }, false],
    ["application_fee", { application: "online form, 20 USD fee" }, true],
    ["application_fee", { application: "form and 2 pay stubs" }, false],
  ])("[T125] tells what it costs only by money: %s of %o", (id, unit, isTold) => {
    expect(tells(id, unit)).toBe(isTold);
  });

  it.each([
    ["credit", { application: "online, 650+ credit" }, true],
    ["credit", { application: "online, credit and background check" }, false],
    ["credit_check", { application: "online, credit and background check" }, true],
    ["income", { application: "online, income 40x the rent" }, true],
    ["income", { application: "online, two pay stubs" }, false],
    ["evictions", { application: "online, credit check" }, false],
    ["evictions", { requirements: "no evictions in 5 years" }, true],
  ])("[T125] tells what is wanted of applicants only in its own words: %s of %o", (id, unit, isTold) => {
    expect(tells(id, unit)).toBe(isTold);
  });
});
