// Reads the own adverts of one account and brings its listings up to date, so that a listing is there before its first lead writes.
// One short visit like any other; a platform whose list of adverts nobody confirmed is not even opened, which only the account's view
// tells: its messages go on.
import { requireConfirmed } from "#browser/pack";
import type { Fault, ListingsReading } from "#contracts/browser";
import type { ListingsJob } from "#contracts/queue";
import { isSyncDue, LISTINGS_EVERY_MS, LISTINGS_RETRY_MS } from "#domain/listing-sync/limits";
import { planSync } from "#domain/listing-sync/plan-sync";
import type { Deps } from "../deps.ts";
import { type AccountForWork, accountForWork } from "../store/accounts.ts";
import { appendAudit } from "../store/audit.ts";
import { applySync, knownListings, listingsDue, noteSyncFault, setListingsDue } from "../store/listing-sync.ts";
import { againAt, DONE, type JobResult } from "./job-result.ts";
import { packForVisit, siteOrigin } from "./pack-for-visit.ts";
import { visitAccount } from "./visit.ts";

/** How long a job waits in its queue for an account that is in use. */
const BUSY_WAIT_MS_MAX = 5_000;

/** What a visit brought: a reading, or why there is none. */
type Brought = ListingsReading | Fault;

/** `visit`: how the platform is visited; replaced by tests, which have no browser. */
export async function syncListings(job: ListingsJob, deps: Deps, visit = visitAccount<Brought>): Promise<JobResult> {
  const { organisationId, accountId } = job;
  const work = await accountForWork(deps.db, accountId);
  if (work === null || work.organisationId !== organisationId) return DONE;
  const due = await listingsDue(deps.db, organisationId, accountId);
  if (due === null || !isSyncDue(due.atMs, deps.now())) return DONE;
  const { pack } = await packForVisit(deps, work, siteOrigin(deps, work.platform));
  const allowed = requireConfirmed(pack, "listings");
  if (!allowed.ok) return await noteFault(deps, work, due.atMs, allowed.error);

  // Read before the pages are: what a lead's thread adds meanwhile is not gone.
  const known = await knownListings(deps.db, organisationId, accountId);
  const visited = await visit(deps, work, "listings", async (site, adapter) => {
    const read = await adapter.readListings(site);
    if (read.ok) return { value: read.value, fault: null };
    // Confirmed a moment ago and not any more: no reason to stop the account.
    return { value: read.error, fault: read.error.code === "PACK_UNCONFIRMED" ? null : read.error };
  });
  if (visited.kind === "busy") {
    if (visited.retryAtMs - deps.now() <= BUSY_WAIT_MS_MAX) return againAt(visited.retryAtMs, deps.now());
    // A longer wait is the schedule's: it asks again by itself.
    await setListingsDue(deps.db, organisationId, accountId, visited.retryAtMs);
    return DONE;
  }
  if (visited.kind === "failed") return await noteFault(deps, work, due.atMs, visited.fault);
  if ("code" in visited.value) return await noteFault(deps, work, due.atMs, visited.value);

  const { listings, isComplete, takenAtMs } = visited.value;
  const plan = planSync(known, { listings, isComplete });
  const next = { wasAtMs: due.atMs, nextAtMs: deps.now() + LISTINGS_EVERY_MS };
  await applySync(deps.db, organisationId, accountId, plan, takenAtMs, next);
  const detail = { accountId, platform: work.platform, ...plan.counts };
  await appendAudit(deps.db, organisationId, null, [
    { seq: 0, atMs: deps.now(), actor: "platform", action: "listings.synced", detail },
  ]);
  await deps.board(organisationId).accountChanged(accountId);
  return DONE;
}

async function noteFault(
  deps: Deps,
  { organisationId, settings }: AccountForWork,
  wasAtMs: number | null,
  fault: Fault,
): Promise<JobResult> {
  const { accountId } = settings;
  await noteSyncFault(deps.db, organisationId, accountId, fault, { wasAtMs, nextAtMs: deps.now() + LISTINGS_RETRY_MS });
  await deps.board(organisationId).accountChanged(accountId);
  return DONE;
}
