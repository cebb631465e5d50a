// What people at the workboard do: reply, approve, reject, undo, outcome, owner, link (C15, C18-C21, C27).

import { newSend } from "../sending/evolve.ts";
import { allowed } from "./allowed.ts";
import type { ConversationCommand } from "./command.ts";
import { isNotable, refuseText, type TextCheck, UNCHECKED } from "./let-through.ts";
import type { ConversationRefusal } from "./refusal.ts";
import { endShowingBy, outcomeTooEarly } from "./showing-talk.ts";
import { type ConversationState, isLeadWaiting, newestInbound } from "./state.ts";
import { add, cancelAssistantTexts, changeOwner, closeHandOff, type Story, settleAnswer, tellSend } from "./story.ts";

type Of<Verb extends ConversationCommand["do"]> = Extract<ConversationCommand, { do: Verb }>;

/** [C15] [C19] [C20] Writes an agent's reply; it leaves after the hold. */
export function reply(story: Story, command: Of<"reply">): ConversationRefusal | null {
  const { state } = story;
  const known = state.sends.find((send) => send.id === state.replyKeys[command.idempotencyKey]);
  if (known !== undefined) return (known.draftedBody ?? known.body) === command.body ? null : KEY_REUSED;
  const { textCheck = UNCHECKED } = command;
  const refusal = allowed(state).reply ?? refuseText(command.body, textCheck) ?? refuseToAnswerPast(state, command);
  if (refusal !== null) return refusal;
  changeOwner(story, "human", "agent_replied", command.nowMs);
  closeHandOff(story);
  settleAnswer(story);
  const id = `${state.identity.conversationId}.${story.state.nextNumber}`;
  const basis = newestInbound(story.state);
  const send = newSend({
    id,
    body: command.body,
    author: { by: "agent", userId: command.userId },
    epoch: story.state.epoch,
    basis,
    createdAtMs: command.nowMs,
  });
  add(story, { type: "send_written", send, idempotencyKey: command.idempotencyKey });
  noteLetThrough(story, id, textCheck);
  return approveAndRelease(story, id, command.userId, null, command.nowMs);
}

/** Approves a draft, edited when `body` is given. */
export function approveDraft(story: Story, command: Of<"approve_draft">): ConversationRefusal | null {
  const send = story.state.sends.find((candidate) => candidate.id === command.sendId);
  if (send !== undefined && story.state.isSuppressed) return allowed(story.state).reply;
  // A second tap on the same button is the same approval.
  if (send?.approvedBy === command.userId && (command.body === null || command.body === send.body)) return null;
  const { textCheck = UNCHECKED } = command;
  const refused = command.body === null ? null : refuseText(command.body, textCheck);
  if (refused !== null) return refused;
  const refusal = approveAndRelease(story, command.sendId, command.userId, command.body, command.nowMs);
  if (refusal === null) noteLetThrough(story, command.sendId, textCheck);
  return refusal;
}

export function rejectDraft(story: Story, command: Of<"reject_draft">): ConversationRefusal | null {
  const send = story.state.sends.find((candidate) => candidate.id === command.sendId);
  if (send?.state === "rejected") return null;
  return tellSend(story, command.sendId, { do: "reject" }, command.nowMs);
}

export function cancelSend(story: Story, command: Of<"cancel_send">): ConversationRefusal | null {
  const reason = { code: "undone", sentence: "An agent took it back." };
  return tellSend(story, command.sendId, { do: "cancel", reason }, command.nowMs);
}

export function setOutcome(story: Story, command: Of<"set_outcome">): ConversationRefusal | null {
  const { state } = story;
  if (state.workflowState === "outcome" && state.outcome === command.outcome) return null;
  const early = outcomeTooEarly(state, command.outcome, command.nowMs);
  if (early !== null) return early;
  add(story, { type: "moved", to: "outcome", outcome: command.outcome });
  endShowingBy(story, command.outcome);
  closeHandOff(story);
  settleAnswer(story);
  cancelAssistantTexts(story, { code: "outcome_set", sentence: "The conversation ended." }, command.nowMs);
  return null;
}

export function reopen(story: Story): ConversationRefusal | null {
  const refusal = allowed(story.state).reopen;
  if (refusal !== null) return refusal;
  add(story, { type: "moved", to: "lead", outcome: null });
  return null;
}

/** [C18] Giving back closes the hand-off and makes an answer due when the lead wrote last. */
export function setOwner(story: Story, command: Of<"set_owner">): ConversationRefusal | null {
  const { state } = story;
  if (state.ownerMode === command.mode) return null;
  const refusal = command.mode === "human" ? allowed(state).takeOver : allowed(state).giveBack;
  if (refusal !== null) return refusal;
  changeOwner(story, command.mode, command.mode === "human" ? "taken_over" : "given_back", command.nowMs);
  if (command.mode === "human") return null;
  closeHandOff(story);
  const basis = newestInbound(story.state);
  if (command.mode === "ai" && basis !== null && isLeadWaiting(story.state)) {
    const { nowMs } = command;
    add(story, { type: "answer_due", pending: { basis, dueAtMs: nowMs, burstSinceMs: nowMs, isBacklog: false } });
  }
  return null;
}

export function linkUnit(story: Story, command: Of<"link_unit">): ConversationRefusal | null {
  const { state } = story;
  if (state.isLinkedByHand && state.unitId === command.unitId && state.agentId === command.agentId) return null;
  add(story, { type: "linked", unitId: command.unitId, agentId: command.agentId, isByHand: true });
  return null;
}

function noteLetThrough(story: Story, sendId: string, { letThrough }: TextCheck): void {
  if (isNotable(letThrough)) add(story, { type: "text_let_through", sendId, letThrough });
}

function approveAndRelease(
  story: Story,
  sendId: string,
  by: string,
  body: string | null,
  nowMs: number,
): ConversationRefusal | null {
  const releaseAtMs = nowMs + story.state.approvalHoldMs;
  const basis = newestInbound(story.state);
  const refusal = tellSend(story, sendId, { do: "approve", by, body, basis, releaseAtMs }, nowMs);
  if (refusal !== null) return refusal;
  return tellSend(story, sendId, { do: "tick", nowMs }, nowMs);
}

function refuseToAnswerPast(state: ConversationState, command: Of<"reply">): ConversationRefusal | null {
  const newest = newestInbound(state);
  if (command.answering !== undefined && command.answering !== newest) {
    return {
      code: "NEW_INBOUND",
      message: "The lead wrote again while you were writing.",
      next: "Read the new message, then send your answer.",
    };
  }
  const answered = state.sends.some(
    (send) =>
      send.author.by === "agent" &&
      send.author.userId !== command.userId &&
      send.basis === newest &&
      !["draft", "cancelled", "rejected"].includes(send.state),
  );
  if (!answered || command.isConfirmed) return null;
  return {
    code: "ANSWERED_MEANWHILE",
    message: "A colleague answered this message already.",
    next: "Read that answer; confirm if yours should go out as well.",
  };
}

const KEY_REUSED: ConversationRefusal = {
  code: "IDEMPOTENCY_KEY_REUSED",
  message: "This Idempotency-Key was used for another text.",
  next: "Send a new text with a new key.",
};
