// What can become of a send on the Roomies twin, each with what is stored and counted.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { SURPRISE_TEXT } from "../kernel/send.ts";
import { startTwin } from "../main.ts";
import { conversationOf, IN_PLACE, NOW, openPage, reply, signIn } from "./host-visits.ts";
import { PATHS, threadPath } from "./paths.ts";

let twin: RunningTwin;
let host: CookieClient;
let threadId: string;

beforeAll(async () => {
  twin = await startTwin({ platform: "roomies", port: 0, dataDir: ":memory:", now: () => NOW });
});
afterAll(() => twin.close());
beforeEach(async () => {
  host = makeCookieClient(twin.origin);
  await host.reset();
  await signIn(host);
  ({ threadId } = await host.leadWrites({ name: "Jane", text: "Is it free?" }));
});

/** What the host's side stored, oldest first. */
async function hostTexts(): Promise<string[]> {
  return (await host.messages()).filter((message) => message.from === "host").map((message) => message.text);
}

const data = async () => conversationOf(await openPage(host, threadPath(threadId)));

describe("a send", () => {
  it("in place is answered with the state of the new row, and stores the text to the byte", async () => {
    const text = `  Yes!\n\n<b>Sure</b> & "so" \u202Eמרחבא 👩‍👩‍👧\n${"y".repeat(1_900)}`;
    const answer = await reply(host, threadId, text, IN_PLACE);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ message: (await data()).messages.at(-1) });
    expect(JSON.parse(answer.text).message).toMatchObject({ id: 8_000_002, content: text, pending: false });
    expect(await hostTexts()).toEqual([text]);
    expect(await host.stats()).toMatchObject({ submits: 1, submitsByBody: [{ threadId, text, count: 1 }] });
  });

  it("by the form itself reloads the thread", async () => {
    const answer = await reply(host, threadId, "Yes");
    expect([answer.status, answer.headers.get("location")]).toEqual([302, threadPath(threadId)]);
  });

  it("goes in place or by a new page as the switches say", async () => {
    const inPlace = async () => (await host.get(threadPath(threadId))).text.includes("x-on:submit.prevent");
    expect(await inPlace()).toBe(true);
    await host.control({ send: "full_reload" });
    expect(await inPlace()).toBe(false);
    await host.control({ send: "ok", composer_mode: "full_reload" });
    expect(await inPlace()).toBe(false);
    await host.control({ send: "in_place" });
    expect(await inPlace()).toBe(true);
  });

  it("from the hidden second form has no effect", async () => {
    const form = (await openPage(host, threadPath(threadId)))("form.hidden");
    const _token = form.find("input[name=_token]").attr("value") ?? "";
    expect((await host.post(form.attr("action") ?? "", { _token })).status).toBe(302);
    expect(await host.stats()).toMatchObject({ submits: 0, sendAttempts: 0, refusedCsrf: 0 });
  });

  it("without its form state, with another thread's, or with a stale one is refused and counted", async () => {
    const other = await host.leadWrites({ name: "Bo", text: "Hello" });
    const $ = await openPage(host, threadPath(other.threadId));
    const foreign = $("form:has(textarea) input[name=_token]").attr("value") ?? "";
    for (const _token of ["", "a,b,1", foreign]) {
      expect((await host.post(threadPath(threadId), { _token, message: "x" })).status).toBe(403);
    }
    await host.control({ csrf: "stale" });
    expect((await reply(host, threadId, "x")).status).toBe(403);
    expect(await host.stats()).toMatchObject({ submits: 0, refusedCsrf: 4 });
  });

  it("by a signed-out visitor leads to the login page and stores nothing", async () => {
    const answer = await makeCookieClient(twin.origin).post(threadPath(threadId), { message: "x" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, PATHS.login]);
    expect(await hostTexts()).toEqual([]);
  });

  it("that is held says so, or looks sent; releasing it sends it", async () => {
    await host.control({ send: "held" });
    const answer = JSON.parse((await reply(host, threadId, "Yes", IN_PLACE)).text);
    expect(answer.message).toMatchObject({ pending: true, delivered_at: null });
    await host.control({ held_shown: "as_sent" });
    expect((await data()).messages.at(-1)?.pending).toBe(false);
    await host.post("/__twin/release", {});
    expect((await data()).messages.at(-1)?.delivered_at).not.toBeNull();
  });

  it("that is dropped is answered without a row and stores nothing", async () => {
    await host.control({ send: "silent_drop" });
    const answer = await reply(host, threadId, "Yes", IN_PLACE);
    expect([answer.status, answer.text]).toEqual([200, "{}"]);
    expect(await hostTexts()).toEqual([]);
    expect(await host.stats()).toMatchObject({ submits: 1, messagesStored: 1 });
  });

  it.each([
    ["failed", 422, "Your message could not be sent."],
    ["optimistic_failed", 422, "Your message could not be sent."],
    ["cool_down", 429, "You are sending messages too quickly."],
    ["blocked_403", 403, "You can no longer message this member."],
  ])("that is refused by %s stores nothing and says why, in place or on a page", async (send, status, words) => {
    await host.control({ send });
    expect((await data()).optimistic).toBe(send === "optimistic_failed");
    const inPlace = await reply(host, threadId, "Yes", IN_PLACE);
    expect([inPlace.status, JSON.parse(inPlace.text).message]).toEqual([status, expect.stringContaining(words)]);
    const whole = await reply(host, threadId, "Yes");
    expect([whole.status, whole.text]).toEqual([status, expect.stringContaining(words)]);
    expect(await hostTexts()).toEqual([]);
    expect((await host.stats()).submits).toBe(0);
  });

  it("may be stored and answered with 500, late, or not at all", async () => {
    await host.control({ send: "stored_then_500" });
    expect((await reply(host, threadId, "one", IN_PLACE)).status).toBe(500);
    await host.control({ send: "answer_delay", answer_delay_ms: 80 });
    const before = performance.now();
    expect((await reply(host, threadId, "two", IN_PLACE)).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
    await host.control({ send: "cut_connection" });
    await expect(reply(host, threadId, "three", IN_PLACE)).rejects.toThrow();
    expect(await hostTexts()).toEqual(["one", "two", "three"]);
  });

  it("may find the session gone between fill and submit", async () => {
    await host.control({ send: "lost_session" });
    const answer = await reply(host, threadId, "Yes", IN_PLACE);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, PATHS.login]);
    expect(await hostTexts()).toEqual([]);
    expect((await host.get(PATHS.inbox)).status).toBe(302);
  });

  it("may show its sender late", async () => {
    expect((await data()).senderFlagMs).toBeNull();
    await host.control({ sender_flag_late: "on", sender_flag_ms: 700 });
    expect((await data()).senderFlagMs).toBe(700);
  });

  it("may meet a message that came after the thread was read, or right before the post", async () => {
    await host.control({ new_inbound_before_send: "after_read" });
    expect((await data()).messages.map(({ content }) => content)).not.toContain(SURPRISE_TEXT);
    expect((await data()).messages.map(({ content }) => content)).toContain(SURPRISE_TEXT);
    await host.control({ new_inbound_before_send: "before_post" });
    await reply(host, threadId, "Yes", IN_PLACE);
    const texts = (await host.messages()).map((message) => message.text);
    expect(texts).toEqual(["Is it free?", SURPRISE_TEXT, SURPRISE_TEXT, "Yes"]);
  });
});
