// Decides what to do with a lead's unanswered messages. The input is put together from the conversation and the records;
// the decision is triage's, with or without a model; the conversation does with it what its own rules say.

import type { DecisionRequest } from "#contracts/actors";
import type { DecideJob } from "#contracts/queue";
import { isLiving, type OfferedTime } from "#domain/conversation/showing";
import type { DecisionInput } from "#domain/triage/decision";
import { decide as decideByPolicy } from "#domain/triage/policy";
import type { Deps } from "../deps.ts";
import { type Judge, type Judged, judgeEmbedded, makeJudge, noteFallback } from "../model/judge.ts";
import { policyOf } from "../store/organisations.ts";
import { factsOf } from "../store/units.ts";
import { holdOffered } from "./hold-offered.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { type OpenTimes, openTimesFor, timesIn } from "./open-times.ts";
import { sendModeFor } from "./send-mode.ts";

/** Times that somebody else took while they were being offered are replaced this often; then they
 *  are offered all the same, and booking tells whether they can still be had. */
const OFFER_TRIES_MAX = 3;

export async function decide(job: DecideJob, deps: Deps): Promise<JobResult> {
  const conversation = deps.conversation(job.conversationId);
  const request = await conversation.decisionRequest();
  if (request === null) return DONE;
  const sendMode = await sendModeFor(deps, job.organisationId, request.accountId, job.conversationId);
  const decided = await decideWith(deps, job, request);
  const { basis } = request;
  await conversation.recordDecision({ basis, sendMode, ...decided });
  await noteFallback(deps, job.organisationId, decided);
  return DONE;
}

/** With the organisation's model where one is set. What a person leads is decided for the record, and no model is paid for it. */
function decideWith(deps: Deps, job: DecideJob, request: DecisionRequest): Promise<Decided> {
  const judge: Judge = request.isAssistants
    ? makeJudge(deps, job.organisationId)
    : (input) => judgeEmbedded(decideByPolicy(input));
  return decideAndHold(deps, job, request, judge);
}

type Decided = Judged & {
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
  judge: Judge,
): Promise<Decided> {
  for (let tries = 1; ; tries += 1) {
    const open = await openTimesFor(deps, organisationId, conversationId, request);
    const judged = await judge(await inputOf(deps, organisationId, request, open));
    const { decision } = judged;
    const offered = timesIn(decision, open);
    const chosen = decision.selectedSlot === null ? null : (open.times[decision.selectedSlot] ?? null);
    if (!request.isAssistants) return { ...judged, offered, chosen };
    const isHeld = await holdOffered(deps, organisationId, conversationId, request.leadName, offered);
    if (isHeld || tries >= OFFER_TRIES_MAX) return { ...judged, offered, chosen };
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
