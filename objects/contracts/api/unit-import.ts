// A table of units sent as text/csv, and what came of it.
import * as z from "zod/mini";
import { IMPORT_ROWS_MAX } from "#domain/unit-import/limits";

export { IMPORT_ROWS_MAX };
/** 5,000 rows of 400 bytes. */
export const IMPORT_BYTES_MAX = 2_000_000;

/** POST /api/units/import (admin): `dryRun=1` changes nothing; `zone` is for new units whose row names none. */
export const importQuerySchema = z.object({
  dryRun: z.optional(z.enum(["0", "1"])),
  zone: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});

const value = z.union([z.string(), z.number()]);
const plannedUnitSchema = z.object({
  /** As a spreadsheet counts: the header is 1. */
  row: z.number(),
  /** Null for a unit that is only planned. */
  id: z.nullable(z.string()),
  label: z.string(),
  /** `zone`, `groupSize`, or a fact's name. */
  changes: z.array(z.object({ field: z.string(), from: z.nullable(value), to: value })),
});

export const importAnswerSchema = z.object({
  /** False for a dry run, and whenever there is an error: then nothing was changed at all. */
  isApplied: z.boolean(),
  created: z.array(plannedUnitSchema),
  changed: z.array(plannedUnitSchema),
  unchanged: z.number(),
  /** Columns that nobody knows; they were left out. */
  ignoredColumns: z.array(z.string()),
  /** The first 200 of `errorCount` (unit-import/limits.ts). */
  errors: z.array(z.object({ row: z.number(), column: z.nullable(z.string()), code: z.string(), message: z.string() })),
  errorCount: z.number(),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
