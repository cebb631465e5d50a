// What a queue gave up on becomes visible and somebody's: a row for ops, an incident with an alarm, and a hand-off where a
// lead waits. Nothing is lost by it: the actors hold the truth and signal again. Every step may be repeated, and the order is
// from what must never be missing to what can be told later: a crash leaves the rest to the redelivery.
import { type QueueJob, queueJobSchema } from "#contracts/queue";
import type { Reason } from "#domain/triage/decision";
import type { Deps } from "../deps.ts";
import { addDeadLetter } from "../store/dead-letters.ts";
import { deadLetterIncidentId } from "../store/incidents.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { raiseIncident, soundAlarm } from "./raise-incident.ts";

/** Stores a dead letter under its message id, once. A body that is no job of ours is noted without its content. */
export async function keepDeadLetter(message: Message, deps: Deps): Promise<JobResult> {
  const parsed = queueJobSchema.safeParse(message.body);
  const incidentId = deadLetterIncidentId(message.id);
  const isNew = await addDeadLetter(deps.db, {
    id: message.id,
    organisationId: parsed.success ? parsed.data.organisationId : null,
    job: parsed.success ? parsed.data : null,
    atMs: deps.now(),
  });
  if (parsed.success) await escalate(deps, incidentId, message.id, parsed.data);
  else if (isNew) {
    // Nobody's organisation, so no row for an admin to see: the log alone tells it.
    soundAlarm({ kind: "dead_letter", organisationId: null, incidentId, conversationId: null, accountId: null });
  }
  return DONE;
}

async function escalate(deps: Deps, incidentId: string, deadLetterId: string, job: QueueJob): Promise<void> {
  const { organisationId } = job;
  const conversationId = "conversationId" in job ? job.conversationId : null;
  await raiseIncident(deps, {
    id: incidentId,
    organisationId,
    kind: "dead_letter",
    conversationId,
    accountId: "accountId" in job ? job.accountId : null,
    atMs: deps.now(),
    detail: { deadLetterId, job: job.job, ...("sendId" in job ? { sendId: job.sendId } : {}) },
  });
  if ("conversationId" in job) {
    // Refused when the conversation was never opened: then nobody waits in it.
    await deps.conversation(job.conversationId).openHandOff(organisationId, REASONS[job.job]);
  }
  await deps.board(organisationId).incidentChanged(incidentId);
}

/** What the agent reads: what could not be done, and what to do. True also when the job was done by a later signal. */
const REASONS: Readonly<Record<Exclude<QueueJob["job"], "ingest" | "listings">, Reason>> = {
  decide: handOffReason("An answer could not be worked out after many tries. Read what the lead wrote and answer it."),
  book: handOffReason(
    "A showing could not be written down after many tries. See what the lead was told, and set the showing by hand.",
  ),
  ask: handOffReason("The lead could not be asked whether the showing stands. Ask before you go."),
  follow_up: handOffReason(
    "A follow-up could not be written after many tries. Read the conversation and decide whether to write.",
  ),
  send: handOffReason(
    "Sending failed after many tries. Look at the thread on the platform, and write again if the message is not there.",
  ),
  reconcile: handOffReason(
    "Whether a message arrived could not be checked after many tries. Look at the thread on the platform before you write.",
  ),
  project: handOffReason(
    "The board could not be brought up to date after many tries. Open the conversation and see whether the lead waits.",
  ),
};

function handOffReason(sentence: string): Reason {
  return { code: "dead_letter", sentence };
}
