// What becomes of a showing (R11), each step in one statement that looks at the status it changes. Times and agents are changed
// by showings-move.ts alone.
import { and, inArray, lte, sql } from "drizzle-orm";
import { err, ok, type Result } from "#domain/kernel/result";
import { beforeStart, mayNotBecome, noSuch, type ShowingRefusal } from "#domain/showing/refusal";
import type { Showing } from "#domain/showing/showing";
import { mayBecome, needsStart, nextStatuses, SHOWING_STATUSES, type ShowingStatus } from "#domain/showing/status";
import { showings } from "#migrations/schema";
import type { Database } from "./database.ts";
import { ofShowing, type ShowingRow, showingFrom } from "./showings-place.ts";

/** [H1, H16] Takes the step, or refuses it in words. What it is already is done already. */
export async function changeStatus(
  db: Database,
  organisationId: string,
  showingId: string,
  to: ShowingStatus,
  nowMs: number,
): Promise<Result<Showing, ShowingRefusal>> {
  const from = SHOWING_STATUSES.filter((status) => mayBecome(status, to));
  const changed = await db
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
      ),
    )
    .returning();
  return await outcomeOf(db, organisationId, showingId, { to, nowMs }, changed);
}

/** [H10] The lead says that they will come: the showing stands as confirmed, and by them. */
export async function confirmByLead(
  db: Database,
  organisationId: string,
  showingId: string,
  nowMs: number,
): Promise<Result<Showing, ShowingRefusal>> {
  const open = SHOWING_STATUSES.filter((status) => nextStatuses(status).length > 0);
  const changed = await db
    .update(showings)
    .set({
      status: "confirmed",
      sequence: sql`${showings.sequence} + (${showings.status} <> 'confirmed')`,
      leadConfirmedAtMs: sql`coalesce(${showings.leadConfirmedAtMs}, ${nowMs})`,
      updatedAtMs: nowMs,
    })
    .where(and(ofShowing(organisationId, showingId), inArray(showings.status, open)))
    .returning();
  return await outcomeOf(db, organisationId, showingId, { to: "confirmed", nowMs }, changed);
}

async function outcomeOf(
  db: Database,
  organisationId: string,
  showingId: string,
  { to, nowMs }: { readonly to: ShowingStatus; readonly nowMs: number },
  changed: readonly ShowingRow[],
): Promise<Result<Showing, ShowingRefusal>> {
  if (changed[0] !== undefined) return ok(showingFrom(changed[0]));
  const row = await db.select().from(showings).where(ofShowing(organisationId, showingId)).get();
  if (row === undefined) return noSuch("showing");
  if (row.status === to) return ok(showingFrom(row));
  const early = mayBecome(row.status, to) ? beforeStart(to, row.startMs, nowMs) : null;
  return early === null ? mayNotBecome(row.status, to) : err(early);
}
