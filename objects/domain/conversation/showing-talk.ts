// What showings do to the talk: the showing that D1 tells of, the questions whether it stands, and the agent who must know (C51-C58).
import { newSend } from "../sending/evolve.ts";
import { beforeStart } from "../showing/refusal.ts";
import type { Outcome } from "../triage/decision.ts";
import type { ConversationCommand } from "./command.ts";
import { armFollowUp } from "./follow-up-arming.ts";
import {
  type Ask,
  type EndOfShowing,
  isLiving,
  isToCome,
  type LeadShowing,
  type ToldShowing,
  withAsks,
} from "./showing.ts";
import { withdrawOvertaken } from "./showing-overtaken.ts";
import { type ConversationState, newestInbound } from "./state.ts";
import { add, handOff, nextId, type Story, tellSend } from "./story.ts";
import { mayMove } from "./workflow.ts";

type Of<Verb extends ConversationCommand["do"]> = Extract<ConversationCommand, { do: Verb }>;

/** The question that comes next, or null. A suppressed lead is asked nothing, and a person who leads asks by themselves. */
export function nextAsk(state: ConversationState): Ask | null {
  if (state.isSuppressed || state.ownerMode === "human" || !isLiving(state.showing)) return null;
  return state.showing.asks[0] ?? null;
}

/** [C52] Takes over what D1 says of the showing, unless it is known, or older, or of a showing that matters less. */
export function noteShowing(story: Story, told: ToldShowing, nowMs: number): void {
  const known = story.state.showing;
  if (known?.id === told.id ? told.sequence < known.sequence : !mattersMore(told, known)) return;
  const isSame = known?.id === told.id && known.sequence === told.sequence;
  if (!isSame) add(story, { type: "showing_told", showing: withAsks(told, nowMs) });
  // [C59] It is over: what follows is a word to the lead, in time.
  const { status } = told;
  if (!isSame && (status === "no_show" || status === "completed")) armFollowUp(story, status, nowMs);
  const { workflowState } = story.state;
  const isBooked = told.status === "confirmed" || told.status === "pending";
  if (isBooked && mayMove(workflowState, "showing")) {
    const outcome = told.status === "confirmed" ? "showing_confirmed" : null;
    add(story, { type: "moved", to: "showing", outcome });
  }
  if (told.status === "cancelled" && workflowState === "showing") {
    add(story, { type: "moved", to: "lead", outcome: null });
  }
}

/** Of several showings of one lead the talk is about the next one; one that is over is news only to who knows it. */
function mattersMore(told: ToldShowing, known: LeadShowing | null): boolean {
  return isToCome(told.status) && (!isLiving(known) || told.startMs < known.startMs);
}

/** [C52] A person of ours changed it; [C91] what was about to be said of it may not be true any more. */
export function tellShowing(story: Story, command: Of<"tell_showing">): void {
  const before = story.state.showing;
  noteShowing(story, command.showing, command.nowMs);
  withdrawOvertaken(story, before, command.nowMs);
}

/** [C56] Writes the question, once; a person who leads the talk, a lead who said yes and a showing that began get none. */
export function recordAsk(story: Story, command: Of<"record_ask">): void {
  const { state } = story;
  const ask = nextAsk(state);
  const { showing } = state;
  if (ask === null || showing === null || showing.id !== command.showingId || ask.stage !== command.stage) return;
  const { nowMs } = command;
  if (nowMs < ask.dueAtMs) return;
  const isWritten = nowMs < showing.startMs && showing.status === "confirmed";
  add(story, { type: "showing_asked", stage: ask.stage, isWritten });
  if (!isWritten) return;
  const id = nextId(story);
  const author = { by: "assistant", decisionId: `${showing.id}.${ask.stage}` } as const;
  const basis = newestInbound(story.state);
  const send = newSend({ id, body: command.body, author, epoch: state.epoch, basis, createdAtMs: nowMs });
  add(story, { type: "send_written", send, idempotencyKey: null });
  if (command.sendMode !== "auto_send") return;
  tellSend(story, id, { do: "approve", by: "policy", body: null, basis, releaseAtMs: nowMs }, nowMs);
  tellSend(story, id, { do: "tick", nowMs }, nowMs);
}

/** [C57] Nobody said that the showing stands, and it is near: the agent is told, once. */
export function tellAgentWhenDue(story: Story, nowMs: number): void {
  const { showing, isSuppressed } = story.state;
  if (showing === null || showing.tellAgentAtMs === null || nowMs < showing.tellAgentAtMs) return;
  add(story, { type: "agent_told_unconfirmed" });
  if (isSuppressed || !isLiving(showing) || nowMs >= showing.startMs) return;
  const sentence = "The lead did not confirm the showing that is about to begin. Call, or decide whether to go.";
  handOff(story, { code: "showing_unconfirmed", sentence }, nowMs);
}

const END_BY_OUTCOME: Partial<Record<Outcome, EndOfShowing>> = {
  not_interested: "cancel",
  wants_reschedule: "ask_move",
  no_show: "no_show",
  completed: "completed",
};

/** [C90] What a showing that is ahead came to cannot be said yet; null: the outcome may be set. */
export function outcomeTooEarly({ showing }: ConversationState, outcome: Outcome, nowMs: number) {
  if (!isLiving(showing) || (outcome !== "no_show" && outcome !== "completed")) return null;
  return beforeStart(outcome, showing.startMs, nowMs);
}

/** [C79] An outcome that a person sets says what became of the showing, too. Nothing is said to the lead by it. */
export function endShowingBy(story: Story, outcome: Outcome): void {
  const { showing, wish } = story.state;
  const kind = END_BY_OUTCOME[outcome];
  if (kind === undefined || wish !== null || !isLiving(showing)) return;
  const basis = newestInbound(story.state) ?? "";
  const what = { kind, showingId: showing.id };
  add(story, { type: "showing_wished", wish: { id: nextId(story), decisionId: "", basis, isBacklog: false, what } });
}
