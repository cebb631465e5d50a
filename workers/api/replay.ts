// Plays dead letters again: into their queues first, marked after, because a consumer takes the same job twice as once.
// Whoever plays one again has looked at its incident.
import { type DeadLetterView, REPLAY_LETTERS_MAX } from "#contracts/api/dead-letter";
import type { QueueJob } from "#contracts/queue";
import { never } from "#domain/kernel/never";
import type { Deps } from "#workers/deps";
import { appendAudit } from "#workers/store/audit";
import {
  countWaiting,
  getDeadLetter,
  markReplayed,
  type NamedDeadLetter,
  oldestWaiting,
} from "#workers/store/dead-letters";
import { deadLetterIncidentId, markSeen } from "#workers/store/incidents";
import type { Viewer } from "./api-env.ts";
import { notFound, Problem } from "./problem.ts";

/** Throws NOT_FOUND for a letter of others, NOT_NOW for one that was played again already. */
export async function replay(deps: Deps, viewer: Viewer, id: string): Promise<DeadLetterView> {
  const letter = await getDeadLetter(deps.db, viewer.organisationId, id);
  if (letter === null || letter.job === null) throw notFound();
  if (letter.replayedAtMs !== null) {
    throw new Problem("NOT_NOW", "This job was played again already. If it fails again, it comes back as a new one.");
  }
  await playAgain(deps, viewer, id, letter.job);
  await deps.board(viewer.organisationId).incidentChanged(deadLetterIncidentId(id));
  const view = deadLetterView((await getDeadLetter(deps.db, viewer.organisationId, id)) ?? letter);
  if (view === null) throw notFound();
  return view;
}

/** The oldest that wait, at most REPLAY_LETTERS_MAX. What a colleague played again meanwhile is not counted. */
export async function replayAll(
  deps: Deps,
  viewer: Viewer,
): Promise<{ readonly replayed: number; readonly left: number }> {
  const { organisationId } = viewer;
  let replayed = 0;
  let last: string | null = null;
  for (const letter of await oldestWaiting(deps.db, organisationId, REPLAY_LETTERS_MAX)) {
    if (letter.job === null || !(await playAgain(deps, viewer, letter.id, letter.job))) continue;
    replayed += 1;
    last = letter.id;
  }
  // One signal is enough: the app reads the whole list again.
  if (last !== null) await deps.board(organisationId).incidentChanged(deadLetterIncidentId(last));
  return { replayed, left: await countWaiting(deps.db, organisationId) };
}

/** False when a colleague did it at the same moment. */
async function playAgain(deps: Deps, viewer: Viewer, id: string, job: QueueJob): Promise<boolean> {
  const { organisationId, userId } = viewer;
  await putIntoQueue(deps, job);
  if (!(await markReplayed(deps.db, organisationId, id, deps.now()))) return false;
  await appendAudit(deps.db, organisationId, null, [
    {
      seq: 0,
      atMs: deps.now(),
      actor: `agent:${userId}`,
      action: "dead_letter.replayed",
      detail: { deadLetterId: id, job: job.job },
    },
  ]);
  await markSeen(deps.db, organisationId, deadLetterIncidentId(id), userId, deps.now());
  return true;
}

/** Null for a message that was no job of ours: it has no step to show. */
export function deadLetterView(letter: NamedDeadLetter): DeadLetterView | null {
  if (letter.job === null) return null;
  return {
    id: letter.id,
    at: new Date(letter.atMs).toISOString(),
    job: letter.job.job,
    accountId: "accountId" in letter.job ? letter.job.accountId : null,
    conversationId: "conversationId" in letter.job ? letter.job.conversationId : null,
    leadName: letter.leadName,
    replayedAt: letter.replayedAtMs === null ? null : new Date(letter.replayedAtMs).toISOString(),
  };
}

async function putIntoQueue(deps: Deps, job: QueueJob): Promise<void> {
  switch (job.job) {
    case "ingest":
    case "listings":
      await deps.queues.ingest.send(job);
      return;
    case "decide":
    case "book":
    case "ask":
      await deps.queues.decide.send(job);
      return;
    case "follow_up":
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
