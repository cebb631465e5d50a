// Listings: which unit an advert of a platform account stands for. A listing nobody knows is kept unlinked, so that
// an admin can link it (R5); nothing is ever linked by a guess.
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { ListedPrice } from "#domain/listing-sync/listing";
import { assignments, listings, member, platformAccounts } from "#migrations/schema";
import type { Database } from "./database.ts";

/** What D1 knows about an advert: its unit, and whose work that unit is. */
export type ListingLink = {
  readonly unitId: string | null;
  readonly agentId: string | null;
  readonly listingTitle: string | null;
};

/** Id of a listing, the same at every sighting. */
export function listingId(accountId: string, platformListingId: string): string {
  return `${accountId}.${platformListingId}`;
}

/**
 * The links of a listing seen on a thread; an unknown listing is stored unlinked. Null as listing id, or an account of
 * another organisation: no links. `seenTitle` is the advert's title as the thread shows it.
 */
export async function linkOf(
  db: Database,
  organisationId: string,
  accountId: string,
  platformListingId: string | null,
  seenTitle: string | null = null,
): Promise<ListingLink> {
  const none: ListingLink = { unitId: null, agentId: null, listingTitle: seenTitle };
  if (platformListingId === null) return none;
  const known = await listingRow(db, organisationId, accountId, platformListingId);
  if (known === undefined) {
    await keepUnlinked(db, organisationId, accountId, platformListingId, seenTitle);
    return none;
  }
  const agentId = known.unitId === null ? null : await agentOf(db, organisationId, known.unitId);
  return { unitId: known.unitId, agentId, listingTitle: known.title ?? seenTitle };
}

/** The agent of a unit: the active assignment of a present member with the lowest priority number; null without one. */
export async function agentOf(db: Database, organisationId: string, unitId: string): Promise<string | null> {
  const row = await db
    .select({ userId: assignments.userId })
    .from(assignments)
    .innerJoin(
      member,
      and(eq(member.userId, assignments.userId), eq(member.organizationId, assignments.organisationId)),
    )
    .where(
      and(
        eq(assignments.organisationId, organisationId),
        eq(assignments.unitId, unitId),
        eq(assignments.isActive, true),
      ),
    )
    .orderBy(asc(assignments.priority), asc(assignments.userId))
    .get();
  return row?.userId ?? null;
}

/** Links a listing that nobody linked before; one that is linked already stays. Answers whether it was changed. */
export async function linkListing(
  db: Database,
  organisationId: string,
  accountId: string,
  platformListingId: string,
  unitId: string,
): Promise<boolean> {
  const changed = await db
    .update(listings)
    .set({ unitId })
    .where(and(ofListing(organisationId, accountId, platformListingId), isNull(listings.unitId)))
    .returning({ id: listings.id })
    .all();
  return changed.length > 0;
}

function listingRow(db: Database, organisationId: string, accountId: string, platformListingId: string) {
  return db
    .select({ unitId: listings.unitId, title: listings.title })
    .from(listings)
    .where(ofListing(organisationId, accountId, platformListingId))
    .get();
}

function ofListing(organisationId: string, accountId: string, platformListingId: string) {
  return and(
    eq(listings.organisationId, organisationId),
    eq(listings.accountId, accountId),
    eq(listings.platformListingId, platformListingId),
  );
}

/** The row is made from the account's own row, so an account of another organisation makes none. */
async function keepUnlinked(
  db: Database,
  organisationId: string,
  accountId: string,
  platformListingId: string,
  title: string | null,
) {
  await db
    .insert(listings)
    .select(
      db
        .select({
          id: sql<string>`${listingId(accountId, platformListingId)}`.as("id"),
          organisationId: platformAccounts.organisationId,
          accountId: platformAccounts.id,
          platformListingId: sql<string>`${platformListingId}`.as("platform_listing_id"),
          title: sql<string | null>`${title}`.as("title"),
          unitId: sql<string | null>`null`.as("unit_id"),
          state: sql<null>`null`.as("state"),
          seenAtMs: sql<null>`null`.as("seen_at_ms"),
          prices: sql<readonly ListedPrice[]>`'[]'`.as("prices"),
        })
        .from(platformAccounts)
        .where(and(eq(platformAccounts.organisationId, organisationId), eq(platformAccounts.id, accountId))),
    )
    .onConflictDoNothing()
    .run();
}
