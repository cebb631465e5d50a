// The audit line of an event (C28): what happened, in codes and numbers. Never a text, never a name.
import { never } from "../kernel/never.ts";
import type { SendEvent } from "../sending/command.ts";
import type { AuditNote, AuditDetail as Detail } from "./audit-note.ts";
import type { ConversationEvent } from "./event.ts";
import type { AcknowledgementState } from "./hand-off.ts";
import { showingNote } from "./showing-audit.ts";
import type { DecisionRecord } from "./state.ts";

/** The line to keep for an event, or null when it says nothing a person would look for. */
export function auditNote(event: ConversationEvent): AuditNote | null {
  switch (event.type) {
    case "opened":
      return { action: "conversation.opened", detail: { platform: event.identity.platform } };
    case "configured":
    case "described":
    case "message_refined":
      return null;
    case "linked":
      return { action: "conversation.linked", detail: { unitId: event.unitId, isByHand: event.isByHand } };
    case "message_seen":
      return {
        action: "message.seen",
        detail: {
          message: event.message.key,
          side: event.message.side,
          author: event.message.author,
          sendId: event.message.sendId,
          characters: event.message.body.length,
        },
      };
    case "answer_due":
      return { action: "answer.due", detail: { basis: event.pending.basis, isBacklog: event.pending.isBacklog } };
    case "answer_settled":
      return { action: "answer.settled", detail: {} };
    case "decided":
      return { action: "decision.recorded", detail: decisionDetail(event.record) };
    case "moved":
      return { action: "workflow.moved", detail: { to: event.to, outcome: event.outcome } };
    case "owner_changed":
      return { action: "owner.changed", detail: { mode: event.mode, cause: event.cause } };
    case "hand_off_opened":
      return { action: "hand_off.opened", detail: { reason: event.handOff.reason.code, risk: event.handOff.risk } };
    case "hand_off_raised":
      return { action: "hand_off.raised", detail: { reason: event.reason.code, risk: event.risk } };
    case "hand_off_summed":
      return null;
    case "hand_off_acknowledged":
      return { action: "hand_off.acknowledged", detail: acknowledgementDetail(event.acknowledgement) };
    case "text_let_through": {
      const { confirmed, overridden, overrideReason } = event.letThrough;
      const rules = { confirmed: confirmed.join(", "), overridden: overridden.join(", ") };
      return { action: "text.let_through", detail: { sendId: event.sendId, ...rules, overrideReason } };
    }
    case "hand_off_closed":
      return { action: "hand_off.closed", detail: {} };
    case "suppressed":
      return { action: "lead.suppressed", detail: { reason: event.reason.code, saidInId: event.saidIn } };
    case "suppression_lifted":
      return event.isNews ? { action: "lead.suppression_lifted", detail: { liftedInId: event.liftedIn } } : null;
    case "times_offered":
    case "showing_wished":
    case "wish_settled":
    case "showing_told":
    case "showing_confirmed_by_lead":
    case "showing_asked":
    case "agent_told_unconfirmed":
      return showingNote(event);
    case "send_written":
      return { action: "send.written", detail: { sendId: event.send.id, author: event.send.author.by } };
    case "follow_up_armed": {
      const { id: followUpId, stage, occasion, episode } = event.followUp;
      return { action: "follow_up.armed", detail: { followUpId, stage, occasion, episodeId: episode } };
    }
    case "follow_up_changed": {
      const { id: followUpId, stage, sendId } = event.followUp;
      return { action: `follow_up.${event.change}`, detail: { followUpId, stage, cause: event.cause, sendId } };
    }
    case "no_reply_due":
      return { action: event.atMs === null ? "no_reply.stopped" : "no_reply.due", detail: {} };
    case "send":
      return { action: `send.${event.event.happened}`, detail: { sendId: event.sendId, ...sendDetail(event.event) } };
    default:
      return never(event);
  }
}

function acknowledgementDetail(told: AcknowledgementState): Detail {
  if (told.kind === "written") return { kind: told.kind, sendId: told.sendId };
  return told.kind === "none" ? { kind: told.kind, why: told.why.code } : { kind: told.kind };
}

function decisionDetail({ id, basis, provider, fallback, sendMode, decision }: DecisionRecord): Detail {
  return {
    ...{ decisionId: id, basis, provider, fallback: fallback ?? null, sendMode },
    intents: decision.intents.join(" "),
    nextAction: decision.nextAction,
    risk: decision.risk,
    confidence: decision.confidence,
    reason: decision.reason.code,
    guardrails: decision.guardrails.join(" "),
    records: decision.facts.map(({ record }) => record).join(" "),
  };
}

function sendDetail(event: SendEvent): Detail {
  switch (event.happened) {
    case "approved":
      return { by: event.by, isEdited: event.body !== null };
    case "cancelled":
    case "returned":
      return { reason: event.reason.code };
    case "claim_ended":
      return { fault: event.failure?.code ?? null };
    case "failed":
      return { fault: event.failure.code };
    case "sent":
      return { isHeld: event.isHeld };
    case "rejected":
    case "queued":
    case "claimed":
    case "delivering":
    case "became_unknown":
    case "absent":
    case "resend_allowed":
    case "duplicated":
      return {};
    default:
      return never(event);
  }
}
