// Showings as lists and pages show them, with the names that belong to their ids, by keyset on the start. Holds are no showings
// and never among them. Reads only.
import { and, asc, desc, eq, gte, isNotNull, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { ShowingFilterStatus, ShowingOrder, ShowingView } from "#contracts/api/showing";
import { STANDS_CODE } from "#domain/conversation/showing-stands";
import type { Showing } from "#domain/showing/showing";
import { nextStatuses, SHOWING_STATUSES } from "#domain/showing/status";
import { DAY_MS } from "#domain/slots/zone";
import { conversations, showings, units, user } from "#migrations/schema";
import type { Database } from "./database.ts";
import { ofShowing, type ShowingRow, showingFrom } from "./showings-place.ts";

/** Changes of ten minutes, of all agencies together. */
const CHANGED_MAX = 1_000;

export type ShowingFilter = {
  /** Null: any, of every one of these. */
  readonly agentId: string | null;
  readonly unitId: string | null;
  readonly conversationId: string | null;
  readonly status: ShowingFilterStatus | null;
  /** Agents' local days, "2026-03-08", both included. */
  readonly fromDay: string | null;
  readonly toDay: string | null;
  readonly order: ShowingOrder;
  readonly limit: number;
  readonly after: ShowingPosition | null;
};

/** Where a page ended: the start of its last showing. */
export type ShowingPosition = { readonly atMs: number; readonly id: string };

export type ShowingPage = {
  readonly showings: readonly ShowingView[];
  /** Null on the last page. */
  readonly next: ShowingPosition | null;
};

/** [H14] One page of the organisation's showings, by start, onwards or backwards. */
export async function listShowings(db: Database, organisationId: string, filter: ShowingFilter): Promise<ShowingPage> {
  const found = await listQuery(db, organisationId, filter).all();
  const page = found.slice(0, filter.limit);
  const last = found.length > filter.limit ? page.at(-1)?.showing : undefined;
  return { showings: page.map(viewOf), next: last === undefined ? null : { atMs: last.startMs, id: last.id } };
}

/** One showing; null when it is not this organisation's, or a hold. */
export async function showingOf(db: Database, organisationId: string, showingId: string): Promise<ShowingView | null> {
  const row = await selectNamed(db, [ofShowing(organisationId, showingId)]).get();
  return row === undefined ? null : viewOf(row);
}

/** Across organisations, for the schedule: showings of conversations that changed since, newest first, CHANGED_MAX at most. */
export async function changedSince(
  db: Database,
  sinceMs: number,
): Promise<readonly { readonly organisationId: string; readonly showing: Showing }[]> {
  const rows = await db
    .select()
    .from(showings)
    .where(and(gte(showings.updatedAtMs, sinceMs), isNotNull(showings.conversationId), isNull(showings.heldUntilMs)))
    .orderBy(desc(showings.updatedAtMs))
    .limit(CHANGED_MAX)
    .all();
  return rows.map((row) => ({ organisationId: row.organisationId, showing: showingFrom(row) }));
}

/** The query of one page, one row longer than asked for. Exported for the test that reads its plan. */
export function listQuery(db: Database, organisationId: string, filter: ShowingFilter) {
  const conditions = [
    eq(showings.organisationId, organisationId),
    isNull(showings.heldUntilMs),
    ...conditionsOf(filter),
  ];
  const by = filter.order === "latest" ? desc : asc;
  return selectNamed(db, conditions)
    .orderBy(by(showings.startMs), by(showings.id))
    .limit(filter.limit + 1);
}

function conditionsOf(filter: ShowingFilter): (SQL | undefined)[] {
  const { agentId, unitId, conversationId, fromDay, toDay, order, after } = filter;
  const beyond = sql.raw(order === "latest" ? "<" : ">");
  return [
    // Said to be rare, or SQLite reads everybody's showings of the days.
    agentId === null ? undefined : sql`unlikely(${showings.agentId} = ${agentId})`,
    unitId === null ? undefined : sql`unlikely(${showings.unitId} = ${unitId})`,
    conversationId === null ? undefined : sql`unlikely(${showings.conversationId} = ${conversationId})`,
    statusCondition(filter.status),
    fromDay === null ? undefined : gte(showings.agentDay, fromDay),
    toDay === null ? undefined : lte(showings.agentDay, toDay),
    // No index holds the days. A local day begins and ends within a day of its UTC day, in every zone.
    fromDay === null ? undefined : gte(showings.startMs, Date.parse(fromDay) - DAY_MS),
    toDay === null ? undefined : lte(showings.startMs, Date.parse(toDay) + 2 * DAY_MS),
    after === null ? undefined : sql`(${showings.startMs}, ${showings.id}) ${beyond} (${after.atMs}, ${after.id})`,
  ];
}

function statusCondition(status: ShowingFilterStatus | null): SQL | undefined {
  if (status === null) return undefined;
  if (status !== "open") return eq(showings.status, status);
  const open = SHOWING_STATUSES.filter((one) => nextStatuses(one).length > 0);
  return sql`${showings.status} in ${open}`;
}

/** A unit of another organisation has no name here. */
function selectNamed(db: Database, conditions: readonly (SQL | undefined)[]) {
  return db
    .select({
      showing: showings,
      unitName: units.label,
      unitZone: units.zone,
      agentName: user.name,
      isSuppressed: conversations.isSuppressed,
      handOffCode: conversations.handOffCode,
    })
    .from(showings)
    .leftJoin(units, and(eq(units.organisationId, showings.organisationId), eq(units.id, showings.unitId)))
    .leftJoin(user, eq(user.id, showings.agentId))
    .leftJoin(
      conversations,
      and(eq(conversations.organisationId, showings.organisationId), eq(conversations.id, showings.conversationId)),
    )
    .where(and(...conditions));
}

type NamedShowing = {
  readonly showing: ShowingRow;
  readonly unitName: string | null;
  readonly unitZone: string | null;
  readonly agentName: string | null;
  readonly isSuppressed: boolean | null;
  readonly handOffCode: string | null;
};

function viewOf({ showing, unitName, unitZone, agentName, isSuppressed, handOffCode }: NamedShowing): ShowingView {
  return {
    id: showing.id,
    unit: { id: showing.unitId, name: unitName ?? showing.unitId, zone: unitZone ?? "UTC" },
    agent: { id: showing.agentId, name: agentName ?? showing.agentId },
    conversationId: showing.conversationId,
    leadName: showing.leadName,
    start: new Date(showing.startMs).toISOString(),
    end: new Date(showing.endMs).toISOString(),
    day: showing.agentDay,
    status: showing.status,
    mayBecome: [...nextStatuses(showing.status)],
    leadConfirmedAt: showing.leadConfirmedAtMs === null ? null : new Date(showing.leadConfirmedAtMs).toISOString(),
    isLeadSuppressed: isSuppressed === true,
    isKeepAsked: handOffCode === STANDS_CODE,
    sequence: showing.sequence,
  };
}
