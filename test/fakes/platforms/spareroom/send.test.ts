// What can become of a send on the SpareRoom twin, each with what is stored and counted.

import { load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { SURPRISE_TEXT } from "../kernel/send.ts";
import { startTwin } from "../main.ts";
import { GATE_WORDS, NOW, reply, signIn, threadPath } from "./host-visits.ts";
import { PATHS } from "./paths.ts";

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

/** What the host's side stored, oldest first. */
async function hostTexts(): Promise<string[]> {
  return (await host.messages()).filter((message) => message.from === "host").map((message) => message.text);
}

describe("a send", () => {
  let threadId: string;
  beforeEach(async () => {
    ({ threadId } = await host.leadWrites({ name: "Alex P", text: "Is it free?" }));
  });

  it("stores the text as it stood in the field and reloads the thread", async () => {
    const text = `  Yes!\n\n<b>Sure</b> & "so" \u202Eמרחבא 👩‍👩‍👧\n${"y".repeat(1_900)}`;
    const answer = await reply(host, threadId, text);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(threadPath(threadId));
    expect(await hostTexts()).toEqual([text]);
    expect(await host.stats()).toMatchObject({ submits: 1, submitsByBody: [{ threadId, text, count: 1 }] });
  });

  it("twice is stored twice: the platform protects nobody from that", async () => {
    await reply(host, threadId, "Yes");
    await reply(host, threadId, "Yes");
    expect(await hostTexts()).toEqual(["Yes", "Yes"]);
    expect((await host.stats()).submitsByBody).toEqual([{ threadId, text: "Yes", count: 2 }]);
  });

  it("without its form state, with another thread's, or with a stale one is refused and counted", async () => {
    const other = await host.leadWrites({ name: "Bo", text: "Hello" });
    const $ = load((await host.get(threadPath(other.threadId))).text);
    const foreign = $("form.reply_form input[name=csrf_token]").attr("value") ?? "";
    for (const csrf_token of ["", "a,b,1", foreign]) {
      const answer = await host.post(PATHS.threads, { action: "reply", thread_id: threadId, message: "x", csrf_token });
      expect(answer.status).toBe(403);
    }
    await host.control({ csrf: "stale" });
    expect((await reply(host, threadId, "x")).status).toBe(403);
    expect(await hostTexts()).toEqual([]);
    expect(await host.stats()).toMatchObject({ submits: 0, refusedCsrf: 4 });
  });

  it("by a signed-out visitor meets the gate and stores nothing", async () => {
    const stranger = makeCookieClient(twin.origin);
    const answer = await stranger.post(PATHS.threads, { action: "reply", thread_id: threadId, message: "x" });
    expect(answer.text).toContain(GATE_WORDS);
    expect(await hostTexts()).toEqual([]);
  });

  it("in place answers with the new row alone", async () => {
    await host.control({ send: "in_place" });
    expect((await host.get(threadPath(threadId))).text).toContain("XMLHttpRequest");
    const answer = await reply(host, threadId, "Yes", { "X-Requested-With": "XMLHttpRequest" });
    const $ = load(answer.text);
    expect($("li.message_out").attr("id")).toBe("msg_700200302");
    expect($("main")).toHaveLength(0);
    await host.control({ send: "full_reload" });
    expect((await host.get(threadPath(threadId))).text).not.toContain("XMLHttpRequest");
  });

  it("that is held says so, or looks sent; releasing it sends it", async () => {
    await host.control({ send: "held" });
    expect((await reply(host, threadId, "Yes")).status).toBe(302);
    const status = async () => load((await host.get(threadPath(threadId))).text)(".email-status").text();
    expect(await status()).toBe("Awaiting approval");
    await host.control({ held_shown: "as_sent" });
    expect(await status()).toBe("Email sent");
    expect((await host.messages()).at(-1)?.state).toBe("held");
    await host.post("/__twin/release", {});
    expect((await host.messages()).at(-1)?.state).toBe("sent");
  });

  it("that is dropped looks like a good one and stores nothing", async () => {
    await host.control({ send: "silent_drop" });
    const answer = await reply(host, threadId, "Yes");
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(threadPath(threadId));
    expect(await hostTexts()).toEqual([]);
    expect(await host.stats()).toMatchObject({ submits: 1, messagesStored: 1 });
  });

  it("may be stored and answered with 500", async () => {
    await host.control({ send: "stored_then_500" });
    expect((await reply(host, threadId, "Yes")).status).toBe(500);
    expect(await hostTexts()).toEqual(["Yes"]);
  });

  it("may be stored and answered late", async () => {
    await host.control({ send: "answer_delay", answer_delay_ms: 80 });
    const before = performance.now();
    const sending = reply(host, threadId, "Yes");
    expect((await sending).status).toBe(302);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
    expect(await hostTexts()).toEqual(["Yes"]);
  });

  it("may be refused, as when the lead blocked the host", async () => {
    await host.control({ send: "blocked_403" });
    expect((await reply(host, threadId, "Yes")).status).toBe(403);
    expect(await hostTexts()).toEqual([]);
    expect(await host.stats()).toMatchObject({ submits: 0, sendAttempts: 1 });
  });

  it("may find the session gone between fill and submit", async () => {
    await host.control({ send: "lost_session" });
    expect((await reply(host, threadId, "Yes")).text).toContain(GATE_WORDS);
    expect(await hostTexts()).toEqual([]);
    expect((await host.get(PATHS.threads)).text).toContain(GATE_WORDS);
  });

  it("may be stored while its connection is cut before any answer", async () => {
    await host.control({ send: "cut_connection" });
    await expect(reply(host, threadId, "Yes")).rejects.toThrow();
    expect(await hostTexts()).toEqual(["Yes"]);
    expect((await host.requests()).at(-1)).toMatchObject({ method: "POST", status: 0 });
  });

  it("may meet a message that came after the thread was read, once", async () => {
    await host.control({ new_inbound_before_send: "after_read" });
    expect((await host.get(threadPath(threadId))).text).not.toContain(SURPRISE_TEXT);
    expect((await host.get(threadPath(threadId))).text).toContain(SURPRISE_TEXT);
    expect(await host.messages()).toHaveLength(2);
  });

  it("may have a message stored right before it, once", async () => {
    await host.control({ new_inbound_before_send: "before_post" });
    await reply(host, threadId, "Yes");
    await reply(host, threadId, "Still yes");
    const texts = (await host.messages()).map((message) => message.text);
    expect(texts).toEqual(["Is it free?", SURPRISE_TEXT, "Yes", "Still yes"]);
  });
});
