// Which units somebody asks about: all of the organisation, those an agent actively works on, or one of either.
// The one place that knows what "an agent's units" are (R23).
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { assignments } from "#migrations/schema";
import type { Database } from "./database.ts";

export type UnitScope = {
  /** Null: whoever's. */
  readonly agentId: string | null;
  /** Null: every unit. */
  readonly unitId: string | null;
};

/** The condition that a column of unit ids must meet; undefined for no condition. */
export function inUnitScope(
  db: Database,
  organisationId: string,
  scope: UnitScope,
  column: SQLiteColumn,
): SQL | undefined {
  const own = db
    .select({ unitId: assignments.unitId })
    .from(assignments)
    .where(
      and(
        eq(assignments.organisationId, organisationId),
        eq(assignments.userId, scope.agentId ?? ""),
        eq(assignments.isActive, true),
      ),
    );
  return and(
    scope.unitId === null ? undefined : eq(column, scope.unitId),
    scope.agentId === null ? undefined : inArray(column, own),
  );
}
