// Which queue a wanted job goes to, and what is said there. Ids only: a queue message is a wake-up.
import type { QueueJob } from "#contracts/queue";
import { wantedJobs } from "#domain/conversation/effect";
import type { ConversationState } from "#domain/conversation/state";
import { never } from "#domain/kernel/never";
import type { OutboxEntry } from "#objects/runtime/outbox";

/** The queues a conversation signals. */
export type SignalBindings = {
  readonly DECIDE_QUEUE: Queue<QueueJob>;
  readonly SEND_QUEUE: Queue<QueueJob>;
  readonly RECONCILE_QUEUE: Queue<QueueJob>;
  readonly PROJECT_QUEUE: Queue<QueueJob>;
};

/** The outbox a conversation must have: what its state wants, and a projection while D1 is behind. */
export function jobsOf(state: ConversationState, version: number, projected: number): readonly OutboxEntry[] {
  const { conversationId, organisationId, accountId } = state.identity;
  const entries = wantedJobs(state).map((job): OutboxEntry => {
    const ids = { organisationId, accountId, conversationId };
    const body: QueueJob =
      job.topic === "send" || job.topic === "reconcile"
        ? { job: job.topic, ...ids, sendId: job.sendId }
        : { job: job.topic, ...ids };
    return { key: job.key, job: JSON.stringify(body), dueAtMs: job.dueAtMs };
  });
  if (version <= projected) return entries;
  const project: QueueJob = { job: "project", organisationId, conversationId };
  // The version stands in for the due time: a newer version is a new signal, due at once.
  return [...entries, { key: "project", job: JSON.stringify(project), dueAtMs: version }];
}

/** Wakes the consumer of a job. */
export async function signal(env: SignalBindings, job: string): Promise<void> {
  const body: QueueJob = JSON.parse(job);
  switch (body.job) {
    case "decide":
    case "book":
    case "ask":
    // Words for a lead are found in one place.
    case "follow_up":
      await env.DECIDE_QUEUE.send(body);
      return;
    case "send":
      await env.SEND_QUEUE.send(body);
      return;
    case "reconcile":
      await env.RECONCILE_QUEUE.send(body);
      return;
    case "project":
      await env.PROJECT_QUEUE.send(body);
      return;
    case "ingest":
    case "listings":
      throw new Error("a conversation never asks for a visit of its account alone");
    default:
      never(body);
  }
}
