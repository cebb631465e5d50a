// The numbers on the board's tabs, moved by the same transaction that moves a board row.
// One row for the organisation (agent id "") and one per agent; nothing here ever counts rows.
import { and, eq, lt, or, sql } from "drizzle-orm";
import type { ConversationList } from "#contracts/api/conversation";
import { conversationCounters, conversations } from "#migrations/schema";
import type { Database } from "./database.ts";

export type ConversationCounts = ConversationList["counts"];

/** What the counters need to know of a board row. */
type Counted = Pick<
  typeof conversations.$inferInsert,
  "organisationId" | "id" | "version" | "agentId" | "isClosed" | "hasHandOff" | "draftId"
>;

const WHOLE_ORGANISATION = "";

/** The counts of one agent, or of the whole organisation with `agentId` null. */
export async function countsOf(
  db: Database,
  organisationId: string,
  agentId: string | null,
): Promise<ConversationCounts> {
  const row = await db
    .select({
      open: conversationCounters.open,
      handOffs: conversationCounters.handOffs,
      drafts: conversationCounters.drafts,
      closed: conversationCounters.closed,
    })
    .from(conversationCounters)
    .where(
      and(
        eq(conversationCounters.organisationId, organisationId),
        eq(conversationCounters.agentId, agentId ?? WHOLE_ORGANISATION),
      ),
    )
    .get();
  return row ?? { open: 0, handOffs: 0, drafts: 0, closed: 0 };
}

/** Takes the stored row, if it is older, out of the counters. Runs before the row is replaced. */
export function countOut(db: Database, row: Counted) {
  const counters = conversationCounters;
  const old = db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.organisationId, row.organisationId),
        eq(conversations.id, row.id),
        lt(conversations.version, row.version),
      ),
    )
    .as("old");
  return db
    .update(counters)
    .set({
      open: sql`${counters.open} - (not ${old.isClosed})`,
      handOffs: sql`${counters.handOffs} - ${old.hasHandOff}`,
      drafts: sql`${counters.drafts} - (${old.draftId} is not null)`,
      closed: sql`${counters.closed} - ${old.isClosed}`,
    })
    .from(old)
    .where(
      and(
        eq(counters.organisationId, row.organisationId),
        or(eq(counters.agentId, WHOLE_ORGANISATION), eq(counters.agentId, old.agentId)),
      ),
    );
}

/** Counts the new row in, unless the stored one is as new. Runs before the row is replaced. */
export function countIn(db: Database, row: Counted) {
  const open = row.isClosed ? 0 : 1;
  const handOffs = row.hasHandOff ? 1 : 0;
  const drafts = row.draftId === null || row.draftId === undefined ? 0 : 1;
  return db
    .insert(conversationCounters)
    .select(sql`
      select ${row.organisationId}, scope.agent_id, ${open}, ${handOffs}, ${drafts}, ${1 - open}
      from (select ${WHOLE_ORGANISATION} as agent_id union all select ${row.agentId ?? null}) as scope
      where scope.agent_id is not null and not exists (
        select 1 from conversations
        where organisation_id = ${row.organisationId} and id = ${row.id} and version >= ${row.version}
      )`)
    .onConflictDoUpdate({
      target: [conversationCounters.organisationId, conversationCounters.agentId],
      set: {
        open: sql`open + excluded.open`,
        handOffs: sql`hand_offs + excluded.hand_offs`,
        drafts: sql`drafts + excluded.drafts`,
        closed: sql`closed + excluded.closed`,
      },
    });
}
