// What a reading of an account's adverts does to its listings on record. Pure. Rules: SPEC.md (V1..).
import type { KnownListing, SeenListing } from "./listing.ts";

export type SyncPlan = {
  /** Every advert that was shown, as it shall stand on record. */
  readonly shown: readonly SeenListing[];
  /** Adverts on record that are gone from the platform, by its ids: not live from now on. */
  readonly goneIds: readonly string[];
  readonly counts: SyncCounts;
};

export type SyncCounts = {
  readonly shown: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  /** False: more may be on the platform than was read. */
  readonly isComplete: boolean;
};

/**
 * Compares a reading with the listings of its account, which must have been read before the pages were: what a lead's thread added
 * meanwhile is not gone.
 */
export function planSync(
  known: readonly KnownListing[],
  reading: { readonly listings: readonly SeenListing[]; readonly isComplete: boolean },
): SyncPlan {
  const before = new Map(known.map((listing) => [listing.platformListingId, listing]));
  const shown = new Map<string, SeenListing>();
  let [added, changed] = [0, 0];
  for (const seen of reading.listings) {
    if (shown.has(seen.platformListingId)) continue;
    const was = before.get(seen.platformListingId);
    const next = was === undefined ? seen : broughtUp(was, seen);
    shown.set(seen.platformListingId, next);
    if (was === undefined) added += 1;
    else if (isDifferent(was, next)) changed += 1;
  }
  const goneIds = reading.isComplete
    ? known
        .filter(({ platformListingId, state }) => state !== "not_live" && !shown.has(platformListingId))
        .map((listing) => listing.platformListingId)
    : [];
  const counts = { shown: shown.size, added, changed, gone: goneIds.length, isComplete: reading.isComplete };
  return { shown: [...shown.values()], goneIds, counts };
}

/** [V2] */
function broughtUp(was: KnownListing, seen: SeenListing): SeenListing {
  return {
    ...seen,
    title: seen.title ?? was.title,
    prices: seen.prices.length === 0 ? was.prices : seen.prices,
  };
}

function isDifferent(was: KnownListing, next: SeenListing): boolean {
  return (
    was.title !== next.title || was.state !== next.state || JSON.stringify(was.prices) !== JSON.stringify(next.prices)
  );
}
