// The units behind the fake API: in memory, read and imported by the product's own rules, refused like the real ones.
import type { ListingView, UnitView } from "#contracts/api/unit";
import type { ImportAnswer } from "#contracts/api/unit-import";
import { isKnownZone } from "#domain/slots/zone";
import type { PlannedUnit } from "#domain/unit-import/plan";
import { planImport } from "#domain/unit-import/plan-import";
import { readTable } from "#workers/api/read-table";
import { Refused } from "./board.ts";
import { MEMBERS, type StoredFact, type StoredUnit, seedListings, seedUnits } from "./seed-units.ts";

export class FakeUnits {
  readonly units: Map<string, StoredUnit>;
  readonly listings: Map<string, ListingView>;

  constructor() {
    this.units = new Map(seedUnits(Date.now()).map((one) => [one.id, one]));
    this.listings = new Map(seedListings().map((one) => [one.id, one]));
  }

  /** Null: everybody's, for an admin. */
  all(agentId: string | null): UnitView[] {
    const shown = [...this.units.values()].filter(
      (unit) => agentId === null || unit.assignments.some((one) => one.user.id === agentId && one.isActive),
    );
    return shown.map((unit) => this.view(unit, agentId)).sort((a, b) => a.label.localeCompare(b.label));
  }

  get(id: string): StoredUnit {
    const held = this.units.get(id);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    return held;
  }

  change(id: string, change: Partial<StoredUnit>): UnitView {
    const { zone, label } = change;
    if (zone !== undefined && !isKnownZone(zone)) {
      throw new Refused("BAD_REQUEST", "This time zone is not known. Write one such as America/New_York.");
    }
    if ([...this.units.values()].some((one) => one.id !== id && one.label === label)) {
      throw new Refused("NOT_NOW", "Another unit has this label. Give this one a label of its own.");
    }
    const next = { ...this.get(id), ...change };
    this.units.set(id, next);
    return this.view(next, null);
  }

  add(unit: Pick<StoredUnit, "label" | "zone" | "groupSize">): UnitView {
    const id = `un_new${this.units.size}`;
    this.units.set(id, { id, ...unit, label: "", windows: null, facts: [], assignments: [] });
    try {
      return this.change(id, unit);
    } catch (refused) {
      this.units.delete(id);
      throw refused;
    }
  }

  remove(id: string): UnitView {
    const unit = this.view(this.get(id), null);
    if (unit.assignments.length + unit.listings.length > 0) {
      throw new Refused("NOT_NOW", "1 agent still hangs on this unit. Take its agents off it, then remove it.");
    }
    this.units.delete(id);
    return unit;
  }

  record(id: string, fact: Omit<StoredFact, "updatedAtMs">): UnitView {
    const others = this.get(id).facts.filter((one) => one.name !== fact.name);
    const facts = [...others, { ...fact, updatedAtMs: Date.now() }];
    return this.change(id, { facts: facts.sort((a, b) => a.name.localeCompare(b.name)) });
  }

  assign(id: string, userId: string, change: { priority: number; isActive: boolean }): UnitView {
    const member = MEMBERS.find((one) => one.id === userId);
    if (member === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    const others = this.get(id).assignments.filter((one) => one.user.id !== userId);
    const assignments = [...others, { user: { id: member.id, name: member.name }, ...change }];
    return this.change(id, { assignments: assignments.sort((a, b) => a.priority - b.priority) });
  }

  link(listingId: string, unitId: string | null): ListingView {
    const held = this.listings.get(listingId);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    const next = { ...held, unitId };
    this.listings.set(listingId, next);
    return next;
  }

  importTable(bytes: ArrayBuffer, isDryRun: boolean, zoneDefault: string | null): ImportAnswer {
    const table = readTable(bytes);
    if (!table.ok) {
      const errors = [{ ...table.error, column: null }];
      return { isApplied: false, created: [], changed: [], unchanged: 0, ignoredColumns: [], errors, errorCount: 1 };
    }
    const units = [...this.units.values()].map((unit) => ({
      ...unit,
      facts: Object.fromEntries(unit.facts.map((fact) => [fact.name, fact.value])),
    }));
    const plan = planImport({ rows: table.value, units, zoneDefault, isKnownZone });
    const isApplied = !isDryRun && plan.errorCount === 0;
    if (isApplied) for (const unit of [...plan.created, ...plan.changed]) this.take(unit);
    return {
      isApplied,
      created: plan.created.map(planned),
      changed: plan.changed.map(planned),
      unchanged: plan.unchanged,
      ignoredColumns: [...plan.ignoredColumns],
      errors: [...plan.errors],
      errorCount: plan.errorCount,
    };
  }

  private take({ id, label, zone, groupSize, changes }: PlannedUnit): void {
    const unit = id === null ? this.add({ label, zone, groupSize }) : this.change(id, { zone, groupSize });
    for (const { field, isFact, to } of changes) {
      if (isFact) this.record(unit.id, { name: field, value: to, validUntilMs: null });
    }
  }

  private view(unit: StoredUnit, agentId: string | null): UnitView {
    return {
      ...unit,
      facts: unit.facts.map(({ name, value, updatedAtMs, validUntilMs }) => ({
        name,
        value,
        updatedAt: new Date(updatedAtMs).toISOString(),
        validUntil: validUntilMs === null ? null : new Date(validUntilMs).toISOString(),
        isStale: validUntilMs !== null && validUntilMs <= Date.now(),
      })),
      assignments: unit.assignments.filter((one) => agentId === null || one.user.id === agentId),
      listings: [...this.listings.values()].filter((one) => one.unitId === unit.id),
      hasTimes: unit.windows?.length !== 0 && unit.assignments.some((one) => one.isActive && one.user.id !== "us_new"),
    };
  }
}

function planned({ row, id, label, changes }: PlannedUnit): ImportAnswer["created"][number] {
  return { row, id, label, changes: changes.map(({ field, from, to }) => ({ field, from, to })) };
}
