import { describe, expect, it } from "vitest";
import { isOtherAnimal } from "./pet-kinds.ts";

describe("a record about pets", () => {
  it.each([
    ["is my rabbit allowed?", "up to two cats, no dogs"],
    ["is a caged guinea pig ok?", "Cats and dogs under 30 lb"],
    ["tengo un gato, se puede?", "one small dog, $200 deposit"],
  ])("[T127] says nothing of another animal: %s beside %s", (text, value) => {
    expect(isOtherAnimal(text, value)).toBe(true);
  });

  it.each([
    ["is my rabbit allowed?", "no pets"],
    ["is my rabbit allowed?", "cats only"],
    ["is my rabbit allowed?", "small pets ok"],
    ["can i bring my beagle", "cats and small dogs, no fee"],
    ["are pets allowed?", "one small dog, $200 deposit"],
    ["my dog is 40 lb", "dogs ok, no cats"],
  ])("[T127] answers what it speaks of: %s beside %s", (text, value) => {
    expect(isOtherAnimal(text, value)).toBe(false);
  });
});
