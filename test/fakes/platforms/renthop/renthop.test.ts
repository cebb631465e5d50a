// The RentHop twin as a visitor without a browser meets it: login, inbox, conversation, lead. Sends: send.test.ts.

import { load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { CANARY, DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { DEMO_LISTINGS } from "../kernel/demo-listings.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { fieldsOf, NOW, open, reply, signIn } from "./host-visits.ts";
import { adPath, PATHS, threadPath } from "./paths.ts";

const [ROOM] = DEMO_LISTINGS.renthop;
let twin: RunningTwin;
let host: CookieClient;

beforeAll(async () => {
  twin = await startTwin({ platform: "renthop", port: 0, dataDir: ":memory:", now: () => NOW });
});
afterAll(() => twin.close());
beforeEach(async () => {
  host = makeCookieClient(twin.origin);
  await host.reset();
  await signIn(host);
});

describe("logging in", () => {
  it("is asked for by a redirect that carries the asked address, and leads back there", async () => {
    const visitor = makeCookieClient(twin.origin);
    const gate = await visitor.get(`${PATHS.bank}?page=2`);
    expect(gate.status).toBe(302);
    expect(gate.headers.get("location")).toBe(`/account/login?fwd=${encodeURIComponent(`${PATHS.bank}?page=2`)}`);
    expect((await signIn(visitor, { fwd: `${PATHS.bank}?page=2` })).headers.get("location")).toBe(
      `${PATHS.bank}?page=2`,
    );
    expect((await signIn(visitor, { fwd: "//elsewhere.example/" })).headers.get("location")).toBe(PATHS.account);
  });

  it("asks for both on one page, the password out of sight, and takes the e-mail or the user name", async () => {
    const visitor = makeCookieClient(twin.origin);
    const $ = await open(visitor, PATHS.login);
    expect($("#login-1-username-input, #login-1-button")).toHaveLength(2);
    expect($("[hidden] #login-2-password-input, [hidden] #login-2-button")).toHaveLength(2);
    expect((await signIn(visitor, { username: DEMO_ACCOUNT.username })).status).toBe(302);
    expect((await visitor.get(PATHS.inbox)).status).toBe(200);
  });

  it("asks for the password on a page of its own when the switch says so", async () => {
    await host.control({ login_step2: "next_page" });
    const visitor = makeCookieClient(twin.origin);
    const first = await open(visitor, `${PATHS.login}?fwd=${encodeURIComponent(PATHS.inbox)}`);
    expect(first("#login-2-password-input")).toHaveLength(0);
    const unknown = { ...fieldsOf(first, "#login-form"), username: "nobody" };
    expect(load((await visitor.post(PATHS.login, unknown)).text)(".login-error")).toHaveLength(1);
    const named = { ...fieldsOf(first, "#login-form"), username: DEMO_ACCOUNT.email };
    const second = load((await visitor.post(PATHS.login, named)).text);
    expect(second("#login-1-username-input")).toHaveLength(0);
    expect(second("[hidden] #login-2-password-input")).toHaveLength(0);
    const typed = { ...fieldsOf(second, "#login-form"), password: DEMO_ACCOUNT.password };
    expect((await visitor.post(PATHS.login, typed)).headers.get("location")).toBe(PATHS.inbox);
  });

  it("with a wrong password stays, and without its token is refused and counted", async () => {
    const visitor = makeCookieClient(twin.origin);
    const wrong = await signIn(visitor, { password: "wrong" });
    expect(wrong.status).toBe(200);
    expect(load(wrong.text)(".login-error")).toHaveLength(1);
    expect((await signIn(visitor, { csrf_token: "" })).status).toBe(403);
    expect((await visitor.get(PATHS.inbox)).status).toBe(302);
    expect((await host.stats()).refusedCsrf).toBe(1);
  });

  it("ends with logging out, or with the switch logged_out", async () => {
    await host.get(PATHS.logout);
    expect((await host.get(PATHS.inbox)).status).toBe(302);
    await signIn(host);
    await host.control({ logged_out: "on" });
    expect((await host.get(PATHS.inbox)).status).toBe(302);
  });
});

describe("the inbox", () => {
  it("says that it is empty, or shows neither rows nor those words", async () => {
    expect((await open(host, PATHS.inbox))(".conversation-list-empty")).toHaveLength(1);
    await host.leadWrites({ text: "Hello" });
    await host.control({ inbox: "empty" });
    const marked = await open(host, PATHS.inbox);
    expect(marked(".conversation-list-empty")).toHaveLength(1);
    expect(marked("[data-conversation-id]")).toHaveLength(0);
    await host.control({ inbox: "empty_unmarked" });
    expect((await open(host, PATHS.inbox))(".conversation-list-empty, [data-conversation-id]")).toHaveLength(0);
  });

  it("has a row for each conversation, with its id and parts", async () => {
    const { threadId } = await host.leadWrites({ name: "Alex <P>", text: `Hi,\nstill there? ${"y".repeat(60)}` });
    await host.control({ clock_offset_ms: 8 * 3_600_000 });
    const $ = await open(host, PATHS.inbox);
    const row = $("#conversation-list > .conversation-row");
    expect(row.attr()).toEqual({ class: "conversation-row is-unread", "data-conversation-id": threadId });
    expect(threadId).toBe("5204101");
    expect(row.find("a").attr("href")).toBe(threadPath(threadId));
    expect(row.find(".conversation-name").text()).toBe("Alex <P>");
    expect(row.find(".conversation-preview").text()).toBe(`Hi, still there? ${"y".repeat(43)}…`);
    expect(row.find("time.conversation-date").attr("datetime")).toBe("2026-11-20T20:30:00.000Z");
    expect(row.find("time.conversation-date").text()).toBe("8 hours ago");
  });

  it("is ordered by the newest inbound message, and a conversation that was opened is read", async () => {
    const first = await host.leadWrites({ name: "Ana", text: "first" });
    const second = await host.leadWrites({ name: "Bo", text: "second" });
    await reply(host, first.threadId, "an answer to the first");
    const rows = async (path: string) => {
      const $ = await open(host, path);
      return $(".conversation-row")
        .toArray()
        .map((row) => [$(row).attr("data-conversation-id"), $(row).hasClass("is-unread")]);
    };
    expect(await rows(PATHS.inbox)).toEqual([
      [second.threadId, true],
      [first.threadId, false],
    ]);
    expect(await rows(`${PATHS.inbox}/unread`)).toEqual([[second.threadId, true]]);
    await host.control({ unread_mark: "none" });
    expect((await rows(PATHS.inbox)).flat()).not.toContain(true);
  });

  it("does not exist for accounts that get their leads by e-mail alone", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    await host.control({ account_inbox: "off" });
    for (const path of [PATHS.inbox, threadPath(threadId)]) expect((await host.get(path)).status).toBe(404);
    expect((await host.get(PATHS.account)).text).not.toContain(PATHS.inbox);
    expect(await host.mails()).toHaveLength(1);
  });

  it("loses one class under drift, the first of the list or the named one", async () => {
    await host.leadWrites({ text: "Hello" });
    await host.control({ drift: "on" });
    expect((await open(host, PATHS.inbox))(".conversation-row, .conversation-list-empty")).toHaveLength(0);
    await host.control({ drift: "conversation-name" });
    expect((await open(host, PATHS.inbox))(".conversation-row")).toHaveLength(1);
    expect((await open(host, PATHS.inbox))(".conversation-name")).toHaveLength(0);
  });
});

describe("a conversation", () => {
  it("carries its id, and its messages in order with direction and time", async () => {
    const { threadId } = await host.leadWrites({ name: "Alex P", text: "Hi,\nis it <b>free</b>?" });
    await reply(host, threadId, "Yes.\n\nWhen can you come?");
    const $ = await open(host, threadPath(threadId));
    expect($('#message-form input[name="conversation_id"]').attr("value")).toBe(threadId);
    const items = $("#conversation-messages > [data-message-id]").toArray();
    expect(items.map((item) => [$(item).attr("data-message-id"), $(item).attr("class")])).toEqual([
      ["88300401", "conversation-message from-renter"],
      ["88300402", "conversation-message from-me"],
    ]);
    expect($("time.conversation-message-time").first().attr("datetime")).toBe("2026-11-20T20:30:00.000Z");
    expect($("time.conversation-message-time").first().text()).toBe("Nov 20, 2026, 3:30 PM EST");
    expect($(".conversation-message-text").first().text()).toBe("Hi,\nis it <b>free</b>?");
    await host.control({ body_breaks: "br" });
    const broken = await open(host, threadPath(threadId));
    expect(broken(".conversation-message-text").last().html()).toBe("Yes.<br><br>When can you come?");
  });

  it("begins with the lead's card: name, e-mail, phone, comments, ad", async () => {
    const details = { email: "alex@leads.example", phone: "555-0100" };
    const { threadId } = await host.leadWrites({ name: "Alex P", text: "Hi,\nis it free?", details });
    await host.leadWrites({ threadId, text: "Hello?" });
    const card = async () => {
      const $ = await open(host, threadPath(threadId));
      return ["name", "email", "phone", "comments", "listing"].map((part) => $(`.lead-card-${part}`).text());
    };
    expect(await card()).toEqual(["Alex P", "alex@leads.example", "555-0100", "Hi,\nis it free?", ROOM.title]);
    const $ = await open(host, threadPath(threadId));
    expect($("a.lead-card-listing").attr("href")).toBe(adPath(ROOM));
    expect(adPath(ROOM)).toMatch(new RegExp(`^/listings/[^/]+/[^/]+/${ROOM.id}$`));
    const other = await host.leadWrites({ name: "Bo", text: "Hello" });
    expect((await host.get(threadPath(other.threadId))).text).toContain(CANARY.leadEmail);
  });

  it("has a menu and a second textarea with a Send of its own, none of which may be used", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    const $ = await open(host, threadPath(threadId));
    expect($("textarea[name=message]")).toHaveLength(2);
    expect($("#message-text").closest("form").find("button[type=submit]")).toHaveLength(1);
    const decoys = $(".conversation-menu form, .refer-form").toArray();
    for (const form of decoys) expect((await host.post($(form).attr("action") ?? "", {})).status).toBe(500);
    expect((await host.stats()).forbiddenHits.map(({ path }) => path)).toEqual(
      ["archive", "delete", "report", "block", "refer"].map((action) => `${threadPath(threadId)}/${action}`),
    );
  });

  it("may come without messages, with or without the words for that", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    await host.control({ thread: "empty" });
    const marked = await open(host, threadPath(threadId));
    expect(marked("#conversation-messages > .conversation-empty")).toHaveLength(1);
    expect(marked("[data-message-id]")).toHaveLength(0);
    await host.control({ thread: "empty_unmarked" });
    expect((await open(host, threadPath(threadId)))("#conversation-messages").children()).toHaveLength(0);
  });

  it("that does not exist is not found", async () => {
    expect((await host.get(threadPath("1"))).status).toBe(404);
  });
});

describe("a lead's e-mail", () => {
  it("comes for each of the lead's messages, from the platform, with the lead's own address to answer to", async () => {
    const details = { email: "alex@leads.example", phone: "555-0100" };
    const { threadId } = await host.leadWrites({ name: "Alex\nP", text: "Is it free?\nI can come today.", details });
    await reply(host, threadId, "Yes");
    const mails = await host.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      from: "RentHop <leads@renthop.com>",
      replyTo: "alex@leads.example",
      subject: `RentHop inquiry from Alex P: ${ROOM.title}`,
    });
    for (const line of ["Email: alex@leads.example", "Phone: 555-0100", `Listing ID: ${ROOM.id}`]) {
      expect(mails[0]?.text.split("\n")).toContain(line);
    }
    expect(mails[0]?.text).toContain("Comments: Is it free?\nI can come today.");
  });
});
