// Tells a conversation what became of its showing. D1 holds the showing and the actor the talk: what a person changed in the one is
// told to the other at once, and again by the schedule (workers/cron/retell-showings.ts), because a process may die in between.
import type { ToldShowing } from "#domain/conversation/showing";
import type { Showing } from "#domain/showing/showing";
import { slotLabel } from "#domain/triage/slot-label";
import type { Deps } from "../deps.ts";
import { factsOf } from "../store/units.ts";

/** Tells it; told the same again, the conversation changes nothing. A showing without a conversation is nobody's talk. */
export async function tellShowing(deps: Deps, organisationId: string, showing: Showing): Promise<void> {
  if (showing.conversationId === null) return;
  await deps
    .conversation(showing.conversationId)
    .tellShowing(organisationId, await toldOf(deps, organisationId, showing));
}

/** The row as the conversation keeps it. */
export async function toldOf(deps: Deps, organisationId: string, showing: Showing): Promise<ToldShowing> {
  const { id, unitId, agentId, startMs, endMs, status, sequence } = showing;
  const zone = (await factsOf(deps.db, organisationId, unitId, deps.now())).zone ?? "UTC";
  return { id, unitId, agentId, startMs, endMs, status, sequence, zone, label: slotLabel(startMs, zone) };
}
