import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { explanationSchema, showingAnswerSchema, showingListSchema, slotListSchema } from "#contracts/api/showing";
import { errorBodySchema } from "#contracts/errors";
import { type HandOff, NOT_ACKNOWLEDGED } from "#domain/conversation/hand-off";
import { STANDS_CODE } from "#domain/conversation/showing-stands";
import { auditEntries, showings, units } from "#migrations/schema";
import { holdTimes } from "#workers/store/showings-holds";
import { type Agency, db, freshId, makeConversation, makePerson, type Person } from "./agency.ts";
import { type Answer, type Client, codeOf, signIn } from "./client.ts";
import { booked, hourAhead, iso, MINUTE, makeOpenAgency } from "./showings-agency.ts";

let agency: Agency;
let first: Person;
let second: Person;
let admin: Client;
let agent: Client;

beforeEach(async () => {
  ({ agency, first, second } = await makeOpenAgency());
  [admin, agent] = await Promise.all([signIn(await makePerson(agency, "admin")), signIn(first)]);
});

const showingIn = (answer: Answer) => showingAnswerSchema.parse(answer.body).showing;
const listIn = (answer: Answer) => showingListSchema.parse(answer.body);
const messageOf = (answer: Answer) => errorBodySchema.parse(answer.body).error.message;
const at = (hours: number) => ({ start: iso(hourAhead(hours)) });

function post(call: Client, path: string, body: unknown, key = freshId("key")): Promise<Answer> {
  return call("POST", path, body, { "idempotency-key": key });
}
const bookAs = (call: Client, body: object, key?: string) =>
  post(call, "/api/showings", { unitId: agency.unitId, ...body }, key);

const audited = async () =>
  (await db.select().from(auditEntries).where(eq(auditEntries.organisationId, agency.id)))
    .toSorted((a, b) => a.atMs - b.atMs)
    .map(({ action }) => action);

