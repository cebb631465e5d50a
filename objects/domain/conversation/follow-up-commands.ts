// What people do with a follow-up (C71): done, not this one, later. The same table refuses in the actor and greys the button.
import type { ConversationCommand } from "./command.ts";
import type { FollowUp } from "./follow-up.ts";
import { armFollowUp, changeFollowUp, closeStage } from "./follow-up-arming.ts";
import { pendingFollowUp } from "./follow-up-due.ts";
import { SNOOZE_MS_MAX } from "./limits.ts";
import type { ConversationRefusal } from "./refusal.ts";
import type { ConversationState } from "./state.ts";
import { type Story, tellSend } from "./story.ts";

type Of<Verb extends ConversationCommand["do"]> = Extract<ConversationCommand, { do: Verb }>;
export type FollowUpVerb = "complete" | "skip" | "snooze";

/** Null = allowed for the pending follow-up; otherwise why not, and what to do. */
export function allowedFollowUp(
  state: ConversationState,
  followUp: FollowUp,
): Readonly<Record<FollowUpVerb, ConversationRefusal | null>> {
  const text = state.sends.find(({ id }) => id === followUp.sendId)?.state ?? null;
  const leaving = text === "claimed" || text === "delivering" || text === "unknown" ? LEAVING : null;
  const isThere = text === "draft" || text === "approved" || text === "queued";
  return { complete: leaving, skip: leaving, snooze: leaving ?? (isThere ? WRITTEN : null) };
}

/** Done in another way, e.g. on the telephone. A second tap is the same. */
export function completeFollowUp(story: Story, command: Of<"complete_follow_up">): ConversationRefusal | null {
  return close(story, command, "completed", "done_by_hand");
}

/** This one is left out; what comes after it is armed. */
export function skipFollowUp(story: Story, command: Of<"skip_follow_up">): ConversationRefusal | null {
  return close(story, command, "cancelled", "skipped");
}

export function snoozeFollowUp(story: Story, command: Of<"snooze_follow_up">): ConversationRefusal | null {
  const { untilMs, nowMs } = command;
  const followUp = pendingFollowUp(story.state);
  if (followUp?.id !== command.followUpId) return refusalFor(story.state, command.followUpId);
  const refusal = allowedFollowUp(story.state, followUp).snooze;
  if (refusal !== null) return refusal;
  if (untilMs <= nowMs || untilMs > nowMs + SNOOZE_MS_MAX) return BAD_TIME;
  if (untilMs !== followUp.dueAtMs) changeFollowUp(story, followUp, "snoozed", "by_hand", { dueAtMs: untilMs });
  return null;
}

function close(
  story: Story,
  command: Of<"complete_follow_up"> | Of<"skip_follow_up">,
  status: "completed" | "cancelled",
  cause: string,
): ConversationRefusal | null {
  const { followUpId, nowMs } = command;
  const followUp = pendingFollowUp(story.state);
  if (followUp?.id !== followUpId) {
    const { closed } = story.state.followUps;
    return closed?.id === followUpId && closed.status === status ? null : refusalFor(story.state, followUpId);
  }
  const refusal = allowedFollowUp(story.state, followUp).complete;
  if (refusal !== null) return refusal;
  closeStage(story, followUp, status, cause);
  if (followUp.sendId !== null) {
    const reason = { code: cause, sentence: "A person took this follow-up over." };
    const text = story.state.sends.find(({ id }) => id === followUp.sendId)?.state;
    const isOpen = text === "draft" || text === "approved" || text === "queued";
    if (isOpen) tellSend(story, followUp.sendId, { do: "cancel", reason }, nowMs);
  }
  armFollowUp(story, followUp.occasion, nowMs);
  return null;
}

function refusalFor(state: ConversationState, followUpId: string): ConversationRefusal {
  const prefix = `${state.identity.conversationId}.f`;
  const number = followUpId.startsWith(prefix) ? Number(followUpId.slice(prefix.length)) : Number.NaN;
  return number >= 1 && number <= state.followUps.armed ? OVER : NO_SUCH;
}

const LEAVING: ConversationRefusal = {
  code: "NOT_NOW",
  message: "The text of this follow-up is being sent.",
  next: "Wait until it has arrived, or until it says why it did not.",
};
const WRITTEN: ConversationRefusal = {
  code: "NOT_NOW",
  message: "The text of this follow-up is written already.",
  next: "Approve or reject the draft, or skip the follow-up.",
};
const OVER: ConversationRefusal = {
  code: "NOT_NOW",
  message: "This follow-up is over: it was done, or something happened in the conversation.",
  next: "Load the list again.",
};
const NO_SUCH: ConversationRefusal = {
  code: "NOT_FOUND",
  message: "There is no such follow-up.",
  next: "Load the list again.",
};
const BAD_TIME: ConversationRefusal = {
  code: "NOT_NOW",
  message: "A follow-up can be put off to a time within the next 14 days.",
  next: "Choose another time.",
};
