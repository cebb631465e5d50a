// What becomes of a showing (R11), each step in one statement that looks at the status it changes. Times and agents are changed
// by showings-move.ts alone.
import { and, inArray, lte, notExists, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { err, ok, type Result } from "#domain/kernel/result";
import { beforeStart, mayNotBecome, noSuch, type ShowingRefusal } from "#domain/showing/refusal";
import type { Showing } from "#domain/showing/showing";
import { mayBecome, needsStart, nextStatuses, SHOWING_STATUSES, type ShowingStatus } from "#domain/showing/status";
import { showings } from "#migrations/schema";
import type { Database } from "./database.ts";
import { ofShowing, type ShowingRow, showingFrom } from "./showings-place.ts";
import { keepStep, wishQuery } from "./showings-wishes.ts";

/**
 * [H1, H16] Takes the step, or refuses it in words. What it is already is done already. [H18] Under a wish's key it is made once;
 * told again, the showing as it stands is the answer.
 */
export async function changeStatus(
  db: Database,
  organisationId: string,
  showingId: string,
  to: ShowingStatus,
  nowMs: number,
  wishKey: string | null = null,
): Promise<Result<Showing, ShowingRefusal>> {
  const from = SHOWING_STATUSES.filter((status) => mayBecome(status, to));
  const change = db
    .update(showings)
    .set({
      status: to,
      sequence: sql`${showings.sequence} + 1`,
      // Whoever asks for another time does not come to this one.
      ...(to === "reschedule_requested" ? { leadConfirmedAtMs: null } : {}),
      updatedAtMs: nowMs,
    })
    .where(
      and(
        ofShowing(organisationId, showingId),
        inArray(showings.status, from),
        needsStart(to) ? lte(showings.startMs, nowMs) : undefined,
        notMadeYet(db, organisationId, wishKey),
      ),
    )
    .returning();
  return await takeStep(db, organisationId, { showingId, to, nowMs, wishKey }, change);
}

/** [H10] The lead says that they will come: the showing stands as confirmed, and by them. [H18] Once under a wish's key. */
export async function confirmByLead(
  db: Database,
  organisationId: string,
  showingId: string,
  nowMs: number,
  wishKey: string | null = null,
): Promise<Result<Showing, ShowingRefusal>> {
  const open = SHOWING_STATUSES.filter((status) => nextStatuses(status).length > 0);
  const change = db
    .update(showings)
    .set({
      status: "confirmed",
      sequence: sql`${showings.sequence} + (${showings.status} <> 'confirmed')`,
      leadConfirmedAtMs: sql`coalesce(${showings.leadConfirmedAtMs}, ${nowMs})`,
      updatedAtMs: nowMs,
    })
    .where(
      and(
        ofShowing(organisationId, showingId),
        inArray(showings.status, open),
        notMadeYet(db, organisationId, wishKey),
      ),
    )
    .returning();
  return await takeStep(db, organisationId, { showingId, to: "confirmed", nowMs, wishKey }, change);
}

/** The showing as it stands; null when there is none. */
export async function showingNow(db: Database, organisationId: string, showingId: string): Promise<Showing | null> {
  const row = await db.select().from(showings).where(ofShowing(organisationId, showingId)).get();
  return row === undefined ? null : showingFrom(row);
}

type Step = {
  readonly showingId: string;
  readonly to: ShowingStatus;
  readonly nowMs: number;
  /** Null: a person's step, which is made as often as they say it. */
  readonly wishKey: string | null;
};
type Change = BatchItem<"sqlite"> & PromiseLike<readonly ShowingRow[]>;

async function takeStep(
  db: Database,
  organisationId: string,
  step: Step,
  change: Change,
): Promise<Result<Showing, ShowingRefusal>> {
  const { wishKey } = step;
  if (wishKey === null) return await outcomeOf(db, organisationId, step, await change);
  const [made, changed] = await db.batch([
    wishQuery(db, organisationId, wishKey),
    change,
    keepStep(db, organisationId, { ...step, idempotencyKey: wishKey }),
  ]);
  if (made.length === 0) return await outcomeOf(db, organisationId, step, changed);
  const showing = await showingNow(db, organisationId, step.showingId);
  return showing === null ? noSuch("showing") : ok(showing);
}

function notMadeYet(db: Database, organisationId: string, wishKey: string | null) {
  return wishKey === null ? undefined : notExists(wishQuery(db, organisationId, wishKey));
}

async function outcomeOf(
  db: Database,
  organisationId: string,
  { showingId, to, nowMs }: Step,
  changed: readonly ShowingRow[],
): Promise<Result<Showing, ShowingRefusal>> {
  if (changed[0] !== undefined) return ok(showingFrom(changed[0]));
  const showing = await showingNow(db, organisationId, showingId);
  if (showing === null) return noSuch("showing");
  const { status, startMs } = showing;
  if (status === to) return ok(showing);
  const early = mayBecome(status, to) ? beforeStart(to, startMs, nowMs) : null;
  return early === null ? mayNotBecome(status, to) : err(early);
}
