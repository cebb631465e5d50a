// Board rows: writes the projection of a conversation actor, and tells whose a conversation is.
// The actor's version guards every write; routes never write here.
import { and, desc, eq, gte, type SQL, sql } from "drizzle-orm";
import { getTableColumns } from "drizzle-orm/utils";
import type { ConversationCore } from "#contracts/actors";
import { conversations, platformAccounts, units, user } from "#migrations/schema";
import { countIn, countOut } from "./conversation-counters.ts";
import type { Database } from "./database.ts";

/** Whose a conversation is, as of its last projection. */
export type ConversationScope = {
  readonly agentId: string | null;
  readonly accountId: string;
  readonly unitId: string | null;
};

/** Display names that belong to D1, for ids that a conversation holds. */
export type ConversationNames = {
  readonly account: { readonly id: string; readonly name: string };
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly agent: { readonly id: string; readonly name: string } | null;
};

type ConversationColumns = typeof conversations.$inferInsert;

/** Brings a board row and its counters to the actor's version. An older or equal version changes nothing. */
export async function upsertConversation(db: Database, core: ConversationCore): Promise<void> {
  const columns = columnsOf(core);
  await db.batch([
    countOut(db, columns),
    countIn(db, columns),
    db
      .insert(conversations)
      .values(columns)
      .onConflictDoUpdate({
        target: [conversations.organisationId, conversations.id],
        set: everyColumnFromExcluded(),
        setWhere: sql`excluded.version > ${conversations.version}`,
      }),
  ]);
}

/** Null when the organisation has no such conversation. */
export async function scopeOf(
  db: Database,
  organisationId: string,
  conversationId: string,
): Promise<ConversationScope | null> {
  const row = await db
    .select({ agentId: conversations.agentId, accountId: conversations.accountId, unitId: conversations.unitId })
    .from(conversations)
    .where(and(eq(conversations.organisationId, organisationId), eq(conversations.id, conversationId)))
    .get();
  return row ?? null;
}

/** Ids of an account's conversations in which somebody wrote since then, newest first. */
export async function recentOfAccount(
  db: Database,
  organisationId: string,
  accountId: string,
  sinceMs: number,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        eq(conversations.organisationId, organisationId),
        eq(conversations.accountId, accountId),
        gte(conversations.lastAtMs, sinceMs),
      ),
    )
    .orderBy(desc(conversations.lastAtMs))
    .limit(limit)
    .all();
  return rows.map(({ id }) => id);
}

/** Names for the ids of a conversation. An id of another organisation has no name here. */
export async function namesOf(
  db: Database,
  organisationId: string,
  core: Pick<ConversationCore, "accountId" | "unitId" | "agentId">,
): Promise<ConversationNames> {
  const { accountId, unitId, agentId } = core;
  const [account, unit, agent] = await Promise.all([
    db
      .select({ name: platformAccounts.label })
      .from(platformAccounts)
      .where(and(eq(platformAccounts.organisationId, organisationId), eq(platformAccounts.id, accountId)))
      .get(),
    unitId === null
      ? undefined
      : db
          .select({ name: units.label })
          .from(units)
          .where(and(eq(units.organisationId, organisationId), eq(units.id, unitId)))
          .get(),
    agentId === null ? undefined : db.select({ name: user.name }).from(user).where(eq(user.id, agentId)).get(),
  ]);
  return {
    account: { id: accountId, name: account?.name ?? accountId },
    unit: unitId === null || unit === undefined ? null : { id: unitId, name: unit.name },
    agent: agentId === null || agent === undefined ? null : { id: agentId, name: agent.name },
  };
}

function columnsOf(core: ConversationCore): ConversationColumns {
  return {
    organisationId: core.organisationId,
    id: core.conversationId,
    accountId: core.accountId,
    platform: core.platform,
    threadId: core.threadId,
    version: core.version,
    leadName: core.leadName,
    platformListingId: core.platformListingId,
    listingTitle: core.listingTitle,
    unitId: core.unitId,
    agentId: core.agentId,
    workflowState: core.workflowState,
    outcome: core.outcome,
    ownerMode: core.ownerMode,
    isClosed: core.workflowState === "outcome" && core.handOff === null,
    hasHandOff: core.handOff !== null,
    handOffCode: core.handOff?.reason.code ?? null,
    handOffSentence: core.handOff?.reason.sentence ?? null,
    handOffOpenedAtMs: core.handOff?.openedAtMs ?? null,
    handOffDeadlineAtMs: core.handOff?.deadlineAtMs ?? null,
    handOffRisk: core.handOff?.risk ?? null,
    handOffSummary: core.handOff?.summary ?? null,
    draftId: core.draftId,
    sending: core.sending,
    hasDuplicate: core.hasDuplicate,
    isSuppressed: core.isSuppressed,
    lastFrom: core.lastMessage?.from ?? null,
    lastPreview: core.lastMessage?.preview ?? null,
    lastAtMs: core.lastMessage?.atMs ?? 0,
  };
}

function everyColumnFromExcluded(): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(getTableColumns(conversations)).map(([key, column]) => [
      key,
      sql`excluded.${sql.identifier(column.name)}`,
    ]),
  );
}
