// Brings a conversation's board row, follow-ups, verdicts and audit lines to D1, makes an incident of a text that shows twice, and tells the
// board. Idempotent: rows carry versions, lines sequences, and the actor signals until it is told that D1 holds everything.
import type { AuditLine, ConversationCore } from "#contracts/actors";
import type { ProjectJob } from "#contracts/queue";
import type { Deps } from "../deps.ts";
import { appendAudit } from "../store/audit.ts";
import { upsertConversation } from "../store/conversations.ts";
import { keepOutcomes } from "../store/decision-outcomes.ts";
import { keepFollowUps } from "../store/follow-ups.ts";
import { duplicateIncidentId } from "../store/incidents.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { spreadPerson } from "./person.ts";
import { raiseIncident } from "./raise-incident.ts";

export async function project(job: ProjectJob, deps: Deps): Promise<JobResult> {
  const conversation = deps.conversation(job.conversationId);
  const projection = await conversation.projection();
  if (projection === null || projection.core.organisationId !== job.organisationId) return DONE;
  const { core, audit, followUps, outcomes, upTo } = projection;
  await upsertConversation(deps.db, core);
  await keepFollowUps(deps.db, core.organisationId, core, followUps);
  await keepOutcomes(deps.db, core.organisationId, core, outcomes);
  await appendAudit(deps.db, core.organisationId, core.conversationId, audit);
  await raiseDuplicates(deps, core, audit);
  await spreadPerson(deps, projection);
  await conversation.projected(upTo);
  await deps.board(core.organisationId).conversationChanged(core.conversationId, core.version, core.agentId);
  return DONE;
}

/** Before the actor hears that D1 holds everything: until then the same lines come again. */
async function raiseDuplicates(deps: Deps, core: ConversationCore, audit: readonly AuditLine[]): Promise<void> {
  const { organisationId, conversationId, accountId } = core;
  for (const { action, atMs, detail } of audit) {
    const sendId = detail["sendId"];
    if (action !== "send.duplicated" || typeof sendId !== "string") continue;
    const id = duplicateIncidentId(sendId);
    await raiseIncident(deps, {
      id,
      organisationId,
      kind: "duplicate",
      conversationId,
      accountId,
      atMs,
      detail: { sendId },
    });
    await deps.board(organisationId).incidentChanged(id);
  }
}
