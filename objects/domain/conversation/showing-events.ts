// Applies what happened to the lead's showing. Total over its events; decides nothing.
import { never } from "../kernel/never.ts";
import type { ConversationEvent } from "./event.ts";
import type { LeadShowing } from "./showing.ts";

type ShowingEvent = Extract<
  ConversationEvent,
  { type: "showing_told" | "showing_confirmed_by_lead" | "showing_asked" | "agent_told_unconfirmed" }
>;

/** The showing after an event; events about a showing that is not there change nothing. */
export function evolveShowing(showing: LeadShowing | null, event: ShowingEvent): LeadShowing | null {
  if (event.type === "showing_told") return event.showing;
  if (showing === null) return null;
  switch (event.type) {
    case "showing_confirmed_by_lead":
      return { ...showing, isConfirmedByLead: true, tellAgentAtMs: null };
    case "showing_asked":
      return { ...showing, asks: showing.asks.filter(({ stage }) => stage !== event.stage) };
    case "agent_told_unconfirmed":
      return { ...showing, tellAgentAtMs: null };
    default:
      return never(event);
  }
}
