// Sends one claimed row of the send log through the browser. The order is the whole point: account, claim, thread,
// pre-image, gate (the actor commits `delivering`), one click, proof. Whatever ends early leaves the row where the next
// consumer, or the reconcile consumer, finds it.
import type { PlatformAdapter, Site } from "#browser/adapter";
import { isRetryable } from "#browser/fault";
import type { ClaimedSend, ConversationActor } from "#contracts/actors";
import type { Fault, SendReport } from "#contracts/browser";
import type { SendJob } from "#contracts/queue";
import type { Deps } from "../deps.ts";
import { accountForWork } from "../store/accounts.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { obeySuppression } from "./person.ts";
import { sendModeFor } from "./send-mode.ts";
import { type VisitResult, visitAccount } from "./visit.ts";

export async function send(job: SendJob, deps: Deps): Promise<JobResult> {
  const work = await accountForWork(deps.db, job.accountId);
  if (work === null || work.organisationId !== job.organisationId) return DONE;
  const conversation = deps.conversation(job.conversationId);
  const sendMode = await sendModeFor(deps, job.organisationId, job.accountId, job.conversationId);
  await obeySuppression(deps, job.organisationId, job.conversationId);
  const claimed = await conversation.claimSend(job.sendId, sendMode);
  // Claimed by another consumer, already sent, cancelled, or waiting for its turn: all of that is the actor's business.
  if (!claimed.ok) return DONE;
  const visit = await visitAccount(deps, work, "send", (site, adapter) =>
    deliver(conversation, claimed.value, site, adapter),
  );
  if (visit.kind === "busy") {
    // The send's own clock asks again then; a queue message that waits would not survive a crash.
    await conversation.releaseClaim(job.sendId, claimed.value.token, visit.retryAtMs);
    return DONE;
  }
  if (visit.kind === "failed") await reportFailure(conversation, claimed.value, visit.fault);
  return DONE;
}

async function deliver(
  conversation: ConversationActor,
  claimed: ClaimedSend,
  site: Site,
  adapter: PlatformAdapter,
): Promise<VisitResult<null>> {
  const { send: row, token, identity } = claimed;
  const gate = async (preImage: Parameters<ConversationActor["allowDelivery"]>[2]) =>
    (await conversation.allowDelivery(row.id, token, preImage)).ok;
  const report = await adapter.send(site, identity.threadId, row.body, gate);
  const found = faultOf(report);
  await conversation.reportSend(row.id, token, report, found !== null && isRetryable(found));
  return { value: null, fault: found };
}

/**
 * The visit ended without a report. Told as "not sent", which the actor believes only while the row is merely claimed:
 * once it is delivering, the same words change nothing, and it becomes unknown by its own lease.
 */
async function reportFailure(conversation: ConversationActor, claimed: ClaimedSend, found: Fault): Promise<void> {
  const { send: row, token } = claimed;
  await conversation.reportSend(row.id, token, { kind: "not_sent", fault: found }, isRetryable(found));
  await conversation.reportSend(row.id, token, { kind: "unconfirmed", fault: found, postImage: null }, false);
}

function faultOf(report: SendReport): Fault | null {
  return report.kind === "stopped" || report.kind === "shown" ? null : report.fault;
}
