// What a due follow-up does to the conversation (C64-C67, C72, C74): a draft, a queued send, a wait for the morning, or work
// for a person. The words are triage's; whether they may be said now is decided here.
import { newSend } from "../sending/evolve.ts";
import type { Send } from "../sending/send.ts";
import type { ConversationCommand } from "./command.ts";
import { changeFollowUp } from "./follow-up-arming.ts";
import { episodeOf, followUpToWrite, pendingFollowUp } from "./follow-up-due.ts";
import { LEAD_AWAKE_MS } from "./limits.ts";
import { quietUntilMs } from "./quiet-hours.ts";
import { type ConversationState, newestInbound } from "./state.ts";
import { add, type Story, tellSend } from "./story.ts";

type RecordCommand = Extract<ConversationCommand, { do: "record_follow_up" }>;

/** [C65] Records the words for the follow-up that is due; for any other they are ignored. */
export function recordFollowUp(story: Story, command: RecordCommand): void {
  const followUp = followUpToWrite(story.state);
  if (followUp === null || followUp.episode !== episodeOf(story.state)) return;
  if (followUp.episode !== command.episode || followUp.stage !== command.stage) return;
  const { text, zone, nowMs } = command;
  if (nowMs < followUp.dueAtMs) return;
  if (text.kind === "person") {
    changeFollowUp(story, followUp, "left_to_person", text.reason.code, { leftToPerson: text.reason });
    return;
  }
  const dayAtMs = dayForUnasked(story.state, zone, nowMs);
  if (dayAtMs !== null) {
    changeFollowUp(story, followUp, "postponed", "quiet_hours", { dueAtMs: dayAtMs });
    return;
  }
  const sendId = `${story.state.identity.conversationId}.${story.state.nextNumber}`;
  changeFollowUp(story, followUp, "written", command.sendMode, { sendId, facts: text.facts, zone });
  write(story, sendId, followUp.id, command);
}

/**
 * [C74] What a claim of a send must wait for, in epoch milliseconds; null when it may leave now. Only a follow-up that policy
 * let go waits: whoever approves a text by hand means now.
 */
export function followUpWaitsUntilMs(state: ConversationState, send: Send, nowMs: number): number | null {
  const followUp = pendingFollowUp(state);
  if (followUp?.sendId !== send.id || send.approvedBy !== "policy") return null;
  return dayForUnasked(state, followUp.zone, nowMs);
}

/** [C67] A draft, or, where policy allows it, a queued send. Its basis is the newest word of the lead (D7). */
function write(story: Story, id: string, followUpId: string, command: RecordCommand): void {
  const { nowMs, text } = command;
  if (text.kind !== "text") return;
  const basis = newestInbound(story.state);
  const author = { by: "assistant", followUpId } as const;
  const send = newSend({ id, body: text.body, author, epoch: story.state.epoch, basis, createdAtMs: nowMs });
  add(story, { type: "send_written", send, idempotencyKey: null });
  if (command.sendMode !== "auto_send") return;
  tellSend(story, id, { do: "approve", by: "policy", body: null, basis, releaseAtMs: nowMs }, nowMs);
  tellSend(story, id, { do: "tick", nowMs }, nowMs);
}

/** [C66] When it is day for somebody who did not ask; null: now, or the lead is awake, having written a moment ago. */
function dayForUnasked(state: ConversationState, zone: string | null, nowMs: number): number | null {
  const heard = state.messages.findLast(({ side }) => side === "lead");
  const heardAtMs = heard === undefined ? null : isClock(heard.sentAt.precision) ? heard.sentAt.ms : heard.seenAtMs;
  if (heardAtMs !== null && nowMs - heardAtMs <= LEAD_AWAKE_MS) return null;
  return quietUntilMs(nowMs, zone);
}

function isClock(precision: "exact" | "minute" | "day" | "none"): boolean {
  return precision === "exact" || precision === "minute";
}
