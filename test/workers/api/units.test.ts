import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { memberListSchema } from "#contracts/api/assignment";
import { auditListSchema } from "#contracts/api/organisation";
import { listingListSchema, type UnitView, unitAnswerSchema, unitListSchema } from "#contracts/api/unit";
import { errorBodySchema } from "#contracts/errors";
import { member, showings } from "#migrations/schema";
import { agentOf, linkOf } from "#workers/store/listings";
import { factsOf } from "#workers/store/units";
import { type Agency, assign, db, freshId, makeAgency, makeConversation, makePerson, type Person } from "./agency.ts";
import { type Answer, type Client, codeOf, signIn } from "./client.ts";

const ZONE = "America/New_York";

let agency: Agency;
let admin: Client;
let agent: Client;
let adminPerson: Person;
let agentPerson: Person;
let path: string;

beforeAll(async () => {
  agency = await makeAgency();
  path = `/api/units/${agency.unitId}`;
  adminPerson = await makePerson(agency, "admin", "Morgan Admin");
  agentPerson = await makePerson(agency, "agent", "Avery Agent");
  await assign(agency, agentPerson);
  [admin, agent] = await Promise.all([signIn(adminPerson), signIn(agentPerson)]);
});

function unitIn(answer: Answer): UnitView {
  expect([answer.status, answer.text]).toEqual([answer.status < 300 ? answer.status : 200, answer.text]);
  return unitAnswerSchema.parse(answer.body).unit;
}

async function unitsFor(call: Client): Promise<readonly UnitView[]> {
  return unitListSchema.parse((await call("GET", "/api/units")).body).units;
}

async function audited(action: string): Promise<readonly Record<string, unknown>[]> {
  const { entries } = auditListSchema.parse((await admin("GET", "/api/audit")).body);
  return entries.filter((entry) => entry.action === action).map((entry) => entry.detail);
}

/** A time of a unit that is held for a lead. */
function holdOf(unitId: string, heldUntilMs: number): typeof showings.$inferInsert {
  const startMs = Date.now() + 86_400_000;
  return {
    id: freshId("sh"),
    organisationId: agency.id,
    conversationId: "cv_1",
    unitId,
    agentId: agentPerson.id,
    startMs,
    endMs: startMs + 1_800_000,
    status: "pending",
    heldUntilMs,
    groupSize: 9,
    agentDay: "2026-11-26",
    idempotencyKey: freshId("hold"),
    createdAtMs: 1,
    updatedAtMs: 1,
  };
}

/** Another unit of the agency, without anybody on it. */
async function addUnit(): Promise<UnitView> {
  return unitIn(await admin("POST", "/api/units", { label: freshId("Unit"), zone: ZONE }));
}

describe("a unit", () => {
  it("is shown with its facts, windows, people and listings", async () => {
    const unit = unitIn(await admin("GET", path));
    expect(unit).toMatchObject({
      label: "12 Harbour Lane",
      zone: ZONE,
      groupSize: 1,
      windows: null,
      facts: [{ name: "rentMonthly", value: 1450, validUntil: null, isStale: false }],
      assignments: [{ user: { id: agentPerson.id, name: "Avery Agent" }, priority: 100, isActive: true }],
      listings: [
        { platformListingId: agency.platformListingId, account: { id: agency.accountId, name: "SpareRoom main" } },
      ],
    });
  });

  it("is added and changed by an admin, audited field by field", async () => {
    const label = freshId("Kent Ave");
    const made = unitIn(
      await admin("POST", "/api/units", { label: `  ${label} `, zone: "Europe/London", groupSize: 3 }),
    );
    expect(made).toMatchObject({ label, zone: "Europe/London", groupSize: 3, windows: null, facts: [], listings: [] });
    const changed = unitIn(await admin("PATCH", `/api/units/${made.id}`, { zone: ZONE, groupSize: 3 }));
    expect(changed).toMatchObject({ label, zone: ZONE, groupSize: 3 });
    expect(await audited("unit.created")).toContainEqual({ unitId: made.id });
    expect((await audited("unit.changed")).filter(({ unitId }) => unitId === made.id)).toEqual([
      { unitId: made.id, field: "zone", from: "Europe/London", to: ZONE },
    ]);
  });

  it.each([
    { zone: "Mars/Olympus" },
    { zone: "+05:00" },
    { label: " " },
    { label: "x".repeat(201) },
    { groupSize: 0 },
    { groupSize: 1.5 },
    { groupSize: 1_001 },
  ])("is not changed to %j", async (change) => {
    expect(codeOf(await admin("PATCH", path, change))).toBe("BAD_REQUEST");
    expect(codeOf(await admin("POST", "/api/units", { label: "A", zone: ZONE, ...change }))).toBe("BAD_REQUEST");
  });

  it("has a label that no other unit has, in whatever case", async () => {
    const other = await addUnit();
    const taken = { label: "12 HARBOUR lane" };
    expect(codeOf(await admin("PATCH", `/api/units/${other.id}`, taken))).toBe("NOT_NOW");
    expect(codeOf(await admin("POST", "/api/units", { ...taken, zone: ZONE }))).toBe("NOT_NOW");
    expect(unitIn(await admin("PATCH", path, taken)).label).toBe("12 HARBOUR lane");
    await admin("PATCH", path, { label: "12 Harbour Lane" });
  });
});

