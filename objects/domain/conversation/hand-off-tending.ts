// What every commit does to the hand-off (C83, C85-C88): one that opened is summed up and told to the lead, one that goes on takes
// in what the lead wrote since, and what a person says makes the word that one will answer void. Called after the command.

import { isBeforeClick } from "../sending/decide.ts";
import { newSend } from "../sending/evolve.ts";
import type { Send } from "../sending/send.ts";
import { type Acknowledgement, acknowledge } from "../triage/acknowledge.ts";
import type { Reason } from "../triage/decision.ts";
import { summaryOf } from "../triage/summary.ts";
import { nextOpeningMs } from "./business-hours.ts";
import type { AcknowledgementState, HandOff, HandOffGrounds } from "./hand-off.ts";
import { type ConversationState, newestInbound, wordsOf } from "./state.ts";
import { add, nextId, type Story, tellSend } from "./story.ts";

/** The verb, its time, and, where it brought a decision, what D1 knows. */
type Told = { readonly do: string; readonly nowMs: number; readonly grounds?: HandOffGrounds };

/** To be called once in every command, before the follow-ups are tended. `before`: null for the first of a conversation. */
export function tendHandOff(story: Story, before: ConversationState | null, command: Told): void {
  const { nowMs } = command;
  const open = story.state.handOff;
  const known = before?.handOff ?? null;
  if (open === null || hasPersonSpoken(story.state, before)) {
    // [C87]
    const acknowledgement = open?.acknowledgement ?? known?.acknowledgement;
    if (acknowledgement !== undefined) takeBack(story, acknowledgement, nowMs);
    if (open !== null && acknowledgement?.kind === "offered") tell(story, none("person_wrote", PERSON_WROTE));
  }
  if (open === null) return;
  noteTakenBack(story, command);
  const isNew = known === null;
  // [C11] What was ignored brings nothing, neither news of the lead nor a reason to write.
  const isHeard = story.events.some(({ type }) => type === "decided" || type === "wish_settled");
  const grounds = isHeard ? (command.grounds ?? null) : null;
  if (!isNew && grounds === null) return;
  sumUp(story, open, grounds);
  if (grounds !== null && mayStillTell(story.state, isNew)) tellLead(story, before, grounds, isNew, nowMs);
}

/** [C83] What the lead wrote, and what is known of it. */
function sumUp(story: Story, { reason }: HandOff, grounds: HandOffGrounds | null): void {
  const { state } = story;
  const summary = summaryOf({
    leadName: state.leadName,
    home: grounds?.home ?? state.listing?.title ?? null,
    said: unansweredOf(state),
    decision: state.decision?.basis === newestInbound(state) ? state.decision.decision : null,
    reason: state.handOff?.reason ?? reason,
    record: grounds,
  });
  const held = state.handOff?.summary ?? [];
  const isSame = summary.length === held.length && summary.every((line, at) => line === held[at]);
  if (!isSame) add(story, { type: "hand_off_summed", summary });
}

/** [C86] Once an episode; what a new message of the lead made void may be said again. */
function mayStillTell(state: ConversationState, isNew: boolean): boolean {
  if (state.isSuppressed || state.handOff === null) return false;
  if (isNew) return true;
  const { acknowledgement } = state.handOff;
  if (acknowledgement.kind !== "written") return false;
  return state.sends.find(({ id }) => id === acknowledgement.sendId)?.state === "cancelled";
}

/** [C85] A queued send of the epoch after the hand-off where policy lets texts leave, otherwise an offer to a person. */
function tellLead(
  story: Story,
  before: ConversationState | null,
  grounds: HandOffGrounds,
  isNew: boolean,
  nowMs: number,
): void {
  const { state } = story;
  const record = state.decision;
  if (record === null || state.handOff === null) return;
  const isAutomatic = record.sendMode === "auto_send";
  const isBacklog = (before?.pending ?? before?.wish)?.isBacklog ?? false;
  const opensAtMs = nextOpeningMs(state.businessHours, nowMs);
  const zone = state.businessHours?.zone ?? "UTC";
  const words: Acknowledgement = acknowledge({
    said: unansweredOf(state),
    reason: isBacklog ? { code: "backlog", sentence: "" } : state.handOff.reason,
    decision: record.decision,
    isLedByPerson: isNew && before?.ownerMode !== "ai",
    acknowledgedAtMs: toldLastAtMs(state),
    isFirstReply: !state.messages.some(({ side }) => side === "us"),
    isAutomatic,
    leadName: state.leadName?.trim().split(/\s+/u)[0] || null,
    organisationName: grounds.organisationName,
    nowMs,
    opening: opensAtMs === null ? null : { atMs: opensAtMs, zone },
  });
  if (words.kind === "none") tell(story, words);
  else if (!isAutomatic) tell(story, { kind: "offered", body: words.body });
  else write(story, state.handOff, words.body, nowMs);
}

