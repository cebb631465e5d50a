// What all twins share, shown on the SpareRoom twin: control, counting, guard pages, byte-exact texts, reset.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTwin } from "../main.ts";
import { type CookieClient, makeCookieClient } from "./cookie-client.ts";
import { openDatabase } from "./database.ts";
import { DEMO_LISTINGS } from "./demo-listings.ts";
import type { RunningTwin } from "./listen.ts";
import { makeTally, REQUESTS_KEPT } from "./tally.ts";

const NOON = Date.UTC(2026, 10, 20, 17, 0);
const PAGE = "/roommate/logon.pl";
let twin: RunningTwin;
let visitor: CookieClient;

beforeAll(async () => {
  twin = await startTwin({ platform: "spareroom", port: 0, dataDir: ":memory:", now: () => NOON });
});
afterAll(() => twin.close());
beforeEach(async () => {
  visitor = makeCookieClient(twin.origin);
  await visitor.reset();
});

describe("the lead's side", () => {
  it("keeps every text to the byte", async () => {
    const texts = [
      "two\nlines\r\nand\ta tab  with  spaces ",
      "<script>alert(1)</script> & <b>bold</b> &amp; \"quotes\" 'too'",
      "👩‍👩‍👧 café — naïve … 🏠",
      "\u202Eright to left\u202C مرحبا שלום",
      "__proto__",
      "x".repeat(10_000),
    ];
    for (const text of texts) await visitor.leadWrites({ text });
    expect((await visitor.messages()).map((message) => message.text)).toEqual(texts);
  });

  it("refuses an empty text, a longer one, and a NUL", async () => {
    for (const text of ["", "x".repeat(10_001), "a\0b"]) {
      await expect(visitor.leadWrites({ text })).rejects.toThrow("400");
    }
    expect(await visitor.messages()).toEqual([]);
  });

  it("puts the same name and listing in one thread, and another in its own", async () => {
    const [first, second] = DEMO_LISTINGS.spareroom;
    const one = await visitor.leadWrites({ name: "Jamie", text: "Hello" });
    const again = await visitor.leadWrites({ name: "Jamie", listingId: first.id, text: "Hello?" });
    const elsewhere = await visitor.leadWrites({ name: "Jamie", listingId: second.id, text: "And this one?" });
    const restarted = await visitor.leadWrites({ name: "Jamie", listingId: first.id, text: "New", newThread: true });
    const into = await visitor.leadWrites({ threadId: one.threadId, text: "Back here" });
    expect(again.threadId).toBe(one.threadId);
    expect(into.threadId).toBe(one.threadId);
    expect(new Set([one.threadId, elsewhere.threadId, restarted.threadId]).size).toBe(3);
    expect((await visitor.messages()).map((message) => message.leadName)).toEqual(Array(5).fill("Jamie"));
  });

  it("has a page for a person, with the listings to choose from", async () => {
    const page = await visitor.get("/__twin");
    expect(page.status).toBe(200);
    for (const listing of DEMO_LISTINGS.spareroom) expect(page.text).toContain(listing.id);
    expect(page.text).toContain('value="Jamie"');
  });
});

describe("the switches over HTTP", () => {
  it("merges a change and refuses an unknown switch with a sentence", async () => {
    expect((await visitor.control({ latency_ms: 1 })).status).toBe(200);
    const refused = await visitor.control({ latencyms: 1 });
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({ error: expect.stringContaining('There is no switch "latencyms".') });
    const page = await visitor.get("/__twin/control");
    expect(JSON.parse(page.text).switches).toMatchObject({ latency_ms: 1, send: "ok", gate: "in_place" });
  });

  it("are at their first values after a reset, as is everything else", async () => {
    await visitor.leadWrites({ text: "Hello" });
    await visitor.control({ challenge: "hard_block" });
    await visitor.get(PAGE);
    await visitor.reset();
    expect((await visitor.get(PAGE)).status).toBe(200);
    expect(await visitor.messages()).toEqual([]);
    expect(await visitor.stats()).toMatchObject({ requests: 1, messagesStored: 0, submits: 0 });
    expect((await visitor.leadWrites({ text: "Hello" })).messageId).toBe("700200301");
  });
});

