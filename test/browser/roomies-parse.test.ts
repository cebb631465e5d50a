import { describe, expect, it } from "vitest";
import { makeDrawnRows } from "#browser/drawn-rows";
import { roomiesPack as pack } from "#browser/platforms/roomies/pack";
import { parseInbox } from "#browser/platforms/roomies/parse-inbox";
import { type ProbedThread, parseThread } from "#browser/platforms/roomies/parse-thread";

const NOW_MS = Date.parse("2026-11-20T21:05:00Z");
const ORIGIN = "https://www.roomies.com";
const ID = "4400123";

const row = (id: string, part: { name?: string; preview?: string; tail?: string } = {}) => `
  <a href="/inbox/${id}" class="hover:bg-teal-lightest flex gap-4"><div class="avatar">J</div>
    <div class="font-semibold text-gray-800">${part.name ?? "Jane (3)"}</div>
    <div class="text-gray-700 text-sm truncate">${part.preview ?? "Is it free?"}</div><div>${part.tail ?? "8h ago"}</div></a>`;
const inbox = (html: string, isEmptyShown = false) =>
  parseInbox(
    {
      url: `${ORIGIN}/inbox`,
      html,
      visible: { "inbox.empty": isEmptyShown ? { x: 1, y: 1 } : null },
      takenAtMs: NOW_MS,
    },
    pack,
  );
const firstRow = (html: string) => {
  const reading = inbox(html);
  return reading.ok ? reading.value.rows[0] : undefined;
};

describe("Roomies inbox", () => {
  it("drops the filter links, whatever their address, and other sites' links", () => {
    const decoys = `<a href="/inbox/unread">Unread only</a><a href="/inbox/?unread=1">Unread</a><a href="/inbox/1">x</a>
      <a href="https://elsewhere.example/inbox/4400999">x</a>`;
    expect(inbox(decoys + row(ID))).toMatchObject({ ok: true, value: { rows: [{ threadId: ID, position: 0 }] } });
    expect(inbox(decoys)).toMatchObject({ error: { code: "EMPTY_WITHOUT_MARKER" } });
  });

  it("counts a thread once when the list is there for desktop and phone, and keeps the page's order", () => {
    const reading = inbox(row("4400999", { tail: "3 weeks ago" }) + row(ID) + row("4400999") + row(ID));
    expect(reading.ok && reading.value.rows.map((found) => found.threadId)).toEqual(["4400999", ID]);
  });

  it("takes count, avatar and 'You:' for what they are", () => {
    expect(firstRow(row(ID))).toMatchObject({ leadName: "Jane", preview: "Is it free?", previewDirection: "inbound" });
    for (const preview of ["You: Sounds good", "J Jane You: Sounds good"]) {
      expect(firstRow(row(ID, { preview }))).toMatchObject({ preview: "Sounds good", previewDirection: "outbound" });
    }
  });

  it("keeps the mark while only the relative time moves, and changes it with count, text or side", () => {
    const mark = firstRow(row(ID))?.mark;
    expect(firstRow(row(ID, { tail: "3 weeks ago" }))?.mark).toBe(mark);
    for (const part of [{ name: "Jane (4)" }, { preview: "Hello?" }, { preview: "You: Is it free?" }]) {
      expect(firstRow(row(ID, part))?.mark).not.toBe(mark);
    }
  });

  it("reads no rows as empty only beside the confirmed, visible mark of an empty inbox", () => {
    expect(inbox("<p>Nothing here</p>")).toMatchObject({
      error: { code: "EMPTY_WITHOUT_MARKER", packKey: "inbox.row" },
    });
    expect(inbox("<p>Nothing here</p>", true)).toMatchObject({ ok: true, value: { rows: [] } });
  });
});

type Item = ProbedThread["items"][number];
const item = (part: Partial<Item> = {}, state: Partial<NonNullable<Item["state"]>> | null = {}): Item => ({
  state:
    state === null
      ? null
      : {
          id: "71",
          content: "Hello",
          system: false,
          created_at: "2026-11-20T20:00:00.000000Z",
          isSender: false,
          ...state,
        },
  outer: -1,
  isShown: true,
  body: "Hello",
  bubble: "inline-block px-4 py-2 rounded-lg bg-gray-200",
  datetime: null,
  clock: "3:00 PM",
  status: "",
  isHeld: false,
  isFailed: false,
  ...part,
});
type Page = {
  items: Item[];
  url?: string;
  text?: string;
  forms?: string[];
  html?: string;
  header?: string;
  documentId?: number;
};
const look = ({
  items,
  url = `${ORIGIN}/inbox/${ID}`,
  text = "",
  forms = [""],
  html = "",
  header = "",
  documentId = 1,
}: Page) => ({
  url,
  text,
  html,
  documentId,
  takenAtMs: NOW_MS,
  visible: {},
  probed: { items, header, hasOlder: false, forms },
});
const thread = (page: Page, drawn = makeDrawnRows()) => parseThread(look(page), pack, ID, drawn);
const messages = (...items: Item[]) => {
  const reading = thread({ items });
  return reading.ok ? reading.value.messages : [];
};

