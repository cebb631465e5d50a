// Which agents are to be mailed about showings, and what they were mailed (K10 to K15). D1 answers both in one look at what
// changed lately, so nothing has to be handed on by whoever changed a showing. Writes no mail.
import {
  and,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  not,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Notice } from "#domain/calendar/agent-notice";
import type { CalendarShowing } from "#domain/calendar/calendar-event";
import { NOTICE_BACK_MS, NOTICE_RETRY_MS } from "#domain/calendar/limits";
import {
  agentNotices,
  agentProfiles,
  member,
  organization,
  showings,
  unitFacts,
  units,
  user,
} from "#migrations/schema";
import type { Database } from "./database.ts";
import { ofShowing, type ShowingRow } from "./showings-place.ts";

/** A mail that is due, with all that it says. */
export type DueNotice = {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly notice: Notice;
  readonly agent: { readonly id: string; readonly name: string; readonly email: string };
  /** IANA zone. */
  readonly zone: string;
  readonly showing: Omit<CalendarShowing, "conversationUrl"> & { readonly conversationId: string | null };
};

/** Mails of one minute. What is over goes with the next. */
export const NOTICES_AT_ONCE_MAX = 50;
/** The fact that tells an agent where to go. */
const ADDRESS_FACT = "address";
/** Doublings of the pause between tries: more do not fit into NOTICE_BACK_MS. */
const DOUBLINGS_MAX = 8;

/** Across organisations, for the schedule: mails that are due, first those that wait longest, NOTICES_AT_ONCE_MAX at most. */
export async function dueNotices(db: Database, nowMs: number): Promise<readonly DueNotice[]> {
  // Not as a batch: D1 answers those by the names of columns, and the joined tables share some.
  const [withdrawals, requests] = await Promise.all([
    withdrawalsQuery(db, nowMs).all(),
    requestsQuery(db, nowMs).all(),
  ]);
  return [
    ...withdrawals.map((row) => dueFrom(row, { method: "cancel", told: row.notice ?? row.showing })),
    ...requests.map((row) => dueFrom(row, { method: "request", isFirst: row.wasTold === 0 })),
  ].slice(0, NOTICES_AT_ONCE_MAX);
}

/** [K11] Takes a mail for oneself, before it leaves. False: somebody else has it, or the showing changed meanwhile. */
export async function claimNotice(
  db: Database,
  organisationId: string,
  { showing, agent, notice }: DueNotice,
  nowMs: number,
): Promise<boolean> {
  const time = notice.method === "cancel" ? notice.told : showing;
  const unchanged = db
    .select({
      organisationId: showings.organisationId,
      showingId: sql<string>`${showings.id}`.as("showing_id"),
      sequence: showings.sequence,
      agentId: sql<string>`${agent.id}`.as("agent_id"),
      method: sql<Notice["method"]>`${notice.method}`.as("method"),
      startMs: sql<number>`${time.startMs}`.as("start_ms"),
      endMs: sql<number>`${time.endMs}`.as("end_ms"),
      tries: sql<number>`1`.as("tries"),
      nextTryAtMs: sql<number>`${nowMs + NOTICE_RETRY_MS}`.as("next_try_at_ms"),
      sentAtMs: sql<null>`null`.as("sent_at_ms"),
    })
    .from(showings)
    .where(and(ofShowing(organisationId, showing.id), eq(showings.sequence, showing.sequence)));
  const claimed = await db
    .insert(agentNotices)
    .select(unchanged)
    .onConflictDoUpdate({
      target: [agentNotices.organisationId, agentNotices.showingId, agentNotices.sequence, agentNotices.agentId],
      set: {
        tries: sql`${agentNotices.tries} + 1`,
        nextTryAtMs: sql`${nowMs} + (${NOTICE_RETRY_MS} << min(${agentNotices.tries}, ${DOUBLINGS_MAX}))`,
      },
      setWhere: sql`${agentNotices.sentAtMs} is null and ${agentNotices.nextTryAtMs} <= ${nowMs}`,
    })
    .returning({ tries: agentNotices.tries });
  return claimed.length > 0;
}

/** [K11] The mail left. */
export async function markNotice(
  db: Database,
  organisationId: string,
  { showing, agent }: DueNotice,
  nowMs: number,
): Promise<void> {
  await db
    .update(agentNotices)
    .set({ sentAtMs: nowMs })
    .where(
      and(
        eq(agentNotices.organisationId, organisationId),
        eq(agentNotices.showingId, showing.id),
        eq(agentNotices.sequence, showing.sequence),
        eq(agentNotices.agentId, agent.id),
      ),
    )
    .run();
}

/** [K10, K15] Showings that stand and that their agent was not told of as they are. Exported for the test that reads its plan. */
export function requestsQuery(db: Database, nowMs: number) {
  const isToldNow = eq(agentNotices.sequence, showings.sequence);
  const isTimeTold = and(
    eq(agentNotices.method, "request"),
    eq(agentNotices.startMs, showings.startMs),
    eq(agentNotices.endMs, showings.endMs),
  );
  return dueQuery(db, nowMs, showings.agentId, eq(agentNotices.agentId, showings.agentId), [
    inArray(showings.status, ["pending", "confirmed"]),
    gt(showings.endMs, nowMs),
    or(
      isNull(agentNotices.showingId),
      and(isNotNull(agentNotices.sentAtMs), not(isToldNow), sql`not (${isTimeTold})`),
      and(isNull(agentNotices.sentAtMs), or(not(isToldNow), lte(agentNotices.nextTryAtMs, nowMs))),
    ),
  ]);
}

