// The Roomies twin as a visitor without a browser meets it: inbox, thread, adverts. Sign-in: login.test.ts.

import { type CheerioAPI, load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { DEMO_LISTINGS } from "../kernel/demo-listings.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { conversationOf, NOW, openPage, reply, signIn } from "./host-visits.ts";
import { PATHS, roomPath, threadPath } from "./paths.ts";

const [ROOM] = DEMO_LISTINGS.roomies;
const DAY_MS = 86_400_000;
let twin: RunningTwin;
let host: CookieClient;
let nowMs = NOW;

beforeAll(async () => {
  twin = await startTwin({ platform: "roomies", port: 0, dataDir: ":memory:", now: () => nowMs });
});
afterAll(() => twin.close());
beforeEach(async () => {
  nowMs = NOW;
  host = makeCookieClient(twin.origin);
  await host.reset();
  await signIn(host);
});

const inbox = () => openPage(host, PATHS.inbox);
const texts = ($: CheerioAPI, selector: string) =>
  $(selector)
    .toArray()
    .map((node) => $(node).text().replaceAll(/\s+/g, " ").trim());

/** The row that Alpine repeats: what stands in the page's template. */
function rowTemplate($: CheerioAPI): CheerioAPI {
  return load($("main ul > template").html() ?? "");
}

describe("the inbox", () => {
  it("says that it is empty, or shows neither rows nor those words", async () => {
    expect(texts(await inbox(), "p.inbox-empty")).toEqual(["You have no messages yet"]);
    await host.leadWrites({ text: "Hello" });
    await host.control({ inbox: "empty" });
    const marked = await inbox();
    expect(marked("p.inbox-empty")).toHaveLength(1);
    expect(marked("a[href^='/inbox/3']")).toHaveLength(0);
    await host.control({ inbox: "empty_unmarked" });
    expect((await inbox())("p.inbox-empty, a[href^='/inbox/3']")).toHaveLength(0);
  });

  it("has rows that are anchors, with initial, name, preview and relative time, twice", async () => {
    const { threadId } = await host.leadWrites({ name: "Jane", text: "Is it\nfree?" });
    nowMs = NOW + 8 * 3_600_000;
    const $ = await inbox();
    const rows = $(`a.hover\\:bg-teal-lightest[href="/inbox/${threadId}"]`);
    expect(rows).toHaveLength(2);
    expect(texts($, `div.lg\\:block a[href="/inbox/${threadId}"]`)).toEqual(["J Jane Is it free? 8h ago"]);
    expect(rows.first().find("div.font-semibold.text-gray-800").text()).toBe("Jane");
    expect(rows.first().find("div.text-gray-700.text-sm.truncate").text()).toBe("Is it free?");
    expect(rows.first().find("span.unread-dot")).toHaveLength(1);
    await host.control({ duplicate_lists: "off" });
    expect((await inbox())(`a[href="/inbox/${threadId}"]`)).toHaveLength(1);
  });

  it("marks our own latest message, counts messages beside the name, and cuts long ones", async () => {
    const { threadId } = await host.leadWrites({ name: "Jane", text: "Is it free?" });
    await reply(host, threadId, "Sounds good, ".repeat(10));
    const $ = await inbox();
    expect(texts($, "div.lg\\:block div.font-semibold")).toEqual(["Jane (2)"]);
    const [preview = ""] = texts($, "div.lg\\:block div.truncate");
    expect(preview).toMatch(/^You: Sounds good, .*\.\.\.$/);
    expect(preview.length).toBeLessThan(70);
    expect($("span.unread-dot")).toHaveLength(0);
    await host.control({ name_count: "off" });
    expect(texts(await inbox(), "div.lg\\:block div.font-semibold")).toEqual(["Jane"]);
  });

  it("holds a filter link that looks like a row and is none", async () => {
    await host.leadWrites({ name: "Jane", text: "Hello" });
    const { threadId } = await host.leadWrites({ name: "Bo", text: "Hello" });
    await host.get(threadPath(threadId));
    const $ = await inbox();
    const decoy = $("a.hover\\:bg-teal-lightest").first();
    expect([decoy.attr("href"), decoy.text()]).toEqual(["/inbox/unread", "Unread only"]);
    const unread = await openPage(host, PATHS.unread);
    expect(texts(unread, "div.lg\\:block div.font-semibold")).toEqual(["Jane"]);
  });

  it("is ordered by the newest inbound message, and paged", async () => {
    await host.control({ page_size: 2 });
    const first = await host.leadWrites({ name: "Ana", text: "first" });
    for (const name of ["Bo", "Cy"]) await host.leadWrites({ name, text: "later" });
    await reply(host, first.threadId, "an answer to the first");
    const names = ($: CheerioAPI) => texts($, "div.lg\\:block div.font-semibold");
    expect(names(await inbox())).toEqual(["Cy", "Bo"]);
    expect((await inbox())("a[rel=next]").attr("href")).toBe("?page=2");
    expect(names(await openPage(host, "/inbox?page=2"))).toEqual(["Ana (2)"]);
  });

  it("loses one class under drift, the first of the list or the named one", async () => {
    await host.leadWrites({ text: "Hello" });
    await host.control({ drift: "on" });
    expect((await inbox())(".hover\\:bg-teal-lightest")).toHaveLength(0);
    await host.control({ drift: "truncate" });
    expect((await inbox())("div.lg\\:block a.hover\\:bg-teal-lightest")).toHaveLength(1);
    expect((await inbox())(".truncate")).toHaveLength(0);
  });
});

describe("a thread", () => {
  it("says that it loads, and carries its messages for the page script only", async () => {
    const { threadId } = await host.leadWrites({ name: "Jane", text: "Is it </script><b>free</b>?\n👀" });
    await reply(host, threadId, "Yes");
    const $ = await openPage(host, threadPath(threadId));
    expect($("main").text()).toContain("Loading messages");
    expect($("main ul").text()).not.toContain("free");
    const { me, messages, renderMs } = conversationOf($);
    expect(renderMs).toBeGreaterThan(0);
    expect(messages.map(({ content, system, user_id }) => [content, system, user_id === me])).toEqual([
      [expect.stringContaining("started a conversation"), true, false],
      ["Is it </script><b>free</b>?\n👀", false, false],
      ["Yes", false, true],
    ]);
    expect(messages[1]).toMatchObject({ id: 8_000_001, created_at: new Date(NOW).toISOString() });
    const item = rowTemplate($);
    expect(item("li[x-data*='messageItem'] div.whitespace-pre-line[x-text='message.content']")).toHaveLength(1);
    expect(item("time[x-text*=toLocaleTimeString]")).toHaveLength(1);
  });

  it("may render at once, never, or with instants in its times", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    const opened = () => openPage(host, threadPath(threadId));
    await host.control({ render: "at_once" });
    expect(conversationOf(await opened()).renderMs).toBe(0);
    await host.control({ render: "never", time_markup: "datetime" });
    expect(conversationOf(await opened()).renderMs).toBeNull();
    expect(rowTemplate(await opened())("time[x-bind\\:datetime]")).toHaveLength(1);
  });

  it("names the lead, links the advert after a decoy, and hides a second submit", async () => {
    const { threadId } = await host.leadWrites({ name: "Jane", text: "Hello" });
    const $ = await openPage(host, threadPath(threadId));
    expect($("h1").text()).toBe("Jane");
    expect($("main").text()).toContain("looking for accommodation");
    expect(texts($, `a[href*="/rooms/${ROOM.id}"]`)).toEqual(["More", ROOM.title]);
    expect($("textarea")).toHaveLength(1);
    expect($("button[type=submit].bg-brand-orange")).toHaveLength(2);
    expect($("form.hidden button[type=submit].bg-brand-orange")).toHaveLength(1);
    expect($("main button[type=submit][role=menuitem]")).toHaveLength(3);
    await host.control({ composer_duplicate: "whole" });
    expect((await openPage(host, threadPath(threadId)))("textarea")).toHaveLength(2);
    await host.control({ composer_duplicate: "off" });
    expect((await openPage(host, threadPath(threadId)))("button.bg-brand-orange")).toHaveLength(1);
  });

  it("may be empty, with or without the words for it", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    await host.control({ thread: "empty" });
    const marked = await openPage(host, threadPath(threadId));
    expect([conversationOf(marked).messages, marked("p.thread-empty").length]).toEqual([[], 1]);
    await host.control({ thread: "empty_unmarked" });
    expect((await openPage(host, threadPath(threadId)))("p.thread-empty")).toHaveLength(0);
  });

  it("keeps the rows' class and component under another name when they drift", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    await host.control({ drift: "messageItem" });
    const item = rowTemplate(await openPage(host, threadPath(threadId)));
    expect(item("li").attr("x-data")).toBe("chatRow(message)");
  });

  it("that does not exist is not found", async () => {
    expect((await host.get(threadPath("999999"))).status).toBe(404);
    expect((await host.get("/inbox/abc")).status).toBe(404);
  });

  it("is no longer unread once it was opened, and old ones speak of weeks", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    await host.get(threadPath(threadId));
    nowMs = NOW + 22 * DAY_MS;
    const $ = await inbox();
    expect($("span.unread-dot")).toHaveLength(0);
    expect($("div.lg\\:block a").text()).toContain("3 weeks ago");
  });

  it.each(["report", "block", "archive"])("records %s as forbidden and fails", async (action) => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    const path = `${threadPath(threadId)}/${action}`;
    expect((await openPage(host, threadPath(threadId)))(`form[action="${path}"]`)).toHaveLength(1);
    expect((await host.post(path, {})).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toMatchObject([{ method: "POST", path }]);
  });
});

