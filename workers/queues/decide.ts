// Decides what to do with a lead's unanswered messages. The input is put together from the conversation and the records;
// the decision is triage's; the conversation does with it what its own rules say.

import type { DecisionRequest } from "#contracts/actors";
import type { DecideJob } from "#contracts/queue";
import type { DecisionInput } from "#domain/triage/decision";
import { decide as decideByPolicy } from "#domain/triage/policy";
import type { Deps } from "../deps.ts";
import { policyOf } from "../store/organisations.ts";
import { factsOf } from "../store/units.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { sendModeFor } from "./send-mode.ts";

/** Which model decided, as decisions record it. Raised when the same input may be decided differently. */
const PROVIDER = "embedded@1";

export async function decide(job: DecideJob, deps: Deps): Promise<JobResult> {
  const conversation = deps.conversation(job.conversationId);
  const request = await conversation.decisionRequest();
  if (request === null) return DONE;
  const sendMode = await sendModeFor(deps, job.organisationId, request.accountId, job.conversationId);
  const decision = decideByPolicy(await inputOf(deps, job.organisationId, request));
  await conversation.recordDecision({ basis: request.basis, decision, provider: PROVIDER, sendMode });
  return DONE;
}

async function inputOf(deps: Deps, organisationId: string, request: DecisionRequest): Promise<DecisionInput> {
  const [unit, policy] = await Promise.all([
    request.unitId === null ? null : factsOf(deps.db, organisationId, request.unitId),
    policyOf(deps.db, organisationId),
  ]);
  return {
    text: request.text,
    platform: request.platform,
    history: request.history,
    unit: unit?.facts ?? {},
    records: unit?.records ?? {},
    slots: [],
    now: new Date(deps.now()).toISOString(),
    zone: unit?.zone ?? null,
    leadName: firstNameOf(request.leadName),
    organisationName: policy.name === "" ? null : policy.name,
  };
}

function firstNameOf(name: string | null): string | null {
  const first = name?.trim().split(/\s+/)[0] ?? "";
  return first === "" ? null : first;
}