/** [K12] Agents in whose calendar a showing stands that is not theirs (any more). Exported for the test that reads its plan. */
export function withdrawalsQuery(db: Database, nowMs: number) {
  return dueQuery(db, nowMs, agentNotices.agentId, undefined, [
    gt(agentNotices.endMs, nowMs),
    or(eq(showings.status, "cancelled"), ne(agentNotices.agentId, showings.agentId)),
    or(
      and(isNotNull(agentNotices.sentAtMs), eq(agentNotices.method, "request")),
      // A calendar drops a cancellation that comes before its request: what is on its way is waited for.
      and(isNull(agentNotices.sentAtMs), lte(agentNotices.nextTryAtMs, nowMs)),
    ),
  ]);
}

/** [K13] Showings that changed lately with the newest notice of an agent who may be mailed. */
function dueQuery(
  db: Database,
  nowMs: number,
  agentId: SQLiteColumn,
  whose: SQL | undefined,
  conditions: readonly (SQL | undefined)[],
) {
  const ofOrganisation = (column: SQLiteColumn) => eq(column, showings.organisationId);
  return db
    .select({
      showing: showings,
      organisationName: organization.name,
      agent: { id: user.id, name: user.name, email: user.email },
      agentZone: agentProfiles.zone,
      unit: { label: units.label, zone: units.zone },
      address: unitFacts.value,
      notice: { startMs: agentNotices.startMs, endMs: agentNotices.endMs },
      wasTold: wasTold(db, agentId),
    })
    .from(showings)
    .leftJoin(
      agentNotices,
      and(ofOrganisation(agentNotices.organisationId), eq(agentNotices.showingId, showings.id), whose, isNewest(db)),
    )
    .innerJoin(member, and(ofOrganisation(member.organizationId), eq(member.userId, agentId)))
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(organization, ofOrganisation(organization.id))
    .innerJoin(units, and(ofOrganisation(units.organisationId), eq(units.id, showings.unitId)))
    .leftJoin(agentProfiles, and(ofOrganisation(agentProfiles.organisationId), eq(agentProfiles.userId, member.userId)))
    .leftJoin(
      unitFacts,
      and(
        ofOrganisation(unitFacts.organisationId),
        eq(unitFacts.unitId, showings.unitId),
        eq(unitFacts.name, ADDRESS_FACT),
        or(isNull(unitFacts.validUntilMs), gt(unitFacts.validUntilMs, nowMs)),
      ),
    )
    .where(
      and(
        isNull(showings.heldUntilMs),
        gte(showings.updatedAtMs, nowMs - NOTICE_BACK_MS),
        sql`coalesce(${agentProfiles.isMailed}, true)`,
        ...conditions,
      ),
    )
    .orderBy(showings.updatedAtMs)
    .limit(NOTICES_AT_ONCE_MAX);
}

/** 1 when an earlier state of the showing was mailed to the agent: a mail that is written again has the same words. */
function wasTold(db: Database, agentId: SQLiteColumn): SQL<number> {
  const earlier = alias(agentNotices, "earlier");
  const mailed = db
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.organisationId, showings.organisationId),
        eq(earlier.showingId, showings.id),
        eq(earlier.agentId, agentId),
        lt(earlier.sequence, showings.sequence),
        isNotNull(earlier.sentAtMs),
      ),
    );
  return sql<number>`exists ${mailed}`;
}

function isNewest(db: Database): SQL {
  const newer = alias(agentNotices, "newer");
  return notExists(
    db
      .select({ one: sql`1` })
      .from(newer)
      .where(
        and(
          eq(newer.organisationId, agentNotices.organisationId),
          eq(newer.showingId, agentNotices.showingId),
          eq(newer.agentId, agentNotices.agentId),
          gt(newer.sequence, agentNotices.sequence),
        ),
      ),
  );
}

type DueRow = {
  readonly showing: ShowingRow;
  readonly organisationName: string;
  readonly agent: DueNotice["agent"];
  readonly agentZone: string | null;
  readonly unit: { readonly label: string; readonly zone: string };
  readonly address: string | number | null;
};

function dueFrom({ showing, unit, ...row }: DueRow, notice: Notice): DueNotice {
  const { id, status, startMs, endMs, sequence, updatedAtMs, leadName, conversationId } = showing;
  return {
    organisationId: showing.organisationId,
    organisationName: row.organisationName,
    notice,
    agent: row.agent,
    zone: row.agentZone ?? unit.zone,
    showing: {
      ...{ id, status, startMs, endMs, sequence, updatedAtMs, leadName, conversationId },
      isHold: false,
      unitLabel: unit.label,
      address: row.address === null ? null : String(row.address),
    },
  };
}