describe("adverts", () => {
  it("have a public page with linked data, bogus first day and price text", async () => {
    const $ = await openPage(host, roomPath(ROOM.id));
    expect(JSON.parse($('script[type="application/ld+json"]').text())).toMatchObject({
      "@type": "RealEstateListing",
      availabilityStarts: "1965-01-01",
      offers: { price: 1450 },
    });
    expect($("main").text()).toContain("$1,450 / month");
    expect((await host.get("/rooms/999999")).status).toBe(404);
  });

  it("of the host are on the dashboard, where the word of an action says nothing of the state", async () => {
    const $ = await openPage(host, PATHS.dashboard);
    expect($("h1").text()).toBe("Manage your listings");
    expect(texts($, ".listing-price")).toEqual(["$1,450 per month", "$2,900 per month"]);
    expect(texts($, ".listing-state")).toEqual(["Active", "Active"]);
    expect($("main").text()).toContain("Deactivate");
    expect((await host.post(`${roomPath(ROOM.id)}/deactivate`, {})).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toHaveLength(1);
  });
});

describe("Alpine", () => {
  it("comes from the twin itself", async () => {
    const file = await host.get(PATHS.alpine);
    expect(file.headers.get("content-type")).toContain("text/javascript");
    expect(file.text.length).toBeGreaterThan(30_000);
  });
});
