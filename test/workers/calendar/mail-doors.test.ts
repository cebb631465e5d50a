// The minute's mails to agents through doors that refuse, hang or are slow, and once through the door that the local runtime has
// for `send_email`. Nothing is lost, and nothing is sent by two.
import { EmailMessage } from "cloudflare:email";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MAIL_MS_MAX, NOTICE_BACK_MS, NOTICE_RETRY_MS } from "#domain/calendar/limits";
import { agentNotices, showings } from "#migrations/schema";
import { mailAgents } from "#workers/cron/mail-agents";
import { makeDeps } from "#workers/deps";
import { claimNotice, dueNotices, requestsQuery, withdrawalsQuery } from "#workers/store/agent-notices";
import { type Agency, db, type Person } from "../api/agency.ts";
import { booked, hourAhead, MINUTE } from "../api/showings-agency.ts";
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

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a door that is not to be trusted", () => {
  const refusing = () => makeDoor(() => Promise.reject(new Error(`email to ${first.email} not allowed`)));

  it("[K11, K14] refuses, and the same mail is written again after pauses that grow, until it goes", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const showingId = await booked(agency, first.id, hourAhead(0), { leadName: "Ana Lead" });
    const { door, sent } = refusing();
    const pauses: number[] = [];
    let atMs = nowMs;
    for (let tries = 1; tries <= 4; tries += 1) {
      await mailAgents(desk.deps(door, atMs));
      const [notice] = await desk.notices();
      if (notice === undefined) throw new Error("nothing was noted");
      expect(notice).toMatchObject({ tries, sentAtMs: null });
      pauses.push((notice.nextTryAtMs - atMs) / NOTICE_RETRY_MS);
      await mailAgents(desk.deps(door, notice.nextTryAtMs - 1));
      expect((await desk.notices())[0]?.tries).toBe(tries);
      atMs = notice.nextTryAtMs;
    }
    expect(pauses).toEqual([1, 2, 4, 8]);
    expect(sent).toEqual([]);
    const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes(showingId));
    expect(lines).toHaveLength(4);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      event: "agent_mail.failed",
      organisationId: agency.id,
      showingId,
      agentId: first.id,
      error: "Error",
    });
    expect(await desk.tick(atMs)).toMatchObject([{ subject: "New showing", sequence: 0, startMs: hourAhead(0) }]);
    expect(await desk.tick(atMs + 60 * MINUTE)).toEqual([]);
  });

  it("[K11] is given up six hours after the change", async () => {
    await booked(agency, first.id, hourAhead(0));
    const [row] = await db.select().from(showings).where(eq(showings.organisationId, agency.id)).all();
    expect(await desk.tick((row?.updatedAtMs ?? 0) + NOTICE_BACK_MS + 1)).toEqual([]);
    expect(await desk.tick((row?.updatedAtMs ?? 0) + NOTICE_BACK_MS)).toHaveLength(1);
  });

  it("[K11] keeps nobody else from their mail", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await booked(agency, first.id, hourAhead(0));
    await booked(agency, second.id, hourAhead(0));
    const { door, sent } = makeDoor(async (to) => {
      if (to === first.email) throw new Error("no");
    });
    await mailAgents(desk.deps(door));
    expect(sent.map(({ to }) => to)).toContain(second.email);
  });

  it("[K11] hangs, and is left waiting: the mail is written again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const showingId = await booked(agency, first.id, hourAhead(0));
    const asked = Promise.withResolvers<void>();
    const { door } = makeDoor((to) => {
      if (to === first.email) asked.resolve();
      return new Promise(() => {});
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const run = mailAgents(desk.deps(door));
    await asked.promise;
    await vi.advanceTimersByTimeAsync(MAIL_MS_MAX);
    await run;
    vi.useRealTimers();
    expect(await desk.notices()).toMatchObject([{ showingId, sentAtMs: null, tries: 1 }]);
    expect(await desk.tick()).toEqual([]);
    expect(await desk.tick(nowMs + NOTICE_RETRY_MS)).toMatchObject([{ sequence: 0 }]);
  });

  it("[K11] takes the mail while its sender dies, and gets the very same event again", async () => {
    await booked(agency, first.id, hourAhead(0));
    const { door, sent } = makeDoor();
    await mailAgents(desk.deps(door));
    // The sender died before it could mark it.
    await db.update(agentNotices).set({ sentAtMs: null }).where(eq(agentNotices.organisationId, agency.id));
    await mailAgents(desk.deps(door, nowMs + NOTICE_RETRY_MS));
    const own = sent.filter(({ to }) => to === first.email);
    expect(own).toHaveLength(2);
    const [one, again] = await Promise.all(own.map(({ to, mail }) => summaryOf(to, mail)));
    expect(again).toEqual(one);
  });

  it("[K11] is slow: several ticks at once send one mail", async () => {
    await booked(agency, first.id, hourAhead(0));
    const { door, sent } = makeDoor(() => new Promise((resolve) => setTimeout(resolve, 50)));
    await Promise.all(Array.from({ length: 5 }, () => mailAgents(desk.deps(door))));
    expect(sent.filter(({ to }) => to === first.email)).toHaveLength(1);
  });

  it("[K12] holds the request: the cancellation waits until it is known to have gone, or is tried again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const showingId = await booked(agency, first.id, hourAhead(0));
    await mailAgents(desk.deps(refusing().door));
    await desk.become(showingId, "cancelled");
    expect(await desk.tick()).toEqual([]);
    const after = nowMs + NOTICE_RETRY_MS;
    await mailAgents(desk.deps(refusing().door, after));
    expect(await desk.tick(after)).toEqual([]);
    expect(await desk.tick(after + NOTICE_RETRY_MS)).toMatchObject([{ method: "CANCEL", startMs: hourAhead(0) }]);
    expect(await desk.tick(after + 60 * MINUTE)).toEqual([]);
  });

  it("[K11] has nothing of a state that was left between the look and the claim", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0));
    const due = (await dueNotices(db, nowMs)).find(({ showing }) => showing.id === showingId);
    if (due === undefined) throw new Error("nothing was due");
    await desk.move(showingId, first.id, hourAhead(5));
    expect(await claimNotice(db, agency.id, due, nowMs)).toBe(false);
    expect(await desk.notices()).toEqual([]);
    expect(await desk.tick()).toMatchObject([{ sequence: 1, startMs: hourAhead(5) }]);
  });

  it("[K14] is quoted by its code, where it has one, and by nothing it says", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    await booked(agency, first.id, hourAhead(0));
    await booked(agency, second.id, hourAhead(0));
    const { door } = makeDoor((to) => {
      const code = to === first.email ? "E_RECIPIENT_NOT_ALLOWED" : `E_${to}`;
      return Promise.reject(Object.assign(new RangeError(to), { code }));
    });
    await mailAgents(desk.deps(door));
    const lines = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes(agency.id));
    expect(lines.map((line) => JSON.parse(line).error).toSorted()).toEqual(["E_RECIPIENT_NOT_ALLOWED", "RangeError"]);
    expect(lines.join("")).not.toContain("@");
  });
});

