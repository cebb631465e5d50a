// The queue of follow-ups: what conversation actors tell of theirs, and who has which to do. The actors are the truth; a row
// that is over stays over, and an older version of a conversation changes nothing.
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { FollowUpRow } from "#contracts/actors";
import { FOLLOW_UP_PAGE_ROWS, type FollowUpList } from "#contracts/api/follow-up";
import { conversations, units, user } from "#migrations/schema";
import { followUps } from "#migrations/showing-schema";
import { BATCH_STATEMENTS_MAX, type Database } from "./database.ts";

/** Where a page ended. */
export type FollowUpPosition = { readonly atMs: number; readonly id: string };

export type FollowUpPage = {
  readonly followUps: FollowUpList["followUps"];
  /** Null on the last page. */
  readonly next: FollowUpPosition | null;
};

/** Keeps the follow-ups of a conversation as of one of its versions. Runs after the board row was brought up to date. */
export async function keepFollowUps(
  db: Database,
  organisationId: string,
  conversation: { readonly conversationId: string; readonly version: number },
  rows: readonly FollowUpRow[],
): Promise<void> {
  const { conversationId, version } = conversation;
  for (let start = 0; start < rows.length; start += BATCH_STATEMENTS_MAX) {
    const [first, ...rest] = rows.slice(start, start + BATCH_STATEMENTS_MAX).map((row) =>
      db
        .insert(followUps)
        .values({ organisationId, conversationId, ...row })
        .onConflictDoUpdate({
          target: [followUps.organisationId, followUps.id],
          set: {
            dueAtMs: sql`excluded.due_at_ms`,
            ownerId: sql`excluded.owner_id`,
            status: sql`excluded.status`,
            writer: sql`excluded.writer`,
            leftToPerson: sql`excluded.left_to_person`,
          },
          setWhere: sql`${followUps.status} = 'pending' and ${isNews} and not exists (
            select 1 from conversations
            where organisation_id = ${organisationId} and id = ${conversationId} and version > ${version}
          )`,
        }),
    );
    if (first !== undefined) await db.batch([first, ...rest]);
  }
}

/** The one that is to be done is told again with everything that happens: nothing is written then. */
const isNews = sql`(${followUps.dueAtMs}, ${followUps.ownerId}, ${followUps.status}, ${followUps.writer}, ${followUps.leftToPerson})
  is not (excluded.due_at_ms, excluded.owner_id, excluded.status, excluded.writer, excluded.left_to_person)`;

/** One page of what is still to be done, the most overdue first: of one agent, or of all with `agentId` null. */
export async function listFollowUps(
  db: Database,
  organisationId: string,
  filter: { readonly agentId: string | null; readonly after: FollowUpPosition | null; readonly nowMs: number },
): Promise<FollowUpPage> {
  const { agentId, after, nowMs } = filter;
  const found = await selectNamed(db, [
    eq(followUps.organisationId, organisationId),
    eq(followUps.status, "pending"),
    agentId === null ? undefined : eq(followUps.ownerId, agentId),
    // The board row decides who may see a conversation; a follow-up never shows more.
    agentId === null ? undefined : eq(conversations.agentId, agentId),
    after === null ? undefined : sql`(${followUps.dueAtMs}, ${followUps.id}) > (${after.atMs}, ${after.id})`,
  ])
    .orderBy(asc(followUps.dueAtMs), asc(followUps.id))
    .limit(FOLLOW_UP_PAGE_ROWS + 1)
    .all();
  const page = found.slice(0, FOLLOW_UP_PAGE_ROWS);
  const last = found.length > FOLLOW_UP_PAGE_ROWS ? page.at(-1)?.followUp : undefined;
  return {
    followUps: page.map((row) => viewOf(row, nowMs)),
    next: last === undefined ? null : { atMs: last.dueAtMs, id: last.id },
  };
}

/** Follow-ups with their conversations and the names that belong to their ids. */
function selectNamed(db: Database, conditions: readonly (SQL | undefined)[]) {
  return db
    .select({ followUp: followUps, conversation: conversations, unitName: units.label, ownerName: user.name })
    .from(followUps)
    .innerJoin(
      conversations,
      and(eq(conversations.organisationId, followUps.organisationId), eq(conversations.id, followUps.conversationId)),
    )
    .leftJoin(units, and(eq(units.organisationId, followUps.organisationId), eq(units.id, conversations.unitId)))
    .leftJoin(user, eq(user.id, followUps.ownerId))
    .where(and(...conditions));
}

type NamedFollowUp = {
  readonly followUp: typeof followUps.$inferSelect;
  readonly conversation: typeof conversations.$inferSelect;
  readonly unitName: string | null;
  readonly ownerName: string | null;
};

function viewOf({ followUp, conversation, unitName, ownerName }: NamedFollowUp, nowMs: number) {
  return {
    id: followUp.id,
    stage: followUp.stage,
    dueAt: new Date(followUp.dueAtMs).toISOString(),
    isDue: followUp.dueAtMs <= nowMs,
    owner: named(followUp.ownerId, ownerName),
    writer: followUp.writer,
    leftToPerson: followUp.leftToPerson,
    conversation: {
      id: conversation.id,
      platform: conversation.platform,
      leadName: conversation.leadName,
      listingTitle: conversation.listingTitle,
      unit: named(conversation.unitId, unitName),
      ownerMode: conversation.ownerMode,
    },
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}
