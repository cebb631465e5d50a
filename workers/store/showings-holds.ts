// Times held for leads until they choose (H2): pending rows with an end. They block like showings while they last, and are
// deleted when they are let go or have run out; a hold leaves no history.
import { and, eq, inArray, isNotNull, lte, ne, sql } from "drizzle-orm";
import { ok, type Result } from "#domain/kernel/result";
import { noSuch, type ShowingRefusal } from "#domain/showing/refusal";
import type { Showing } from "#domain/showing/showing";
import { showings } from "#migrations/schema";
import type { Database } from "./database.ts";
import { agentLimitsQuery, attempt, placeOf, type ShowingRow, showingFrom, unitLimitsQuery } from "./showings-place.ts";

/** Holds that ran out deleted in one go: a minute's worth of the busiest agency many times over. */
const SWEPT_MAX = 1_000;

type TimeWish = {
  readonly unitId: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly agentIds: readonly string[];
};

export type HoldWish = {
  readonly conversationId: string;
  readonly unitId: string;
  readonly leadName: string | null;
  readonly times: readonly { readonly startMs: number; readonly endMs: number; readonly agentId: string }[];
  readonly heldUntilMs: number;
  readonly nowMs: number;
};

/**
 * [H2] Holds those of the times that can be had, and answers with them in the order given: what collides is left out. A time
 * that the lead has held already stays with its agent, and lasts at least as long as asked.
 */
export async function holdTimes(
  db: Database,
  organisationId: string,
  wish: HoldWish,
): Promise<Result<readonly Showing[], ShowingRefusal>> {
  const [mine, [unit], agents] = await db.batch([
    db.select().from(showings).where(heldBy(organisationId, wish.conversationId)),
    unitLimitsQuery(db, organisationId, wish.unitId),
    agentLimitsQuery(db, organisationId, [...new Set(wish.times.map(({ agentId }) => agentId))]),
  ]);
  if (unit === undefined) return noSuch("unit");
  const living = mine.filter((row) => (row.heldUntilMs ?? 0) > wish.nowMs);
  const held = await Promise.all(
    wish.times.map(async (time) => {
      const key = holdKey(wish, time);
      const own = living.find((row) => row.idempotencyKey === key);
      if (own !== undefined) return await extend(db, organisationId, own, wish);
      const agent = agents.find((one) => one.userId === time.agentId);
      if (agent === undefined) return null;
      const row: ShowingRow = {
        ...placeOf(unit, agent, time, false),
        ...holdColumns(organisationId, wish),
        idempotencyKey: key,
      };
      // The row of a hold that ran out may still be there under the key.
      const clear = db
        .delete(showings)
        .where(and(heldBy(organisationId, wish.conversationId), eq(showings.idempotencyKey, key)));
      return (await attempt(db.batch([clear, db.insert(showings).values(row)]))).ok ? showingFrom(row) : null;
    }),
  );
  return ok(held.filter((hold) => hold !== null));
}

/** [H2] Lets a conversation's holds go, all but the one named. */
export async function releaseHolds(
  db: Database,
  organisationId: string,
  conversationId: string,
  exceptId: string | null = null,
): Promise<void> {
  const mine = heldBy(organisationId, conversationId);
  await db
    .delete(showings)
    .where(exceptId === null ? mine : and(mine, ne(showings.id, exceptId)))
    .run();
}

/** Across organisations, for the schedule: deletes holds that ran out, at most SWEPT_MAX. Answers how many. */
export async function sweepHolds(db: Database, nowMs: number): Promise<number> {
  const over = db.select({ id: showings.id }).from(showings).where(lte(showings.heldUntilMs, nowMs)).limit(SWEPT_MAX);
  const swept = await db.delete(showings).where(inArray(showings.id, over)).returning({ id: showings.id }).all();
  return swept.length;
}

/** The condition for a conversation's holds, run out or not; nothing is held for whoever has no conversation. */
export function heldBy(organisationId: string, conversationId: string | null) {
  return and(
    eq(showings.organisationId, organisationId),
    conversationId === null ? sql`false` : eq(showings.conversationId, conversationId),
    isNotNull(showings.heldUntilMs),
  );
}

/** [H8] The agents in the order given, but the one who is held for the lead at this time first: they were promised. */
export function heldFirst(
  rows: readonly ShowingRow[],
  { unitId, startMs, endMs, agentIds }: TimeWish,
): readonly string[] {
  const held = rows.find(
    (row) =>
      row.heldUntilMs !== null &&
      row.unitId === unitId &&
      row.startMs === startMs &&
      row.endMs === endMs &&
      agentIds.includes(row.agentId),
  );
  return held === undefined ? agentIds : [held.agentId, ...agentIds.filter((id) => id !== held.agentId)];
}

async function extend(db: Database, organisationId: string, own: ShowingRow, wish: HoldWish): Promise<Showing | null> {
  if ((own.heldUntilMs ?? 0) >= wish.heldUntilMs) return showingFrom(own);
  const longer = { heldUntilMs: wish.heldUntilMs, updatedAtMs: wish.nowMs };
  const update = db
    .update(showings)
    .set(longer)
    .where(and(heldBy(organisationId, wish.conversationId), eq(showings.id, own.id)));
  return (await attempt(update.run())).ok ? showingFrom({ ...own, ...longer }) : null;
}

function holdColumns(organisationId: string, wish: HoldWish) {
  return {
    id: `sh_${crypto.randomUUID()}`,
    organisationId,
    conversationId: wish.conversationId,
    unitId: wish.unitId,
    status: "pending",
    heldUntilMs: wish.heldUntilMs,
    leadName: wish.leadName,
    idempotencyContent: "",
    sequence: 0,
    leadConfirmedAtMs: null,
    createdAtMs: wish.nowMs,
    updatedAtMs: wish.nowMs,
  } as const;
}

function holdKey(
  { conversationId, unitId }: HoldWish,
  time: { readonly startMs: number; readonly endMs: number },
): string {
  return `hold/${conversationId}/${unitId}/${time.startMs}/${time.endMs}`;
}
