// The one answer to a wish of a conversation (H18). What was booked or moved says so by its own row; here is what no such row says:
// a step that was made, and a time that was refused. The triggers of the migration keep the two from contradicting each other.
import { and, eq, isNull, sql } from "drizzle-orm";
import { ok, type Result } from "#domain/kernel/result";
import { type NoPlace, noPlace, type ShowingRefusal } from "#domain/showing/refusal";
import type { Showing } from "#domain/showing/showing";
import type { ShowingStatus } from "#domain/showing/status";
import { showingMoves, showings, showingWishes } from "#migrations/schema";
import type { Database } from "./database.ts";
import { ofShowing, showingFrom } from "./showings-place.ts";

type Refused = { readonly idempotencyKey: string; readonly reason: NoPlace; readonly nowMs: number };

/**
 * [H18] Refuses the wish for good, with the first reason it was ever refused for. Where it was carried out meanwhile, by whoever
 * had it too, the showing as it stands is the answer.
 */
export async function refuseOnce(
  db: Database,
  organisationId: string,
  { idempotencyKey, reason, nowMs }: Refused,
): Promise<Result<Showing, ShowingRefusal>> {
  const refusal = { organisationId, idempotencyKey, refusal: reason, atMs: nowMs };
  const [, [kept], [booked], [moved]] = await db.batch([
    db.insert(showingWishes).values(refusal).onConflictDoNothing(),
    wishQuery(db, organisationId, idempotencyKey),
    db
      .select()
      .from(showings)
      .where(
        and(
          eq(showings.organisationId, organisationId),
          eq(showings.idempotencyKey, idempotencyKey),
          isNull(showings.heldUntilMs),
        ),
      ),
    db
      .select({ showing: showings })
      .from(showingMoves)
      .innerJoin(
        showings,
        and(eq(showings.organisationId, showingMoves.organisationId), eq(showings.id, showingMoves.showingId)),
      )
      .where(and(eq(showingMoves.organisationId, organisationId), eq(showingMoves.idempotencyKey, idempotencyKey))),
  ]);
  const row = booked ?? moved?.showing;
  return row === undefined ? noPlace(kept?.refusal ?? reason) : ok(showingFrom(row));
}

/** The answer that is kept under a wish's key; at most one row. */
export function wishQuery(db: Database, organisationId: string, idempotencyKey: string) {
  return db
    .select({ refusal: showingWishes.refusal })
    .from(showingWishes)
    .where(and(eq(showingWishes.organisationId, organisationId), eq(showingWishes.idempotencyKey, idempotencyKey)));
}

/** Keeps that a step was made. To be written in the step's own transaction, after it; where it was refused, nothing is kept. */
export function keepStep(
  db: Database,
  organisationId: string,
  step: {
    readonly idempotencyKey: string;
    readonly showingId: string;
    readonly to: ShowingStatus;
    readonly nowMs: number;
  },
) {
  const made = db
    .select({
      organisationId: showings.organisationId,
      idempotencyKey: sql<string>`${step.idempotencyKey}`.as("idempotency_key"),
      refusal: sql<null>`null`.as("refusal"),
      atMs: sql<number>`${step.nowMs}`.as("at_ms"),
    })
    .from(showings)
    .where(and(ofShowing(organisationId, step.showingId), eq(showings.status, step.to)));
  return db.insert(showingWishes).select(made).onConflictDoNothing();
}
