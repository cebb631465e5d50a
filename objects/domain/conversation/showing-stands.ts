// The showing of a lead who asked not to be contacted (C80): it stands until a person calls it off, and that person is told.
// Says nothing to the lead, and decides nothing about the showing itself.
import type { Reason } from "../triage/decision.ts";
import { isLiving } from "./showing.ts";
import type { ConversationState } from "./state.ts";
import { closeHandOff, handOff, type Story } from "./story.ts";

/** The code of the hand-off; D1's rows and the workboard know it by this. */
export const STANDS_CODE = "showing_stands";

/** [C80] To be called in every command after what it does. `before`: null for the first of a conversation. */
export function tendStandingShowing(story: Story, before: ConversationState | null, nowMs: number): void {
  const { state } = story;
  if (isStandAsked(state) && !(state.isSuppressed && isLiving(state.showing))) closeHandOff(story);
  const standing = standingShowing(state, nowMs);
  if (standing !== null && standing !== standingShowing(before, nowMs)) handOff(story, STANDS, nowMs);
}

/** [C80] It stands, says a person: nobody has to decide any more. A second tap is the same. */
export function keepShowing(story: Story): null {
  if (isStandAsked(story.state)) closeHandOff(story);
  return null;
}

/** Whether a person is asked just now to call the showing off or to keep it. */
export function isStandAsked(state: ConversationState): boolean {
  return state.handOff?.reason.code === STANDS_CODE;
}

/** The id of the showing that is to come although its lead is not to be contacted; null without one. */
function standingShowing(state: ConversationState | null, nowMs: number): string | null {
  if (state === null || !state.isSuppressed || !isLiving(state.showing)) return null;
  return state.showing.endMs > nowMs ? state.showing.id : null;
}

const STANDS: Reason = {
  code: STANDS_CODE,
  sentence:
    "The lead asked not to be contacted, and the showing still stands. Call it off or keep it; nothing is said.",
};
