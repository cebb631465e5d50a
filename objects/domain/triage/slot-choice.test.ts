import { describe, expect, it } from "vitest";
import { readContext } from "./conversation-context.ts";
import type { OfferedSlot } from "./decision.ts";
import { normalise } from "./normalise.ts";
import { readSlotChoice } from "./slot-choice.ts";

const ZONE = "America/New_York";
/** Wednesday morning in New York. */
const NOW = "2026-03-04T15:00:00Z";
const SLOTS: readonly OfferedSlot[] = [
  { start: "2026-03-05T20:00:00Z", end: "2026-03-05T20:30:00Z", label: "Thu 5 Mar, 3:00 PM" },
  { start: "2026-03-06T15:00:00Z", end: "2026-03-06T15:30:00Z", label: "Fri 6 Mar, 10:00 AM" },
  { start: "2026-03-07T23:00:00Z", end: "2026-03-07T23:30:00Z", label: "Sat 7 Mar, 6:00 PM" },
];

const choose = (text: string, offered: readonly number[] = [0, 1, 2]) =>
  readSlotChoice(normalise(text), SLOTS, offered, NOW, ZONE);

describe("the reading of a choice among offered times", () => {
  it.each([
    ["the second one", 1],
    ["option 1", 0],
    ["2", 1],
    ["the last one works", 2],
    ["3rd one pls", 2],
    ["la segunda", 1],
    ["#3", 2],
  ])("[T7] reads %s by its place", (text, index) => {
    expect(choose(text)).toEqual({ kind: "chosen", index });
  });

  it("[T7] counts places in the order of the offer, not of the list", () => {
    expect(choose("the first one", [2, 0])).toEqual({ kind: "chosen", index: 2 });
    expect(choose("the latter", [2, 0])).toEqual({ kind: "chosen", index: 0 });
  });

  it.each([
    ["thursday at 3", 0],
    ["Thu", 0],
    ["friday is better", 1],
    ["10am pls", 1],
    ["tomorrow after 2 works", 0],
    ["tomorrow at 3 is perfect", 0],
    ["saturday evening", 2],
    ["the 6th works", 1],
    ["3/7 is good", 2],
    ["not thursday, friday", 1],
    ["el jueves a las 3", 0],
    ["lets do six pm", 2],
    ["i work friday so thursday it is", 0],
    ["after 5 on saturday", 2],
    ["the earliest one", 0],
    ["before noon", 1],
    ["half past 2 no, 3pm", 0],
  ])("[T8] reads %s by its time", (text, index) => {
    expect(choose(text)).toEqual({ kind: "chosen", index });
  });

  it.each(["either is fine", "thursday or friday", "anything after 9 am"])("[T9] finds several in %s", (text) => {
    expect(choose(text).kind).toBe("several");
  });

  it.each(["sunday at noon", "thursday at 5", "friday afternoon", "the fourth option", "tomorrow at 9 am"])(
    "[T9] finds none in %s",
    (text) => {
      expect(choose(text).kind).toBe("none");
    },
  );

  it("[T9] hears no choice where no time is said", () => {
    expect(choose("is parking included?").kind).toBe("unsaid");
    expect(choose("I have 2 dogs and 1 cat, rent is $2400").kind).toBe("unsaid");
  });

  it("[T8] trusts the local label when the start is on another day in UTC", () => {
    const late: readonly OfferedSlot[] = [
      { start: "2026-03-06T01:00:00Z", end: "2026-03-06T01:30:00Z", label: "Thu 5 Mar, 8:00 PM" },
    ];
    expect(readSlotChoice("thursday at 8", late, [0], NOW, ZONE)).toEqual({ kind: "chosen", index: 0 });
    expect(readSlotChoice("tomorrow night", late, [0], NOW, ZONE)).toEqual({ kind: "chosen", index: 0 });
    expect(readSlotChoice("friday at 8", late, [0], NOW, ZONE).kind).toBe("none");
  });

  it("[T8] reads a slot by its start when its label names no time", () => {
    const plain: readonly OfferedSlot[] = [
      { start: "2026-03-05T20:00:00Z", end: "2026-03-05T20:30:00Z", label: "first viewing" },
    ];
    expect(readSlotChoice("thursday 3pm", plain, [0], NOW, ZONE)).toEqual({ kind: "chosen", index: 0 });
  });

  it("[T8] does not place tomorrow without knowing today", () => {
    expect(readSlotChoice("tomorrow", SLOTS, [0, 1], null, ZONE).kind).toBe("none");
  });
});

describe("what counts as an offer", () => {
  const offered = (text: string) => readContext([{ from: "us", text }], SLOTS, ZONE);

  it("[T10] is a label in our own words, in their order", () => {
    expect(offered("How about Sat 7 Mar, 6:00 PM or Thu 5 Mar, 3:00 PM?").offered).toEqual([2, 0]);
  });

  it("[T10] is a day and an hour that fit a slot", () => {
    expect(offered("I can do Thursday at 3 or Friday at 10, which works?")).toMatchObject({
      phase: "offered",
      offered: [0, 1],
    });
  });

  it("[T10] is a list that our words announce without naming", () => {
    expect(offered("Here are some times we have open, which one works for you?").offered).toEqual([0, 1, 2]);
  });

  it("[T10] is nothing the lead said, and nothing before a booking", () => {
    const lead = readContext([{ from: "lead", text: "Can I do Thu 5 Mar, 3:00 PM?" }], SLOTS, ZONE);
    expect([lead.phase, lead.offered]).toEqual(["talking", []]);
    const booked = readContext(
      [
        { from: "us", text: "Thu 5 Mar, 3:00 PM or Fri 6 Mar, 10:00 AM?" },
        { from: "us", text: "You are booked for Thu 5 Mar, 3:00 PM." },
      ],
      SLOTS,
      ZONE,
    );
    expect([booked.phase, booked.offered]).toEqual(["booked", [0]]);
  });
});
