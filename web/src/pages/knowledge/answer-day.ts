// The last day on which an answer holds, in the zone of its unit; what holds for every unit is read where one looks.
import type { KnowledgeView } from "#contracts/api/knowledge";
import type { UnitView } from "#contracts/api/unit";
import { wallOf } from "../../parts/unit/wall-time.ts";

/** The zone in which the days of a unit's answers are meant. */
export function zoneOf(unitId: string | null, units: readonly UnitView[]): string {
  const zone = units.find((unit) => unit.id === unitId)?.zone;
  return zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Its end is the first instant that is no longer part of it. */
export function lastDayOf(entry: KnowledgeView, units: readonly UnitView[]): number | null {
  if (entry.validUntil === null) return null;
  return wallOf(zoneOf(entry.unit?.id ?? null, units), Date.parse(entry.validUntil) - 1).day;
}
