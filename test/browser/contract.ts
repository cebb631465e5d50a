// The contract of every adapter (objects/contracts/browser.ts), on real Chromium against its platform's twin. One file per platform
// runs it (contract-<platform>.test.ts), because most of it is waiting and files wait side by side.
// One fresh twin per test; a test asserts what the twin counted, not only what the adapter said.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Confirmation } from "#browser/confirmation";
import { SEND_PROOF_MS_MAX } from "#browser/send-once";
import type { SendReport, StorageState } from "#contracts/browser";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { Platform } from "#domain/platform";
import { CANARY } from "../fakes/platforms/kernel/demo-account.ts";
import { confirmationOf } from "../local/confirmations.ts";
import { type AdapterLab, type Answers, runStep, startAdapterLab, startGate } from "./adapter-lab.ts";
import type { Step } from "./adapter-worker.ts";
import { describeFailingNetwork } from "./contract-network.ts";
import { type PlatformProfile, PROFILES } from "./platform-profiles.ts";
import { startTwinClient, type TwinClient } from "./twin-client.ts";

const LAB_START_MS_MAX = 120_000;
const TEST_MS_MAX = 60_000;
/** Shorter than in production: what is not shown after three seconds is not shown. One test uses the real limit. */
const PROOF_MS_MAX = 3_000;

/** What people wrote: the platform's own notes are apart. */
const peopleOf = ({ messages }: ThreadSighting) => messages.filter((message) => message.direction !== "system");

/** Registers the contract's tests for a platform. */
export function describeContract(platform: Platform): void {
  const profile = PROFILES.find((candidate) => candidate.platform === platform);
  if (profile === undefined) throw new Error(`${platform} has no profile`);
  describe(platform, { timeout: TEST_MS_MAX }, () => contract(profile));
}

