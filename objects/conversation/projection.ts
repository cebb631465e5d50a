// What a conversation tells D1: its board row, its audit lines, and what makes it one person's. Reads state and events,
// changes nothing. Contacts stand in the person's report and nowhere else (C45).
import type { AuditLine, Lift, PersonReport, Projection } from "#contracts/actors";
import { auditNote } from "#domain/conversation/audit";
import type { ConversationState } from "#domain/conversation/state";
import { contactsOfLead } from "#domain/person/contact";
import { followUpRowsOf } from "./follow-ups.ts";
import type { LoggedEvent } from "./log.ts";
import { coreOf } from "./view.ts";

/** `events`: what was not projected yet, a batch of it, oldest first. `outcomes`: the verdicts that are not projected yet. */
export function projectionOf(
  state: ConversationState,
  version: number,
  events: readonly LoggedEvent[],
  outcomes: Projection["outcomes"],
): Projection {
  const audit = events.flatMap(({ seq, atMs, actor, event }): AuditLine[] => {
    const note = auditNote(event);
    return note === null ? [] : [{ seq, atMs, actor, ...note }];
  });
  const person = personReportOf(state, events);
  const followUps = followUpRowsOf(state, events);
  return { core: coreOf(state, version), audit, person, followUps, outcomes, upTo: events.at(-1)?.seq ?? version };
}

function personReportOf(state: ConversationState, events: readonly LoggedEvent[]): PersonReport {
  const spoken = state.messages
    .filter((message) => message.side !== "system")
    .map((message) => ({ isLead: message.side === "lead", text: message.body }));
  const knownIds = [state.identity.threadId, ...(state.listing === null ? [] : [state.listing.platformListingId])];
  return { contacts: contactsOfLead(spoken, knownIds), suppression: state.suppression, lift: liftOf(events) };
}

function liftOf(events: readonly LoggedEvent[]): Lift | null {
  const lifts = events.flatMap(({ event }) => (event.type === "suppression_lifted" ? [event] : []));
  const newest = lifts.at(-1);
  return newest === undefined ? null : { liftedIn: newest.liftedIn, liftedAtMs: newest.liftedAtMs };
}
