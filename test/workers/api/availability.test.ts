import { beforeAll, describe, expect, it } from "vitest";
import {
  type Availability,
  availabilityAnswerSchema,
  DAY_INTERVALS_MAX,
  lineAnswerSchema,
} from "#contracts/api/availability";
import { auditListSchema } from "#contracts/api/organisation";
import { showingAnswerSchema } from "#contracts/api/showing";
import { errorBodySchema } from "#contracts/errors";
import { findSlots } from "#domain/slots/offer";
import { agentOverrides } from "#migrations/schema";
import { scenarioFor } from "#workers/store/scenario";
import { type Agency, assign, db, makeAgency, makePerson, type Person } from "./agency.ts";
import { type Answer, type Client, codeOf, signIn } from "./client.ts";
import { booked } from "./showings-agency.ts";

const DAY = 86_400_000;
const ZONE = "America/New_York";

let agency: Agency;
let admin: Client;
let agent: Client;
let person: Person;
let path: string;

beforeAll(async () => {
  agency = await makeAgency();
  person = await makePerson(agency, "agent", "Avery Agent");
  path = `/api/availability/${person.id}`;
  await assign(agency, person);
  [admin, agent] = await Promise.all([signIn(await makePerson(agency, "admin")), signIn(person)]);
  await agent("PUT", `${path}/profile`, { zone: ZONE, bufferMinutes: 15, maxPerDay: null });
});

function availabilityIn(answer: Answer): Availability {
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return availabilityAnswerSchema.parse(answer.body).availability;
}

function dayFrom(nowMs: number, days: number): string {
  return new Date(nowMs + days * DAY).toISOString().slice(0, 10);
}

function detailsOf(answer: Answer): readonly (readonly [string, string])[] {
  expect(codeOf(answer)).toBe("BAD_REQUEST");
  return (errorBodySchema.parse(answer.body).error.details ?? []).map(({ path: at, message }) => [at, message]);
}

async function audited(action: string): Promise<readonly Record<string, unknown>[]> {
  const { entries } = auditListSchema.parse((await admin("GET", "/api/audit")).body);
  return entries.filter((entry) => entry.action === action).map((entry) => entry.detail);
}

describe("a profile", () => {
  it("is nobody's until it is set, and needed before any time of day", async () => {
    const fresh = await makePerson(agency, "agent", "Fresh Agent");
    const call = await signIn(fresh);
    const own = `/api/availability/${fresh.id}`;
    expect(availabilityIn(await call("GET", own))).toEqual({
      user: { id: fresh.id, name: "Fresh Agent" },
      profile: null,
      areMailsSent: false,
      rules: [],
      overrides: [],
    });
    expect(codeOf(await call("PUT", `${own}/week`, { rules: [] }))).toBe("NOT_NOW");
    expect(codeOf(await call("PUT", `${own}/overrides/${dayFrom(Date.now(), 1)}`, { intervals: [] }))).toBe("NOT_NOW");
    const profile = { zone: "Europe/London", bufferMinutes: 0, maxPerDay: 3 };
    expect(availabilityIn(await call("PUT", `${own}/profile`, profile)).profile).toEqual({
      ...profile,
      isMailed: true,
    });
    await call("PUT", `${own}/profile`, { ...profile, maxPerDay: null, isMailed: false });
    const off = { ...profile, maxPerDay: null, isMailed: false };
    expect(availabilityIn(await call("GET", own)).profile).toEqual(off);
    // Whoever does not speak of the mails leaves them as they are.
    expect(availabilityIn(await call("PUT", `${own}/profile`, { ...profile, maxPerDay: null })).profile).toEqual(off);
    expect(availabilityIn(await call("GET", own)).profile).toEqual(off);
    const details = (await audited("availability.profile_set")).filter(({ userId }) => userId === fresh.id);
    expect(details.map(({ field, from, to }) => `${field}: ${from} → ${to}`).sort()).toEqual([
      "bufferMinutes: null → 0",
      "isMailed: true → false",
      "maxPerDay: 3 → null",
      "maxPerDay: null → 3",
      "zone: null → Europe/London",
    ]);
  });

  it("[H17] of another zone puts the showings that are to come under its days", async () => {
    const mover = await makePerson(agency, "agent", "Mover");
    const call = await signIn(mover);
    const set = (zone: string) =>
      call("PUT", `/api/availability/${mover.id}/profile`, { zone, bufferMinutes: 0, maxPerDay: null });
    await set("Pacific/Kiritimati");
    const startMs = Math.ceil(Date.now() / DAY) * DAY + DAY + DAY / 2;
    const id = await booked(agency, mover.id, startMs);
    const dayOf = async () => showingAnswerSchema.parse((await call("GET", `/api/showings/${id}`)).body).showing.day;
    expect(await dayOf()).toBe(dayFrom(startMs, 1));
    expect(availabilityIn(await set("UTC")).profile?.zone).toBe("UTC");
    expect(await dayOf()).toBe(dayFrom(startMs, 0));
  });

  it.each([
    { zone: "Mars/Olympus" },
    { zone: "" },
    { bufferMinutes: -1 },
    { bufferMinutes: 1_441 },
    { bufferMinutes: 7.5 },
    { maxPerDay: -1 },
    { maxPerDay: "3" },
    { isMailed: "no" },
    { isMailed: null },
  ])("is not set to %j", async (change) => {
    const profile = { zone: ZONE, bufferMinutes: 15, maxPerDay: null, ...change };
    expect(codeOf(await agent("PUT", `${path}/profile`, profile))).toBe("BAD_REQUEST");
    expect(availabilityIn(await agent("GET", path)).profile).toEqual({
      zone: ZONE,
      bufferMinutes: 15,
      maxPerDay: null,
      isMailed: true,
    });
  });
});

