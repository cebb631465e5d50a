// Units and the facts on record about them. A reply may state only what is here, so a stale fact does not exist.
import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
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

export type UnitView = {
  readonly id: string;
  readonly label: string;
  readonly zone: string;
  readonly facts: readonly { readonly name: string; readonly value: string | number }[];
};

/** The facts that stand at `nowMs`; empty for a unit of another organisation. */
export async function factsOf(
  db: Database,
  organisationId: string,
  unitId: string,
  nowMs: number = Date.now(),
): Promise<UnitFacts> {
  const unit = await db
    .select({ label: units.label, zone: units.zone })
    .from(units)
    .where(and(eq(units.organisationId, organisationId), eq(units.id, unitId)))
    .get();
  if (unit === undefined) return { zone: null, label: null, facts: {}, records: {} };
  const rows = await standingFacts(db, organisationId, nowMs, unitId);
  return {
    zone: unit.zone,
    label: unit.label,
    facts: Object.fromEntries(rows.map((row) => [row.name, row.value])),
    records: Object.fromEntries(rows.map((row) => [row.name, `unit_facts/${unitId}/${row.name}`])),
  };
}

/** All units of the organisation with the facts that stand at `nowMs`, by label. */
export async function listUnits(db: Database, organisationId: string, nowMs: number): Promise<readonly UnitView[]> {
  const [unitRows, factRows] = await Promise.all([
    db
      .select({ id: units.id, label: units.label, zone: units.zone })
      .from(units)
      .where(eq(units.organisationId, organisationId))
      .orderBy(asc(units.label), asc(units.id))
      .all(),
    standingFacts(db, organisationId, nowMs, null),
  ]);
  const byUnit = Map.groupBy(factRows, (row) => row.unitId);
  return unitRows.map((unit) => ({
    ...unit,
    facts: (byUnit.get(unit.id) ?? []).map((row) => ({ name: row.name, value: row.value })),
  }));
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

function standingFacts(db: Database, organisationId: string, nowMs: number, unitId: string | null) {
  return db
    .select({ unitId: unitFacts.unitId, name: unitFacts.name, value: unitFacts.value })
    .from(unitFacts)
    .where(
      and(
        eq(unitFacts.organisationId, organisationId),
        ...(unitId === null ? [] : [eq(unitFacts.unitId, unitId)]),
        or(isNull(unitFacts.validUntilMs), gt(unitFacts.validUntilMs, nowMs)),
      ),
    )
    .orderBy(asc(unitFacts.unitId), asc(unitFacts.name))
    .all();
}
