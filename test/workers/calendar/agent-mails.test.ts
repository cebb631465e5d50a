// What the minute's mails tell agents of showings on the real D1: what is booked, moved, cancelled and handed over, and to whom.
import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { agentProfiles, member, unitFacts } from "#migrations/schema";
import { mailAgents } from "#workers/cron/mail-agents";
import { makeDeps } from "#workers/deps";
import { holdTimes } from "#workers/store/showings-holds";
import { confirmByLead } from "#workers/store/showings-status";
import { type Agency, db, freshId, type Person } from "../api/agency.ts";
import { booked, hourAhead, MINUTE, makeOpenAgency } from "../api/showings-agency.ts";
import { FROM, MailDesk, makeDoor, summaryOf } from "./mail-desk.ts";

let desk: MailDesk;
let agency: Agency;
let first: Person;
let second: Person;
let nowMs: number;

beforeEach(async () => {
  desk = await MailDesk.open();
  ({ agency, first, second, nowMs } = desk);
});

describe("an agent whose showing is booked, moved and cancelled", () => {
  it("[K10, K12] is mailed each of it once, and their calendar can follow", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0), { leadName: "Ana Lead" });
    const uid = `${showingId}@${agency.id}`;
    expect(await desk.tick()).toMatchObject([
      { to: first.email, subject: "New showing", method: "REQUEST", uid, sequence: 0, startMs: hourAhead(0) },
    ]);
    expect(await desk.tick()).toEqual([]);

    await desk.move(showingId, first.id, hourAhead(3));
    expect(await desk.tick()).toMatchObject([
      { to: first.email, subject: "Showing changed", method: "REQUEST", uid, sequence: 1, startMs: hourAhead(3) },
    ]);
    expect(await desk.tick()).toEqual([]);

    await desk.become(showingId, "cancelled");
    const [cancelled, ...others] = await desk.tick();
    expect(cancelled).toMatchObject({ subject: "Showing cancelled", method: "CANCEL", uid, startMs: hourAhead(3) });
    expect(cancelled?.sequence).toBeGreaterThan(1);
    expect(others).toEqual([]);
    expect(await desk.tick(nowMs + 60 * MINUTE)).toEqual([]);
    expect((await desk.notices()).map(({ sequence, method, sentAtMs }) => [sequence, method, sentAtMs])).toEqual([
      [0, "request", nowMs],
      [1, "request", nowMs],
      [2, "cancel", nowMs],
    ]);
  });

  it("[K12] loses it to a colleague and gets it back, and both calendars are right", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0));
    await desk.tick();
    await desk.move(showingId, second.id, hourAhead(2));
    const [taken, given] = (await desk.tick()).toSorted((a, b) => a.method.localeCompare(b.method));
    expect(taken).toMatchObject({ to: first.email, method: "CANCEL", sequence: 1, startMs: hourAhead(0) });
    expect(given).toMatchObject({ to: second.email, subject: "New showing", sequence: 1, startMs: hourAhead(2) });

    await desk.move(showingId, first.id, hourAhead(2));
    const back = await desk.tick();
    expect(back.map(({ to, method, sequence }) => [to, method, sequence]).toSorted()).toEqual(
      [
        [first.email, "REQUEST", 2],
        [second.email, "CANCEL", 2],
      ].toSorted(),
    );
    await desk.become(showingId, "cancelled");
    expect(await desk.tick()).toMatchObject([{ to: first.email, method: "CANCEL" }]);
  });

  it("[K12] is not told of the end of what they were never told of", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0));
    await desk.become(showingId, "cancelled");
    expect(await desk.tick()).toEqual([]);
    const other = await booked(agency, first.id, hourAhead(1));
    await desk.move(other, second.id, hourAhead(1));
    expect(await desk.tick()).toMatchObject([{ to: second.email, method: "REQUEST" }]);
  });

  it("[K15] is not mailed what changes nothing for a calendar", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0));
    await desk.tick();
    await desk.become(showingId, "reschedule_requested");
    expect(await desk.tick()).toEqual([]);
    await confirmByLead(db, agency.id, showingId, nowMs);
    expect(await desk.tick()).toEqual([]);
    await desk.become(showingId, "completed", hourAhead(0));
    expect(await desk.tick()).toEqual([]);
    // There and back again is a change, if the mail about the way there may have been read.
    const other = await booked(agency, first.id, hourAhead(2));
    await desk.tick();
    await desk.move(other, first.id, hourAhead(4));
    await desk.tick();
    await desk.move(other, first.id, hourAhead(2));
    expect(await desk.tick()).toMatchObject([{ sequence: 2, startMs: hourAhead(2) }]);
  });

  it("[K15] is not mailed of holds, nor of what is over", async () => {
    const time = { startMs: hourAhead(0), endMs: hourAhead(0) + 30 * MINUTE, agentId: first.id };
    const wish = { conversationId: "cv", unitId: agency.unitId, leadName: null, nowMs };
    await holdTimes(db, agency.id, { ...wish, times: [time], heldUntilMs: nowMs + 60 * MINUTE });
    await booked(agency, first.id, nowMs - 31 * MINUTE);
    expect(await desk.tick()).toEqual([]);
  });
});

