// The listings of an account as its own pages on the platform show them: what is due, what is known, what a reading changed.
// Which unit a listing stands for is never touched here: people say that (listing-links.ts). Nothing is ever deleted.
import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { KnownListing } from "#domain/listing-sync/listing";
import type { SyncPlan } from "#domain/listing-sync/plan-sync";
import { listings, platformAccounts } from "#migrations/schema";
import type { Database } from "./database.ts";
import { jsonParts } from "./json-parts.ts";

/** Signals of one tick; what is left is due at the next. */
const DUE_READ_MAX = 50;
/** Listings of one account that are compared; far above what one reading brings. */
const KNOWN_READ_MAX = 5_000;

/**
 * Across organisations: running accounts whose adverts are due, those that wait longest first. An account that was never seen logged
 * in waits for its first poll: that one finds out whether it can be.
 */
export async function accountsDueForListings(
  db: Database,
  nowMs: number,
): Promise<readonly { readonly organisationId: string; readonly accountId: string }[]> {
  const { organisationId, id, listingsDueAtMs } = platformAccounts;
  return await db
    .select({ organisationId, accountId: id })
    .from(platformAccounts)
    .where(
      and(
        eq(platformAccounts.isActive, true),
        isNull(platformAccounts.stoppedAtMs),
        eq(platformAccounts.loginState, "in"),
        or(isNull(listingsDueAtMs), lte(listingsDueAtMs, nowMs)),
      ),
    )
    .orderBy(asc(listingsDueAtMs), asc(id))
    .limit(DUE_READ_MAX)
    .all();
}

/** Says when the adverts are read next. */
export async function setListingsDue(
  db: Database,
  organisationId: string,
  accountId: string,
  dueAtMs: number,
): Promise<void> {
  await db.update(platformAccounts).set({ listingsDueAtMs: dueAtMs }).where(ofAccount(organisationId, accountId)).run();
}

/** When the adverts are due: null as a time when they were never read; null as a whole for an account of another organisation. */
export async function listingsDue(
  db: Database,
  organisationId: string,
  accountId: string,
): Promise<{ readonly atMs: number | null } | null> {
  const row = await db
    .select({ atMs: platformAccounts.listingsDueAtMs })
    .from(platformAccounts)
    .where(ofAccount(organisationId, accountId))
    .get();
  return row ?? null;
}

/** When a read began as due at `wasAtMs`, and when the next shall be. */
export type NextDue = { readonly wasAtMs: number | null; readonly nextAtMs: number };

/** Whoever asked for a read while one was running asked for what that one may not have seen: their wish stands. */
function dueAfter({ wasAtMs, nextAtMs }: NextDue) {
  const { listingsDueAtMs } = platformAccounts;
  return sql<number>`case when ${listingsDueAtMs} is ${wasAtMs} then ${nextAtMs} else ${listingsDueAtMs} end`;
}

/** The account's listings, for the comparison with a reading. */
export async function knownListings(
  db: Database,
  organisationId: string,
  accountId: string,
): Promise<readonly KnownListing[]> {
  const { platformListingId, title, state, prices } = listings;
  return await db
    .select({ platformListingId, title, state, prices })
    .from(listings)
    .where(and(eq(listings.organisationId, organisationId), eq(listings.accountId, accountId)))
    .orderBy(asc(platformListingId))
    .limit(KNOWN_READ_MAX)
    .all();
}

/** Writes a planned sync, all of it or nothing, and when the next one is due. `seenAtMs`: when the pages were read. */
export async function applySync(
  db: Database,
  organisationId: string,
  accountId: string,
  plan: Pick<SyncPlan, "shown" | "goneIds">,
  seenAtMs: number,
  due: NextDue,
): Promise<void> {
  const shown = jsonParts(plan.shown);
  const gone = jsonParts(plan.goneIds.map((id) => ({ id })));
  await db.batch([
    db
      .update(platformAccounts)
      .set({
        listingsDueAtMs: dueAfter(due),
        listingsSyncedAtMs: seenAtMs,
        listingsFaultCode: null,
        listingsFaultMessage: null,
      })
      .where(ofAccount(organisationId, accountId)),
    ...shown.map((rows) => insertNew(db, organisationId, accountId, rows)),
    ...shown.map((rows) => updateShown(db, organisationId, accountId, rows, seenAtMs)),
    ...gone.map((rows) => endGone(db, organisationId, accountId, rows)),
  ]);
}

/** Keeps why the last try brought nothing, and when the next is due. */
export async function noteSyncFault(
  db: Database,
  organisationId: string,
  accountId: string,
  fault: { readonly code: string; readonly message: string },
  due: NextDue,
): Promise<void> {
  await db
    .update(platformAccounts)
    .set({ listingsDueAtMs: dueAfter(due), listingsFaultCode: fault.code, listingsFaultMessage: fault.message })
    .where(ofAccount(organisationId, accountId))
    .run();
}

function ofAccount(organisationId: string, accountId: string) {
  return and(eq(platformAccounts.organisationId, organisationId), eq(platformAccounts.id, accountId));
}

/** From the account's own row, so that an account of another organisation gets none. The columns in the order of the table. */
function insertNew(db: Database, organisationId: string, accountId: string, rows: string) {
  return db
    .insert(listings)
    .select(
      sql`select a.id || '.' || (line.value ->> 'platformListingId'), a.organisation_id, a.id,
          line.value ->> 'platformListingId', null, null, null, null, '[]'
        from platform_accounts a, json_each(${rows}) as line
        where a.organisation_id = ${organisationId} and a.id = ${accountId}`,
    )
    .onConflictDoNothing();
}

function updateShown(db: Database, organisationId: string, accountId: string, rows: string, seenAtMs: number) {
  return db
    .update(listings)
    .set({
      title: sql`line.value ->> 'title'`,
      state: sql`line.value ->> 'state'`,
      prices: sql`line.value -> 'prices'`,
      seenAtMs,
    })
    .from(sql`json_each(${rows}) as line`)
    .where(ofListing(organisationId, accountId, "platformListingId"));
}

function endGone(db: Database, organisationId: string, accountId: string, rows: string) {
  return db
    .update(listings)
    .set({ state: "not_live" })
    .from(sql`json_each(${rows}) as line`)
    .where(ofListing(organisationId, accountId, "id"));
}

function ofListing(organisationId: string, accountId: string, key: "platformListingId" | "id") {
  return and(
    eq(listings.organisationId, organisationId),
    eq(listings.accountId, accountId),
    eq(listings.platformListingId, sql`line.value ->> ${sql.raw(`'${key}'`)}`),
  );
}
