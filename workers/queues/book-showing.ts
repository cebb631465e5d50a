// Does with D1's showings what a conversation wishes: books, moves, cancels, confirms. The wish's id is the key, so a job that
// comes twice does it once; then the conversation is told, and says to the lead what came of it.
import type { ConversationActor, WishRequest } from "#contracts/actors";
import type { BookJob } from "#contracts/queue";
import type { EndOfShowing, OfferedTime, ShowingWish, ToldShowing, WishResult } from "#domain/conversation/showing";
import { never } from "#domain/kernel/never";
import type { Result } from "#domain/kernel/result";
import { type NoPlace, noPlace, type ShowingRefusal } from "#domain/showing/refusal";
import type { Showing } from "#domain/showing/showing";
import type { ShowingStatus } from "#domain/showing/status";
import { findSlots } from "#domain/slots/offer";
import type { DecisionInput } from "#domain/triage/decision";
import { decideTaken } from "#domain/triage/policy";
import type { Deps } from "../deps.ts";
import { judgeEmbedded } from "../model/judge.ts";
import { scenarioFor } from "../store/scenario.ts";
import { book } from "../store/showings.ts";
import { heldAgent } from "../store/showings-holds.ts";
import { reschedule } from "../store/showings-move.ts";
import { changeStatus, confirmByLead, showingNow } from "../store/showings-status.ts";
import { refuseOnce } from "../store/showings-wishes.ts";
import { decideAndHold, groundsOf } from "./decide.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { signalShowing } from "./signal-showing.ts";
import { tellShowing, toldOf } from "./tell-showing.ts";

type Instead = Parameters<ConversationActor["settleWish"]>[2];
type Stored = Result<Showing, ShowingRefusal>;
type Placing = Extract<ShowingWish["what"], { kind: "book" | "move" }>;

const STATUS_OF: Readonly<Record<EndOfShowing, ShowingStatus>> = {
  cancel: "cancelled",
  ask_move: "reschedule_requested",
  no_show: "no_show",
  completed: "completed",
};

export async function bookShowing(job: BookJob, deps: Deps): Promise<JobResult> {
  const conversation = deps.conversation(job.conversationId);
  const waiting = await conversation.wishRequest();
  if (waiting === null) return DONE;
  const result = await fulfil(deps, job, waiting);
  const instead = result.came === "taken" ? await otherTimes(deps, job, waiting) : null;
  const grounds = await groundsOf(deps, job.organisationId, waiting.request.unitId);
  await conversation.settleWish(waiting.wish.id, result, instead, grounds);
  if (result.came === "done") await tellIfChanged(deps, job.organisationId, result.showing);
  return DONE;
}

/** Who changed the showing before its conversation knew it told that to nobody: a change of an unknown showing is no news there. */
async function tellIfChanged(deps: Deps, organisationId: string, told: ToldShowing): Promise<void> {
  const showing = await showingNow(deps.db, organisationId, told.id);
  if (showing !== null && showing.sequence !== told.sequence) await tellShowing(deps, organisationId, showing);
}

async function fulfil(deps: Deps, job: BookJob, waiting: WishRequest): Promise<WishResult> {
  const stored = await act(deps, job, waiting);
  if (!stored.ok) return isGone(stored.error) ? { came: "taken" } : { came: "refused", refusal: stored.error };
  await signalShowing(deps, job.organisationId, stored.value, waiting.request.showing?.agentId ?? null);
  return { came: "done", showing: await toldOf(deps, job.organisationId, stored.value) };
}

/** Refusals of D1 that mean "this time is gone"; every other one is for a person. */
function isGone(refusal: ShowingRefusal): refusal is ShowingRefusal & { readonly code: NoPlace } {
  const { code } = refusal;
  return code === "TIME_TAKEN" || code === "GROUP_FULL" || code === "DAY_FULL";
}

async function act(deps: Deps, { organisationId, conversationId }: BookJob, waiting: WishRequest): Promise<Stored> {
  const { id: idempotencyKey, what } = waiting.wish;
  const nowMs = deps.now();
  switch (what.kind) {
    case "book":
    case "move": {
      const stored = await place(deps, { organisationId, conversationId }, waiting, what);
      // [H18] Whoever had this wish too may have got the place, and then it is this very wish that fills it.
      if (stored.ok || !isGone(stored.error)) return stored;
      const reason = stored.error.code;
      return await refuseOnce(deps.db, organisationId, { idempotencyKey, reason, nowMs });
    }
    case "cancel":
    case "ask_move":
    case "no_show":
    case "completed":
      return await changeStatus(deps.db, organisationId, what.showingId, STATUS_OF[what.kind], nowMs, idempotencyKey);
    case "confirm":
      return await confirmByLead(deps.db, organisationId, what.showingId, nowMs, idempotencyKey);
    default:
      return never(what);
  }
}

/** Takes the time that was chosen, with whoever may show it now. */
async function place(
  deps: Deps,
  { organisationId, conversationId }: Pick<BookJob, "organisationId" | "conversationId">,
  { wish, request }: WishRequest,
  what: Placing,
): Promise<Result<Showing, ShowingRefusal>> {
  const { unitId, startMs, endMs } = what.time;
  const exceptShowingId = what.kind === "move" ? what.showingId : null;
  const agentIds = await agentsFor(deps, organisationId, { conversationId, exceptShowingId }, what.time);
  if (agentIds.length === 0) return noPlace("TIME_TAKEN");
  const time = { unitId, startMs, endMs, agentIds, idempotencyKey: wish.id, nowMs: deps.now() };
  if (what.kind === "move") return await reschedule(deps.db, organisationId, what.showingId, time);
  return await book(deps.db, organisationId, { ...time, conversationId, leadName: request.leadName });
}

/**
 * Who may show at this time: whoever the slot engine lets, the promised ones first; where it lets nobody (any more), the agent
 * who is held for this lead, because that was promised.
 */
async function agentsFor(
  deps: Deps,
  organisationId: string,
  whose: { readonly conversationId: string; readonly exceptShowingId: string | null },
  time: OfferedTime,
): Promise<readonly string[]> {
  const nowMs = deps.now();
  const scenario = await scenarioFor(deps.db, organisationId, time.unitId, nowMs, {
    exceptConversationId: whose.conversationId,
    exceptShowingId: whose.exceptShowingId,
  });
  const slots = scenario === null ? [] : findSlots(scenario);
  const open = slots.find(({ startMs, endMs }) => startMs === time.startMs && endMs === time.endMs)?.agentIds ?? [];
  if (open.length > 0) {
    const promised = time.agentIds.filter((id) => open.includes(id));
    return [...promised, ...open.filter((id) => !promised.includes(id))];
  }
  const held = await heldAgent(deps.db, organisationId, whose.conversationId, time, nowMs);
  return held === null ? [] : [held];
}

/** What to say where the chosen time is gone; null when no other can be offered, so that a person answers. */
async function otherTimes(deps: Deps, job: BookJob, { request }: WishRequest): Promise<Instead> {
  const judge = (input: DecisionInput) => judgeEmbedded(decideTaken(input));
  const { decision, input, offered } = await decideAndHold(deps, job, request, judge);
  return decision.nextAction === "offer_slots" ? { decision, input, offered } : null;
}
