// Finds out what became of a send that is `unknown`: reads its thread and brings the read to the conversation, whose rules
// decide whether the message is there, absent, or for a human. Nothing is ever clicked here.
import type { ReconcileJob } from "#contracts/queue";
import type { Deps } from "../deps.ts";
import { accountForWork } from "../store/accounts.ts";
import { bring } from "./ingest.ts";
import { againAt, DONE, type JobResult } from "./job-result.ts";
import { visitAccount } from "./visit.ts";

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
  return visit.kind === "busy" ? againAt(visit.retryAtMs, deps.now()) : DONE;
}
