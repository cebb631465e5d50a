// Takes a unit off the record that nothing hangs on. One transaction looks and deletes, so that whatever came to hang on it a
// moment ago keeps it.
import { and, eq, isNotNull, lte, notExists, sql } from "drizzle-orm";
import { assignments, conversations, listings, showings, units } from "#migrations/schema";
import type { Database } from "./database.ts";

/** How much hangs on a unit. */
export type UnitTies = {
  /** Also those that are over, and times that are held for leads. */
  readonly showings: number;
  readonly conversations: number;
  readonly agents: number;
  readonly listings: number;
};

/** Null: the unit, its facts and its windows are gone, or were not there. Otherwise it stands, and why. */
export async function removeUnit(
  db: Database,
  organisationId: string,
  unitId: string,
  nowMs: number,
): Promise<UnitTies | null> {
  const own = and(eq(units.organisationId, organisationId), eq(units.id, unitId));
  const tied = {
    showings: tiedTo(db, showings, organisationId, unitId),
    conversations: tiedTo(db, conversations, organisationId, unitId),
    agents: tiedTo(db, assignments, organisationId, unitId),
    listings: tiedTo(db, listings, organisationId, unitId),
  };
  const [, , left] = await db.batch([
    // A hold that ran out is nothing (H2); the schedule may not have come by yet.
    db
      .delete(showings)
      .where(
        and(
          eq(showings.organisationId, organisationId),
          eq(showings.unitId, unitId),
          isNotNull(showings.heldUntilMs),
          lte(showings.heldUntilMs, nowMs),
        ),
      ),
    db.delete(units).where(and(own, ...Object.values(tied).map(notExists))),
    db
      .select({
        showings: countOf(tied.showings),
        conversations: countOf(tied.conversations),
        agents: countOf(tied.agents),
        listings: countOf(tied.listings),
      })
      .from(units)
      .where(own),
  ]);
  return left[0] ?? null;
}

type TiedTable = typeof showings | typeof conversations | typeof assignments | typeof listings;

function tiedTo(db: Database, table: TiedTable, organisationId: string, unitId: string) {
  return db
    .select({ one: sql`1` })
    .from(table)
    .where(and(eq(table.organisationId, organisationId), eq(table.unitId, unitId)));
}

function countOf(tied: ReturnType<typeof tiedTo>) {
  return sql<number>`(select count(*) from ${tied})`;
}
