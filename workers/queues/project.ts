// Brings a conversation's board row and audit lines to D1 and tells the board. Idempotent: rows carry versions, lines carry
// sequences, and the actor keeps signalling until it is told that D1 holds everything.
import type { ProjectJob } from "#contracts/queue";
import type { Deps } from "../deps.ts";
import { appendAudit } from "../store/audit.ts";
import { upsertConversation } from "../store/conversations.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { spreadPerson } from "./person.ts";

export async function project(job: ProjectJob, deps: Deps): Promise<JobResult> {
  const conversation = deps.conversation(job.conversationId);
  const projection = await conversation.projection();
  if (projection === null || projection.core.organisationId !== job.organisationId) return DONE;
  const { core, audit, upTo } = projection;
  await upsertConversation(deps.db, core);
  await appendAudit(deps.db, core.organisationId, core.conversationId, audit);
  await spreadPerson(deps, projection);
  await conversation.projected(upTo);
  await deps.board(core.organisationId).conversationChanged(core.conversationId, core.version, core.agentId);
  return DONE;
}
