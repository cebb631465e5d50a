// Pages that nobody has seen yet may look in many ways: the reading must follow the confirmed entries through all of them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withConfirmations } from "#browser/confirmation";
import { parseDescribedInbox } from "#browser/described-inbox";
import type { DescribedPage } from "#browser/described-pages";
import { parseDescribedThread } from "#browser/described-thread";
import { requireConfirmed } from "#browser/pack";
import { leasebreakPack } from "#browser/platforms/leasebreak/pack";
import { threadIdIn, threadUrlPattern } from "#browser/thread-address";

const ORIGIN = "http://127.0.0.1:4103";
const NOW_MS = Date.parse("2026-11-20T21:05:00Z");
const ZONE = "America/New_York";
const WORDS = { zone: ZONE, listingIdIn: (path: string) => /rental-details\/(\d+)/.exec(path)?.[1] ?? null };

const CONFIRMED = {
  "inbox.path": "/messages",
  "inbox.row": ".row",
  "inbox.row_id": "data-thread",
  "inbox.name": ".who",
  "inbox.preview": ".cut",
  "inbox.date": ".when",
  "inbox.unread": ".new",
  "inbox.empty": ".none",
  "thread.path": "/messages/{threadId}",
  "thread.verify": "input[name='conversation']",
  "thread.message": ".m",
  "thread.message_id": "id",
  "thread.inbound": ".theirs",
  "thread.outbound": ".ours",
  "thread.body": ".words",
  "thread.time": ".at",
  "thread.name": ".with",
  "thread.listing": "a.ad",
  "thread.empty": ".nothing",
  "composer.text": "textarea",
  "composer.submit": "button",
  "send.held": ".waiting",
  "send.failed": ".bad",
};
type Key = keyof typeof CONFIRMED;

/** The pack as a person confirmed it, less some keys or with other values. */
const packWith = (part: Partial<Record<Key, string | null>> = {}) => {
  const values = Object.entries({ ...CONFIRMED, ...part });
  const entries = values.flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
  const confirmation = {
    platform: "leasebreak",
    origin: ORIGIN,
    confirmed_on: "2026-11-20",
    by: "test",
    entries,
  } as const;
  return withConfirmations(leasebreakPack, [confirmation], ORIGIN);
};
const pageOf = (html: string, part: Partial<DescribedPage> = {}): DescribedPage => ({
  html,
  url: `${ORIGIN}/messages`,
  status: 200,
  visible: {},
  takenAtMs: NOW_MS,
  ...part,
});

const row = (id: string, part: { name?: string; cut?: string; when?: string; classes?: string } = {}) =>
  `<li class="row ${part.classes ?? ""}" data-thread="${id}"><a href="/messages/${id}"><b class="who">${part.name ?? "Alex P (3)"}</b>
   <i class="cut">${part.cut ?? "Hi, is the..."}</i></a> <span class="when">${part.when ?? "11/18/2026"}</span></li>`;
const inbox = (html: string, pack = packWith(), part: Partial<DescribedPage> = {}) =>
  parseDescribedInbox(pageOf(html, part), pack, ZONE);
const rowsOf = (reading: ReturnType<typeof inbox>) => (reading.ok ? reading.value.rows : []);

