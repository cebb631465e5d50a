// Owns the gathering of errors: all are counted, the first ones are kept to be told.
import { IMPORT_ERRORS_MAX } from "./limits.ts";
import type { ImportError, ImportErrorCode } from "./plan.ts";

export type Faults = { readonly errors: ImportError[]; count: number };

/** [U8] Notes one error. `column` is the header's words, null for the whole row or table. */
export function fault(found: Faults, row: number, column: string | null, code: ImportErrorCode, message: string): void {
  found.count += 1;
  if (found.errors.length < IMPORT_ERRORS_MAX) found.errors.push({ row, column, code, message });
}
