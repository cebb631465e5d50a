// A text of the assistant about the showing that was overtaken before it left (C91): a person changed the showing meanwhile. It is
// withdrawn; where it answered the lead, a person tells them instead. Decides nothing about the showing.
import { isBeforeClick } from "../sending/decide.ts";
import type { Send } from "../sending/send.ts";
import type { LeadShowing } from "./showing.ts";
import type { ConversationState } from "./state.ts";
import { handOff, type Story, tellSend } from "./story.ts";

/** What a settled wish cannot be told with, and what an overtaken text is withdrawn for. */
export const SHOWING_CHANGED = {
  code: "showing_changed",
  sentence: "A person changed the showing before the lead was told of it: tell the lead what stands now.",
} as const;

/** [C91] To be called after a person's change was taken over. `before`: the showing as it was known until then. */
export function withdrawOvertaken(story: Story, before: LeadShowing | null, nowMs: number): void {
  if (before === null || isAsItWas(before, story.state.showing)) return;
  for (const send of story.state.sends) {
    if (!isBeforeClick(send)) continue;
    const isAnswer = isAnswerAbout(story.state, send);
    if (!isAnswer && !isReminderOf(before, send)) continue;
    tellSend(story, send.id, { do: "cancel", reason: SHOWING_CHANGED }, nowMs);
    if (isAnswer) handOff(story, SHOWING_CHANGED, nowMs);
  }
}

function isAsItWas(before: LeadShowing, now: LeadShowing | null): boolean {
  return before.id === now?.id && before.status === now.status && before.startMs === now.startMs;
}

/** That it is cancelled stays true, whoever cancels it too. */
function isAnswerAbout({ decision: record }: ConversationState, { author }: Send): boolean {
  if (record === null || !("decisionId" in author) || author.decisionId !== record.id) return false;
  const { nextAction, reason } = record.decision;
  return nextAction === "book_slot" || reason.code === "confirmed" || reason.code === "reschedule";
}

/** Its id is the showing's with the stage (C56). */
function isReminderOf({ id }: LeadShowing, { author }: Send): boolean {
  return "decisionId" in author && author.decisionId.startsWith(`${id}.`);
}
