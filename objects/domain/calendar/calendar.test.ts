import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarShowing, eventOf } from "./calendar-event.ts";
import { feedEvents } from "./feed-events.ts";
import { FEED_BACK_MS, LINE_CHARS_MAX } from "./limits.ts";

const NOW = Date.parse("2026-03-07T12:00:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const showing: CalendarShowing = {
  id: "sh_1",
  status: "confirmed",
  isHold: false,
  startMs: NOW + DAY,
  endMs: NOW + DAY + HOUR / 2,
  sequence: 3,
  updatedAtMs: NOW - HOUR,
  unitLabel: "12 Harbour Lane",
  address: null,
  leadName: "Ana Lead",
  conversationUrl: "https://board.example/conversations/cv_1",
};

function uids(...showings: readonly Partial<CalendarShowing>[]): readonly string[] {
  const whole = showings.map((change, at) => ({ ...showing, id: `sh_${at}`, ...change }));
  return feedEvents(whole, "org_1", NOW).map((event) => event.uid.split("@")[0] ?? "");
}

describe("what stands in a feed", () => {
  it("[K1] is what ended at most 30 days ago, and everything ahead, by start", () => {
    const ended = (endMs: number) => ({ startMs: endMs - HOUR, endMs });
    expect(
      uids(
        ended(NOW + 400 * DAY),
        ended(NOW - FEED_BACK_MS),
        ended(NOW - FEED_BACK_MS - 1),
        { startMs: NOW + DAY },
        { startMs: NOW + DAY, id: "sh_0b" },
      ),
    ).toEqual(["sh_1", "sh_0b", "sh_3", "sh_0"]);
  });

  it("[K1] holds no time that is only held", () => {
    expect(uids({ status: "pending", isHold: true }, { status: "pending" })).toEqual(["sh_1"]);
  });

  it("[K2] keeps a cancelled one for 30 days after it was cancelled", () => {
    const cancelled = { status: "cancelled" as const, updatedAtMs: NOW - FEED_BACK_MS };
    expect(uids(cancelled, { ...cancelled, updatedAtMs: NOW - FEED_BACK_MS - 1 })).toEqual(["sh_0"]);
    const past = { startMs: NOW - 31 * DAY, endMs: NOW - 31 * DAY + HOUR };
    expect(uids({ ...cancelled, ...past })).toEqual([]);
  });
});

describe("a showing as an event", () => {
  it("[K3] has the same name through every change, and another one in another organisation", () => {
    const moved = { ...showing, status: "cancelled" as const, startMs: NOW, sequence: 9, leadName: null };
    expect(eventOf(moved, "org_1").uid).toBe(eventOf(showing, "org_1").uid);
    expect(eventOf(showing, "org_1").uid).toBe("sh_1@org_1");
    expect(eventOf(showing, "org_2").uid).toBe("sh_1@org_2");
  });

  it("[K4] gets a higher sequence when it is cancelled, even where the cancelling was not counted", () => {
    expect(eventOf(showing, "org_1").sequence).toBe(3);
    expect(eventOf({ ...showing, status: "cancelled" }, "org_1").sequence).toBe(4);
    expect(eventOf({ ...showing, status: "cancelled", sequence: 4 }, "org_1").sequence).toBe(5);
  });

  it.each([
    ["confirmed", "CONFIRMED", "Confirmed."],
    ["completed", "CONFIRMED", "Took place."],
    ["no_show", "CONFIRMED", "The lead did not come."],
    ["pending", "TENTATIVE", "Not confirmed yet."],
    ["reschedule_requested", "TENTATIVE", "The lead asked for another time."],
    ["cancelled", "CANCELLED", "Cancelled."],
  ] as const)("[K5] that is %s is %s", (status, expected, sentence) => {
    const event = eventOf({ ...showing, status }, "org_1");
    expect(event.status).toBe(expected);
    expect(event.description).toBe(`${sentence}\nhttps://board.example/conversations/cv_1`);
  });

  it("says what, where and with whom, with what is known", () => {
    expect(eventOf(showing, "org_1")).toMatchObject({
      summary: "Showing: 12 Harbour Lane, Ana Lead",
      location: "12 Harbour Lane",
    });
    const bare = eventOf({ ...showing, leadName: null, conversationUrl: null, address: "12 Harbour Ln, NY" }, "org_1");
    expect(bare).toMatchObject({
      summary: "Showing: 12 Harbour Lane",
      location: "12 Harbour Ln, NY",
      description: "Confirmed.",
    });
  });

  it("[K6] takes no line break, control or direction character of a name along, and no endless one", () => {
    const evil = "Ana\r\nEND:VEVENT\rX:1\n\u2028\u0000\u0085\u202egnp.exe";
    const event = eventOf({ ...showing, leadName: evil, unitLabel: evil, address: "x".repeat(5_000) }, "org_1");
    expect(event.summary).toBe("Showing: Ana END:VEVENT X:1 gnp.exe, Ana END:VEVENT X:1 gnp.exe");
    expect(event.location).toHaveLength(LINE_CHARS_MAX);
  });

  it("[K6] is one well-formed line for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        const { summary, location } = eventOf({ ...showing, leadName: text, unitLabel: text, address: text }, "org_1");
        for (const line of [summary, location]) {
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it("[K7] does not depend on when somebody asks", () => {
    const later = feedEvents([showing], "org_1", NOW + HOUR);
    expect(later).toEqual(feedEvents([showing], "org_1", NOW));
    expect(later[0]?.changedAtMs).toBe(showing.updatedAtMs);
  });
});
