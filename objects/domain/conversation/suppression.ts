// Not to be contacted any more, and being contacted again (C21, C40-C44). The person may have said so in another conversation,
// so each carries when it was asked for, or lifted: the later of the two counts, in whatever order they arrive.
import type { Reason } from "../triage/decision.ts";
import { allowed } from "./allowed.ts";
import type { ConversationCommand } from "./command.ts";
import type { ConversationRefusal } from "./refusal.ts";
import type { Suppression } from "./state.ts";
import { add, cancelAllTexts, closeHandOff, type Story } from "./story.ts";
import { mayMove } from "./workflow.ts";

type Of<Verb extends ConversationCommand["do"]> = Extract<ConversationCommand, { do: Verb }>;

/** [C21] It was said here: the lead asked, or a person of ours says so. */
export function suppressHere(story: Story, reason: Reason, nowMs: number): void {
  const { identity, liftedAtMs } = story.state;
  // Whoever says it now knows of the last lift, whatever the clocks say.
  const askedAtMs = Math.max(nowMs, (liftedAtMs ?? 0) + 1);
  suppress(story, reason, { saidIn: identity.conversationId, askedAtMs }, nowMs);
}

/** [C40] A second time changes nothing. What waited for a person is dealt with by this. */
export function suppressByHand(story: Story, command: Of<"suppress">): ConversationRefusal | null {
  if (story.state.isSuppressed) return null;
  suppressHere(story, BY_HAND, command.nowMs);
  closeHandOff(story);
  return null;
}

/** [C41] [C44] A hand-off stays open: why it was opened may matter still. */
export function suppressSamePerson(story: Story, command: Of<"suppress_same_person">): ConversationRefusal | null {
  const { saidIn, askedAtMs, nowMs } = command;
  const countsFromMs = Math.max(story.state.liftedAtMs ?? -1, story.state.suppression?.askedAtMs ?? -1);
  if (askedAtMs <= countsFromMs) return null;
  suppress(story, SAME_PERSON, { saidIn, askedAtMs }, nowMs);
  return null;
}

/** [C43] Sends nothing by itself: what was cancelled stays cancelled, and no answer becomes due. */
export function liftSuppression(story: Story, command: Of<"lift_suppression">): ConversationRefusal | null {
  const { state } = story;
  const refusal = allowed(state).liftSuppression;
  if (refusal !== null) return refusal;
  const liftedAtMs = Math.max(command.nowMs, state.suppression?.askedAtMs ?? 0);
  add(story, { type: "suppression_lifted", liftedIn: state.identity.conversationId, liftedAtMs, isNews: true });
  return null;
}

/** [C44] Remembered also where nothing was suppressed: an older suppression may still be on its way. */
export function liftSamePerson(story: Story, command: Of<"lift_same_person">): ConversationRefusal | null {
  const { liftedIn, liftedAtMs } = command;
  const { suppression, isSuppressed } = story.state;
  const isOlder = (suppression?.askedAtMs ?? -1) > liftedAtMs || (story.state.liftedAtMs ?? -1) >= liftedAtMs;
  if (!isOlder) add(story, { type: "suppression_lifted", liftedIn, liftedAtMs, isNews: isSuppressed });
  return null;
}

function suppress(story: Story, reason: Reason, suppression: Suppression, nowMs: number): void {
  add(story, { type: "suppressed", reason, ...suppression });
  cancelAllTexts(story, reason, nowMs);
  if (mayMove(story.state.workflowState, "outcome")) {
    add(story, { type: "moved", to: "outcome", outcome: "not_interested" });
  }
}

const BY_HAND: Reason = { code: "asked_by_hand", sentence: "A person of ours marked this lead: do not contact." };
const SAME_PERSON: Reason = {
  code: "same_person",
  sentence: "The same person asked elsewhere not to be contacted.",
};
