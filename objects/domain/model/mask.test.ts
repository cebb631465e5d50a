import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mask, restore } from "./mask.ts";

const masked = (text: string) => mask([text]).texts[0] ?? "";

describe("mask", () => {
  it.each([
    ["write me at jane.doe+flat@mail.example please", "write me at [EMAIL_1] please"],
    ["jane (at) mail (dot) example", "[EMAIL_1]"],
    ["jane at gmail dot com", "[EMAIL_1]"],
    ["call (646) 555-0123 or +1 646.555.0123", "call [PHONE_1] or [PHONE_2]"],
    ["6 4 6 5 5 5 0 1 2 3", "[PHONE_1]"],
    ["６４６-５５５-０１２３", "[PHONE_1]"],
    ["646\u200b555\u200b0123", "[PHONE_1]"],
    ["card 4111 1111 1111 1111 exp", "card [CARD_1] exp"],
    ["ssn 123-45-6789", "ssn [SSN_1]"],
    ["ref 12345678901234567890", "ref [NUMBER_1]"],
    ["see https://evil.example/x?y=1 and www.a.com/b", "see [LINK_1] and [LINK_2]"],
    ["look at bit.ly/abc", "look at [LINK_1]"],
  ])("[M1] masks %s", (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    "rent is $1,450 - or 1500 a month",
    "move in 2026-12-01 or 12/01/2026",
    "apt 4B, 12 Harbour Lane, 10013, at 3:30 pm on the 14th",
    "between 2026-12-01 and 2027-11-30",
    "hi.how are you",
  ])("[M1] leaves %s", (text) => {
    expect(masked(text)).toBe(text);
  });

  it("[M1] gives the same value the same placeholder in all texts", () => {
    const { texts, originals } = mask(["I am A@b.example", "a@B.example or 6465550123", "call 646-555-0123"]);
    expect(texts).toEqual(["I am [EMAIL_1]", "[EMAIL_1] or [PHONE_1]", "call [PHONE_1]"]);
    expect(originals.get("[EMAIL_1]")).toBe("A@b.example");
  });

  it("[M2] changes nothing the second time, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.emailAddress(), fc.webUrl(), fc.stringMatching(/^[\d +().-]{5,40}$/)),
        (text) => {
          const once = masked(text);
          expect(masked(once)).toBe(once);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("[M2] never uses a placeholder that somebody typed", () => {
    const { texts, originals } = mask(["[EMAIL_1] is not me", "a@b.example is"]);
    expect(texts).toEqual(["[EMAIL_1] is not me", "[EMAIL_2] is"]);
    expect(restore("Dear [EMAIL_1]", originals)).toEqual({ ok: false, error: "[EMAIL_1]" });
  });

  it("[M3] restores what it masked", () => {
    const text = "a@b.example, 646 555 0123, 123-45-6789, https://x.example/y";
    const { texts, originals } = mask([text]);
    expect(restore(texts[0] ?? "", originals)).toEqual({ ok: true, value: text });
  });

  it.each(["[PHONE_7]", "[NAME_1]", "[SECRET_12]"])("[M3] refuses %s, which the model made up", (name) => {
    expect(restore(`Call ${name}`, mask(["6465550123"]).originals).ok).toBe(false);
  });

  it("[M1] reads 20,000 hostile characters within half a second", () => {
    for (const part of ["1 ", "a@", "a.", "(at)", "1-", "+(", "www."]) {
      const from = performance.now();
      masked(part.repeat(20_000 / part.length));
      expect(performance.now() - from).toBeLessThan(500);
    }
  });
});
