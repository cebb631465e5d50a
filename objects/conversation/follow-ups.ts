// The follow-ups of a conversation as others see them: for its workboard, for the consumer that finds the words, for D1.
// Reads state and events, changes nothing.
import type { FollowUpAct, FollowUpRequest, FollowUpRow } from "#contracts/actors";
import type { FollowUpView } from "#contracts/api/follow-up";
import type { ConversationCommand } from "#domain/conversation/command";
import type { FollowUp } from "#domain/conversation/follow-up";
import { allowedFollowUp } from "#domain/conversation/follow-up-commands";
import { followUpToWrite, pendingFollowUp } from "#domain/conversation/follow-up-due";
import { type ConversationState, type StoredMessage, wordsOf } from "#domain/conversation/state";
import type { LoggedEvent } from "./log.ts";

/** The follow-up that is still to be done; null while there is none. */
export function followUpView(state: ConversationState): FollowUpView | null {
  const followUp = pendingFollowUp(state);
  if (followUp === null) return null;
  const { id, stage, status, occasion, dueAtMs, sendId, leftToPerson } = followUp;
  return {
    id,
    stage,
    status,
    occasion,
    dueAt: new Date(dueAtMs).toISOString(),
    writer: writerOf(state, followUp),
    sendId,
    leftToPerson,
    actions: allowedFollowUp(state, followUp),
  };
}

/** What the words of the follow-up are made from that is due at `nowMs`; null when the assistant has none to write. */
export function followUpRequestOf(state: ConversationState, nowMs: number): FollowUpRequest | null {
  const followUp = followUpToWrite(state);
  if (followUp === null || nowMs < followUp.dueAtMs) return null;
  const { episode, stage, occasion } = followUp;
  const spoken = wordsOf(state);
  const heardAt = spoken.findLastIndex(({ side }) => side === "lead");
  const decision = state.decision?.basis === episode ? state.decision.decision : null;
  return {
    episode,
    stage,
    occasion,
    accountId: state.identity.accountId,
    unitId: state.unitId,
    leadName: state.leadName,
    history: spoken.map((message) => ({ from: message.side === "lead" ? "lead" : "us", text: message.body })),
    answered: spoken
      .slice(heardAt + 1)
      .filter((message) => !isFollowUp(state, message))
      .map(({ body }) => body),
    decision: decision === null ? null : { intents: decision.intents, risk: decision.risk },
    isFirstOfAssistant: !spoken.some(({ author }) => author === "assistant"),
  };
}

/** What a person does, in the machine's own words. */
export function followUpCommand(
  userId: string,
  followUpId: string,
  act: FollowUpAct,
  nowMs: number,
): ConversationCommand {
  const who = { userId, followUpId, nowMs };
  if (act.act === "snooze") return { do: "snooze_follow_up", ...who, untilMs: act.untilMs };
  return { do: act.act === "complete" ? "complete_follow_up" : "skip_follow_up", ...who };
}

/**
 * The follow-ups that a batch of events changed, each as it is after the last of them, and always the one that is to be done: who
 * writes that one changes with the talk, without an event of its own.
 */
export function followUpRowsOf(state: ConversationState, events: readonly LoggedEvent[]): readonly FollowUpRow[] {
  const changed = events.flatMap(({ event }) =>
    event.type === "follow_up_armed" || event.type === "follow_up_changed" ? [event.followUp] : [],
  );
  const pending = pendingFollowUp(state);
  const all = pending === null ? changed : [...changed, pending];
  const newest = new Map(all.map((followUp) => [followUp.id, followUp]));
  return [...newest.values()].map((followUp) => {
    const { id, stage, episode, dueAtMs, ownerId, status, leftToPerson } = followUp;
    return { id, stage, episode, dueAtMs, ownerId, status, leftToPerson, writer: writerOf(state, followUp) };
  });
}

/** The assistant, where it has the words already or is to find them; otherwise the agent. */
function writerOf(state: ConversationState, { id, sendId }: FollowUp): FollowUpView["writer"] {
  const isAssistants = followUpToWrite(state)?.id === id || hasLivingText(state, sendId);
  return isAssistants ? "assistant" : "agent";
}

function hasLivingText(state: ConversationState, sendId: string | null): boolean {
  const text = state.sends.find(({ id }) => id === sendId)?.state ?? "cancelled";
  return !["sent", "failed", "cancelled", "rejected"].includes(text);
}

function isFollowUp(state: ConversationState, message: StoredMessage): boolean {
  const author = state.sends.find(({ id }) => id === message.sendId)?.author;
  return author !== undefined && "followUpId" in author;
}
