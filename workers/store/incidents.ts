// What must not happen and did: kept until a person says that they looked at it, and never taken away.
// Ids, codes and numbers only; message text never comes here.
import { and, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { INCIDENT_PAGE_ROWS, type IncidentView } from "#contracts/api/incident";
import { conversations, incidents, platformAccounts, user } from "#migrations/schema";
import type { Database } from "./database.ts";

export type Incident = Omit<typeof incidents.$inferInsert, "seenAtMs" | "seenBy">;

/** Where a page ended. */
export type IncidentPosition = { readonly atMs: number; readonly id: string };

export type IncidentPage = {
  readonly incidents: readonly IncidentView[];
  /** Null on the last page. */
  readonly next: IncidentPosition | null;
};

/** The incident of a send whose text shows twice: however often it is seen, it is one. */
export function duplicateIncidentId(sendId: string): string {
  return `duplicate.${sendId}`;
}

/** The incident of a queue message that was given up. */
export function deadLetterIncidentId(messageId: string): string {
  return `dead_letter.${messageId}`;
}

/** Keeps an incident once, under the organisation it names. Answers whether it was new. */
export async function recordIncident(db: Database, incident: Incident): Promise<boolean> {
  const added = await db.insert(incidents).values(incident).onConflictDoNothing().returning({ id: incidents.id }).all();
  return added.length > 0;
}

/** One page, newest first. `isSeen` null: whether or not somebody looked. */
export async function listIncidents(
  db: Database,
  organisationId: string,
  filter: { readonly isSeen: boolean | null; readonly after: IncidentPosition | null },
): Promise<IncidentPage> {
  const { isSeen, after } = filter;
  const found = await selectNamed(db, [
    eq(incidents.organisationId, organisationId),
    isSeen === null ? undefined : isSeen ? isNotNull(incidents.seenAtMs) : isNull(incidents.seenAtMs),
    after === null ? undefined : sql`(${incidents.atMs}, ${incidents.id}) < (${after.atMs}, ${after.id})`,
  ])
    .orderBy(desc(incidents.atMs), desc(incidents.id))
    .limit(INCIDENT_PAGE_ROWS + 1)
    .all();
  const page = found.slice(0, INCIDENT_PAGE_ROWS);
  const last = found.length > INCIDENT_PAGE_ROWS ? page.at(-1)?.incident : undefined;
  return { incidents: page.map(viewOf), next: last === undefined ? null : { atMs: last.atMs, id: last.id } };
}

/** Null when it is not this organisation's. */
export async function incidentOf(db: Database, organisationId: string, id: string): Promise<IncidentView | null> {
  const row = await selectNamed(db, [eq(incidents.organisationId, organisationId), eq(incidents.id, id)]).get();
  return row === undefined ? null : viewOf(row);
}

/** Notes who looked at it first; false when somebody did already or it is not this organisation's. */
export async function markSeen(
  db: Database,
  organisationId: string,
  id: string,
  by: string,
  nowMs: number,
): Promise<boolean> {
  const changed = await db
    .update(incidents)
    .set({ seenAtMs: nowMs, seenBy: by })
    .where(and(eq(incidents.organisationId, organisationId), eq(incidents.id, id), isNull(incidents.seenAtMs)))
    .returning({ id: incidents.id })
    .all();
  return changed.length > 0;
}

/** How many of the organisation's nobody looked at yet. */
export async function countUnseen(db: Database, organisationId: string): Promise<number> {
  const row = await db
    .select({ unseen: count() })
    .from(incidents)
    .where(and(eq(incidents.organisationId, organisationId), isNull(incidents.seenAtMs)))
    .get();
  return row?.unseen ?? 0;
}

/** Across organisations, for the health check: texts that show twice and that nobody looked at yet. */
export async function countUnseenDuplicates(db: Database): Promise<number> {
  const row = await db
    .select({ unseen: count() })
    .from(incidents)
    .where(and(eq(incidents.kind, "duplicate"), isNull(incidents.seenAtMs)))
    .get();
  return row?.unseen ?? 0;
}

/** Incidents with the names that belong to their ids; an id of another organisation has no name here. */
function selectNamed(db: Database, conditions: readonly (SQL | undefined)[]) {
  return db
    .select({
      incident: incidents,
      leadName: conversations.leadName,
      accountName: platformAccounts.label,
      platform: platformAccounts.platform,
      seenByName: user.name,
    })
    .from(incidents)
    .leftJoin(
      conversations,
      and(eq(conversations.organisationId, incidents.organisationId), eq(conversations.id, incidents.conversationId)),
    )
    .leftJoin(
      platformAccounts,
      and(eq(platformAccounts.organisationId, incidents.organisationId), eq(platformAccounts.id, incidents.accountId)),
    )
    .leftJoin(user, eq(user.id, incidents.seenBy))
    .where(and(...conditions));
}

type NamedIncident = {
  readonly incident: typeof incidents.$inferSelect;
  readonly leadName: string | null;
  readonly accountName: string | null;
  readonly platform: NonNullable<IncidentView["account"]>["platform"];
  readonly seenByName: string | null;
};

function viewOf({ incident, leadName, accountName, platform, seenByName }: NamedIncident): IncidentView {
  const { conversationId, accountId, seenAtMs } = incident;
  return {
    id: incident.id,
    kind: incident.kind,
    at: new Date(incident.atMs).toISOString(),
    conversation: conversationId === null ? null : { id: conversationId, leadName },
    account: accountId === null ? null : { id: accountId, name: accountName ?? accountId, platform },
    detail: incident.detail,
    seen: seenAtMs === null ? null : { at: new Date(seenAtMs).toISOString(), by: seenByName ?? "Somebody" },
  };
}
