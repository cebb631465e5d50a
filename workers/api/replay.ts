// Plays a dead letter again: into its queue first, marked after, because its consumer takes the same job twice as once.
import type { DeadLetterView } from "#contracts/api/dead-letter";
import type { QueueJob } from "#contracts/queue";
import { never } from "#domain/kernel/never";
import type { Deps } from "#workers/deps";
import { appendAudit } from "#workers/store/audit";
import { type DeadLetter, getDeadLetter, markReplayed } from "#workers/store/dead-letters";
import type { Viewer } from "./api-env.ts";
import { notFound, Problem } from "./problem.ts";

/** Throws NOT_FOUND for a letter of others, NOT_NOW for one that was played again already. */
export async function replay(deps: Deps, viewer: Viewer, id: string): Promise<DeadLetterView> {
  const letter = await getDeadLetter(deps.db, viewer.organisationId, id);
  if (letter === null || letter.job === null) throw notFound();
  if (letter.replayedAtMs !== null) {
    throw new Problem("NOT_NOW", "This job was played again already. If it fails again, it comes back as a new one.");
  }
  await putIntoQueue(deps, letter.job);
  await markReplayed(deps.db, viewer.organisationId, id, deps.now());
  await appendAudit(deps.db, viewer.organisationId, null, [
    {
      seq: 0,
      atMs: deps.now(),
      actor: `agent:${viewer.userId}`,
      action: "dead_letter.replayed",
      detail: { deadLetterId: id, job: letter.job.job },
    },
  ]);
  const view = deadLetterView((await getDeadLetter(deps.db, viewer.organisationId, id)) ?? letter);
  if (view === null) throw notFound();
  return view;
}

/** Null for a message that was no job of ours: it has no step to show. */
export function deadLetterView(letter: DeadLetter): DeadLetterView | null {
  if (letter.job === null) return null;
  return {
    id: letter.id,
    at: new Date(letter.atMs).toISOString(),
    job: letter.job.job,
    accountId: "accountId" in letter.job ? letter.job.accountId : null,
    conversationId: "conversationId" in letter.job ? letter.job.conversationId : null,
    replayedAt: letter.replayedAtMs === null ? null : new Date(letter.replayedAtMs).toISOString(),
  };
}

async function putIntoQueue(deps: Deps, job: QueueJob): Promise<void> {
  switch (job.job) {
    case "ingest":
      await deps.queues.ingest.send(job);
      return;
    case "decide":
      await deps.queues.decide.send(job);
      return;
    case "send":
      await deps.queues.send.send(job);
      return;
    case "reconcile":
      await deps.queues.reconcile.send(job);
      return;
    case "project":
      await deps.queues.project.send(job);
      return;
    default:
      never(job);
  }
}
