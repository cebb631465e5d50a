import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { organisationSettings, platformAccounts, unitFacts } from "#migrations/schema";
import {
  accountForWork,
  accountOf,
  changeAccount,
  listActiveAccounts,
  recordAccountStatus,
} from "#workers/store/accounts";
import { AUDIT_PAGE_ROWS, appendAudit, listAudit } from "#workers/store/audit";
import { upsertConversation } from "#workers/store/conversations";
import {
  addDeadLetter,
  countDeadLetters,
  countWaiting,
  DEAD_LETTER_PAGE_ROWS,
  getDeadLetter,
  listDeadLetters,
  markReplayed,
  oldestWaiting,
} from "#workers/store/dead-letters";
import { agentOf, linkListing, linkOf } from "#workers/store/listings";
import { memberOf, policyOf } from "#workers/store/organisations";
import { listUnits } from "#workers/store/unit-list";
import { factsOf, hasUnit } from "#workers/store/units";
import { type Agency, assign, db, freshId, makeAgency, makeCore, makePerson } from "../api/agency.ts";

let agency: Agency;
let other: Agency;

beforeEach(async () => {
  [agency, other] = [await makeAgency(), await makeAgency()];
});

describe("the deployed SQL", () => {
  it("makes every table, and every index of ours that serves a list starts with the organisation", async () => {
    const indexes = await env.DB.prepare(
      "select name, tbl_name as tableName, sql from sqlite_master where type = 'index' and sql is not null",
    ).all<{ name: string; tableName: string; sql: string }>();
    const library = ["user", "session", "account", "verification", "organization", "member", "invitation"];
    const foreign = indexes.results
      .filter((index) => !library.includes(index.tableName))
      .filter((index) => !/\(`organisation_id`/.test(index.sql))
      .map((index) => index.name);
    // Uniques that guard a fact, not a list; and what the schedule looks through for everybody.
    expect(foreign.sort()).toEqual([
      "audit_entries_once",
      "listings_by_platform_id",
      "platform_accounts_by_mail_alias",
      "showings_by_change",
    ]);
  });

  it("refuses a priority outside 1 to 1000", async () => {
    const person = await makePerson(agency, "agent");
    await expect(assign(agency, person, 0)).rejects.toThrow();
    await expect(assign(agency, person, 1_001)).rejects.toThrow();
  });
});

describe("policy", () => {
  it("is careful where nothing was set", async () => {
    expect(await policyOf(db, agency.id)).toEqual({
      name: `Agency ${agency.id}`,
      organisationDefault: "draft_only",
      isKillSwitchOn: false,
      quietWindowMs: 30_000,
      approvalHoldMs: 5_000,
      businessHours: null,
    });
  });

  it("is what was set, for that organisation alone", async () => {
    await db.insert(organisationSettings).values({
      organisationId: agency.id,
      defaultSendMode: "auto_send",
      isKillSwitchOn: true,
      quietWindowMs: 3_000,
      approvalHoldMs: 1,
    });
    expect(await policyOf(db, agency.id)).toMatchObject({ organisationDefault: "auto_send", isKillSwitchOn: true });
    expect(await policyOf(db, other.id)).toMatchObject({ organisationDefault: "draft_only", isKillSwitchOn: false });
  });

  it("knows a member only in their own organisation", async () => {
    const person = await makePerson(agency, "agent");
    expect(await memberOf(db, agency.id, person.id)).toMatchObject({ role: "agent", user: { id: person.id } });
    expect(await memberOf(db, other.id, person.id)).toBeNull();
  });
});

describe("platform accounts", () => {
  it("give a consumer all it needs, and no credential", async () => {
    expect(await accountForWork(db, agency.accountId)).toEqual({
      settings: {
        accountId: agency.accountId,
        organisationId: agency.id,
        platform: "spareroom",
        isActive: true,
        pollIntervalMs: 45_000,
        visitGapMs: 3_000,
        sendsPerHourMax: 60,
      },
      organisationId: agency.id,
      credentialsRef: "demo",
      platform: "spareroom",
      sendMode: null,
      rolloutStage: "shadow",
      label: "SpareRoom main",
    });
    expect(await accountForWork(db, "acc_nobody")).toBeNull();
  });

  it("are listed for the schedule while they are active", async () => {
    const ids = async () => (await listActiveAccounts(db)).map((one) => one.settings.accountId);
    expect(await ids()).toEqual(expect.arrayContaining([agency.accountId, other.accountId]));
    await changeAccount(db, agency.id, agency.accountId, { isActive: false });
    expect(await ids()).not.toContain(agency.accountId);
  });

  it("cannot be read or changed from another organisation", async () => {
    expect(await accountOf(db, other.id, agency.accountId)).toBeNull();
    expect(await changeAccount(db, other.id, agency.accountId, { isActive: false })).toBeNull();
    expect((await accountForWork(db, agency.accountId))?.settings.isActive).toBe(true);
  });

  it("keep and clear what their actor says", async () => {
    const stopped = { code: "CHALLENGE", message: "A challenge is shown.", next: "Log in by hand.", atMs: 5 };
    const nothing = { breaker: null, ingest: null };
    const status = { loginState: "challenge" as const, lastSuccessAtMs: 1, nextPollAtMs: null, ...nothing };
    await recordAccountStatus(db, agency.accountId, {
      ...status,
      stopped,
      lastError: { code: "CHALLENGE", message: "A challenge is shown.", atMs: 5 },
    });
    expect(await accountOf(db, agency.id, agency.accountId)).toMatchObject({
      loginState: "challenge",
      stopped: { code: "CHALLENGE", next: "Log in by hand.", at: new Date(5).toISOString() },
      lastError: { code: "CHALLENGE" },
      lastSuccessAt: new Date(1).toISOString(),
    });
    await recordAccountStatus(db, agency.accountId, { ...status, stopped: null, lastError: null });
    expect(await accountOf(db, agency.id, agency.accountId)).toMatchObject({ stopped: null, lastError: null });
  });
});

describe("what an account says of itself", () => {
  const columnsOf = (columns: Partial<typeof platformAccounts.$inferInsert>) =>
    db.update(platformAccounts).set(columns).where(eq(platformAccounts.id, agency.accountId)).run();

  it("holds neither a pause nor a latency before there is one", async () => {
    expect(await accountOf(db, agency.id, agency.accountId)).toMatchObject({ breaker: null, ingest: null });
    await columnsOf({ ingestP50Ms: 1, ingestP95Ms: 2, breakerCode: "TIMEOUT" });
    expect(await accountOf(db, agency.id, agency.accountId)).toMatchObject({ breaker: null, ingest: null });
  });

  it("holds why it pauses until when, and how long leads wait to be read", async () => {
    await columnsOf({ breakerCode: "TIMEOUT", breakerMessage: "The inbox did not open.", breakerUntilMs: 60_000 });
    await columnsOf({ ingestP50Ms: 21_000, ingestP95Ms: 48_000, ingestSamples: 37 });
    expect(await accountOf(db, agency.id, agency.accountId)).toMatchObject({
      breaker: { code: "TIMEOUT", message: "The inbox did not open.", until: new Date(60_000).toISOString() },
      ingest: { p50Ms: 21_000, p95Ms: 48_000, samples: 37 },
    });
  });
});

describe("listings", () => {
  it("lead to the unit and to its agent with the lowest priority number", async () => {
    const [second, first] = [await makePerson(agency, "agent"), await makePerson(agency, "agent")];
    await assign(agency, second, 200);
    await assign(agency, first, 10);
    expect(await linkOf(db, agency.id, agency.accountId, agency.platformListingId)).toEqual({
      unitId: agency.unitId,
      agentId: first.id,
      listingTitle: "Sunny room",
    });
    expect(await agentOf(db, other.id, agency.unitId)).toBeNull();
  });

  it("that nobody knows are kept unlinked once, and linked by hand once", async () => {
    const seen = freshId("advert");
    for (let i = 0; i < 2; i++) {
      expect(await linkOf(db, agency.id, agency.accountId, seen, "Loft")).toEqual({
        unitId: null,
        agentId: null,
        listingTitle: "Loft",
      });
    }
    expect(await linkListing(db, other.id, agency.accountId, seen, agency.unitId)).toBe(false);
    expect(await linkListing(db, agency.id, agency.accountId, seen, agency.unitId)).toBe(true);
    expect(await linkListing(db, agency.id, agency.accountId, seen, "un_other")).toBe(false);
    expect((await linkOf(db, agency.id, agency.accountId, seen)).unitId).toBe(agency.unitId);
  });

  it("of an account of another organisation leave no trace", async () => {
    const seen = freshId("advert");
    await linkOf(db, other.id, agency.accountId, seen);
    expect(await linkListing(db, other.id, agency.accountId, seen, other.unitId)).toBe(false);
    expect(await linkListing(db, agency.id, agency.accountId, seen, agency.unitId)).toBe(false);
  });
});

describe("facts of a unit", () => {
  it("come with their records, and not after they went stale", async () => {
    const fact = { organisationId: agency.id, unitId: agency.unitId, updatedAtMs: 1 };
    await db.insert(unitFacts).values([
      { ...fact, name: "pets", value: "Cats are welcome.", validUntilMs: 2_000 },
      { ...fact, name: "deposit", value: 1_450, validUntilMs: 1_000 },
    ]);
    expect(await factsOf(db, agency.id, agency.unitId, 1_000)).toEqual({
      zone: "America/New_York",
      label: "12 Harbour Lane",
      facts: { pets: "Cats are welcome.", rentMonthly: 1450 },
      records: {
        pets: `unit_facts/${agency.unitId}/pets`,
        rentMonthly: `unit_facts/${agency.unitId}/rentMonthly`,
      },
    });
    const [unit] = await listUnits(db, agency.id, { agentId: null, unitId: null }, 2_000);
    expect(unit?.facts.filter(({ isStale }) => !isStale).map(({ name }) => name)).toEqual(["rentMonthly"]);
  });

  it("do not exist for another organisation", async () => {
    expect(await factsOf(db, other.id, agency.unitId)).toEqual({ zone: null, label: null, facts: {}, records: {} });
    expect(await hasUnit(db, other.id, agency.unitId)).toBe(false);
    const everything = { agentId: null, unitId: null };
    expect((await listUnits(db, other.id, everything, 0)).map((unit) => unit.id)).toEqual([other.unitId]);
  });
});

describe("the audit log", () => {
  const line = (seq: number, atMs = seq) => ({ seq, atMs, actor: "assistant", action: "decided", detail: { seq } });

  it("keeps every line once, in order, over any number of batches", async () => {
    const id = freshId("cv");
    const lines = Array.from({ length: 130 }, (_, i) => line(i + 1, 1_000));
    await appendAudit(db, agency.id, id, lines);
    await appendAudit(db, agency.id, id, lines.slice(100));
    await appendAudit(db, agency.id, id, []);
    const first = await listAudit(db, agency.id, id, null);
    const second = await listAudit(db, agency.id, id, first.next);
    const seqs = [...first.entries, ...second.entries].map((entry) => entry.detail["seq"]);
    expect(first.entries).toHaveLength(AUDIT_PAGE_ROWS);
    expect(second.next).toBeNull();
    expect(seqs).toEqual(Array.from({ length: 130 }, (_, i) => 130 - i));
  });

  it("keeps a policy change once, and two changes twice", async () => {
    await appendAudit(db, agency.id, null, [line(0, 5), line(0, 5)]);
    await appendAudit(db, agency.id, null, [line(0, 5), line(1, 5)]);
    expect((await listAudit(db, agency.id, null, null)).entries).toHaveLength(2);
    expect((await listAudit(db, other.id, null, null)).entries).toEqual([]);
  });
});

describe("dead letters", () => {
  it("are kept once, seen by their organisation, and played again once", async () => {
    const waiting = await countDeadLetters(db);
    const id = freshId("message");
    const job = { job: "ingest" as const, organisationId: agency.id, accountId: agency.accountId };
    const letter = { id, organisationId: agency.id, job, atMs: 5 };
    expect(await addDeadLetter(db, letter)).toBe(true);
    expect(await addDeadLetter(db, letter)).toBe(false);
    const everything = { isWaiting: null, after: null };
    expect(await listDeadLetters(db, agency.id, everything)).toEqual({
      letters: [{ ...letter, leadName: null, replayedAtMs: null }],
      next: null,
    });
    expect((await listDeadLetters(db, other.id, everything)).letters).toEqual([]);
    expect(await getDeadLetter(db, other.id, id)).toBeNull();
    expect(await countDeadLetters(db)).toBe(waiting + 1);
    expect(await markReplayed(db, other.id, id, 9)).toBe(false);
    expect(await markReplayed(db, agency.id, id, 9)).toBe(true);
    expect(await markReplayed(db, agency.id, id, 10)).toBe(false);
    expect(await getDeadLetter(db, agency.id, id)).toMatchObject({ replayedAtMs: 9 });
    expect(await countDeadLetters(db)).toBe(waiting);
  });

  it("are listed page by page, the waiting ones apart, with the lead's name, and played the oldest first", async () => {
    const core = makeCore(agency, { leadName: "Jamie Lead" });
    await upsertConversation(db, core);
    const { conversationId } = core;
    const job = { job: "project" as const, organisationId: agency.id, conversationId };
    const ids = Array.from({ length: DEAD_LETTER_PAGE_ROWS + 2 }, (_, i) => `${conversationId}.${1_000 + i}`);
    for (const id of ids) await addDeadLetter(db, { id, organisationId: agency.id, job, atMs: 5 });
    await markReplayed(db, agency.id, ids[1] ?? "", 9);
    const idsOf = async (isWaiting: boolean | null) => {
      const first = await listDeadLetters(db, agency.id, { isWaiting, after: null });
      const second = first.next && (await listDeadLetters(db, agency.id, { isWaiting, after: first.next }));
      expect(second?.next ?? null).toBeNull();
      return [...first.letters, ...(second?.letters ?? [])].map((letter) => letter.id);
    };
    expect(await idsOf(null)).toEqual(ids.toReversed());
    expect(await idsOf(true)).toEqual(ids.toSpliced(1, 1).toReversed());
    expect(await idsOf(false)).toEqual([ids[1]]);
    expect((await oldestWaiting(db, agency.id, 2)).map((letter) => letter.id)).toEqual([ids[0], ids[2]]);
    expect(await countWaiting(db, agency.id)).toBe(ids.length - 1);
    expect(await countWaiting(db, other.id)).toBe(0);
    expect(await oldestWaiting(db, other.id, 2)).toEqual([]);
    expect((await getDeadLetter(db, agency.id, ids[0] ?? ""))?.leadName).toBe("Jamie Lead");
  });

  it("that are no job of ours are counted and belong to nobody", async () => {
    const waiting = await countDeadLetters(db);
    await addDeadLetter(db, { id: freshId("message"), organisationId: null, job: null, atMs: 5 });
    expect(await countDeadLetters(db)).toBe(waiting + 1);
  });
});
