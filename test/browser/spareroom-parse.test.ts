import { describe, expect, it } from "vitest";
import { spareroomPack as pack } from "#browser/platforms/spareroom/pack";
import { parseInbox, parseThread } from "#browser/platforms/spareroom/parse";

const NOW_MS = Date.parse("2026-11-20T21:05:00Z");
const ID = "900100_15000001";

const row = (id: string, part: { name?: string; classes?: string; preview?: string; date?: string } = {}) => `
  <a class="thread_item ${part.classes ?? "thread_in"}" data-thread-id="${id}" data-message-id="700200300" href="?thread_id=${id}">
    <span class="name">${part.name ?? "Alex P (3)"}</span> <span class="snippet">${part.preview ?? "Hi, is the room..."}</span>
    <i class="threadDate">${part.date ?? "Today 3:30pm"}</i><script>jQuery("#x").hide();</script></a>`;
const inbox = (...parts: string[]) => parseInbox(`<main id="spareroom">${parts.join("")}</main>`, pack, NOW_MS);
const ids = (reading: ReturnType<typeof inbox>) => reading.ok && reading.value.rows.map((found) => found.threadId);

describe("SpareRoom inbox", () => {
  it("reads rows in page order, outgoing ones too, with names freed of counts and script", () => {
    const reading = inbox(
      row(ID),
      row("900101_15000001", { name: "Sam (the second) (12)", classes: "thread_out thread_replied" }),
    );
    expect(reading).toMatchObject({
      ok: true,
      value: {
        rows: [
          {
            threadId: ID,
            position: 0,
            leadName: "Alex P",
            preview: "Hi, is the room...",
            previewDirection: "inbound",
            isUnread: null,
          },
          { position: 1, leadName: "Sam (the second)", previewDirection: "outbound" },
        ],
      },
    });
  });

  it.each([
    ["the row around the anchor", (anchor: string) => `<div class="msg_row">${anchor}</div>`],
    [
      "the anchor around the row",
      (anchor: string) => anchor.replace(">", '><div class="msg_row">').replace("</a>", "</div></a>"),
    ],
    ["no row at all", (anchor: string) => anchor],
  ])("reads %s", (_name, shape) => {
    expect(ids(inbox(shape(row(ID)), shape(row("900101_15000001"))))).toEqual([ID, "900101_15000001"]);
  });

  it("finds names beside the anchor when they stand in its row", () => {
    const split = `<div class="msg_row"><a class="thread_item thread_in" href="?thread_id=${ID}"></a><span class="name">Alex</span></div>`;
    expect(inbox(split)).toMatchObject({ ok: true, value: { rows: [{ threadId: ID, leadName: "Alex" }] } });
  });

  it("counts a thread once when the list is there for desktop and mobile", () => {
    expect(ids(inbox(`<div class="mythreads--desktop">${row(ID)}</div><div>${row(ID)}</div>`))).toEqual([ID]);
  });

  it("does not change the mark because a day passed", () => {
    const marks = ["Today 3:30pm", "Yesterday 3:30pm"].map((date) => {
      const reading = inbox(row(ID, { date }));
      return reading.ok ? reading.value.rows[0]?.mark : null;
    });
    expect(marks[0]).toBe(marks[1]);
  });

  it("tells empty, unmarked and changed pages apart", () => {
    expect(inbox('<p class="msg notice">No messages found</p>')).toMatchObject({ ok: true, value: { rows: [] } });
    expect(inbox('<p class="msg notice">Please verify your e-mail</p>')).toMatchObject({
      error: { code: "EMPTY_WITHOUT_MARKER" },
    });
    expect(inbox("")).toMatchObject({ error: { code: "EMPTY_WITHOUT_MARKER", packKey: "inbox.row" } });
    const renamed = row(ID).replace("thread_item", "thread_thing");
    expect(inbox('<p class="msg notice">No messages found</p>', renamed)).toMatchObject({
      error: { code: "SELECTOR_MISSING", packKey: "inbox.row" },
    });
    expect(inbox(row("not-a-thread"))).toMatchObject({ error: { code: "SELECTOR_MISSING", packKey: "inbox.row_id" } });
  });
});