function contract(profile: PlatformProfile): void {
  let lab: AdapterLab;
  beforeAll(async () => {
    lab = await startAdapterLab();
  }, LAB_START_MS_MAX);
  afterAll(async () => {
    await lab?.close();
  }, LAB_START_MS_MAX);

  let twin: TwinClient;
  let storageState: StorageState | null;
  let confirmations: readonly Confirmation[];
  /** Where the site is reached: the twin itself, or a link to it that fails. */
  let origin: string;

  const reachAt = async (reached: string): Promise<void> => {
    origin = reached;
    const place = { platform: profile.platform, origin };
    confirmations =
      profile.confirmed === "manifest"
        ? [await confirmationOf(place)]
        : [{ ...place, confirmed_on: "2026-11-20", by: "contract test", entries: profile.confirmed }];
  };
  beforeEach(async () => {
    twin = await startTwinClient(profile.platform);
    storageState = null;
    await reachAt(twin.origin);
  });
  afterEach(async () => {
    expect((await twin.stats()).forbiddenHits).toEqual([]);
    await twin.close();
  });

  const request = (proofMsMax = PROOF_MS_MAX) => ({
    platform: profile.platform,
    origin,
    storageState,
    proofMsMax,
    confirmations,
  });
  const step = <Name extends Step["do"]>(what: Extract<Step, { do: Name }>): Promise<Answers[Name]> =>
    runStep<Name>(lab, request(), what);
  const logIn = async (): Promise<void> => {
    const ran = await lab.run({ ...request(), steps: [{ do: "logIn", credentials: profile.credentials }] });
    expect(ran.results).toEqual([{ ok: true, value: "in" }]);
    storageState = ran.storageState;
  };
  const readInbox = async (): Promise<Answers["readInbox"]> => {
    const ran = await lab.run({ ...request(), steps: [{ do: "openInbox" }, { do: "readInbox" }] });
    return ran.results[1] as Answers["readInbox"];
  };
  const send = (threadId: string, body: string, proofMsMax = PROOF_MS_MAX): Promise<SendReport> =>
    runStep<"send">(lab, request(proofMsMax), { do: "send", threadId, body, gate: { answer: true } });
  const submitsOf = async (text: string): Promise<number> =>
    (await twin.stats()).submitsByBody.filter((row) => row.text === text).reduce((sum, row) => sum + row.count, 0);

  describe("session", () => {
    it("is in after logging in, and stays in when the session is restored into a new browser context", async () => {
      await logIn();
      expect(await step({ do: "openInbox" })).toEqual({ ok: true, value: "in" });
    });

    it.each(profile.signedOut)(
      "reads $state, never an empty inbox, when signed out with $switches",
      async (signedOut) => {
        await twin.set(signedOut.switches);
        expect(await step({ do: "openInbox" })).toEqual({ ok: true, value: signedOut.state });
        expect(await readInbox()).toMatchObject({ ok: false, error: { code: "SESSION_EXPIRED" } });
      },
    );

    it.each([
      { challenge: "cloudflare_403", state: "challenge" },
      { challenge: "cloudflare_503", state: "challenge" },
      { challenge: "hard_block", state: "blocked" },
    ])("reads $state on the page $challenge, logged in or not", async ({ challenge, state }) => {
      await logIn();
      await twin.set({ challenge });
      expect(await step({ do: "openInbox" })).toEqual({ ok: true, value: state });
    });

    it("answers 429 as a rate limit with the time to come back", async () => {
      await twin.set({ challenge: "rate_429" });
      const opened = await step({ do: "openInbox" });
      expect(opened).toMatchObject({ ok: false, error: { code: "RATE_LIMITED" } });
      expect(opened.ok ? 0 : opened.error.retryAfterMs).toBeGreaterThan(0);
    });

    it("takes a wrong password as a refusal for a human", async () => {
      const credentials = { ...profile.credentials, password: "not the password" };
      expect(await step({ do: "logIn", credentials })).toMatchObject({ ok: false, error: { code: "LOGIN_REFUSED" } });
    });

    it("meets a challenge while logging in and stops", async () => {
      await twin.set({ challenge: "cloudflare_403" });
      const answer = await step({ do: "logIn", credentials: profile.credentials });
      expect(answer).toMatchObject({ ok: false, error: { code: "CHALLENGE" } });
    });

    it("says HeadlessChrome where the browser does: the user agent is not masked", async () => {
      expect(await step({ do: "userAgent" })).toContain("HeadlessChrome");
    });
  });

  describe("inbox", () => {
    it("keeps the page's order and its ids over two reads, and strips counts from names", async () => {
      await twin.leadWrites("Alex P", "Is the room free?");
      const mine = await twin.leadWrites("Sam T", "Can I come by on Sunday?");
      await logIn();
      const first = await readInbox();
      expect(first).toMatchObject({ ok: true, value: { rows: [{ leadName: "Sam T" }, { leadName: "Alex P" }] } });
      const second = await readInbox();
      expect(first.ok && second.ok && second.value.rows).toEqual(first.ok && first.value.rows);
      expect(first.ok && first.value.rows[0]?.threadId).toBe(profile.rowsWithoutId ? null : mine.threadId);
    });

    it("changes the mark of a thread with a new message and of no other", async () => {
      // Rows without an id have no count either: the clock of the row must move for the same words to look new. It moves
      // at the twin's noon, because a row of yesterday shows a date.
      const toNoonMs = new Date().setUTCHours(12, 0, 0, 0) - Date.now();
      if (profile.rowsWithoutId) await twin.set({ clock_offset_ms: toNoonMs });
      await twin.leadWrites("Alex P", "Is the room free?");
      await twin.leadWrites("Sam T", "Can I come by on Sunday?");
      await logIn();
      const before = await readInbox();
      if (profile.rowsWithoutId) await twin.set({ clock_offset_ms: toNoonMs + 2 * 60_000 });
      await twin.leadWrites("Alex P", "Is the room free?");
      const after = await readInbox();
      const marks = (reading: Answers["readInbox"]) =>
        new Map(reading.ok ? reading.value.rows.map((row) => [row.leadName, row.mark]) : []);
      const changed = [...marks(after)]
        .filter(([name, mark]) => marks(before).get(name) !== mark)
        .map(([name]) => name);
      expect(changed).toEqual(["Alex P"]);
    });

    it("reads an empty inbox as empty only when the page says so", async () => {
      await logIn();
      await twin.set({ inbox: "empty" });
      expect(await readInbox()).toMatchObject({ ok: true, value: { rows: [] } });
      await twin.set({ inbox: "empty_unmarked" });
      expect(await readInbox()).toMatchObject({ ok: false, error: { code: "EMPTY_WITHOUT_MARKER" } });
    });

    it.each(Object.entries(profile.inboxDrift))(
      "names the pack entry when the class %s is renamed (%s)",
      async (drift, packKey) => {
        await twin.leadWrites("Alex P", "Is the room free?");
        await logIn();
        await twin.set({ drift });
        expect(await readInbox()).toMatchObject({ ok: false, error: { code: "SELECTOR_MISSING", packKey } });
      },
    );

    it.each(profile.harmlessDrift)("reads on without the optional part %s", async (drift) => {
      await twin.leadWrites("Alex P", "Is the room free?");
      await logIn();
      await twin.set({ drift });
      expect(await readInbox()).toMatchObject({ ok: true, value: { rows: [{ leadName: "Alex P" }] } });
    });
  });

  describe("thread", () => {
    it("reads bodies, directions, ids and times of a conversation, oldest first", async () => {
      const { threadId } = await twin.leadWrites("Alex P", "Hello,\nis the room <b>free</b>? 🏠");
      await logIn();
      expect(await send(threadId, "Yes.\n\nWhen would you come?")).toMatchObject({ kind: "shown" });
      await twin.leadWrites("Alex P", "On Sunday");
      const read = await step({ do: "readThread", ref: { threadId } });
      expect(read).toMatchObject({ ok: true, value: { threadId, leadName: "Alex P", isComplete: true } });
      if (!read.ok) throw new Error("unreachable");
      const messages = peopleOf(read.value);
      expect(messages).toMatchObject([
        { direction: "inbound", body: "Hello,\nis the room <b>free</b>? 🏠" },
        { direction: "outbound", body: "Yes.\n\nWhen would you come?" },
        { direction: "inbound", body: "On Sunday" },
      ]);
      const stored = await twin.messages();
      expect(messages.map((message) => message.platformMessageId)).toEqual(stored.map((message) => message.id));
      for (const { sentAt } of messages) {
        expect(Math.abs((sentAt.ms ?? 0) - read.value.takenAtMs)).toBeLessThan(2 * 60_000);
      }
    });

    it("reads a thread of many messages", async () => {
      let threadId = "";
      for (let index = 0; index < 60; index += 1) ({ threadId } = await twin.leadWrites("Alex P", `message ${index}`));
      await logIn();
      const read = await step({ do: "readThread", ref: { threadId } });
      expect(read.ok && peopleOf(read.value).map((message) => message.body)).toEqual(
        Array.from({ length: 60 }, (_, index) => `message ${index}`),
      );
    });

    it("refuses a thread that does not exist and an id that cannot be one", async () => {
      await logIn();
      for (const threadId of [profile.absentThreadId, "1&thread_id=2", ""]) {
        expect(await step({ do: "readThread", ref: { threadId } })).toMatchObject({ ok: false });
      }
    });

    it("asks to log in again when the session is gone", async () => {
      const { threadId } = await twin.leadWrites("Alex P", "Is the room free?");
      expect(await step({ do: "readThread", ref: { threadId } })).toMatchObject({ error: { code: "SESSION_EXPIRED" } });
    });

    it.each(Object.entries(profile.threadDrift))(
      "names the pack entry when the class %s is renamed (%s)",
      async (drift, packKey) => {
        const { threadId } = await twin.leadWrites("Alex P", "Is the room free?");
        await logIn();
        await send(threadId, "Yes");
        await twin.set({ drift });
        const read = await step({ do: "readThread", ref: { threadId } });
        expect(read).toMatchObject({ ok: false, error: { code: "SELECTOR_MISSING", packKey } });
      },
    );
  });

  describe("send", () => {
    let threadId: string;
    beforeEach(async () => {
      ({ threadId } = await twin.leadWrites("Alex P", "Is the room free?"));
      await twin.leadWrites("Sam T", "Another thread");
      await logIn();
    });

    it.each(["full_reload", "in_place"])(
      "shows the message with one submit, to the right thread, when the page answers by %s",
      async (mode) => {
        await twin.set({ send: mode });
        const report = await send(threadId, "Yes, it is.");
        expect(report).toMatchObject({ kind: "shown", isHeld: false });
        const mine = (await twin.messages()).filter((message) => message.from === "host");
        expect(mine).toMatchObject([{ threadId, text: "Yes, it is." }]);
        expect((await twin.stats()).sendAttempts).toBe(1);
      },
    );

    it.each(profile.sendLayouts)("sends once whatever the layout is: %o", async (switches) => {
      await twin.set(switches);
      expect(await send(threadId, "Yes,\nit is.")).toMatchObject({ kind: "shown" });
      expect((await twin.stats()).sendAttempts).toBe(1);
    });

    it("delivers line breaks, emoji, HTML-like text and 1,900 characters byte for byte", async () => {
      const head = "Hello 👩‍👩‍👧\n\n<b>not bold</b> & \"quoted\" 'text' é\n";
      const body = `${head}${"a long line of text ".repeat(100)}`.slice(0, 1899).concat(".");
      expect(await send(threadId, body)).toMatchObject({ kind: "shown" });
      expect(
        (await twin.messages()).filter((message) => message.from === "host").map((message) => message.text),
      ).toEqual([body]);
    });

    it("sends the same text a second time only when asked a second time, and proves each by itself", async () => {
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "shown" });
      await twin.set({ send: "silent_drop" });
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "unconfirmed" });
      await twin.set({ send: "ok" });
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "shown" });
    });

    it("clicks nothing when the gate says no, and shows the gate what the lead wrote meanwhile", async () => {
      await twin.set({ new_inbound_before_send: "after_read" });
      await step({ do: "readThread", ref: { threadId } });
      let preImage: ThreadSighting | null = null;
      const gate = await startGate((seen) => {
        preImage = seen;
        return false;
      });
      const report = await step({ do: "send", threadId, body: "Yes", gate: { url: gate.url } });
      await gate.close();
      expect(report).toEqual({ kind: "stopped" });
      expect(
        (preImage as ThreadSighting | null)?.messages.filter((message) => message.direction === "inbound").length,
      ).toBe(2);
      expect((await twin.stats()).sendAttempts).toBe(0);
    });

    it("shows its message beside one of the lead that arrived at the same moment", async () => {
      await twin.set({ new_inbound_before_send: "before_post" });
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "shown" });
      expect(await submitsOf("Yes")).toBe(1);
    });

    it("leaves a message that the platform dropped in silence unconfirmed, and submits once", async () => {
      await twin.set({ send: "silent_drop" });
      const report = await send(threadId, "Yes", SEND_PROOF_MS_MAX);
      expect(report).toMatchObject({ kind: "unconfirmed", postImage: { threadId } });
      expect((await twin.stats()).sendAttempts).toBe(1);
    });

    it.each([
      { send: "stored_then_500" },
      { send: "cut_connection" },
      { send: "cut_connection", keep_alive: "on" },
      { send: "cut_connection", keep_alive: "on", composer_mode: "in_place" },
      { send: "answer_delay", answer_delay_ms: 6_000 },
    ])("finds a stored message by reading back, and submits once: %o", async (switches) => {
      await twin.set(switches);
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "shown" });
      expect(await submitsOf("Yes")).toBe(1);
    });

    it("leaves a send that lost its session on the way unconfirmed", async () => {
      await twin.set({ send: "lost_session" });
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "unconfirmed", fault: { code: "SESSION_EXPIRED" } });
      expect((await twin.stats()).sendAttempts).toBe(1);
    });

    it("tells a message held for moderation from one that is out", async () => {
      await twin.set({ send: "held" });
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "shown", isHeld: true });
    });

    it.each(profile.refusals)("answers $kind to a refused send, says sent never: %o", async ({ switches, kind }) => {
      await twin.set({ send: "blocked_403", ...switches });
      expect((await send(threadId, "Yes")).kind).toBe(kind);
      expect((await twin.messages()).filter((message) => message.from === "host")).toEqual([]);
      expect((await twin.stats()).sendAttempts).toBeLessThanOrEqual(1);
    });

    it("sends nothing, and says so, when it meets a challenge, a lost session or an unknown thread before the click", async () => {
      expect(await send(profile.absentThreadId, "Yes")).toMatchObject({ kind: "not_sent" });
      await twin.set({ challenge: "cloudflare_403" });
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "not_sent", fault: { code: "CHALLENGE" } });
      await twin.set({ challenge: "off" });
      storageState = null;
      expect(await send(threadId, "Yes")).toMatchObject({ kind: "not_sent", fault: { code: "SESSION_EXPIRED" } });
      expect((await twin.stats()).sendAttempts).toBe(0);
    });

    it("needs few page loads, and names neither people nor texts in a fault", async () => {
      const before = (await twin.stats()).requests;
      await twin.set({ send: "silent_drop" });
      const report = await send(threadId, "a text that must not be repeated");
      expect((await twin.stats()).requests - before).toBeLessThanOrEqual(8);
      const told = JSON.stringify(report.kind === "unconfirmed" ? report.fault : null);
      for (const secret of ["a text that", "Alex", CANARY.email, CANARY.phone, profile.credentials.password]) {
        expect(told).not.toContain(secret);
      }
    });
  });

  describeFailingNetwork(profile, { twin: () => twin, reachAt, logIn, step, send, submitsOf });
}
