// The pack a visit works with, and what is kept of a page that changed, on a real KV and D1.
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DriftSight } from "#browser/drift-watch";
import { entryValue } from "#browser/pack";
import { packFor } from "#browser/platforms/registry";
import { artefactListSchema } from "#contracts/api/artefact";
import { incidents } from "#migrations/schema";
import { type Deps, makeDeps } from "#workers/deps";
import { keepDrift } from "#workers/queues/keep-drift";
import { packForVisit } from "#workers/queues/pack-for-visit";
import { type AccountForWork, accountForWork } from "#workers/store/accounts";
import { listAudit } from "#workers/store/audit";
import { type Agency, db, makeAgency, makePerson } from "../api/agency.ts";
import { type Client, codeOf, signIn } from "../api/client.ts";

const ORIGIN = "https://www.spareroom.com";
const NOW_MS = Date.parse("2026-12-02T12:10:00Z");
const HOUR_MS = 3_600_000;
const builtIn = packFor("spareroom");

let agency: Agency;
let work: AccountForWork;
let told: unknown[];
const depsAt = (nowMs: number): Deps => ({ ...makeDeps(env), now: () => nowMs });

beforeEach(async () => {
  agency = await makeAgency();
  const found = await accountForWork(db, agency.accountId);
  if (found === null) throw new Error("the agency has an account");
  work = found;
  told = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void told.push(JSON.parse(line)));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await env.PACKS.delete("packs/spareroom/current");
  await env.PACKS.delete("confirmations/spareroom");
});

const store = async (change: object, row: object = {}) => {
  const entries = { ...builtIn.entries, "inbox.row": { ...builtIn.entries["inbox.row"], ...row } };
  await env.PACKS.put("packs/spareroom/current", JSON.stringify({ ...builtIn, version: 7, entries, ...change }));
};
const auditOf = async () => (await listAudit(db, agency.id, null, null)).entries;
const renamed = { value: "a.thread_item-v2", source: "seen on the site", checked_on: "2026-12-01" };

describe("the pack of a visit", () => {
  it("is the built-in one until another is stored, and the other one from the next visit on", async () => {
    expect(await packForVisit(depsAt(NOW_MS), work, ORIGIN)).toEqual({ pack: builtIn, origin: "built_in" });
    await store({}, renamed);
    const next = await packForVisit(depsAt(NOW_MS), work, ORIGIN);
    expect(next).toMatchObject({ origin: "stored", pack: { version: 7 } });
    expect(entryValue(next.pack, "inbox.row")).toBe("a.thread_item-v2");
    expect(told).toEqual([]);
  });

  it("is the built-in one when the stored one is wrong, told once an hour by code and path alone", async () => {
    await store({}, { ...renamed, value: "a.secret[" });
    for (const nowMs of [NOW_MS, NOW_MS + 1_000, NOW_MS + HOUR_MS]) {
      expect(await packForVisit(depsAt(nowMs), work, ORIGIN)).toEqual({ pack: builtIn, origin: "built_in" });
    }
    const refused = { platform: "spareroom", code: "VALUE", path: "entries.inbox.row" };
    expect(told).toEqual([
      { event: "pack.refused", ...refused },
      { event: "pack.refused", ...refused },
    ]);
    expect(await auditOf()).toMatchObject([
      { action: "pack.refused", detail: refused },
      { action: "pack.refused", detail: refused },
    ]);
  });

  it("is the built-in one, without a word, once a deployment brought one that is as new", async () => {
    await store({ version: builtIn.version }, renamed);
    expect(await packForVisit(depsAt(NOW_MS), work, ORIGIN)).toEqual({ pack: builtIn, origin: "built_in" });
    expect([told, await auditOf()]).toEqual([[], []]);
  });

  it("carries what people confirmed for this origin, on a stored pack too", async () => {
    await store({}, renamed);
    const entries = [{ key: "inbox.unread", value: "div.unread" }];
    const confirmation = { platform: "spareroom", origin: ORIGIN, confirmed_on: "2026-12-01", by: "a human", entries };
    await env.PACKS.put("confirmations/spareroom", JSON.stringify([confirmation]));
    const { pack, origin } = await packForVisit(depsAt(NOW_MS), work, ORIGIN);
    expect([origin, pack.entries["inbox.unread"]?.confirmed_on]).toEqual(["stored", "2026-12-01"]);
    const elsewhere = await packForVisit(depsAt(NOW_MS), work, "https://elsewhere.example");
    expect(elsewhere.pack.entries["inbox.unread"]?.confirmed_on).toBeUndefined();
  });

  it("is the built-in one when the store does not answer", async () => {
    const away = { get: () => Promise.reject(new Error("away")) } as unknown as KVNamespace;
    const deps = { ...depsAt(NOW_MS), packs: away };
    expect(await packForVisit(deps, work, ORIGIN)).toEqual({ pack: builtIn, origin: "built_in" });
  });
});

