// The one handle of D1 that stores work with, and the limits that D1 puts on a statement.
// Stores build queries from it; nobody else does.
import { type DrizzleD1Database, drizzle } from "drizzle-orm/d1";
import * as schema from "#migrations/schema";

export type Database = DrizzleD1Database<typeof schema>;

/** Statements of one batch; D1 runs a batch as one transaction. */
export const BATCH_STATEMENTS_MAX = 50;

/** Opens the database of a binding. Cheap: no connection is made. */
export function openDatabase(binding: D1Database): Database {
  return drizzle(binding, { schema });
}
