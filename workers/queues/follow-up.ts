// Finds the words of a follow-up that is due. The input is put together from the conversation and the records; the text is
// triage's; the conversation looks again whether it may be said, and does with it what its own rules say (C64..).
import type { FollowUpRequest } from "#contracts/actors";
import type { FollowUpJob } from "#contracts/queue";
import { followUpText } from "#domain/triage/follow-up-text";
import type { Deps } from "../deps.ts";
import { policyOf } from "../store/organisations.ts";
import { type StoredTemplate, templatesOf } from "../store/reply-templates.ts";
import { factsOf, type UnitFacts } from "../store/units.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { obeySuppression } from "./person.ts";
import { sendModeFor } from "./send-mode.ts";

const NO_UNIT: UnitFacts = { zone: null, label: null, facts: {}, records: {} };

export async function followUp(job: FollowUpJob, deps: Deps): Promise<JobResult> {
  const { organisationId, conversationId } = job;
  const conversation = deps.conversation(conversationId);
  // Days pass before a follow-up: the same person may have said elsewhere meanwhile that they want nothing more.
  await obeySuppression(deps, organisationId, conversationId);
  const request = await conversation.followUpRequest();
  if (request === null) return DONE;
  const [unit, policy, sendMode, templates] = await Promise.all([
    request.unitId === null ? NO_UNIT : factsOf(deps.db, organisationId, request.unitId, deps.now()),
    policyOf(deps.db, organisationId),
    sendModeFor(deps, organisationId, request.accountId, conversationId),
    templatesOf(deps.db, organisationId),
  ]);
  const text = followUpText(inputOf(request, unit, policy.name, templates));
  const { episode, stage } = request;
  await conversation.recordFollowUp({ episode, stage, text, sendMode, zone: unit.zone });
  return DONE;
}

function inputOf(
  request: FollowUpRequest,
  unit: UnitFacts,
  organisationName: string,
  templates: readonly StoredTemplate[],
) {
  return {
    ...request,
    templates,
    unit: unit.facts,
    records: unit.records,
    organisationName: organisationName === "" ? null : organisationName,
  };
}
