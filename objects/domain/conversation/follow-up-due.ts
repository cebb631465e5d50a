// What the follow-ups of a conversation wait for, read from its state alone (C64, C68, C76): wanted jobs, the next tick and
// the commands all ask here, so that none of them believes something else.
import { type FollowUp, NO_INBOUND } from "./follow-up.ts";
import { type ConversationState, isLeadWaiting, newestInbound } from "./state.ts";

const UNDER_WAY: ReadonlySet<string> = new Set(["approved", "queued", "claimed", "delivering", "unknown"]);

/** The follow-up that is still to be done, or null. There is never more than one. */
export function pendingFollowUp(state: ConversationState): FollowUp | null {
  const { current } = state.followUps;
  return current?.status === "pending" ? current : null;
}

/** The episode that the conversation is in now. */
export function episodeOf(state: ConversationState): string {
  return newestInbound(state) ?? NO_INBOUND;
}

/** [C64] [C65] [C76] The follow-up for which the assistant is to find the words as soon as it is due; null: none. */
export function followUpToWrite(state: ConversationState): FollowUp | null {
  const followUp = pendingFollowUp(state);
  if (followUp === null || followUp.sendId !== null || followUp.leftToPerson !== null) return null;
  if (state.ownerMode === "human" || state.pending !== null || isTextUnderWay(state)) return null;
  if (followUp.occasion === "unanswered" && isLeadWaiting(state)) return null;
  const { written } = state.followUps;
  const isWritten = written?.episode === followUp.episode && written.stages.includes(followUp.stage);
  return isWritten ? null : followUp;
}

/** [C68] [C76] When the silence of the lead ends the conversation; null while it does not. */
export function noReplyAtMs(state: ConversationState): number | null {
  return isTextUnderWay(state) ? null : state.followUps.noReplyAtMs;
}

/** A text of ours that may still arrive, and would change what the lead is silent about. */
function isTextUnderWay(state: ConversationState): boolean {
  return state.sends.some((send) => UNDER_WAY.has(send.state));
}
