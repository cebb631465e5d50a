import { describe, expect, it } from "vitest";
import { makeDrawnRows } from "#browser/drawn-rows";
import { findRow } from "#browser/platforms/furnishedfinder/open-thread";
import { furnishedfinderPack as pack } from "#browser/platforms/furnishedfinder/pack";
import { parseInbox } from "#browser/platforms/furnishedfinder/parse-inbox";
import { parseThread } from "#browser/platforms/furnishedfinder/parse-thread";
import type { InboxRow } from "#contracts/browser";

const NOW_MS = Date.parse("2026-11-20T21:05:00Z");
const URL_OF = (id: string) => `https://www.furnishedfinder.com/members/tenant-message?filter=all&channel=${id}`;
const ID = "messaging-8812";

const row = (part: { name?: string; date?: string; preview?: string } = {}) => `
  <button data-testid="channel-button"><div>AD</div><div><span class="truncate">${part.name ?? "Alex D"}</span>
  <div>${part.date ?? "May. 12"}</div><p>${part.preview ?? "Is it free?"}</p></div><i data-testid="unread-badge">2</i></button>`;
const inbox = (html: string, takenAtMs = NOW_MS) =>
  parseInbox({ html, takenAtMs, visible: {}, zone: "America/New_York" }, pack);
const firstRow = (html: string, takenAtMs?: number) => {
  const reading = inbox(html, takenAtMs);
  return reading.ok ? reading.value.rows[0] : undefined;
};

describe("FurnishedFinder inbox", () => {
  it("reads rows without ids, with their parts by their order", () => {
    expect(inbox(row() + row({ name: "Sam T", preview: "You: Yes" }))).toMatchObject({
      ok: true,
      value: {
        rows: [
          { threadId: null, position: 0, leadName: "Alex D", preview: "Is it free?", isUnread: null },
          { threadId: null, position: 1, leadName: "Sam T", preview: "Yes", previewDirection: "outbound" },
        ],
      },
    });
  });

  it("keeps the mark from one look to the next, and changes it with name, text or date", () => {
    const mark = firstRow(row({ date: "3:45 PM" }))?.mark;
    expect(firstRow(row({ date: "3:45 PM" }), NOW_MS + 3_600_000)?.mark).toBe(mark);
    for (const part of [{ name: "Alex P" }, { preview: "Hello?" }, { date: "3:46 PM" }]) {
      expect(firstRow(row({ date: "3:45 PM", ...part }))?.mark).not.toBe(mark);
    }
  });

  it("tells an unmarked page from one whose rows changed", () => {
    expect(inbox("<h1>Messages</h1>")).toMatchObject({ error: { code: "EMPTY_WITHOUT_MARKER" } });
    expect(inbox(row().replace("channel-button", "channel-item"))).toMatchObject({ error: { packKey: "inbox.row" } });
    expect(inbox(row().replace('class="truncate"', ""))).toMatchObject({ error: { packKey: "inbox.name" } });
    expect(inbox(`<template>${row()}</template>`)).toMatchObject({ error: { code: "EMPTY_WITHOUT_MARKER" } });
  });

  it("finds a row again at its place, else by being the only one alike, and never guesses between two", () => {
    const reading = (...parts: Parameters<typeof row>[0][]): readonly InboxRow[] => {
      const found = inbox(parts.map((part) => row(part)).join(""));
      return found.ok ? found.value.rows : [];
    };
    const [alex, twin] = reading({}, {});
    if (alex === undefined || twin === undefined) throw new Error("unreachable");
    expect(findRow(reading({}, {}), twin)?.position).toBe(1);
    expect(findRow(reading({ name: "Sam T" }, { name: "Kim L" }, {}), alex)?.position).toBe(2);
    expect(findRow(reading({ name: "Sam T" }, {}, {}), alex)).toBeNull();
    expect(findRow(reading({ preview: "One more thing" }, { name: "Sam T" }), alex)?.position).toBe(0);
    expect(findRow(reading({ preview: "One more" }, { preview: "And another" }), alex)).toBeNull();
    expect(findRow(reading({ name: "Sam T" }), alex)).toBeNull();
  });
});

type Item = {
  id?: string;
  side?: string;
  from?: string;
  body?: string | null;
  time?: string;
  after?: string;
  state?: string;
};
const item = ({
  id = "m1",
  side = "other",
  from = "Alex",
  body = "Hello",
  time = "2026-11-20T20:00:00Z",
  after = "",
  state = "received",
}: Item = {}) => `
  <li data-message-id="${id}"><div class="${side === "" ? "" : `str-chat__message--${side}`} str-chat__message--${state}">
  <div class="str-chat__message-text">${from === "" ? "" : `<span>Message from ${from},</span>`}
  ${body === null ? "" : `<div data-testid="message-text-inner-wrapper"><div><p>${body}</p></div></div>`}</div>
  ${time === "" ? "" : `<time datetime="${time}" title="${time}">8:00 PM</time>`}${after}</div></li>`;
type Page = {
  items?: string[];
  url?: string;
  title?: string;
  name?: string | null;
  text?: string;
  extra?: string;
  documentId?: number;
};
const thread = (page: Page = {}, drawn = makeDrawnRows()) =>
  parseThread(
    {
      url: page.url ?? URL_OF(ID),
      html: `${page.extra ?? ""}<h3 class="str-chat__channel-header-title">${page.title ?? "Alex D"}</h3><ul>
        <li class="str-chat__date-separator">Today</li>${(page.items ?? [item()]).join("")}</ul>`,
      text: page.text ?? "",
      visible: {},
      takenAtMs: NOW_MS,
      documentId: page.documentId ?? 1,
    },
    pack,
    { threadId: ID, leadName: page.name ?? null },
    drawn,
  );
