// The ads of the RentHop twin: the shared bank, the form with the price, public cards and the renter's form. Also its
// manifest.

import { load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { DEMO_LISTINGS } from "../kernel/demo-listings.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { fieldsOf, NOW, open, reply, saveAd, signIn } from "./host-visits.ts";
import { adPath, editPath, PATHS } from "./paths.ts";

const [ROOM, FLAT] = DEMO_LISTINGS.renthop;
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

async function form(): Promise<Record<string, string>> {
  const { csrf_token: _, ...fields } = fieldsOf(await open(host, editPath(ROOM.id)), "#listing-form");
  return fields;
}

describe("the listings bank", () => {
  it("has own ads among those of others, by position, and can be cut to one owner", async () => {
    const rows = async (query: string) => {
      const $ = await open(host, `${PATHS.bank}${query}`);
      return $("#search-results-list .listing-entry")
        .toArray()
        .map((row) =>
          $(row)
            .children()
            .toArray()
            .map((part) => $(part).text()),
        );
    };
    const all = await rows("?page=1&sort=hopscore");
    expect(all).toHaveLength(4);
    expect(all[1]).toEqual([
      `${ROOM.title}${ROOM.area}`,
      "$1,4501 Bed, 1 Bath",
      "Harriet Harbour",
      expect.any(String),
      "View Edit Repost Deactivate",
    ]);
    expect(all[3]?.[0]).toBe(all[1]?.[0]);
    const own = await rows(`?page=1&usernames[]=${DEMO_ACCOUNT.username}`);
    expect(own.map((row) => row[2])).toEqual(["Harriet Harbour", "Harriet Harbour"]);
    expect(await rows("?max_price=1500")).toHaveLength(2);
    expect(await rows("?page=2")).toHaveLength(0);
    const $ = await open(host, PATHS.account);
    expect($("a[href='/r/listings/post'] div.agent-quicklinks-new-listing")).toHaveLength(1);
  });

  it.each(["repost", "deactivate", "delete"])("records %s as forbidden and fails", async (action) => {
    expect((await host.get(`/r/listings/${action}/${ROOM.id}`)).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toHaveLength(1);
  });
});

describe("the form of an ad", () => {
  it("has the fields that were seen, and a new ad is never to be posted", async () => {
    const $ = await open(host, PATHS.post);
    const ids = [
      "address",
      "unit",
      "display_address",
      "price",
      "description",
      "upload_container",
      "upload_browse_files",
    ];
    for (const id of ids) expect([id, $(`#${id}`).length]).toEqual([id, 1]);
    expect($("#listing-form button[type=submit]").text()).toBe("Save + Post");
    expect((await host.post(PATHS.post, fieldsOf($, "#listing-form"))).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toMatchObject([{ what: "new ad" }]);
  });

  it("saves a price, twice without harm, and nothing else", async () => {
    const before = await form();
    for (let times = 0; times < 2; times++) {
      const answer = await saveAd(host, ROOM.id, { price: "1500" });
      expect(answer.headers.get("location")).toBe(`${editPath(ROOM.id)}&saved=yes`);
    }
    expect(await form()).toEqual({ ...before, price: "1500" });
    expect((await open(host, adPath(ROOM)))("body").text()).toContain("$1,500");
    expect(fieldsOf(await open(host, editPath(FLAT.id)), "#listing-form")["price"]).toBe("2900");
  });

  it("shows what a careless save changed beside the price", async () => {
    const before = await form();
    await saveAd(host, ROOM.id, { description: "" });
    expect(await form()).toEqual({ ...before, description: "" });
  });

  it.each([
    ["unchanged", "yes"],
    ["moderated", "review"],
  ] as const)("keeps the price under price_save = %s, though it looks saved", async (price_save, saved) => {
    await host.control({ price_save });
    const before = await form();
    const answer = await saveAd(host, ROOM.id, { price: "1500" });
    expect(answer.headers.get("location")).toBe(`${editPath(ROOM.id)}&saved=${saved}`);
    expect((await open(host, `${editPath(ROOM.id)}&saved=${saved}`))(".form-saved")).toHaveLength(1);
    expect(await form()).toEqual(before);
  });

  it("refuses what is not a price, what the switch calls invalid, and a form without its token", async () => {
    const before = await form();
    for (const price of ["", "0", "-1", "1,500", "1e3", "12.34"]) {
      expect(load((await saveAd(host, ROOM.id, { price })).text)(".form-error")).toHaveLength(1);
    }
    await host.control({ price_save: "invalid" });
    expect((await saveAd(host, ROOM.id, { price: "1500" })).status).toBe(200);
    await host.control({ price_save: "ok" });
    expect((await saveAd(host, ROOM.id, { price: "1500", csrf_token: "" })).status).toBe(403);
    expect(await form()).toEqual(before);
    expect((await host.stats()).refusedCsrf).toBe(1);
  });
});

describe("a public ad", () => {
  it("is a card with its ids", async () => {
    const $ = await open(makeCookieClient(twin.origin), "/");
    const card = $(`div.search-listing#listing-${ROOM.id}`);
    expect(card.attr("listing_id")).toBe(ROOM.id);
    for (const part of ["title", "neighborhoods", "info", "price"]) {
      expect(card.find(`#listing-${ROOM.id}-${part}`)).toHaveLength(1);
    }
    expect(card.find("a[href^='/managers/']").text()).toBe("Harriet Harbour");
    expect((await host.get(card.find("a[href^='/managers/']").attr("href") ?? "")).status).toBe(200);
    expect(card.text()).toContain("Check Availability");
  });

  it("takes a renter's form as a lead's message, with what the renter gave", async () => {
    const renter = makeCookieClient(twin.origin);
    const $ = await open(renter, adPath(FLAT));
    const typed = { renter_name: "Kim", renter_email: "kim@leads.example", renter_phone: "555-0111" };
    const fields = { ...fieldsOf($, "#id-contact-form"), ...typed, renter_comments: "Is it\nfree?" };
    expect((await renter.post(PATHS.contact, { ...fields, csrf_token: "" })).status).toBe(403);
    expect((await renter.post(PATHS.contact, { ...fields, renter_name: "" })).status).toBe(400);
    expect((await renter.post(PATHS.contact, fields)).status).toBe(200);
    expect(await host.messages()).toMatchObject([{ leadName: "Kim", listingId: FLAT.id, text: "Is it\nfree?" }]);
    expect(await host.mails()).toMatchObject([{ replyTo: "kim@leads.example" }]);
  });

  it("is never asked about by the host", async () => {
    const fields = fieldsOf(await open(host, adPath(FLAT)), "#id-contact-form");
    expect((await host.post(PATHS.contact, { ...fields, renter_name: "x", renter_comments: "x" })).status).toBe(500);
    expect((await host.stats()).forbiddenHits).toHaveLength(1);
  });
});

describe("the manifest", () => {
  it("names elements that the pages have", async () => {
    const { threadId } = await host.leadWrites({ text: "Hello" });
    const entries = new Map((await host.manifest()).entries.map(({ key, value }) => [key, value]));
    const selector = (key: string) => entries.get(key) ?? "nothing";
    const inbox = await open(host, selector("inbox.path"));
    const row = inbox(selector("inbox.row"));
    expect(row.attr(selector("inbox.row_id"))).toBe(threadId);
    expect(row.is(selector("inbox.unread"))).toBe(true);
    for (const part of ["name", "preview", "date"]) expect(row.find(selector(`inbox.${part}`))).toHaveLength(1);
    expect(inbox(selector("inbox.empty"))).toHaveLength(0);
    await host.control({ send: "held" });
    await reply(host, threadId, "Yes");
    await host.control({ send: "failed" });
    await reply(host, threadId, "No");
    const thread = await open(host, selector("thread.path").replace("{threadId}", threadId));
    const messages = thread(selector("thread.message"));
    expect(messages).toHaveLength(3);
    expect(messages.first().attr(selector("thread.message_id"))).toMatch(/^\d+$/);
    for (const part of ["body", "time"]) expect(messages.find(selector(`thread.${part}`))).toHaveLength(3);
    const sides = messages
      .toArray()
      .map((message) => ["inbound", "outbound"].find((side) => thread(message).is(selector(`thread.${side}`))));
    expect(sides).toEqual(["inbound", "outbound", "outbound"]);
    expect(messages.eq(1).find(selector("send.held"))).toHaveLength(1);
    expect(messages.eq(2).find(selector("send.failed"))).toHaveLength(1);
    const once = ["thread.name", "thread.listing", "thread.lead_email", "thread.lead_phone", "thread.lead_comments"];
    for (const key of [...once, "thread.refer", "composer.text", "composer.submit", "composer.csrf"]) {
      expect([key, thread(selector(key)).length]).toEqual([key, 1]);
    }
    expect(thread(selector("thread.verify")).attr("value")).toBe(threadId);
    expect(thread(selector("thread.options"))).toHaveLength(4);
    const bank = await open(host, PATHS.bank);
    expect(bank(selector("listings.own"))).toHaveLength(2);
    const edit = await open(host, selector("price.path").replace("{listingId}", ROOM.id));
    expect(edit(selector("price.id")).attr("value")).toBe(ROOM.id);
    expect(edit(`${selector("price.submit")}, ${selector("price.csrf")}`)).toHaveLength(2);
  });
});
