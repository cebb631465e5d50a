// The consumer of follow-ups on real conversations and the real D1: what is written from what, by which policy, and where it
// shows as work.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEntries, organisationSettings, platformAccounts, unitFacts, units } from "#migrations/schema";
import { followUps } from "#migrations/showing-schema";
import { listFollowUps } from "#workers/store/follow-ups";
import { zoneAt } from "../../objects/zone-at.ts";
import { type Agency, db, freshId, makeAgency, makePerson } from "../api/agency.ts";
import { makeRigDeps, Thread } from "./rig.ts";

const DAY_MS = 24 * 3_600_000;
let agency: Agency;
let agentId: string;

beforeEach(async () => {
  agency = await makeAgency();
  agentId = (await makePerson(agency, "agent")).id;
  await db
    .update(units)
    .set({ zone: zoneAt(12) })
    .where(eq(units.id, agency.unitId));
});

/** The lead asked, the assistant's answer stands in the thread, and a day went by. */
async function unanswered(question = "Are cats allowed?"): Promise<Thread> {
  const thread = new Thread(agency, "spareroom");
  thread.agentId = agentId;
  await thread.leadWrites(question);
  await thread.leaves(await thread.assistantAnswers("auto_send"));
  await aDayLater(thread);
  return thread;
}

/** Moves what is stored by a day, and loads the actor again: an actor believes the clock of its process. */
async function aDayLater({ conversationId }: Thread): Promise<void> {
  const stub = env.REAL_CONVERSATIONS.get(env.REAL_CONVERSATIONS.idFromName(conversationId));
  await runInDurableObject(stub, (_object, { storage: { sql } }) => {
    sql.exec(
      "UPDATE snapshot SET body = json_set(body, '$.followUps.current.dueAtMs', json_extract(body, '$.followUps.current.dueAtMs') - ?)",
      DAY_MS,
    );
    sql.exec("UPDATE messages SET body = json_set(body, '$.seenAtMs', json_extract(body, '$.seenAtMs') - ?)", DAY_MS);
  });
  await evictDurableObject(stub);
}

async function detailOf({ actor }: Thread) {
  const detail = await actor.detail(agency.id);
  if (!detail.ok) throw new Error(detail.error.code);
  return detail.value;
}

/** Everything that has a say lets the assistant send by itself. */
async function sendByItself({ accountId }: Thread): Promise<void> {
  const settings = { organisationId: agency.id, defaultSendMode: "auto_send" } as const;
  await db.insert(organisationSettings).values(settings).onConflictDoNothing();
  await db
    .update(platformAccounts)
    .set({ sendMode: "auto_send", rolloutStage: "full" })
    .where(eq(platformAccounts.id, accountId));
}

const rowsOf = ({ conversationId }: Thread) =>
  db.select().from(followUps).where(eq(followUps.conversationId, conversationId)).orderBy(followUps.id).all();
const queueOf = async (nowMs = Date.now()) =>
  (await listFollowUps(db, agency.id, { agentId, after: null, nowMs })).followUps;

