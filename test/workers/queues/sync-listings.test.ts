// The listing sync on a real D1: what a reading does to the listings on record, and what is asked of an account when. The visit itself
// is a fake: what a page holds is test/browser's business.
import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { PlatformAdapter, Site } from "#browser/adapter";
import { fault } from "#browser/fault";
import type { Visit } from "#contracts/account-actor";
import { listingListSchema } from "#contracts/api/unit";
import type { Fault, ListingsReading } from "#contracts/browser";
import type { QueueJob } from "#contracts/queue";
import { LISTINGS_EVERY_MS, LISTINGS_RETRY_MS, LISTINGS_SIGNAL_AGAIN_MS } from "#domain/listing-sync/limits";
import type { SeenListing } from "#domain/listing-sync/listing";
import type { Platform } from "#domain/platform";
import { listings, platformAccounts } from "#migrations/schema";
import { requestListingSyncs } from "#workers/cron/request-listing-syncs";
import { type Deps, makeDeps } from "#workers/deps";
import { DONE } from "#workers/queues/job-result";
import { syncListings } from "#workers/queues/sync-listings";
import type { visitAccount } from "#workers/queues/visit";
import { accountOf } from "#workers/store/accounts";
import { listAudit } from "#workers/store/audit";
import { knownListings } from "#workers/store/listing-sync";
import { linkOf } from "#workers/store/listings";
import { type Agency, db, makeAgency, makePerson } from "../api/agency.ts";
import { codeOf, signIn } from "../api/client.ts";

type Visiting = typeof visitAccount<ListingsReading | Fault>;
type Answer = ListingsReading | Fault;

const NOW_MS = Date.parse("2026-12-02T12:00:00Z");
const price = { amountCents: 145_000, currency: "USD", period: "month", raw: "$1,450 / month" } as const;
const advert = (platformListingId: string, change: Partial<SeenListing> = {}): SeenListing => ({
  ...{ platformListingId, title: `Room ${platformListingId}`, state: "live", prices: [price] },
  ...change,
});
const reading = (shown: readonly SeenListing[], isComplete = true): ListingsReading => ({
  ...{ listings: shown, isComplete, takenAtMs: NOW_MS },
});

let agency: Agency;
let sent: QueueJob[];
const depsAt = (nowMs: number): Deps => {
  const deps = makeDeps(env);
  return { ...deps, now: () => nowMs, queues: { ...deps.queues, ingest: { send: async (job) => sent.push(job) } } };
};
beforeEach(async () => {
  agency = await makeAgency();
  sent = [];
});

/** Visits whose page answers this; counts them. */
function visits(
  answer: Answer,
  during: () => Promise<unknown> = async () => null,
): { visit: Visiting; made: string[] } {
  const made: string[] = [];
  const visit: Visiting = async (_deps, _work, purpose, use) => {
    made.push(purpose);
    await during();
    const readListings = async () =>
      "code" in answer ? ({ ok: false, error: answer } as const) : ({ ok: true, value: answer } as const);
    const used = await use({} as Site, { readListings } as unknown as PlatformAdapter, {} as Visit);
    return { kind: "done", value: used.value, fault: used.fault };
  };
  return { visit, made };
}
const job = () => ({ job: "listings", organisationId: agency.id, accountId: agency.accountId }) as const;
const sync = async (answer: Answer, nowMs = NOW_MS) => {
  const { visit, made } = visits(answer);
  const result = await syncListings(job(), depsAt(nowMs), visit);
  return { result, made };
};
const onRecord = () => knownListings(db, agency.id, agency.accountId);
const rowOf = (id: string) =>
  db
    .select()
    .from(listings)
    .where(and(eq(listings.accountId, agency.accountId), eq(listings.platformListingId, id)))
    .get();
const setAccount = (columns: Partial<typeof platformAccounts.$inferInsert>) =>
  db.update(platformAccounts).set(columns).where(eq(platformAccounts.id, agency.accountId)).run();