function write(story: Story, { openedAtMs }: HandOff, body: string, nowMs: number): void {
  const { state } = story;
  const id = nextId(story);
  const basis = newestInbound(state);
  const author = { by: "assistant", handOffAtMs: openedAtMs } as const;
  const send = newSend({ id, body, author, epoch: state.epoch, basis, createdAtMs: nowMs });
  add(story, { type: "send_written", send, idempotencyKey: null });
  tell(story, { kind: "written", sendId: id });
  tellSend(story, id, { do: "approve", by: "policy", body: null, basis, releaseAtMs: nowMs }, nowMs);
  tellSend(story, id, { do: "tick", nowMs }, nowMs);
}

function tell(story: Story, acknowledgement: AcknowledgementState): void {
  add(story, { type: "hand_off_acknowledged", acknowledgement });
}

/** [C87] Not clicked yet, it must not come after a person's word. */
function takeBack(story: Story, acknowledgement: AcknowledgementState, nowMs: number): void {
  if (acknowledgement.kind !== "written") return;
  const send = story.state.sends.find(({ id }) => id === acknowledgement.sendId);
  if (send === undefined || !isBeforeClick(send)) return;
  const reason: Reason = { code: "person_wrote", sentence: PERSON_WROTE };
  tellSend(story, send.id, { do: "cancel", reason }, nowMs);
  if (story.state.handOff !== null) tell(story, none(reason.code, reason.sentence));
}

/** [C86] What a person or the send mode took away is not written again. */
function noteTakenBack(story: Story, command: Told): void {
  const acknowledgement = story.state.handOff?.acknowledgement;
  if (acknowledgement?.kind !== "written") return;
  const text = story.state.sends.find(({ id }) => id === acknowledgement.sendId)?.state;
  if (text === "cancelled" && story.state.isSuppressed) {
    tell(story, none("suppressed", "The lead asked not to be written to."));
  } else if (text === "rejected" || (text === "cancelled" && command.do === "cancel_send")) {
    tell(story, none("taken_back", "A person took it back."));
  } else if (text === "cancelled" && command.do === "claim_send") {
    tell(story, none("draft_only", "Sending by itself was switched off before it left."));
  }
}

/** A person of ours wrote here or on the platform itself, in this command. */
function hasPersonSpoken(state: ConversationState, before: ConversationState | null): boolean {
  if (before === null || state.messages === before.messages) return false;
  const known = new Set(before.messages.map(({ key }) => key));
  return state.messages.some(({ key, author }) => (author === "platform" || author === "agent") && !known.has(key));
}

/** What the lead wrote since somebody answered. */
function unansweredOf(state: ConversationState): readonly string[] {
  const words = wordsOf(state);
  return words.slice(words.findLastIndex(({ side }) => side === "us") + 1).map(({ body }) => body);
}

/** [C86] When the lead was told last that a person answers; null: never, or what was written never left. */
function toldLastAtMs(state: ConversationState): number | null {
  const isTold = (send: Send) => "handOffAtMs" in send.author && !NEVER_LEFT.has(send.state);
  return state.sends.findLast(isTold)?.createdAtMs ?? null;
}

function none(code: string, sentence: string): AcknowledgementState {
  return { kind: "none", why: { code, sentence } };
}

const NEVER_LEFT: ReadonlySet<Send["state"]> = new Set<Send["state"]>(["draft", "cancelled", "rejected", "failed"]);
const PERSON_WROTE = "A person wrote to the lead first.";
