// Listings for people who link them: every advert that was seen, with its account, and the unit that it stands for.
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { ListingView } from "#contracts/api/unit";
import { listings, platformAccounts } from "#migrations/schema";
import type { Database } from "./database.ts";
import { inUnitScope, type UnitScope } from "./unit-scope.ts";

/** Adverts read at once; an agency has some hundreds. */
const LISTINGS_READ_MAX = 2_000;

/** All listings, those without a unit first; with a scope, those of its units. */
export async function listListings(
  db: Database,
  organisationId: string,
  scope: UnitScope | null,
): Promise<readonly ListingView[]> {
  const ofUnits =
    scope === null
      ? undefined
      : and(isNotNull(listings.unitId), inUnitScope(db, organisationId, scope, listings.unitId));
  const rows = await listingQuery(db)
    .where(and(eq(listings.organisationId, organisationId), ofUnits))
    .orderBy(sql`${listings.unitId} is not null`, asc(listings.title), asc(listings.id))
    .limit(LISTINGS_READ_MAX)
    .all();
  return rows.map(viewOf);
}

/** One listing; null when it is not this organisation's. */
export async function listingOf(db: Database, organisationId: string, id: string): Promise<ListingView | null> {
  const row = await listingQuery(db)
    .where(and(eq(listings.organisationId, organisationId), eq(listings.id, id)))
    .get();
  return row === undefined ? null : viewOf(row);
}

/** Says which unit a listing stands for, null for none. The unit must be the organisation's, which the caller has checked. */
export async function setListingUnit(
  db: Database,
  organisationId: string,
  id: string,
  unitId: string | null,
): Promise<void> {
  await db
    .update(listings)
    .set({ unitId })
    .where(and(eq(listings.organisationId, organisationId), eq(listings.id, id)))
    .run();
}

function listingQuery(db: Database) {
  return db
    .select({
      id: listings.id,
      platform: platformAccounts.platform,
      accountId: platformAccounts.id,
      accountLabel: platformAccounts.label,
      platformListingId: listings.platformListingId,
      title: listings.title,
      unitId: listings.unitId,
      state: listings.state,
      seenAtMs: listings.seenAtMs,
      prices: listings.prices,
    })
    .from(listings)
    .innerJoin(platformAccounts, eq(platformAccounts.id, listings.accountId))
    .$dynamic();
}

function viewOf(row: Awaited<ReturnType<typeof listingQuery>>[number]): ListingView {
  const { accountId, accountLabel, seenAtMs, prices, ...rest } = row;
  const lastSeenAt = seenAtMs === null ? null : new Date(seenAtMs).toISOString();
  return { ...rest, account: { id: accountId, name: accountLabel }, lastSeenAt, prices: [...prices] };
}
