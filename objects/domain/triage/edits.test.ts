import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editsBetween } from "./edits.ts";

describe("edits between two words", () => {
  it.each([
    ["tomorrow", "tomorrow", 0],
    ["tomorow", "tomorrow", 1],
    ["tommorow", "tomorrow", 2],
    ["apartmnet", "apartment", 1],
    ["tuor", "tour", 1],
    ["parkign", "parking", 1],
    ["depozit", "deposit", 1],
    ["", "ok", 2],
  ])("[T3] counts from %j to %j: %d", (left, right, edits) => {
    expect(editsBetween(left, right, 2)).toBe(edits);
  });

  it("[T3] stops above the most that matters, and does not compare words longer than any key word", () => {
    expect(editsBetween("available", "unsubscribe", 2)).toBe(3);
    expect(editsBetween("landlord", "tomorrow", 1)).toBe(2);
    expect(editsBetween("a".repeat(32), "a".repeat(32), 1)).toBe(2);
  });

  it("[T3] is the same in both directions, nothing only for the same word, and one for a letter put in", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(8), (left, right, at) => {
        const edits = editsBetween(left, right, 20);
        expect(editsBetween(right, left, 20)).toBe(edits);
        expect(edits === 0).toBe(left === right);
        expect(editsBetween(`${left.slice(0, at)}c${left.slice(at)}`, left, 20)).toBe(1);
      }),
    );
  });
});
