// Units as people manage them, put together from their tables: facts (stale ones too), windows, assignments, listings.
import { and, asc, eq, gt } from "drizzle-orm";
import type { ListingView, UnitView } from "#contracts/api/unit";
import { assignments, unitFacts, units, unitWindows, user } from "#migrations/schema";
import { timesAhead } from "./agents-with-times.ts";
import type { Database } from "./database.ts";
import { listListings } from "./listing-links.ts";
import { inUnitScope, type UnitScope } from "./unit-scope.ts";

/** The units of a scope, by label. An agent's scope holds no colleague's assignment. */
export async function listUnits(
  db: Database,
  organisationId: string,
  scope: UnitScope,
  nowMs: number,
): Promise<readonly UnitView[]> {
  const [unitRows, facts, windows, people, listings, ahead] = await Promise.all([
    db
      .select()
      .from(units)
      .where(and(eq(units.organisationId, organisationId), inUnitScope(db, organisationId, scope, units.id)))
      .orderBy(asc(units.label), asc(units.id))
      .all(),
    factRows(db, organisationId, scope),
    windowRows(db, organisationId, scope, nowMs),
    assignmentRows(db, organisationId, scope),
    listListings(db, organisationId, scope),
    timesAhead(db, organisationId, nowMs),
  ]);
  const factsBy = Map.groupBy(facts, (row) => row.unitId);
  const windowsBy = Map.groupBy(windows, (row) => row.unitId);
  const peopleBy = Map.groupBy(people, (row) => row.unitId);
  const listingsBy = Map.groupBy(listings, (row: ListingView) => row.unitId ?? "");
  return unitRows.map(({ id, label, zone, groupSize, isWindowBound }) => ({
    id,
    label,
    zone,
    groupSize,
    windows: isWindowBound ? (windowsBy.get(id) ?? []).map(windowView) : null,
    facts: (factsBy.get(id) ?? []).map((row) => factView(row, nowMs)),
    assignments: (peopleBy.get(id) ?? []).map(({ userId, name, priority, isActive }) => ({
      user: { id: userId, name },
      priority,
      isActive,
    })),
    listings: listingsBy.get(id) ?? [],
    hasTimes:
      (peopleBy.get(id) ?? []).some(({ userId, isActive }) => isActive && ahead.agentIds.has(userId)) &&
      (!isWindowBound || (windowsBy.get(id) ?? []).some(({ startMs }) => startMs < ahead.untilMs)),
  }));
}

function factRows(db: Database, organisationId: string, scope: UnitScope) {
  return db
    .select()
    .from(unitFacts)
    .where(and(eq(unitFacts.organisationId, organisationId), inUnitScope(db, organisationId, scope, unitFacts.unitId)))
    .orderBy(asc(unitFacts.unitId), asc(unitFacts.name))
    .all();
}

function windowRows(db: Database, organisationId: string, scope: UnitScope, nowMs: number) {
  return db
    .select({ unitId: unitWindows.unitId, startMs: unitWindows.startMs, endMs: unitWindows.endMs })
    .from(unitWindows)
    .where(
      and(
        eq(unitWindows.organisationId, organisationId),
        gt(unitWindows.endMs, nowMs),
        inUnitScope(db, organisationId, scope, unitWindows.unitId),
      ),
    )
    .orderBy(asc(unitWindows.startMs), asc(unitWindows.endMs))
    .all();
}

function assignmentRows(db: Database, organisationId: string, scope: UnitScope) {
  return db
    .select({
      unitId: assignments.unitId,
      userId: user.id,
      name: user.name,
      priority: assignments.priority,
      isActive: assignments.isActive,
    })
    .from(assignments)
    .innerJoin(user, eq(user.id, assignments.userId))
    .where(
      and(
        eq(assignments.organisationId, organisationId),
        scope.agentId === null ? undefined : eq(assignments.userId, scope.agentId),
        inUnitScope(db, organisationId, scope, assignments.unitId),
      ),
    )
    .orderBy(asc(assignments.priority), asc(assignments.userId))
    .all();
}

function factView(row: typeof unitFacts.$inferSelect, nowMs: number): UnitView["facts"][number] {
  return {
    name: row.name,
    value: row.value,
    updatedAt: new Date(row.updatedAtMs).toISOString(),
    validUntil: row.validUntilMs === null ? null : new Date(row.validUntilMs).toISOString(),
    isStale: row.validUntilMs !== null && row.validUntilMs <= nowMs,
  };
}

function windowView({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }) {
  return { start: new Date(startMs).toISOString(), end: new Date(endMs).toISOString() };
}