describe("an inbox described by confirmed entries", () => {
  it("is read in page order, each thread once, without filters and promotions", () => {
    const html = `<a href="/messages?filter=unread" class="row">Unread only</a>${row("61202", { classes: "new", cut: "You: on Sunday" })}
      ${row("61201")}<li class="row">Feature your listing</li>${row("61202")}`;
    expect(rowsOf(inbox(html))).toMatchObject([
      {
        threadId: "61202",
        position: 0,
        leadName: "Alex P",
        preview: "on Sunday",
        previewDirection: "outbound",
        isUnread: true,
      },
      { threadId: "61201", position: 1, preview: "Hi, is the...", previewDirection: "unknown", isUnread: false },
    ]);
  });

  it.each([
    ["the row's attribute", "data-thread", row("61201")],
    [
      "an attribute inside the row",
      "data-thread",
      `<li class="row"><div data-thread="61201"><b class="who">Alex</b></div></li>`,
    ],
    ["the digits of the row's own id", "id", `<li class="row" id="thread-61201"><b class="who">Alex</b></li>`],
    ["the row's link when no attribute is known", null, row("61201")],
    [
      "the row itself when it is the link",
      null,
      `<a class="row" href="${ORIGIN}/messages/61201?from=inbox"><b class="who">Alex</b></a>`,
    ],
    [
      "a link that the attribute entry names",
      "href",
      `<a class="row" href="/messages/61201"><b class="who">Alex</b></a>`,
    ],
    ["its link when the attribute was renamed", "data-conversation", row("61201")],
  ])("takes the thread id from %s", (_where, rowId, html) => {
    expect(rowsOf(inbox(html, packWith({ "inbox.row_id": rowId }))).map((found) => found.threadId)).toEqual(["61201"]);
  });

  it("takes no id from links to other sites, nor from words of the platform", () => {
    const links = [
      "https://elsewhere.example/messages/61201",
      "/messages/archive",
      "/messages",
      "javascript:void(0)",
      "http://[",
    ];
    for (const href of links) {
      const html = `<a class="row" href="${href}"><b class="who">Alex</b></a>`;
      expect(inbox(html)).toMatchObject({ error: { code: "SELECTOR_MISSING", packKey: "inbox.row_id" } });
    }
  });

  it("finds threads whose address holds the id in a query", () => {
    const pack = packWith({ "inbox.row_id": null, "thread.path": "/messages/view?id={threadId}&box=all" });
    const html = `<a class="row" href="view?box=in&amp;id=61201#last"><b class="who">Alex</b></a>`;
    const reading = inbox(html, pack, { url: `${ORIGIN}/messages/` });
    expect(rowsOf(reading).map((found) => found.threadId)).toEqual(["61201"]);
  });

  it("is empty only by its own visible mark, and never while threads stand on the page", () => {
    expect(inbox('<p class="none">Nothing yet</p>')).toMatchObject({ ok: true, value: { rows: [] } });
    expect(inbox("<p>Welcome</p>")).toMatchObject({ error: { code: "EMPTY_WITHOUT_MARKER", packKey: "inbox.row" } });
    const hidden = { visible: { "inbox.empty": null } };
    expect(inbox('<p class="none" hidden>Nothing yet</p>', packWith(), hidden)).toMatchObject({
      error: { code: "EMPTY_WITHOUT_MARKER" },
    });
    for (const left of ['<li data-thread="61201">Alex</li>', '<a href="/messages/61201">Alex</a>']) {
      expect(inbox(`<p class="none">Nothing yet</p>${left}`)).toMatchObject({
        error: { code: "SELECTOR_MISSING", packKey: "inbox.row" },
      });
    }
  });

  it("says that its address is gone when the platform does not know it", () => {
    expect(inbox("<h1>Not found</h1>", packWith(), { status: 404 })).toMatchObject({
      error: { packKey: "inbox.path" },
    });
  });

  it("marks a row anew for a new message and for no passing hour", () => {
    const mark = (html: string, part: Partial<DescribedPage> = {}) => rowsOf(inbox(html, packWith(), part))[0]?.mark;
    const ago = (text: string, classes = "") => row("61201", { when: text, classes });
    expect(mark(ago("8 hours ago"))).toBe(mark(ago("9 hours ago"), { takenAtMs: NOW_MS + 3_600_000 }));
    expect(mark(ago("just now"))).toBe(mark(ago("15m ago")));
    expect(mark(ago("Today 3:30pm"))).toBe(mark(ago("Yesterday 3:30pm"), { takenAtMs: NOW_MS + 86_400_000 }));
    expect(mark(ago("Today 3:30pm"))).not.toBe(mark(ago("Today 3:31pm")));
    expect(mark(ago("8 hours ago"))).not.toBe(mark(ago("8 hours ago", "new")));
    expect(mark(row("61201", { name: "Alex P (3)" }))).not.toBe(mark(row("61201", { name: "Alex P (4)" })));
    const stamped = (iso: string) => ago(`<time datetime="${iso}">8h ago</time>`);
    expect(mark(stamped("2026-11-20T12:00:00Z"))).not.toBe(mark(stamped("2026-11-20T12:00:01Z")));
  });
});

const item = (part: { way?: string; id?: string; body?: string; at?: string; more?: string } = {}) =>
  `<div class="m ${part.way ?? "theirs"}" ${part.id === "" ? "" : `id="message_${part.id ?? "1"}"`}>
   <p class="words">${part.body ?? "Hello"}</p><small class="at">${part.at ?? "11/20/2026 3:30 PM EST"}</small>${part.more ?? ""}</div>`;
const NAMED = '<input type="hidden" name="conversation" value="61201">';
const thread = (html: string, pack = packWith(), part: Partial<DescribedPage> = {}) =>
  parseDescribedThread(pageOf(html, { url: `${ORIGIN}/messages/61201`, ...part }), pack, "61201", WORDS);

