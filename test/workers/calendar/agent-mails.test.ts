// The minute's mails to agents on the real D1, through doors that behave and doors that do not, and once through the door that
// the local runtime has for `send_email`.
import { EmailMessage } from "cloudflare:email";
import { env } from "cloudflare:workers";
import { and, asc, eq } from "drizzle-orm";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MAIL_MS_MAX, NOTICE_BACK_MS, NOTICE_RETRY_MS } from "#domain/calendar/limits";
import { agentNotices, agentProfiles, member, showings, unitFacts } from "#migrations/schema";
import { mailAgents } from "#workers/cron/mail-agents";
import { type Deps, type MailDoor, makeDeps } from "#workers/deps";
import { claimNotice, dueNotices, requestsQuery, withdrawalsQuery } from "#workers/store/agent-notices";
import { holdTimes } from "#workers/store/showings-holds";
import { reschedule } from "#workers/store/showings-move";
import { changeStatus, confirmByLead } from "#workers/store/showings-status";
import { type Agency, db, freshId, type Person } from "../api/agency.ts";
import { booked, hourAhead, MINUTE, makeOpenAgency } from "../api/showings-agency.ts";

declare global {
  namespace Cloudflare {
    interface Env {
      MAIL: SendEmail;
    }
  }
}

const FROM = "showings@agency.example";

let agency: Agency;
let first: Person;
let second: Person;
let nowMs: number;

