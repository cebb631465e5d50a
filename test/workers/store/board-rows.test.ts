import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationCore } from "#contracts/actors";
import { NOT_ACKNOWLEDGED } from "#domain/conversation/hand-off";
import { countsOf } from "#workers/store/conversation-counters";
import { type ConversationFilter, listConversations, pageQuery } from "#workers/store/conversation-list";
import { namesOf, scopeOf, upsertConversation } from "#workers/store/conversations";
import { type Agency, db, makeAgency, makeCore, makePerson } from "../api/agency.ts";

const everything: ConversationFilter = {
  view: "all",
  agentId: null,
  platform: null,
  text: null,
  limit: 50,
  after: null,
};
const handOff: ConversationCore["handOff"] = {
  reason: { code: "asked_for_human", sentence: "The lead asks for a person." },
  openedAtMs: 1_000,
  deadlineAtMs: 2_000,
  risk: "medium",
  summary: ["Ana Lead, 12 Harbour Lane", "Asks for a person"],
  acknowledgement: NOT_ACKNOWLEDGED,
};

let agency: Agency;

beforeEach(async () => {
  agency = await makeAgency();
});

async function put(change: Partial<ConversationCore>): Promise<ConversationCore> {
  const core = makeCore(agency, change);
  await upsertConversation(db, core);
  return core;
}

async function idsOf(filter: Partial<ConversationFilter>): Promise<string[]> {
  const page = await listConversations(db, agency.id, { ...everything, ...filter });
  return page.rows.map((row) => row.id);
}

const at = (atMs: number): Partial<ConversationCore> => ({ lastMessage: { from: "lead", preview: "Hi", atMs } });

describe("a board row", () => {
  it("follows its actor's version and never goes back", async () => {
    const core = await put({ version: 5, leadName: "five" });
    await upsertConversation(db, { ...core, version: 4, leadName: "four" });
    await upsertConversation(db, { ...core, version: 5, leadName: "five again" });
    const name = async () => (await listConversations(db, agency.id, everything)).rows[0]?.leadName;
    expect(await name()).toBe("five");
    await upsertConversation(db, { ...core, version: 6, leadName: "six", agentId: "us_x" });
    expect(await name()).toBe("six");
    expect(await scopeOf(db, agency.id, core.conversationId)).toEqual({
      agentId: "us_x",
      accountId: agency.accountId,
      unitId: agency.unitId,
    });
  });

  it("is nobody's in another organisation", async () => {
    const core = await put({});
    const other = await makeAgency();
    expect(await scopeOf(db, other.id, core.conversationId)).toBeNull();
    expect((await listConversations(db, other.id, everything)).rows).toEqual([]);
    expect(await namesOf(db, other.id, core)).toEqual({
      account: { id: core.accountId, name: core.accountId },
      unit: null,
      agent: null,
    });
  });

  it("carries the names of its account, unit and agent", async () => {
    const agent = await makePerson(agency, "agent");
    const core = await put({ agentId: agent.id, handOff });
    const [row] = (await listConversations(db, agency.id, everything)).rows;
    expect(row).toMatchObject({
      id: core.conversationId,
      account: { id: agency.accountId, name: "SpareRoom main" },
      unit: { id: agency.unitId, name: "12 Harbour Lane" },
      agent: { id: agent.id, name: agent.name },
      handOff: { reason: handOff?.reason, summary: handOff?.summary, openedAt: new Date(1_000).toISOString() },
      lastMessage: { from: "lead", preview: "Is it still available?" },
    });
  });
});

