// Holds the times that an answer puts to a lead, for as long as the organisation says, so that what is offered can be kept.
import type { OfferedTime } from "#domain/conversation/showing";
import type { Deps } from "../deps.ts";
import { showingSettingsOf } from "../store/organisations.ts";
import { holdTimes, releaseHolds } from "../store/showings-holds.ts";

/** False when a time went to somebody else meanwhile; those that were got are held all the same and run out by themselves. */
export async function holdOffered(
  deps: Deps,
  organisationId: string,
  conversationId: string,
  leadName: string | null,
  offered: readonly OfferedTime[],
): Promise<boolean> {
  const [first] = offered;
  if (first === undefined) return true;
  const nowMs = deps.now();
  const heldUntilMs = nowMs + (await showingSettingsOf(deps.db, organisationId)).offerHoldMinutes * 60_000;
  const times = offered.flatMap(({ startMs, endMs, agentIds: [agentId] }) =>
    agentId === undefined ? [] : [{ startMs, endMs, agentId }],
  );
  const { unitId } = first;
  // What was offered before is not on the table any more: others may have it.
  await releaseHolds(deps.db, organisationId, conversationId);
  const held = await holdTimes(deps.db, organisationId, {
    conversationId,
    unitId,
    leadName,
    times,
    heldUntilMs,
    nowMs,
  });
  return held.ok && held.value.length === offered.length;
}
