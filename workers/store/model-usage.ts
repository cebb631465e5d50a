// The tokens an organisation's model cost today, counted so that a day's limit holds with any number of consumers (M16): a
// reservation is one statement that looks and writes at once. A reservation whose process died stays counted as spent.
import { and, asc, eq, sql } from "drizzle-orm";
import { type DayUsage, type Reported, settlement } from "#domain/model/budget";
import { FALLBACK_CODES, type FallbackCode } from "#domain/model/fallback";
import { modelFallbacks, modelUsage } from "#migrations/schema";
import type { Database } from "./database.ts";

export type ModelDay = DayUsage & {
  readonly calls: number;
  readonly fallbacks: readonly { readonly code: FallbackCode; readonly times: number }[];
};

/** Reserves tokens of a day. False when fewer are left of `tokensPerDay`; then nothing is written. */
export async function reserveTokens(
  db: Database,
  organisationId: string,
  day: string,
  tokens: number,
  tokensPerDay: number,
): Promise<boolean> {
  if (tokens > tokensPerDay) return false;
  const taken = sql`${modelUsage.tokensIn} + ${modelUsage.tokensOut} + ${modelUsage.reserved}`;
  const row = await db
    .insert(modelUsage)
    .values({ organisationId, day, calls: 1, tokensIn: 0, tokensOut: 0, reserved: tokens })
    .onConflictDoUpdate({
      target: [modelUsage.organisationId, modelUsage.day],
      set: { calls: sql`${modelUsage.calls} + 1`, reserved: sql`${modelUsage.reserved} + ${tokens}` },
      setWhere: sql`${taken} + ${tokens} <= ${tokensPerDay}`,
    })
    .returning({ reserved: modelUsage.reserved })
    .get();
  return row !== undefined;
}

/** Puts what a call cost in the place of its reservation; a cost that nobody knows leaves the reservation. */
export async function settleTokens(
  db: Database,
  organisationId: string,
  day: string,
  reserved: number,
  cost: Reported | null,
): Promise<void> {
  const change = settlement(reserved, cost);
  await db
    .update(modelUsage)
    .set({
      tokensIn: sql`${modelUsage.tokensIn} + ${change.tokensIn}`,
      tokensOut: sql`${modelUsage.tokensOut} + ${change.tokensOut}`,
      reserved: sql`${modelUsage.reserved} + ${change.reserved}`,
    })
    .where(and(eq(modelUsage.organisationId, organisationId), eq(modelUsage.day, day)))
    .run();
}

/** Counts one decision that the embedded reading made alone. */
export async function countFallback(
  db: Database,
  organisationId: string,
  day: string,
  code: FallbackCode,
): Promise<void> {
  await db
    .insert(modelFallbacks)
    .values({ organisationId, day, code, times: 1 })
    .onConflictDoUpdate({
      target: [modelFallbacks.organisationId, modelFallbacks.day, modelFallbacks.code],
      set: { times: sql`${modelFallbacks.times} + 1` },
    })
    .run();
}

/** What one day cost so far. */
export async function modelDayOf(db: Database, organisationId: string, day: string): Promise<ModelDay> {
  const [usage, fallbacks] = await Promise.all([
    db
      .select({
        calls: modelUsage.calls,
        tokensIn: modelUsage.tokensIn,
        tokensOut: modelUsage.tokensOut,
        reserved: modelUsage.reserved,
      })
      .from(modelUsage)
      .where(and(eq(modelUsage.organisationId, organisationId), eq(modelUsage.day, day)))
      .get(),
    db
      .select({ code: modelFallbacks.code, times: modelFallbacks.times })
      .from(modelFallbacks)
      .where(and(eq(modelFallbacks.organisationId, organisationId), eq(modelFallbacks.day, day)))
      .orderBy(asc(modelFallbacks.code))
      .limit(FALLBACK_CODES.length)
      .all(),
  ]);
  const known = fallbacks.flatMap(({ code, times }) => {
    const found = FALLBACK_CODES.find((one) => one === code);
    return found === undefined ? [] : [{ code: found, times }];
  });
  return { ...(usage ?? { calls: 0, tokensIn: 0, tokensOut: 0, reserved: 0 }), fallbacks: known };
}
