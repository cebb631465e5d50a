import * as fc from "fast-check";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { type AgentNotice, agentNotice, type Notice } from "#domain/calendar/agent-notice";
import type { CalendarShowing } from "#domain/calendar/calendar-event";
import { plainLine } from "#domain/lead-mail/lines";
import { inviteText } from "#workers/calendar/write-calendar";
import { inviteMail } from "#workers/calendar/write-invite-mail";

const START = Date.parse("2026-03-08T14:30:00Z");
const showing: CalendarShowing = {
  id: "sh_1",
  status: "confirmed",
  isHold: false,
  startMs: START,
  endMs: START + 1_800_000,
  sequence: 2,
  updatedAtMs: START - 86_400_000,
  unitLabel: "12 Harbour Lane",
  address: null,
  leadName: "Ana Lead",
  conversationUrl: null,
};
const frame = {
  id: "sh_1.2.us_1",
  from: { name: 'Harbour, Lettings & "Co"', email: "showings@agency.example" },
  to: { name: "Åvery Agent", email: "avery@agency.example" },
  atMs: Date.parse("2026-03-07T09:08:07Z"),
};

function noticeOf(change: Partial<CalendarShowing> = {}, notice: Notice = request): AgentNotice {
  return agentNotice({ showing: { ...showing, ...change }, organisationId: "org_1", notice, zone: "UTC" });
}
const request: Notice = { method: "request", isFirst: true };
const cancel: Notice = { method: "cancel", told: showing };

/** A mail takes milliseconds, and tens of them where other work runs beside. */
const PROPERTY_MS_MAX = 30_000;
/** What every mail server takes (RFC 5321, 4.5.3.1.6). */
const LINE_OCTETS_MAX = 998;

async function read(mail: string) {
  for (const line of mail.split("\r\n")) expect(line.length).toBeLessThanOrEqual(LINE_OCTETS_MAX);
  expect(mail.replaceAll("\r\n", "")).toMatch(/^[\t\x20-\x7e]*$/);
  return await PostalMime.parse(mail, { attachmentEncoding: "utf8" });
}

function eventIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { method: calendar.getFirstPropertyValue("method"), event: calendar.getFirstSubcomponent("vevent") };
}

describe("a mail to an agent", () => {
  it("[K14] goes from the agency to the agent, and says what the notice says", async () => {
    const notice = noticeOf();
    const mail = await read(await inviteMail(notice, frame));
    expect(mail.from).toMatchObject({ name: frame.from.name, address: frame.from.email });
    expect(mail.to).toMatchObject([{ name: frame.to.name, address: frame.to.email }]);
    expect([mail.cc, mail.bcc, mail.replyTo]).toEqual([undefined, undefined, undefined]);
    expect(mail.subject).toBe(notice.subject);
    expect(mail.text?.replaceAll("\r\n", "\n").trimEnd()).toBe(notice.text.trimEnd());
    expect(mail.html).toBeUndefined();
    expect(mail.messageId).toBe("<sh_1.2.us_1@agency.example>");
    expect(Date.parse(mail.date ?? "")).toBe(frame.atMs);
  });

  it.each([
    ["REQUEST", request, "confirmed"],
    ["CANCEL", cancel, "cancelled"],
  ] as const)("[K9, K10] holds the event as a %s, beside the text and as a file", async (method, cause, status) => {
    const notice = noticeOf({ status }, cause);
    const raw = await inviteMail(notice, frame);
    expect(raw).toContain(`Content-Type: text/calendar; charset=utf-8; method=${method}\r\n`);
    const { attachments } = await read(raw);
    const expected = inviteText(notice.event, frame.from, frame.to);
    expect(attachments.map(({ mimeType, filename, method: said }) => [mimeType, filename, said ?? null])).toEqual([
      ["text/calendar", null, method],
      ["application/ics", "showing.ics", null],
    ]);
    for (const { content } of attachments) {
      // The last line break of a part is its boundary's.
      expect(String(content).trimEnd().replaceAll("\r\n", "\n")).toBe(expected.trimEnd().replaceAll("\r\n", "\n"));
      const { method: inside, event } = eventIn(String(content));
      expect(inside).toBe(method);
      expect(event?.getFirstPropertyValue("uid")).toBe("sh_1@org_1");
      expect(event?.getFirstPropertyValue("organizer")).toBe("mailto:showings@agency.example");
      expect(String(event?.getFirstPropertyValue("attendee")).toLowerCase()).toBe("mailto:avery@agency.example");
    }
  });

  it(
    "[K14] takes no header, address or part out of any name",
    async () => {
      const evil = fc.oneof(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.constantFrom(
          "a\r\nBcc: evil@example.com",
          '"<evil@example.com>',
          "evil@example.com, x",
          "=?utf-8?Q?=0d=0aX:1?=",
        ),
      );
      await fc.assert(
        fc.asyncProperty(evil, evil, async (one, other) => {
          const notice = noticeOf({ leadName: one, unitLabel: `Unit ${other}` });
          const people = { from: { ...frame.from, name: other }, to: { ...frame.to, name: one } };
          const mail = await read(await inviteMail(notice, { ...frame, ...people }));
          expect(mail.headers.map(({ key }) => key).sort()).toEqual(HEADERS);
          expect(mail.from?.address).toBe(frame.from.email);
          expect(mail.to?.map(({ address }) => address)).toEqual([frame.to.email]);
          expect(mail.attachments).toHaveLength(2);
          const { event } = eventIn(String(mail.attachments[0]?.content));
          expect(event?.getFirstPropertyValue("summary")).toBe(notice.event.summary);
          expect(plainLine(mail.subject ?? "", 1_000)).toBe(plainLine(notice.subject, 1_000));
        }),
        { numRuns: 60 },
      );
    },
    PROPERTY_MS_MAX,
  );
});

const HEADERS = ["content-type", "date", "from", "message-id", "mime-version", "subject", "to"];