describe("a week", () => {
  it("is set as a whole, sorted, and open to the slot engine", async () => {
    const rules = [
      { weekday: 6, from: "10:00", to: "14:00" },
      { weekday: 1, from: "13:00", to: "24:00" },
      { weekday: 1, from: "09:00", to: "13:00" },
    ];
    const sorted = [rules[2], rules[1], rules[0]];
    expect(availabilityIn(await agent("PUT", `${path}/week`, { rules })).rules).toEqual(sorted);
    expect(availabilityIn(await agent("PUT", `${path}/week`, { rules })).rules).toEqual(sorted);
    const scenario = await scenarioFor(db, agency.id, agency.unitId, Date.now());
    expect(scenario?.agents[0]).toMatchObject({ id: person.id, zone: ZONE, bufferMinutes: 15 });
    if (scenario === null) throw new Error("no scenario");
    expect(findSlots(scenario).length).toBeGreaterThan(10);
    expect(availabilityIn(await agent("PUT", `${path}/week`, { rules: [] })).rules).toEqual([]);
    expect(await audited("availability.week_set")).toEqual([
      { userId: person.id, intervals: 0 },
      { userId: person.id, intervals: 3 },
      { userId: person.id, intervals: 3 },
    ]);
  });

  it("holds every interval of the fullest week", async () => {
    const rules = Array.from({ length: 168 }, (_, at) => {
      const hour = String(at % 24).padStart(2, "0");
      return { weekday: Math.floor(at / 24) + 1, from: `${hour}:00`, to: `${hour}:59` };
    });
    expect(availabilityIn(await agent("PUT", `${path}/week`, { rules })).rules).toEqual(rules);
    expect(codeOf(await agent("PUT", `${path}/week`, { rules: [...rules, rules[0]] }))).toBe("BAD_REQUEST");
    await agent("PUT", `${path}/week`, { rules: [] });
  });

  it("has intervals that do not overlap, and says which do", async () => {
    const week = (...rules: readonly unknown[]) => agent("PUT", `${path}/week`, { rules });
    const morning = { weekday: 1, from: "09:00", to: "12:00" };
    expect(
      detailsOf(await week(morning, { ...morning, weekday: 2 }, { weekday: 1, from: "11:59", to: "13:00" })),
    ).toEqual([["rules.2", "overlaps rules.0 on the same day"]]);
    expect(detailsOf(await week(morning, morning))).toHaveLength(1);
    expect(availabilityIn(await agent("GET", path)).rules).toEqual([]);
  });

  it.each([
    { weekday: 0, from: "09:00", to: "12:00" },
    { weekday: 8, from: "09:00", to: "12:00" },
    { weekday: 1, from: "12:00", to: "12:00" },
    { weekday: 1, from: "22:00", to: "02:00" },
    { weekday: 1, from: "9:00", to: "12:00" },
    { weekday: 1, from: "09:60", to: "12:00" },
    { weekday: 1, from: "09:00", to: "24:01" },
    { weekday: 1, from: 540, to: 720 },
  ])("does not hold %j", async (rule) => {
    expect(codeOf(await agent("PUT", `${path}/week`, { rules: [rule] }))).toBe("BAD_REQUEST");
  });
});

