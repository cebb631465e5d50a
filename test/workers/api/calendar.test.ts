import { eq } from "drizzle-orm";
import ICAL from "ical.js";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { calendarFeedListSchema, calendarFeedMadeSchema, FEEDS_PER_PERSON_MAX } from "#contracts/api/calendar";
import { auditListSchema } from "#contracts/api/organisation";
import { calendarFeeds, member, showings, unitFacts } from "#migrations/schema";
import { feedTokenHash } from "#workers/calendar/feed-token";
import { type Agency, assign, db, freshId, makeAgency, makePerson, type Person } from "./agency.ts";
import { type Answer, anonymous, type Client, codeOf, ORIGIN, signIn } from "./client.ts";

const DAY = 86_400_000;
const HALF_HOUR = 1_800_000;

let agency: Agency;
let admin: Client;
let agent: Client;
let agentPerson: Person;

beforeAll(async () => {
  agency = await makeAgency();
  agentPerson = await makePerson(agency, "agent", "Avery Agent");
  await assign(agency, agentPerson);
  [admin, agent] = await Promise.all([signIn(await makePerson(agency, "admin")), signIn(agentPerson)]);
});

type Change = Partial<typeof showings.$inferInsert>;

async function book(change: Change = {}): Promise<string> {
  const id = freshId("sh");
  const startMs = change.startMs ?? Math.floor(Date.now() / DAY) * DAY + DAY;
  await db.insert(showings).values({
    id,
    organisationId: agency.id,
    unitId: agency.unitId,
    agentId: agentPerson.id,
    startMs,
    endMs: startMs + HALF_HOUR,
    status: "confirmed",
    groupSize: 50,
    agentDay: "2026-01-01",
    leadName: "Ana Lead",
    conversationId: "cv_1",
    idempotencyKey: id,
    createdAtMs: 1,
    updatedAtMs: Date.now(),
    ...change,
  });
  return id;
}

/** A new address of somebody's, as a path. */
async function newFeed(call: Client): Promise<{ readonly path: string; readonly id: string }> {
  const answer = await call("POST", "/api/calendar/feeds");
  expect(answer.status).toBe(201);
  const { url, feed } = calendarFeedMadeSchema.parse(answer.body);
  expect(url.startsWith(`${ORIGIN}/calendar/`)).toBe(true);
  return { path: url.slice(ORIGIN.length), id: feed.id };
}

function eventsOf(answer: Answer): ReadonlyMap<string, InstanceType<typeof ICAL.Component>> {
  const events = new ICAL.Component(ICAL.parse(answer.text)).getAllSubcomponents("vevent");
  return new Map(events.map((event) => [String(event.getFirstPropertyValue("uid")).split("@")[0] ?? "", event]));
}

