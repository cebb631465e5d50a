// What a queue gave up on, and a text that shows twice: told twice, or half told before a crash, it is one incident, one
// alarm and one hand-off.
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AuditLine } from "#contracts/actors";
import type { QueueJob } from "#contracts/queue";
import { type Deps, makeDeps } from "#workers/deps";
import { keepDeadLetter } from "#workers/queues/dead-letter";
import { project } from "#workers/queues/project";
import { countDeadLetters, listDeadLetters } from "#workers/store/dead-letters";
import { listIncidents } from "#workers/store/incidents";
import { type Agency, conversationStub, db, freshId, makeAgency, makeConversation } from "../api/agency.ts";

const EVERYTHING = { isSeen: null, after: null };
const alarm = vi.spyOn(console, "error");
let agency: Agency;
let told: string[];

beforeEach(async () => {
  agency = await makeAgency();
  told = [];
  alarm.mockReset().mockImplementation(() => undefined);
});
afterEach(() => {
  for (const line of alarmLines()) expect(JSON.stringify(line)).not.toContain("Ana Lead");
});

/** The real dependencies, with a board that notes what it is told. */
function deps(change: Partial<Deps> = {}): Deps {
  const real = makeDeps(env);
  const board = (organisationId: string) => ({
    conversationChanged: async () => undefined,
    showingChanged: async () => undefined,
    accountChanged: async () => undefined,
    incidentChanged: async (incidentId: string) => {
      told.push(`${organisationId} ${incidentId}`);
    },
  });
  return { ...real, board, ...change };
}

function alarmLines(): unknown[] {
  return alarm.mock.calls.map(([line]) => JSON.parse(String(line)));
}

function messageOf(body: unknown): Message {
  const id = freshId("message");
  return { id, timestamp: new Date(0), body, attempts: 1, ack: () => undefined, retry: () => undefined };
}

async function handOffOf(conversationId: string) {
  const detail = await conversationStub(conversationId).detail(agency.id);
  return detail.ok ? detail.value.core : null;
}

function jobOf(job: "decide" | "follow_up" | "send" | "reconcile" | "project", conversationId: string): QueueJob {
  const ids = { organisationId: agency.id, accountId: agency.accountId, conversationId };
  if (job === "project") return { job, organisationId: agency.id, conversationId };
  return job === "decide" || job === "follow_up" ? { job, ...ids } : { job, ...ids, sendId: `${conversationId}.1` };
}