describe("Roomies thread", () => {
  it("reads ids, sides, system notes and exact times from Alpine's state", () => {
    const items = [
      item({}, { id: "70", system: true, content: "A note" }),
      item(),
      item({}, { id: "72", isSender: true, content: "Yes\n\nit is" }),
    ];
    expect(messages(...items)).toMatchObject([
      { direction: "system", platformMessageId: "70" },
      {
        direction: "inbound",
        platformMessageId: "71",
        sentAt: { ms: Date.parse("2026-11-20T20:00:00Z"), precision: "exact" },
      },
      { direction: "outbound", platformMessageId: "72", body: "Yes\n\nit is" },
    ]);
  });

  it("does not guess the side of a row whose state lacks it, however it is coloured", () => {
    const bubble = "inline-block px-4 py-2 rounded-lg bg-teal text-white";
    const late = item({ bubble }, { id: "72", isSender: null });
    expect(messages(item(), late)).toMatchObject([{ direction: "inbound" }, { direction: "unknown" }]);
  });

  it("does not read a thread in which no row tells its side: its messages would be nobody's", () => {
    const unsaid = [item({}, { isSender: null }), item({}, { id: "72", isSender: null })];
    expect(thread({ items: unsaid })).toMatchObject({ error: { code: "SELECTOR_MISSING", packKey: "thread.bubble" } });
  });

  it("falls back on colours without Alpine, and knows neither id nor day then", () => {
    const mine = item({ bubble: "inline-block px-4 py-2 rounded-lg bg-teal text-white", body: "Yes" }, null);
    const half = item({ bubble: "inline-block px-4 py-2 rounded-lg text-white", body: "Hm" }, null);
    expect(messages(item({}, null), mine, half)).toMatchObject([
      { direction: "inbound", platformMessageId: null, sentAt: { ms: null, precision: "none", raw: "3:00 PM" } },
      { direction: "outbound", body: "Yes" },
      { direction: "unknown", body: "Hm" },
    ]);
    const dated = item({ datetime: "2026-11-20T20:00:00Z" }, null);
    expect(messages(dated)).toMatchObject([{ sentAt: { precision: "exact" } }]);
  });

  it("counts a message once: nested rows, hidden copies, and a copy without an id", () => {
    const nested = [item({}, null), item({ outer: 0 }), item({ isShown: false }, null)];
    expect(messages(...nested)).toMatchObject([{ platformMessageId: "71" }]);
    const raw = "2026-11-20T20:00:00.000000Z";
    expect(messages(item(), item({}, { id: null, created_at: raw }), item({ isShown: false }))).toHaveLength(1);
    expect(messages(item(), item({}, { id: "72" }))).toHaveLength(2);
  });

  it("tells loading from empty from changed, and a lead's 'Loading messages' from the page's", () => {
    expect(thread({ items: [], text: "Loading messages" })).toMatchObject({ error: { code: "TIMEOUT" } });
    expect(thread({ items: [item({ body: "" }, null)] })).toMatchObject({ error: { code: "TIMEOUT" } });
    expect(thread({ items: [] })).toMatchObject({ error: { code: "SELECTOR_MISSING", packKey: "thread.message" } });
    const written = item({}, { content: "It says: loading messages..." });
    expect(thread({ items: [written], text: "It says: Loading messages..." })).toMatchObject({ ok: true });
    expect(thread({ items: [written], text: "It says: Loading messages... Loading messages" }).ok).toBe(false);
  });

  it("refuses another thread's address, the inbox itself, and a composer that answers another thread", () => {
    for (const url of [`${ORIGIN}/inbox/4400124`, `${ORIGIN}/inbox`, `${ORIGIN}/inbox/${ID}/x`]) {
      expect(thread({ items: [item()], url })).toMatchObject({ error: { code: "WRONG_THREAD" } });
    }
    expect(thread({ items: [item()], forms: ["/inbox/4400124"] })).toMatchObject({ error: { code: "WRONG_THREAD" } });
    expect(thread({ items: [item()], forms: [`/inbox/${ID}`, "/report"] }).ok).toBe(true);
  });

  it("reads name and advert from the header, and no advert from a 'More' link", () => {
    const html = `<a href="/rooms/1234567">More</a><a href="/rooms/1234568">Sunny room</a>`;
    expect(thread({ items: [item()], html, header: "J\nJane (2)\n" })).toMatchObject({
      value: { leadName: "Jane", listing: { platformListingId: "1234568", title: "Sunny room" } },
    });
    expect(thread({ items: [item()] })).toMatchObject({ value: { leadName: null, listing: null } });
  });

  it("takes a row of ours that the page drew for one still sending until it has a number", () => {
    const drawn = makeDrawnRows();
    const mine = (id: string | null) => item({}, { id, isSender: true, content: "Yes" });
    const states = (page: Page) => {
      const reading = thread(page, drawn);
      return reading.ok && reading.value.messages.map((message) => message.state);
    };
    expect(states({ items: [item()] })).toEqual(["visible"]);
    expect(states({ items: [item(), mine(null)] })).toEqual(["visible", "sending"]);
    expect(states({ items: [item(), mine("tmp-1")] })).toEqual(["visible", "sending"]);
    expect(states({ items: [item(), mine("72")] })).toEqual(["visible", "visible"]);
    expect(states({ items: [item(), mine(null)], documentId: 2 })).toEqual(["visible", "visible"]);
  });

  it("reads held and failed from the words beside a row of ours, never from the lead's", () => {
    const state = (part: Partial<Item>, isSender: boolean) => messages(item(part, { isSender }))[0]?.state;
    expect(state({ status: "Pending review" }, true)).toBe("held");
    expect(state({ status: "Not sent" }, true)).toBe("failed");
    expect(state({ isHeld: true }, true)).toBe("held");
    expect(state({ status: "Not sent" }, false)).toBe("visible");
  });
});
