// What can become of a send on the Leasebreak twin, each with what is stored and counted.

import { load } from "cheerio";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { SURPRISE_TEXT } from "../kernel/send.ts";
import { startTwin } from "../main.ts";
import { NOW, open, reply, signIn } from "./host-visits.ts";
import { PATHS, threadPath } from "./paths.ts";

const IN_PLACE = { "X-Requested-With": "XMLHttpRequest" };
let twin: RunningTwin;
let host: CookieClient;
let threadId: string;

beforeAll(async () => {
  twin = await startTwin({ platform: "leasebreak", port: 0, dataDir: ":memory:", now: () => NOW });
});
afterAll(() => twin.close());
beforeEach(async () => {
  host = makeCookieClient(twin.origin);
  await host.reset();
  await signIn(host);
  ({ threadId } = await host.leadWrites({ name: "Alex P", text: "Is it free?" }));
});

/** What the host's side stored, oldest first. */
async function hostTexts(): Promise<string[]> {
  return (await host.messages()).filter((message) => message.from === "host").map((message) => message.text);
}

describe("a send", () => {
  it("stores the text as it stood in the field and reloads the conversation", async () => {
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
    expect((await host.stats()).submitsByBody).toEqual([{ threadId, text: "Yes", count: 2 }]);
  });

  it("without its token, with another conversation's, or with a stale one is refused and counted", async () => {
    const other = await host.leadWrites({ name: "Bo", text: "Hello" });
    const $ = await open(host, threadPath(other.threadId));
    const foreign = $("#reply-form input[name=YII_CSRF_TOKEN]").attr("value") ?? "";
    const options = $(".thread-options input[name=YII_CSRF_TOKEN]").attr("value") ?? "";
    for (const YII_CSRF_TOKEN of ["", "a,b,1", foreign, options]) {
      const fields = { "MessageForm[thread_id]": threadId, "MessageForm[body]": "x", YII_CSRF_TOKEN };
      expect((await host.post(threadPath(threadId), fields)).status).toBe(403);
    }
    await host.control({ csrf: "stale" });
    expect((await reply(host, threadId, "x")).status).toBe(403);
    expect(await hostTexts()).toEqual([]);
    expect(await host.stats()).toMatchObject({ submits: 0, refusedCsrf: 5 });
  });

  it("whose hidden id is not that of the address, or that says nothing, stores nothing", async () => {
    const $ = await open(host, threadPath(threadId));
    const YII_CSRF_TOKEN = $("#reply-form input[name=YII_CSRF_TOKEN]").attr("value") ?? "";
    await host.post(threadPath(threadId), { "MessageForm[body]": "x", YII_CSRF_TOKEN });
    await reply(host, threadId, " \n ");
    expect(await host.stats()).toMatchObject({ sendAttempts: 0, messagesStored: 1 });
  });

  it("by a signed-out visitor is redirected to the sign-in and stores nothing", async () => {
    const stranger = makeCookieClient(twin.origin);
    const answer = await stranger.post(threadPath(threadId), { "MessageForm[body]": "x" });
    expect(answer.headers.get("location")).toBe(PATHS.login);
    expect(await hostTexts()).toEqual([]);
  });

  it("in place answers with the new message alone", async () => {
    expect((await host.get(threadPath(threadId))).text).not.toContain("XMLHttpRequest");
    for (const change of [{ send: "in_place" }, { send: "ok", composer_mode: "in_place" }]) {
      await host.control(change);
      expect((await host.get(threadPath(threadId))).text).toContain("XMLHttpRequest");
    }
    const answer = JSON.parse((await reply(host, threadId, "Yes", IN_PLACE)).text);
    expect(answer.status).toBe("success");
    expect(load(answer.html)(".message-item.message-out").attr("data-message-id")).toBe("4410502");
    await host.control({ send: "full_reload" });
    expect((await host.get(threadPath(threadId))).text).not.toContain("XMLHttpRequest");
  });

  it("that is held says so, or looks sent; releasing it sends it", async () => {
    await host.control({ send: "held" });
    expect((await reply(host, threadId, "Yes")).status).toBe(302);
    const marks = async () => (await open(host, threadPath(threadId)))(".message-pending").length;
    expect(await marks()).toBe(1);
    await host.control({ held_shown: "as_sent" });
    expect(await marks()).toBe(0);
    await host.post("/__twin/release", {});
    expect((await host.messages()).at(-1)?.state).toBe("sent");
  });

  it("may be stored as failed and says so, also in place", async () => {
    await host.control({ send: "failed" });
    await reply(host, threadId, "Yes");
    expect((await open(host, threadPath(threadId)))(".message-out .send-failed")).toHaveLength(1);
    const { html } = JSON.parse((await reply(host, threadId, "Yes", IN_PLACE)).text);
    expect(load(html)(".message-out .send-failed")).toHaveLength(1);
    expect((await host.messages()).map(({ state }) => state)).toEqual(["received", "failed", "failed"]);
  });

  it("that is dropped looks like a good one and stores nothing", async () => {
    await host.control({ send: "silent_drop" });
    expect((await reply(host, threadId, "Yes")).headers.get("location")).toBe(threadPath(threadId));
    expect(JSON.parse((await reply(host, threadId, "Yes", IN_PLACE)).text)).toEqual({ status: "success", html: "" });
    expect(await host.stats()).toMatchObject({ submits: 2, messagesStored: 1 });
  });

  it("may be stored and answered with 500, or late", async () => {
    await host.control({ send: "stored_then_500" });
    expect((await reply(host, threadId, "One")).status).toBe(500);
    await host.control({ send: "answer_delay", answer_delay_ms: 80 });
    const before = performance.now();
    expect((await reply(host, threadId, "Two")).status).toBe(302);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
    expect(await hostTexts()).toEqual(["One", "Two"]);
  });

  it("may be refused, as when the lead blocked the host", async () => {
    await host.control({ send: "blocked_403" });
    const answer = await reply(host, threadId, "Yes");
    expect(answer.status).toBe(403);
    expect(load(answer.text)(".send-failed")).toHaveLength(1);
    expect(await host.stats()).toMatchObject({ submits: 0, sendAttempts: 1, messagesStored: 1 });
  });

  it("may find the session gone between fill and submit", async () => {
    await host.control({ send: "lost_session" });
    expect((await reply(host, threadId, "Yes")).headers.get("location")).toBe(PATHS.login);
    expect(await hostTexts()).toEqual([]);
    expect((await host.get(PATHS.inbox)).status).toBe(302);
  });

  it("may be stored while its connection is cut before any answer", async () => {
    await host.control({ send: "cut_connection" });
    await expect(reply(host, threadId, "Yes")).rejects.toThrow();
    expect(await hostTexts()).toEqual(["Yes"]);
  });

  it("may meet a message that came after the conversation was read, or right before it", async () => {
    await host.control({ new_inbound_before_send: "after_read" });
    expect((await host.get(threadPath(threadId))).text).not.toContain(SURPRISE_TEXT);
    expect((await host.get(threadPath(threadId))).text).toContain(SURPRISE_TEXT);
    await host.control({ new_inbound_before_send: "before_post" });
    await reply(host, threadId, "Yes");
    const texts = (await host.messages()).map((message) => message.text);
    expect(texts).toEqual(["Is it free?", SURPRISE_TEXT, SURPRISE_TEXT, "Yes"]);
  });
});
