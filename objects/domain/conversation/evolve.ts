// Applies what happened to a conversation. Total over all events; decides nothing.
import { assert } from "../kernel/assert.ts";
import { never } from "../kernel/never.ts";
import { evolveSend } from "../sending/evolve.ts";
import type { ConversationEvent } from "./event.ts";
import { evolveFollowUps, NO_FOLLOW_UPS } from "./follow-up.ts";
import { evolveHandOff } from "./hand-off-events.ts";
import { evolveShowings } from "./showing-events.ts";
import type { ConversationState, Identity, StoredMessage } from "./state.ts";

/** The conversation after an event; the first event of every conversation is `opened`. */
export function evolve(state: ConversationState | null, event: ConversationEvent): ConversationState {
  if (event.type === "opened") return newConversation(event.identity);
  assert(state !== null, "the first event of a conversation is `opened`");
  switch (event.type) {
    case "configured":
      return { ...state, ...settingsOf(event) };
    case "described":
      return { ...state, leadName: event.leadName, listing: event.listing };
    case "linked":
      return { ...state, unitId: event.unitId, agentId: event.agentId, isLinkedByHand: event.isByHand };
    case "message_seen":
      return {
        ...state,
        messages: insertAfter(state.messages, event.message, event.afterKey),
        nextNumber: state.nextNumber + 1,
      };
    case "message_refined":
      return { ...state, messages: refine(state.messages, event) };
    case "answer_due":
      return { ...state, pending: event.pending };
    case "answer_settled":
      return { ...state, pending: null };
    case "decided":
      return { ...state, pending: null, decision: event.record, nextNumber: state.nextNumber + 1 };
    case "moved":
      return { ...state, workflowState: event.to, outcome: event.outcome };
    case "owner_changed":
      return { ...state, ownerMode: event.mode, epoch: state.epoch + 1 };
    case "hand_off_opened":
    case "hand_off_raised":
    case "hand_off_summed":
    case "hand_off_acknowledged":
    case "hand_off_closed":
      return { ...state, handOff: evolveHandOff(state.handOff, event) };
    case "text_let_through":
      return state;
    case "suppressed":
      return {
        ...state,
        isSuppressed: true,
        suppression: { saidIn: event.saidIn, askedAtMs: event.askedAtMs },
        pending: null,
      };
    case "suppression_lifted":
      return { ...state, isSuppressed: false, suppression: null, liftedAtMs: event.liftedAtMs };
    case "times_offered":
    case "showing_wished":
    case "wish_settled":
    case "showing_told":
    case "showing_confirmed_by_lead":
    case "showing_asked":
    case "agent_told_unconfirmed":
      return evolveShowings(state, event);
    case "send_written":
      return {
        ...state,
        sends: [...state.sends, event.send],
        nextNumber: state.nextNumber + 1,
        replyKeys:
          event.idempotencyKey === null
            ? state.replyKeys
            : { ...state.replyKeys, [event.idempotencyKey]: event.send.id },
      };
    case "follow_up_armed":
    case "follow_up_changed":
    case "no_reply_due":
      return { ...state, followUps: evolveFollowUps(state.followUps, event) };
    case "send":
      return {
        ...state,
        sends: state.sends.map((send) => (send.id === event.sendId ? evolveSend(send, event.event) : send)),
      };
    default:
      return never(event);
  }
}

function settingsOf(event: Extract<ConversationEvent, { type: "configured" }>) {
  const { quietWindowMs, approvalHoldMs, businessHours = null } = event;
  return { quietWindowMs, approvalHoldMs, businessHours };
}

function newConversation(identity: Identity): ConversationState {
  return {
    identity,
    leadName: null,
    listing: null,
    unitId: null,
    agentId: null,
    isLinkedByHand: false,
    workflowState: "lead",
    outcome: null,
    ownerMode: "ai",
    epoch: 1,
    handOff: null,
    isSuppressed: false,
    suppression: null,
    liftedAtMs: null,
    pending: null,
    decision: null,
    offered: [],
    showing: null,
    wish: null,
    messages: [],
    sends: [],
    replyKeys: {},
    followUps: NO_FOLLOW_UPS,
    nextNumber: 1,
    quietWindowMs: 0,
    approvalHoldMs: 0,
    businessHours: null,
  };
}

function insertAfter(
  messages: readonly StoredMessage[],
  message: StoredMessage,
  afterKey: string | null,
): readonly StoredMessage[] {
  const at = afterKey === null ? 0 : messages.findIndex((known) => known.key === afterKey) + 1;
  return [...messages.slice(0, at), message, ...messages.slice(at)];
}

function refine(
  messages: readonly StoredMessage[],
  { key, platformMessageId, sentAt }: Extract<ConversationEvent, { type: "message_refined" }>,
): readonly StoredMessage[] {
  return messages.map((message) => (message.key === key ? { ...message, platformMessageId, sentAt } : message));
}
