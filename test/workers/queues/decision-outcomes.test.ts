// Verdicts on their way to D1: from the real conversation through the real consumer, once however often they are told.
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { shadowReportSchema } from "#contracts/api/shadow";
import { replay } from "#domain/shadow/replay";
import { decisionOutcomes } from "#migrations/schema";
import { decide } from "#workers/queues/decide";
import { project } from "#workers/queues/project";
import { keepOutcomes } from "#workers/store/decision-outcomes";
import { type Agency, db, makeAgency, makePerson } from "../api/agency.ts";
import { type Client, signIn } from "../api/client.ts";
import { makeRigDeps, Thread } from "./rig.ts";

const deps = makeRigDeps();
let agency: Agency;
let admin: Client;

beforeAll(() => expect(env.REAL_CONVERSATIONS).toBeDefined());
beforeEach(async () => {
  agency = await makeAgency();
  admin = await signIn(await makePerson(agency, "admin"));
});

async function projected(thread: Thread): Promise<void> {
  await project({ job: "project", organisationId: agency.id, conversationId: thread.conversationId }, deps);
}

async function rowsOf(thread: Thread) {
  return await db
    .select()
    .from(decisionOutcomes)
    .where(eq(decisionOutcomes.conversationId, thread.conversationId))
    .all();
}

async function reportOf(query = "") {
  return shadowReportSchema.parse((await admin("GET", `/api/shadow-report${query}`)).body);
}

describe("a verdict", () => {
  it("comes to D1 once, however often it is told, and follows what people do", async () => {
    const thread = new Thread(agency, "renthop");
    await thread.leadWrites("Is it available?");
    const sendId = await thread.assistantAnswers("draft_only");
    await projected(thread);
    await projected(thread);
    expect(await rowsOf(thread)).toMatchObject([
      { organisationId: agency.id, decisionId: "d2", verdict: "pending", rolloutStage: "shadow", platform: "renthop" },
    ]);
    const stale = (await thread.actor.projection())?.core;
    await thread.actor.rejectDraft(agency.id, "us_1", sendId);
    await projected(thread);
    const [row] = await rowsOf(thread);
    expect(row).toMatchObject({ verdict: "rejected", isJudged: true, wouldHaveGoneWrong: true });
    if (stale === undefined || row === undefined) throw new Error("nothing was projected");
    const old = { ...row, version: row.version - 1, intents: ["unknown"] as const, verdict: "pending" as const };
    await keepOutcomes(db, agency.id, stale, [old]);
    expect(await rowsOf(thread)).toEqual([row]);
  });

  it("stands in the report, with its conversation, for admins of its agency", async () => {
    const thread = new Thread(agency, "renthop");
    await thread.leadWrites("Is it available?", "Jamie Park");
    await thread.actor.rejectDraft(agency.id, "us_1", await thread.assistantAnswers("draft_only"));
    const good = new Thread(agency, "roomies");
    await good.leadWrites("Is it available?");
    await good.actor.approveDraft(agency.id, "us_1", await good.assistantAnswers("draft_only"), null);
    await projected(thread);
    await projected(good);
    const whole = await reportOf();
    expect(whole.byIntent).toMatchObject([
      {
        intent: "availability_question",
        judged: 2,
        asIs: 1,
        rejected: 1,
        agreement: { hits: 1, of: 2 },
        wrong: { hits: 1 },
      },
    ]);
    expect(whole.byAccount.map(({ account, advice }) => [account.name, advice.say])).toEqual([
      ["renthop", "too_many_wrong"],
      ["roomies", "too_few"],
    ]);
    expect(whole.wrong).toMatchObject([
      {
        conversation: { id: thread.conversationId, leadName: "Jamie Park" },
        verdict: "rejected",
        account: { name: "renthop" },
      },
    ]);
    expect(whole.isCut).toBe(false);
    expect((await reportOf("?platform=roomies")).total).toMatchObject({ judged: 1, asIs: 1, rejected: 0 });
    expect((await reportOf(`?days=90&account=${thread.accountId}`)).total).toMatchObject({ judged: 1, rejected: 1 });
    const elsewhere = await signIn(await makePerson(await makeAgency(), "admin"));
    const theirs = shadowReportSchema.parse((await elsewhere("GET", "/api/shadow-report")).body);
    expect([theirs.total.decisions, theirs.wrong]).toEqual([0, []]);
    expect((await admin("GET", "/api/shadow-report?days=8")).status).toBe(400);
  });
});

describe("the consumer that decides", () => {
  it("[W17] leaves what it decided from with the conversation, from which the same decision comes out", async () => {
    const thread = new Thread(agency, "renthop");
    await thread.leadWrites("How much is the rent?");
    const { conversationId, accountId } = thread;
    await decide({ job: "decide", organisationId: agency.id, accountId, conversationId }, deps);
    const stored = await thread.actor.decisionSource(agency.id, "d2");
    if (!stored.ok) throw new Error(stored.error.code);
    expect(stored.value.input.unit).toMatchObject({ rentMonthly: 1450 });
    expect(stored.value.input.text).toBe("How much is the rent?");
    expect(replay(stored.value, stored.value.decision)).toEqual([]);
  });
});
