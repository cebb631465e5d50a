// What can become of a send on the FurnishedFinder twin, each with what is stored and counted.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { SURPRISE_TEXT } from "../kernel/send.ts";
import { startTwin } from "../main.ts";
import { type HostBrowser, makeHostBrowser, messagePath, NOW } from "./host-visits.ts";
import { HOST_MEMBER_ID } from "./login-routes.ts";
import { PATHS } from "./paths.ts";

const ID = `${HOST_MEMBER_ID}-V1StGXR8_Z5jdHi6B-myT`;
let twin: RunningTwin;
let lab: CookieClient;
let host: HostBrowser;
let threadId: string;
let nowMs = NOW;

beforeAll(async () => {
  twin = await startTwin({ platform: "furnishedfinder", port: 0, dataDir: ":memory:", now: () => nowMs });
});
afterAll(() => twin.close());
beforeEach(async () => {
  nowMs = NOW;
  lab = makeCookieClient(twin.origin);
  await lab.reset();
  host = makeHostBrowser(twin.origin);
  await host.logIn();
  ({ threadId } = await lab.leadWrites({ name: "Alex Dunn", text: "Is it free?" }));
});

/** What the host's side stored, oldest first. */
async function hostTexts(): Promise<string[]> {
  return (await lab.messages()).filter((message) => message.from === "host").map((message) => message.text);
}

describe("a send", () => {
  it("keeps the id that the browser made, and stores the text to the byte", async () => {
    const text = `  Yes!\n\n<b>Sure</b> & "so" \u202Eמרחבא 👩‍👩‍👧\n${"y".repeat(1_900)}`;
    const answer = await host.send(threadId, text, ID);
    expect([answer.status, answer.message]).toEqual([201, expect.objectContaining({ id: ID, text, status: "sent" })]);
    expect((await lab.messages()).at(-1)).toMatchObject({ id: ID, from: "host", text });
    expect((await host.open(threadId)).messages.at(-1)?.id).toBe(ID);
    expect(await lab.stats()).toMatchObject({ submits: 1, submitsByBody: [{ threadId, text, count: 1 }] });
  });

  it("under an id that is known says so and stores nothing more, also after its connection was cut", async () => {
    await lab.control({ send: "cut_connection" });
    await expect(host.send(threadId, "Yes", ID)).rejects.toThrow();
    await lab.control({ send: "ok" });
    const again = await host.send(threadId, "Yes", ID);
    expect([again.status, again.json["code"], again.json["message"]]).toEqual([
      400,
      4,
      expect.stringContaining("already exists"),
    ]);
    await host.send(threadId, "Yes");
    expect(await hostTexts()).toEqual(["Yes", "Yes"]);
  });

  it("without its page's state, without the token, or with a stranger's id stores nothing", async () => {
    const body = { message: { id: ID, text: "x" } };
    expect((await host.ask(messagePath(threadId), { body })).status).toBe(403);
    expect((await host.ask(messagePath(threadId), { body, token: "x" })).status).toBe(401);
    expect((await host.send(threadId, "x", "ff-1-V1StGXR8_Z5jdHi6B-myT")).status).toBe(400);
    expect((await host.send(threadId, "   ")).status).toBe(400);
    expect((await host.send("no-such-channel", "x")).status).toBe(400);
    await lab.control({ csrf: "stale" });
    expect((await host.send(threadId, "x")).status).toBe(403);
    expect(await lab.stats()).toMatchObject({ submits: 0, refusedCsrf: 2 });
    expect(await hostTexts()).toEqual([]);
  });

  it("may have the signature added by the platform", async () => {
    await lab.control({ signature: "on" });
    const { message } = await host.send(threadId, "Yes");
    expect(message?.text).toMatch(/^Yes\n\n--\nHarriet/);
    expect(await hostTexts()).toEqual([message?.text]);
    expect((await lab.stats()).submitsByBody).toMatchObject([{ text: "Yes" }]);
  });

  it("that is held says so, or looks sent; releasing it sends it", async () => {
    await lab.control({ send: "held" });
    expect((await host.send(threadId, "Yes")).message?.held).toBe(true);
    await lab.control({ held_shown: "as_sent" });
    expect((await host.open(threadId)).messages.at(-1)?.held).toBe(false);
    await lab.post("/__twin/release", {});
    expect((await lab.messages()).at(-1)?.state).toBe("sent");
  });

  it("that is dropped is acknowledged without the message, so that its row goes on sending", async () => {
    await lab.control({ send: "silent_drop" });
    const answer = await host.send(threadId, "Yes");
    expect([answer.status, answer.message]).toEqual([201, undefined]);
    expect(await hostTexts()).toEqual([]);
    expect((await lab.stats()).submits).toBe(1);
  });

  it.each([
    ["optimistic_failed", 500],
    ["cool_down", 429],
    ["blocked_403", 403],
    ["lost_session", 401],
  ])("that meets %s is answered %i and stores nothing", async (send, status) => {
    await lab.control({ send });
    const answer = await host.send(threadId, "Yes");
    expect([answer.status, answer.message]).toEqual([status, undefined]);
    expect(await hostTexts()).toEqual([]);
    expect((await lab.stats()).submits).toBe(0);
    expect((await host.ask(PATHS.channels)).status).toBe(send === "lost_session" ? 401 : 200);
  });

  it("may be stored and answered with 500, late, or with a reload", async () => {
    await lab.control({ send: "stored_then_500" });
    expect((await host.send(threadId, "one")).status).toBe(500);
    await lab.control({ send: "answer_delay", answer_delay_ms: 80 });
    const before = performance.now();
    expect((await host.send(threadId, "two")).status).toBe(201);
    expect(performance.now() - before).toBeGreaterThanOrEqual(75);
    await lab.control({ send: "full_reload" });
    expect((await host.send(threadId, "three")).json["reload"]).toBe(true);
    expect(await hostTexts()).toEqual(["one", "two", "three"]);
  });

  it("closes the composer for a while in slow mode, and refuses a send until then", async () => {
    await lab.control({ slow_mode: "on", cool_down_ms: 5_000 });
    expect((await host.send(threadId, "one")).json["coolDownMs"]).toBe(5_000);
    nowMs += 3_000;
    expect((await host.open(threadId)).coolDownMs).toBe(2_000);
    expect((await host.send(threadId, "two")).status).toBe(429);
    nowMs += 2_000;
    expect((await host.send(threadId, "three")).status).toBe(201);
    expect(await hostTexts()).toEqual(["one", "three"]);
  });

  it("may meet a message of the lead after the read or right before the post, each under its own id", async () => {
    await lab.control({ new_inbound_before_send: "after_read" });
    expect((await host.open(threadId)).messages.map(({ text }) => text)).not.toContain(SURPRISE_TEXT);
    expect((await host.open(threadId)).messages.map(({ text }) => text)).toContain(SURPRISE_TEXT);
    await lab.control({ new_inbound_before_send: "before_post" });
    await host.send(threadId, "Yes", ID);
    const messages = await lab.messages();
    expect(messages.map(({ text }) => text)).toEqual(["Is it free?", SURPRISE_TEXT, SURPRISE_TEXT, "Yes"]);
    expect(messages.map(({ id }) => id === ID)).toEqual([false, false, false, true]);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(4);
  });
});
