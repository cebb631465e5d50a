// The FurnishedFinder twin as its page script meets it: inbox, threads, properties. Login: login.test.ts.

import { load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { CANARY } from "../kernel/demo-account.ts";
import { DEMO_LISTINGS } from "../kernel/demo-listings.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { type HostBrowser, makeHostBrowser, NOW, templateOf } from "./host-visits.ts";
import { PATHS, propertyPath } from "./paths.ts";

const [ROOM] = DEMO_LISTINGS.furnishedfinder;
let twin: RunningTwin;
let lab: CookieClient;
let host: HostBrowser;

beforeAll(async () => {
  twin = await startTwin({ platform: "furnishedfinder", port: 0, dataDir: ":memory:", now: () => NOW });
});
afterAll(() => twin.close());
beforeEach(async () => {
  lab = makeCookieClient(twin.origin);
  await lab.reset();
  host = makeHostBrowser(twin.origin);
  await host.logIn();
});

describe("the inbox", () => {
  it("has rows without id and link whose names repeat", async () => {
    const first = await lab.leadWrites({ name: "Alex Dunn", text: "Is it\nfree?" });
    const second = await lab.leadWrites({ name: "Alex Dorn", text: "Hello" });
    await lab.leadWrites({ name: "Alex Dorn", text: "Are you there?" });
    const { channels, open, now } = await host.channels();
    expect([now, open]).toEqual([NOW, null]);
    expect(channels).toEqual([
      expect.objectContaining({ id: second.threadId, name: "Alex D", initials: "AD", unread: 2 }),
      expect.objectContaining({ id: first.threadId, name: "Alex D", preview: "Is it free?", unread: 1, atMs: NOW }),
    ]);
    const $ = await host.content(PATHS.messages);
    const row = templateOf($, "t-row")("button[data-testid=channel-button]");
    expect(row.find("span.truncate, [data-testid=unread-badge]")).toHaveLength(2);
    expect(row.find("a, [id]")).toHaveLength(0);
    expect($("[role=tab]").text()).toBe("AllUnreadArchived");
  });

  it("is filtered by its tabs, and no longer unread once a thread was opened", async () => {
    const { threadId } = await lab.leadWrites({ name: "Ana", text: "Hello" });
    await lab.leadWrites({ name: "Bo", text: "Hello" });
    expect((await host.channels(`?channel=${threadId}`)).channels.map(({ unread }) => unread)).toEqual([1, 0]);
    const names = async (filter: string) => (await host.channels(`?filter=${filter}`)).channels.map(({ name }) => name);
    expect(await names("all")).toEqual(["Bo", "Ana"]);
    expect(await names("unread")).toEqual(["Bo"]);
    expect(await names("archived")).toEqual([]);
    await lab.control({ unread_mark: "none" });
    expect((await host.channels()).channels.map(({ unread }) => unread)).toEqual([0, 0]);
  });

  it("may be empty, with or without the words for it", async () => {
    await lab.leadWrites({ text: "Hello" });
    for (const [inbox, emptyMarked] of [
      ["empty", true],
      ["empty_unmarked", false],
    ] as const) {
      await lab.control({ inbox });
      expect((await host.channels()).channels).toEqual([]);
      expect((await host.get(PATHS.messages)).text).toContain(`"emptyMarked":${emptyMarked}`);
    }
  });

  it("runs a script that is whole, whatever the switches", async () => {
    await lab.control({ render: "never", list_render: "at_once", sdk: "v12", side_classes: "none" });
    const script = load((await host.get(PATHS.messages)).text)("body > script").text();
    expect(() => new Function(script)).not.toThrow();
    expect(script).toContain('"threadMs":null');
    expect(script).toContain('"listMs":0');
  });

  it("loses one name under drift, the first of the list or the named one", async () => {
    const has = async (selector: string) =>
      ["t-row", "t-channel", "t-message"].reduce(
        async (sum, id) => (await sum) + templateOf(await host.content(PATHS.messages), id)(selector).length,
        Promise.resolve(0),
      );
    await lab.control({ drift: "on" });
    expect(await has("[data-testid=channel-button]")).toBe(0);
    expect(await has("span.truncate")).toBe(1);
    await lab.control({ drift: "message-input" });
    expect(await has("[data-testid=message-input]")).toBe(0);
    await lab.control({ drift: "str-chat__message--me" });
    expect((await host.get(PATHS.messages)).text).toContain("str-chat__message--me-v2");
  });
});

describe("a thread", () => {
  it("is had by its id alone or together with the inbox, with headings, sides and exact times", async () => {
    const { threadId, messageId } = await lab.leadWrites({ name: "Alex Dunn", text: "Is it <b>free</b>?\n👀" });
    await host.send(threadId, "Yes");
    const open = await host.open(threadId);
    expect((await host.channels(`?channel=${threadId}`)).open).toEqual(open);
    expect(open).toMatchObject({
      title: "Alex D",
      property: { href: propertyPath(ROOM.id), price: "$1,450/month" },
    });
    const at = new Date(NOW).toISOString();
    expect(open.messages).toMatchObject([
      { system: true, text: expect.stringContaining("Safety Reminder:") },
      { id: messageId, mine: false, heading: "Message from Alex,", text: "Is it <b>free</b>?\n👀", at },
      { mine: true, heading: "Message from Harriet,", text: "Yes", at, status: "delivered" },
    ]);
    await lab.leadWrites({ threadId, text: "Thanks" });
    expect((await host.open(threadId)).messages.map(({ status }) => status)[2]).toBe("read-by");
  });

  it("has the stock parts in its templates", async () => {
    const $ = await host.content(PATHS.messages);
    const message = templateOf($, "t-message");
    expect(message("li .str-chat__message-text > span")).toHaveLength(1);
    expect(message('[data-testid="message-text-inner-wrapper"]')).toHaveLength(1);
    const channel = templateOf($, "t-channel");
    expect(channel("h3.str-chat__channel-header-title")).toHaveLength(1);
    expect(channel('textarea[data-testid=message-input][placeholder="Type your message"]')).toHaveLength(1);
    expect(channel("button[data-testid=send-button][type=button][aria-label=Send]")).toHaveLength(1);
    expect(templateOf($, "t-day")("li").attr("data-message-id")).toBeUndefined();
  });

  it("says where the unread messages begin, once", async () => {
    const { threadId } = await lab.leadWrites({ text: "Hello" });
    await host.send(threadId, "Hi");
    const later = await lab.leadWrites({ threadId, text: "Still there?" });
    expect((await host.open(threadId)).firstUnreadId).toBe(later.messageId);
    expect((await host.open(threadId)).firstUnreadId).toBeNull();
  });

  it("may have labels over its first message, with the lead's e-mail or the canary", async () => {
    await lab.control({ first_message: "labelled", system_row: "off" });
    const details = { email: "taylor@leads.example" };
    const given = await lab.leadWrites({ name: "Taylor Vance", text: "Hello", details });
    await lab.leadWrites({ threadId: given.threadId, text: "Again", details });
    const bare = await lab.leadWrites({ name: "Bo", text: "Hello" });
    const labels = async (threadId: string) => (await host.open(threadId)).messages.map((message) => message.labels);
    expect(await labels(given.threadId)).toEqual([{ name: "Taylor Vance", email: details.email }, null]);
    expect(await labels(bare.threadId)).toEqual([{ name: "Bo", email: CANARY.leadEmail }]);
  });

  it("may be empty, and one that does not exist is not opened", async () => {
    const { threadId } = await lab.leadWrites({ text: "Hello" });
    await lab.control({ thread: "empty" });
    expect((await host.open(threadId)).messages).toEqual([]);
    expect(await host.open("no-such-channel")).toBeNull();
  });

  it.each(["block", "report", "archive"])("records %s as forbidden and fails", async (action) => {
    const { threadId } = await lab.leadWrites({ text: "Hello" });
    const path = `${PATHS.channels}/${threadId}/${action}`;
    expect(templateOf(await host.content(PATHS.messages), "t-channel")(`[data-action=${action}]`)).toHaveLength(1);
    expect((await host.ask(path, { body: {} })).status).toBe(500);
    expect((await lab.stats()).forbiddenHits).toMatchObject([{ method: "POST", path }]);
  });
});

describe("own properties", () => {
  it("are cards on the dashboard, and each has its public page", async () => {
    const $ = await host.content(PATHS.dashboard);
    expect($('a:contains("Messages")').attr("href")).toBe(`${PATHS.messages}?filter=all`);
    expect($("[data-testid^='property-card-']")).toHaveLength(2);
    expect($("[data-testid=price]").first().text()).toBe("$1,450/month");
    expect((await host.get(propertyPath(ROOM.id))).text).toContain(ROOM.title);
    expect((await host.get("/property/1_1")).status).toBe(404);
  });
});
