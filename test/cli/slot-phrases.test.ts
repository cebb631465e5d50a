// What leads answer to an offer of times, as written by somebody who did not know how it is read: no wrong choice, and seldom
// a question where a careful person would have booked.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { OfferedSlot } from "#domain/triage/decision";
import { normalise } from "#domain/triage/normalise";
import { readSlotChoice } from "#domain/triage/slot-choice";

const ZONE = "America/New_York";
/** A Wednesday, 10 in the morning. */
const NOW = "2026-03-04T15:00:00Z";
/** Issue "Showings that can be kept", Numbers. */
const ASKS_SHARE_MAX = 0.15;

type Phrase = {
  readonly id: string;
  readonly offer: "A" | "B" | "C";
  readonly text: string;
  readonly expect: number | "ask";
};

const slot = (start: string, label: string): OfferedSlot => ({ start, end: start, label });
const OFFERS: Readonly<Record<Phrase["offer"], readonly OfferedSlot[]>> = {
  A: [
    slot("2026-03-05T20:00:00Z", "Thu 5 Mar, 3:00 PM"),
    slot("2026-03-06T15:00:00Z", "Fri 6 Mar, 10:00 AM"),
    slot("2026-03-07T23:00:00Z", "Sat 7 Mar, 6:00 PM"),
  ],
  B: [
    slot("2026-03-05T15:00:00Z", "Thu 5 Mar, 10:00 AM"),
    slot("2026-03-05T21:30:00Z", "Thu 5 Mar, 4:30 PM"),
    slot("2026-03-06T21:30:00Z", "Fri 6 Mar, 4:30 PM"),
    slot("2026-03-09T16:00:00Z", "Mon 9 Mar, 12:00 PM"),
  ],
  C: [slot("2026-03-06T22:30:00Z", "Fri 6 Mar, 5:30 PM"), slot("2026-03-08T15:00:00Z", "Sun 8 Mar, 11:00 AM")],
};

const PHRASES = readFileSync(new URL("../fixtures/triage/slot-phrases.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line): Phrase => JSON.parse(line));

it("[T7] [T8] [T9] a table of answers to an offer is read without a wrong choice, and seldom asked about", () => {
  const read = PHRASES.map((phrase) => {
    const slots = OFFERS[phrase.offer];
    const all = slots.map((_, index) => index);
    const choice = readSlotChoice(normalise(phrase.text), slots, all, NOW, ZONE);
    return { ...phrase, got: choice.kind === "chosen" ? choice.index : "ask" };
  });
  expect(read.length).toBeGreaterThanOrEqual(150);
  expect(read.filter(({ got, expect: meant }) => got !== "ask" && got !== meant)).toEqual([]);
  const clear = read.filter(({ expect: meant }) => meant !== "ask");
  expect(clear.filter(({ got }) => got === "ask").length / clear.length).toBeLessThanOrEqual(ASKS_SHARE_MAX);
});
