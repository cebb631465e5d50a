// Tells conversations of the showings that changed lately, once a minute: whoever changed one may have died before telling. What is
// known already changes nothing there.
import type { Deps } from "../deps.ts";
import { tellShowing } from "../queues/tell-showing.ts";
import { changedSince } from "../store/showings-list.ts";

/** Long enough for some ticks to be missed. */
const LOOK_BACK_MS = 10 * 60_000;

/** One conversation that cannot be reached keeps the others from nothing. */
export async function retellShowings(deps: Deps): Promise<void> {
  const changed = await changedSince(deps.db, deps.now() - LOOK_BACK_MS);
  await Promise.allSettled(changed.map(({ organisationId, showing }) => tellShowing(deps, organisationId, showing)));
}
