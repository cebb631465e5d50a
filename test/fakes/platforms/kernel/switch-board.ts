// Where the switches of a twin stand, kept in its database. A change holds from the next request on.
// Does not know what a switch does.

import type { DatabaseSync } from "node:sqlite";
import { ok, type Result } from "#domain/kernel/result";
import { inTransaction } from "./database.ts";
import { checkChange, type SwitchSpecs, type SwitchValues } from "./switches.ts";

export type SwitchBoard<S extends SwitchSpecs> = {
  /** Where all switches stand now. */
  values(): SwitchValues<S>;
  /** Merges a change that came from outside; a refused change leaves everything as it was. */
  change(change: unknown): Result<SwitchValues<S>, string>;
  readonly specs: S;
};

/** Reads the store on every call: what stands in the file is the truth. */
export function makeSwitchBoard<S extends SwitchSpecs>(db: DatabaseSync, specs: S): SwitchBoard<S> {
  const values = (): SwitchValues<S> => {
    const all: Record<string, string | number> = {};
    for (const [name, spec] of Object.entries(specs)) all[name] = spec.initial;
    for (const row of db.prepare("SELECT name, value FROM switches").all()) {
      const change = checkChange(specs, { [String(row["name"])]: JSON.parse(String(row["value"])) });
      // A value written by an older set of switches stands at its initial value instead.
      if (change.ok) for (const [name, value] of change.value) all[name] = value;
    }
    // Every name of `specs` was given a value of its own spec just above.
    return all as SwitchValues<S>;
  };
  return {
    specs,
    values,
    change(change) {
      const checked = checkChange(specs, change);
      if (!checked.ok) return checked;
      inTransaction(db, () => {
        const write = db.prepare("INSERT OR REPLACE INTO switches (name, value) VALUES (?, ?)");
        for (const [name, value] of checked.value) write.run(name, JSON.stringify(value));
      });
      return ok(values());
    },
  };
}