describe("a follow-up that is due", () => {
  it("[R13] is written from the conversation and the record, as a draft, once", async () => {
    await db.insert(unitFacts).values({
      organisationId: agency.id,
      unitId: agency.unitId,
      name: "status",
      value: "available",
      updatedAtMs: 1,
    });
    const thread = await unanswered();
    await thread.run.followUp();
    await thread.run.followUp();
    const { sends, followUp } = await detailOf(thread);
    expect(sends.map(({ state, author }) => [state, author])).toEqual([
      ["draft", "assistant"],
      ["sent", "assistant"],
    ]);
    expect(sends[0]?.body).toContain("Hi Jane,");
    expect(sends[0]?.body).toContain("You asked about pets.");
    expect(sends[0]?.body).toContain("The home is still available.");
    expect(sends[0]?.body).toContain(`Agency ${agency.id}`);
    expect(followUp).toMatchObject({ stage: "follow_up_1", sendId: sends[0]?.id, writer: "assistant" });
  });

  it("[R13] goes by itself where policy lets it, and the next one follows", async () => {
    const thread = await unanswered("Hola, ¿se aceptan mascotas en el apartamento?");
    await sendByItself(thread);
    await thread.run.followUp();
    const { sends } = await detailOf(thread);
    expect(sends[0]).toMatchObject({ state: "queued", body: expect.stringContaining("Hola Jane,") });
    await thread.leaves(sends[0]?.id ?? "");
    expect((await detailOf(thread)).core.workflowState).toBe("follow_up_1");
    expect((await detailOf(thread)).followUp?.stage).toBe("follow_up_2");
  });

  it("[C66] waits for the morning of the unit", async () => {
    await db
      .update(units)
      .set({ zone: zoneAt(0) })
      .where(eq(units.id, agency.unitId));
    const thread = await unanswered();
    await thread.run.followUp();
    const { sends, followUp } = await detailOf(thread);
    expect(sends).toHaveLength(1);
    expect(Date.parse(followUp?.dueAt ?? "")).toBeGreaterThan(Date.now());
  });

  it("[P11] is not written to somebody who asked elsewhere not to be contacted, also before their threads were told", async () => {
    const mail = `${freshId("jane")}@mail.example`;
    const thread = await unanswered(`Are cats allowed? Write to ${mail}`);
    await thread.run.project();
    const elsewhere = new Thread(agency, "roomies");
    await elsewhere.leadWrites(`Hello, ${mail}`);
    await elsewhere.actor.suppress(agency.id, agentId);
    const down = makeRigDeps((id) => id === thread.conversationId);
    await expect(elsewhere.run.project(down)).rejects.toThrow();
    await thread.run.followUp();
    expect((await detailOf(thread)).sends).toHaveLength(1);
    expect(await thread.isSuppressed()).toBe(true);
    await thread.run.project();
    expect(await queueOf()).toEqual([]);
  });

  it("[C72] is left to its agent when the record says that the home is gone", async () => {
    await db.insert(unitFacts).values({
      organisationId: agency.id,
      unitId: agency.unitId,
      name: "status",
      value: "rented",
      updatedAtMs: 1,
    });
    const thread = await unanswered();
    await thread.run.followUp();
    const { sends, followUp } = await detailOf(thread);
    expect(sends).toHaveLength(1);
    expect(followUp).toMatchObject({ writer: "agent", leftToPerson: { code: "unit_gone" }, status: "pending" });
    await thread.run.project();
    expect(await queueOf()).toMatchObject([{ id: followUp?.id, isDue: true }]);
  });

  it("does nothing for a conversation that nobody opened, nor once it is over", async () => {
    const nobodys = new Thread(agency, "spareroom");
    expect(await nobodys.run.followUp()).toEqual({ next: "done" });
    const thread = await unanswered();
    await thread.leadWrites("Sorry, I was away.");
    await thread.run.followUp();
    expect((await detailOf(thread)).sends).toHaveLength(1);
  });
});

describe("the queue of an agent", () => {
  it("[R12] [C64] shows what a person has to write, and follows what becomes of it", async () => {
    const thread = await unanswered();
    await thread.actor.setOwner(agency.id, agentId, "human");
    await thread.run.project();
    await thread.run.followUp();
    expect((await detailOf(thread)).sends).toHaveLength(1);
    expect((await detailOf(thread)).followUp).toMatchObject({ writer: "agent" });
    const [work] = await queueOf();
    expect(work).toMatchObject({
      stage: "follow_up_1",
      owner: { id: agentId },
      conversation: {
        id: thread.conversationId,
        ownerMode: "human",
        leadName: "Jane Doe",
        unit: { id: agency.unitId },
      },
    });
    await thread.actor.actOnFollowUp(agency.id, agentId, work?.id ?? "", { act: "complete" });
    await thread.run.project();
    await thread.run.project();
    expect((await rowsOf(thread)).map(({ stage, status, ownerId }) => [stage, status, ownerId])).toEqual([
      ["follow_up_1", "completed", agentId],
      ["follow_up_2", "pending", agentId],
    ]);
    expect((await queueOf())[0]?.isDue).toBe(false);
  });

  it("[C62] loses it with the lead's next word", async () => {
    const thread = await unanswered();
    await thread.run.project();
    expect(await queueOf()).toHaveLength(1);
    await thread.leadWrites("Sorry, I was away.");
    await thread.run.project();
    expect(await queueOf()).toEqual([]);
    expect(await rowsOf(thread)).toMatchObject([{ status: "cancelled" }]);
  });

  it("[C78] is told of in the audit without a word of anybody", async () => {
    const thread = await unanswered();
    await thread.run.followUp(makeRigDeps());
    await thread.run.project();
    const lines = await db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.organisationId, agency.id), eq(auditEntries.conversationId, thread.conversationId)))
      .orderBy(auditEntries.id)
      .all();
    const own = lines.filter(({ action }) => action.startsWith("follow_up."));
    expect(own.map(({ action, actor }) => [action, actor])).toEqual([
      ["follow_up.armed", "platform"],
      ["follow_up.written", "assistant"],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Jane|cats|pets|looking/);
  });
});
