// Decides what to do with a lead's unanswered messages. The input is put together from the conversation and the records;
// the decision is triage's, with or without a model; the conversation does with it what its own rules say.

import type { DecisionRequest } from "#contracts/actors";
import type { DecideJob } from "#contracts/queue";
import type { HandOffGrounds } from "#domain/conversation/hand-off";
import { isLiving, type OfferedTime } from "#domain/conversation/showing";
import type { DecisionInput } from "#domain/triage/decision";
import { decide as decideByPolicy } from "#domain/triage/policy";
import type { Deps } from "../deps.ts";
import { type Judge, type Judged, judgeEmbedded, makeJudge, noteFallback } from "../model/judge.ts";
import { knowledgeFor } from "../store/knowledge.ts";
import { type OrganisationPolicy, policyOf } from "../store/organisations.ts";
import { templatesOf } from "../store/reply-templates.ts";
import { type DatedFacts, datedFactsOf, standingOf } from "../store/units.ts";
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
  /** What it was made from: the conversation keeps it. */
  readonly input: DecisionInput;
  readonly offered: readonly OfferedTime[];
  readonly chosen: OfferedTime | null;
  /** What a hand-off is told with, should the conversation come to one. */
  readonly grounds: HandOffGrounds;
};

/** What D1 knows beside the open times. */
type Known = { readonly unit: DatedFacts | null; readonly policy: OrganisationPolicy };

/** What the organisation says in its own words. */
type OwnWords = Required<Pick<DecisionInput, "knowledge" | "templates">>;

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
    const [known, words] = await Promise.all([
      knownOf(deps, organisationId, request.unitId),
      ownWordsOf(deps, organisationId, request.unitId),
    ]);
    const input = inputOf(deps, request, open, { ...known, ...words });
    const judged = await judge(input);
    const grounds = groundsFrom(known, deps.now());
    const { decision } = judged;
    const offered = timesIn(decision, open);
    const chosen = decision.selectedSlot === null ? null : (open.times[decision.selectedSlot] ?? null);
    if (!request.isAssistants) return { ...judged, input, offered, chosen, grounds };
    const isHeld = await holdOffered(deps, organisationId, conversationId, request.leadName, offered);
    if (isHeld || tries >= OFFER_TRIES_MAX) return { ...judged, input, offered, chosen, grounds };
  }
}

function inputOf(deps: Deps, request: DecisionRequest, open: OpenTimes, known: Known & OwnWords): DecisionInput {
  const { unit, policy, knowledge, templates } = known;
  return {
    text: request.text,
    platform: request.platform,
    history: request.history,
    unit: unit?.facts ?? {},
    records: unit?.records ?? {},
    factsValidUntil: unit?.validUntil ?? {},
    knowledge,
    templates,
    slots: open.slots,
    offered: open.offered,
    hasShowing: isLiving(request.showing),
    now: new Date(deps.now()).toISOString(),
    zone: unit?.zone ?? null,
    leadName: firstNameOf(request.leadName),
    organisationName: policy.name === "" ? null : policy.name,
  };
}

/** What a hand-off is told with, should the conversation come to one. */
export async function groundsOf(deps: Deps, organisationId: string, unitId: string | null): Promise<HandOffGrounds> {
  return groundsFrom(await knownOf(deps, organisationId, unitId), deps.now());
}

async function knownOf(deps: Deps, organisationId: string, unitId: string | null): Promise<Known> {
  const [unit, policy] = await Promise.all([
    unitId === null ? null : datedFactsOf(deps.db, organisationId, unitId),
    policyOf(deps.db, organisationId),
  ]);
  return { unit, policy };
}

async function ownWordsOf(deps: Deps, organisationId: string, unitId: string | null): Promise<OwnWords> {
  const [templates, knowledge] = await Promise.all([
    templatesOf(deps.db, organisationId),
    // What holds for every unit may be otherwise in one, so nothing is said before it is known which one is meant.
    unitId === null ? [] : knowledgeFor(deps.db, organisationId, unitId),
  ]);
  return { templates, knowledge };
}

/** What is out of date is no ground. */
function groundsFrom({ unit, policy }: Known, nowMs: number): HandOffGrounds {
  const standing = unit === null ? null : standingOf(unit, nowMs);
  return {
    home: unit?.label ?? null,
    unit: standing?.facts ?? {},
    records: standing?.records ?? {},
    organisationName: policy.name === "" ? null : policy.name,
    businessHours: policy.businessHours,
  };
}

/** "Jamie" of "Jamie Park"; null without a name. */
export function firstNameOf(name: string | null): string | null {
  const first = name?.trim().split(/\s+/)[0] ?? "";
  return first === "" ? null : first;
}
