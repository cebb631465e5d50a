import { describe, expect, it } from "vitest";
import { PIECES_MAX, splitSegments } from "./segments.ts";

const textsOf = (reading: string) => splitSegments(reading).map(({ text }) => text);

describe("the pieces of a message", () => {
  it.each([
    ["is it free? can i come by", ["is it free?", "can i come by"]],
    ["really?! ok", ["really!", "ok"]],
    ["¿sigue disponible? gracias", ["sigue disponible?", "gracias"]],
    ['he said "is it gone?" and left', ['he said "is it gone?', "and left"]],
    ["i like it. when can i see it", ["i like it.", "when can i see it"]],
    ["at 5 p.m. or so", ["at 5 p.m. or so"]],
    ["i earn 4.5 times that. 2.5 k rent", ["i earn 4.5 times that.", "2.5 k rent"]],
    ["from may 1. we are two", ["from may 1.", "we are two"]],
    ["no pets; no smoking\nthanks", ["no pets", "no smoking", "thanks"]],
    ["\n(two)\n) three", ["(two)", "three"]],
    ["the rent is fine, and is there parking", ["the rent is fine", "is there parking"]],
    ["nice place also how much is it", ["nice place", "how much is it"]],
    ["hi there is parking included do you allow dogs", ["hi there", "is parking included", "do you allow dogs"]],
    ["tell me what is the rent", ["tell me", "what is the rent"]],
    ["let me know and what is the rent", ["let me know", "what is the rent"]],
    ["i wonder what days are pets there", ["i wonder what days are pets there"]],
    ["... !! 👍", ["👍"]],
  ])("[T4] cuts %j", (reading, pieces) => {
    expect(textsOf(reading)).toEqual(pieces);
  });

  it("[T4] tells what asks, with and without a question mark", () => {
    const asking = splitSegments("is it free\ni was wondering about the deposit\nif we sign do you lower it\nok");
    expect(asking.map(({ asks }) => asks)).toEqual([true, true, true, false]);
  });

  it("[T4] reads a lone question mark as a question, and no words as no piece", () => {
    expect(splitSegments("??")).toEqual([{ text: "?", asks: true }]);
    expect(splitSegments(" ... ")).toEqual([]);
  });

  it("[T37] reads what is more than the most pieces as part of the last one", () => {
    const pieces = textsOf("why? ".repeat(500));
    expect(pieces).toHaveLength(PIECES_MAX);
    expect(pieces.at(-1)).toMatch(/^why\? why\?/u);
    expect(pieces.join(" ").split(" ")).toHaveLength(500);
  });
});
