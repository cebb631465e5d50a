import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_TOPICS } from "../triage/topics.ts";
import { columnOf, SAME_FACT } from "./column.ts";
import {
  FACT_CHARS_MAX,
  IMPORT_COLUMNS_MAX,
  IMPORT_ERRORS_MAX,
  IMPORT_ROWS_MAX,
  IMPORT_VALUES_MAX,
  LABEL_CHARS_MAX,
} from "./limits.ts";
import type { ImportPlan, KnownUnit } from "./plan.ts";
import { planImport } from "./plan-import.ts";

const ZONE = "America/New_York";
const isKnownZone = (zone: string) => zone === ZONE || zone === "Europe/London";
const halsey: KnownUnit = {
  id: "un_halsey",
  label: "Halsey Street, 2R",
  zone: ZONE,
  groupSize: 1,
  facts: { rentMonthly: 1450, pets: "Cats only" },
};

function plan(rows: readonly (readonly string[])[], units: readonly KnownUnit[] = [halsey]): ImportPlan {
  return planImport({ rows, units, zoneDefault: ZONE, isKnownZone });
}

function errorsOf(found: ImportPlan): readonly (readonly [number, string | null, string])[] {
  return found.errors.map(({ row, column, code }) => [row, column, code]);
}

describe("headers", () => {
  it.each([
    ["Label", { kind: "label" }],
    ["UNIT NAME", { kind: "label" }],
    ["time_zone", { kind: "zone" }],
    ["Group size", { kind: "group_size" }],
    ["Rent", { kind: "fact", name: "rentMonthly" }],
    ["Monthly Rent (USD)", { kind: "fact", name: "rentMonthly" }],
    ["rent-per-month [$]", { kind: "fact", name: "rentMonthly" }],
    ["Security deposit:", { kind: "fact", name: "deposit" }],
    ["ＲＥＮＴ", { kind: "fact", name: "rentMonthly" }],
    ["Beds", { kind: "fact", name: "bedrooms" }],
    ["Pet deposit", { kind: "fact", name: "petDeposit" }],
    ["walk up", { kind: "fact", name: "walkUp" }],
    ["Landlord's phone", { kind: "unknown" }],
    ["constructor", { kind: "unknown" }],
    ["", { kind: "unknown" }],
  ])("[U1] %s is %j", (header, column) => {
    expect(columnOf(header)).toEqual(column);
  });

  it("[U1] knows every fact that triage asks for, and makes up none", () => {
    const asked = new Set(ALL_TOPICS.flatMap((topic) => [...topic.facts, ...(topic.within?.facts ?? [])]));
    for (const name of asked) expect([name, columnOf(name).kind]).toEqual([name, "fact"]);
    for (const [name, others] of Object.entries(SAME_FACT)) {
      for (const one of [name, ...others]) expect([one, asked.has(one)]).toEqual([one, true]);
    }
  });

  it("[U1] gives the name that is looked up first, so that the newer value is the one stated", () => {
    for (const [name, others] of Object.entries(SAME_FACT)) {
      for (const topic of ALL_TOPICS) {
        const at = topic.facts.indexOf(name);
        const places = others.map((other) => topic.facts.indexOf(other)).filter((place) => place !== -1);
        for (const place of places) expect([topic.id, name, at !== -1 && at < place]).toEqual([topic.id, name, true]);
      }
    }
  });

  it("[U2] that nobody knows are left out and named, empty ones are not", () => {
    const found = plan([
      ["Label", "Colour of the door", ""],
      ["Halsey Street, 2R", "blue", "x"],
    ]);
    expect(found).toMatchObject({ ignoredColumns: ["Colour of the door"], errors: [], unchanged: 1 });
  });

  it("[U2] that say the same, or no label, are errors", () => {
    expect(
      errorsOf(
        plan([
          ["Label", "Rent", "Price"],
          ["A", "1", "2"],
        ]),
      ),
    ).toEqual([[1, "Price", "COLUMN_TWICE"]]);
    expect(errorsOf(plan([["Rent"], ["1"]]))).toEqual([[1, null, "NO_LABEL_COLUMN"]]);
    expect(errorsOf(plan([]))).toEqual([[1, null, "NO_HEADER"]]);
    expect(errorsOf(plan([["", " "], ["A"]]))).toEqual([[1, null, "NO_HEADER"]]);
  });
});