describe("the times of a unit", () => {
  it("are there when somebody who shows it has hours, and a window of it is within the horizon", async () => {
    const unit = await addUnit();
    const own = `/api/units/${unit.id}`;
    const casey = await makePerson(agency, "agent", "Casey");
    const hours = `/api/availability/${casey.id}`;
    const hasTimes = async () => unitIn(await admin("GET", own)).hasTimes;
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const window = (days: number) => ({ windows: [{ start: inDays(days), end: inDays(days + 1) }] });
    expect(await hasTimes()).toBe(false);
    await admin("PUT", `${own}/assignments/${casey.id}`, {});
    expect(await hasTimes()).toBe(false);
    await admin("PUT", `${hours}/profile`, { zone: ZONE, bufferMinutes: 15, maxPerDay: null });
    const date = (days: number) => `${hours}/overrides/${inDays(days).slice(0, 10)}`;
    await admin("PUT", date(3), { intervals: [] });
    await admin("PUT", date(40), { intervals: [{ from: "09:00", to: "12:00" }] });
    expect(await hasTimes()).toBe(false);
    await admin("PUT", date(4), { intervals: [{ from: "09:00", to: "12:00" }] });
    expect(await hasTimes()).toBe(true);
    await admin("DELETE", date(4), {});
    await admin("PUT", `${hours}/week`, { rules: [{ weekday: 1, from: "09:00", to: "12:00" }] });
    expect(await hasTimes()).toBe(true);
    for (const [body, expected] of [
      [window(40), false],
      [{ windows: [] }, false],
      [window(2), true],
      [{ windows: null }, true],
    ] as const) {
      await admin("PUT", `${own}/windows`, body);
      expect([body, await hasTimes()]).toEqual([body, expected]);
    }
    await admin("PUT", `${own}/assignments/${casey.id}`, { isActive: false });
    expect(await hasTimes()).toBe(false);
    await admin("DELETE", `${own}/assignments/${casey.id}`, {});
    await db.delete(member).where(eq(member.userId, casey.id));
  });
});

describe("a unit that is removed", () => {
  const remove = async (id: string) => {
    const answer = await admin("DELETE", `/api/units/${id}`, {});
    return answer.status === 200 ? "gone" : errorBodySchema.parse(answer.body).error.message;
  };

  it("is gone with its facts and windows when nothing hangs on it", async () => {
    const unit = await addUnit();
    await admin("PUT", `/api/units/${unit.id}/facts/pets`, { value: "Cats" });
    await admin("PUT", `/api/units/${unit.id}/windows`, {
      windows: [{ start: "2099-01-01T00:00:00Z", end: "2099-01-02T00:00:00Z" }],
    });
    await db.insert(showings).values(holdOf(unit.id, Date.now() - 1));
    expect(await remove(unit.id)).toBe("gone");
    expect(codeOf(await admin("GET", `/api/units/${unit.id}`))).toBe("NOT_FOUND");
    expect(codeOf(await admin("DELETE", `/api/units/${unit.id}`, {}))).toBe("NOT_FOUND");
    expect((await factsOf(db, agency.id, unit.id)).facts).toEqual({});
    expect(await audited("unit.removed")).toEqual([{ unitId: unit.id }]);
  });

  it("stays, and says what hangs on it", async () => {
    const unit = await addUnit();
    await admin("PUT", `/api/units/${unit.id}/assignments/${agentPerson.id}`, { isActive: false });
    expect(await remove(unit.id)).toBe(
      "1 agent still hangs on this unit. Take its agents off it and unlink its listings, then remove it.",
    );
    await admin("DELETE", `/api/units/${unit.id}/assignments/${agentPerson.id}`, {});
    await db.insert(showings).values(holdOf(unit.id, Date.now() + 600_000));
    expect(await remove(unit.id)).toContain("1 showing belongs to this unit");
    await makeConversation(agency, { unitId: unit.id });
    expect(await remove(unit.id)).toBe(
      "1 showing and 1 conversation belong to this unit, so it stays on record. Take its agents off it, and no lead is offered a time there.",
    );
    expect(unitIn(await admin("GET", `/api/units/${unit.id}`)).id).toBe(unit.id);
    const other = await makeAgency();
    expect(codeOf(await admin("DELETE", `/api/units/${other.unitId}`, {}))).toBe("NOT_FOUND");
    expect(await factsOf(db, other.id, other.unitId)).toMatchObject({ label: "12 Harbour Lane" });
  });
});

