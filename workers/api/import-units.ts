// An import of units as a whole: the file read, compared with what is there, and applied when nothing in it is wrong.
import type { ImportAnswer } from "#contracts/api/unit-import";
import { isKnownZone } from "#domain/slots/zone";
import type { ImportPlan, PlannedUnit } from "#domain/unit-import/plan";
import { planImport } from "#domain/unit-import/plan-import";
import type { Deps } from "#workers/deps";
import { applyImport, type ImportedUnit, knownUnits } from "#workers/store/units-import";
import type { Viewer } from "./api-env.ts";
import { auditChange } from "./audit-change.ts";
import { checkZone } from "./check-zone.ts";
import { Problem } from "./problem.ts";
import { readTable } from "./read-table.ts";

/** [U9] `zoneDefault` is for new units whose row names no zone. Throws NOT_NOW when units changed at the same moment. */
export async function importUnits(
  deps: Deps,
  viewer: Viewer,
  bytes: ArrayBuffer,
  options: { readonly isDryRun: boolean; readonly zoneDefault: string | null },
): Promise<ImportAnswer> {
  const { isDryRun, zoneDefault } = options;
  if (zoneDefault !== null) checkZone(zoneDefault);
  const table = readTable(bytes);
  if (!table.ok) return nothingRead({ ...table.error, column: null });
  const nowMs = deps.now();
  const known = await knownUnits(deps.db, viewer.organisationId, nowMs);
  const plan = planImport({ rows: table.value, units: known, zoneDefault, isKnownZone });
  if (isDryRun || plan.errorCount > 0) return answerOf(plan, plan.created, false);
  const created = plan.created.map(withId);
  await apply(deps, viewer, created, plan.changed.map(withId), nowMs);
  return answerOf(plan, created, true);
}

async function apply(
  deps: Deps,
  viewer: Viewer,
  created: readonly ImportedUnit[],
  changed: readonly ImportedUnit[],
  nowMs: number,
): Promise<void> {
  if (!(await applyImport(deps.db, viewer.organisationId, created, changed, nowMs))) {
    throw new Problem("NOT_NOW", "Units were added at the same moment. Look at the list and send the table again.");
  }
  if (created.length + changed.length === 0) return;
  await auditChange(deps, viewer, "units.imported", [{ created: created.length, changed: changed.length }]);
}

function withId(unit: PlannedUnit): ImportedUnit {
  return { ...unit, id: unit.id ?? newUnitId() };
}

/** An id for a new unit. */
export function newUnitId(): string {
  return `un_${crypto.randomUUID()}`;
}

function answerOf(plan: ImportPlan, created: readonly PlannedUnit[], isApplied: boolean): ImportAnswer {
  return {
    isApplied,
    created: created.map(viewOf),
    changed: plan.changed.map(viewOf),
    unchanged: plan.unchanged,
    ignoredColumns: [...plan.ignoredColumns],
    errors: [...plan.errors],
    errorCount: plan.errorCount,
  };
}

function viewOf({ row, id, label, changes }: PlannedUnit): ImportAnswer["created"][number] {
  return { row, id, label, changes: changes.map(({ field, from, to }) => ({ field, from, to })) };
}

function nothingRead(error: ImportAnswer["errors"][number]): ImportAnswer {
  return {
    isApplied: false,
    created: [],
    changed: [],
    unchanged: 0,
    ignoredColumns: [],
    errors: [error],
    errorCount: 1,
  };
}
