// Books showings. The database decides whether a time can be had (the triggers of 0005_showings.sql); here it is asked, agent
// by agent, in transactions that leave everything as it was when the answer is no. A refused time is a value, never a throw.
import { and, eq, isNull, or } from "drizzle-orm";
import { ok, type Result } from "#domain/kernel/result";
import { commonReason, keyReused, type NoPlace, noPlace, noSuch, type ShowingRefusal } from "#domain/showing/refusal";
import type { Showing } from "#domain/showing/showing";
import { showings } from "#migrations/schema";
import type { Database } from "./database.ts";
import { heldBy, heldFirst } from "./showings-holds.ts";
import {
  agentLimitsQuery,
  attempt,
  type Place,
  placeOf,
  type ShowingRow,
  showingFrom,
  unitLimitsQuery,
} from "./showings-place.ts";

export type BookingWish = {
  /** 1 to 200 characters of the caller's; keys that begin with "hold/" are the holds' own. */
  readonly idempotencyKey: string;
  /** Null: for somebody without a conversation. */
  readonly conversationId: string | null;
  readonly unitId: string;
  /** Who may show it, first choice first; only members count. */
  readonly agentIds: readonly string[];
  readonly startMs: number;
  readonly endMs: number;
  readonly leadName: string | null;
  readonly nowMs: number;
  /** An admin's word against way and maximum. */
  readonly isOverride?: boolean;
};

/**
 * [H6, H7, H8] Books the time with the first agent who can: `confirmed` from the start. The lead's own hold is taken over and
 * their other holds are let go in the same transaction. The same key answers the same showing.
 */
export async function book(
  db: Database,
  organisationId: string,
  wish: BookingWish,
): Promise<Result<Showing, ShowingRefusal>> {
  const [mine, [unit], agents] = await db.batch([
    ownRowsQuery(db, organisationId, wish),
    unitLimitsQuery(db, organisationId, wish.unitId),
    agentLimitsQuery(db, organisationId, wish.agentIds),
  ]);
  const known = mine.find((row) => row.idempotencyKey === wish.idempotencyKey);
  if (known !== undefined) return sameShowing(known, wish);
  if (unit === undefined) return noSuch("unit");
  const reasons: NoPlace[] = [];
  for (const agentId of heldFirst(mine, wish)) {
    const agent = agents.find((one) => one.userId === agentId);
    if (agent === undefined) continue;
    const row = showingRow(organisationId, wish, placeOf(unit, agent, wish, wish.isOverride === true));
    const inserted = await insertShowing(db, organisationId, row);
    if (inserted.ok) return ok(showingFrom(row));
    if (inserted.error === "KEY_KNOWN") break;
    reasons.push(inserted.error);
  }
  // Whoever took the place may have been this very wish, told twice at once.
  const twin = await rowByKey(db, organisationId, wish.idempotencyKey);
  if (twin !== undefined) return sameShowing(twin, wish);
  return reasons.length === 0 ? noSuch("agent") : noPlace(commonReason(reasons));
}

/** [H7] What was booked under the wish's key; null when nothing was. For callers who would refuse the time beforehand. */
export async function bookedBefore(
  db: Database,
  organisationId: string,
  wish: Pick<BookingWish, "idempotencyKey" | "conversationId" | "unitId" | "startMs" | "endMs">,
): Promise<Result<Showing, ShowingRefusal> | null> {
  const known = await rowByKey(db, organisationId, wish.idempotencyKey);
  return known === undefined ? null : sameShowing(known, wish);
}

/** The row under the key, and the lead's holds. */
function ownRowsQuery(db: Database, organisationId: string, wish: BookingWish) {
  return db
    .select()
    .from(showings)
    .where(
      or(
        and(eq(showings.organisationId, organisationId), eq(showings.idempotencyKey, wish.idempotencyKey)),
        heldBy(organisationId, wish.conversationId),
      ),
    );
}

function rowByKey(db: Database, organisationId: string, key: string) {
  return db
    .select()
    .from(showings)
    .where(
      and(eq(showings.organisationId, organisationId), eq(showings.idempotencyKey, key), isNull(showings.heldUntilMs)),
    )
    .get();
}

function insertShowing(db: Database, organisationId: string, row: ShowingRow) {
  // First the holds: the lead's own must not stand in the lead's way. Refused, the transaction brings them back.
  const release = db.delete(showings).where(heldBy(organisationId, row.conversationId));
  return attempt(db.batch([release, db.insert(showings).values(row)]));
}

function showingRow(organisationId: string, wish: BookingWish, place: Place): ShowingRow {
  return {
    ...place,
    id: `sh_${crypto.randomUUID()}`,
    organisationId,
    conversationId: wish.conversationId,
    unitId: wish.unitId,
    status: "confirmed",
    heldUntilMs: null,
    leadName: wish.leadName,
    idempotencyKey: wish.idempotencyKey,
    idempotencyContent: contentOf(wish),
    sequence: 0,
    leadConfirmedAtMs: null,
    createdAtMs: wish.nowMs,
    updatedAtMs: wish.nowMs,
  };
}

type Content = Pick<BookingWish, "conversationId" | "unitId" | "startMs" | "endMs">;

function sameShowing(row: ShowingRow, wish: Content): Result<Showing, ShowingRefusal> {
  return row.idempotencyContent === contentOf(wish) ? ok(showingFrom(row)) : keyReused();
}

function contentOf({ conversationId, unitId, startMs, endMs }: Content): string {
  return JSON.stringify([conversationId, unitId, startMs, endMs]);
}