describe("windows of a unit", () => {
  it("are all set at once: at any time, only then, or never", async () => {
    const unit = await addUnit();
    const set = async (windows: unknown) =>
      unitIn(await admin("PUT", `/api/units/${unit.id}/windows`, { windows })).windows;
    const start = "2099-03-08T14:00:00.000Z";
    const end = "2099-03-08T16:00:00.000Z";
    expect(await set([{ start: "2099-03-08T09:00:00-05:00", end }])).toEqual([{ start, end }]);
    expect(await set([])).toEqual([]);
    expect(await set(null)).toBeNull();
    const many = Array.from({ length: 45 }, (_, day) => ({
      start: new Date(Date.parse(start) + day * 86_400_000).toISOString(),
      end: new Date(Date.parse(end) + day * 86_400_000).toISOString(),
    }));
    expect(await set(many.toReversed())).toEqual(many);
    expect(await set([{ start: "2020-01-01T00:00:00Z", end: "2020-01-02T00:00:00Z" }])).toEqual([]);
    expect(await audited("unit.windows_set")).toContainEqual({ unitId: unit.id, windows: 45 });
  });

  it.each([
    [{ windows: [{ start: "2099-01-02T00:00:00Z", end: "2099-01-02T00:00:00Z" }] }],
    [{ windows: [{ start: "tomorrow", end: "2099-01-02T00:00:00Z" }] }],
    [{ windows: [{ start: "2099-01-02T00:00:00", end: "2099-01-03T00:00:00" }] }],
    [{}],
  ])("are not set to %j", async (body) => {
    expect(codeOf(await admin("PUT", `${path}/windows`, body))).toBe("BAD_REQUEST");
    expect(unitIn(await admin("GET", path)).windows).toBeNull();
  });
});

describe("facts of a unit", () => {
  it("are put on record and taken off again; the audit names them and keeps only numbers", async () => {
    const validUntil = "2099-01-01T00:00:00.000Z";
    const set = unitIn(await admin("PUT", `${path}/facts/pets`, { value: " Cats only ", validUntil }));
    expect(set.facts).toContainEqual(
      expect.objectContaining({ name: "pets", value: "Cats only", validUntil, isStale: false }),
    );
    await admin("PUT", `${path}/facts/deposit`, { value: 1450 });
    expect((await factsOf(db, agency.id, agency.unitId)).facts).toMatchObject({ pets: "Cats only", deposit: 1450 });
    const gone = unitIn(await admin("DELETE", `${path}/facts/pets`));
    expect(gone.facts.map(({ name }) => name)).not.toContain("pets");
    expect(codeOf(await admin("DELETE", `${path}/facts/pets`))).toBe("NOT_FOUND");
    expect(await audited("unit_fact.set")).toEqual(
      expect.arrayContaining([
        { unitId: agency.unitId, name: "pets", to: null },
        { unitId: agency.unitId, name: "deposit", to: 1450 },
      ]),
    );
    expect(await audited("unit_fact.removed")).toEqual([{ unitId: agency.unitId, name: "pets" }]);
  });

  it("that are stale are shown as such and stated by nobody", async () => {
    const unit = await addUnit();
    const answer = await admin("PUT", `/api/units/${unit.id}/facts/status`, {
      value: "Rented",
      validUntil: "2020-01-01T00:00:00Z",
    });
    expect(unitIn(answer).facts).toMatchObject([{ name: "status", isStale: true }]);
    expect((await factsOf(db, agency.id, unit.id)).facts).toEqual({});
  });

  it.each([
    ["pets", { value: "" }],
    ["pets", { value: "x".repeat(1_001) }],
    ["pets", { value: null }],
    ["pets", { value: "Cats", validUntil: "soon" }],
    ["Pets%20and%20more", { value: "Cats" }],
    ["_", { value: "Cats" }],
  ])("%s is not set to %j", async (name, body) => {
    expect(codeOf(await admin("PUT", `${path}/facts/${name}`, body))).toBe("BAD_REQUEST");
  });
});

