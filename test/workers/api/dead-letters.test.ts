import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { deadLetterAnswerSchema, deadLetterListSchema } from "#contracts/api/dead-letter";
import { auditListSchema } from "#contracts/api/organisation";
import type { QueueJob } from "#contracts/queue";
import { addDeadLetter } from "#workers/store/dead-letters";
import { type Agency, db, freshId, makeAgency, makePerson } from "./agency.ts";
import { type Client, codeOf, signIn } from "./client.ts";

let agency: Agency;
let call: Client;

beforeAll(async () => {
  agency = await makeAgency();
  call = await signIn(await makePerson(agency, "admin"));
});

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
      replayedAt: null,
    });
  });
});
