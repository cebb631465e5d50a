// Signals every account whose own adverts are due to be read, once a minute. Noted before it is signalled: a signal that is lost is
// repeated, and a queue that is down is not asked every minute.
import { LISTINGS_SIGNAL_AGAIN_MS } from "#domain/listing-sync/limits";
import type { Deps } from "../deps.ts";
import { accountsDueForListings, setListingsDue } from "../store/listing-sync.ts";

export async function requestListingSyncs(deps: Deps): Promise<void> {
  const nowMs = deps.now();
  for (const { organisationId, accountId } of await accountsDueForListings(deps.db, nowMs)) {
    await setListingsDue(deps.db, organisationId, accountId, nowMs + LISTINGS_SIGNAL_AGAIN_MS);
    await deps.queues.ingest.send({ job: "listings", organisationId, accountId });
  }
}
