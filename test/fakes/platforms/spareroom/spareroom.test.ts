// The SpareRoom twin as a visitor without a browser meets it: sign-in, inbox, thread, adverts. Sends: send.test.ts.

import { type CheerioAPI, load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { CANARY } from "../kernel/demo-account.ts";
import { DEMO_LISTINGS } from "../kernel/demo-listings.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { GATE_WORDS, NOW, openInbox, reply, signIn, threadPath } from "./host-visits.ts";
import { PATHS } from "./paths.ts";

const [ROOM] = DEMO_LISTINGS.spareroom;
let twin: RunningTwin;
let host: CookieClient;

beforeAll(async () => {
  twin = await startTwin({ platform: "spareroom", port: 0, dataDir: ":memory:", now: () => NOW });
});
afterAll(() => twin.close());
beforeEach(async () => {
  host = makeCookieClient(twin.origin);
  await host.reset();
  await signIn(host);
});

function inbox(query = ""): Promise<CheerioAPI> {
  return openInbox(host, query);
}

describe("signing in", () => {
  it("leads where the login came from, and the account bar then has a way out", async () => {
    const visitor = makeCookieClient(twin.origin);
    const answer = await signIn(visitor, { loginfrom_url: PATHS.listings });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(PATHS.listings);
    const $ = load((await visitor.get(PATHS.listings)).text);
    expect($('a[href*="logout.pl"]')).toHaveLength(1);
  });

  it("never leads to another site", async () => {
    const answer = await signIn(makeCookieClient(twin.origin), { loginfrom_url: "//elsewhere.example/" });
    expect(answer.headers.get("location")).toBe(PATHS.threads);
  });

  it("with a wrong password stays at the same address", async () => {
    const visitor = makeCookieClient(twin.origin);
    const answer = await signIn(visitor, { password: "wrong" });
    expect(answer.status).toBe(200);
    expect(load(answer.text)("#loginemail, #loginpass, #sign-in-button, #signInFB")).toHaveLength(4);
    expect((await visitor.get(PATHS.threads)).text).toContain(GATE_WORDS);
  });

  it("without its form state is refused and counted", async () => {
    const answer = await signIn(makeCookieClient(twin.origin), { csrf_token: "" });
    expect(answer.status).toBe(403);
    expect((await host.stats()).refusedCsrf).toBe(1);
  });

  it("is asked for in place by default, with 200 at the asked address", async () => {
    const page = await makeCookieClient(twin.origin).get(PATHS.threads);
    expect(page.status).toBe(200);
    expect(page.text).toContain(GATE_WORDS);
    expect(load(page.text)("#maincontent")).toHaveLength(0);
  });

  it("is asked for by a redirect when the switch says so", async () => {
    await host.control({ gate: "redirect" });
    const page = await makeCookieClient(twin.origin).get(`${PATHS.threads}?folder=sent`);
    expect(page.status).toBe(302);
    expect(page.headers.get("location")).toBe(
      `${PATHS.login}?loginfrom_url=${encodeURIComponent(`${PATHS.threads}?folder=sent`)}`,
    );
  });

  it("does not hold while logged_out is on, and is needed again after", async () => {
    await host.control({ logged_out: "on" });
    expect((await host.get(PATHS.threads)).text).toContain(GATE_WORDS);
    await signIn(host);
    expect((await host.get(PATHS.threads)).text).toContain(GATE_WORDS);
    await host.control({ logged_out: "off" });
    expect((await host.get(PATHS.threads)).text).toContain(GATE_WORDS);
    await signIn(host);
    expect((await host.get(PATHS.threads)).text).not.toContain(GATE_WORDS);
  });

  it("lies under a consent overlay until that was accepted", async () => {
    await host.control({ consent: "on" });
    expect(load((await host.get("/")).text)("#onetrust-accept-btn-handler")).toHaveLength(1);
    const visitor = makeCookieClient(twin.origin);
    const accepted = await visitor.get("/", { cookie: "OptanonAlertBoxClosed=yes" });
    expect(load(accepted.text)("#onetrust-accept-btn-handler")).toHaveLength(0);
  });

  it("shows the host's own contact data, as the canary for logs", async () => {
    const page = await host.get(PATHS.threads);
    expect(page.text).toContain(CANARY.email);
    expect(page.text).toContain(CANARY.phone);
  });
});

describe("the inbox", () => {
  it("says that it is empty, or shows neither rows nor those words", async () => {
    expect((await inbox())("p.msg.notice").text()).toBe("No messages found");
    await host.leadWrites({ text: "Hello" });
    await host.control({ inbox: "empty" });
    const marked = await inbox();
    expect(marked("p.msg.notice").text()).toBe("No messages found");
    expect(marked("a.thread_item")).toHaveLength(0);
    await host.control({ inbox: "empty_unmarked" });
    const unmarked = await inbox();
    expect(unmarked("p.msg.notice, a.thread_item")).toHaveLength(0);
    expect(unmarked("main#spareroom div.mythreads#maincontent div.mythreads--desktop")).toHaveLength(1);
  });

  it("has each row twice, with its ids, its parts and script noise", async () => {
    await host.leadWrites({ name: "Alex P", text: "Hi, is the room still available\nfrom June?" });
    const { threadId, messageId } = await host.leadWrites({ name: "Alex P", text: "Hi, is the room still available?" });
    const $ = await inbox();
    expect($(".mythreads--mobile a.thread_item")).toHaveLength(1);
    const row = $(".mythreads--desktop div.msg_row a.thread_item.thread_in");
    expect(row).toHaveLength(1);
    expect(row.attr()).toMatchObject({
      "data-thread-id": threadId,
      "data-message-id": messageId,
      href: `?thread_id=${threadId}`,
    });
    expect(threadId).toMatch(new RegExp(`^\\d+_${ROOM.id}$`));
    expect(row.children("span.name").text()).toBe("Alex P (2)");
    expect(row.children("span.snippet").text()).toBe("Hi, is the room still avail...");
    expect(row.children("i.threadDate").text()).toBe("Today 3:30pm");
    expect(row.children("span.ad-title").text()).toBe(ROOM.title);
    expect(row.parent().text()).toContain("jQuery(");
    expect($("header div.new-email")).toHaveLength(1);
    expect($("div.msg_row--unread")).toHaveLength(2);
  });

  it("is ordered by the newest inbound message, also when ours is the latest of all", async () => {
    const first = await host.leadWrites({ name: "Ana", text: "first" });
    const second = await host.leadWrites({ name: "Bo", text: "second" });
    await reply(host, first.threadId, "an answer to the first");
    const order = async (query = "") =>
      (await inbox(query))(".mythreads--desktop a.thread_item")
        .toArray()
        .map((row) => row.attribs["data-thread-id"]);
    expect(await order()).toEqual([second.threadId, first.threadId]);
    expect(await order("?sort=default_asc")).toEqual([first.threadId, second.threadId]);
    const $ = await inbox();
    const ours = $(`.mythreads--desktop a[data-thread-id="${first.threadId}"]`);
    expect(ours.attr("class")).toBe("thread_item thread_out thread_replied");
    expect(ours.parent().attr("class")).toBe("msg_row msg_row--replied");
    expect(await order("?folder=sent")).toEqual([first.threadId]);
    expect(await order("?folder=unreplied")).toEqual([second.threadId]);
    expect(await order("?folder=deleted")).toEqual([]);
    expect(await order("?keywords=SECOND")).toEqual([second.threadId]);
  });

  it("pages by offset and max_per_page, with the count of all", async () => {
    for (let n = 1; n <= 12; n++) await host.leadWrites({ name: `Lead ${n}`, text: "Hello" });
    const rows = ($: CheerioAPI) =>
      $(".mythreads--desktop span.name")
        .toArray()
        .map((name) => $(name).text());
    const first = await inbox();
    expect(rows(first)).toHaveLength(10);
    expect(rows(first)[0]).toBe("Lead 12");
    expect(first(".count").text()).toBe("Displaying 12 conversations");
    expect(rows(await inbox("?offset=10"))).toEqual(["Lead 2", "Lead 1"]);
    expect(rows(await inbox("?offset=5&max_per_page=3"))).toEqual(["Lead 7", "Lead 6", "Lead 5"]);
  });

  it("is where the old addresses lead", async () => {
    for (const old of PATHS.oldThreads) {
      const answer = await host.get(`${old}?folder=sent`);
      expect(answer.status).toBe(301);
      expect(answer.headers.get("location")).toBe(`${PATHS.threads}?folder=sent`);
    }
  });

  it("loses one class under drift, the first of the list or the named one", async () => {
    await host.leadWrites({ text: "Hello" });
    await host.control({ drift: "on" });
    expect((await inbox())("a.thread_item")).toHaveLength(0);
    expect((await inbox())("div.msg_row")).toHaveLength(2);
    await host.control({ drift: "snippet" });
    expect((await inbox())("a.thread_item")).toHaveLength(2);
    expect((await inbox())("span.snippet")).toHaveLength(0);
  });
});

describe("a thread", () => {
  it("carries its id, its messages in order with direction, and the composer behind the decoys", async () => {
    const { threadId } = await host.leadWrites({ name: "Alex P", text: "Hi,\nis it <b>free</b>?  👀" });
    await reply(host, threadId, "Yes.\n\nWhen can you come?");
    const $ = load((await host.get(threadPath(threadId))).text);
    expect($("input[name=thread_id]").first().attr("value")).toBe(threadId);
    const items = $("ul.conversation > li.message");
    expect(items.toArray().map((item) => item.attribs["class"])).toEqual(["message message_in", "message message_out"]);
    expect(items.toArray().map((item) => item.attribs["id"])).toEqual(["msg_700200301", "msg_700200302"]);
    $("dd.message_body br").replaceWith("\n");
    expect(
      $("dd.message_body")
        .toArray()
        .map((body) => $(body).text()),
    ).toEqual(["Hi,\nis it <b>free</b>?  👀", "Yes.\n\nWhen can you come?"]);
    expect($("dd.message_date").first().text().trim()).toBe("Today 3:30pm");
    expect($("dd.message_from_details").first().text()).toContain("View the profile of Alex P");
    expect($("li.message_out .email-status").text()).toBe("Email sent");
    const form = $("form:has(textarea[name=message])");
    expect(form.find("textarea").first().attr("name")).toBe("g-recaptcha-response");
    expect(form.find("button[type=submit][name=btnSubmit]")).toHaveLength(1);
    expect($("textarea").first().attr("name")).not.toBe("message");
    expect($("form button[type=submit]").length).toBeGreaterThan(3);
  });

  it("is no longer unread once it was opened", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    await host.get(threadPath(threadId));
    expect((await inbox())("div.msg_row--unread, div.new-email")).toHaveLength(0);
  });

  it("that does not exist is not found", async () => {
    expect((await host.get(threadPath("1_2"))).status).toBe(404);
  });

  it("may have a hidden second composer", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    await host.control({ composer_duplicate: "on" });
    const $ = load((await host.get(threadPath(threadId))).text);
    expect($("textarea[name=message]")).toHaveLength(2);
    expect($("form.reply_form--mobile")).toHaveLength(1);
  });

  it("keeps a private note and label of the host", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    const note = { action: "save_note", format: "json", thread_id: threadId, label_id: "1", conversation_note: "ok" };
    expect(JSON.parse((await host.post(PATHS.threads, note)).text)).toEqual({ success: 1 });
    expect((await inbox("?label_id=1"))("a.thread_item")).toHaveLength(2);
    expect((await inbox("?label_id=2"))("a.thread_item")).toHaveLength(0);
  });

  it.each(["delete", "archive", "report", "block"])("records %s as forbidden and fails", async (action) => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    expect((await host.post(PATHS.threads, { action, thread_id: threadId })).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toMatchObject([{ method: "POST", path: PATHS.threads, what: action }]);
  });
});

