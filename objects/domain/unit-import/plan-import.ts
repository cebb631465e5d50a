// Owns the way from a table's cells to a plan: which units are new, which change in what, and everything that is wrong.
// It reads no file and writes nothing.
import { plainLine } from "../lead-mail/lines.ts";
import { columnOf, meaningOf } from "./column.ts";
import { type Faults, fault } from "./faults.ts";
import { IMPORT_COLUMNS_MAX, IMPORT_ROWS_MAX, IMPORT_VALUES_MAX, LABEL_CHARS_MAX } from "./limits.ts";
import type { FieldChange, ImportPlan, KnownUnit, PlannedUnit } from "./plan.ts";
import { type Header, type RowValues, readRow } from "./read-row.ts";

export type ImportRequest = {
  /** All rows of the table, the header first, blank ones included. */
  readonly rows: readonly (readonly string[])[];
  readonly units: readonly KnownUnit[];
  /** The zone of new units whose row names none; null: every new unit needs its own. */
  readonly zoneDefault: string | null;
  readonly isKnownZone: (zone: string) => boolean;
};

const GROUP_SIZE_DEFAULT = 1;

/** [U1..U10] What the table would do. Errors never stop the reading: a person sees all of them at once. */
export function planImport(request: ImportRequest): ImportPlan {
  const found: Faults = { errors: [], count: 0 };
  const headers = (request.rows[0] ?? []).map((words) => {
    const line = plainLine(words, LABEL_CHARS_MAX);
    return { column: columnOf(line), words: line };
  });
  const body = request.rows
    .map((cells, index) => ({ cells: cells.map((cell) => cell.trim()), row: index + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  const ignoredColumns = headers.filter(({ column, words }) => column.kind === "unknown" && words !== "");
  const isReadable = checkTable(found, headers, body.length);
  const planned = isReadable ? planRows(found, request, headers, body) : [];
  if (planned.reduce((sum, unit) => sum + unit.changes.length, 0) > IMPORT_VALUES_MAX) {
    fault(found, 1, null, "TOO_MANY_VALUES", `A table may hold ${IMPORT_VALUES_MAX} values. Send it in parts.`);
  }
  return {
    created: planned.filter((unit) => unit.id === null),
    changed: planned.filter((unit) => unit.id !== null && unit.changes.length > 0),
    unchanged: planned.filter((unit) => unit.id !== null && unit.changes.length === 0).length,
    ignoredColumns: ignoredColumns.map(({ words }) => words),
    errors: found.errors,
    errorCount: found.count,
  };
}

/** [U2, U10] False when the rows cannot be read at all. */
function checkTable(found: Faults, headers: readonly Header[], rowCount: number): boolean {
  if (headers.every(({ words }) => words === "")) {
    fault(found, 1, null, "NO_HEADER", "The first row must name the columns. Put the names there.");
    return false;
  }
  if (headers.length > IMPORT_COLUMNS_MAX) {
    fault(found, 1, null, "TOO_MANY_COLUMNS", `A table may have ${IMPORT_COLUMNS_MAX} columns. Take some out.`);
    return false;
  }
  if (rowCount > IMPORT_ROWS_MAX) {
    fault(found, 1, null, "TOO_MANY_ROWS", `A table may have ${IMPORT_ROWS_MAX} rows. Send it in parts.`);
    return false;
  }
  const seen = new Set<string>();
  for (const { column, words } of headers) {
    const meaning = meaningOf(column);
    if (meaning === null) continue;
    if (seen.has(meaning)) {
      fault(found, 1, words, "COLUMN_TWICE", "Another column says the same. Keep one of them.");
    }
    seen.add(meaning);
  }
  if (!seen.has("label")) {
    fault(found, 1, null, "NO_LABEL_COLUMN", 'A column must name the units. Call it "Label".');
  }
  return found.count === 0;
}

function planRows(
  found: Faults,
  request: ImportRequest,
  headers: readonly Header[],
  body: readonly { readonly cells: readonly string[]; readonly row: number }[],
): readonly PlannedUnit[] {
  const units = Map.groupBy(request.units, (unit) => labelKey(unit.label));
  const labelWords = headers.find(({ column }) => column.kind === "label")?.words ?? null;
  const seen = new Map<string, number>();
  return body.flatMap(({ cells, row }) => {
    const before = found.count;
    const values = readRow(found, request.isKnownZone, headers, cells, row);
    const { label } = values;
    if (label === null) {
      fault(found, row, labelWords, "LABEL_EMPTY", "The unit has no label. Give it one, or take the row out.");
      return [];
    }
    const key = labelKey(label);
    const first = seen.get(key);
    if (first !== undefined) {
      fault(found, row, labelWords, "LABEL_TWICE", `Row ${first} has the same label. Keep one of the two.`);
    }
    seen.set(key, first ?? row);
    const [unit, twin] = units.get(key) ?? [];
    if (twin !== undefined) {
      fault(found, row, labelWords, "LABEL_AMBIGUOUS", "Two units have this label. Rename one of them first.");
    }
    const planned =
      unit === undefined ? newUnit(found, request, headers, row, label, values) : change(unit, row, values);
    return found.count > before || planned === null ? [] : [planned];
  });
}

function newUnit(
  found: Faults,
  request: ImportRequest,
  headers: readonly Header[],
  row: number,
  label: string,
  values: RowValues,
): PlannedUnit | null {
  const zone = values.zone ?? request.zoneDefault;
  if (zone === null) {
    const words = headers.find(({ column }) => column.kind === "zone")?.words ?? null;
    fault(found, row, words, "ZONE_MISSING", "A new unit needs a time zone. Write one such as America/New_York.");
    return null;
  }
  const groupSize = values.groupSize ?? GROUP_SIZE_DEFAULT;
  const changes = values.facts.map(([field, to]) => ({ field, isFact: true, from: null, to }));
  return { row, id: null, label, zone, groupSize, changes };
}

/** [U3, U5] Only what differs. The label stays as it is written on record. */
function change(unit: KnownUnit, row: number, values: RowValues): PlannedUnit {
  const zone = values.zone ?? unit.zone;
  const groupSize = values.groupSize ?? unit.groupSize;
  const changes: FieldChange[] = [];
  if (zone !== unit.zone) changes.push({ field: "zone", isFact: false, from: unit.zone, to: zone });
  if (groupSize !== unit.groupSize) {
    changes.push({ field: "groupSize", isFact: false, from: unit.groupSize, to: groupSize });
  }
  for (const [field, to] of values.facts) {
    const from = Object.hasOwn(unit.facts, field) ? (unit.facts[field] ?? null) : null;
    if (from !== to) changes.push({ field, isFact: true, from, to });
  }
  return { row, id: unit.id, label: unit.label, zone, groupSize, changes };
}

function labelKey(label: string): string {
  return plainLine(label, LABEL_CHARS_MAX).normalize("NFKC").toLowerCase();
}
