// One page of the board: hand-offs first, then the newest, by keyset so that page 1,000 costs what page 1 costs.
// Reads the projection only; the actor is not asked.
import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { CONVERSATION_VIEWS, ConversationRow } from "#contracts/api/conversation";
import { never } from "#domain/kernel/never";
import type { Platform } from "#domain/platform";
import { conversations, platformAccounts, units, user } from "#migrations/schema";
import type { Database } from "./database.ts";

export type ConversationFilter = {
  readonly view: (typeof CONVERSATION_VIEWS)[number];
  /** Null: the whole organisation. */
  readonly agentId: string | null;
  readonly platform: Platform | null;
  /** Part of a lead's name or a listing's title; null: any. */
  readonly text: string | null;
  readonly limit: number;
  readonly after: BoardPosition | null;
};

/** Where a page ended. */
export type BoardPosition = { readonly hasHandOff: boolean; readonly lastAtMs: number; readonly id: string };

export type ConversationPage = {
  readonly rows: readonly ConversationRow[];
  /** Null on the last page. */
  readonly next: BoardPosition | null;
};

type Columns = typeof conversations.$inferSelect;

/** One page of the organisation's conversations. */
export async function listConversations(
  db: Database,
  organisationId: string,
  filter: ConversationFilter,
): Promise<ConversationPage> {
  const found = await pageQuery(db, organisationId, filter).all();
  const page = found.slice(0, filter.limit);
  const last = found.length > filter.limit ? page.at(-1)?.conversation : undefined;
  return {
    rows: page.map((row) => rowView(row.conversation, row)),
    next: last === undefined ? null : { hasHandOff: last.hasHandOff, lastAtMs: last.lastAtMs, id: last.id },
  };
}

/** The query of one page, one row longer than asked for. Exported for the test that reads its plan. */
export function pageQuery(db: Database, organisationId: string, filter: ConversationFilter) {
  return db
    .select({
      conversation: conversations,
      accountName: platformAccounts.label,
      unitName: units.label,
      agentName: user.name,
    })
    .from(conversations)
    .leftJoin(
      platformAccounts,
      and(
        eq(platformAccounts.id, conversations.accountId),
        eq(platformAccounts.organisationId, conversations.organisationId),
      ),
    )
    .leftJoin(units, and(eq(units.id, conversations.unitId), eq(units.organisationId, conversations.organisationId)))
    .leftJoin(user, eq(user.id, conversations.agentId))
    .where(and(eq(conversations.organisationId, organisationId), ...conditionsOf(filter)))
    .orderBy(desc(conversations.hasHandOff), desc(conversations.lastAtMs), desc(conversations.id))
    .limit(filter.limit + 1);
}

function conditionsOf(filter: ConversationFilter): (SQL | undefined)[] {
  return [
    viewCondition(filter.view),
    filter.agentId === null ? undefined : eq(conversations.agentId, filter.agentId),
    filter.platform === null ? undefined : eq(conversations.platform, filter.platform),
    filter.text === null ? undefined : textCondition(filter.text),
    filter.after === null ? undefined : afterCondition(filter.after),
  ];
}

function viewCondition(view: ConversationFilter["view"]): SQL | undefined {
  switch (view) {
    case "all":
      return undefined;
    case "open":
      return eq(conversations.isClosed, false);
    case "closed":
      return eq(conversations.isClosed, true);
    case "hand_offs":
      return eq(conversations.hasHandOff, true);
    case "drafts":
      return isNotNull(conversations.draftId);
    default:
      return never(view);
  }
}

function afterCondition(after: BoardPosition): SQL {
  const { hasHandOff, lastAtMs, id } = conversations;
  return sql`(${hasHandOff}, ${lastAtMs}, ${id}) < (${after.hasHandOff ? 1 : 0}, ${after.lastAtMs}, ${after.id})`;
}

function textCondition(text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`(${conversations.leadName} like ${pattern} escape '\\' or ${conversations.listingTitle} like ${pattern} escape '\\')`;
}

type Names = {
  readonly accountName: string | null;
  readonly unitName: string | null;
  readonly agentName: string | null;
};

function rowView(row: Columns, names: Names): ConversationRow {
  return {
    id: row.id,
    platform: row.platform,
    account: { id: row.accountId, name: names.accountName ?? row.accountId },
    leadName: row.leadName,
    listingTitle: row.listingTitle,
    unit: named(row.unitId, names.unitName),
    agent: named(row.agentId, names.agentName),
    workflowState: row.workflowState,
    outcome: row.outcome,
    ownerMode: row.ownerMode,
    handOff: handOffView(row),
    draftId: row.draftId,
    sending: row.sending,
    hasDuplicate: row.hasDuplicate,
    isSuppressed: row.isSuppressed,
    lastMessage:
      row.lastFrom === null
        ? null
        : { from: row.lastFrom, preview: row.lastPreview ?? "", at: new Date(row.lastAtMs).toISOString() },
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}

function handOffView(row: Columns): ConversationRow["handOff"] {
  if (row.handOffCode === null || row.handOffOpenedAtMs === null || row.handOffDeadlineAtMs === null) return null;
  return {
    reason: { code: row.handOffCode, sentence: row.handOffSentence ?? "" },
    risk: row.handOffRisk ?? "medium",
    summary: [...(row.handOffSummary ?? [])],
    openedAt: new Date(row.handOffOpenedAtMs).toISOString(),
    deadlineAt: new Date(row.handOffDeadlineAtMs).toISOString(),
  };
}
