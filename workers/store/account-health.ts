// Counts of platform accounts over all organisations, for the public health check. No ids and no labels.
import { eq, sql } from "drizzle-orm";
import type { Health } from "#contracts/api/organisation";
import { platformAccounts } from "#migrations/schema";
import type { Database } from "./database.ts";

/** Across organisations: active and stopped accounts of each platform, and its newest success. */
export async function accountHealth(db: Database): Promise<Health["accounts"]> {
  const rows = await db
    .select({
      platform: platformAccounts.platform,
      active: sql<number>`count(*)`,
      stopped: sql<number>`count(${platformAccounts.stoppedAtMs})`,
      lastSuccessAtMs: sql<number | null>`max(${platformAccounts.lastSuccessAtMs})`,
    })
    .from(platformAccounts)
    .where(eq(platformAccounts.isActive, true))
    .groupBy(platformAccounts.platform)
    .orderBy(platformAccounts.platform)
    .all();
  return rows.map(({ lastSuccessAtMs, ...counts }) => ({
    ...counts,
    lastSuccessAt: lastSuccessAtMs === null ? null : new Date(lastSuccessAtMs).toISOString(),
  }));
}