describe("[R20] a dead letter", () => {
  it.each(["decide", "follow_up", "send", "reconcile", "project"] as const)(
    "of %s, delivered twice, is one row, one incident, one alarm and one hand-off",
    async (name) => {
      const { conversationId } = await makeConversation(agency);
      const message = messageOf(jobOf(name, conversationId));
      await keepDeadLetter(message, deps());
      const opened = await handOffOf(conversationId);
      expect(opened?.handOff?.reason).toMatchObject({
        code: "dead_letter",
        sentence: expect.stringMatching(/\. .+\.$/),
      });
      expect(await keepDeadLetter(message, deps())).toEqual({ next: "done" });
      expect((await handOffOf(conversationId))?.version).toBe(opened?.version);

      const { letters } = await listDeadLetters(db, agency.id, { isWaiting: true, after: null });
      expect(letters.map((letter) => letter.id)).toEqual([message.id]);
      const accountId = name === "project" ? null : agency.accountId;
      const { incidents } = await listIncidents(db, agency.id, EVERYTHING);
      expect(incidents).toMatchObject([
        {
          id: `dead_letter.${message.id}`,
          kind: "dead_letter",
          conversation: { id: conversationId },
          detail: { deadLetterId: message.id, job: name },
        },
      ]);
      expect(alarmLines()).toEqual([
        {
          at: "incident",
          kind: "dead_letter",
          organisationId: agency.id,
          incidentId: `dead_letter.${message.id}`,
          conversationId,
          accountId,
        },
      ]);
      expect(new Set(told)).toEqual(new Set([`${agency.id} dead_letter.${message.id}`]));
    },
  );

  it("of an account names the account, and opens no conversation", async () => {
    const job = { job: "ingest", organisationId: agency.id, accountId: agency.accountId } as const;
    const conversation = vi.fn();
    await keepDeadLetter(messageOf(job), deps({ conversation }));
    expect(conversation).not.toHaveBeenCalled();
    const { incidents } = await listIncidents(db, agency.id, EVERYTHING);
    expect(incidents).toMatchObject([
      { conversation: null, account: { id: agency.accountId, name: "SpareRoom main" } },
    ]);
    expect(alarmLines()).toHaveLength(1);
  });

  it("is finished by the redelivery when the conversation or the board was away", async () => {
    const { conversationId } = await makeConversation(agency);
    const message = messageOf(jobOf("send", conversationId));
    const away = () => {
      throw new Error("away");
    };
    await expect(keepDeadLetter(message, deps({ conversation: away }))).rejects.toThrow("away");
    expect((await handOffOf(conversationId))?.handOff).toBeNull();
    await expect(keepDeadLetter(message, deps({ board: away }))).rejects.toThrow("away");
    await keepDeadLetter(message, deps());
    expect((await handOffOf(conversationId))?.handOff?.reason.code).toBe("dead_letter");
    expect((await listIncidents(db, agency.id, EVERYTHING)).incidents).toHaveLength(1);
    expect(alarmLines()).toHaveLength(1);
    expect(told).toEqual([`${agency.id} dead_letter.${message.id}`]);
  });

  it("of a conversation that nobody ever opened is kept without a hand-off", async () => {
    const conversationId = freshId("cv_never");
    await keepDeadLetter(messageOf(jobOf("decide", conversationId)), deps());
    expect(await handOffOf(conversationId)).toBeNull();
    expect((await listIncidents(db, agency.id, EVERYTHING)).incidents).toHaveLength(1);
  });

  it("cannot reach into the conversation of another organisation", async () => {
    const theirs = await makeAgency();
    const { conversationId } = await makeConversation(theirs);
    await keepDeadLetter(messageOf(jobOf("decide", conversationId)), deps());
    const detail = await conversationStub(conversationId).detail(theirs.id);
    expect(detail.ok && detail.value.core.handOff).toBeNull();
    expect((await listIncidents(db, theirs.id, EVERYTHING)).incidents).toEqual([]);
  });

  it("that is no job of ours is counted and alarmed once, without its content", async () => {
    const waiting = await countDeadLetters(db);
    const message = messageOf({ text: "Ana Lead wrote this" });
    await keepDeadLetter(message, deps());
    await keepDeadLetter(message, deps());
    expect(await countDeadLetters(db)).toBe(waiting + 1);
    expect(alarmLines()).toMatchObject([{ kind: "dead_letter", organisationId: null }]);
    expect(told).toEqual([]);
  });
});

describe("a text that shows twice", () => {
  const line = (seq: number, action: string, sendId: string): AuditLine => {
    return { seq, atMs: 1_000 + seq, actor: "platform", action, detail: { sendId } };
  };

  it("is one incident and one alarm, however often its lines come and however many copies are seen", async () => {
    const { conversationId } = await makeConversation(agency, { hasDuplicate: true });
    const sendId = `${conversationId}.3`;
    const lines = [
      line(1, "send.sent", sendId),
      line(2, "send.duplicated", sendId),
      line(3, "send.duplicated", sendId),
    ];
    const job = { job: "project", organisationId: agency.id, conversationId } as const;
    await conversationStub(conversationId).logs(lines);
    await project(job, deps());
    await conversationStub(conversationId).logs(lines);
    await project(job, deps());
    expect((await listIncidents(db, agency.id, EVERYTHING)).incidents).toMatchObject([
      {
        id: `duplicate.${sendId}`,
        kind: "duplicate",
        at: new Date(1_002).toISOString(),
        conversation: { id: conversationId },
        account: { id: agency.accountId },
        detail: { sendId },
        seen: null,
      },
    ]);
    expect(alarmLines()).toEqual([
      {
        at: "incident",
        kind: "duplicate",
        organisationId: agency.id,
        incidentId: `duplicate.${sendId}`,
        conversationId,
        accountId: agency.accountId,
      },
    ]);
    expect(told[0]).toBe(`${agency.id} duplicate.${sendId}`);
  });

  it("is told again by the actor until the board heard of it", async () => {
    const { conversationId } = await makeConversation(agency);
    const job = { job: "project", organisationId: agency.id, conversationId } as const;
    await conversationStub(conversationId).logs([line(1, "send.duplicated", `${conversationId}.3`)]);
    const away = () => {
      throw new Error("away");
    };
    await expect(project(job, deps({ board: away }))).rejects.toThrow("away");
    await project(job, deps());
    expect(told).toEqual([`${agency.id} duplicate.${conversationId}.3`]);
    expect(alarmLines()).toHaveLength(1);
    expect((await conversationStub(conversationId).projection())?.audit).toEqual([]);
  });
});