describe("booking by hand", () => {
  it("[R10] gives the time to the first agent who can, and tells all there is to show", async () => {
    const answer = await bookAs(admin, { ...at(0), leadName: "Ana Lead" });
    expect(answer.status).toBe(201);
    const showing = showingIn(answer);
    expect(showing).toEqual({
      id: showing.id,
      unit: { id: agency.unitId, name: "12 Harbour Lane", zone: "America/New_York" },
      agent: { id: first.id, name: "Fay" },
      conversationId: null,
      leadName: "Ana Lead",
      start: iso(hourAhead(0)),
      end: iso(hourAhead(0) + 30 * MINUTE),
      day: iso(hourAhead(0)).slice(0, 10),
      status: "confirmed",
      mayBecome: ["reschedule_requested", "cancelled", "completed", "no_show"],
      leadConfirmedAt: null,
      isLeadSuppressed: false,
      isKeepAsked: false,
      sequence: 0,
    });
    expect(showingIn(await bookAs(admin, at(0))).agent.id).toBe(second.id);
    expect(showingIn(await admin("GET", `/api/showings/${showing.id}`))).toEqual(showing);
    expect(await audited()).toEqual(["showing.booked", "showing.booked"]);
  });

  it("[H7] happens once under a key of one person", async () => {
    const one = await bookAs(admin, at(0), "key-1");
    expect(showingIn(await bookAs(admin, at(0), "key-1"))).toEqual(showingIn(one));
    expect(codeOf(await bookAs(admin, at(1), "key-1"))).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(showingIn(await bookAs(agent, at(2), "key-1")).id).not.toBe(showingIn(one).id);
    expect(codeOf(await admin("POST", "/api/showings", { unitId: agency.unitId, ...at(0) }))).toBe(
      "IDEMPOTENCY_KEY_MISSING",
    );
    expect(await audited()).toHaveLength(2);
  });

  it("[H12] refuses a time that is not open with the rule that removes it", async () => {
    const odd = await bookAs(admin, { start: iso(hourAhead(0) + 7 * MINUTE) });
    expect(codeOf(odd)).toBe("NOT_OFFERED");
    expect(errorBodySchema.parse(odd.body).error.details?.map(({ path }) => path)).toContain("step_grid");
    await booked(agency, first.id, hourAhead(0));
    const taken = await bookAs(admin, { ...at(0), agentId: first.id });
    expect(messageOf(taken)).toMatch(/^That time is not open\. .+ Choose another time\.$/);
    const soon = await bookAs(admin, { start: iso(Math.ceil(Date.now() / (30 * MINUTE)) * 30 * MINUTE) });
    expect(messageOf(soon)).toContain("Too soon");
  });

  it("[H12] by an admin's word takes any time, but never another showing's", async () => {
    const now = { start: iso(Math.ceil(Date.now() / MINUTE) * MINUTE), isOverride: true };
    expect(showingIn(await bookAs(admin, now)).agent.id).toBe(first.id);
    expect(showingIn(await bookAs(admin, now)).agent.id).toBe(second.id);
    expect(codeOf(await bookAs(admin, now))).toBe("GROUP_FULL");
    expect(codeOf(await bookAs(admin, { ...now, unitId: "un_nobody" }))).toBe("NOT_FOUND");
    const other = { id: freshId("un"), organisationId: agency.id, label: "Empty", zone: "UTC" };
    await db.insert(units).values(other);
    expect(codeOf(await bookAs(admin, { ...now, unitId: other.id }))).toBe("NOT_OFFERED");
    expect(codeOf(await bookAs(admin, { ...now, unitId: other.id, agentId: first.id }))).toBe("TIME_TAKEN");
  });

  it("[H6] for a conversation takes over its hold and its lead's name", async () => {
    const core = await makeConversation(agency, { agentId: first.id, leadName: "Jamie Lead" });
    const { conversationId } = core;
    await holdTimes(db, agency.id, {
      conversationId,
      unitId: agency.unitId,
      leadName: null,
      times: [{ startMs: hourAhead(0), endMs: hourAhead(0) + 30 * MINUTE, agentId: first.id }],
      heldUntilMs: Date.now() + 60 * MINUTE,
      nowMs: Date.now(),
    });
    expect(codeOf(await bookAs(agent, at(0)))).toBe("NOT_OFFERED");
    const showing = showingIn(await bookAs(agent, { ...at(0), conversationId }));
    expect(showing).toMatchObject({ conversationId, leadName: "Jamie Lead", agent: { id: first.id } });
    expect(await db.select().from(showings).where(eq(showings.organisationId, agency.id))).toHaveLength(1);
  });
});

describe("an agent", () => {
  it("[H11] books for themselves, open times only, and for their own leads", async () => {
    expect(showingIn(await bookAs(agent, at(0))).agent.id).toBe(first.id);
    expect(codeOf(await bookAs(agent, at(0)))).toBe("NOT_OFFERED");
    expect(codeOf(await bookAs(agent, { ...at(1), agentId: second.id }))).toBe("NOT_ALLOWED");
    expect(codeOf(await bookAs(agent, { ...at(1), isOverride: true }))).toBe("NOT_ALLOWED");
    const { conversationId } = await makeConversation(agency, { agentId: second.id });
    expect(codeOf(await bookAs(agent, { ...at(1), conversationId }))).toBe("NOT_FOUND");
  });

  it("[H11] sees their own showings only, whatever they ask for", async () => {
    const own = await booked(agency, first.id, hourAhead(0));
    const theirs = await booked(agency, second.id, hourAhead(0));
    for (const search of ["", "?agent=me", `?agent=${second.id}`]) {
      expect(listIn(await agent("GET", `/api/showings${search}`)).showings.map(({ id }) => id)).toEqual([own]);
    }
    expect(listIn(await admin("GET", `/api/showings?agent=${second.id}`)).showings.map(({ id }) => id)).toEqual([
      theirs,
    ]);
    for (const [path, body] of [
      ["/status", { status: "cancelled" }],
      ["/reschedule", at(1)],
    ] as const) {
      expect(codeOf(await post(agent, `/api/showings/${theirs}${path}`, body))).toBe("NOT_FOUND");
    }
    expect(codeOf(await agent("GET", `/api/showings/${theirs}`))).toBe("NOT_FOUND");
  });

  it("[H11] is shown their own open times", async () => {
    const slots = slotListSchema.parse((await agent("GET", `/api/units/${agency.unitId}/slots?days=3`)).body).slots;
    expect(slots.length).toBeGreaterThan(0);
    expect(new Set(slots.flatMap(({ agents }) => agents.map(({ name }) => name)))).toEqual(new Set(["Fay"]));
  });
});

