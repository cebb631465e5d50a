// Decides what a command does to a conversation. Pure. Rules: SPEC.md. A refusal may come with events: a claim that finds
// sending switched off is refused, and the send goes back to a draft.

import { never } from "../kernel/never.ts";
import { approveDraft, cancelSend, linkUnit, rejectDraft, reopen, reply, setOutcome, setOwner } from "./agent.ts";
import { recordDecision, settleWish } from "./answer.ts";
import type { ConversationCommand } from "./command.ts";
import { allowDelivery, claimSend, reportSend } from "./dispatching.ts";
import type { ConversationEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import { completeFollowUp, skipFollowUp, snoozeFollowUp } from "./follow-up-commands.ts";
import { tendFollowUps } from "./follow-up-tending.ts";
import { recordFollowUp } from "./follow-up-writing.ts";
import { tendHandOff } from "./hand-off-tending.ts";
import { ingest } from "./ingest.ts";
import { MESSAGES_MAX } from "./limits.ts";
import type { ConversationRefusal } from "./refusal.ts";
import { keepShowing, tendStandingShowing } from "./showing-stands.ts";
import { recordAsk, tellAgentWhenDue, tellShowing } from "./showing-talk.ts";
import type { ConversationState, Identity } from "./state.ts";
import { beginStory, handOff, type Story, tellSend } from "./story.ts";
import { liftSamePerson, liftSuppression, suppressByHand, suppressSamePerson } from "./suppression.ts";

export type Decided = { readonly events: readonly ConversationEvent[]; readonly refusal: ConversationRefusal | null };

/** The events of a command and its refusal, if any. `state` is null before the first ingest. */
export function decide(state: ConversationState | null, command: ConversationCommand): Decided {
  if (command.do === "ingest") return decideIngest(state, command);
  if (state === null) return { events: [], refusal: NOT_OPENED };
  const story = beginStory(state);
  const refusal = decideOpened(story, command);
  tendStandingShowing(story, state, command.nowMs);
  tendHandOff(story, state, command);
  tendFollowUps(story, state, command);
  return { events: story.events, refusal };
}

function decideIngest(
  state: ConversationState | null,
  command: Extract<ConversationCommand, { do: "ingest" }>,
): Decided {
  const isOther = state !== null && !isSameIdentity(state.identity, command.identity);
  if (isOther || command.sighting.threadId !== command.identity.threadId) {
    return { events: [], refusal: OTHER_THREAD };
  }
  if (command.sighting.messages.length > MESSAGES_MAX) return { events: [], refusal: TOO_LONG };
  const opened: ConversationEvent = { type: "opened", identity: command.identity };
  const story = beginStory(state ?? evolve(null, opened));
  if (state === null) story.events.push(opened);
  ingest(story, command);
  tendHandOff(story, state, command);
  tendFollowUps(story, state, command);
  return { events: story.events, refusal: null };
}

function decideOpened(
  story: Story,
  command: Exclude<ConversationCommand, { do: "ingest" }>,
): ConversationRefusal | null {
  switch (command.do) {
    case "record_decision":
      recordDecision(story, command);
      return null;
    case "settle_wish":
      settleWish(story, command);
      return null;
    case "tell_showing":
      tellShowing(story, command);
      return null;
    case "record_ask":
      recordAsk(story, command);
      return null;
    case "reply":
      return reply(story, command);
    case "approve_draft":
      return approveDraft(story, command);
    case "reject_draft":
      return rejectDraft(story, command);
    case "cancel_send":
      return cancelSend(story, command);
    case "set_outcome":
      return setOutcome(story, command);
    case "reopen":
      return reopen(story);
    case "set_owner":
      return setOwner(story, command);
    case "link_unit":
      return linkUnit(story, command);
    case "open_hand_off":
      // [C31] An open one stays as it is.
      handOff(story, command.reason, command.nowMs);
      return null;
    case "suppress":
      return suppressByHand(story, command);
    case "suppress_same_person":
      return suppressSamePerson(story, command);
    case "lift_suppression":
      return liftSuppression(story, command);
    case "lift_same_person":
      return liftSamePerson(story, command);
    case "keep_showing":
      return keepShowing(story);
    case "claim_send":
      return claimSend(story, command);
    case "release_claim":
      return tellSend(
        story,
        command.sendId,
        { do: "release_claim", token: command.token, notBeforeMs: command.notBeforeMs, nowMs: command.nowMs },
        command.nowMs,
      );
    case "allow_delivery":
      return allowDelivery(story, command);
    case "report_send":
      return reportSend(story, command);
    case "record_follow_up":
      recordFollowUp(story, command);
      return null;
    case "complete_follow_up":
      return completeFollowUp(story, command);
    case "skip_follow_up":
      return skipFollowUp(story, command);
    case "snooze_follow_up":
      return snoozeFollowUp(story, command);
    case "tick":
    case "restart":
      passTime(story, command);
      return null;
    default:
      return never(command);
  }
}

function passTime(story: Story, { do: verb, nowMs }: Extract<ConversationCommand, { do: "tick" | "restart" }>): void {
  for (const send of story.state.sends) tellSend(story, send.id, { do: verb, nowMs }, nowMs);
  tellAgentWhenDue(story, nowMs);
}

function isSameIdentity(a: Identity, b: Identity): boolean {
  return a.conversationId === b.conversationId && a.accountId === b.accountId && a.threadId === b.threadId;
}

const NOT_OPENED: ConversationRefusal = {
  code: "NOT_FOUND",
  message: "There is no such conversation.",
  next: "Go back to the list of conversations.",
};
const OTHER_THREAD: ConversationRefusal = {
  code: "NOT_FOUND",
  message: "A read of another thread was given to this conversation.",
  next: "Nothing was stored. Read the right thread again.",
};
const TOO_LONG: ConversationRefusal = {
  code: "TOO_LARGE",
  message: "The thread is longer than a conversation may be.",
  next: "Open the thread on the platform and answer there.",
};
