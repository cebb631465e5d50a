// The account actor on real SQLite: one visit at a time, the poll clock, and a session that is sealed at rest.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { AccountActor, VisitReport } from "#contracts/account-actor";
import type { StorageState } from "#contracts/browser";
import { LOOK_AGAIN_MS, SEND_COMES_BACK_MS } from "#domain/account/limits";
import { bindings } from "./talk.ts";

const CANARY = "session-cookie-value-7f3a";
const SESSION: StorageState = {
  cookies: [
    { name: "sid", value: CANARY, domain: "example.com", path: "/", expires: -1, httpOnly: true, secure: true },
  ],
  origins: [],
};
const QUIET: VisitReport = {
  loginState: "in",
  storageState: SESSION,
  readMarks: { "thread:1": "aa" },
  foundNew: false,
  readThroughAtMs: null,
  latenciesMs: [],
  fault: null,
  isStopping: false,
};

async function newAccount() {
  const accountId = `acct_${crypto.randomUUID()}`;
  const stub = bindings.ACCOUNTS.get(bindings.ACCOUNTS.idFromName(accountId));
  const actor = stub as unknown as AccountActor;
  const settings = {
    accountId,
    organisationId: "org_1",
    platform: "spareroom",
    isActive: true,
    pollIntervalMs: 600_000,
    visitGapMs: 200,
    sendsPerHourMax: 60,
  } as const;
  await actor.configure(settings);
  return { stub, actor, settings };
}

async function begin(actor: AccountActor, purpose: "poll" | "send" = "poll") {
  const begun = await actor.beginVisit(purpose);
  if (!begun.ok) throw new Error(begun.error.message);
  return begun.value;
}

