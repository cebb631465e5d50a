// Puts the report over decisions together: D1's tallies, the rule book's arithmetic, and the names of accounts.
import type * as z from "zod/mini";
import type { ShadowReport, shadowQuerySchema } from "#contracts/api/shadow";
import { report } from "#domain/shadow/report";
import type { Deps } from "#workers/deps";
import { listAccounts } from "#workers/store/accounts";
import { listWrong, tallyOutcomes } from "#workers/store/decision-outcomes";
import type { Viewer } from "./api-env.ts";

const DAY_MS = 86_400_000;

export async function shadowReport(
  deps: Deps,
  { organisationId }: Viewer,
  query: z.infer<typeof shadowQuerySchema>,
): Promise<ShadowReport> {
  const sinceMs = deps.now() - Number(query.days) * DAY_MS;
  const filter = { sinceMs, platform: query.platform ?? null, accountId: query.account ?? null };
  const [{ tallies, isCut }, wrong, accounts] = await Promise.all([
    tallyOutcomes(deps.db, organisationId, filter),
    listWrong(deps.db, organisationId, filter),
    listAccounts(deps.db, organisationId),
  ]);
  const names = new Map(accounts.map(({ id, label }) => [id, label]));
  const { total, byIntent, byPlatform, byAccount } = report(tallies);
  return {
    since: new Date(sinceMs).toISOString(),
    isCut,
    total,
    byIntent: [...byIntent],
    byPlatform: [...byPlatform],
    byAccount: byAccount.map(({ accountId: id, platform, ...line }) => ({
      account: { id, name: names.get(id) ?? id, platform },
      ...line,
    })),
    wrong,
  };
}