describe("rows", () => {
  it("[U3] change the unit of their label and create the others", () => {
    const found = plan([
      ["Label", "Rent", "Group size", "Zone"],
      ["halsey  street, 2r", "1500", "4", "Europe/London"],
      ["New home", "$2,900 per month", "", ""],
    ]);
    expect(found.errors).toEqual([]);
    expect(found.changed).toEqual([
      {
        row: 2,
        id: "un_halsey",
        label: "Halsey Street, 2R",
        zone: "Europe/London",
        groupSize: 4,
        changes: [
          { field: "zone", isFact: false, from: ZONE, to: "Europe/London" },
          { field: "groupSize", isFact: false, from: 1, to: 4 },
          { field: "rentMonthly", isFact: true, from: 1450, to: 1500 },
        ],
      },
    ]);
    expect(found.created).toEqual([
      {
        row: 3,
        id: null,
        label: "New home",
        zone: ZONE,
        groupSize: 1,
        changes: [{ field: "rentMonthly", isFact: true, from: null, to: "$2,900 per month" }],
      },
    ]);
  });

  it("[U3] read a second time change nothing", () => {
    const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.integer().map(String), fc.constant(""));
    const row = fc.tuple(cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (cells) => {
        const rows = [["Label", "Rent", "Pets"], ...cells.map((line, at) => [`${at} ${line[0]}`, line[1], line[2]])];
        const first = plan(rows);
        expect(first.errors).toEqual([]);
        const units = [...first.created, ...first.changed].map((unit, at) => ({
          ...unit,
          id: `un_${at}`,
          facts: Object.fromEntries(unit.changes.map(({ field, to }) => [field, to])),
        }));
        const again = plan(rows, units);
        expect(again).toMatchObject({ created: [], changed: [], errors: [], unchanged: units.length });
      }),
    );
  });

  it("[U4] with a label that stands twice, here or there, are errors", () => {
    const twin = { ...halsey, id: "un_twin", label: "HALSEY Street,  2R" };
    expect(errorsOf(plan([["Label"], ["A"], ["B"], [" a "]]))).toEqual([[4, "Label", "LABEL_TWICE"]]);
    expect(errorsOf(plan([["Unit"], ["Halsey Street, 2R"]], [halsey, twin]))).toEqual([[2, "Unit", "LABEL_AMBIGUOUS"]]);
  });

  it("[U5] leave alone what they do not say, and may be blank", () => {
    const found = plan([["Label", "Rent", "Pets"], ["Halsey Street, 2R", "", " "], ["", "", ""], [], ["", "", "\t"]]);
    expect(found).toMatchObject({ created: [], changed: [], unchanged: 1, errors: [] });
  });

  it("[U6] of new units need a zone that the runtime knows", () => {
    const rows = [
      ["Label", "Zone"],
      ["A", "Mars/Olympus"],
      ["B", ""],
    ];
    expect(errorsOf(plan(rows))).toEqual([[2, "Zone", "ZONE_UNKNOWN"]]);
    const found = planImport({ rows, units: [], zoneDefault: null, isKnownZone });
    expect(errorsOf(found)).toEqual([
      [2, "Zone", "ZONE_UNKNOWN"],
      [3, "Zone", "ZONE_MISSING"],
    ]);
  });

  it.each([
    ["1450", 1450],
    ["0", 0],
    ["-3", -3],
    ["1450.50", 1450.5],
    ["007", "007"],
    ["1,450", "1,450"],
    ["1e3", "1e3"],
    ["$1,450", "$1,450"],
    ["12345678901234567890", "12345678901234567890"],
    ["two\r\nlines\u202e", "two lines"],
  ])("[U7] keep %j as %j", (cell, value) => {
    const found = plan([
      ["Label", "Rent"],
      ["A", cell],
    ]);
    expect(found.created[0]?.changes[0]?.to).toBe(value);
  });

  it("[U8] name every error with its row, its column and what to do", () => {
    const found = plan([
      ["Unit", "Group size", "Rent"],
      ["", "1", "1"],
      ["A", "0", "x".repeat(FACT_CHARS_MAX + 1)],
      [],
      ["B", "many", "1", "more"],
    ]);
    expect(errorsOf(found)).toEqual([
      [2, "Unit", "LABEL_EMPTY"],
      [3, "Group size", "GROUP_SIZE_WRONG"],
      [3, "Rent", "VALUE_TOO_LONG"],
      [5, null, "TOO_MANY_CELLS"],
      [5, "Group size", "GROUP_SIZE_WRONG"],
    ]);
    for (const { message } of found.errors) expect(message).toMatch(/^[A-Z].*\. ?.*\.$/);
  });

  it("[U8] with very many errors tell the first ones and count all", () => {
    const found = plan([["Label", "Rent"], ...Array.from({ length: 500 }, () => ["", "1"])]);
    expect(found.errors).toHaveLength(IMPORT_ERRORS_MAX);
    expect(found.errorCount).toBe(500);
  });

  it("[U10] have limits", () => {
    const many = Array.from({ length: IMPORT_ROWS_MAX + 1 }, (_, at) => [`Unit ${at}`]);
    expect(plan([["Label"], ...many.slice(1)]).created).toHaveLength(IMPORT_ROWS_MAX);
    expect(errorsOf(plan([["Label"], ...many]))).toEqual([[1, null, "TOO_MANY_ROWS"]]);
    const wide = Array.from({ length: IMPORT_COLUMNS_MAX }, (_, at) => `c${at}`);
    expect(errorsOf(plan([["Label", ...wide], ["A"]]))).toEqual([[1, null, "TOO_MANY_COLUMNS"]]);
    const known = ALL_TOPICS.flatMap((topic) => topic.facts[0] ?? []).slice(0, IMPORT_VALUES_MAX / IMPORT_ROWS_MAX + 1);
    const names = [...new Set(known)];
    const full = Array.from({ length: IMPORT_ROWS_MAX }, (_, at) => [`Unit ${at}`, ...names.map(() => "1")]);
    expect(errorsOf(plan([["Label", ...names], ...full]))).toEqual([[1, null, "TOO_MANY_VALUES"]]);
    expect(errorsOf(plan([["Label"], ["x".repeat(LABEL_CHARS_MAX + 1)]]))).toEqual([[2, "Label", "LABEL_TOO_LONG"]]);
    expect(plan([["Label"], ["x".repeat(LABEL_CHARS_MAX)]]).created[0]?.label).toHaveLength(LABEL_CHARS_MAX);
  });
});

describe("any table", () => {
  it("gives a plan or errors, never both for a row, and is read in bounded time", () => {
    const text = fc.string({ unit: "binary", maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(text, fc.constantFrom("Label", "Rent", "Zone", ZONE)), { maxLength: 5 })),
        (rows) => {
          const found = plan(rows);
          const failed = new Set(found.errors.map(({ row }) => row));
          for (const { row } of [...found.created, ...found.changed]) expect(failed.has(row)).toBe(false);
        },
      ),
    );
  });
});
