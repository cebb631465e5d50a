// Moves a showing to another time or agent: one transaction notes the move under its key, lets the lead's holds go, frees the
// old place and takes the new. Refused, nothing of it happened.
import { and, eq, exists, inArray, sql } from "drizzle-orm";
import { ok, type Result } from "#domain/kernel/result";
import {
  commonReason,
  keyReused,
  mayNotMove,
  type NoPlace,
  noPlace,
  noSuch,
  type ShowingRefusal,
} from "#domain/showing/refusal";
import type { Showing } from "#domain/showing/showing";
import { nextStatuses, SHOWING_STATUSES } from "#domain/showing/status";
import { showingMoves, showings } from "#migrations/schema";
import type { Database } from "./database.ts";
import { heldBy, heldFirst } from "./showings-holds.ts";
import {
  agentLimitsQuery,
  attempt,
  ofShowing,
  type Place,
  placeOf,
  type ShowingRow,
  showingFrom,
  unitLimitsQuery,
} from "./showings-place.ts";

export type MoveWish = {
  readonly idempotencyKey: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Who may show it, first choice first; only members count. */
  readonly agentIds: readonly string[];
  readonly nowMs: number;
  /** An admin's word against way and maximum. */
  readonly isOverride?: boolean;
};

const MOVABLE = SHOWING_STATUSES.filter((status) => nextStatuses(status).length > 0);

/**
 * [H8, H9] Moves the showing to the first agent who can take the time. The same key again changes nothing and answers the
 * showing as it stands.
 */
export async function reschedule(
  db: Database,
  organisationId: string,
  showingId: string,
  wish: MoveWish,
): Promise<Result<Showing, ShowingRefusal>> {
  const row = await rowOf(db, organisationId, showingId);
  if (row === undefined) return noSuch("showing");
  const [moves, holds, [unit], agents] = await db.batch([
    moveQuery(db, organisationId, wish.idempotencyKey),
    db.select().from(showings).where(heldBy(organisationId, row.conversationId)),
    unitLimitsQuery(db, organisationId, row.unitId),
    agentLimitsQuery(db, organisationId, wish.agentIds),
  ]);
  if (moves[0] !== undefined) return await movedBefore(db, organisationId, showingId, wish, moves[0].content);
  if (!MOVABLE.includes(row.status)) return mayNotMove(row.status);
  if (unit === undefined) return noSuch("unit");
  const reasons: NoPlace[] = [];
  for (const agentId of heldFirst(holds, { ...wish, unitId: row.unitId })) {
    const agent = agents.find((one) => one.userId === agentId);
    if (agent === undefined) continue;
    const place = placeOf(unit, agent, wish, wish.isOverride === true);
    const moved = await attempt(moveStatements(db, organisationId, row, wish, place));
    if (moved.ok) return await afterMove(db, organisationId, showingId, moved.value);
    if (moved.error === "KEY_KNOWN") break;
    reasons.push(moved.error);
  }
  const [twin] = await moveQuery(db, organisationId, wish.idempotencyKey);
  if (twin !== undefined) return await movedBefore(db, organisationId, showingId, wish, twin.content);
  return reasons.length === 0 ? noSuch("agent") : noPlace(commonReason(reasons));
}

/** Whether a move was made under the key already. For callers who would refuse the time beforehand. */
export async function hasMoved(db: Database, organisationId: string, idempotencyKey: string): Promise<boolean> {
  return (await moveQuery(db, organisationId, idempotencyKey)).length > 0;
}

async function moveStatements(
  db: Database,
  organisationId: string,
  { id, conversationId }: ShowingRow,
  wish: MoveWish,
  place: Place,
): Promise<readonly ShowingRow[]> {
  const movable = and(ofShowing(organisationId, id), inArray(showings.status, MOVABLE));
  const content = contentOf(id, wish);
  const note = db.insert(showingMoves).select(
    db
      .select({
        organisationId: showings.organisationId,
        idempotencyKey: sql<string>`${wish.idempotencyKey}`.as("idempotency_key"),
        showingId: sql<string>`${showings.id}`.as("showing_id"),
        idempotencyContent: sql<string>`${content}`.as("idempotency_content"),
        fromAgentId: sql<string>`${showings.agentId}`.as("from_agent_id"),
        fromStartMs: sql<number>`${showings.startMs}`.as("from_start_ms"),
        fromEndMs: sql<number>`${showings.endMs}`.as("from_end_ms"),
        atMs: sql<number>`${wish.nowMs}`.as("at_ms"),
      })
      .from(showings)
      .where(movable),
  );
  // A showing that is over by now moves nowhere, and then the lead's holds stay too.
  const release = db
    .delete(showings)
    .where(and(heldBy(organisationId, conversationId), exists(moveQuery(db, organisationId, wish.idempotencyKey))));
  const move = db
    .update(showings)
    .set({
      ...place,
      status: "confirmed",
      leadConfirmedAtMs: null,
      sequence: sql`${showings.sequence} + 1`,
      updatedAtMs: wish.nowMs,
    })
    .where(movable)
    .returning();
  const [, , moved] = await db.batch([note, release, move]);
  return moved;
}

async function afterMove(
  db: Database,
  organisationId: string,
  showingId: string,
  moved: readonly ShowingRow[],
): Promise<Result<Showing, ShowingRefusal>> {
  if (moved[0] !== undefined) return ok(showingFrom(moved[0]));
  const row = await rowOf(db, organisationId, showingId);
  return row === undefined ? noSuch("showing") : mayNotMove(row.status);
}

async function movedBefore(
  db: Database,
  organisationId: string,
  showingId: string,
  wish: MoveWish,
  content: string,
): Promise<Result<Showing, ShowingRefusal>> {
  if (content !== contentOf(showingId, wish)) return keyReused();
  const row = await rowOf(db, organisationId, showingId);
  return row === undefined ? noSuch("showing") : ok(showingFrom(row));
}

function moveQuery(db: Database, organisationId: string, key: string) {
  return db
    .select({ content: showingMoves.idempotencyContent })
    .from(showingMoves)
    .where(and(eq(showingMoves.organisationId, organisationId), eq(showingMoves.idempotencyKey, key)));
}

function rowOf(db: Database, organisationId: string, showingId: string) {
  return db.select().from(showings).where(ofShowing(organisationId, showingId)).get();
}

function contentOf(showingId: string, { startMs, endMs }: MoveWish): string {
  return JSON.stringify([showingId, startMs, endMs]);
}