describe("moving by hand", () => {
  it("[H9] keeps the agent who can, moves once under a key, and needs an open time", async () => {
    const id = await booked(agency, second.id, hourAhead(0));
    const path = `/api/showings/${id}/reschedule`;
    const half = { start: iso(hourAhead(0) + 30 * MINUTE) };
    const moved = showingIn(await post(admin, path, half, "move-1"));
    expect(moved).toMatchObject({ agent: { id: second.id }, ...half, sequence: 1, status: "confirmed" });
    expect(showingIn(await post(admin, path, half, "move-1"))).toEqual(moved);
    expect(codeOf(await post(admin, path, at(1), "move-1"))).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(codeOf(await post(admin, path, { start: iso(hourAhead(1) + MINUTE) }))).toBe("NOT_OFFERED");
    await booked(agency, second.id, hourAhead(3));
    expect(showingIn(await post(admin, path, at(3)))).toMatchObject({ agent: { id: first.id } });
    expect(await audited()).toEqual(["showing.moved", "showing.moved"]);
  });

  it("[H12] by an admin's word needs no open time", async () => {
    const id = await booked(agency, second.id, hourAhead(0));
    const odd = { start: iso(hourAhead(0) + 7 * MINUTE), isOverride: true };
    expect(showingIn(await post(admin, `/api/showings/${id}/reschedule`, odd)).start).toBe(odd.start);
    const toFirst = { ...odd, agentId: first.id };
    expect(showingIn(await post(admin, `/api/showings/${id}/reschedule`, toFirst)).agent.id).toBe(first.id);
  });
});

describe("one tap", () => {
  const become = (call: Client, id: string, status: string) => call("POST", `/api/showings/${id}/status`, { status });
  const began = (id: string) =>
    db
      .update(showings)
      .set({ startMs: Date.now() - MINUTE, endMs: Date.now() + 29 * MINUTE })
      .where(eq(showings.id, id));

  it("[H16] does not say how it went before it begins, and says why", async () => {
    const id = await booked(agency, first.id, hourAhead(0));
    const early = await become(agent, id, "completed");
    expect([early.status, codeOf(early)]).toEqual([409, "NOT_STARTED"]);
    expect(messageOf(early)).toBe("The showing has not begun yet. Say that it took place once it has, or cancel it.");
    expect(showingIn(await become(agent, id, "cancelled")).status).toBe("cancelled");
  });

  it("[H1, R27] says what became of a showing, once, and what it can still become", async () => {
    const id = await booked(agency, first.id, hourAhead(0));
    expect(showingIn(await become(agent, id, "reschedule_requested")).mayBecome).toContain("confirmed");
    expect(showingIn(await become(agent, id, "confirmed")).status).toBe("confirmed");
    await began(id);
    expect(showingIn(await become(agent, id, "completed"))).toMatchObject({ status: "completed", mayBecome: [] });
    expect(showingIn(await become(agent, id, "completed")).status).toBe("completed");
    const late = await become(agent, id, "cancelled");
    expect([late.status, codeOf(late)]).toEqual([409, "NOT_NOW"]);
    expect(messageOf(late)).toBe("A showing that is completed cannot become cancelled. Book a new showing instead.");
    expect(codeOf(await become(agent, id, "done"))).toBe("BAD_REQUEST");
    expect(await audited()).toEqual(["showing.reschedule_requested", "showing.confirmed", "showing.completed"]);
  });
});

