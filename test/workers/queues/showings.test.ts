// From a lead's "can I see it?" to a showing in the agent's day, and what follows: the real consumers, conversation, slot
// engine and D1 (C51, C52, C56, C58; R9, R10).
import { and, asc, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ConversationActor } from "#contracts/actors";
import { STANDS_CODE } from "#domain/conversation/showing-stands";
import { agentProfiles, agentRules, organisationSettings, showings } from "#migrations/schema";
import { mailAgents } from "#workers/cron/mail-agents";
import { retellShowings } from "#workers/cron/retell-showings";
import { tellShowing } from "#workers/queues/tell-showing";
import { showingOf } from "#workers/store/showings-list";
import { changeStatus } from "#workers/store/showings-status";
import { type Agency, assign, db, freshId, makeAgency, makePerson, type Person } from "../api/agency.ts";
import { signIn } from "../api/client.ts";
import { makeDoor, summaryOf } from "../calendar/mail-desk.ts";
import { makeRigDeps, Thread } from "./rig.ts";

let agency: Agency;
let agent: Person;

beforeEach(async () => {
  agency = await makeAgency();
  agent = await makePerson(agency, "agent", "Avery Agent");
  await assign(agency, agent);
  const of = { organisationId: agency.id, userId: agent.id };
  await db.insert(organisationSettings).values({ organisationId: agency.id, defaultSendMode: "auto_send" });
  await db.insert(agentProfiles).values({ ...of, zone: "America/New_York" });
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  await db
    .insert(agentRules)
    .values(weekdays.map((weekday) => ({ id: freshId("ru"), ...of, weekday, fromMinute: 600, toMinute: 1_140 })));
});

afterEach(() => {
  vi.useRealTimers();
});

const rows = () =>
  db.select().from(showings).where(eq(showings.organisationId, agency.id)).orderBy(asc(showings.startMs)).all();
const booked = () =>
  db
    .select()
    .from(showings)
    .where(and(eq(showings.organisationId, agency.id), isNull(showings.heldUntilMs)))
    .all();

/** A lead who asked for a showing and was offered times. */
async function offeredTo(leadName = "Jane Doe"): Promise<Thread> {
  const thread = new Thread(agency, "roomies", true);
  await thread.leadWrites("Hi, can I come and see the room this week?", leadName);
  await thread.run.decide();
  await thread.textArrives();
  return thread;
}

/** A lead whose choice is written down, and not yet carried out. */
async function choosing(): Promise<Thread> {
  const thread = await offeredTo();
  await thread.leadWrites("The second one works");
  await thread.run.decide();
  return thread;
}

async function chose(): Promise<Thread> {
  const thread = await choosing();
  await thread.run.book();
  return thread;
}

/** The wish is carried out in D1, and its conversation never hears of it. */
async function diesAfterD1(thread: Thread): Promise<void> {
  const died = new Error("the process died");
  const deps = makeRigDeps();
  const conversation: typeof deps.conversation = () =>
    ({
      wishRequest: () => thread.actor.wishRequest(),
      settleWish: () => Promise.reject(died),
    }) as Partial<ConversationActor> as ConversationActor;
  await expect(thread.run.book({ ...deps, conversation })).rejects.toThrow(died);
}

async function core(thread: Thread) {
  return (await thread.detail()).core;
}

describe("a lead who asks to see the home", () => {
  it("is offered real times, spread over days, and they are held", async () => {
    const thread = await offeredTo();
    const held = await rows();
    const { conversationId } = thread;
    expect(held).toMatchObject(Array.from({ length: 4 }, () => ({ status: "pending", conversationId })));
    expect(new Set(held.map(({ agentDay }) => agentDay)).size).toBe(4);
    const text = await thread.lastText();
    for (const place of ["1. ", "2. ", "3. ", "4. "]) expect(text).toContain(place);
  });

  it("is never offered a time that is held for somebody else", async () => {
    const first = await offeredTo("Ana First");
    const second = await offeredTo("Ben Second");
    const starts = (thread: Thread, all: Awaited<ReturnType<typeof rows>>) =>
      all.filter(({ conversationId }) => conversationId === thread.conversationId).map(({ startMs }) => startMs);
    const all = await rows();
    const mine = new Set(starts(first, all));
    expect(starts(second, all)).toHaveLength(4);
    expect(starts(second, all).filter((startMs) => mine.has(startMs))).toEqual([]);
  });

  it("lets the times of an earlier offer go when others are offered", async () => {
    const thread = await offeredTo();
    const first = (await rows()).map(({ startMs }) => startMs);
    await thread.leadWrites("None of those work for me, do you have other times?");
    await thread.run.decide();
    const second = (await rows()).map(({ startMs }) => startMs);
    expect(second).toHaveLength(4);
    expect(second.filter((startMs) => first.includes(startMs))).toEqual([]);
  });

  it("keeps no time from others while a person leads the talk", async () => {
    const thread = new Thread(agency, "roomies", true);
    await thread.leadWrites("Hi, can I come and see the room this week?");
    await thread.actor.setOwner(agency.id, agent.id, "human");
    await thread.run.decide();
    expect((await thread.detail()).decision?.nextAction).toBe("offer_slots");
    expect(await rows()).toEqual([]);
  });

  it("goes to a person when nobody shows the home", async () => {
    await db.delete(agentRules).where(eq(agentRules.organisationId, agency.id));
    const thread = new Thread(agency, "roomies", true);
    await thread.leadWrites("Can I come and see the room this week?");
    await thread.run.decide();
    expect((await core(thread)).handOff?.reason.code).toBe("no_slots");
    expect(await rows()).toEqual([]);
  });
});

