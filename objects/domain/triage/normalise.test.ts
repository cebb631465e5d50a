import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disguiseVariants, foreignShare, normalise } from "./normalise.ts";
import { expandWords } from "./spelling.ts";

describe("the reading form", () => {
  it.each([
    ["i\u200bs it <b>avail</b>able?", "is it available?"],
    ["ＩＳ ＩＴ аvailаble", "is it available"],
    ["line<br>two<p>three</p>", "line\ntwo\nthree"],
    ["fish &amp; chips &lt;now&gt;", "fish & chips <now>"],
    ["fish &\0amp; chips", "fish & chips"],
    ["¿Todavía está?", "¿todavia esta?"],
    ["s t o p", "stop"],
    ["don’t", "dont"],
    ["hellooooo", "hello"],
    ["a\0b\u202ec", "abc"],
  ])("[T2] reads %j as %j", (text, reading) => {
    expect(normalise(text)).toBe(reading);
  });

  it("[T2] gives the reading form of a reading form unchanged, and any text gives one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("is", "It", "AVAILABLE", "u", "pls", "tmrw", "café", "deposit?", "3pm", "\n", "!"), {
          maxLength: 20,
        }),
        (words) => {
          const once = normalise(words.join(" "));
          expect(normalise(once)).toBe(once);
        },
      ),
      { examples: [[["u", "u", "u", "u"]]], numRuns: 2_000 },
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof normalise(text) === "string"));
  });

  it("[T2] goes the short way to the same form as the long one, which a tag takes", () => {
    const bits = [
      "Is",
      "it",
      " ",
      "\n",
      "’",
      "'",
      "´",
      "é",
      "ñ",
      "ß",
      "µ",
      "ø",
      "…",
      "—",
      "👍",
      "👍🏽",
      "❤️",
      "aaa",
      "s.u.e ",
      "\r",
      "&",
      "amp;",
      "5",
      "\0",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bits), { maxLength: 20 }), (some) => {
        expect(normalise(some.join(""))).toBe(normalise(`<i>${some.join("")}`));
      }),
      { numRuns: 2_000 },
    );
  });

  it("[T2] spells out digits and spaced letters for guardrails only", () => {
    expect(disguiseVariants("l4wyer in c0urt")).toContain("lawyer in court");
    expect(disguiseVariants("f.u.c.k off").some((variant) => variant.includes("fuck off"))).toBe(true);
    expect(disguiseVariants("rent is $2400 a month")).toEqual([]);
  });

  it("[T2] tells another script from disguise", () => {
    expect(foreignShare("Здравствуйте, квартира")).toBeGreaterThan(0.5);
    expect(foreignShare("is it avаilable")).toBe(0);
  });

  it.each([
    ["avalable", "available"],
    ["availible", "available"],
    ["schedual", "schedule"],
    ["tommorow", "tomorrow"],
    ["depost", "deposit"],
    ["appartment", "apartment"],
    ["u", "you"],
    ["apt", "apartment"],
    ["thx", "thanks"],
  ])("[T3] takes %s for %s", (word, meant) => {
    expect(expandWords(word)).toBe(meant);
  });

  it.each([
    "maria",
    "brooklyn",
    "packing",
    "viewings",
    "showings",
    "prize",
    "unavailable",
    "visits",
    "monica",
    "touring",
    "confirms",
    "cat",
    "1800",
  ])("[T3] leaves %s alone", (word) => {
    expect(expandWords(word)).toBe(word);
  });
});
