import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agentNotice, type NoticeCause } from "./agent-notice.ts";
import { type CalendarShowing, eventOf } from "./calendar-event.ts";

const START = Date.parse("2026-03-08T14:30:00Z");
const HOUR = 3_600_000;

const showing: CalendarShowing = {
  id: "sh_1",
  status: "confirmed",
  isHold: false,
  startMs: START,
  endMs: START + HOUR / 2,
  sequence: 3,
  updatedAtMs: START - 24 * HOUR,
  unitLabel: "12 Harbour Lane",
  address: "12 Harbour Ln, New York",
  leadName: "Ana Lead",
  conversationUrl: "https://board.example/conversations/cv_1",
};

function noticeOf(notice: NoticeCause["notice"], change: Partial<CalendarShowing> = {}) {
  return agentNotice({ showing: { ...showing, ...change }, organisationId: "org_1", notice, zone: "America/New_York" });
}

const told = { startMs: START - HOUR, endMs: START - HOUR / 2 };

describe("what an agent is mailed", () => {
  it("[K10, K14] says what was booked, where, when on their clock, and with whom", () => {
    const { subject, text, event } = noticeOf({ method: "request", isFirst: true });
    expect(subject).toBe("New showing: 12 Harbour Lane, Sunday, Mar 8, 10:30 AM");
    expect(text.split("\n").slice(0, 6)).toEqual([
      "A showing was booked for you.",
      "",
      "12 Harbour Lane: 12 Harbour Ln, New York",
      "Sunday, Mar 8, 10:30 AM (America/New_York)",
      "Lead: Ana Lead",
      "https://board.example/conversations/cv_1",
    ]);
    expect(event).toEqual(eventOf(showing, "org_1"));
  });

  it("[K10] says that one they know has changed", () => {
    const { subject, text } = noticeOf({ method: "request", isFirst: false });
    expect(subject).toContain("Showing changed: ");
    expect(text).toContain("This is how it stands now.");
  });

  it("[K12] takes a cancelled one back, at the time that their calendar has", () => {
    const { subject, text, event } = noticeOf({ method: "cancel", told }, { status: "cancelled" });
    expect(subject).toBe("Showing cancelled: 12 Harbour Lane, Sunday, Mar 8, 9:30 AM");
    expect(text).toContain("This showing was cancelled.");
    expect(event).toMatchObject({ uid: "sh_1@org_1", status: "CANCELLED", sequence: 4, ...told });
  });

  it("[K12] takes one back that a colleague shows now, below the sequence with which it could return", () => {
    const { subject, text, event } = noticeOf({ method: "cancel", told });
    expect(subject).toContain("No longer your showing: ");
    expect(text).toContain("A colleague shows this home now.");
    expect(text).not.toContain("https://");
    expect(event).toMatchObject({ uid: "sh_1@org_1", status: "CANCELLED", sequence: 3, ...told });
    expect(event.description).toBe("A colleague shows it now.");
    const back = noticeOf({ method: "request", isFirst: false }, { sequence: 4 });
    expect(back.event.sequence).toBeGreaterThan(event.sequence);
  });

  it("leaves out what nobody knows", () => {
    const bare = { leadName: null, address: null, conversationUrl: null };
    const { text } = noticeOf({ method: "request", isFirst: true }, bare);
    expect(text.split("\n").slice(2, 5)).toEqual(["12 Harbour Lane", "Sunday, Mar 8, 10:30 AM (America/New_York)", ""]);
  });

  it("[K6, K14] keeps its lines whatever the names are", () => {
    const lines = noticeOf({ method: "request", isFirst: true }).text.split("\n").length;
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (name) => {
        const names = { leadName: `x${name}`, unitLabel: `x${name}`, address: `y${name}` };
        const { subject, text } = noticeOf({ method: "request", isFirst: true }, names);
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(text.split("\n")).toHaveLength(lines);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});
