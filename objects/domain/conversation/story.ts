// Collects the events of one command while keeping the state they lead to, so that a later step sees an earlier one.
// Also holds the moves that several commands share: every change of owner, every hand-off, every end of a text.

import type { SendCommand } from "../sending/command.ts";
import { decideSend, isBeforeClick } from "../sending/decide.ts";
import type { Reason, Risk } from "../triage/decision.ts";
import { type BusinessHours, deadlineOf } from "./business-hours.ts";
import type { ConversationEvent, OwnerChangeCause } from "./event.ts";
import { evolve } from "./evolve.ts";
import { isGraver, NOT_ACKNOWLEDGED } from "./hand-off.ts";
import type { ConversationRefusal } from "./refusal.ts";
import type { ConversationState, OwnerMode } from "./state.ts";

export type Story = { state: ConversationState; readonly events: ConversationEvent[] };

export function beginStory(state: ConversationState): Story {
  return { state, events: [] };
}

export function add(story: Story, event: ConversationEvent): void {
  story.events.push(event);
  story.state = evolve(story.state, event);
}

/** The id of the next send or wish. */
export function nextId({ state }: Story): string {
  return `${state.identity.conversationId}.${state.nextNumber}`;
}

/**
 * Passes a command to one send. Returns its refusal, or null. [C23] A send that fails opens a hand-off, and [C30] so does
 * one whose text shows twice.
 */
export function tellSend(
  story: Story,
  sendId: string,
  command: SendCommand,
  nowMs: number,
): ConversationRefusal | null {
  const send = story.state.sends.find((candidate) => candidate.id === sendId);
  if (send === undefined)
    return { code: "NOT_FOUND", message: "There is no such draft or send.", next: "Reload the conversation." };
  const decided = decideSend(send, command);
  if (!decided.ok) return decided.error;
  for (const event of decided.value) {
    add(story, { type: "send", sendId, event });
    if (event.happened === "failed") {
      const reason = { code: "send_failed", sentence: `${event.failure.message} ${event.failure.next}` };
      handOff(story, reason, nowMs);
    }
    if (event.happened === "duplicated") handOff(story, SHOWN_TWICE, nowMs);
  }
  return null;
}

/** [C14] Raises the epoch and cancels the assistant's texts that were not clicked. Nothing happens when the mode stays. */
export function changeOwner(story: Story, mode: OwnerMode, cause: OwnerChangeCause, nowMs: number): void {
  if (story.state.ownerMode === mode) return;
  add(story, { type: "owner_changed", mode, cause });
  cancelAssistantTexts(story, { code: cause, sentence: "Somebody else speaks for us now." }, nowMs);
}

/**
 * [C17] Opens a hand-off unless one is open, and makes the conversation human-owned. [C84] A graver reason raises the open one,
 * and danger is due at once, whatever the hours.
 */
export function handOff(story: Story, reason: Reason, nowMs: number, risk: Risk = "medium"): void {
  const { handOff: open, businessHours } = story.state;
  const dueAtMs = risk === "critical" ? nowMs : deadlineOf(businessHours, nowMs);
  if (open === null) {
    const told = { summary: [], acknowledgement: NOT_ACKNOWLEDGED };
    add(story, {
      type: "hand_off_opened",
      handOff: { reason, risk, openedAtMs: nowMs, deadlineAtMs: dueAtMs, ...told },
    });
  } else if (isGraver(risk, open.risk)) {
    const deadlineAtMs = risk === "critical" ? Math.min(open.deadlineAtMs, nowMs) : open.deadlineAtMs;
    add(story, { type: "hand_off_raised", reason, risk, deadlineAtMs });
  }
  changeOwner(story, "human", "handed_off", nowMs);
}

/** [C82] A change of the hours counts with the next decision, not only with the next read of the thread. */
export function heedHours(story: Story, businessHours: BusinessHours | null): void {
  const { quietWindowMs, approvalHoldMs, businessHours: held } = story.state;
  if (JSON.stringify(held) === JSON.stringify(businessHours)) return;
  add(story, { type: "configured", quietWindowMs, approvalHoldMs, businessHours });
}

export function closeHandOff(story: Story): void {
  if (story.state.handOff !== null) add(story, { type: "hand_off_closed" });
}

export function settleAnswer(story: Story): void {
  if (story.state.pending !== null) add(story, { type: "answer_settled" });
}

export function cancelAssistantTexts(story: Story, reason: Reason, nowMs: number): void {
  for (const send of story.state.sends) {
    if (send.author.by === "assistant" && isBeforeClick(send))
      tellSend(story, send.id, { do: "cancel", reason }, nowMs);
  }
}

export function cancelAllTexts(story: Story, reason: Reason, nowMs: number): void {
  for (const send of story.state.sends) {
    if (isBeforeClick(send)) tellSend(story, send.id, { do: "cancel", reason }, nowMs);
  }
}

const SHOWN_TWICE: Reason = {
  code: "shown_twice",
  sentence:
    "A text of ours stands twice on the platform. Look at the thread there, and tell the lead if it needs a word.",
};
