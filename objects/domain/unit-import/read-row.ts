// Owns what one row of the table says, cell by cell. It knows no other row and no unit.
import { never } from "../kernel/never.ts";
import { plainLine } from "../lead-mail/lines.ts";
import type { Column } from "./column.ts";
import { type Faults, fault } from "./faults.ts";
import { FACT_CHARS_MAX, GROUP_SIZE_MAX, LABEL_CHARS_MAX } from "./limits.ts";
import type { ImportErrorCode } from "./plan.ts";

export type Header = { readonly column: Column; readonly words: string };
/** What a row says; null where its cell is empty or there is no such column. */
export type RowValues = {
  readonly label: string | null;
  readonly zone: string | null;
  readonly groupSize: number | null;
  readonly facts: readonly (readonly [name: string, value: string | number])[];
};

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/u;

/** [U5, U7] The row's values; what is wrong with a cell is noted and the reading goes on. */
export function readRow(
  found: Faults,
  isKnownZone: (zone: string) => boolean,
  headers: readonly Header[],
  cells: readonly string[],
  row: number,
): RowValues {
  if (cells.slice(headers.length).some((cell) => cell !== "")) {
    fault(
      found,
      row,
      null,
      "TOO_MANY_CELLS",
      "The row has more cells than the header. Check its separators and quotes.",
    );
  }
  let label: string | null = null;
  let zone: string | null = null;
  let groupSize: number | null = null;
  const facts: (readonly [string, string | number])[] = [];
  for (const [at, { column, words }] of headers.entries()) {
    const cell = cells[at] ?? "";
    if (cell === "") continue;
    switch (column.kind) {
      case "label":
        label = lineOf(found, row, words, cell, LABEL_CHARS_MAX, "LABEL_TOO_LONG");
        break;
      case "zone":
        zone = cell;
        if (!isKnownZone(cell)) {
          fault(found, row, words, "ZONE_UNKNOWN", "This is no IANA zone. Write one such as America/New_York.");
        }
        break;
      case "group_size":
        groupSize = groupSizeOf(found, row, words, cell);
        break;
      case "fact": {
        const line = lineOf(found, row, words, cell, FACT_CHARS_MAX, "VALUE_TOO_LONG");
        if (line !== "") facts.push([column.name, PLAIN_NUMBER.test(line) ? Number(line) : line]);
        break;
      }
      case "unknown":
        break;
      default:
        never(column);
    }
  }
  return { label: label === "" ? null : label, zone, groupSize, facts };
}

function groupSizeOf(found: Faults, row: number, words: string, cell: string): number | null {
  const size = /^\d{1,4}$/u.test(cell) ? Number(cell) : 0;
  if (size >= 1 && size <= GROUP_SIZE_MAX) return size;
  fault(
    found,
    row,
    words,
    "GROUP_SIZE_WRONG",
    `This is no group size. Write a whole number from 1 to ${GROUP_SIZE_MAX}.`,
  );
  return null;
}

function lineOf(
  found: Faults,
  row: number,
  words: string,
  cell: string,
  charsMax: number,
  code: ImportErrorCode,
): string {
  if (cell.length > charsMax) fault(found, row, words, code, `At most ${charsMax} characters fit. Shorten it.`);
  return plainLine(cell, charsMax);
}
