// The listings of the Leasebreak twin: public pages, and the host's own with several prices each. Also its manifest.

import { load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import { DEMO_LISTINGS } from "../kernel/demo-listings.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { NOW, open, reply, setPrices, signIn } from "./host-visits.ts";
import { editPath, listingPath, PATHS, threadPath } from "./paths.ts";

const [ROOM, FLAT] = DEMO_LISTINGS.leasebreak;
const AT_FIRST = ["$1,740", "$1,595", "$1,450"];
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

async function prices(listingId: string): Promise<string[]> {
  const $ = await open(host, PATHS.ownListings);
  const found = $(`[data-listing-id="${listingId}"] .my-listing-price`).toArray();
  return found.map((price) => $(price).text());
}

describe("a public listing", () => {
  it("has its parts and a price for each lease term, at both of its addresses", async () => {
    for (const path of [listingPath(ROOM), `/rental-details/${ROOM.id}/`]) {
      const $ = await open(makeCookieClient(twin.origin), path);
      expect($("h2").text()).toBe(ROOM.title);
      expect($(".title-detail-apartments-text").text()).toBe(ROOM.area);
      expect($(".title-icon .nums-icon")).toHaveLength(2);
      expect($(".title-icon .date-icon")).toHaveLength(2);
      expect($(".listing-details-value").length).toBeGreaterThan(0);
      expect($(".last-updated-details-title")).toHaveLength(1);
      expect($("h3").text()).toBe("Pricing Based on Lease Term");
      const cells = $(".pricing-table tbody td").toArray();
      expect(cells.map((cell) => $(cell).text())).toEqual([
        ...["1 - 3 Months", "$1,740", "4 - 6 Months", "$1,595", "7 - 12 Months", "$1,450"],
      ]);
    }
    expect((await host.get("/rental-details/1/")).status).toBe(404);
  });

  it("is found by the search box", async () => {
    const $ = await open(host, `${PATHS.search}?q=halsey`);
    expect($(".results a").attr("href")).toBe(listingPath(ROOM));
    expect($(".results a")).toHaveLength(1);
  });
});

describe("own listings", () => {
  it("are cards with their state, several prices, and controls that must never be used", async () => {
    const $ = await open(host, PATHS.ownListings);
    const cards = $(".my-listing.my-listing--active");
    expect(cards.toArray().map((card) => card.attribs["data-listing-id"])).toEqual([ROOM.id, FLAT.id]);
    expect(cards.first().find(".my-listing-state").text()).toBe("active");
    expect(await prices(ROOM.id)).toEqual(AT_FIRST);
    for (const action of ["renew", "deactivate", "delete"]) {
      expect((await host.get(`${PATHS.ownListings}/${ROOM.id}/${action}`)).status).toBe(500);
    }
    expect((await host.stats()).forbiddenHits).toHaveLength(3);
  });

  it("take new prices by term, the same ones twice without harm, and leave other listings alone", async () => {
    const other = await prices(FLAT.id);
    for (let times = 0; times < 2; times++) {
      const answer = await setPrices(host, ROOM.id, ["1800", "1600.50", "1500"]);
      expect(answer.status).toBe(302);
      expect(answer.headers.get("location")).toBe(`${editPath(ROOM.id)}?saved=yes`);
    }
    expect(await prices(ROOM.id)).toEqual(["$1,800", "$1,600.50", "$1,500"]);
    expect(await prices(FLAT.id)).toEqual(other);
    const $ = await open(host, `${editPath(ROOM.id)}?saved=yes`);
    expect($(".flash-success").text()).toBe("Your listing has been saved.");
    expect($("#ListingTerm_1_price").attr("value")).toBe("1600.5");
  });

  it.each([
    ["unchanged", "yes"],
    ["moderated", "review"],
  ] as const)("keep their prices under price_save = %s, though it looks saved", async (price_save, saved) => {
    await host.control({ price_save });
    const answer = await setPrices(host, ROOM.id, ["1800", "1600", "1500"]);
    expect(answer.headers.get("location")).toBe(`${editPath(ROOM.id)}?saved=${saved}`);
    expect(await prices(ROOM.id)).toEqual(AT_FIRST);
  });

  it("refuse what is not a price, what the switch calls invalid, and a form without its token", async () => {
    for (const wrong of ["", "0", "-1", "1,500", "1e3", "12.345"]) {
      const answer = await setPrices(host, ROOM.id, ["1800", "1600", wrong]);
      expect(answer.status).toBe(200);
      expect(load(answer.text)("#listing-form .errorMessage")).toHaveLength(1);
    }
    await host.control({ price_save: "invalid" });
    expect((await setPrices(host, ROOM.id, ["1800", "1600", "1500"])).status).toBe(200);
    await host.control({ price_save: "ok", csrf: "stale" });
    expect((await setPrices(host, ROOM.id, ["1800", "1600", "1500"])).status).toBe(403);
    expect(await prices(ROOM.id)).toEqual(AT_FIRST);
    expect((await host.stats()).refusedCsrf).toBe(1);
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
    expect(messages.toArray().map((message) => thread(message).is(selector("thread.inbound")))).toEqual([
      true,
      false,
      false,
    ]);
    expect(messages.toArray().map((message) => thread(message).is(selector("thread.outbound")))).toEqual([
      false,
      true,
      true,
    ]);
    expect(messages.eq(1).find(selector("send.held"))).toHaveLength(1);
    expect(messages.eq(2).find(selector("send.failed"))).toHaveLength(1);
    for (const key of ["thread.name", "thread.listing", "composer.text", "composer.submit", "composer.csrf"]) {
      expect([key, thread(selector(key)).length]).toEqual([key, 1]);
    }
    expect(thread(selector("thread.verify")).attr("value")).toBe(threadId);
    expect(thread(selector("thread.options"))).toHaveLength(3);
    const own = await open(host, selector("listings.path"));
    expect(own(selector("listings.row")).first().attr(selector("listings.row_id"))).toBe(ROOM.id);
    const form = await open(host, selector("price.path").replace("{listingId}", ROOM.id));
    expect(form(selector("price.input"))).toHaveLength(3);
    expect(form(`${selector("price.submit")}, ${selector("price.csrf")}`)).toHaveLength(2);
    expect(selector("thread.path")).toBe(threadPath("{threadId}"));
  });
});
