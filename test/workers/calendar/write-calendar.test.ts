import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, type CalendarShowing, eventOf } from "#domain/calendar/calendar-event";
import { plainLine } from "#domain/lead-mail/lines";
import { feedText, inviteText } from "#workers/calendar/write-calendar";

const showing: CalendarShowing = {
  id: "sh_1",
  status: "confirmed",
  isHold: false,
  startMs: Date.parse("2026-03-08T14:30:00Z"),
  endMs: Date.parse("2026-03-08T15:00:00Z"),
  sequence: 2,
  updatedAtMs: Date.parse("2026-03-07T09:08:07Z"),
  unitLabel: "12 Harbour Lane; top, left",
  address: null,
  leadName: "Ana Lead",
  conversationUrl: "https://board.example/conversations/cv_1",
};
const event = eventOf(showing, "org_1");
const office = { name: "Harbour Lettings", email: "office@agency.example" };
const agent = { name: 'Avery "Ace" Agent', email: "agent@agency.example" };

const encoder = new TextEncoder();
/** Any text: names of people, and what somebody put in for one to break the file. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.constantFrom("\r\n", "\n", "\r", "\\", ";", ",", '"', ":", "BEGIN:VEVENT", "\u2028", "🏠", "é", " "), {
      maxLength: 60,
    })
    .map((parts) => parts.join("")),
);

/** The calendar as a strict parser reads it. */
function parsed(text: string): InstanceType<typeof ICAL.Component> {
  return new ICAL.Component(ICAL.parse(text));
}

function onlyEvent(text: string): InstanceType<typeof ICAL.Component> {
  const inside = parsed(text).getAllSubcomponents();
  expect(inside.map((component) => component.name)).toEqual(["vevent"]);
  const [first] = inside;
  if (first === undefined) throw new Error("no event");
  return first;
}

/** A TEXT whose name the parser does not know (RFC 7986, Apple's X-), so that it leaves the escapes in. */
function textOf(component: InstanceType<typeof ICAL.Component>, name: string): string {
  return String(component.getFirstPropertyValue(name)).replace(/\\(.)/gs, "$1");
}

function expectWellFormed(text: string): void {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) {
    expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
    expect(line.isWellFormed()).toBe(true);
  }
}

describe("a published feed", () => {
  it("[K9] says what it is, and when to ask again", () => {
    const calendar = parsed(feedText("Showings, Avery; Agent\r\nX-EVIL:1", [event]));
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("prodid")).toBe("-//lease-bot//showings//EN");
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(textOf(calendar, "x-wr-calname")).toBe("Showings, Avery; Agent X-EVIL:1");
    expect(textOf(calendar, "name")).toBe("Showings, Avery; Agent X-EVIL:1");
    expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT15M");
    expect(calendar.hasProperty("x-evil")).toBe(false);
  });

  it("[K8] writes instants in UTC and everything a client needs to follow a change", () => {
    const text = feedText("Showings", [event]);
    const read = onlyEvent(text);
    expect(text).toContain("\r\nDTSTART:20260308T143000Z\r\nDTEND:20260308T150000Z\r\n");
    expect(text).toContain("\r\nDTSTAMP:20260307T090807Z\r\n");
    expect(text).toContain("\r\nLAST-MODIFIED:20260307T090807Z\r\n");
    expect(read.getFirstPropertyValue("uid")).toBe("sh_1@org_1");
    expect(read.getFirstPropertyValue("sequence")).toBe(2);
    expect(read.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(read.getFirstPropertyValue("location")).toBe("12 Harbour Lane; top, left");
    expect(read.getFirstPropertyValue("description")).toBe("Confirmed.\nhttps://board.example/conversations/cv_1");
  });

  it("[K8] is valid, and any text reads back as it was written", () => {
    fc.assert(
      fc.property(anyText, anyText, (name, place) => {
        const written = eventOf({ ...showing, leadName: name, unitLabel: place, address: `${place}!` }, "org_1");
        const text = feedText(name, [written]);
        expectWellFormed(text);
        const read = onlyEvent(text);
        expect(read.getFirstPropertyValue("summary")).toBe(written.summary);
        expect(read.getFirstPropertyValue("location")).toBe(written.location);
        expect(
          read
            .getAllProperties()
            .map((property) => property.name)
            .sort(),
        ).toEqual(PROPERTIES);
        if (plainLine(name, 200) !== "") expect(textOf(parsed(text), "name")).toBe(plainLine(name, 200));
      }),
      { numRuns: 400 },
    );
  });

  it("[K8] writes every event, whatever their number", () => {
    const many = Array.from({ length: 500 }, (_, at): CalendarEvent => ({ ...event, uid: `sh_${at}@org_1` }));
    const text = feedText("Showings", many);
    expectWellFormed(text);
    expect(parsed(text).getAllSubcomponents("vevent")).toHaveLength(500);
    expect(parsed(feedText("Showings", [])).getAllSubcomponents()).toEqual([]);
  });
});

describe("one event for a mail", () => {
  it("[K9] asks for a showing that stands, from the office to the agent", () => {
    const text = inviteText(event, office, agent);
    expectWellFormed(text);
    expect(parsed(text).getFirstPropertyValue("method")).toBe("REQUEST");
    const read = onlyEvent(text);
    expect(read.getFirstPropertyValue("organizer")).toBe("mailto:office@agency.example");
    expect(String(read.getFirstPropertyValue("attendee")).toLowerCase()).toBe("mailto:agent@agency.example");
    expect(read.getFirstProperty("attendee")?.getParameter("cn")).toBe('Avery "Ace" Agent');
  });

  it("[K9] takes a cancelled one back under the same name", () => {
    const text = inviteText(eventOf({ ...showing, status: "cancelled" }, "org_1"), office, agent);
    expect(parsed(text).getFirstPropertyValue("method")).toBe("CANCEL");
    const read = onlyEvent(text);
    expect(read.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(read.getFirstPropertyValue("uid")).toBe("sh_1@org_1");
    expect(Number(read.getFirstPropertyValue("sequence"))).toBeGreaterThan(2);
  });

  it("[K8] is valid for any name of a person", () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const text = inviteText(event, { ...office, name }, { ...agent, name });
        expectWellFormed(text);
        // The parser takes a backslash in a parameter for an escape, which RFC 5545 (3.2) does not know.
        const read = String(onlyEvent(text).getFirstProperty("organizer")?.getParameter("cn"));
        expect(read.replaceAll("\\", "")).toBe((plainLine(name, 200) || office.email).replaceAll("\\", ""));
      }),
    );
  });
});

const PROPERTIES = [
  "description",
  "dtend",
  "dtstamp",
  "dtstart",
  "last-modified",
  "location",
  "sequence",
  "status",
  "summary",
  "uid",
];