describe("a lead who chooses", () => {
  it("has the showing in the agent's day, once, however often the job runs, and is told so", async () => {
    const thread = await offeredTo();
    const second = (await rows())[1];
    await thread.leadWrites("The second one works");
    await thread.run.decide();
    expect(await booked()).toEqual([]);
    await Promise.all([thread.run.book(), thread.run.book()]);
    await thread.run.book();
    expect(await rows()).toMatchObject([
      { status: "confirmed", agentId: agent.id, startMs: second?.startMs, heldUntilMs: null, leadName: "Jane Doe" },
    ]);
    expect(await core(thread)).toMatchObject({ workflowState: "showing", outcome: "showing_confirmed" });
    expect(await thread.lastText()).toContain("your showing is booked");
    expect(await thread.texts()).toEqual(["queued", "sent"]);
  });

  it("[K10] has it in the agent's mailbox by the next minute, and out of the calendar when a person cancels", async () => {
    await chose();
    const { door, sent } = makeDoor();
    await mailAgents({ ...makeRigDeps(), mail: door });
    const [showing] = await booked();
    const call = await signIn(agent);
    expect((await call("POST", `/api/showings/${showing?.id}/status`, { status: "cancelled" })).status).toBe(200);
    await mailAgents({ ...makeRigDeps(), mail: door });
    const own = await Promise.all(
      sent.filter(({ to }) => to === agent.email).map(({ to, mail }) => summaryOf(to, mail)),
    );
    const of = { uid: `${showing?.id}@${agency.id}`, startMs: showing?.startMs };
    expect(own).toMatchObject([
      { ...of, method: "REQUEST", subject: "New showing" },
      { ...of, method: "CANCEL", subject: "Showing cancelled" },
    ]);
  });

  it("[C58] gets other times when the time went to somebody else after the hold ran out", async () => {
    const thread = await offeredTo();
    const second = (await rows())[1];
    if (second === undefined) throw new Error("nothing was held");
    // The hold ran out, and a colleague booked the time by hand.
    await db.delete(showings).where(eq(showings.organisationId, agency.id));
    const { conversationId: _, heldUntilMs: __, ...row } = second;
    await db.insert(showings).values({ ...row, id: freshId("sh"), status: "confirmed", idempotencyKey: freshId("k") });
    await thread.leadWrites("The second one works");
    await thread.run.decide();
    await thread.run.book();
    expect(await booked()).toHaveLength(1);
    expect(await thread.lastText()).toContain("taken a moment ago");
    expect(await thread.lastText()).not.toContain("is booked");
    expect((await core(thread)).workflowState).toBe("lead");
  });

  it("[H18] keeps it and is told of it, when the process died after D1 booked the agent's only time", async () => {
    const thread = await choosing();
    await diesAfterD1(thread);
    await thread.run.book();
    expect(await booked()).toHaveLength(1);
    expect(await core(thread)).toMatchObject({ workflowState: "showing", handOff: null });
    expect(await thread.lastText()).toContain("your showing is booked");
  });

  it("[H18] gets no showing after all, when the refused time frees before the job comes again", async () => {
    const thread = await choosing();
    const second = (await rows())[1];
    if (second === undefined) throw new Error("nothing was held");
    await db.delete(showings).where(eq(showings.organisationId, agency.id));
    const { conversationId: _, heldUntilMs: __, ...row } = second;
    const taken = { ...row, id: freshId("sh"), status: "confirmed", idempotencyKey: freshId("k") } as const;
    await db.insert(showings).values(taken);
    await diesAfterD1(thread);
    expect((await changeStatus(db, agency.id, taken.id, "cancelled", Date.now())).ok).toBe(true);
    await thread.run.book();
    expect((await booked()).map(({ status }) => status)).toEqual(["cancelled"]);
    expect(await thread.lastText()).toContain("taken a moment ago");
  });

  it("[H18] is not put back to asking for another time over a person's yes, when the job comes again", async () => {
    const thread = await chose();
    await thread.textArrives();
    const id = (await booked())[0]?.id ?? "";
    await thread.leadWrites("Sorry, can we reschedule to another time?");
    await thread.run.decide();
    await diesAfterD1(thread);
    expect((await booked())[0]?.status).toBe("reschedule_requested");
    expect((await changeStatus(db, agency.id, id, "confirmed", Date.now())).ok).toBe(true);
    await thread.run.book();
    expect((await booked())[0]?.status).toBe("confirmed");
    expect((await core(thread)).handOff?.reason.code).toBe("showing_changed");
    expect(await thread.lastText()).not.toContain("we can find another time");
  });

  it("moves the showing with the next choice and frees the old time, in one step", async () => {
    const thread = await chose();
    await thread.textArrives();
    const [before] = await booked();
    await thread.leadWrites("Sorry, can we reschedule to another time?");
    await thread.run.decide();
    await thread.run.book();
    expect((await booked())[0]?.status).toBe("reschedule_requested");
    await thread.textArrives();
    await thread.leadWrites("The first one");
    await thread.run.decide();
    await thread.run.book();
    const [after, ...others] = await rows();
    expect(others).toEqual([]);
    expect(after).toMatchObject({ id: before?.id, status: "confirmed" });
    expect(after?.startMs).not.toBe(before?.startMs);
  });

  it("[C52] frees the time by cancelling, and the talk goes on", async () => {
    const thread = await chose();
    await thread.textArrives();
    await thread.leadWrites("I have to cancel the showing, sorry");
    await thread.run.decide();
    await thread.run.book();
    expect((await booked())[0]?.status).toBe("cancelled");
    expect((await core(thread)).workflowState).toBe("lead");
    expect(await thread.lastText()).toContain("showing is cancelled");
  });

  it("[C56] is asked whether it stands when that is due, and a yes is written down", async () => {
    const thread = await chose();
    await thread.textArrives();
    const request = await thread.actor.askRequest();
    if (request === null) throw new Error("nobody is to be asked");
    await thread.run.ask();
    expect(await thread.texts()).toEqual(["sent", "sent"]);

    vi.setSystemTime(request.dueAtMs);
    await thread.run.ask();
    await thread.run.ask();
    expect(await thread.texts()).toEqual(["queued", "sent", "sent"]);
    expect(await thread.lastText()).toContain(request.showing.label);
    await thread.textArrives();
    await thread.leadWrites("Yes, I will be there");
    await thread.run.decide();
    await thread.run.book();
    expect((await booked())[0]?.leadConfirmedAtMs).toBe(request.dueAtMs);
  });
});