describe("the local runtime's own door", () => {
  it("[K10] takes the mail as it is", async () => {
    await booked(agency, first.id, hourAhead(0), { leadName: "Åna Lead" });
    const { door, sent } = makeDoor();
    const deps = { ...makeDeps({ ...env, MAIL_FROM: FROM } as Env), now: () => nowMs };
    await mailAgents(deps);
    expect(await desk.notices()).toMatchObject([{ agentId: first.id, sentAtMs: nowMs }]);
    await booked(agency, second.id, hourAhead(0));
    await mailAgents(desk.deps(door));
    const mail = sent.find(({ to }) => to === second.email)?.mail ?? "";
    const taken = await env.MAIL.send(new EmailMessage(FROM, second.email, mail));
    expect(taken.messageId).toMatch(/^<.+@agency\.example>$/);
  });
});

describe("the minute's look", () => {
  it("reads what changed lately, in a table with the showings of years", async () => {
    for (const query of [requestsQuery(db, nowMs), withdrawalsQuery(db, nowMs)]) {
      const { sql, params } = query.toSQL();
      const plan = await env.DB.prepare(`explain query plan ${sql}`)
        .bind(...params)
        .all<{ detail: string }>();
      const details = plan.results.map(({ detail }) => detail);
      expect(details).toContain("SEARCH showings USING INDEX showings_by_change (updated_at_ms>?)");
      expect(details.filter((detail) => detail.startsWith("SCAN "))).toEqual([]);
    }
  });
});
