// An admin's changes of units: checked, stored, audited. Answers with the unit as it stands then.
import type { AssignmentChange } from "#contracts/api/assignment";
import type { ListingView, UnitChange, UnitView } from "#contracts/api/unit";
import type { Deps } from "#workers/deps";
import { assignmentOf, listMembers, putAssignment, removeAssignment } from "#workers/store/assignments";
import { listingOf, setListingUnit } from "#workers/store/listing-links";
import { listUnits } from "#workers/store/unit-list";
import { removeUnit } from "#workers/store/unit-removal";
import { replaceWindows, type UnitWindow } from "#workers/store/unit-windows";
import { addUnit, changeUnit, hasUnit, isLabelTaken, setFact, unsetFact } from "#workers/store/units";
import type { Viewer } from "./api-env.ts";
import { auditChange } from "./audit-change.ts";
import { checkZone } from "./check-zone.ts";
import { newUnitId } from "./import-units.ts";
import { notFound, Problem } from "./problem.ts";
import { agentScope } from "./scope.ts";
import { tiesWords } from "./unit-ties.ts";

/** A unit that the viewer may see. Throws NOT_FOUND otherwise. */
export async function ownUnit(deps: Deps, viewer: Viewer, unitId: string): Promise<UnitView> {
  const scope = { agentId: agentScope(viewer), unitId };
  const [unit] = await listUnits(deps.db, viewer.organisationId, scope, deps.now());
  if (unit === undefined) throw notFound();
  return unit;
}

/** Adds a unit. Throws NOT_NOW for a label that is taken: a table could not tell the two apart. */
export async function createUnit(
  deps: Deps,
  viewer: Viewer,
  unit: { readonly label: string; readonly zone: string; readonly groupSize: number },
): Promise<UnitView> {
  checkZone(unit.zone);
  await checkLabel(deps, viewer, unit.label, null);
  const id = newUnitId();
  await addUnit(deps.db, viewer.organisationId, { id, ...unit });
  await auditChange(deps, viewer, "unit.created", [{ unitId: id }]);
  return await ownUnit(deps, viewer, id);
}

/** Changes a unit, audited field by field. */
export async function applyUnitChange(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  change: UnitChange,
): Promise<UnitView> {
  const before = await ownUnit(deps, viewer, unitId);
  if (change.zone !== undefined) checkZone(change.zone);
  if (change.label !== undefined) await checkLabel(deps, viewer, change.label, unitId);
  await changeUnit(deps.db, viewer.organisationId, unitId, change);
  const details = (["label", "zone", "groupSize"] as const).flatMap((field) => {
    const to = change[field];
    return to === undefined || to === before[field] ? [] : { unitId, field, from: before[field], to };
  });
  await auditChange(deps, viewer, "unit.changed", details);
  return await ownUnit(deps, viewer, unitId);
}

/** Removes a unit and answers it as it was. Throws NOT_NOW while anything hangs on it. */
export async function removeUnitFor(deps: Deps, viewer: Viewer, unitId: string): Promise<UnitView> {
  const unit = await ownUnit(deps, viewer, unitId);
  const ties = await removeUnit(deps.db, viewer.organisationId, unitId, deps.now());
  if (ties !== null) throw new Problem("NOT_NOW", tiesWords(ties));
  await auditChange(deps, viewer, "unit.removed", [{ unitId }]);
  return unit;
}

/** Sets all windows of a unit; null: it can be shown at any time. */
export async function setWindows(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  windows: readonly UnitWindow[] | null,
): Promise<UnitView> {
  await checkUnit(deps, viewer, unitId);
  await replaceWindows(deps.db, viewer.organisationId, unitId, windows);
  await auditChange(deps, viewer, "unit.windows_set", [{ unitId, windows: windows === null ? null : windows.length }]);
  return await ownUnit(deps, viewer, unitId);
}

/** Puts a fact on record. The audit names it; its words stay in the record. */
export async function recordFact(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  fact: { readonly name: string; readonly value: string | number; readonly validUntilMs: number | null },
): Promise<UnitView> {
  await checkUnit(deps, viewer, unitId);
  await setFact(deps.db, viewer.organisationId, unitId, { ...fact, updatedAtMs: deps.now() });
  await auditChange(deps, viewer, "unit_fact.set", [
    { unitId, name: fact.name, to: typeof fact.value === "number" ? fact.value : null },
  ]);
  return await ownUnit(deps, viewer, unitId);
}

/** Takes a fact off the record. Throws NOT_FOUND when there is none. */
export async function removeFact(deps: Deps, viewer: Viewer, unitId: string, name: string): Promise<UnitView> {
  await checkUnit(deps, viewer, unitId);
  if (!(await unsetFact(deps.db, viewer.organisationId, unitId, name))) throw notFound();
  await auditChange(deps, viewer, "unit_fact.removed", [{ unitId, name }]);
  return await ownUnit(deps, viewer, unitId);
}

/** Assigns a member to a unit, or changes how. Throws NOT_FOUND for somebody who is no member. */
export async function assignMember(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  userId: string,
  change: AssignmentChange,
): Promise<UnitView> {
  const { organisationId } = viewer;
  await checkUnit(deps, viewer, unitId);
  if ((await listMembers(deps.db, organisationId, userId)).length === 0) throw notFound();
  const before = await assignmentOf(deps.db, organisationId, unitId, userId);
  await putAssignment(deps.db, organisationId, unitId, userId, change);
  if (before?.priority !== change.priority || before.isActive !== change.isActive) {
    const { priority, isActive } = change;
    await auditChange(deps, viewer, "assignment.set", [{ unitId, userId, priority, isActive }]);
  }
  return await ownUnit(deps, viewer, unitId);
}

/** Takes a person off a unit. Throws NOT_FOUND when they are not on it. */
export async function unassign(deps: Deps, viewer: Viewer, unitId: string, userId: string): Promise<UnitView> {
  await checkUnit(deps, viewer, unitId);
  if (!(await removeAssignment(deps.db, viewer.organisationId, unitId, userId))) throw notFound();
  await auditChange(deps, viewer, "assignment.removed", [{ unitId, userId }]);
  return await ownUnit(deps, viewer, unitId);
}

/** Says which unit an advert stands for (R5), from the next message on; null: none. */
export async function linkListingTo(
  deps: Deps,
  viewer: Viewer,
  listingId: string,
  unitId: string | null,
): Promise<ListingView> {
  const { organisationId } = viewer;
  const before = await listingOf(deps.db, organisationId, listingId);
  if (before === null) throw notFound();
  if (unitId !== null) await checkUnit(deps, viewer, unitId);
  if (before.unitId === unitId) return before;
  await setListingUnit(deps.db, organisationId, listingId, unitId);
  const { account, platformListingId } = before;
  const action = unitId === null ? "listing.unlinked" : "listing.linked";
  await auditChange(deps, viewer, action, [{ accountId: account.id, platformListingId, unitId }]);
  return { ...before, unitId };
}

async function checkUnit(deps: Deps, viewer: Viewer, unitId: string): Promise<void> {
  if (!(await hasUnit(deps.db, viewer.organisationId, unitId))) throw notFound();
}

async function checkLabel(deps: Deps, viewer: Viewer, label: string, exceptId: string | null): Promise<void> {
  if (await isLabelTaken(deps.db, viewer.organisationId, label, exceptId)) {
    throw new Problem("NOT_NOW", "Another unit has this label. Give this one a label of its own.");
  }
}
