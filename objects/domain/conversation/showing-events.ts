// Applies what happened to the times that were offered, to the wish, and to the lead's showing. Total over its events; decides nothing.
import { never } from "../kernel/never.ts";
import type { ConversationEvent } from "./event.ts";
import type { LeadShowing } from "./showing.ts";
import type { ConversationState } from "./state.ts";

/** Everything that can happen about showings. */
export type ShowingsEvent = TimesEvent | ShowingEvent;
type TimesEvent = Extract<ConversationEvent, { type: "times_offered" | "showing_wished" | "wish_settled" }>;
type ShowingEvent = Extract<
  ConversationEvent,
  { type: "showing_told" | "showing_confirmed_by_lead" | "showing_asked" | "agent_told_unconfirmed" }
>;

/** The conversation after an event about showings. */
export function evolveShowings(state: ConversationState, event: ShowingsEvent): ConversationState {
  switch (event.type) {
    case "times_offered":
      return { ...state, offered: event.times };
    case "showing_wished":
      return { ...state, wish: event.wish, nextNumber: state.nextNumber + 1 };
    case "wish_settled":
      return { ...state, wish: state.wish?.id === event.wishId ? null : state.wish };
    default:
      return { ...state, showing: evolveShowing(state.showing, event) };
  }
}

/** Events about a showing that is not there change nothing. */
function evolveShowing(showing: LeadShowing | null, event: ShowingEvent): LeadShowing | null {
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
