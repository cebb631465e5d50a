// Decides what to do with a lead's unanswered messages. The input is put together from the conversation and the records;
// the decision is triage's; the conversation does with it what its own rules say.

import type { DecisionRequest } from "#contracts/actors";
import type { DecideJob } from "#contracts/queue";
import { isLiving, type OfferedTime } from "#domain/conversation/showing";
import type { Decision, DecisionInput } from "#domain/triage/decision";
import { decide as decideByPolicy } from "#domain/triage/policy";
import type { Deps } from "../deps.ts";
import { policyOf } from "../store/organisations.ts";
import { factsOf } from "../store/units.ts";
import { holdOffered } from "./hold-offered.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { type OpenTimes, openTimesFor, timesIn } from "./open-times.ts";
import { sendModeFor } from "./send-mode.ts";

/** Which model decided, as decisions record it. Raised when the same input may be decided differently. */
const PROVIDER = "embedded@2";
/** Times that somebody else took while they were being offered are replaced this often; then they
 *  are offered all the same, and booking tells whether they can still be had. */
const OFFER_TRIES_MAX = 3;

export async function decide(job: DecideJob, deps: Deps): Promise<JobResult> {
  const conversation = deps.conversation(job.conversationId);
  const request = await conversation.decisionRequest();
  if (request === null) return DONE;
  const sendMode = await sendModeFor(deps, job.organisationId, request.accountId, job.conversationId);
  const decided = await decideAndHold(deps, job, request, decideByPolicy);
  const { basis } = request;
  await conversation.recordDecision({ basis, provider: PROVIDER, sendMode, ...decided });
  return DONE;
}

type Decided = {
  readonly decision: Decision;
  /** What it was made from: the conversation keeps it. */
  readonly input: DecisionInput;
  readonly offered: readonly OfferedTime[];
  readonly chosen: OfferedTime | null;
};

/**
 * Decides, and holds the times that the answer puts to the lead; where one cannot be held any more, decides anew without it.
 * What a person leads is decided for the record, and keeps no time from others.
 */
export async function decideAndHold(
  deps: Deps,
  { organisationId, conversationId }: Pick<DecideJob, "organisationId" | "conversationId">,
  request: DecisionRequest,
  decideBy: (input: DecisionInput) => Decision,
): Promise<Decided> {
  for (let tries = 1; ; tries += 1) {
    const open = await openTimesFor(deps, organisationId, conversationId, request);
    const input = await inputOf(deps, organisationId, request, open);
    const decision = decideBy(input);
    const offered = timesIn(decision, open);
    const chosen = decision.selectedSlot === null ? null : (open.times[decision.selectedSlot] ?? null);
    if (!request.isAssistants) return { decision, input, offered, chosen };
    const isHeld = await holdOffered(deps, organisationId, conversationId, request.leadName, offered);
    if (isHeld || tries >= OFFER_TRIES_MAX) return { decision, input, offered, chosen };
  }
}

async function inputOf(
  deps: Deps,
  organisationId: string,
  request: DecisionRequest,
  open: OpenTimes,
): Promise<DecisionInput> {
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
    slots: open.slots,
    offered: open.offered,
    hasShowing: isLiving(request.showing),
    now: new Date(deps.now()).toISOString(),
    zone: unit?.zone ?? null,
    leadName: firstNameOf(request.leadName),
    organisationName: policy.name === "" ? null : policy.name,
  };
}

/** "Jamie" of "Jamie Park"; null without a name. */
export function firstNameOf(name: string | null): string | null {
  const first = name?.trim().split(/\s+/)[0] ?? "";
  return first === "" ? null : first;
}
