// What every commit does to the follow-ups of a conversation (C60-C63, C68-C70, C73, C75): compared is the state before the
// command with the state it led to, so that whoever spoke, and by whatever way, the follow-up moves in the same commit.
import type { FollowUpOccasion } from "./follow-up.ts";
import { armFollowUp, changeFollowUp, closeStage, stopFollowUps } from "./follow-up-arming.ts";
import { noReplyAtMs, pendingFollowUp } from "./follow-up-due.ts";
import { BACKLOG_MS } from "./limits.ts";
import { type ConversationState, newestInbound, type StoredMessage, wordsOf } from "./state.ts";
import { add, cancelAssistantTexts, type Story, settleAnswer } from "./story.ts";
import { mayMove } from "./workflow.ts";

/** To be called last in every command. `before`: null for the first of a conversation. `command`: its verb and time. */
export function tendFollowUps(
  story: Story,
  before: ConversationState | null,
  command: { readonly do: string; readonly nowMs: number },
): void {
  // Read before anything is closed: what a showing that is over began goes on under its name.
  const occasion = pendingFollowUp(story.state)?.occasion ?? "unanswered";
  heedText(story, before, occasion, command);
  if (before !== null && newestInbound(before) !== newestInbound(story.state)) heedLead(story);
  heedEnd(story, before);
  heedOurWord(story, before, occasion, command.nowMs);
  heedOwner(story);
  if (command.do === "tick" || command.do === "restart") endInSilence(story, command.nowMs);
}

/** [C68] The text of the pending follow-up was seen, or [C70] a person took it away. */
function heedText(
  story: Story,
  before: ConversationState | null,
  occasion: FollowUpOccasion,
  { do: verb, nowMs }: { readonly do: string; readonly nowMs: number },
): void {
  const followUp = pendingFollowUp(story.state);
  if (followUp === null || followUp.sendId === null) return;
  const isText = ({ id }: { readonly id: string }) => id === followUp.sendId;
  const text = story.state.sends.find(isText)?.state;
  if (text === before?.sends.find(isText)?.state) return;
  if (text === "sent") closeStage(story, followUp, "completed", "sent");
  else if (text === "rejected" || (text === "cancelled" && verb === "cancel_send")) {
    closeStage(story, followUp, "cancelled", text === "rejected" ? "rejected" : "taken_back");
    armFollowUp(story, occasion, nowMs);
  }
}

/** [C62] A lead who wrote is followed up no more, and the conversation is one with a lead again. */
function heedLead(story: Story): void {
  stopFollowUps(story, "lead_wrote");
  const { workflowState } = story.state;
  if (workflowState === "follow_up_1" || workflowState === "follow_up_2") {
    add(story, { type: "moved", to: "lead", outcome: null });
  }
}

/** [C75] Nothing is followed up after the end, nor from the moment a showing is agreed. */
function heedEnd(story: Story, before: ConversationState | null): void {
  const { isSuppressed, workflowState } = story.state;
  if (isSuppressed) stopFollowUps(story, "suppressed");
  else if (workflowState === "outcome") stopFollowUps(story, "outcome");
  else if (workflowState === "showing" && before?.workflowState !== "showing") stopFollowUps(story, "showing");
}

/** [C60] [C63] [C69] Somebody of ours has the last word, and it is new, or the lead's word before it is. */
function heedOurWord(story: Story, before: ConversationState | null, occasion: FollowUpOccasion, nowMs: number): void {
  const { state } = story;
  if (before?.messages === state.messages) return;
  const word = wordsOf(state).at(-1);
  if (word?.side !== "us" || !isNews(word, before, state)) return;
  const followUp = pendingFollowUp(state);
  if (followUp !== null && followUp.dueAtMs <= nowMs && word.author !== "assistant") {
    closeStage(story, followUp, "completed", "person_wrote");
  }
  const isFirstRead = before === null || before.messages.length === 0;
  if (!isFirstRead) armFollowUp(story, occasion, nowMs);
  else if (isKnownRecent(word, nowMs)) armFollowUp(story, occasion, spokenAtMs(word, nowMs));
}

/** [C73] */
function heedOwner(story: Story): void {
  const followUp = pendingFollowUp(story.state);
  const { agentId: ownerId } = story.state;
  if (followUp !== null && followUp.ownerId !== ownerId) {
    changeFollowUp(story, followUp, "reassigned", "linked", { ownerId });
  }
}

/** [C68] Without a text: the conversation ends, until the lead writes after all (C7). */
function endInSilence(story: Story, nowMs: number): void {
  const atMs = noReplyAtMs(story.state);
  if (atMs === null || nowMs < atMs) return;
  add(story, { type: "no_reply_due", atMs: null });
  if (!mayMove(story.state.workflowState, "outcome")) return;
  add(story, { type: "moved", to: "outcome", outcome: "no_reply" });
  settleAnswer(story);
  cancelAssistantTexts(story, { code: "no_reply", sentence: "The lead did not answer any more." }, nowMs);
}

function isNews(word: StoredMessage, before: ConversationState | null, after: ConversationState): boolean {
  if (before === null || !before.messages.some(({ key }) => key === word.key)) return true;
  return newestInbound(before) !== newestInbound(after);
}

/** [C61] A thread that was there before us is followed up only when its last word is known to be recent. */
function isKnownRecent({ sentAt }: StoredMessage, nowMs: number): boolean {
  return sentAt.ms !== null && nowMs - sentAt.ms <= BACKLOG_MS;
}

/** A date without a clock says nothing about the hour: then the time counts from which we know it. */
function spokenAtMs({ sentAt }: StoredMessage, nowMs: number): number {
  const isClock = sentAt.precision === "exact" || sentAt.precision === "minute";
  return isClock && sentAt.ms !== null ? Math.min(sentAt.ms, nowMs) : nowMs;
}
