// What a decision does to the conversation (C11-C13, C21, C25, C29): a draft, a queued send, a hand-off, or nothing.
import { newSend } from "../sending/evolve.ts";
import type { ConversationCommand } from "./command.ts";
import type { DecisionRecord, PendingAnswer } from "./state.ts";
import { add, handOff, type Story, tellSend } from "./story.ts";
import { suppressHere } from "./suppression.ts";
import { mayMove } from "./workflow.ts";

type RecordCommand = Extract<ConversationCommand, { do: "record_decision" }>;

/** [C11] Records a decision for what is pending; anything else is ignored. */
export function recordDecision(story: Story, command: RecordCommand): void {
  const { pending } = story.state;
  if (pending === null || pending.basis !== command.basis) return;
  const record: DecisionRecord = {
    id: `d${story.state.nextNumber}`,
    basis: command.basis,
    atMs: command.nowMs,
    provider: command.provider,
    sendMode: command.sendMode,
    epoch: story.state.epoch,
    decision: command.decision,
  };
  add(story, { type: "decided", record });
  act(story, record, pending, command.nowMs);
}

function act(story: Story, record: DecisionRecord, pending: PendingAnswer, nowMs: number): void {
  const { decision } = record;
  const { nextAction } = decision;
  if (nextAction === "suppress") suppressHere(story, decision.reason, nowMs);
  else if (nextAction === "ignore") return;
  else if (story.state.ownerMode !== "ai") tellOwner(story, nowMs);
  else if (nextAction === "hand_off") handOff(story, decision.reason, nowMs);
  else if (nextAction === "book_slot") {
    // A time was chosen; until the assistant books by itself, the agent does.
    handOff(story, { code: "slot_chosen", sentence: "The lead chose a time: please book it." }, nowMs);
  } else if (decision.intents.includes("cancel")) {
    handOff(
      story,
      { code: "showing_change", sentence: "The lead cancels a showing: please take it off the day." },
      nowMs,
    );
  } else write(story, record, pending, nowMs);
}

/** [C12] [C25] A draft, or, where policy allows it, a queued send. */
function write(story: Story, record: DecisionRecord, pending: PendingAnswer, nowMs: number): void {
  const body = record.decision.reply;
  if (body === null || body.length === 0) {
    handOff(story, { code: "nothing_to_say", sentence: "The assistant found no words for this." }, nowMs);
    return;
  }
  const { state } = story;
  const id = `${state.identity.conversationId}.${state.nextNumber}`;
  const author = { by: "assistant", decisionId: record.id } as const;
  const send = newSend({ id, body, author, epoch: state.epoch, basis: record.basis, createdAtMs: nowMs });
  add(story, { type: "send_written", send, idempotencyKey: null });
  if (record.sendMode === "auto_send" && !pending.isBacklog) {
    tellSend(story, id, { do: "approve", by: "policy", body: null, basis: record.basis, releaseAtMs: nowMs }, nowMs);
    tellSend(story, id, { do: "tick", nowMs }, nowMs);
  }
  if (record.decision.outcome === "not_interested" && mayMove(state.workflowState, "outcome")) {
    add(story, { type: "moved", to: "outcome", outcome: "not_interested" });
  }
}

/** [C29] The human who owns the conversation has something to read. */
function tellOwner(story: Story, nowMs: number): void {
  const sentence = "The lead wrote in a conversation that a person leads.";
  handOff(story, { code: "lead_wrote", sentence }, nowMs);
}
