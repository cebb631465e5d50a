// An agency with two units and two agents, and the words with which tests book, hold and look at its times.
import { and, asc, eq } from "drizzle-orm";
import { agentProfiles, showings, units } from "#migrations/schema";
import { type BookingWish, book } from "#workers/store/showings";
import { type HoldWish, holdTimes } from "#workers/store/showings-holds";
import { type Agency, db, freshId, makeAgency, makePerson } from "../api/agency.ts";

export const MINUTE = 60_000;
/** 25 November 2026, noon in New York. */
export const NOON = Date.UTC(2026, 10, 25, 17);
export const NOW = NOON - 24 * 60 * MINUTE;

export type Desk = {
  readonly agency: Agency;
  readonly unitId: string;
  readonly otherUnitId: string;
  readonly maria: string;
  readonly noah: string;
  readonly book: (change?: Partial<BookingWish>) => ReturnType<typeof book>;
  readonly hold: (conversationId: string, change?: Partial<HoldWish>) => Promise<readonly string[]>;
  /** Every row of the organisation, "unit agent minutes-after-noon status", holds with their lead. */
  readonly table: () => Promise<readonly string[]>;
};

export async function makeDesk(): Promise<Desk> {
  const agency = await makeAgency();
  const otherUnitId = freshId("un");
  await db
    .insert(units)
    .values({ id: otherUnitId, organisationId: agency.id, label: "2 Hill Road", zone: "America/New_York" });
  const [maria, noah] = [(await makePerson(agency, "agent")).id, (await makePerson(agency, "agent")).id];
  return {
    agency,
    unitId: agency.unitId,
    otherUnitId,
    maria,
    noah,
    book: (change = {}) =>
      book(db, agency.id, {
        idempotencyKey: freshId("key"),
        conversationId: freshId("cv"),
        unitId: agency.unitId,
        agentIds: [maria],
        startMs: NOON,
        endMs: (change.startMs ?? NOON) + 30 * MINUTE,
        leadName: "Ana Lead",
        nowMs: NOW,
        ...change,
      }),
    hold: async (conversationId, change = {}) => {
      const held = await holdTimes(db, agency.id, {
        conversationId,
        unitId: agency.unitId,
        leadName: null,
        times: [timeAt(NOON, maria)],
        heldUntilMs: NOW + 60 * MINUTE,
        nowMs: NOW,
        ...change,
      });
      return held.ok ? held.value.map(({ id }) => id) : [held.error.code];
    },
    table: async () => {
      const rows = await db
        .select()
        .from(showings)
        .where(eq(showings.organisationId, agency.id))
        .orderBy(asc(showings.startMs), asc(showings.createdAtMs), asc(showings.unitId))
        .all();
      const names: Record<string, string> = { [maria]: "maria", [noah]: "noah", [otherUnitId]: "other" };
      return rows.map((row) => {
        const minutes = (row.startMs - NOON) / MINUTE;
        const state = row.heldUntilMs === null ? row.status : `held for ${row.conversationId}`;
        return `${names[row.unitId] ?? "unit"} ${names[row.agentId]} ${minutes} ${state}`;
      });
    },
  };
}

export function timeAt(startMs: number, agentId: string) {
  return { startMs, endMs: startMs + 30 * MINUTE, agentId };
}

/** Sets what the agent's day takes. */
export async function profile(desk: Desk, userId: string, columns: Partial<typeof agentProfiles.$inferInsert>) {
  const row = { organisationId: desk.agency.id, userId, zone: "America/New_York", ...columns };
  await db
    .insert(agentProfiles)
    .values(row)
    .onConflictDoUpdate({ target: [agentProfiles.organisationId, agentProfiles.userId], set: row });
}

/** Sets how many share a time of the unit. */
export async function groupOf(desk: Desk, groupSize: number) {
  await db
    .update(units)
    .set({ groupSize })
    .where(and(eq(units.organisationId, desk.agency.id), eq(units.id, desk.unitId)));
}

/** The value of an answer, or its code. */
export function told<T>(answer: { ok: true; value: T } | { ok: false; error: { code: string } }): T | string {
  return answer.ok ? answer.value : answer.error.code;
}
