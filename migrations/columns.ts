// Columns that every table of ours writes the same way.
// Nothing of a single table belongs here.
import { integer, text } from "drizzle-orm/sqlite-core";
import { organization } from "./auth-schema.ts";

/** Epoch milliseconds. */
export const instant = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: "boolean" });
export const organisationId = () =>
  text("organisation_id")
    .notNull()
    .references(() => organization.id);
