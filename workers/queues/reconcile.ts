// Finds out what became of a send that is `unknown`: reads its thread and brings the read to the conversation, whose rules
// decide whether the message is there, absent, or for a human. Nothing is ever clicked here.
import type { ReconcileJob } from "#contracts/queue";
import type { Deps } from "../deps.ts";
import { accountForWork } from "../store/accounts.ts";
import { bring } from "./ingest.ts";
import { againAt, DONE, type JobResult } from "./job-result.ts";
import { visitAccount } from "./visit.ts";

/** How long a job waits in its queue for an account that is in use. */
const BUSY_WAIT_MS_MAX = 5_000;

export async function reconcile(job: ReconcileJob, deps: Deps): Promise<JobResult> {
  const work = await accountForWork(deps.db, job.accountId);
  if (work === null || work.organisationId !== job.organisationId) return DONE;
  const conversation = deps.conversation(job.conversationId);
  if (!(await conversation.needsReadBack(job.sendId))) return DONE;
  const detail = await conversation.detail(job.organisationId);
  if (!detail.ok) return DONE;
  const { threadId } = detail.value.core;
  const visit = await visitAccount(deps, work, "reconcile", async (site, adapter) => {
    const read = await adapter.readThread(site, { threadId });
    if (!read.ok) return { value: null, fault: read.error };
    await bring(deps, work, read.value);
    return { value: null, fault: null };
  });
  // A longer wait is the actor's: it signals again by itself, and its signals survive a crash.
  const isSoon = visit.kind === "busy" && visit.retryAtMs - deps.now() <= BUSY_WAIT_MS_MAX;
  return isSoon ? againAt(visit.retryAtMs, deps.now()) : DONE;
}
