// The Leasebreak twin as a visitor without a browser meets it: sign-in, inbox, conversation. Sends: send.test.ts.

import { load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { CANARY } from "../kernel/demo-account.ts";
import { DEMO_LISTINGS } from "../kernel/demo-listings.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { NOW, open, reply, signIn } from "./host-visits.ts";
import { listingPath, PATHS, threadPath } from "./paths.ts";

const [ROOM] = DEMO_LISTINGS.leasebreak;
let twin: RunningTwin;
let host: CookieClient;

beforeAll(async () => {
  twin = await startTwin({ platform: "leasebreak", port: 0, dataDir: ":memory:", now: () => NOW });
});
afterAll(() => twin.close());
beforeEach(async () => {
  host = makeCookieClient(twin.origin);
  await host.reset();
  await signIn(host);
});

describe("signing in", () => {
  it("is asked for by a redirect to a plain address, and leads back to the page that was asked", async () => {
    const visitor = makeCookieClient(twin.origin);
    const gate = await visitor.get(`${PATHS.inbox}?filter=unread`);
    expect(gate.status).toBe(302);
    expect(gate.headers.get("location")).toBe("/sign-in");
    expect((await signIn(visitor)).headers.get("location")).toBe(`${PATHS.inbox}?filter=unread`);
    expect((await signIn(makeCookieClient(twin.origin))).headers.get("location")).toBe(PATHS.dashboard);
  });

  it("has the title, fields and submit that were seen", async () => {
    const $ = await open(makeCookieClient(twin.origin), "/sign-in");
    expect($("title").text()).toBe("Sign In | LeaseBreak.com");
    expect($("#UserModel_email").attr("name")).toBe("UserModel[email]");
    expect($("#UserModel_password").attr("name")).toBe("UserModel[password]");
    expect($("div.login-content-button-block.for-float > button[type=submit]")).toHaveLength(1);
  });

  it("never leads to another site", async () => {
    const asked = { cookie: "leasebreak_return=%2F%2Felsewhere.example%2F" };
    const answer = await signIn(makeCookieClient(twin.origin), {}, asked);
    expect(answer.headers.get("location")).toBe(PATHS.dashboard);
  });

  it("with a wrong password stays, and without its token is refused and counted", async () => {
    const visitor = makeCookieClient(twin.origin);
    const wrong = await signIn(visitor, { "UserModel[password]": "wrong" });
    expect(wrong.status).toBe(200);
    expect(load(wrong.text)("#login-form .errorMessage")).toHaveLength(1);
    expect((await signIn(visitor, { YII_CSRF_TOKEN: "" })).status).toBe(403);
    expect((await visitor.get(PATHS.inbox)).status).toBe(302);
    expect((await host.stats()).refusedCsrf).toBe(1);
  });

  it("ends with signing out, or with the switch logged_out", async () => {
    await host.get(PATHS.logout);
    expect((await host.get(PATHS.inbox)).status).toBe(302);
    await signIn(host);
    expect((await host.get(PATHS.inbox)).status).toBe(200);
    await host.control({ logged_out: "on" });
    expect((await host.get(PATHS.inbox)).headers.get("location")).toBe("/sign-in");
  });

  it("leads to the featured slots, with the host's contact data as the canary for logs", async () => {
    const $ = await open(host, PATHS.dashboard);
    expect($("span.lead.relative > span:nth-child(1)").text()).toBe("2");
    expect($("span.lead.relative > span:nth-child(2)").text()).toBe("10");
    expect($("body").text()).toContain(CANARY.email);
  });
});

describe("the inbox", () => {
  it("says that it is empty, or shows neither rows nor those words", async () => {
    expect((await open(host, PATHS.inbox))("#messages-grid span.empty").text()).toBe("No messages found.");
    await host.leadWrites({ text: "Hello" });
    await host.control({ inbox: "empty" });
    const marked = await open(host, PATHS.inbox);
    expect(marked("span.empty")).toHaveLength(1);
    expect(marked("[data-thread-id]")).toHaveLength(0);
    await host.control({ inbox: "empty_unmarked" });
    expect((await open(host, PATHS.inbox))("span.empty, [data-thread-id]")).toHaveLength(0);
  });

  it("has a row for each conversation, with its id and parts, and a promotion row without an id", async () => {
    const text = "Hi, is the room\nstill available from June to August?";
    const { threadId } = await host.leadWrites({ name: "Alex <P>", text });
    const $ = await open(host, PATHS.inbox);
    const row = $("tr[data-thread-id]");
    expect(row.attr()).toMatchObject({ class: "thread-row odd unread", "data-thread-id": threadId });
    expect(threadId).toBe("61201");
    expect(row.find(".thread-name").text()).toBe("Alex <P>");
    expect(row.find("a.thread-preview").text()).toBe("Hi, is the room still available from Jun...");
    expect(row.find("a.thread-preview").attr("href")).toBe(threadPath(threadId));
    expect(row.find("time.thread-date").attr("datetime")).toBe("2026-11-20T20:30:00.000Z");
    expect(row.find("time.thread-date").text()).toBe("11/20/2026");
    expect($("tr.thread-row:not([data-thread-id])")).toHaveLength(1);
  });

  it("is ordered by the newest inbound message, and a conversation that was opened is read", async () => {
    const first = await host.leadWrites({ name: "Ana", text: "first" });
    const second = await host.leadWrites({ name: "Bo", text: "second" });
    await reply(host, first.threadId, "an answer to the first");
    const $ = await open(host, PATHS.inbox);
    const rows = $("tr[data-thread-id]").toArray();
    expect(rows.map((row) => row.attribs["data-thread-id"])).toEqual([second.threadId, first.threadId]);
    expect(rows.map((row) => $(row).hasClass("unread"))).toEqual([true, false]);
    expect((await open(host, `${PATHS.inbox}?filter=unread`))("tr[data-thread-id]")).toHaveLength(1);
    await host.control({ unread_mark: "none" });
    expect((await open(host, PATHS.inbox))("tr.unread")).toHaveLength(0);
  });

  it("loses one class under drift, the first of the list or the named one", async () => {
    await host.leadWrites({ text: "Hello" });
    await host.control({ drift: "on" });
    expect((await open(host, PATHS.inbox))("tr.thread-row, span.empty")).toHaveLength(0);
    await host.control({ drift: "thread-name" });
    expect((await open(host, PATHS.inbox))("tr.thread-row[data-thread-id]")).toHaveLength(1);
    expect((await open(host, PATHS.inbox))(".thread-name")).toHaveLength(0);
  });
});

describe("a conversation", () => {
  it("carries its id, lead, listing, and its messages in order with direction and time", async () => {
    const details = { "Move-in": "12/01/2026" };
    const { threadId } = await host.leadWrites({ name: "Alex P", text: "Hi,\nis it <b>free</b>?", details });
    await reply(host, threadId, "Yes.\n\nWhen can you come?");
    const $ = await open(host, threadPath(threadId));
    expect($('#reply-form input[name="MessageForm[thread_id]"]').attr("value")).toBe(threadId);
    expect($(".conversation-name").text()).toBe("Alex P");
    expect($("a.conversation-listing").attr("href")).toBe(listingPath(ROOM));
    expect($("dl.enquiry-details").text()).toBe("Move-in12/01/2026");
    const items = $("#conversation > [data-message-id]").toArray();
    expect(items.map((item) => [item.attribs["data-message-id"], item.attribs["class"]])).toEqual([
      ["4410501", "message-item message-in"],
      ["4410502", "message-item message-out"],
    ]);
    expect($("time.message-time").first().attr("datetime")).toBe("2026-11-20T20:30:00.000Z");
    expect($("time.message-time").first().text()).toBe("11/20/2026 3:30 PM EST");
    expect($(".message-body").last().html()).toBe("Yes.<br><br>When can you come?");
    $(".message-body br").replaceWith("\n");
    expect($(".message-body").first().text()).toBe("Hi,\nis it <b>free</b>?");
  });

  it("writes line breaks as the switch says", async () => {
    const { threadId } = await host.leadWrites({ text: "a\nb" });
    const body = async () => (await open(host, threadPath(threadId)))(".message-body").html();
    await host.control({ body_breaks: "nl2br" });
    expect(await body()).toBe("a<br>\nb");
    await host.control({ body_breaks: "pre" });
    expect(await body()).toBe("a\nb");
  });

  it("has a search box, a newsletter box and three options before the composer, each with a submit", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    const $ = await open(host, threadPath(threadId));
    expect($("textarea").first().attr("id")).not.toBe("MessageForm_body");
    expect($("textarea#MessageForm_body").closest("form").find("button[type=submit]")).toHaveLength(1);
    expect($("button[type=submit]").index($("#reply-form button[type=submit]"))).toBe(5);
  });

  it.each(["block", "report", "delete"])("records %s as forbidden and fails", async (action) => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    const path = `${threadPath(threadId)}/${action}`;
    expect((await host.post(path, {})).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toMatchObject([{ method: "POST", path }]);
  });

  it("may come without messages, with or without the words for that", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    await host.control({ thread: "empty" });
    const marked = await open(host, threadPath(threadId));
    expect(marked("#conversation > .conversation-empty")).toHaveLength(1);
    expect(marked("[data-message-id]")).toHaveLength(0);
    await host.control({ thread: "empty_unmarked" });
    expect((await open(host, threadPath(threadId)))("#conversation").children()).toHaveLength(0);
  });

  it("that does not exist is not found", async () => {
    expect((await host.get(threadPath("1"))).status).toBe(404);
  });
});

describe("the newsletter box", () => {
  it("is never to be posted", async () => {
    expect((await host.post(PATHS.newsletter, { "Newsletter[wish]": "Hi" })).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toHaveLength(1);
  });
});
