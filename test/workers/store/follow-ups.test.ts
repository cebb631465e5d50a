// The queue of follow-ups in D1: what is kept of late and repeated projections, and who sees which page.
import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationCore, FollowUpRow } from "#contracts/actors";
import { FOLLOW_UP_PAGE_ROWS } from "#contracts/api/follow-up";
import { upsertConversation } from "#workers/store/conversations";
import { keepFollowUps, listFollowUps } from "#workers/store/follow-ups";
import { type Agency, db, makeAgency, makeCore, makePerson } from "../api/agency.ts";

let agency: Agency;
let agentId: string;

beforeEach(async () => {
  agency = await makeAgency();
  agentId = (await makePerson(agency, "agent", "Ana Agent")).id;
});

async function project(core: ConversationCore, ...rows: readonly Partial<FollowUpRow>[]): Promise<void> {
  await upsertConversation(db, core);
  const whole = rows.map((row) => ({ ...rowOf(core), ...row }));
  await keepFollowUps(db, core.organisationId, core, whole);
}

function rowOf(core: ConversationCore): FollowUpRow {
  const id = `${core.conversationId}.f1`;
  const who = { ownerId: agentId, writer: "assistant", leftToPerson: null } as const;
  return { id, stage: "follow_up_1", episode: "m1", dueAtMs: 1_000, status: "pending", ...who };
}

async function page(filter: Partial<Parameters<typeof listFollowUps>[2]> = {}, of = agency) {
  return await listFollowUps(db, of.id, { agentId: null, after: null, nowMs: 1_000, ...filter });
}

describe("a follow-up in D1", () => {
  it("follows its conversation's version and never goes back, however often it is told", async () => {
    const core = makeCore(agency, { agentId, version: 5 });
    await project(core, { dueAtMs: 5_000 });
    await project({ ...core, version: 5 }, { dueAtMs: 5_000 });
    await project({ ...core, version: 7 }, { dueAtMs: 7_000 });
    await project({ ...core, version: 6 }, { dueAtMs: 6_000 });
    expect((await page()).followUps).toMatchObject([{ dueAt: "1970-01-01T00:00:07.000Z" }]);
  });

  it("is told anew by who writes it, and why a person must", async () => {
    const core = makeCore(agency, { agentId, version: 5 });
    await project(core, {});
    const leftToPerson = { code: "no_words", sentence: "The lead asked something that no record answers." };
    await project({ ...core, version: 6 }, { writer: "agent", leftToPerson });
    expect((await page()).followUps).toMatchObject([{ writer: "agent", leftToPerson }]);
    await project({ ...core, version: 7 }, { writer: "agent", leftToPerson });
    await project({ ...core, version: 8 }, {});
    expect((await page()).followUps).toMatchObject([{ writer: "assistant", leftToPerson: null }]);
  });

  it("stays over once it is over", async () => {
    const core = makeCore(agency, { agentId, version: 5 });
    await project(core, { status: "completed" });
    await project({ ...core, version: 6 }, { status: "pending" });
    expect((await page()).followUps).toEqual([]);
  });

  it("is listed with the names that a person needs, and says whether it is due", async () => {
    const core = makeCore(agency, { agentId, ownerMode: "human", leadName: "Jane" });
    await project(core, { dueAtMs: 1_000 });
    const expected = {
      id: `${core.conversationId}.f1`,
      stage: "follow_up_1",
      dueAt: "1970-01-01T00:00:01.000Z",
      isDue: true,
      owner: { id: agentId, name: "Ana Agent" },
      writer: "assistant",
      leftToPerson: null,
      conversation: {
        id: core.conversationId,
        platform: "spareroom",
        leadName: "Jane",
        listingTitle: "Sunny room",
        unit: { id: agency.unitId, name: "12 Harbour Lane" },
        ownerMode: "human",
      },
    };
    expect(await page()).toEqual({ followUps: [expected], next: null });
    expect((await page({ nowMs: 999 })).followUps).toMatchObject([{ isDue: false }]);
  });

  it("[R23] is seen by its agent and by admins, and by nobody of another organisation", async () => {
    await project(makeCore(agency, { agentId }), {});
    await project(makeCore(agency, { agentId: "us_other" }), { ownerId: "us_other" });
    await project(makeCore(agency, { agentId: "us_other" }), { ownerId: agentId });
    await project(makeCore(agency), { ownerId: null });
    expect((await page({ agentId })).followUps).toHaveLength(1);
    expect((await page()).followUps).toHaveLength(4);
    expect((await page({}, await makeAgency())).followUps).toEqual([]);
  });

  it("comes by due time, page by page, each once", async () => {
    const core = makeCore(agency, { agentId });
    const count = FOLLOW_UP_PAGE_ROWS * 2 + 3;
    const rows = Array.from({ length: count }, (_, i) => ({
      id: `${core.conversationId}.f${i}`,
      dueAtMs: 1_000 * (i % 7),
    }));
    await project(core, ...rows);
    const seen: string[] = [];
    const dues: string[] = [];
    let after: Awaited<ReturnType<typeof page>>["next"] = null;
    do {
      const found: Awaited<ReturnType<typeof page>> = await page({ agentId, after });
      seen.push(...found.followUps.map(({ id }) => id));
      dues.push(...found.followUps.map(({ dueAt }) => dueAt));
      after = found.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(count);
    expect(seen).toHaveLength(count);
    expect(dues).toEqual(dues.toSorted());
  });
});
