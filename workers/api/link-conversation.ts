// Links a conversation to a unit by hand (R5), and the advert it came from when nobody linked that before, so that the
// next lead of the same advert needs no hand.
import type { ConversationDetail } from "#contracts/actors";
import type { Deps } from "#workers/deps";
import { appendAudit } from "#workers/store/audit";
import { agentOf, linkListing } from "#workers/store/listings";
import { hasUnit } from "#workers/store/units";
import type { Viewer } from "./api-env.ts";
import { notFound, orThrow } from "./problem.ts";
import { conversationFor } from "./scope.ts";

/** Throws NOT_FOUND when the conversation or the unit is not the viewer's organisation's. */
export async function linkConversation(
  deps: Deps,
  viewer: Viewer,
  conversationId: string,
  unitId: string,
): Promise<ConversationDetail> {
  const actor = await conversationFor(deps, viewer, conversationId);
  if (!(await hasUnit(deps.db, viewer.organisationId, unitId))) throw notFound();
  const agentId = await agentOf(deps.db, viewer.organisationId, unitId);
  const detail = orThrow(await actor.linkUnit(viewer.organisationId, viewer.userId, unitId, agentId));
  const { accountId, platformListingId } = detail.core;
  if (platformListingId === null) return detail;
  if (await linkListing(deps.db, viewer.organisationId, accountId, platformListingId, unitId)) {
    await appendAudit(deps.db, viewer.organisationId, null, [
      {
        seq: 0,
        atMs: deps.now(),
        actor: `agent:${viewer.userId}`,
        action: "listing.linked",
        detail: { accountId, platformListingId, unitId },
      },
    ]);
  }
  return detail;
}