describe("a page that changed", () => {
  const sight = (change: Partial<DriftSight> = {}): DriftSight => ({
    packKey: "inbox.row",
    faultCode: "SELECTOR_MISSING",
    packVersion: 7,
    atMs: NOW_MS,
    artefact: "<main>xxxx</main>",
    ...change,
  });
  let admin: Client;
  const path = () => `/api/accounts/${agency.accountId}/artefacts`;
  beforeEach(async () => {
    admin = await signIn(await makePerson(agency, "admin"));
  });

  it("is told with the pack version in use, raises one incident, and can be taken away as a text file", async () => {
    await keepDrift(depsAt(NOW_MS), work, "stored", [sight()]);
    const { accountId } = agency;
    const detail = { platform: "spareroom", packKey: "inbox.row", packVersion: 7, packOrigin: "stored" };
    const faultCode = "SELECTOR_MISSING";
    expect(told).toEqual([
      { event: "page.drift", accountId, ...detail, faultCode },
      expect.objectContaining({ at: "incident", kind: "page_drift", accountId }),
    ]);
    expect(await auditOf()).toMatchObject([
      { action: "account.page_drift", actor: "platform", detail: { accountId, ...detail, faultCode } },
    ]);
    expect(await db.select().from(incidents).where(eq(incidents.organisationId, agency.id)).all()).toMatchObject([
      { id: `drift.${accountId}.inbox.row.7`, kind: "page_drift", accountId, atMs: NOW_MS, detail, seenAtMs: null },
    ]);
    const { artefacts } = artefactListSchema.parse((await admin("GET", path())).body);
    const at = new Date(NOW_MS).toISOString();
    expect(artefacts).toEqual([{ packKey: "inbox.row", packVersion: 7, faultCode, at, bytes: 17 }]);
    const file = await admin("GET", `${path()}/inbox.row`);
    expect(file.text).toBe("<main>xxxx</main>");
    expect(file.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="inbox.row.txt"');
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("writes once an hour for an entry, however often it is seen, and goes away by itself", async () => {
    const put = vi.spyOn(env.PACKS, "put");
    const deps = (nowMs: number) => ({ ...depsAt(nowMs), packs: env.PACKS });
    for (const seconds of [0, 5, 10]) {
      const atMs = NOW_MS + seconds * 1_000;
      await keepDrift(deps(atMs), work, "stored", [sight({ atMs }), sight({ atMs, packKey: "inbox.name" })]);
    }
    expect(put).toHaveBeenCalledTimes(2);
    const later = NOW_MS + HOUR_MS;
    await keepDrift(deps(later), work, "stored", [sight({ atMs: later, artefact: "<main>newer</main>" })]);
    expect(put).toHaveBeenCalledTimes(3);
    for (const [, , options] of put.mock.calls) expect(options).toMatchObject({ expirationTtl: 14 * 86_400 });
    expect((await admin("GET", `${path()}/inbox.row`)).text).toBe("<main>newer</main>");
    const listed = artefactListSchema.parse((await admin("GET", path())).body).artefacts;
    expect(listed.map(({ packKey }) => packKey)).toEqual(["inbox.row", "inbox.name"]);
    const raised = await db.select().from(incidents).where(eq(incidents.organisationId, agency.id)).all();
    expect(raised.map(({ id }) => id).sort()).toEqual(
      ["inbox.name", "inbox.row"].map((key) => `drift.${agency.accountId}.${key}.7`),
    );
  });

  it("is told even when its page could not be had, and never fails a visit", async () => {
    await keepDrift(depsAt(NOW_MS), work, "built_in", [sight({ artefact: null })]);
    expect(await auditOf()).toHaveLength(1);
    expect(codeOf(await admin("GET", `${path()}/inbox.row`))).toBe("NOT_FOUND");
    const broken = { put: () => Promise.reject(new TypeError("a value that must not be told")) };
    const deps = { ...depsAt(NOW_MS), packs: broken as unknown as KVNamespace };
    await keepDrift(deps, work, "built_in", [sight({ packKey: "inbox.name" }), sight({ packKey: "thread.body" })]);
    expect(told).toContainEqual(expect.objectContaining({ event: "page.drift_not_kept", error: "TypeError" }));
    expect((await auditOf()).map(({ detail }) => detail["packKey"])).toContain("thread.body");
  });

  it.each(["inbox.row.x", "..%2f..%2fpacks", "INBOX.ROW", "inbox", "inbox.row%0d%0ax"])(
    "hands out nothing under the key %s",
    async (packKey) => {
      await keepDrift(depsAt(NOW_MS), work, "stored", [sight()]);
      expect(codeOf(await admin("GET", `${path()}/${packKey}`))).toBe("NOT_FOUND");
    },
  );

  it("is nobody else's: another organisation's admin finds nothing, and sees none of it in a list of their own", async () => {
    await keepDrift(depsAt(NOW_MS), work, "stored", [sight()]);
    const theirs = await makeAgency();
    const stranger = await signIn(await makePerson(theirs, "admin"));
    expect(codeOf(await stranger("GET", path()))).toBe("NOT_FOUND");
    expect(codeOf(await stranger("GET", `${path()}/inbox.row`))).toBe("NOT_FOUND");
    expect((await stranger("GET", `/api/accounts/${theirs.accountId}/artefacts`)).body).toEqual({ artefacts: [] });
  });
});