describe("an agent's feed", () => {
  it("is read without a session, as a calendar that only its reader may keep", async () => {
    const { path } = await newFeed(agent);
    const answer = await anonymous("GET", path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.text).toContain("X-WR-CALNAME:Showings\\, Avery Agent\r\n");
  });

  it("shows the agent's showings, from 30 days ago on, with where they are and whose they are", async () => {
    const [ahead, old, held, pending] = [
      await book({ sequence: 4 }),
      await book({ startMs: Date.now() - 32 * DAY, status: "completed" }),
      await book({ status: "pending", heldUntilMs: Date.now() + DAY }),
      await book({ status: "pending" }),
    ];
    const { path } = await newFeed(agent);
    const events = eventsOf(await anonymous("GET", path));
    expect(events.has(old) || events.has(held)).toBe(false);
    expect(events.get(pending)?.getFirstPropertyValue("status")).toBe("TENTATIVE");
    const event = events.get(ahead);
    expect(event?.getFirstPropertyValue("uid")).toBe(`${ahead}@${agency.id}`);
    expect(event?.getFirstPropertyValue("summary")).toBe("Showing: 12 Harbour Lane, Ana Lead");
    expect(event?.getFirstPropertyValue("sequence")).toBe(4);
    expect(event?.getFirstPropertyValue("description")).toBe(`Confirmed.\n${ORIGIN}/conversations/cv_1`);
  });

  it("goes to the address on record", async () => {
    const id = await book();
    await db.insert(unitFacts).values({
      organisationId: agency.id,
      unitId: agency.unitId,
      name: "address",
      value: "12 Harbour Lane, Brooklyn",
      updatedAtMs: 1,
    });
    const { path } = await newFeed(agent);
    const event = eventsOf(await anonymous("GET", path)).get(id);
    expect(event?.getFirstPropertyValue("location")).toBe("12 Harbour Lane, Brooklyn");
  });

  it("takes a cancelled showing back under its own name and with a higher sequence", async () => {
    const id = await book();
    const { path } = await newFeed(agent);
    const before = eventsOf(await anonymous("GET", path)).get(id);
    await db.update(showings).set({ status: "cancelled", updatedAtMs: Date.now() }).where(eq(showings.id, id));
    const after = eventsOf(await anonymous("GET", path)).get(id);
    expect(before?.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(after?.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(Number(after?.getFirstPropertyValue("sequence"))).toBeGreaterThan(
      Number(before?.getFirstPropertyValue("sequence")),
    );
  });

  it("is answered in full only when something changed", async () => {
    const { path } = await newFeed(agent);
    const first = await anonymous("GET", path);
    const tag = first.headers.get("etag") ?? "";
    const same = await anonymous("GET", path, undefined, { "if-none-match": tag });
    expect([same.status, same.text, same.headers.get("etag")]).toEqual([304, "", tag]);
    await book();
    const changed = await anonymous("GET", path, undefined, { "if-none-match": tag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(tag);
  });

  it("shows nothing of a colleague or of another organisation", async () => {
    const other = await makeAgency();
    const colleague = await signIn(await makePerson(agency, "agent"));
    const stranger = await signIn(await makePerson(other, "agent"));
    await book();
    for (const call of [colleague, stranger]) {
      expect(eventsOf(await anonymous("GET", (await newFeed(call)).path)).size).toBe(0);
    }
  });
});

describe("a wrong address", () => {
  it("is told in plain words, the same for one that never was and one that was ended", async () => {
    const { path, id } = await newFeed(agent);
    expect((await agent("DELETE", `/api/calendar/feeds/${id}`)).status).toBe(200);
    const never = await anonymous("GET", `/calendar/${"A".repeat(43)}.ics`);
    const ended = await anonymous("GET", path);
    for (const answer of [never, ended, await anonymous("GET", path.replace(".ics", ""))]) {
      expect([answer.status, answer.text]).toEqual([404, "There is no calendar here.\n"]);
      expect(answer.headers.get("content-type")).toContain("text/plain");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("etag")).toBeNull();
    }
  });

  it("is what an address becomes when its owner leaves", async () => {
    const leaver = await makePerson(agency, "agent");
    const { path } = await newFeed(await signIn(leaver));
    await db.delete(member).where(eq(member.userId, leaver.id));
    expect((await anonymous("GET", path)).status).toBe(404);
  });
});

describe("addresses", () => {
  it("are kept as a hash, answered once, and audited and logged without their token", async () => {
    const log = vi.spyOn(console, "log");
    const error = vi.spyOn(console, "error");
    const { path, id } = await newFeed(agent);
    await anonymous("GET", path);
    const token = path.slice("/calendar/".length, -".ics".length);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(id).toBe(await feedTokenHash(token));
    const kept = JSON.stringify(await db.select().from(calendarFeeds).all());
    const listed = await agent("GET", "/api/calendar/feeds");
    const audited = await admin("GET", "/api/audit");
    for (const text of [kept, listed.text, audited.text, JSON.stringify([log.mock.calls, error.mock.calls])]) {
      expect(text).not.toContain(token);
    }
    const { entries } = auditListSchema.parse(audited.body);
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: "calendar_feed.made",
        actor: `agent:${agentPerson.id}`,
        detail: { userId: agentPerson.id },
      }),
    );
    vi.restoreAllMocks();
  });

  it("are listed and ended by their owner, and all of them by an admin", async () => {
    const colleague = await signIn(await makePerson(agency, "agent", "Blake Second"));
    const { id, path } = await newFeed(colleague);
    const idsFor = async (call: Client) =>
      calendarFeedListSchema.parse((await call("GET", "/api/calendar/feeds")).body).feeds.map((feed) => feed.id);
    expect(await idsFor(colleague)).toEqual([id]);
    expect(await idsFor(agent)).not.toContain(id);
    expect(await idsFor(admin)).toContain(id);
    expect(codeOf(await agent("DELETE", `/api/calendar/feeds/${id}`))).toBe("NOT_FOUND");
    expect((await anonymous("GET", path)).status).toBe(200);
    expect((await admin("DELETE", `/api/calendar/feeds/${id}`)).body).toMatchObject({
      feed: { user: { name: "Blake Second" } },
    });
    expect((await anonymous("GET", path)).status).toBe(404);
    expect(codeOf(await admin("DELETE", `/api/calendar/feeds/${id}`))).toBe("NOT_FOUND");
    expect(await idsFor(colleague)).toEqual([]);
  });

  it("are limited for each person", async () => {
    const call = await signIn(await makePerson(agency, "agent"));
    for (let made = 0; made < FEEDS_PER_PERSON_MAX; made++) await newFeed(call);
    expect(codeOf(await call("POST", "/api/calendar/feeds"))).toBe("NOT_NOW");
  });
});
