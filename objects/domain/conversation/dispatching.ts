// What consumers do with a send: claim it, ask for the click, report what they saw (C22, C24; the send rules are D1..).

import { never } from "../kernel/never.ts";
import { isBeforeClick } from "../sending/decide.ts";
import type { ConversationCommand } from "./command.ts";
import { followUpWaitsUntilMs } from "./follow-up-writing.ts";
import { readThread } from "./ingest.ts";
import type { ConversationRefusal } from "./refusal.ts";
import { type ConversationState, newestInbound } from "./state.ts";
import { type Story, tellSend } from "./story.ts";

type Of<Verb extends ConversationCommand["do"]> = Extract<ConversationCommand, { do: Verb }>;

/** [C22] The oldest send that is under way; later ones wait for it. */
export function nextInLine(state: ConversationState): string | null {
  const underWay = ["queued", "claimed", "delivering", "unknown"];
  return state.sends.find((send) => underWay.includes(send.state))?.id ?? null;
}

export function claimSend(story: Story, command: Of<"claim_send">): ConversationRefusal | null {
  const { sendId, token, nowMs } = command;
  const send = story.state.sends.find((candidate) => candidate.id === sendId);
  // [C42] A send can come back to the queue after everything unsent was cancelled: absent in two reads.
  if (send !== undefined && isBeforeClick(send) && story.state.isSuppressed) {
    tellSend(story, sendId, { do: "cancel", reason: SUPPRESSED }, nowMs);
    return SUPPRESSED_REFUSAL;
  }
  if (send?.state === "queued" && send.approvedBy === "policy" && command.sendMode === "draft_only") {
    const sentence = "Sending by itself was switched off before this left.";
    // The word that a person answers is worth nothing later: it does not wait for an approval.
    const what = "handOffAtMs" in send.author ? "cancel" : "return";
    tellSend(story, sendId, { do: what, reason: { code: "draft_only", sentence } }, nowMs);
    return notNow(sentence);
  }
  if (send?.state === "queued" && nextInLine(story.state) !== sendId) {
    return notNow("An earlier message of this conversation is still on its way.");
  }
  const waitUntilMs = send?.state === "queued" ? followUpWaitsUntilMs(story.state, send, nowMs) : null;
  if (waitUntilMs !== null) {
    tellSend(story, sendId, { do: "put_off", untilMs: waitUntilMs }, nowMs);
    return notNow("Nobody is written to unasked at this hour.");
  }
  return tellSend(story, sendId, { do: "claim", token, nowMs }, nowMs);
}

/** The gate before the click. The pre-image is read first: whatever it brings may stop the send. */
export function allowDelivery(story: Story, command: Of<"allow_delivery">): ConversationRefusal | null {
  const { sendId, token, nowMs } = command;
  const { threadId } = story.state.identity;
  if (command.preImage.threadId !== threadId) return notNow("The page showed another thread.");
  readThread(story, command.preImage, nowMs);
  const { state } = story;
  if (state.isSuppressed) return SUPPRESSED_REFUSAL;
  const newest = newestInbound(state);
  return tellSend(story, sendId, { do: "allow", token, epoch: state.epoch, newestInbound: newest, nowMs }, nowMs);
}

/** What was seen after the try. Proof is only ever the message in the thread. */
export function reportSend(story: Story, command: Of<"report_send">): ConversationRefusal | null {
  const { sendId, token, report, nowMs } = command;
  switch (report.saw) {
    case "nothing_clicked":
      return tellSend(story, sendId, { do: "release_claim", token, notBeforeMs: nowMs, nowMs }, nowMs);
    case "fault":
      return tellSend(story, sendId, { do: "report_not_sent", token, ...faultOf(report), nowMs }, nowMs);
    case "refusal":
      if (report.postImage !== null) readThread(story, report.postImage, nowMs);
      return tellSend(story, sendId, { do: "report_refused", token, failure: report.failure }, nowMs);
    case "thread":
      readThread(story, report.postImage, nowMs);
      return tellSend(story, sendId, { do: "report_unconfirmed", token, nowMs }, nowMs);
    case "no_proof":
      if (report.postImage !== null) readThread(story, report.postImage, nowMs);
      return tellSend(story, sendId, { do: "report_unconfirmed", token, nowMs }, nowMs);
    default:
      return never(report);
  }
}

function faultOf(report: Extract<Of<"report_send">["report"], { saw: "fault" }>) {
  return { failure: report.failure, isRetryable: report.isRetryable, retryAfterMs: report.retryAfterMs };
}

const SUPPRESSED = { code: "suppressed", sentence: "This lead asked not to be written to." };
const SUPPRESSED_REFUSAL: ConversationRefusal = {
  code: "SUPPRESSED",
  message: SUPPRESSED.sentence,
  next: "Do not click.",
};

function notNow(message: string): ConversationRefusal {
  return { code: "NOT_NOW", message, next: "Nothing to do: it is looked at again by itself." };
}
