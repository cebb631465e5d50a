import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { accountAnswerSchema, accountListSchema } from "#contracts/api/account";
import { auditListSchema, healthSchema } from "#contracts/api/organisation";
import { linkOf } from "#workers/store/listings";
import { type Agency, db, makeAgency, makeConversation, makePerson, type Person } from "./agency.ts";
import { anonymous, type Client, codeOf, signIn } from "./client.ts";
import type { FakeAccount } from "./fake-account.ts";

let agency: Agency;
let person: Person;
let call: Client;

beforeAll(async () => {
  agency = await makeAgency();
  person = await makePerson(agency, "admin");
  call = await signIn(person);
});

function actorOf(accountId: string): DurableObjectStub<FakeAccount> {
  const namespace = env.ACCOUNTS as unknown as DurableObjectNamespace<FakeAccount>;
  return namespace.get(namespace.idFromName(accountId));
}

async function auditOf(): Promise<{ action: string; actor: string; detail: Record<string, unknown> }[]> {
  return auditListSchema.parse((await call("GET", "/api/audit")).body).entries;
}

describe("a platform account", () => {
  it("starts careful: shadow, no mode of its own, drafts only, and shows no credential", async () => {
    const answer = await call("GET", "/api/accounts");
    const { accounts } = accountListSchema.parse(answer.body);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({
      id: agency.accountId,
      rolloutStage: "shadow",
      sendMode: null,
      effectiveSendMode: "draft_only",
      integrationMode: "rpa",
      pollIntervalMs: 45_000,
      loginState: null,
      stopped: null,
    });
    expect(answer.text).not.toContain("credential");
  });

  it("is changed, audited field by field, and its actor is told", async () => {
    const answer = await call("PATCH", `/api/accounts/${agency.accountId}`, {
      isActive: true,
      sendMode: "auto_send",
      rolloutStage: "full",
      pollIntervalMs: 5_000,
      sendsPerHourMax: 30,
    });
    expect(accountAnswerSchema.parse(answer.body).account).toMatchObject({
      sendMode: "auto_send",
      rolloutStage: "full",
      pollIntervalMs: 5_000,
      effectiveSendMode: "draft_only",
    });
    const told = await actorOf(agency.accountId).told();
    expect(told.settings).toMatchObject({
      accountId: agency.accountId,
      isActive: true,
      pollIntervalMs: 5_000,
      sendsPerHourMax: 30,
    });
    const lines = (await auditOf()).filter((line) => line.action === "account.changed");
    expect(lines.map((line) => [line.detail["field"], line.detail["from"], line.detail["to"]]).sort()).toEqual([
      ["pollIntervalMs", 45_000, 5_000],
      ["rolloutStage", "shadow", "full"],
      ["sendMode", null, "auto_send"],
      ["sendsPerHourMax", 60, 30],
    ]);
    expect(lines[0]?.actor).toBe(`agent:${person.id}`);
  });

  it.each([
    { pollIntervalMs: 1 },
    { sendsPerHourMax: 0 },
    { sendsPerHourMax: 3_601 },
    { pollIntervalMs: 5_000.5 },
    { sendMode: "yolo" },
    { rolloutStage: null },
    { isActive: "yes" },
  ])("refuses %j", async (change) => {
    expect(codeOf(await call("PATCH", `/api/accounts/${agency.accountId}`, change))).toBe("BAD_REQUEST");
  });

  it("cannot be polled while it is switched off, and resumes with what its actor says", async () => {
    const path = `/api/accounts/${agency.accountId}`;
    await call("PATCH", path, { isActive: false });
    expect(codeOf(await call("POST", `${path}/poll`, {}))).toBe("NOT_NOW");
    await call("PATCH", path, { isActive: true });
    expect((await call("POST", `${path}/poll`)).status).toBe(200);
    const resumed = accountAnswerSchema.parse((await call("POST", `${path}/resume`)).body).account;
    expect(resumed).toMatchObject({ loginState: "in", lastSuccessAt: new Date(1_000).toISOString() });
    expect((await actorOf(agency.accountId).told()).calls).toEqual(expect.arrayContaining(["wake", "resume"]));
    expect((await auditOf()).map((line) => line.action)).toEqual(
      expect.arrayContaining(["account.poll_requested", "account.resumed"]),
    );
  });
});

describe("linking by hand", () => {
  it("links the conversation and the advert it came from, once", async () => {
    const core = await makeConversation(agency, { unitId: null, platformListingId: "advert-unknown" });
    await linkOf(db, agency.id, agency.accountId, "advert-unknown");
    const answer = await call("POST", `/api/conversations/${core.conversationId}/unit`, { unitId: agency.unitId });
    expect(answer.body).toMatchObject({ conversation: { unit: { id: agency.unitId, name: "12 Harbour Lane" } } });
    expect(await linkOf(db, agency.id, agency.accountId, "advert-unknown")).toMatchObject({ unitId: agency.unitId });
    expect((await auditOf()).filter((line) => line.action === "listing.linked")).toHaveLength(1);
  });
});

describe("health", () => {
  it("is open to everyone and names nobody", async () => {
    const answer = await anonymous("GET", "/api/health");
    const health = healthSchema.parse(answer.body);
    expect(health.checks.map((check) => check.name)).toEqual(["database", "accounts", "dead_letters", "incidents"]);
    expect(health.status).toBe("ok");
    expect(health.accounts).toEqual([
      { platform: "spareroom", active: 1, stopped: 0, lastSuccessAt: new Date(1_000).toISOString() },
    ]);
    for (const name of [agency.id, agency.accountId, "SpareRoom main", person.email]) {
      expect(answer.text).not.toContain(name);
    }
  });
});
