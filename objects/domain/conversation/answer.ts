// What a decision does to the conversation (C11-C13, C21, C25, C29): a draft, a queued send, a hand-off, a wish for D1, or nothing.
import { newSend } from "../sending/evolve.ts";
import type { Decision } from "../triage/decision.ts";
import type { ConversationCommand } from "./command.ts";
import { isLiving, type OfferedTime, type ShowingWish, type ToldShowing } from "./showing.ts";
import { SHOWING_CHANGED } from "./showing-overtaken.ts";
import { noteShowing } from "./showing-talk.ts";
import { type DecisionRecord, newestInbound, type PendingAnswer } from "./state.ts";
import { add, handOff, heedHours, nextId, type Story, tellSend } from "./story.ts";
import { suppressHere } from "./suppression.ts";
import { mayMove } from "./workflow.ts";

type Of<Verb extends ConversationCommand["do"]> = Extract<ConversationCommand, { do: Verb }>;
type Answered = Pick<PendingAnswer, "isBacklog">;

/** [C11] Records a decision for what is pending; anything else is ignored. */
export function recordDecision(story: Story, command: Of<"record_decision">): void {
  const { pending } = story.state;
  if (pending === null || pending.basis !== command.basis || story.state.wish !== null) return;
  if (command.grounds !== undefined) heedHours(story, command.grounds.businessHours);
  const record: DecisionRecord = {
    id: `d${story.state.nextNumber}`,
    basis: command.basis,
    atMs: command.nowMs,
    provider: command.provider,
    fallback: command.fallback ?? null,
    sendMode: command.sendMode,
    epoch: story.state.epoch,
    decision: command.decision,
  };
  add(story, { type: "decided", record });
  act(story, record, pending, { offered: command.offered ?? [], chosen: command.chosen ?? null }, command.nowMs);
}

/** [C51] What D1 said to a wish. The words that were decided for it are written now, if they still answer the lead. */
export function settleWish(story: Story, command: Of<"settle_wish">): void {
  const { wish, decision: record } = story.state;
  if (wish === null || wish.id !== command.wishId) return;
  const { result, grounds, nowMs } = command;
  if (grounds !== undefined) heedHours(story, grounds.businessHours);
  add(story, { type: "wish_settled", wishId: wish.id, came: result.came });
  if (result.came === "done") noteShowing(story, result.showing, nowMs);
  const stands = result.came === "done" && standsAsWished(story, wish.what, result.showing);
  if (stands && wish.what.kind === "confirm") add(story, { type: "showing_confirmed_by_lead" });
  if (result.came === "refused") {
    handOff(story, { code: "showing_refused", sentence: `${result.refusal.message} ${result.refusal.next}` }, nowMs);
    return;
  }
  const { state } = story;
  const isCurrent =
    record?.id === wish.decisionId && record.epoch === state.epoch && newestInbound(state) === wish.basis;
  if (!isCurrent || state.ownerMode !== "ai" || state.isSuppressed) return;
  if (result.came === "taken") insteadOfTaken(story, record, wish, command);
  else if (stands) write(story, record, wish, nowMs);
  else handOff(story, SHOWING_CHANGED, nowMs);
}

/**
 * [C51] A consumer may die between D1 and here, and its wish is carried out anew when it comes again: by then a person may have
 * cancelled the showing, or moved it, and what was decided is not true any more.
 */
function standsAsWished(story: Story, what: ShowingWish["what"], told: ToldShowing): boolean {
  const { showing } = story.state;
  const isSame = isLiving(showing) && showing.id === told.id;
  switch (what.kind) {
    case "book":
    case "move":
      return isSame && showing.startMs === what.time.startMs;
    case "confirm":
      return isSame && showing.status === "confirmed";
    case "ask_move":
      return isSame && showing.status === "reschedule_requested";
    default:
      return true;
  }
}

/** [C58] The time went to somebody else between offer and choice: other times are offered, or a person answers. */
function insteadOfTaken(story: Story, record: DecisionRecord, wish: ShowingWish, command: Of<"settle_wish">): void {
  const { instead, nowMs } = command;
  if (instead === null) {
    handOff(story, { code: "no_slots", sentence: "The time the lead chose is gone and none is open." }, nowMs);
    return;
  }
  const next: DecisionRecord = {
    ...record,
    id: `d${story.state.nextNumber}`,
    atMs: nowMs,
    decision: instead.decision,
  };
  add(story, { type: "decided", record: next });
  act(story, next, wish, { offered: instead.offered, chosen: null }, nowMs);
}

