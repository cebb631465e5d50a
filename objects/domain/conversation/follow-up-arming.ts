// The moves that several ways of ending a follow-up share: arming the next one, writing down what became of one, and ending its
// stage (C60, C68, C75). Decides nothing about when.
import type { FollowUp, FollowUpChange, FollowUpOccasion, FollowUpStage } from "./follow-up.ts";
import { episodeOf, pendingFollowUp } from "./follow-up-due.ts";
import { FOLLOW_UP_1_AFTER_MS, FOLLOW_UP_2_AFTER_MS, NO_REPLY_AFTER_MS } from "./limits.ts";
import { add, type Story } from "./story.ts";
import { mayMove, type WorkflowState } from "./workflow.ts";

const AFTER_MS: Readonly<Record<FollowUpStage, number>> = {
  follow_up_1: FOLLOW_UP_1_AFTER_MS,
  follow_up_2: FOLLOW_UP_2_AFTER_MS,
};

/**
 * [C60] Arms what comes next, counted from `fromMs`, instead of what waits. For a showing that is over: to be called while the
 * conversation stands in `showing` or `lead`; its text then moves it to `follow_up_1`. Suppressed or ended, nothing is armed.
 */
export function armFollowUp(story: Story, occasion: FollowUpOccasion, fromMs: number): void {
  const { state } = story;
  if (state.isSuppressed || state.workflowState === "outcome") return;
  stopFollowUps(story, "armed_anew");
  const stage = nextStage(state.workflowState, occasion);
  if (stage === null) return;
  if (stage === "no_reply") {
    add(story, { type: "no_reply_due", atMs: fromMs + NO_REPLY_AFTER_MS });
    return;
  }
  const followUp: FollowUp = {
    id: `${state.identity.conversationId}.f${state.followUps.armed + 1}`,
    stage,
    occasion,
    episode: episodeOf(state),
    dueAtMs: fromMs + AFTER_MS[stage],
    ownerId: state.agentId,
    status: "pending",
    sendId: null,
    leftToPerson: null,
    facts: [],
    zone: null,
  };
  add(story, { type: "follow_up_armed", followUp });
}

/** Writes down what became of the pending follow-up. */
export function changeFollowUp(
  story: Story,
  followUp: FollowUp,
  change: FollowUpChange,
  cause: string,
  more: Partial<FollowUp> = {},
): void {
  add(story, { type: "follow_up_changed", change, cause, followUp: { ...followUp, ...more } });
}

/** [C68] [C70] The stage is over, done or not: the conversation stands there now. */
export function closeStage(story: Story, followUp: FollowUp, status: "completed" | "cancelled", cause: string): void {
  changeFollowUp(story, followUp, status, cause, { status });
  if (mayMove(story.state.workflowState, followUp.stage)) {
    add(story, { type: "moved", to: followUp.stage, outcome: null });
  }
}

/** Nothing waits any more: neither for words nor for silence. */
export function stopFollowUps(story: Story, cause: string): void {
  const followUp = pendingFollowUp(story.state);
  if (followUp !== null) changeFollowUp(story, followUp, "cancelled", cause, { status: "cancelled" });
  if (story.state.followUps.noReplyAtMs !== null) add(story, { type: "no_reply_due", atMs: null });
}

/** Null: nothing is armed from here. In `showing` reminders speak, except for what a showing that is over began. */
function nextStage(from: WorkflowState, occasion: FollowUpOccasion): FollowUpStage | "no_reply" | null {
  if (from === "lead") return "follow_up_1";
  if (from === "follow_up_1") return "follow_up_2";
  if (from === "follow_up_2") return "no_reply";
  return from === "showing" && occasion !== "unanswered" ? "follow_up_1" : null;
}