describe("a lead who asks not to be contacted although a showing is ahead", () => {
  it("[C80] is asked nothing any more; the showing stands until somebody calls it off in one tap, without a word", async () => {
    const thread = await chose();
    await thread.textArrives();
    await thread.leadWrites("Please stop messaging me, unsubscribe");
    await thread.run.decide();
    await thread.run.project();
    expect((await booked())[0]?.status).toBe("confirmed");
    expect(await thread.actor.askRequest()).toBeNull();
    const [before, handOff] = [await thread.texts(), (await core(thread)).handOff];
    expect(handOff?.reason.code).toBe(STANDS_CODE);
    const id = (await booked())[0]?.id ?? "";
    expect(await showingOf(db, agency.id, id)).toMatchObject({ isLeadSuppressed: true, isKeepAsked: true });
    const cancelled = await changeStatus(db, agency.id, id, "cancelled", Date.now());
    if (!cancelled.ok) throw new Error(cancelled.error.code);
    await tellShowing(makeRigDeps(), agency.id, cancelled.value);
    expect(await core(thread)).toMatchObject({ handOff: null, isSuppressed: true });
    expect(await thread.texts()).toEqual(before);
  });
});

describe("a person who changes a showing", () => {
  it("[C91] before its conversation knew it is heard all the same, and the lead is not told that it is booked", async () => {
    const thread = await choosing();
    const deps = makeRigDeps();
    const conversation: typeof deps.conversation = () => {
      const late: Partial<ConversationActor> = {
        wishRequest: () => thread.actor.wishRequest(),
        tellShowing: (...told) => thread.actor.tellShowing(...told),
        settleWish: async (...told) => {
          const cancelled = await changeStatus(db, agency.id, (await booked())[0]?.id ?? "", "cancelled", Date.now());
          if (!cancelled.ok) throw new Error(cancelled.error.code);
          await tellShowing(makeRigDeps(), agency.id, cancelled.value);
          await thread.actor.settleWish(...told);
        },
      };
      return late as ConversationActor;
    };
    await thread.run.book({ ...deps, conversation });
    expect((await core(thread)).handOff?.reason.code).toBe("showing_changed");
    const { sends } = await thread.detail();
    expect(sends.filter(({ body }) => body.includes("is booked")).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  it("[C52] is heard by the conversation also when the process died before telling it: the schedule tells", async () => {
    const thread = await chose();
    const [showing] = await booked();
    const cancelled = await changeStatus(db, agency.id, showing?.id ?? "", "cancelled", Date.now());
    expect(cancelled.ok).toBe(true);
    expect((await core(thread)).workflowState).toBe("showing");
    await retellShowings(makeRigDeps());
    await retellShowings(makeRigDeps());
    expect((await core(thread)).workflowState).toBe("lead");
  });
});
