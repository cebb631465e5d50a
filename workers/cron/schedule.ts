// The schedule: which jobs run at which cron expression of wrangler.toml. One job per file.
import { makeDeps } from "../deps.ts";
import { configureAccounts } from "./configure-accounts.ts";
import { mailAgents } from "./mail-agents.ts";
import { requestListingSyncs } from "./request-listing-syncs.ts";
import { retellShowings } from "./retell-showings.ts";
import { sweepExpiredHolds } from "./sweep-holds.ts";

/** Runs the jobs of a tick. */
export async function runSchedule(_controller: ScheduledController, env: Env, _ctx: ExecutionContext): Promise<void> {
  const deps = makeDeps(env);
  await configureAccounts(deps);
  await sweepExpiredHolds(deps);
  await retellShowings(deps);
  await requestListingSyncs(deps);
  // Last: it waits for others.
  await mailAgents(deps);
}