type Item = { id?: string; way?: string; body?: string; date?: string; from?: string; status?: string };
const item = ({
  id = "1",
  way = "message_in",
  body = "Hello",
  date = "Today 3:30pm",
  from = "Alex P",
  status = "",
}: Item = {}) =>
  `<li class="message ${way}" ${id === "" ? "" : `id="msg_${id}"`}><dl>${
    from === ""
      ? ""
      : `<dd class="message_from_details">${from}
   <a href="/profile">View the profile of ${from}</a></dd>`
  }<dd class="message_date">${date}</dd><dd class="message_body">${body}</dd></dl>
   <span class="email-status">${status}</span></li>`;
const thread = (items: string[], named: string[] = [ID], more = "") =>
  parseThread(
    `<ul class="conversation">${items.join("")}</ul>${more}${named.map((id) => `<input type="hidden" name="thread_id" value="${id}">`).join("")}`,
    pack,
    ID,
    NOW_MS,
  );

describe("SpareRoom thread", () => {
  it("reads messages oldest first with ids, directions and times", () => {
    expect(
      thread([item(), item({ id: "2", way: "message_out", from: "You", body: "Yes", date: "Yesterday 11:21 PM EST" })]),
    ).toMatchObject({
      ok: true,
      value: {
        threadId: ID,
        leadName: "Alex P",
        listing: { platformListingId: "15000001" },
        isComplete: true,
        messages: [
          {
            platformMessageId: "1",
            direction: "inbound",
            body: "Hello",
            sentAt: { precision: "minute", raw: "Today 3:30pm" },
            state: "visible",
          },
          { platformMessageId: "2", direction: "outbound", body: "Yes" },
        ],
      },
    });
  });

  it("keeps line ends written as <br>, as blocks, or as they are, and text that looks like HTML", () => {
    const body = (html: string) => {
      const reading = thread([item({ body: html })]);
      return reading.ok && reading.value.messages[0]?.body;
    };
    expect(body("one<br>\n   two<br><br>four &lt;b&gt; &amp; more")).toBe("one\ntwo\n\nfour <b> & more");
    expect(body("<p>one</p>\n<p>two</p>")).toBe("one\ntwo");
    expect(body("\none\n\n  two ")).toBe("one\n\n  two");
  });

  it("refuses a page that names another thread anywhere, or none", () => {
    expect(thread([item()], ["900101_15000001"])).toMatchObject({ error: { code: "WRONG_THREAD" } });
    expect(thread([item()], [ID, "900101_15000001"])).toMatchObject({ error: { code: "WRONG_THREAD" } });
    expect(thread([item()], [])).toMatchObject({ error: { code: "SELECTOR_MISSING", packKey: "thread.verify" } });
  });

  it("keeps the platform's own notes apart, and does not guess the direction of a person's message", () => {
    expect(thread([item(), item({ id: "2", way: "", from: "" })])).toMatchObject({
      value: { messages: [{}, { direction: "system" }] },
    });
    expect(thread([item(), item({ id: "2", way: "" })])).toMatchObject({ error: { packKey: "thread.inbound" } });
  });

  it("reads the state of our own rows from their status, and takes a row without an id for one still sending", () => {
    const state = (part: Item) => {
      const reading = thread([item(), item({ id: "2", way: "message_out", ...part })]);
      return reading.ok && reading.value.messages[1]?.state;
    };
    expect(state({})).toBe("visible");
    expect(state({ status: "Awaiting approval" })).toBe("held");
    expect(state({ status: "Not sent" })).toBe("failed");
    expect(state({ id: "" })).toBe("sending");
  });

  it("counts a message once when the list is there twice, and says when older messages are not loaded", () => {
    const twice = thread([item()], [ID], `<ul class="conversation">${item()}</ul><a href="#">Show older messages</a>`);
    expect(twice).toMatchObject({ value: { isComplete: false } });
    expect(twice.ok && twice.value.messages.length).toBe(1);
  });
});
