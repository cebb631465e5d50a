// The conversation as others see it: the row for lists, the whole for the workboard, the request for a decision.
// Reads state, changes nothing.
import type {
  AskRequest,
  ConversationCore,
  ConversationDetail,
  DecisionRequest,
  IngestReport,
  WishRequest,
} from "#contracts/actors";
import type { DecisionView, MessageView, SendView } from "#contracts/api/conversation";
import { allowed } from "#domain/conversation/allowed";
import { PREVIEW_CHARS } from "#domain/conversation/limits";
import { isLiving } from "#domain/conversation/showing";
import { nextAsk } from "#domain/conversation/showing-talk";
import {
  type ConversationState,
  type DecisionRecord,
  newestInbound,
  type StoredMessage,
  wordsOf,
} from "#domain/conversation/state";
import { assert } from "#domain/kernel/assert";
import type { Refusal } from "#domain/kernel/result";
import type { Send } from "#domain/sending/send";
import { acknowledgementView } from "./acknowledgement.ts";
import { followUpView } from "./follow-ups.ts";

/** The facts of a board row. */
export function coreOf(state: ConversationState, version: number): ConversationCore {
  const last = state.messages.at(-1);
  return {
    ...state.identity,
    version,
    leadName: state.leadName,
    platformListingId: state.listing?.platformListingId ?? null,
    listingTitle: state.listing?.title ?? null,
    unitId: state.unitId,
    agentId: state.agentId,
    workflowState: state.workflowState,
    outcome: state.outcome,
    ownerMode: state.ownerMode,
    handOff: state.handOff,
    draftId: state.sends.findLast((send) => send.state === "draft")?.id ?? null,
    sending: sendingOf(state.sends),
    hasDuplicate: state.sends.some((send) => send.isDuplicated),
    isSuppressed: state.isSuppressed,
    lastMessage: last === undefined ? null : { from: last.side, preview: previewOf(last.body), atMs: spokenAtMs(last) },
  };
}

/** Everything a workboard shows of one conversation, except the names that D1 holds. */
export function detailOf(state: ConversationState, version: number): ConversationDetail {
  return {
    core: coreOf(state, version),
    epoch: state.epoch,
    lastInboundId: newestInbound(state),
    messages: state.messages.map(messageView),
    sends: state.sends.map(sendView).reverse(),
    decision: state.decision === null ? null : decisionView(state.decision),
    followUp: followUpView(state),
    showingStartMs: isLiving(state.showing) ? state.showing.startMs : null,
    acknowledgement: acknowledgementView(state),
    actions: allowed(state),
  };
}

/** What an ingest brought: the messages that were not there before it. */
export function ingestReportOf(
  before: ConversationState | null,
  after: ConversationState,
  version: number,
): IngestReport {
  const known = new Set(before?.messages.map(({ key }) => key));
  const added = after.messages.filter(({ key }) => !known.has(key));
  const heard = added.filter(({ side }) => side === "lead").map(({ sentAt }) => sentAt);
  return { newMessages: added.length, heard, version };
}

/** The send that an accepted command was about. */
export function sendOf(state: ConversationState, id: string | undefined): Send {
  const send = state.sends.find((candidate) => candidate.id === id);
  assert(send !== undefined, "the send of an accepted command exists");
  return send;
}

/** One row of the send log as the workboard shows it. */
export function sendView(send: Send): SendView {
  return {
    id: send.id,
    state: send.state,
    body: send.body,
    author: send.author.by,
    createdAt: iso(send.createdAtMs),
    releaseAt: send.state === "approved" && send.releaseAtMs !== null ? iso(send.releaseAtMs) : null,
    isEdited: send.draftedBody !== null,
    failure: send.state === "failed" ? send.failure : null,
    returned: send.returned,
  };
}

/** What a decision is asked about: the unanswered burst and everything before it. Null when nothing waits. */
export function decisionRequestOf(state: ConversationState): DecisionRequest | null {
  return state.pending === null || state.wish !== null ? null : requestOf(state, state.pending.basis);
}

/** What a wish waits for, with what the lead said when it was made; null without one. */
export function wishRequestOf(state: ConversationState): WishRequest | null {
  return state.wish === null ? null : { wish: state.wish, request: requestOf(state, state.wish.basis) };
}

/** The question whether the showing stands that comes next; null when none does. */
export function askRequestOf(state: ConversationState): AskRequest | null {
  const ask = nextAsk(state);
  if (ask === null || state.showing === null) return null;
  const { accountId } = state.identity;
  const { leadName, showing } = state;
  return { showing, stage: ask.stage, dueAtMs: ask.dueAtMs, accountId, leadName, history: turnsOf(wordsOf(state)) };
}

function requestOf(state: ConversationState, basis: string): DecisionRequest {
  const spoken = wordsOf(state);
  const lastOurs = spoken.findLastIndex((message) => message.side === "us");
  const burst = spoken.slice(lastOurs + 1);
  return {
    basis,
    platform: state.identity.platform,
    accountId: state.identity.accountId,
    unitId: state.unitId,
    leadName: state.leadName,
    text: burst.map((message) => message.body).join("\n"),
    history: turnsOf(spoken.slice(0, lastOurs + 1)),
    offered: state.offered,
    showing: state.showing,
    isAssistants: state.ownerMode === "ai",
  };
}

function turnsOf(messages: readonly StoredMessage[]): DecisionRequest["history"] {
  return messages.map((message) => ({ from: message.side === "lead" ? "lead" : "us", text: message.body }));
}

function sendingOf(sends: readonly Send[]): ConversationCore["sending"] {
  const last = sends.at(-1);
  if (sends.some((send) => send.state === "unknown")) return "unknown";
  if (last?.state === "failed") return "failed";
  if (sends.some((send) => send.state === "claimed" || send.state === "delivering")) return "on_its_way";
  return sends.some((send) => send.state === "approved" || send.state === "queued") ? "waiting" : "none";
}

function messageView(message: StoredMessage): MessageView {
  return {
    id: message.key,
    from: message.side,
    author: message.author,
    body: message.body,
    at: message.sentAt.ms === null ? null : iso(message.sentAt.ms),
    atPrecision: message.sentAt.precision,
    seenAt: iso(message.seenAtMs),
    sendId: message.sendId,
  };
}

/** A decision without its words, which stand in the send log. */
export function decisionView(record: DecisionRecord): DecisionView {
  const { reply: _reply, selectedSlot: _selectedSlot, ...decision } = record.decision;
  return {
    id: record.id,
    at: iso(record.atMs),
    ...decision,
    intents: [...decision.intents],
    facts: [...decision.facts],
    guardrails: [...decision.guardrails],
    provider: record.provider,
    fallback: record.fallback ?? null,
    sendMode: record.sendMode,
  };
}

/** A date without a clock would sort a message to midnight: then the time at which it was first seen orders it. */
function spokenAtMs(message: StoredMessage): number {
  const { ms, precision } = message.sentAt;
  return ms !== null && (precision === "exact" || precision === "minute") ? ms : message.seenAtMs;
}

function previewOf(body: string): string {
  const line = body.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= PREVIEW_CHARS ? line : `${characters.slice(0, PREVIEW_CHARS - 1).join("")}…`;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The refusal for a conversation that does not exist or is not this organisation's. */
export const NO_SUCH_CONVERSATION: Refusal<"NOT_FOUND"> = {
  code: "NOT_FOUND",
  message: "There is no such conversation.",
  next: "Go back to the list of conversations.",
};