beforeEach(async () => {
  ({ agency, first, second } = await makeOpenAgency());
  nowMs = Date.now();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A door that notes what goes through, or does what `act` does first. */
function makeDoor(act: (to: string) => Promise<void> = async () => {}) {
  const sent: { readonly to: string; readonly mail: string }[] = [];
  const door: MailDoor = {
    from: FROM,
    send: async (to, mail) => {
      await act(to);
      sent.push({ to, mail });
    },
  };
  return { door, sent };
}

function depsWith(mail: MailDoor | null, atMs = nowMs): Deps {
  return { ...makeDeps(env), now: () => atMs, mail };
}

/** One tick of the schedule; answers the mails to this agency's people as their calendars read them. */
async function tick(atMs = nowMs) {
  const { door, sent } = makeDoor();
  await mailAgents(depsWith(door, atMs));
  const own = sent.filter(({ to }) => [first.email, second.email].includes(to));
  return await Promise.all(own.map(({ to, mail }) => summaryOf(to, mail)));
}

async function summaryOf(to: string, mail: string) {
  const { subject = "", attachments, text = "" } = await PostalMime.parse(mail, { attachmentEncoding: "utf8" });
  const calendar = new ICAL.Component(ICAL.parse(String(attachments[0]?.content)));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? new ICAL.Component("vevent"));
  return {
    to,
    subject: subject.split(":")[0],
    text,
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    startMs: event.startDate.toJSDate().getTime(),
  };
}

const notices = () =>
  db
    .select()
    .from(agentNotices)
    .where(eq(agentNotices.organisationId, agency.id))
    .orderBy(asc(agentNotices.sequence), asc(agentNotices.agentId))
    .all();

async function move(showingId: string, agentId: string, startMs: number): Promise<void> {
  const wish = { idempotencyKey: freshId("key"), agentIds: [agentId], startMs, endMs: startMs + 30 * MINUTE, nowMs };
  const moved = await reschedule(db, agency.id, showingId, wish);
  if (!moved.ok) throw new Error(moved.error.code);
}

async function become(showingId: string, to: Parameters<typeof changeStatus>[3]): Promise<void> {
  const changed = await changeStatus(db, agency.id, showingId, to, nowMs);
  if (!changed.ok) throw new Error(changed.error.code);
}

describe("an agent whose showing is booked, moved and cancelled", () => {
  it("[K10, K12] is mailed each of it once, and their calendar can follow", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0), { leadName: "Ana Lead" });
    const uid = `${showingId}@${agency.id}`;
    expect(await tick()).toMatchObject([
      { to: first.email, subject: "New showing", method: "REQUEST", uid, sequence: 0, startMs: hourAhead(0) },
    ]);
    expect(await tick()).toEqual([]);

    await move(showingId, first.id, hourAhead(3));
    expect(await tick()).toMatchObject([
      { to: first.email, subject: "Showing changed", method: "REQUEST", uid, sequence: 1, startMs: hourAhead(3) },
    ]);
    expect(await tick()).toEqual([]);

    await become(showingId, "cancelled");
    const [cancelled, ...others] = await tick();
    expect(cancelled).toMatchObject({ subject: "Showing cancelled", method: "CANCEL", uid, startMs: hourAhead(3) });
    expect(cancelled?.sequence).toBeGreaterThan(1);
    expect(others).toEqual([]);
    expect(await tick(nowMs + 60 * MINUTE)).toEqual([]);
    expect((await notices()).map(({ sequence, method, sentAtMs }) => [sequence, method, sentAtMs])).toEqual([
      [0, "request", nowMs],
      [1, "request", nowMs],
      [2, "cancel", nowMs],
    ]);
  });

  it("[K12] loses it to a colleague and gets it back, and both calendars are right", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0));
    await tick();
    await move(showingId, second.id, hourAhead(2));
    const [taken, given] = (await tick()).toSorted((a, b) => String(a.method).localeCompare(String(b.method)));
    expect(taken).toMatchObject({ to: first.email, method: "CANCEL", sequence: 1, startMs: hourAhead(0) });
    expect(given).toMatchObject({ to: second.email, subject: "New showing", sequence: 1, startMs: hourAhead(2) });

    await move(showingId, first.id, hourAhead(2));
    const back = await tick();
    expect(back.map(({ to, method, sequence }) => [to, method, sequence]).toSorted()).toEqual(
      [
        [first.email, "REQUEST", 2],
        [second.email, "CANCEL", 2],
      ].toSorted(),
    );
    await become(showingId, "cancelled");
    expect(await tick()).toMatchObject([{ to: first.email, method: "CANCEL" }]);
  });

  it("[K12] is not told of the end of what they were never told of", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0));
    await become(showingId, "cancelled");
    expect(await tick()).toEqual([]);
    const other = await booked(agency, first.id, hourAhead(1));
    await move(other, second.id, hourAhead(1));
    expect(await tick()).toMatchObject([{ to: second.email, method: "REQUEST" }]);
  });

  it("[K15] is not mailed what changes nothing for a calendar", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0));
    await tick();
    await become(showingId, "reschedule_requested");
    expect(await tick()).toEqual([]);
    await confirmByLead(db, agency.id, showingId, nowMs);
    expect(await tick()).toEqual([]);
    await become(showingId, "completed");
    expect(await tick()).toEqual([]);
    // There and back again is a change, if the mail about the way there may have been read.
    const other = await booked(agency, first.id, hourAhead(2));
    await tick();
    await move(other, first.id, hourAhead(4));
    await tick();
    await move(other, first.id, hourAhead(2));
    expect(await tick()).toMatchObject([{ sequence: 2, startMs: hourAhead(2) }]);
  });

  it("[K15] is not mailed of holds, nor of what is over", async () => {
    const time = { startMs: hourAhead(0), endMs: hourAhead(0) + 30 * MINUTE, agentId: first.id };
    const wish = { conversationId: "cv", unitId: agency.unitId, leadName: null, nowMs };
    await holdTimes(db, agency.id, { ...wish, times: [time], heldUntilMs: nowMs + 60 * MINUTE });
    await booked(agency, first.id, nowMs - 31 * MINUTE);
    expect(await tick()).toEqual([]);
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
    const deps = depsWith(door);
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
    expect(await tick()).toEqual([]);
    expect(await notices()).toEqual([]);
    await db.update(agentProfiles).set({ isMailed: true }).where(ofFirst);
    expect(await tick()).toMatchObject([{ to: first.email }]);
  });

  it("[K13] never leaves an agency, whoever works for two", async () => {
    const other = await makeOpenAgency();
    const ids = { id: freshId("me"), organizationId: other.agency.id, userId: first.id };
    await db.insert(member).values({ ...ids, role: "agent", createdAt: new Date() });
    const away = { organisationId: other.agency.id, userId: first.id, zone: "UTC", isMailed: false };
    await db.insert(agentProfiles).values(away);
    const showingId = await booked(agency, first.id, hourAhead(0));
    await booked(other.agency, first.id, hourAhead(1));
    expect(await tick()).toMatchObject([{ to: first.email, uid: `${showingId}@${agency.id}` }]);
  });

  it("[K16] is neither written nor noted where there is no door", async () => {
    await booked(agency, first.id, hourAhead(0));
    await mailAgents(depsWith(null));
    expect(await notices()).toEqual([]);
    expect(makeDeps(env).mail).toBeNull();
    expect(makeDeps({ ...env, MAIL_FROM: "" } as Env).mail).toBeNull();
    const { MAIL: _, ...without } = env;
    expect(makeDeps({ ...without, MAIL_FROM: FROM } as unknown as Env).mail).toBeNull();
    expect(() => makeDeps({ ...env, MAIL_FROM: "nobody" } as Env)).toThrow("MAIL_FROM");
  });
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
      await mailAgents(depsWith(door, atMs));
      const [notice] = await notices();
      if (notice === undefined) throw new Error("nothing was noted");
      expect(notice).toMatchObject({ tries, sentAtMs: null });
      pauses.push((notice.nextTryAtMs - atMs) / NOTICE_RETRY_MS);
      await mailAgents(depsWith(door, notice.nextTryAtMs - 1));
      expect((await notices())[0]?.tries).toBe(tries);
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
    expect(await tick(atMs)).toMatchObject([{ subject: "New showing", sequence: 0, startMs: hourAhead(0) }]);
    expect(await tick(atMs + 60 * MINUTE)).toEqual([]);
  });

  it("[K11] is given up six hours after the change", async () => {
    await booked(agency, first.id, hourAhead(0));
    const [row] = await db.select().from(showings).where(eq(showings.organisationId, agency.id)).all();
    expect(await tick((row?.updatedAtMs ?? 0) + NOTICE_BACK_MS + 1)).toEqual([]);
    expect(await tick((row?.updatedAtMs ?? 0) + NOTICE_BACK_MS)).toHaveLength(1);
  });

  it("[K11] keeps nobody else from their mail", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await booked(agency, first.id, hourAhead(0));
    await booked(agency, second.id, hourAhead(0));
    const { door, sent } = makeDoor(async (to) => {
      if (to === first.email) throw new Error("no");
    });
    await mailAgents(depsWith(door));
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
    const run = mailAgents(depsWith(door));
    await asked.promise;
    await vi.advanceTimersByTimeAsync(MAIL_MS_MAX);
    await run;
    vi.useRealTimers();
    expect(await notices()).toMatchObject([{ showingId, sentAtMs: null, tries: 1 }]);
    expect(await tick()).toEqual([]);
    expect(await tick(nowMs + NOTICE_RETRY_MS)).toMatchObject([{ sequence: 0 }]);
  });

  it("[K11] takes the mail while its sender dies, and gets the very same event again", async () => {
    await booked(agency, first.id, hourAhead(0));
    const { door, sent } = makeDoor();
    await mailAgents(depsWith(door));
    // The sender died before it could mark it.
    await db.update(agentNotices).set({ sentAtMs: null }).where(eq(agentNotices.organisationId, agency.id));
    await mailAgents(depsWith(door, nowMs + NOTICE_RETRY_MS));
    const own = sent.filter(({ to }) => to === first.email);
    expect(own).toHaveLength(2);
    const [one, again] = await Promise.all(own.map(({ to, mail }) => summaryOf(to, mail)));
    expect(again).toEqual(one);
  });

  it("[K11] is slow: several ticks at once send one mail", async () => {
    await booked(agency, first.id, hourAhead(0));
    const { door, sent } = makeDoor(() => new Promise((resolve) => setTimeout(resolve, 50)));
    await Promise.all(Array.from({ length: 5 }, () => mailAgents(depsWith(door))));
    expect(sent.filter(({ to }) => to === first.email)).toHaveLength(1);
  });

  it("[K12] holds the request: the cancellation waits until it is known to have gone, or is tried again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const showingId = await booked(agency, first.id, hourAhead(0));
    await mailAgents(depsWith(refusing().door));
    await become(showingId, "cancelled");
    expect(await tick()).toEqual([]);
    const after = nowMs + NOTICE_RETRY_MS;
    await mailAgents(depsWith(refusing().door, after));
    expect(await tick(after)).toEqual([]);
    expect(await tick(after + NOTICE_RETRY_MS)).toMatchObject([{ method: "CANCEL", startMs: hourAhead(0) }]);
    expect(await tick(after + 60 * MINUTE)).toEqual([]);
  });

  it("[K11] has nothing of a state that was left between the look and the claim", async () => {
    const showingId = await booked(agency, first.id, hourAhead(0));
    const due = (await dueNotices(db, nowMs)).find(({ showing }) => showing.id === showingId);
    if (due === undefined) throw new Error("nothing was due");
    await move(showingId, first.id, hourAhead(5));
    expect(await claimNotice(db, agency.id, due, nowMs)).toBe(false);
    expect(await notices()).toEqual([]);
    expect(await tick()).toMatchObject([{ sequence: 1, startMs: hourAhead(5) }]);
  });

  it("[K14] is quoted by its code, where it has one, and by nothing it says", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    await booked(agency, first.id, hourAhead(0));
    await booked(agency, second.id, hourAhead(0));
    const { door } = makeDoor((to) => {
      const code = to === first.email ? "E_RECIPIENT_NOT_ALLOWED" : `E_${to}`;
      return Promise.reject(Object.assign(new RangeError(to), { code }));
    });
    await mailAgents(depsWith(door));
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
    expect(await notices()).toMatchObject([{ agentId: first.id, sentAtMs: nowMs }]);
    await booked(agency, second.id, hourAhead(0));
    await mailAgents(depsWith(door));
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