describe("own adverts", () => {
  it("are cards with their state, and a count in the last navcurrent", async () => {
    const $ = load((await host.get(PATHS.listings)).text);
    const cards = $("li.listing-result.listing-result--live[id^=advert-]");
    expect(cards.toArray().map((card) => card.attribs["id"])).toEqual(
      DEMO_LISTINGS.spareroom.map((listing) => `advert-${listing.id}`),
    );
    expect(cards.first().find(".listing-card__title").text()).toBe(ROOM.title);
    expect(cards.first().find(".listing-card__price").text()).toBe("$1,450 / month");
    expect($("p.navcurrent strong").last().text()).toBe("2");
    expect($("body").text()).toContain("Deactivate");
  });

  it("come as JSON too, and each has its public page", async () => {
    const json = JSON.parse((await host.get(`${PATHS.listings}?format=json&max_per_page=1`)).text);
    expect(json.myads.offered).toHaveLength(1);
    expect(json.myads.offered[0].date_live_iso8601).toMatch(/^\d{4}-/);
    expect((await host.get(`/${ROOM.id}`)).text).toContain(ROOM.title);
    expect((await host.get(`${PATHS.advert}?flatshare_id=${ROOM.id}`)).text).toContain(ROOM.title);
  });

  it.each([PATHS.renew, PATHS.deactivate])("record a hit on %s as forbidden", async (path) => {
    expect((await host.get(`${path}?advert_id=${ROOM.id}`)).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toMatchObject([{ method: "GET", path }]);
  });
});
