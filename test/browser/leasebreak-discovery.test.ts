// Discover-first: what Leasebreak's adapter does and leaves alone before a person confirmed the pages of the site at hand.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Confirmation } from "#browser/confirmation";
import type { SendReport } from "#contracts/browser";
import { DEMO_ACCOUNT } from "../fakes/platforms/kernel/demo-account.ts";
import { confirmationOf } from "../local/confirmations.ts";
import { type AdapterLab, runStep, startAdapterLab } from "./adapter-lab.ts";
import type { Step } from "./adapter-worker.ts";
import { startTwinClient, type TwinClient } from "./twin-client.ts";

const LAB_START_MS_MAX = 120_000;
const CREDENTIALS = { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password };
const UNCONFIRMED = { code: "PACK_UNCONFIRMED" };

describe("Leasebreak before and after confirmation", { timeout: 60_000 }, () => {
  let lab: AdapterLab;
  let twin: TwinClient;
  let threadId: string;

  beforeAll(async () => {
    lab = await startAdapterLab();
  }, LAB_START_MS_MAX);
  afterAll(async () => {
    await lab?.close();
  }, LAB_START_MS_MAX);
  beforeEach(async () => {
    twin = await startTwinClient("leasebreak");
    ({ threadId } = await twin.leadWrites("Alex P", "Is the room free?"));
  });
  afterEach(async () => {
    expect((await twin.stats()).forbiddenHits).toEqual([]);
    await twin.close();
  });

  const run = async (steps: readonly Step[], confirmations: readonly Confirmation[] = []) =>
    (await lab.run({ platform: "leasebreak", origin: twin.origin, steps, confirmations, proofMsMax: 3_000 })).results;
  const confirmed = () => confirmationOf({ platform: "leasebreak", origin: twin.origin });
  const askedPaths = async (): Promise<readonly string[]> => {
    const answer = await fetch(`${twin.origin}/__twin/requests`);
    return ((await answer.json()) as { requests: { path: string }[] }).requests.map(({ path }) => path);
  };
  const WORK: readonly Step[] = [
    { do: "logIn", credentials: CREDENTIALS },
    { do: "openInbox" },
    { do: "readInbox" },
    { do: "readThread", ref: { threadId: "61201" } },
    { do: "send", threadId: "61201", body: "Yes", gate: { answer: true } },
  ];

  it("logs in and tells the session, refuses to read and to send, and opens no page of the messages", async () => {
    const [loggedIn, opened, inbox, thread, sent] = await run(WORK);
    expect([loggedIn, opened]).toEqual([
      { ok: true, value: "in" },
      { ok: true, value: "in" },
    ]);
    expect(inbox).toMatchObject({ ok: false, error: { ...UNCONFIRMED, packKey: "inbox.path" } });
    expect(thread).toMatchObject({ ok: false, error: { ...UNCONFIRMED, packKey: "thread.path" } });
    expect(sent).toMatchObject({ kind: "not_sent", fault: UNCONFIRMED });
    expect((await askedPaths()).filter((path) => path.startsWith("/messages"))).toEqual([]);
    expect((await twin.stats()).submits).toBe(0);
  });

  it("says out before logging in, and challenge where there is one, without the messages pages", async () => {
    expect(await run([{ do: "openInbox" }])).toEqual([{ ok: true, value: "out" }]);
    await twin.set({ challenge: "cloudflare_403" });
    expect(await run([{ do: "openInbox" }])).toEqual([{ ok: true, value: "challenge" }]);
    expect((await askedPaths()).filter((path) => path.startsWith("/messages"))).toEqual([]);
  });

  it("takes a confirmation of another origin for none", async () => {
    const elsewhere = { ...(await confirmed()), origin: "https://www.leasebreak.com" };
    const results = await run(WORK, [elsewhere]);
    expect(results[2]).toMatchObject({ error: UNCONFIRMED });
    expect(results[4]).toMatchObject({ kind: "not_sent", fault: UNCONFIRMED });
    expect((await askedPaths()).filter((path) => path.startsWith("/messages"))).toEqual([]);
  });

  it("refuses to send when a single entry it needs is left out of the confirmation", async () => {
    const whole = await confirmed();
    const partly = { ...whole, entries: whole.entries.filter(({ key }) => key !== "composer.submit") };
    const results = await run(WORK, [partly]);
    expect(results[2]).toMatchObject({ ok: true });
    expect(results[4]).toMatchObject({ kind: "not_sent", fault: { ...UNCONFIRMED, packKey: "composer.submit" } });
    expect((await twin.stats()).submits).toBe(0);
  });

  it("reads by the confirmed value and not by the pack's, and fails by name when the value fits nothing", async () => {
    const whole = await confirmed();
    const withRow = (value: string) => ({
      ...whole,
      entries: whole.entries.map((entry) => (entry.key === "inbox.row" ? { ...entry, value } : entry)),
    });
    const steps = WORK.slice(0, 3);
    expect((await run(steps, [whole]))[2]).toMatchObject({
      ok: true,
      value: { rows: [{ threadId, leadName: "Alex P" }] },
    });
    expect((await run(steps, [withRow(".never-a-row")]))[2]).toMatchObject({
      error: { code: "SELECTOR_MISSING", packKey: "inbox.row" },
    });
  });

  it("says failed to a message that the platform keeps as failed", async () => {
    await twin.set({ send: "failed" });
    const send: Step = { do: "send", threadId, body: "Yes", gate: { answer: true } };
    const [, report] = await run([WORK[0] as Step, send], [await confirmed()]);
    expect((report as SendReport).kind).toBe("refused");
    expect((await twin.stats()).sendAttempts).toBe(1);
  });

  it("reads an empty thread as empty only when the page says so", async () => {
    const read: Step = { do: "readThread", ref: { threadId } };
    await twin.set({ thread: "empty" });
    expect((await run([WORK[0] as Step, read], [await confirmed()]))[1]).toMatchObject({ value: { messages: [] } });
    await twin.set({ thread: "empty_unmarked" });
    expect((await run([WORK[0] as Step, read], [await confirmed()]))[1]).toMatchObject({
      error: { code: "SELECTOR_MISSING", packKey: "thread.message" },
    });
  });

  it("names the ad of a thread by the id in its address", async () => {
    const request = { platform: "leasebreak" as const, origin: twin.origin, confirmations: [await confirmed()] };
    const ran = await lab.run({ ...request, steps: [WORK[0] as Step] });
    const read = await runStep<"readThread">(
      lab,
      { ...request, storageState: ran.storageState },
      { do: "readThread", ref: { threadId } },
    );
    const [stored] = (await (await fetch(`${twin.origin}/__twin/messages`)).json()).messages as { listingId: string }[];
    expect(read.ok && read.value.listing?.platformListingId).toBe(stored?.listingId);
  });
});
