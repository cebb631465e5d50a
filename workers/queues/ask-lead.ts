// Asks a lead whether the showing stands. When, and whether at all, is the conversation's; the words are triage's.
import type { AskJob } from "#contracts/queue";
import { reminderText } from "#domain/triage/showing-texts";
import type { Deps } from "../deps.ts";
import { policyOf } from "../store/organisations.ts";
import { templatesOf } from "../store/reply-templates.ts";
import { firstNameOf } from "./decide.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { sendModeFor } from "./send-mode.ts";

export async function askLead(job: AskJob, deps: Deps): Promise<JobResult> {
  const conversation = deps.conversation(job.conversationId);
  const request = await conversation.askRequest();
  if (request === null || deps.now() < request.dueAtMs) return DONE;
  const { showing, stage, history } = request;
  const [sendMode, policy, templates] = await Promise.all([
    sendModeFor(deps, job.organisationId, request.accountId, job.conversationId),
    policyOf(deps.db, job.organisationId),
    templatesOf(deps.db, job.organisationId),
  ]);
  const body = reminderText({
    ...{ stage, startMs: showing.startMs, zone: showing.zone, isConfirmedByLead: showing.isConfirmedByLead, history },
    leadName: firstNameOf(request.leadName),
    organisationName: policy.name === "" ? null : policy.name,
    templates,
  });
  await conversation.recordAsk(showing.id, stage, body, sendMode);
  return DONE;
}