describe("an account actor", () => {
  it("[A1] gives the browser to one visitor at a time", async () => {
    const { actor } = await newAccount();
    const visit = await begin(actor);
    expect(await actor.beginVisit("send")).toMatchObject({ ok: false, error: { code: "NOT_NOW" } });
    await actor.endVisit(visit.token, QUIET);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await actor.beginVisit("send")).ok).toBe(true);
  });

  it("[A2] takes nothing from a visitor whose token is not the visit's", async () => {
    const { actor } = await newAccount();
    const visit = await begin(actor);
    await actor.endVisit("somebody-else", QUIET);
    expect(await actor.renewVisit("somebody-else")).toBe(false);
    expect(await actor.renewVisit(visit.token)).toBe(true);
  });

  it("gives session and marks to the next visitor, also after an eviction", async () => {
    const { actor, stub } = await newAccount();
    await actor.endVisit((await begin(actor)).token, QUIET);
    await evictDurableObject(stub);
    await actor.wake();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await begin(actor)).toMatchObject({ storageState: SESSION, threadMarks: { "thread:1": "aa" } });
  });

  it("keeps the session sealed on disk, bound to this account", async () => {
    const { actor, stub } = await newAccount();
    await actor.endVisit((await begin(actor)).token, QUIET);
    const stored = await runInDurableObject(stub, (_object, ctx) => {
      const body = ctx.storage.sql.exec<{ body: ArrayBuffer }>("SELECT body FROM sealed").one().body;
      return { body, text: new TextDecoder().decode(body) };
    });
    expect(stored.body.byteLength).toBeGreaterThan(CANARY.length);
    expect(stored.text).not.toContain(CANARY);
    const other = await newAccount();
    await runInDurableObject(other.stub, (_object, ctx) => {
      ctx.storage.sql.exec("INSERT INTO sealed (id, body) VALUES (1, ?)", stored.body);
    });
    expect((await begin(other.actor)).storageState).toBeNull();
  });

  it("[A4] [A6] signals a poll when it is due, again while nobody acts on it, and an interval after it ended", async () => {
    const { actor, stub } = await newAccount();
    const first = (await actor.status()).nextPollAtMs ?? 0;
    expect(first).toBeLessThanOrEqual(Date.now());
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    const again = (await actor.status()).nextPollAtMs ?? 0;
    expect(again).toBeGreaterThan(Date.now());
    expect(again).toBeLessThan(Date.now() + 60_000);
    await actor.endVisit((await begin(actor)).token, QUIET);
    const next = (await actor.status()).nextPollAtMs ?? 0;
    expect(next).toBeGreaterThan(Date.now() + 600_000 * 0.7);
    expect(next).toBeLessThan(Date.now() + 600_000 * 1.3);
  });

  it("[A9] [A15] [A22] polls as soon as waiting messages had their turn when the process that a signal was given to is gone", async () => {
    const { actor, stub } = await newAccount();
    await runDurableObjectAlarm(stub);
    const alarmAtMs = await runInDurableObject(stub, (_object, ctx) => ctx.storage.getAlarm());
    expect(alarmAtMs).toBeLessThanOrEqual(Date.now() + LOOK_AGAIN_MS);
    await runInDurableObject(stub, (_object, ctx) => {
      const { state } = ctx.storage.sql.exec<{ state: string }>("SELECT state FROM account").one();
      const before = JSON.stringify({ ...JSON.parse(state), signalledTo: "an earlier run" });
      ctx.storage.sql.exec("UPDATE account SET state = ?", before);
    });
    await evictDurableObject(stub);
    expect((await actor.status()).nextPollAtMs).toBeLessThanOrEqual(Date.now() + SEND_COMES_BACK_MS);
  });

  it("[A22] lets a message that found the account in use go before the next poll", async () => {
    const { actor } = await newAccount();
    const visit = await begin(actor);
    expect((await actor.beginVisit("send")).ok).toBe(false);
    await actor.endVisit(visit.token, QUIET);
    await actor.wake();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await actor.beginVisit("poll")).toMatchObject({
      ok: false,
      error: { message: "A message that waits goes first." },
    });
    expect((await actor.beginVisit("send")).ok).toBe(true);
  });

  it("[A16] [A17] pauses as long as the platform asks, over an eviction, and shows why", async () => {
    const { actor, stub } = await newAccount();
    const fault = { code: "RATE_LIMITED", message: "too many requests", retryAfterMs: 120_000 } as const;
    await actor.endVisit((await begin(actor)).token, { ...QUIET, fault });
    await evictDurableObject(stub);
    const { breaker, stopped } = await actor.status();
    expect({ code: breaker?.code, stopped }).toEqual({ code: "RATE_LIMITED", stopped: null });
    const refused = await actor.beginVisit("send");
    expect(refused).toMatchObject({ ok: false, error: { message: "Too many requests.", retryAtMs: breaker?.untilMs } });
  });

  it("[A18] keeps how long messages waited, and sums it up", async () => {
    const { actor, stub } = await newAccount();
    expect((await actor.status()).ingest).toBeNull();
    const readThroughAtMs = Date.now();
    await actor.endVisit((await begin(actor)).token, { ...QUIET, readThroughAtMs, latenciesMs: [4_000, 9_000, 5_000] });
    await evictDurableObject(stub);
    expect((await actor.status()).ingest).toEqual({ p50Ms: 5_000, p95Ms: 9_000, samples: 3 });
    await actor.resume();
    expect((await begin(actor)).readThroughAtMs).toBe(readThroughAtMs);
  });

  it("loads a state that an earlier version wrote", async () => {
    const { actor, stub } = await newAccount();
    await runInDurableObject(stub, (_object, ctx) => {
      const { state } = ctx.storage.sql.exec<{ state: string }>("SELECT state FROM account").one();
      const { isActive, pollIntervalMs, nextPollAtMs } = JSON.parse(state);
      ctx.storage.sql.exec("UPDATE account SET state = ?", JSON.stringify({ isActive, pollIntervalMs, nextPollAtMs }));
    });
    await evictDurableObject(stub);
    expect((await actor.beginVisit("send")).ok).toBe(true);
  });

  it("[A3] [A7] stands still after a fault for a human, over an eviction, until somebody resumes it", async () => {
    const { actor, stub } = await newAccount();
    const fault = { code: "CHALLENGE", message: "the platform asks for a proof" } as const;
    await actor.endVisit((await begin(actor)).token, { ...QUIET, fault, isStopping: true });
    await evictDurableObject(stub);
    expect(await actor.status()).toMatchObject({ stopped: { code: "CHALLENGE" }, nextPollAtMs: null });
    expect((await actor.beginVisit("send")).ok).toBe(false);
    await actor.wake();
    expect((await actor.status()).nextPollAtMs).toBeNull();
    await actor.resume();
    expect((await actor.beginVisit("send")).ok).toBe(true);
  });
});