describe("a mail", () => {
  it("[K14] tells the time on the agent's clock, the place, the name and where the talk is, and no more of the lead", async () => {
    const values = { organisationId: agency.id, unitId: agency.unitId, name: "address", updatedAtMs: nowMs };
    await db.insert(unitFacts).values({ ...values, value: "12 Harbour Ln, New York" });
    await db.update(agentProfiles).set({ zone: "Europe/Berlin" }).where(eq(agentProfiles.userId, first.id));
    const conversationId = freshId("cv");
    await booked(agency, first.id, hourAhead(0), { leadName: "Ana Lead", conversationId });
    const { door, sent } = makeDoor();
    const deps = desk.deps(door);
    await mailAgents({ ...deps, settings: { ...deps.settings, publicOrigin: "https://board.example" } });
    const { text } = await summaryOf(first.email, sent.find(({ to }) => to === first.email)?.mail ?? "");
    const clock = new Intl.DateTimeFormat("en-US", { hour: "numeric", minute: "2-digit", timeZone: "Europe/Berlin" });
    expect(text.trim().split("\n")).toEqual([
      "A showing was booked for you.",
      "",
      "12 Harbour Lane: 12 Harbour Ln, New York",
      expect.stringContaining(`${clock.format(hourAhead(0)).replace("\u202f", " ")} (Europe/Berlin)`),
      "Lead: Ana Lead",
      `https://board.example/conversations/${conversationId}`,
      "",
      expect.stringContaining("can be switched off"),
    ]);
  });

  it("[K13] reaches members alone, who did not switch it off", async () => {
    const ofFirst = and(eq(agentProfiles.organisationId, agency.id), eq(agentProfiles.userId, first.id));
    await db.update(agentProfiles).set({ isMailed: false }).where(ofFirst);
    await booked(agency, first.id, hourAhead(0));
    await booked(agency, second.id, hourAhead(0));
    await db.delete(member).where(eq(member.userId, second.id));
    expect(await desk.tick()).toEqual([]);
    expect(await desk.notices()).toEqual([]);
    await db.update(agentProfiles).set({ isMailed: true }).where(ofFirst);
    expect(await desk.tick()).toMatchObject([{ to: first.email }]);
  });

  it("[K13] never leaves an agency, whoever works for two", async () => {
    const other = await makeOpenAgency();
    const ids = { id: freshId("me"), organizationId: other.agency.id, userId: first.id };
    await db.insert(member).values({ ...ids, role: "agent", createdAt: new Date() });
    const away = { organisationId: other.agency.id, userId: first.id, zone: "UTC", isMailed: false };
    await db.insert(agentProfiles).values(away);
    const showingId = await booked(agency, first.id, hourAhead(0));
    await booked(other.agency, first.id, hourAhead(1));
    expect(await desk.tick()).toMatchObject([{ to: first.email, uid: `${showingId}@${agency.id}` }]);
  });

  it("[K16] is neither written nor noted where there is no door", async () => {
    await booked(agency, first.id, hourAhead(0));
    await mailAgents(desk.deps(null));
    expect(await desk.notices()).toEqual([]);
    expect(makeDeps(env).mail).toBeNull();
    expect(makeDeps({ ...env, MAIL_FROM: "" } as Env).mail).toBeNull();
    const { MAIL: _, ...without } = env;
    expect(makeDeps({ ...without, MAIL_FROM: FROM } as unknown as Env).mail).toBeNull();
    expect(() => makeDeps({ ...env, MAIL_FROM: "nobody" } as Env)).toThrow("MAIL_FROM");
  });
});
