// Applies a planned import of units, all of it or nothing. The rows travel as JSON, because D1 takes 100 values in a statement
// and an import has up to 100,000.
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { KnownUnit, PlannedUnit } from "#domain/unit-import/plan";
import { unitFacts, units } from "#migrations/schema";
import type { Database } from "./database.ts";
import { jsonParts } from "./json-parts.ts";

/** A unit that has its id already. */
export type ImportedUnit = PlannedUnit & { readonly id: string };

/** Every unit with the facts that stand at `nowMs`, for the comparison with a table. */
export async function knownUnits(db: Database, organisationId: string, nowMs: number): Promise<readonly KnownUnit[]> {
  const [rows, facts] = await Promise.all([
    db.select().from(units).where(eq(units.organisationId, organisationId)).all(),
    db
      .select({ unitId: unitFacts.unitId, name: unitFacts.name, value: unitFacts.value })
      .from(unitFacts)
      .where(
        and(
          eq(unitFacts.organisationId, organisationId),
          or(isNull(unitFacts.validUntilMs), gt(unitFacts.validUntilMs, nowMs)),
        ),
      )
      .all(),
  ]);
  const byUnit = Map.groupBy(facts, (fact) => fact.unitId);
  return rows.map(({ id, label, zone, groupSize }) => ({
    id,
    label,
    zone,
    groupSize,
    facts: Object.fromEntries((byUnit.get(id) ?? []).map(({ name, value }) => [name, value])),
  }));
}

/**
 * Writes new units (with the ids they were given) and changed ones in one transaction. False, and nothing is written, when
 * somebody made a unit of the same label meanwhile: its facts have no unit then.
 */
export async function applyImport(
  db: Database,
  organisationId: string,
  created: readonly ImportedUnit[],
  changed: readonly ImportedUnit[],
  nowMs: number,
): Promise<boolean> {
  const facts = [...created, ...changed].flatMap((unit) =>
    unit.changes.filter(({ isFact }) => isFact).map(({ field, to }) => ({ unitId: unit.id, name: field, value: to })),
  );
  const statements = [
    ...jsonParts(created.map(ownColumns)).map((rows) => insertUnits(db, organisationId, rows)),
    ...jsonParts(changed.map(ownColumns)).map((rows) => updateUnits(db, organisationId, rows)),
    ...jsonParts(facts).map((rows) => upsertFacts(db, organisationId, rows, nowMs)),
  ];
  const [first, ...rest] = statements;
  if (first === undefined) return true;
  try {
    await db.batch([first, ...rest]);
    return true;
  } catch (thrown) {
    if (isForeignKeyFault(thrown)) return false;
    throw thrown;
  }
}

function ownColumns({ id, label, zone, groupSize }: ImportedUnit) {
  return { id, label, zone, groupSize };
}

/** The columns in the order of the table. */
function insertUnits(db: Database, organisationId: string, rows: string) {
  return db.insert(units).select(
    sql`select value ->> 'id', ${organisationId}, value ->> 'label', value ->> 'zone', value ->> 'groupSize', 0
      from json_each(${rows}) where not exists (
        select 1 from units u where u.organisation_id = ${organisationId} and lower(u.label) = lower(value ->> 'label'))`,
  );
}

function updateUnits(db: Database, organisationId: string, rows: string) {
  return db
    .update(units)
    .set({ zone: sql`line.value ->> 'zone'`, groupSize: sql`line.value ->> 'groupSize'` })
    .from(sql`json_each(${rows}) as line`)
    .where(and(eq(units.organisationId, organisationId), eq(units.id, sql`line.value ->> 'id'`)));
}

/** The columns in the order of the table. The value's column holds JSON, so it is taken over as JSON. */
function upsertFacts(db: Database, organisationId: string, rows: string, nowMs: number) {
  return db
    .insert(unitFacts)
    .select(
      sql`select ${organisationId}, value ->> 'unitId', value ->> 'name', value -> 'value', ${nowMs}, null
        from json_each(${rows}) where true`,
    )
    .onConflictDoUpdate({
      target: [unitFacts.organisationId, unitFacts.unitId, unitFacts.name],
      set: { value: sql`excluded.value`, updatedAtMs: nowMs, validUntilMs: null },
    });
}

function isForeignKeyFault(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return /FOREIGN KEY/u.test(thrown.message) || isForeignKeyFault(thrown.cause);
}
