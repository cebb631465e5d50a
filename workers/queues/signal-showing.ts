// Tells open pages that a showing changed, at once: an id and nothing else, to admins and to the agents whose day it is in or was.
// A signal that is lost is made good by the pages' own poll, so a board that cannot be reached keeps no change from anybody.
import type { Showing } from "#domain/showing/showing";
import type { Deps } from "../deps.ts";

/** `hadItId`: the agent before the change; null when there was none, or it is the same. */
export async function signalShowing(
  deps: Deps,
  organisationId: string,
  { id, agentId }: Pick<Showing, "id" | "agentId">,
  hadItId: string | null,
): Promise<void> {
  const agentIds = hadItId === null ? [agentId] : [agentId, hadItId];
  await deps
    .board(organisationId)
    .showingChanged(id, agentIds)
    .catch(() => undefined);
}
