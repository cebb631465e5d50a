import { beforeAll, describe, expect, it } from "vitest";
import { INCIDENT_PAGE_ROWS, incidentAnswerSchema, incidentListSchema } from "#contracts/api/incident";
import { auditListSchema, healthSchema } from "#contracts/api/organisation";
import { countUnseenDuplicates, type Incident, recordIncident } from "#workers/store/incidents";
import { type Agency, db, freshId, makeAgency, makeConversation, makePerson, type Person } from "./agency.ts";
import { anonymous, type Client, codeOf, signIn } from "./client.ts";

let agency: Agency;
let person: Person;
let call: Client;

beforeAll(async () => {
  agency = await makeAgency();
  person = await makePerson(agency, "admin");
  call = await signIn(person);
});

async function happened(change: Partial<Incident> = {}): Promise<string> {
  const id = change.id ?? freshId("duplicate");
  await recordIncident(db, { id, organisationId: agency.id, kind: "duplicate", atMs: 5, detail: {}, ...change });
  return id;
}

async function list(search = "", client = call) {
  return incidentListSchema.parse((await client("GET", `/api/incidents${search}`)).body);
}

describe("an incident", () => {
  it("is kept once, however often it is told", async () => {
    const incident = { id: freshId("twice"), organisationId: agency.id, kind: "duplicate", detail: {} } as const;
    expect(await recordIncident(db, { ...incident, atMs: 1 })).toBe(true);
    expect(await recordIncident(db, { ...incident, atMs: 2 })).toBe(false);
    const held = (await list()).incidents.filter((one) => one.id === incident.id);
    expect(held).toMatchObject([{ at: new Date(1).toISOString() }]);
  });

  it("says where it happened, in names an admin knows", async () => {
    const core = await makeConversation(agency, { leadName: "Jamie Lead" });
    const { conversationId, accountId } = core;
    const id = await happened({ conversationId, accountId, detail: { sendId: `${conversationId}.3` } });
    expect((await list()).incidents).toContainEqual({
      id,
      kind: "duplicate",
      at: new Date(5).toISOString(),
      conversation: { id: conversationId, leadName: "Jamie Lead" },
      account: { id: accountId, name: "SpareRoom main", platform: "spareroom" },
      detail: { sendId: `${conversationId}.3` },
      seen: null,
    });
  });

  it("takes no name from another organisation", async () => {
    const theirs = await makeAgency();
    const { conversationId } = await makeConversation(theirs, { leadName: "Their Lead" });
    const id = await happened({ conversationId, accountId: theirs.accountId });
    expect((await list()).incidents.find((one) => one.id === id)).toMatchObject({
      conversation: { id: conversationId, leadName: null },
      account: { name: theirs.accountId, platform: null },
    });
  });

  it("stays unseen until somebody looks, and keeps who looked first", async () => {
    const id = await happened();
    const { unseen } = await list();
    const seen = incidentAnswerSchema.parse((await call("POST", `/api/incidents/${id}/seen`, {})).body).incident;
    expect(seen.seen?.by).toBe(person.name);
    expect((await list()).unseen).toBe(unseen - 1);
    const late = await signIn(await makePerson(agency, "admin"));
    const again = incidentAnswerSchema.parse((await late("POST", `/api/incidents/${id}/seen`, {})).body).incident;
    expect(again).toEqual(seen);
    expect((await list("?seen=false")).incidents.map((one) => one.id)).not.toContain(id);
    expect((await list("?seen=true")).incidents.map((one) => one.id)).toContain(id);
    const { entries } = auditListSchema.parse((await call("GET", "/api/audit")).body);
    const audited = entries.filter((entry) => entry.detail["incidentId"] === id);
    expect(audited).toMatchObject([{ action: "incident.seen", actor: `agent:${person.id}` }]);
  });

  it("is listed newest first, page by page", async () => {
    const own = await makeAgency();
    const admin = await signIn(await makePerson(own, "admin"));
    const ids = Array.from({ length: INCIDENT_PAGE_ROWS + 3 }, (_, i) => freshId(`page${1_000 + i}`));
    for (const id of ids) await happened({ id, organisationId: own.id });
    const first = await list("", admin);
    const second = await list(`?cursor=${first.nextCursor}`, admin);
    expect(second.nextCursor).toBeNull();
    expect([...first.incidents, ...second.incidents].map((one) => one.id)).toEqual(ids.toReversed());
    expect(second.unseen).toBe(ids.length);
    expect(codeOf(await admin("GET", "/api/incidents?cursor=made-up"))).toBe("BAD_REQUEST");
    expect(codeOf(await admin("GET", "/api/incidents?seen=perhaps"))).toBe("BAD_REQUEST");
  });
});

describe("health", () => {
  it("counts the duplicates that nobody looked at, and nothing else of them", async () => {
    const id = await happened();
    await happened({ kind: "dead_letter" });
    const counted = await countUnseenDuplicates(db);
    expect(counted).toBeGreaterThan(0);
    const answer = await anonymous("GET", "/api/health");
    const { checks, status } = healthSchema.parse(answer.body);
    expect(checks).toContainEqual({ name: "incidents", status: "degraded", detail: `${counted} unseen duplicates` });
    expect(status).toBe("degraded");
    expect(answer.text).not.toContain(id);
    await call("POST", `/api/incidents/${id}/seen`, {});
    expect(await countUnseenDuplicates(db)).toBe(counted - 1);
  });
});