describe("a sync", () => {
  it("puts adverts on record before any lead writes, without a unit, and shows them to admins", async () => {
    const seen = [advert("100001"), advert("100002", { state: "not_live", prices: [] })];
    expect(await sync(reading(seen, false))).toEqual({ result: DONE, made: ["listings"] });
    const admin = await signIn(await makePerson(agency, "admin"));
    const shown = listingListSchema.parse((await admin("GET", "/api/listings")).body).listings;
    const lastSeenAt = new Date(NOW_MS).toISOString();
    expect(shown).toMatchObject([
      { platformListingId: "100001", title: "Room 100001", unitId: null, state: "live", lastSeenAt, prices: [price] },
      { platformListingId: "100002", unitId: null, state: "not_live", lastSeenAt, prices: [] },
      { platformListingId: agency.platformListingId, state: null, lastSeenAt: null, prices: [] },
    ]);
    expect(await linkOf(db, agency.id, agency.accountId, "100001")).toMatchObject({
      unitId: null,
      listingTitle: "Room 100001",
    });
  });

  it("never touches a link that a person made, whatever the page says", async () => {
    const { platformListingId: id, unitId } = agency;
    await sync(reading([advert(id, { title: "Another title" })]));
    expect(await rowOf(id)).toMatchObject({ unitId, title: "Another title", state: "live" });
    await sync(reading([advert("100001")]), NOW_MS + LISTINGS_EVERY_MS);
    expect(await rowOf(id)).toMatchObject({ unitId, title: "Another title", state: "not_live", seenAtMs: NOW_MS });
    const admin = await signIn(await makePerson(agency, "admin"));
    const other = await rowOf("100001");
    await admin("PUT", `/api/listings/${other?.id}/unit`, { unitId });
    await sync(reading([advert("100001"), advert(id)]), NOW_MS + 2 * LISTINGS_EVERY_MS);
    expect([(await rowOf("100001"))?.unitId, (await rowOf(id))?.unitId]).toEqual([unitId, unitId]);
  });

  it("ends what is gone and deletes nothing; a reading that was cut short ends nothing", async () => {
    await sync(reading([advert("100001"), advert("100002")]));
    await sync(reading([advert("100002")], false), NOW_MS + LISTINGS_EVERY_MS);
    expect(await rowOf("100001")).toMatchObject({ state: "live" });
    await sync(reading([advert("100002")]), NOW_MS + 2 * LISTINGS_EVERY_MS);
    expect(await rowOf("100001")).toMatchObject({ state: "not_live", title: "Room 100001", prices: [price] });
    expect(await onRecord()).toHaveLength(3);
    await sync(reading([]), NOW_MS + 3 * LISTINGS_EVERY_MS);
    expect((await onRecord()).map(({ state }) => state)).toEqual(["not_live", "not_live", "not_live"]);
  });

  it("does not end what a lead's thread named while the pages were read", async () => {
    const { visit } = visits(reading([]), () => linkOf(db, agency.id, agency.accountId, "100009", "Just posted"));
    await syncListings(job(), depsAt(NOW_MS), visit);
    expect(await rowOf("100009")).toMatchObject({ title: "Just posted", state: null });
    expect(await rowOf(agency.platformListingId)).toMatchObject({ state: "not_live" });
  });

  it("writes hundreds of adverts, and one audit line of counts", async () => {
    const many = Array.from({ length: 500 }, (_, n) => advert(String(200_000 + n), { title: "t".repeat(300) }));
    await sync(reading(many));
    expect(await onRecord()).toHaveLength(501);
    const { entries } = await listAudit(db, agency.id, null, null);
    const counts = { shown: 500, added: 500, changed: 0, gone: 1, isComplete: true };
    expect(entries.map(({ action, actor, detail }) => [action, actor, detail])).toEqual([
      ["listings.synced", "platform", { accountId: agency.accountId, platform: "spareroom", ...counts }],
    ]);
  });

  it("of another organisation's account does nothing", async () => {
    const other = await makeAgency();
    const { visit, made } = visits(reading([advert("100001")]));
    const strange = { ...job(), organisationId: other.id };
    expect(await syncListings(strange, depsAt(NOW_MS), visit)).toEqual(DONE);
    expect([made, await rowOf("100001")]).toEqual([[], undefined]);
  });
});

