// Deletes the holds that ran out, once a minute. They block nothing any more; this only keeps the table small.
import type { Deps } from "../deps.ts";
import { sweepHolds } from "../store/showings-holds.ts";

export async function sweepExpiredHolds(deps: Deps): Promise<void> {
  await sweepHolds(deps.db, deps.now());
}