describe("a thread described by confirmed entries", () => {
  it("is read with ids, ways, times, name and ad", () => {
    const html = `<h1 class="with">Alex P</h1><a class="ad" href="/short-term-rental-details/240501/sunny-room">Sunny room</a>${NAMED}
      ${item()}${item({ way: "ours", id: "2", body: "Yes", at: '<time datetime="2026-11-20T20:31:05Z">3:31 PM</time>' })}`;
    expect(thread(html)).toMatchObject({
      ok: true,
      value: {
        threadId: "61201",
        leadName: "Alex P",
        listing: { platformListingId: "240501", title: "Sunny room" },
        isComplete: true,
        messages: [
          {
            platformMessageId: "1",
            direction: "inbound",
            sentAt: { ms: Date.parse("2026-11-20T20:30:00Z"), precision: "minute", raw: "11/20/2026 3:30 PM EST" },
          },
          {
            platformMessageId: "2",
            direction: "outbound",
            sentAt: { ms: Date.parse("2026-11-20T20:31:05Z"), precision: "exact", raw: "3:31 PM" },
            state: "visible",
          },
        ],
      },
    });
  });

  it("does without what is optional", () => {
    const pack = packWith({
      "thread.verify": null,
      "thread.message_id": null,
      "thread.name": null,
      "thread.listing": null,
      "thread.empty": null,
      "send.held": null,
      "send.failed": null,
    });
    expect(requireConfirmed(pack, "send").ok).toBe(true);
    expect(thread(item({ way: "ours" }), pack)).toMatchObject({
      value: { leadName: null, listing: null, messages: [{ platformMessageId: null, state: "visible" }] },
    });
  });

  it("takes the lead's name from the lead's messages before the heading, and never from ours", () => {
    const from = (name: string) => `<b class="with">${name}</b>`;
    const html = `${NAMED}${item({ way: "ours", more: from("You") })}${item({ id: "2", more: from("Alex P") })}`;
    expect(thread(html)).toMatchObject({ value: { leadName: "Alex P" } });
    expect(thread(`${NAMED}${item({ way: "ours", more: from("You") })}`)).toMatchObject({ value: { leadName: null } });
  });

  it.each([
    ["a hidden input", packWith(), NAMED, NAMED.replace("61201", "61202")],
    [
      "an attribute that its selector asks for",
      packWith({ "thread.verify": "main [data-conversation]" }),
      '<main><p data-conversation="61201"></p></main>',
      '<main><p data-conversation="61202"></p></main>',
    ],
    [
      "the attribute of inbox rows",
      packWith({ "thread.verify": "#thread" }),
      '<p id="thread" data-thread="61201"></p>',
      '<p id="thread" data-thread="61202"></p>',
    ],
  ])("is verified by %s", (_what, pack, right, wrong) => {
    expect(thread(right + item(), pack).ok).toBe(true);
    expect(thread(wrong + item(), pack)).toMatchObject({ error: { code: "WRONG_THREAD", packKey: "thread.verify" } });
    expect(thread(right + wrong + item(), pack)).toMatchObject({ error: { code: "WRONG_THREAD" } });
  });

  it("is verified by its address when nothing on the page names it", () => {
    expect(thread(item()).ok).toBe(true);
    const elsewhere = [
      "/messages/61202",
      "/messages/612011",
      "/messages",
      "/messages/61201/block",
      "/?x=/messages/61201",
    ];
    for (const path of elsewhere) {
      expect(thread(item(), packWith(), { url: ORIGIN + path })).toMatchObject({
        error: { code: "WRONG_THREAD", packKey: "thread.path" },
      });
    }
  });

  it("guesses no direction, keeps notes of the platform apart, and names the entry that fails", () => {
    const note = '<div class="m"><small class="at">Today</small>Alex left the conversation</div>';
    expect(thread(NAMED + item() + note)).toMatchObject({ value: { messages: [{}, { direction: "system" }] } });
    const faults: [string, string][] = [
      [item({ way: "" }), "thread.inbound"],
      [item({ way: "ours theirs" }), "thread.inbound"],
      [item().replace("words", "wording"), "thread.body"],
      [item({ at: "" }), "thread.time"],
      ["", "thread.message"],
    ];
    for (const [html, packKey] of faults) {
      expect(thread(NAMED + html)).toMatchObject({ error: { code: "SELECTOR_MISSING", packKey } });
    }
  });

  it("is empty when the page says so", () => {
    const empty = `${NAMED}<p class="nothing">No messages</p>`;
    expect(thread(empty)).toMatchObject({ value: { messages: [] } });
    expect(thread(empty, packWith({ "thread.empty": null }))).toMatchObject({ error: { packKey: "thread.message" } });
  });

  it("calls our rows failed, held or still sending when they say so", () => {
    const state = (part: Parameters<typeof item>[0]) => {
      const reading = thread(NAMED + item({ way: "ours", ...part }));
      return reading.ok && reading.value.messages[0]?.state;
    };
    expect(state({ more: '<i class="bad">Not sent</i>' })).toBe("failed");
    expect(state({ more: '<i class="waiting">Pending review</i>' })).toBe("held");
    expect(state({ id: "" })).toBe("sending");
    expect(state({})).toBe("visible");
  });
});

describe("addresses of threads", () => {
  const templates = fc.constantFrom(
    "/messages/{threadId}",
    "/m/{threadId}/view",
    "/inbox?thread={threadId}",
    "/i.php?a=b&t={threadId}",
  );

  it("hold the very id that was put in, and match the pattern of that id alone", () => {
    fc.assert(
      fc.property(
        templates,
        fc.stringMatching(/^[A-Za-z0-9._~:-]{0,8}\d[a-z]?$/),
        fc.nat(99),
        (template, tail, other) => {
          const id = `7${tail}`;
          const href = template.replace("{threadId}", encodeURIComponent(id));
          expect(threadIdIn(template, href, `${ORIGIN}/`)).toBe(id);
          expect(new RegExp(threadUrlPattern(template, id)).test(ORIGIN + href)).toBe(true);
          expect(new RegExp(threadUrlPattern(template, `${id}${other}`)).test(ORIGIN + href)).toBe(false);
        },
      ),
    );
  });
});