type Times = { readonly offered: readonly OfferedTime[]; readonly chosen: OfferedTime | null };

function act(story: Story, record: DecisionRecord, answered: Answered, times: Times, nowMs: number): void {
  const { decision } = record;
  const { nextAction } = decision;
  if (optsOutInAnger(decision)) suppressHere(story, OPTED_OUT, nowMs);
  if (nextAction === "suppress") suppressHere(story, decision.reason, nowMs);
  else if (nextAction === "ignore") return;
  else if (story.state.ownerMode !== "ai") tellOwner(story, decision, nowMs);
  else if (nextAction === "hand_off") handOff(story, decision.reason, nowMs, decision.risk);
  else {
    if (times.offered.length > 0) add(story, { type: "times_offered", times: times.offered });
    const what = wishOf(story, record, times.chosen);
    if (what === "person") handOff(story, { code: "showing_change", sentence: UNKNOWN_SHOWING }, nowMs);
    else if (what === null) write(story, record, answered, nowMs);
    else wish(story, record, answered, what);
  }
}

/** [C92] "Stop writing to me or I sue": a person must know, and nothing more leaves by itself. */
function optsOutInAnger({ nextAction, guardrails, risk }: Decision): boolean {
  const fires = (rule: string) => guardrails.some((id) => id.startsWith(rule));
  return nextAction === "hand_off" && risk !== "critical" && fires("T29") && (fires("T20") || fires("T21"));
}

/** [C51] What the decision asks of D1; null when it is only words; a person when it speaks of a showing nobody here knows. */
function wishOf(
  story: Story,
  { decision }: DecisionRecord,
  chosen: OfferedTime | null,
): ShowingWish["what"] | "person" | null {
  const { showing } = story.state;
  const showingId = isLiving(showing) ? showing.id : null;
  if (decision.nextAction === "book_slot") {
    if (chosen === null) return "person";
    return showingId === null ? { kind: "book", time: chosen } : { kind: "move", showingId, time: chosen };
  }
  const isOff = decision.intents.includes("cancel") || (decision.outcome === "not_interested" && showingId !== null);
  if (isOff) return showingId === null ? "person" : { kind: "cancel", showingId };
  // Our own words may still say that it is booked: nobody is thanked for coming to what a person cancelled.
  if (decision.reason.code === "confirmed") return showingId === null ? "person" : { kind: "confirm", showingId };
  if (showingId === null) return null;
  return decision.reason.code === "reschedule" ? { kind: "ask_move", showingId } : null;
}

function wish(
  story: Story,
  { id: decisionId, basis }: DecisionRecord,
  { isBacklog }: Answered,
  what: ShowingWish["what"],
) {
  add(story, { type: "showing_wished", wish: { id: nextId(story), decisionId, basis, isBacklog, what } });
}

/** [C12] [C25] A draft, or, where policy allows it, a queued send. */
function write(story: Story, record: DecisionRecord, { isBacklog }: Answered, nowMs: number): void {
  const body = record.decision.reply;
  if (body === null || body.length === 0) {
    handOff(story, { code: "nothing_to_say", sentence: "The assistant found no words for this." }, nowMs);
    return;
  }
  const { state } = story;
  const id = nextId(story);
  const author = { by: "assistant", decisionId: record.id } as const;
  const send = newSend({ id, body, author, epoch: state.epoch, basis: record.basis, createdAtMs: nowMs });
  add(story, { type: "send_written", send, idempotencyKey: null });
  if (record.sendMode === "auto_send" && !isBacklog) {
    tellSend(story, id, { do: "approve", by: "policy", body: null, basis: record.basis, releaseAtMs: nowMs }, nowMs);
    tellSend(story, id, { do: "tick", nowMs }, nowMs);
  }
  if (record.decision.outcome === "not_interested" && mayMove(state.workflowState, "outcome")) {
    add(story, { type: "moved", to: "outcome", outcome: "not_interested" });
  }
}

/** [C29] The human who owns the conversation has something to read, and [C84] something grave is told as what it is. */
function tellOwner(story: Story, { reason, risk }: Decision, nowMs: number): void {
  const isGrave = risk === "high" || risk === "critical";
  const sentence = "The lead wrote in a conversation that a person leads.";
  handOff(story, isGrave ? reason : { code: "lead_wrote", sentence }, nowMs, risk);
}

const OPTED_OUT = { code: "opt_out", sentence: "The lead asked not to be contacted any more." };
const UNKNOWN_SHOWING = "The lead speaks of a showing that is not on record here: please see to it.";