describe("a showing whose lead is not to be contacted", () => {
  it("[R26] says so, and whether somebody is asked to keep it or to call it off", async () => {
    const handOff: HandOff = {
      reason: { code: STANDS_CODE, sentence: "It stands." },
      openedAtMs: 1,
      deadlineAtMs: 2,
      risk: "low",
      summary: [],
      acknowledgement: NOT_ACKNOWLEDGED,
    };
    const { conversationId } = await makeConversation(agency, { agentId: first.id, isSuppressed: true, handOff });
    const id = await booked(agency, first.id, hourAhead(0), { conversationId });
    const seen = async () => showingIn(await agent("GET", `/api/showings/${id}`));
    expect(await seen()).toMatchObject({ isLeadSuppressed: true, isKeepAsked: true, status: "confirmed" });
    const kept = await agent("POST", `/api/conversations/${conversationId}/keep-showing`, {});
    expect(kept.body).toMatchObject({ conversation: { handOff: null, isSuppressed: true } });
  });
});

describe("the list of showings", () => {
  it("[H14] comes by start, page by page, without holds", async () => {
    const ids: string[] = [];
    for (const hours of [5, 3, 1, 4, 2]) ids[hours - 1] = await booked(agency, first.id, hourAhead(hours));
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = listIn(await admin("GET", `/api/showings?limit=2${cursor && `&cursor=${cursor}`}`));
      seen.push(...page.showings.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(ids);
    const backwards: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = listIn(await admin("GET", `/api/showings?order=latest&limit=2${cursor && `&cursor=${cursor}`}`));
      backwards.push(...page.showings.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(backwards).toEqual(ids.toReversed());
    for (const bad of ["cursor=made-up", "order=best"]) {
      expect(codeOf(await admin("GET", `/api/showings?${bad}`))).toBe("BAD_REQUEST");
    }
  });

  it("[H14] can be held to days, a status, a unit, an agent and a conversation", async () => {
    const one = await booked(agency, first.id, hourAhead(0), { conversationId: "cv_1" });
    const two = await booked(agency, second.id, hourAhead(72));
    await db.update(showings).set({ status: "cancelled" }).where(eq(showings.id, two));
    const [day, later] = [0, 72].map((hours) => iso(hourAhead(hours)).slice(0, 10));
    const ask = async (search: string) =>
      listIn(await admin("GET", `/api/showings?${search}`)).showings.map(({ id }) => (id === one ? 1 : 2));
    expect(await ask(`from=${day}&to=${day}`)).toEqual([1]);
    expect(await ask(`from=${later}`)).toEqual([2]);
    expect(await ask(`from=${day}&to=${later}`)).toEqual([1, 2]);
    expect(await ask("status=open")).toEqual([1]);
    expect(await ask("status=cancelled")).toEqual([2]);
    expect(await ask("conversation=cv_1")).toEqual([1]);
    expect(await ask(`agent=${second.id}`)).toEqual([2]);
    expect(await ask(`unit=${agency.unitId}`)).toEqual([1, 2]);
    expect(await ask("unit=un_nobody")).toEqual([]);
    for (const bad of ["from=tomorrow", "status=late", "limit=0"]) {
      expect(codeOf(await admin("GET", `/api/showings?${bad}`))).toBe("BAD_REQUEST");
    }
  });
});

describe("the open times of a unit", () => {
  const slots = async (search: string) =>
    slotListSchema.parse((await admin("GET", `/api/units/${agency.unitId}/slots${search}`)).body);
  const explain = async (startMs: number) =>
    explanationSchema.parse((await admin("GET", `/api/units/${agency.unitId}/explain?at=${iso(startMs)}`)).body);

  it("[R9] are the unit's local days asked for, with the agents who can come", async () => {
    await booked(agency, first.id, hourAhead(0));
    const found = await slots("");
    expect(found.zone).toBe("America/New_York");
    const inFull = (startMs: number) => found.slots.find(({ start }) => start === iso(startMs));
    expect(inFull(hourAhead(0))?.agents).toEqual([{ id: second.id, name: "Sam" }]);
    expect(inFull(hourAhead(1))?.agents.map(({ name }) => name)).toEqual(["Fay", "Sam"]);
    const localDay = new Intl.DateTimeFormat("en-CA", { timeZone: "America/New_York" }).format(hourAhead(24));
    const oneDay = await slots(`?from=${localDay}&days=1`);
    expect(oneDay.slots.length).toBeGreaterThanOrEqual(46);
    expect(oneDay.slots.length).toBeLessThanOrEqual(50);
  });

  it("[H15] except a showing that is to be moved are as if neither it nor its lead's holds were there", async () => {
    const { conversationId } = await makeConversation(agency, { agentId: first.id });
    const id = await booked(agency, first.id, hourAhead(0), { conversationId });
    const half = hourAhead(0) - 15 * MINUTE;
    await db
      .update(showings)
      .set({ startMs: half, endMs: half + 30 * MINUTE })
      .where(eq(showings.id, id));
    const held = { startMs: hourAhead(2), endMs: hourAhead(2) + 30 * MINUTE, agentId: first.id };
    const wish = { conversationId, unitId: agency.unitId, leadName: null, nowMs: Date.now() };
    await holdTimes(db, agency.id, { ...wish, times: [held], heldUntilMs: Date.now() + 60 * MINUTE });
    const asFirst = async (search: string) => {
      const answer = await agent("GET", `/api/units/${agency.unitId}/slots${search}`);
      return slotListSchema.parse(answer.body).slots.map(({ start }) => start);
    };
    const wanted = [iso(hourAhead(0)), iso(hourAhead(2))];
    const [blocked, free] = [await asFirst(""), await asFirst(`?except=${id}`)];
    expect([blocked, free].map((starts) => wanted.filter((start) => starts.includes(start)))).toEqual([[], wanted]);
    const why = async (search: string) => {
      const path = `/api/units/${agency.unitId}/explain?at=${iso(hourAhead(0))}${search}`;
      return explanationSchema.parse((await agent("GET", path)).body).isOpen;
    };
    expect([await why(""), await why(`&except=${id}`)]).toEqual([false, true]);
  });

  it("[R23, H15] are not asked for except a colleague's showing, or one of another unit", async () => {
    const theirs = await booked(agency, second.id, hourAhead(0));
    const other = { id: freshId("un"), organisationId: agency.id, label: "Elsewhere", zone: "UTC" };
    await db.insert(units).values(other);
    const elsewhere = await booked(agency, first.id, hourAhead(4), { unitId: other.id });
    for (const id of [theirs, elsewhere, "sh_nobody"]) {
      for (const path of [`slots?except=${id}`, `explain?at=${iso(hourAhead(0))}&except=${id}`]) {
        expect(codeOf(await agent("GET", `/api/units/${agency.unitId}/${path}`))).toBe("NOT_FOUND");
      }
    }
  });

  it("[R9] can be explained, each with the agent's name", async () => {
    await booked(agency, first.id, hourAhead(0));
    const open = await explain(hourAhead(0));
    expect(open).toMatchObject({ at: iso(hourAhead(0)), isOpen: true });
    expect(open.reasons).toContainEqual(
      expect.objectContaining({ rule: "group_size", agent: { id: first.id, name: "Fay" }, effect: "removes" }),
    );
    expect(open.reasons.at(-1)).toMatchObject({ rule: "result", detail: "Offered with Sam." });
    await booked(agency, second.id, hourAhead(0));
    expect((await explain(hourAhead(0))).isOpen).toBe(false);
    expect(codeOf(await admin("GET", `/api/units/${agency.unitId}/explain`))).toBe("BAD_REQUEST");
  });
});
