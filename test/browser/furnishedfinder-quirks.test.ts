// What only FurnishedFinder does, on real Chromium: a login in steps, rows without ids and with repeated names, ids that appear after a
// click, messages drawn before the server took them. Asserts what the twin counted, too.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Confirmation } from "#browser/confirmation";
import type { InboxRow, StorageState } from "#contracts/browser";
import { DEMO_ACCOUNT } from "../fakes/platforms/kernel/demo-account.ts";
import { confirmationOf } from "../local/confirmations.ts";
import { type AdapterLab, type Answers, runStep, startAdapterLab } from "./adapter-lab.ts";
import type { Step } from "./adapter-worker.ts";
import { startTwinClient, type TwinClient } from "./twin-client.ts";

const LAB_START_MS_MAX = 120_000;
const CREDENTIALS = { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password };
const PROOF_MS_MAX = 3_000;

describe("FurnishedFinder on its twin", { timeout: 60_000 }, () => {
  let lab: AdapterLab;
  let twin: TwinClient;
  let storageState: StorageState | null;
  let confirmations: readonly Confirmation[];

  beforeAll(async () => {
    lab = await startAdapterLab();
  }, LAB_START_MS_MAX);
  afterAll(async () => {
    await lab?.close();
  }, LAB_START_MS_MAX);
  beforeEach(async () => {
    twin = await startTwinClient("furnishedfinder");
    storageState = null;
    confirmations = [await confirmationOf({ platform: "furnishedfinder", origin: twin.origin })];
  });
  afterEach(async () => {
    expect((await twin.stats()).forbiddenHits).toEqual([]);
    await twin.close();
  });

  const request = () => ({
    platform: "furnishedfinder" as const,
    origin: twin.origin,
    storageState,
    confirmations,
    proofMsMax: PROOF_MS_MAX,
  });
  const step = <Name extends Step["do"]>(what: Extract<Step, { do: Name }>): Promise<Answers[Name]> =>
    runStep<Name>(lab, request(), what);
  const logIn = async (): Promise<Answers["logIn"]> => {
    const ran = await lab.run({ ...request(), steps: [{ do: "logIn", credentials: CREDENTIALS }] });
    storageState = ran.storageState;
    return ran.results[0] as Answers["logIn"];
  };
  const inboxRows = async (): Promise<readonly InboxRow[]> => {
    const ran = await lab.run({ ...request(), steps: [{ do: "openInbox" }, { do: "readInbox" }] });
    const reading = ran.results[1] as Answers["readInbox"];
    if (!reading.ok) throw new Error(reading.error.message);
    return reading.value.rows;
  };
  const readRows = async (rows: readonly InboxRow[]): Promise<readonly Answers["readThread"][]> => {
    const steps = rows.map((row) => ({ do: "readThread" as const, ref: { row } }));
    return (await lab.run({ ...request(), steps })).results as Answers["readThread"][];
  };
  const send = (threadId: string, body: string) => step<"send">({ do: "send", threadId, body, gate: { answer: true } });
  /** A lead who writes in a conversation of its own, even under a known name. */
  const newLead = async (name: string, text: string): Promise<string> => {
    const answer = await fetch(`${twin.origin}/__twin/lead/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, text, newThread: true }),
    });
    return ((await answer.json()) as { threadId: string }).threadId;
  };
  const posts = async (): Promise<number> => {
    const answer = await fetch(`${twin.origin}/__twin/requests`);
    const { requests } = (await answer.json()) as { requests: { method: string }[] };
    return requests.filter(({ method }) => method === "POST").length;
  };

  it.each(["magic_link", "code"])("hands a login by %s to a human, and asks for it once", async (secondStep) => {
    await twin.set({ second_step: secondStep });
    expect(await logIn()).toMatchObject({ ok: false, error: { code: "LOGIN_NEEDS_HUMAN" } });
    expect(await posts()).toBe(1);
  });

  it.each(["cookies", "origins"] as const)("logs in anew when of its session only the %s are left", async (left) => {
    expect(await logIn()).toEqual({ ok: true, value: "in" });
    const whole = storageState ?? { cookies: [], origins: [] };
    storageState = { cookies: [], origins: [], [left]: whole[left] };
    expect(whole[left]).not.toHaveLength(0);
    expect((await step({ do: "openInbox" })).ok && "answered").toBe("answered");
    expect(await logIn()).toEqual({ ok: true, value: "in" });
    expect(await step({ do: "openInbox" })).toEqual({ ok: true, value: "in" });
  });

  it("logs in without any confirmation, and reads inbox and threads, but opens no address and sends nothing", async () => {
    confirmations = [];
    const threadId = await newLead("Alex P", "Is it free?");
    expect(await logIn()).toEqual({ ok: true, value: "in" });
    const rows = await inboxRows();
    expect(rows).toMatchObject([{ threadId: null, leadName: "Alex P", preview: "Is it free?" }]);
    expect(await readRows(rows)).toMatchObject([{ ok: true, value: { threadId, leadName: "Alex P" } }]);
    expect(await step<"readThread">({ do: "readThread", ref: { threadId } })).toMatchObject({
      error: { code: "PACK_UNCONFIRMED", packKey: "thread.path" },
    });
    expect(await send(threadId, "Yes")).toMatchObject({ kind: "not_sent", fault: { code: "PACK_UNCONFIRMED" } });
    expect((await twin.stats()).sendAttempts).toBe(0);
  });

  it("takes each of two leads of one name, with the same words, for whom they are", async () => {
    const ids = [await newLead("Alex P", "Is it free?"), await newLead("Alex P", "Is it free?")];
    await twin.set({ stale_thread: "on", channel_url_ms: 1_500 });
    await logIn();
    const rows = await inboxRows();
    expect(rows.map((row) => row.leadName)).toEqual(["Alex P", "Alex P"]);
    const read = await readRows(rows);
    expect(read.map((reading) => reading.ok && reading.value.threadId)).toEqual([...ids].reverse());
  });

  it("finds a row again after the list moved, and reads no other in its place", async () => {
    const threadId = await newLead("Alex P", "Is it free?");
    await logIn();
    const rows = await inboxRows();
    await newLead("Sam T", "Can I come by?");
    expect(await readRows(rows)).toMatchObject([{ ok: true, value: { threadId, leadName: "Alex P" } }]);
    await newLead("Alex P", "Another Alex");
    await newLead("Alex P", "A third one");
    const gone = rows.map((row) => ({ ...row, mark: "ffffffff" }));
    expect(await readRows(gone)).toMatchObject([{ ok: false, error: { code: "WRONG_THREAD" } }]);
  });

  it("waits for the id in the address as long as it was seen, and reads nothing without it", async () => {
    await newLead("Alex P", "Is it free?");
    await logIn();
    const rows = await inboxRows();
    await twin.set({ channel_url_ms: 8_000 });
    expect(await readRows(rows)).toMatchObject([{ ok: true }]);
    await twin.set({ channel_url_ms: 30_000 });
    expect(await readRows(rows)).toMatchObject([
      { ok: false, error: { code: "TIMEOUT", packKey: "thread.parameter" } },
    ]);
  });

  it("never takes a thread that is not drawn for an empty one", async () => {
    const threadId = await newLead("Alex P", "Is it free?");
    await logIn();
    await twin.set({ render: "never" });
    expect(await step<"readThread">({ do: "readThread", ref: { threadId } })).toMatchObject({
      error: { code: "TIMEOUT", packKey: "thread.message" },
    });
    await twin.set({ render: "late", thread: "empty_unmarked" });
    expect(await step<"readThread">({ do: "readThread", ref: { threadId } })).toMatchObject({ ok: false });
    await twin.set({ thread: "empty" });
    expect(await step<"readThread">({ do: "readThread", ref: { threadId } })).toMatchObject({
      value: { messages: [] },
    });
  });

  it.each(["stock", "none"])(
    "tells the sides with the classes %s, and invents no time inside a group",
    async (sides) => {
      const threadId = await newLead("Alex P", "Is it free?");
      await twin.leadWrites("Alex P", "Hello?");
      await logIn();
      await twin.set({ side_classes: sides });
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "shown" });
      const read = await step<"readThread">({ do: "readThread", ref: { threadId } });
      expect(read.ok && read.value.messages.filter((message) => message.direction !== "system")).toMatchObject([
        { direction: "inbound", sentAt: { ms: null, precision: "none" } },
        { direction: "inbound", sentAt: { precision: "exact" } },
        { direction: "outbound", sentAt: { precision: "exact" } },
      ]);
    },
  );

  it("does not call a row that was shown and then failed sent, and never clicks to try again", async () => {
    const threadId = await newLead("Alex P", "Is it free?");
    await logIn();
    await twin.set({ send: "optimistic_failed" });
    const before = await posts();
    // Its request met an error of the server, which is not the platform's no: it is read back before anything else is tried.
    expect(await send(threadId, "Yes")).toMatchObject({ kind: "unconfirmed", fault: { code: "SERVER_ERROR" } });
    expect((await twin.messages()).filter((message) => message.from === "host" && message.text === "Yes")).toEqual([]);
    expect((await posts()) - before).toBe(1);
  });

  it("sends nothing while slow mode keeps the composer closed", async () => {
    const threadId = await newLead("Alex P", "Is it free?");
    await logIn();
    await twin.set({ slow_mode: "on", cool_down_ms: 60_000 });
    expect(await send(threadId, "Yes")).toMatchObject({ kind: "shown" });
    expect(await send(threadId, "And one more")).toMatchObject({ kind: "not_sent" });
    expect((await twin.stats()).sendAttempts).toBe(1);
  });

  it("says when older messages were not loaded", async () => {
    const threadId = await newLead("Alex P", "first");
    for (let index = 0; index < 4; index += 1) await twin.leadWrites("Alex P", `message ${index}`);
    await logIn();
    await twin.set({ messages_shown: 3 });
    expect(await step<"readThread">({ do: "readThread", ref: { threadId } })).toMatchObject({
      ok: true,
      value: { isComplete: false },
    });
    await twin.set({ messages_shown: 100, channels_shown: 1 });
    await newLead("Sam T", "Can I come by?");
    expect(await step<"readThread">({ do: "readThread", ref: { threadId } })).toMatchObject({
      value: { isComplete: true },
    });
  });
});