const messages = (...items: string[]) => {
  const reading = thread({ items });
  return reading.ok ? reading.value.messages : [];
};

describe("FurnishedFinder thread", () => {
  it("refuses an address of another channel, or of none, and a title of another person", () => {
    for (const url of [URL_OF("messaging-88"), URL_OF(`${ID}1`), URL_OF("").replace("&channel=", "")]) {
      expect(thread({ url })).toMatchObject({ error: { code: "WRONG_THREAD" } });
    }
    expect(thread({ name: "Sam T" })).toMatchObject({ error: { code: "WRONG_THREAD", packKey: "thread.verify" } });
    expect(thread({ name: "Alex D" }).ok).toBe(true);
  });

  it("passes over day separators, keeps system notes and deleted messages apart", () => {
    const note = `<li data-message-id="s1"><div>Safety Reminder: never wire money</div></li>`;
    const deleted = item({ id: "m2", body: "This message was deleted..." });
    expect(messages(note, item(), deleted)).toMatchObject([
      { direction: "system", platformMessageId: "s1" },
      { direction: "inbound", platformMessageId: "m1", body: "Hello" },
      { direction: "system" },
    ]);
  });

  it("tells the sides by the kit's classes, else by the heading, else not at all", () => {
    const side = (...items: string[]) => messages(...items).map((message) => message.direction);
    const mine = { id: "m2", side: "", from: "Harriet" };
    expect(side(item(), item({ id: "m2", side: "me", from: "Alex" }))).toEqual(["inbound", "outbound"]);
    expect(side(item({ side: "" }), item(mine))).toEqual(["inbound", "outbound"]);
    expect(side(item(mine))).toEqual(["unknown"]);
    expect(side(item(), item({ id: "m2", side: "", from: "" }))).toEqual(["inbound", "unknown"]);
  });

  it("does not read a thread in which nothing tells who wrote: its messages would be nobody's", () => {
    const unsaid = thread({ items: [item({ side: "", from: "" }), item({ id: "m2", side: "", from: "" })] });
    expect(unsaid).toMatchObject({ error: { code: "SELECTOR_MISSING", packKey: "thread.heading" } });
  });

  it("gives a time to the last of a group only, and borrows none for the others", () => {
    expect(messages(item({ time: "" }), item({ id: "m2" })).map((message) => message.sentAt.precision)).toEqual([
      "none",
      "exact",
    ]);
  });

  it("keeps line breaks written as they are inside wrappers, as <br>, or as paragraphs", () => {
    const bodies = messages(
      item({ body: "one\n\ntwo" }),
      item({ body: "one<br>two" }),
      item({ body: "one</p><p>two" }),
    );
    expect(bodies.map((message) => message.body)).toEqual(["one\n\ntwo", "one\ntwo", "one\ntwo"]);
  });

  it("does not take a thread that shows nothing for an empty one, and names what changed", () => {
    expect(thread({ items: [] })).toMatchObject({ error: { code: "TIMEOUT", packKey: "thread.message" } });
    const renamed = item().replace("data-message-id", "data-msg");
    expect(thread({ items: [renamed] })).toMatchObject({
      error: { code: "SELECTOR_MISSING", packKey: "thread.message" },
    });
    expect(thread({ items: [item({ body: null })] })).toMatchObject({ error: { packKey: "thread.body" } });
    expect(thread({ text: "Connection failure, reconnecting now..." })).toMatchObject({ error: { code: "NETWORK" } });
  });

  it("takes a row of ours that the page drew for one still sending, even with its final id, until a fresh page shows it", () => {
    const drawn = makeDrawnRows();
    const mine = (state: string) => item({ id: "ff-1-abc", side: "me", from: "Harriet", body: "Yes", state });
    const states = (page: Page) => {
      const reading = thread(page, drawn);
      return reading.ok && reading.value.messages.map((message) => message.state);
    };
    expect(states({})).toEqual(["visible"]);
    for (const state of ["sending", "regular", "received"]) {
      // The class for "received" is a guess that nobody confirmed for this pack: it proves nothing here.
      expect(states({ items: [item(), mine(state)] })).toEqual(["visible", "sending"]);
    }
    expect(states({ items: [item(), mine("failed")] })).toEqual(["visible", "failed"]);
    expect(states({ items: [item(), mine("regular")], documentId: 2 })).toEqual(["visible", "visible"]);
  });

  it("reads the property from the header alone, and says when older messages are not loaded", () => {
    const link = '<a href="/property/522000_1">Harbour loft $3,800/month</a>';
    expect(thread({ extra: link })).toMatchObject({
      value: { listing: { platformListingId: "522000_1", title: "Harbour loft" }, isComplete: true },
    });
    const pasted = item({ body: '<a href="/property/522000_2">this one</a>' });
    expect(thread({ items: [pasted] })).toMatchObject({ value: { listing: null } });
    expect(thread({ items: ["<li><button>Load more</button></li>", item()] })).toMatchObject({
      value: { isComplete: false },
    });
    const ofInbox = `<div>${row()}<button>Load more</button></div>`;
    expect(thread({ extra: ofInbox })).toMatchObject({ value: { isComplete: true } });
  });
});
