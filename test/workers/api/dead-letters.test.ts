import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  deadLetterAnswerSchema,
  deadLetterListSchema,
  REPLAY_LETTERS_MAX,
  replayAllAnswerSchema,
} from "#contracts/api/dead-letter";
import { auditListSchema } from "#contracts/api/organisation";
import type { QueueJob } from "#contracts/queue";
import { addDeadLetter } from "#workers/store/dead-letters";
import { countUnseen, deadLetterIncidentId, recordIncident } from "#workers/store/incidents";
import { type Agency, db, freshId, makeAgency, makePerson } from "./agency.ts";
import { type Client, codeOf, signIn } from "./client.ts";

let agency: Agency;
let call: Client;

beforeAll(async () => {
  agency = await makeAgency();
  call = await signIn(await makePerson(agency, "admin"));
});

async function replayQuietly(path: string): Promise<void> {
  const sent = vi.spyOn(env.INGEST_QUEUE, "send").mockResolvedValue({} as never);
  expect((await call("POST", path)).status).toBe(200);
  sent.mockRestore();
}

async function keep(job: QueueJob): Promise<string> {
  const id = freshId("message");
  await addDeadLetter(db, { id, organisationId: agency.id, job, atMs: 5 });
  return id;
}

describe("dead letters", () => {
  it("go once more through their own queue, once, and into the audit log", async () => {
    const ids = { organisationId: agency.id, accountId: agency.accountId, conversationId: "cv_1" };
    const jobs: readonly [QueueJob, Queue][] = [
      [{ job: "ingest", organisationId: agency.id, accountId: agency.accountId }, env.INGEST_QUEUE],
      [{ job: "decide", ...ids }, env.DECIDE_QUEUE],
      [{ job: "follow_up", ...ids }, env.DECIDE_QUEUE],
      [{ job: "send", ...ids, sendId: "cv_1.1" }, env.SEND_QUEUE],
      [{ job: "reconcile", ...ids, sendId: "cv_1.1" }, env.RECONCILE_QUEUE],
      [{ job: "project", organisationId: agency.id, conversationId: "cv_1" }, env.PROJECT_QUEUE],
    ];
    for (const [job, queue] of jobs) {
      const sent = vi.spyOn(queue, "send").mockResolvedValue({} as never);
      const id = await keep(job);
      const answer = await call("POST", `/api/dead-letters/${id}/replay`);
      expect(deadLetterAnswerSchema.parse(answer.body).deadLetter).toMatchObject({ id, job: job.job });
      expect(sent.mock.calls).toEqual([[job]]);
      expect(codeOf(await call("POST", `/api/dead-letters/${id}/replay`))).toBe("NOT_NOW");
      expect(sent).toHaveBeenCalledTimes(1);
      sent.mockRestore();
    }
    const log = auditListSchema.parse((await call("GET", "/api/audit")).body).entries;
    expect(log.filter((entry) => entry.action === "dead_letter.replayed")).toHaveLength(jobs.length);
  });

  it("are listed with the ids that ops need", async () => {
    const id = await keep({
      job: "send",
      organisationId: agency.id,
      accountId: agency.accountId,
      conversationId: "cv_2",
      sendId: "cv_2.1",
    });
    const { deadLetters } = deadLetterListSchema.parse((await call("GET", "/api/dead-letters")).body);
    expect(deadLetters).toContainEqual({
      id,
      at: new Date(5).toISOString(),
      job: "send",
      accountId: agency.accountId,
      conversationId: "cv_2",
      leadName: null,
      replayedAt: null,
    });
  });

  it("that wait are listed apart, and counted", async () => {
    const waitingOf = async () =>
      deadLetterListSchema.parse((await call("GET", "/api/dead-letters?waiting=true")).body);
    const id = await keep({ job: "ingest", organisationId: agency.id, accountId: agency.accountId });
    const before = await waitingOf();
    expect(before.deadLetters.map((letter) => letter.id)).toContain(id);
    expect(before.waiting).toBe(before.deadLetters.length);
    await replayQuietly(`/api/dead-letters/${id}/replay`);
    expect((await waitingOf()).waiting).toBe(before.waiting - 1);
    expect((await waitingOf()).deadLetters.map((letter) => letter.id)).not.toContain(id);
    const done = deadLetterListSchema.parse((await call("GET", "/api/dead-letters?waiting=false")).body);
    expect(done.deadLetters.map((letter) => letter.id)).toContain(id);
    expect(codeOf(await call("GET", "/api/dead-letters?waiting=maybe"))).toBe("BAD_REQUEST");
    expect(codeOf(await call("GET", "/api/dead-letters?cursor=made-up"))).toBe("BAD_REQUEST");
  });

  it("go all together, a bounded number at a time, the oldest first, each audited and its incident seen", async () => {
    const own = await makeAgency();
    const person = await makePerson(own, "admin");
    const admin = await signIn(person);
    const job: QueueJob = { job: "ingest", organisationId: own.id, accountId: own.accountId };
    const ids = Array.from({ length: REPLAY_LETTERS_MAX + 2 }, (_, i) => freshId(`many${1_000 + i}`));
    for (const [atMs, id] of ids.entries()) await addDeadLetter(db, { id, organisationId: own.id, job, atMs });
    await recordIncident(db, {
      id: deadLetterIncidentId(ids[0] ?? ""),
      organisationId: own.id,
      kind: "dead_letter",
      accountId: own.accountId,
      atMs: 0,
      detail: {},
    });
    const sent = vi.spyOn(env.INGEST_QUEUE, "send").mockResolvedValue({} as never);
    const first = await admin("POST", "/api/dead-letters/replay", {});
    expect(replayAllAnswerSchema.parse(first.body)).toEqual({ replayed: REPLAY_LETTERS_MAX, left: 2 });
    expect(await countUnseen(db, own.id)).toBe(0);
    const left = deadLetterListSchema.parse((await admin("GET", "/api/dead-letters?waiting=true")).body);
    expect(left.deadLetters.map((letter) => letter.id)).toEqual(ids.slice(-2).toReversed());
    const second = await admin("POST", "/api/dead-letters/replay", {});
    expect(replayAllAnswerSchema.parse(second.body)).toEqual({ replayed: 2, left: 0 });
    const third = await admin("POST", "/api/dead-letters/replay", {});
    expect(replayAllAnswerSchema.parse(third.body)).toEqual({ replayed: 0, left: 0 });
    expect(sent).toHaveBeenCalledTimes(ids.length);
    sent.mockRestore();
    const { entries } = auditListSchema.parse((await admin("GET", "/api/audit")).body);
    const audited = entries.filter((entry) => entry.action === "dead_letter.replayed");
    expect(new Set(audited.map((entry) => entry.detail["deadLetterId"]))).toEqual(new Set(ids));
    expect(new Set(audited.map((entry) => entry.actor))).toEqual(new Set([`agent:${person.id}`]));
  });
});