describe("assignments", () => {
  it("are set, changed and removed by an admin, and decide whose work a unit is", async () => {
    const unit = await addUnit();
    const blake = await makePerson(agency, "agent", "Blake Second");
    const of = (person: Person) => `/api/units/${unit.id}/assignments/${person.id}`;
    await admin("PUT", of(agentPerson), {});
    const set = unitIn(await admin("PUT", of(blake), { priority: 1 }));
    expect(set.assignments.map((one) => [one.user.name, one.priority, one.isActive])).toEqual([
      ["Blake Second", 1, true],
      ["Avery Agent", 100, true],
    ]);
    expect(await agentOf(db, agency.id, unit.id)).toBe(blake.id);
    await admin("PUT", of(blake), { priority: 1, isActive: false });
    expect(await agentOf(db, agency.id, unit.id)).toBe(agentPerson.id);
    expect(unitIn(await admin("DELETE", of(blake))).assignments).toHaveLength(1);
    expect(codeOf(await admin("DELETE", of(blake)))).toBe("NOT_FOUND");
    expect((await audited("assignment.set")).filter(({ unitId }) => unitId === unit.id)).toHaveLength(3);
    expect(await audited("assignment.removed")).toContainEqual({ unitId: unit.id, userId: blake.id });
  });

  it("are for members only, with a priority from 1 to 1000", async () => {
    const stranger = await makePerson(await makeAgency(), "agent");
    expect(codeOf(await admin("PUT", `${path}/assignments/${stranger.id}`, {}))).toBe("NOT_FOUND");
    for (const priority of [0, 1_001, 1.5, "1"]) {
      expect(codeOf(await admin("PUT", `${path}/assignments/${agentPerson.id}`, { priority }))).toBe("BAD_REQUEST");
    }
  });
});

describe("an agent", () => {
  it("[R23] sees the units they actively work on, and of the assignments their own", async () => {
    const unit = await addUnit();
    const theirs = `/api/units/${unit.id}/assignments`;
    await admin("PUT", `${theirs}/${adminPerson.id}`, { priority: 1 });
    expect((await unitsFor(agent)).map(({ id }) => id)).not.toContain(unit.id);
    expect(codeOf(await agent("GET", `/api/units/${unit.id}`))).toBe("NOT_FOUND");
    await admin("PUT", `${theirs}/${agentPerson.id}`, {});
    const seen = (await unitsFor(agent)).find(({ id }) => id === unit.id);
    expect(seen?.assignments.map(({ user }) => user.id)).toEqual([agentPerson.id]);
    await admin("PUT", `${theirs}/${agentPerson.id}`, { isActive: false });
    expect((await unitsFor(agent)).map(({ id }) => id)).not.toContain(unit.id);
  });
});

describe("listings", () => {
  it("that nobody linked come first, and are linked to a unit and to none again", async () => {
    const advert = freshId("advert");
    await linkOf(db, agency.id, agency.accountId, advert, "A new advert");
    const { listings } = listingListSchema.parse((await admin("GET", "/api/listings")).body);
    expect(listings[0]).toMatchObject({ platformListingId: advert, title: "A new advert", unitId: null });
    const link = `/api/listings/${encodeURIComponent(listings[0]?.id ?? "")}/unit`;
    const answer = await admin("PUT", link, { unitId: agency.unitId });
    expect(answer.body).toMatchObject({ listing: { platformListingId: advert, unitId: agency.unitId } });
    expect(await linkOf(db, agency.id, agency.accountId, advert)).toMatchObject({ unitId: agency.unitId });
    await admin("PUT", link, { unitId: agency.unitId });
    await admin("PUT", link, { unitId: null });
    expect(await linkOf(db, agency.id, agency.accountId, advert)).toMatchObject({ unitId: null });
    const detail = { accountId: agency.accountId, platformListingId: advert };
    expect(await audited("listing.linked")).toEqual([{ ...detail, unitId: agency.unitId }]);
    expect(await audited("listing.unlinked")).toEqual([{ ...detail, unitId: null }]);
  });

  it("are not linked to a unit of others", async () => {
    const other = await makeAgency();
    const { listings } = listingListSchema.parse((await admin("GET", "/api/listings")).body);
    const link = `/api/listings/${encodeURIComponent(listings[0]?.id ?? "")}/unit`;
    expect(codeOf(await admin("PUT", link, { unitId: other.unitId }))).toBe("NOT_FOUND");
  });
});

describe("members", () => {
  it("are named for an admin's pickers; an agent sees themselves", async () => {
    const broken = await makePerson(agency, "agent", "Nobody Knows");
    await db.update(member).set({ role: "owner" }).where(eq(member.userId, broken.id));
    const named = async (call: Client) =>
      memberListSchema.parse((await call("GET", "/api/members")).body).members.map(({ name, role }) => [name, role]);
    expect(await named(admin)).toEqual([
      ["Avery Agent", "agent"],
      ["Blake Second", "agent"],
      ["Morgan Admin", "admin"],
    ]);
    expect(await named(agent)).toEqual([["Avery Agent", "agent"]]);
  });
});