describe("the guard in front of the site", () => {
  it.each([
    ["cloudflare_403", 403, "Attention Required"],
    ["cloudflare_503", 503, "Just a moment"],
    ["hard_block", 403, "Sorry, you have been blocked"],
    ["rate_429", 429, "Too many requests"],
  ])("shows %s", async (challenge, status, words) => {
    await visitor.control({ challenge });
    const page = await visitor.get(PAGE);
    expect(page.status).toBe(status);
    expect(page.text).toContain(words);
    expect(page.headers.get("retry-after")).toBe(status === 429 ? "120" : null);
    expect((await visitor.get("/__twin/stats")).status).toBe(200);
  });

  it("fails the asked share of requests and keeps count of the turns", async () => {
    await visitor.control({ fail_rate: 50 });
    const statuses = [];
    for (let turn = 0; turn < 6; turn++) statuses.push((await visitor.get(PAGE)).status);
    expect(statuses).toEqual([200, 500, 200, 500, 200, 500]);
  });

  it("answers late when told to", async () => {
    await visitor.control({ latency_ms: 60 });
    const before = performance.now();
    await visitor.get(PAGE);
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  });

  it("gates a headless browser only while the switch says so", async () => {
    const headless = { "user-agent": "Mozilla/5.0 HeadlessChrome/156.0" };
    expect((await visitor.get("/", headless)).text).not.toContain("you will need to either");
    await visitor.control({ headless_gate: "on" });
    expect((await visitor.get("/", headless)).text).toContain("you will need to either");
    expect((await visitor.get("/")).text).not.toContain("you will need to either");
  });
});

describe("what is counted", () => {
  it("logs each request of the site with time, status and user agent, and none of its own addresses", async () => {
    await visitor.get(`${PAGE}?loginfrom_url=%2F`, { "user-agent": "test-visitor" });
    await visitor.get("/no-such-page");
    await visitor.get("/__twin/manifest");
    const at = new Date(NOON).toISOString();
    expect(await visitor.requests()).toEqual([
      { at, method: "GET", path: `${PAGE}?loginfrom_url=%2F`, status: 200, userAgent: "test-visitor" },
      { at, method: "GET", path: "/no-such-page", status: 404, userAgent: expect.any(String) },
    ]);
    expect(await visitor.requests(new Date(NOON + 1).toISOString())).toEqual([]);
  });

  it("keeps only the newest requests and still knows how many there were", () => {
    const db = openDatabase(":memory:", "spareroom");
    const tally = makeTally(db, () => NOON);
    const asked = REQUESTS_KEPT + 600;
    for (let turn = 1; turn <= asked; turn++) {
      tally.request({ method: "GET", path: `/${turn}`, status: 200, userAgent: "" }, NOON);
    }
    expect(tally.stats().requests).toBe(asked);
    const kept = tally.requestsSince(0);
    expect(kept).toHaveLength(REQUESTS_KEPT);
    expect(kept.at(-1)?.path).toBe(`/${asked}`);
    db.close();
  });

  it("tells which entries of its markup are guesses", async () => {
    const manifest = await visitor.manifest();
    expect(manifest).toMatchObject({ platform: "spareroom", twin: true });
    expect(manifest.confirmed_on).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(manifest.entries.length).toBeGreaterThan(0);
    for (const entry of manifest.entries) {
      expect(entry.key).toMatch(/^[a-z]+\.[a-z_]+$/);
      expect(entry.mark).toBe("GUESSED");
    }
  });
});

describe("the clock", () => {
  it("is the given one, moved by the switch", async () => {
    await visitor.leadWrites({ text: "now" });
    await visitor.control({ clock_offset_ms: -86_400_000 });
    await visitor.leadWrites({ text: "a day before" });
    expect((await visitor.messages()).map((message) => Date.parse(message.at) - NOON)).toEqual([0, -86_400_000]);
  });
});