describe("when adverts are read", () => {
  const view = async () => (await accountOf(db, agency.id, agency.accountId))?.listings;

  it("is once for any number of signals, and again half a day later", async () => {
    expect((await sync(reading([]))).made).toEqual(["listings"]);
    expect((await sync(reading([]), NOW_MS + 60_000)).made).toEqual([]);
    expect(await view()).toEqual({
      syncedAt: new Date(NOW_MS).toISOString(),
      nextSyncAt: new Date(NOW_MS + LISTINGS_EVERY_MS).toISOString(),
      problem: null,
    });
    expect((await sync(reading([]), NOW_MS + LISTINGS_EVERY_MS)).made).toEqual(["listings"]);
  });

  it("is told by the schedule for accounts that are in, running and due, once per signal", async () => {
    const tick = async (nowMs: number) => {
      sent = [];
      await requestListingSyncs(depsAt(nowMs));
      return sent.filter((one) => "accountId" in one && one.accountId === agency.accountId).length;
    };
    expect(await tick(NOW_MS)).toBe(0);
    await setAccount({ loginState: "in" });
    expect(await tick(NOW_MS)).toBe(1);
    expect(await tick(NOW_MS + 60_000)).toBe(0);
    expect(await tick(NOW_MS + LISTINGS_SIGNAL_AGAIN_MS)).toBe(1);
    expect((await sync(reading([]), NOW_MS + LISTINGS_SIGNAL_AGAIN_MS)).made).toEqual(["listings"]);
    expect(await tick(NOW_MS + 2 * LISTINGS_SIGNAL_AGAIN_MS)).toBe(0);
    const nextMs = NOW_MS + LISTINGS_SIGNAL_AGAIN_MS + LISTINGS_EVERY_MS;
    await setAccount({ stoppedAtMs: 1 });
    expect(await tick(nextMs)).toBe(0);
    await setAccount({ stoppedAtMs: null, isActive: false });
    expect(await tick(nextMs)).toBe(0);
    await setAccount({ isActive: true });
    expect(await tick(nextMs)).toBe(1);
  });

  it("waits while the account is in use: soon in the queue, later by the schedule", async () => {
    const busyFor =
      (ms: number): Visiting =>
      async () => ({ kind: "busy", retryAtMs: NOW_MS + ms });
    expect(await syncListings(job(), depsAt(NOW_MS), busyFor(1_000))).toEqual({ next: "again", delaySeconds: 1 });
    expect(await syncListings(job(), depsAt(NOW_MS), busyFor(90_000))).toEqual(DONE);
    expect((await view())?.nextSyncAt).toBe(new Date(NOW_MS + 90_000).toISOString());
    expect((await sync(reading([]))).made).toEqual(["listings"]);
  });

  it("[V6] is again after a read during which an admin asked: it may not have seen what they put up", async () => {
    const admin = await signIn(await makePerson(agency, "admin"));
    const ask = () => admin("POST", `/api/accounts/${agency.accountId}/sync-listings`, {});
    const nowMs = Date.now();
    const { visit } = visits(reading([advert("100001")]), ask);
    await syncListings(job(), depsAt(nowMs), visit);
    expect(await rowOf("100001")).toMatchObject({ state: "live" });
    const failing = visits(fault("TIMEOUT", "late"), ask);
    await syncListings(job(), depsAt(nowMs), failing.visit);
    expect(failing.made).toEqual(["listings"]);
    expect((await sync(reading([advert("100001")]), nowMs)).made).toEqual(["listings"]);
    expect((await sync(reading([]), nowMs)).made).toEqual([]);
  });

  it("is an admin's wish at any time, save for an account that stands still", async () => {
    await setAccount({ listingsDueAtMs: NOW_MS + LISTINGS_EVERY_MS * 9_999 });
    const admin = await signIn(await makePerson(agency, "admin"));
    const path = `/api/accounts/${agency.accountId}/sync-listings`;
    expect((await admin("POST", path, {})).status).toBe(200);
    expect((await sync(reading([]), Date.now())).made).toEqual(["listings"]);
    const { entries } = await listAudit(db, agency.id, null, null);
    expect(entries.map(({ action }) => action)).toContain("account.listing_sync_requested");
    await setAccount({ stoppedAtMs: 1, stoppedCode: "CHALLENGE", stoppedNext: "Solve it." });
    expect(codeOf(await admin("POST", path, {}))).toBe("NOT_NOW");
    await setAccount({ stoppedAtMs: null, stoppedCode: null, isActive: false });
    expect(codeOf(await admin("POST", path, {}))).toBe("NOT_NOW");
  });
});

describe("a sync that brings nothing", () => {
  const problem = async () => (await accountOf(db, agency.id, agency.accountId))?.listings;

  it("is said in the account's view, tried again in an hour, and forgotten by the next good one", async () => {
    await sync(reading([advert("100001")]));
    const later = NOW_MS + LISTINGS_EVERY_MS;
    const { visit } = visits(fault("EMPTY_WITHOUT_MARKER", "the list shows nothing"));
    let visited: Awaited<ReturnType<Visiting>> | null = null;
    const spying: Visiting = async (...given) => {
      visited = await visit(...given);
      return visited;
    };
    expect(await syncListings(job(), depsAt(later), spying)).toEqual(DONE);
    // The fault goes the account's normal way: the visit reports it.
    expect(visited).toMatchObject({ kind: "done", fault: { code: "EMPTY_WITHOUT_MARKER" } });
    expect(await problem()).toMatchObject({
      syncedAt: new Date(NOW_MS).toISOString(),
      nextSyncAt: new Date(later + LISTINGS_RETRY_MS).toISOString(),
      problem: { code: "EMPTY_WITHOUT_MARKER", message: "The list shows nothing." },
    });
    expect(await rowOf("100001")).toMatchObject({ state: "live" });
    await sync(reading([advert("100001")]), later + LISTINGS_RETRY_MS);
    expect((await problem())?.problem).toBeNull();
  });

  it.each<Platform>(["roomies", "leasebreak", "renthop", "furnishedfinder"])(
    "because nobody confirmed the list of %s opens nothing, and the account goes on",
    async (platform) => {
      await setAccount({ platform });
      const { result, made } = await sync(reading([advert("100001")]));
      expect([result, made]).toEqual([DONE, []]);
      expect((await problem())?.problem).toMatchObject({ code: "PACK_UNCONFIRMED" });
      expect(await accountOf(db, agency.id, agency.accountId)).toMatchObject({ stopped: null, lastError: null });
    },
  );

  it("because an entry was unconfirmed meanwhile is no fault of the account", async () => {
    const { visit } = visits(fault("PACK_UNCONFIRMED", "it is a guess again"));
    const faults: unknown[] = [];
    const spying: Visiting = async (...given) => {
      const visited = await visit(...given);
      if (visited.kind === "done") faults.push(visited.fault);
      return visited;
    };
    await syncListings(job(), depsAt(NOW_MS), spying);
    expect(faults).toEqual([null]);
    expect((await problem())?.problem).toMatchObject({ code: "PACK_UNCONFIRMED" });
  });
});