describe("a pasted line", () => {
  it("is read as weekly times that can be set as they are", async () => {
    const line = await agent("POST", "/api/availability/read-line", { text: "Tue, Sat 10-2; Mon 7:30-9pm" });
    const read = lineAnswerSchema.parse(line.body);
    if (!read.isRead) throw new Error(read.message);
    expect(read.rules).toEqual([
      { weekday: 1, from: "19:30", to: "21:00" },
      { weekday: 2, from: "10:00", to: "14:00" },
      { weekday: 6, from: "10:00", to: "14:00" },
    ]);
    expect(availabilityIn(await agent("PUT", `${path}/week`, { rules: read.rules })).rules).toEqual(read.rules);
    await agent("PUT", `${path}/week`, { rules: [] });
  });

  it("that is not understood says which piece, and sets nothing", async () => {
    const line = await agent("POST", "/api/availability/read-line", { text: "Mon 9-12, whenever Tue" });
    expect(lineAnswerSchema.parse(line.body)).toMatchObject({
      isRead: false,
      code: "unknown_piece",
      piece: "whenever",
    });
    expect(codeOf(await agent("POST", "/api/availability/read-line", { text: "x".repeat(501) }))).toBe("BAD_REQUEST");
  });
});

describe("a single day", () => {
  it("is set to other times, to none, and left to the week again", async () => {
    const date = dayFrom(Date.now(), 3);
    const set = (intervals: unknown) => agent("PUT", `${path}/overrides/${date}`, { intervals });
    const times = [
      { from: "07:00", to: "08:00" },
      { from: "20:00", to: "24:00" },
    ];
    expect(availabilityIn(await set(times.toReversed())).overrides).toEqual([{ date, intervals: times }]);
    expect(availabilityIn(await set([])).overrides).toEqual([{ date, intervals: [] }]);
    expect(availabilityIn(await agent("DELETE", `${path}/overrides/${date}`)).overrides).toEqual([]);
    expect(availabilityIn(await agent("DELETE", `${path}/overrides/${date}`)).overrides).toEqual([]);
    expect(await audited("availability.date_set")).toHaveLength(2);
    expect(await audited("availability.date_cleared")).toEqual([{ userId: person.id, date }]);
    const full = Array.from({ length: DAY_INTERVALS_MAX }, (_, hour) => ({
      from: `${String(hour).padStart(2, "0")}:00`,
      to: `${String(hour).padStart(2, "0")}:30`,
    }));
    expect(availabilityIn(await set(full)).overrides).toEqual([{ date, intervals: full }]);
    await agent("DELETE", `${path}/overrides/${date}`);
  });

  it("that is over is not shown any more", async () => {
    await db.insert(agentOverrides).values({
      id: "ov_old",
      organisationId: agency.id,
      userId: person.id,
      date: dayFrom(Date.now(), -2),
      isAvailable: false,
    });
    expect(availabilityIn(await agent("GET", path)).overrides).toEqual([]);
  });

  it.each(["2026-02-30", "tomorrow", "2020-01-01", "2199-01-01"])("is not %s", async (date) => {
    expect(detailsOf(await agent("PUT", `${path}/overrides/${date}`, { intervals: [] }))).toMatchObject([
      ["date", expect.anything()],
    ]);
  });

  it("has intervals that do not overlap", async () => {
    const intervals = [
      { from: "07:00", to: "09:00" },
      { from: "08:00", to: "10:00" },
    ];
    const answer = await agent("PUT", `${path}/overrides/${dayFrom(Date.now(), 1)}`, { intervals });
    expect(detailsOf(answer)).toEqual([["intervals.1", "overlaps intervals.0 on the same day"]]);
  });
});

describe("who may say it", () => {
  it("[R23, R24] is the agent themselves and every admin of the organisation", async () => {
    const colleague = await signIn(await makePerson(agency, "agent"));
    const stranger = await signIn(await makePerson(await makeAgency(), "admin"));
    const profile = { zone: ZONE, bufferMinutes: 20, maxPerDay: null, isMailed: true };
    for (const call of [colleague, stranger]) {
      expect(codeOf(await call("GET", path))).toBe("NOT_FOUND");
      expect(codeOf(await call("PUT", `${path}/profile`, profile))).toBe("NOT_FOUND");
      expect(codeOf(await call("PUT", `${path}/week`, { rules: [] }))).toBe("NOT_FOUND");
    }
    expect(availabilityIn(await admin("PUT", `${path}/profile`, profile)).profile).toEqual(profile);
    await agent("PUT", `${path}/profile`, { ...profile, bufferMinutes: 15 });
    expect(codeOf(await admin("GET", "/api/availability/us_nobody"))).toBe("NOT_FOUND");
  });
});
