// Units and the facts on record about them. A reply may state only what is here, and nothing that is out of date.
import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { UnitChange } from "#contracts/api/unit";
import { unitFacts, units } from "#migrations/schema";
import type { Database } from "./database.ts";

/** A unit with its facts, and where each is recorded. */
export type UnitFacts = {
  /** IANA zone; null for a unit of another organisation. */
  readonly zone: string | null;
  readonly label: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Record path by fact name: unit_facts/<unit id>/<name>. */
  readonly records: Readonly<Record<string, string>>;
};

/** All facts, those that are out of date too, and until when each holds. */
export type DatedFacts = UnitFacts & {
  /** UTC ISO instant by fact name; a fact without one holds until it is changed. */
  readonly validUntil: Readonly<Record<string, string>>;
};

/** The facts that stand at `nowMs`; empty for a unit of another organisation. */
export async function factsOf(
  db: Database,
  organisationId: string,
  unitId: string,
  nowMs: number = Date.now(),
): Promise<UnitFacts> {
  return standingOf(await datedFactsOf(db, organisationId, unitId), nowMs);
}

/** What of it stands at `nowMs`. */
export function standingOf({ zone, label, facts, records, validUntil }: DatedFacts, nowMs: number): UnitFacts {
  const stands = ([name]: readonly [string, unknown]) => {
    const until = validUntil[name];
    return until === undefined || nowMs < Date.parse(until);
  };
  return {
    ...{ zone, label },
    facts: Object.fromEntries(Object.entries(facts).filter(stands)),
    records: Object.fromEntries(Object.entries(records).filter(stands)),
  };
}

/** Every fact with its date, for who must tell "out of date" from "not known"; empty for a unit of another organisation. */
export async function datedFactsOf(db: Database, organisationId: string, unitId: string): Promise<DatedFacts> {
  const unit = await db
    .select({ label: units.label, zone: units.zone })
    .from(units)
    .where(and(eq(units.organisationId, organisationId), eq(units.id, unitId)))
    .get();
  if (unit === undefined) return { zone: null, label: null, facts: {}, records: {}, validUntil: {} };
  const rows = await factRows(db, organisationId, unitId);
  return {
    zone: unit.zone,
    label: unit.label,
    facts: Object.fromEntries(rows.map((row) => [row.name, row.value])),
    records: Object.fromEntries(rows.map((row) => [row.name, `unit_facts/${unitId}/${row.name}`])),
    validUntil: Object.fromEntries(
      rows.flatMap(({ name, validUntilMs }) =>
        validUntilMs === null ? [] : [[name, new Date(validUntilMs).toISOString()]],
      ),
    ),
  };
}

/** Whether the unit is this organisation's. */
export async function hasUnit(db: Database, organisationId: string, unitId: string): Promise<boolean> {
  const row = await db
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.organisationId, organisationId), eq(units.id, unitId)))
    .get();
  return row !== undefined;
}

/** Keeps a new unit. */
export async function addUnit(
  db: Database,
  organisationId: string,
  unit: { readonly id: string; readonly label: string; readonly zone: string; readonly groupSize: number },
): Promise<void> {
  await db
    .insert(units)
    .values({ organisationId, ...unit })
    .run();
}

/** Changes what is given. */
export async function changeUnit(
  db: Database,
  organisationId: string,
  unitId: string,
  change: UnitChange,
): Promise<void> {
  const { label, zone, groupSize } = change;
  const columns = {
    ...(label === undefined ? {} : { label }),
    ...(zone === undefined ? {} : { zone }),
    ...(groupSize === undefined ? {} : { groupSize }),
  };
  if (Object.keys(columns).length === 0) return;
  await db
    .update(units)
    .set(columns)
    .where(and(eq(units.organisationId, organisationId), eq(units.id, unitId)))
    .run();
}

/** Whether a unit of the organisation has this label already, in whatever case, another one than `exceptId`. */
export async function isLabelTaken(
  db: Database,
  organisationId: string,
  label: string,
  exceptId: string | null,
): Promise<boolean> {
  const row = await db
    .select({ id: units.id })
    .from(units)
    .where(
      and(
        eq(units.organisationId, organisationId),
        sql`lower(${units.label}) = lower(${label})`,
        exceptId === null ? undefined : ne(units.id, exceptId),
      ),
    )
    .get();
  return row !== undefined;
}

/** Sets a fact of a unit, which must be the organisation's. */
export async function setFact(
  db: Database,
  organisationId: string,
  unitId: string,
  fact: Omit<typeof unitFacts.$inferSelect, "organisationId" | "unitId">,
): Promise<void> {
  const { name, ...columns } = fact;
  await db
    .insert(unitFacts)
    .values({ organisationId, unitId, name, ...columns })
    .onConflictDoUpdate({ target: [unitFacts.organisationId, unitFacts.unitId, unitFacts.name], set: columns })
    .run();
}

/** Takes a fact off the record. False when there was none. */
export async function unsetFact(db: Database, organisationId: string, unitId: string, name: string): Promise<boolean> {
  const removed = await db
    .delete(unitFacts)
    .where(and(eq(unitFacts.organisationId, organisationId), eq(unitFacts.unitId, unitId), eq(unitFacts.name, name)))
    .returning({ name: unitFacts.name })
    .all();
  return removed.length > 0;
}

function factRows(db: Database, organisationId: string, unitId: string) {
  return db
    .select({ name: unitFacts.name, value: unitFacts.value, validUntilMs: unitFacts.validUntilMs })
    .from(unitFacts)
    .where(and(eq(unitFacts.organisationId, organisationId), eq(unitFacts.unitId, unitId)))
    .orderBy(asc(unitFacts.name))
    .all();
}
