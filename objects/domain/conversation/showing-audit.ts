// The audit line of an event about showings (C28): ids, codes and numbers.
import { never } from "../kernel/never.ts";
import type { AuditNote } from "./audit-note.ts";
import type { ShowingsEvent } from "./showing-events.ts";

export function showingNote(event: ShowingsEvent): AuditNote {
  switch (event.type) {
    case "times_offered":
      return { action: "times.offered", detail: { times: event.times.length } };
    case "showing_wished":
      return { action: `showing.${event.wish.what.kind}_wished`, detail: { wishId: event.wish.id } };
    case "wish_settled":
      return { action: `showing.wish_${event.came}`, detail: { wishId: event.wishId } };
    case "showing_told": {
      const { id, status, startMs, agentId } = event.showing;
      return { action: `showing.${status}`, detail: { showingId: id, startMs, agentId } };
    }
    case "showing_confirmed_by_lead":
      return { action: "showing.confirmed_by_lead", detail: {} };
    case "showing_asked":
      return { action: "showing.asked", detail: { stage: event.stage, isWritten: event.isWritten } };
    case "agent_told_unconfirmed":
      return { action: "showing.agent_told", detail: {} };
    default:
      return never(event);
  }
}