describe("the list", () => {
  it("shows hand-offs first, then the newest, and pages without gaps or repeats", async () => {
    const cores: ConversationCore[] = [];
    for (let i = 0; i < 23; i++)
      cores.push(await put({ ...at(1_000 + (i % 5)), handOff: i % 4 === 0 ? handOff : null }));
    const expected = cores
      .map((core) => ({
        id: core.conversationId,
        first: core.handOff === null ? 0 : 1,
        at: core.lastMessage?.atMs ?? 0,
      }))
      .sort((a, b) => b.first - a.first || b.at - a.at || (a.id < b.id ? 1 : -1))
      .map((one) => one.id);
    const seen: string[] = [];
    let after: ConversationFilter["after"] = null;
    do {
      const page = await listConversations(db, agency.id, { ...everything, limit: 4, after });
      seen.push(...page.rows.map((row) => row.id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(expected);
  });

  it("splits into views; an open hand-off is open work even where an outcome stands", async () => {
    const open = await put(at(5));
    const draft = await put({ ...at(4), draftId: "cv.1" });
    const handed = await put({ ...at(3), handOff });
    const handedOutcome = await put({ ...at(2), handOff, workflowState: "outcome", outcome: "human_required" });
    const closed = await put({ ...at(1), workflowState: "outcome", outcome: "completed" });
    const ids = (...cores: ConversationCore[]) => cores.map((core) => core.conversationId);
    expect(await idsOf({ view: "open" })).toEqual(ids(handed, handedOutcome, open, draft));
    expect(await idsOf({ view: "hand_offs" })).toEqual(ids(handed, handedOutcome));
    expect(await idsOf({ view: "drafts" })).toEqual(ids(draft));
    expect(await idsOf({ view: "closed" })).toEqual(ids(closed));
    expect(await countsOf(db, agency.id, null)).toEqual({ open: 4, handOffs: 2, drafts: 1, closed: 1 });
  });

  it("finds text in names and titles literally, and filters by platform and agent", async () => {
    const percent = await put({ leadName: "100% Ana_", agentId: "us_a", platform: "renthop" });
    await put({ leadName: "100x Ana", listingTitle: null });
    const title = await put({ leadName: null, listingTitle: "Loft \\ Dumbo" });
    expect(await idsOf({ text: "0% ana_" })).toEqual([percent.conversationId]);
    expect(await idsOf({ text: "loft \\" })).toEqual([title.conversationId]);
    expect(await idsOf({ text: "' or 1=1 --" })).toEqual([]);
    expect(await idsOf({ platform: "renthop" })).toEqual([percent.conversationId]);
    expect(await idsOf({ agentId: "us_a" })).toEqual([percent.conversationId]);
  });

  it.each(["all", "open", "closed", "hand_offs", "drafts"] as const)(
    "walks an index for %s and sorts nothing",
    async (view) => {
      for (const agentId of [null, "us_a"]) {
        const after = { hasHandOff: false, lastAtMs: 5, id: "cv" };
        const query = pageQuery(db, agency.id, { ...everything, view, agentId, after }).toSQL();
        const plan = await env.DB.prepare(`explain query plan ${query.sql}`)
          .bind(...query.params)
          .all<{ detail: string }>();
        const steps = plan.results.map((row) => row.detail).join("\n");
        expect(steps).toMatch(/SEARCH conversations USING INDEX conversations_\w+ \(organisation_id=\?/);
        expect(steps).not.toContain("TEMP B-TREE");
      }
    },
  );
});

describe("the counters", () => {
  it("equal a recount after any history of projections, in any order", async () => {
    const step = fc.record({
      id: fc.integer({ min: 0, max: 3 }),
      version: fc.integer({ min: 1, max: 6 }),
      agentId: fc.constantFrom(null, "us_a", "us_b"),
      isHandedOff: fc.boolean(),
      hasDraft: fc.boolean(),
      isOutcome: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const own = await makeAgency();
        const newest = new Map<number, (typeof steps)[number]>();
        for (const one of steps) {
          await upsertConversation(
            db,
            makeCore(own, {
              conversationId: `${own.id}_${one.id}`,
              version: one.version,
              agentId: one.agentId,
              handOff: one.isHandedOff ? handOff : null,
              draftId: one.hasDraft ? "d.1" : null,
              workflowState: one.isOutcome ? "outcome" : "lead",
              outcome: one.isOutcome ? "completed" : null,
            }),
          );
          const known = newest.get(one.id);
          if (known === undefined || known.version < one.version) newest.set(one.id, one);
        }
        for (const agentId of [null, "us_a", "us_b"]) {
          const rows = [...newest.values()].filter((row) => agentId === null || row.agentId === agentId);
          const closed = rows.filter((row) => row.isOutcome && !row.isHandedOff).length;
          expect(await countsOf(db, own.id, agentId)).toEqual({
            open: rows.length - closed,
            handOffs: rows.filter((row) => row.isHandedOff).length,
            drafts: rows.filter((row) => row.hasDraft).length,
            closed,
          });
        }
      }),
      { numRuns: 25 },
    );
  });
});
