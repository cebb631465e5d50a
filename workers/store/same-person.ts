// Conversations that may be the same person's, for whoever asks: those that share a contact, and those of the same full name.
// Reads the projection only, and no more of it than the viewer may see.
import { and, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { SAME_PERSON_MAX, type SamePerson } from "#contracts/api/same-person";
import { fullNameOf } from "#domain/person/full-name";
import { conversations, platformAccounts, units } from "#migrations/schema";
import type { Database } from "./database.ts";
import { othersOfPerson } from "./person-keys.ts";

/** Names are compared in this many conversations of the board, its first ones: no index leads to a name. */
const NAMES_LOOKED_AT_MAX = 20_000;
/** D1 takes patterns of 50 bytes. */
const GLOB_CHARS_MAX = 48;
/** Ids in one condition; D1 takes 100 values in a statement. */
const IDS_OF_CONDITION_MAX = 80;

/** `agentId` null: the whole organisation. Contacts first, then the newest, at most SAME_PERSON_MAX. */
export async function samePersonOf(
  db: Database,
  organisationId: string,
  conversationId: string,
  agentId: string | null,
): Promise<readonly SamePerson[]> {
  const visible = (more: SQL | undefined) =>
    and(
      eq(conversations.organisationId, organisationId),
      ne(conversations.id, conversationId),
      agentId === null ? undefined : eq(conversations.agentId, agentId),
      more,
    );
  const byContact = (await othersOfPerson(db, organisationId, conversationId)).slice(0, IDS_OF_CONDITION_MAX);
  const name = await nameOf(db, organisationId, conversationId);
  const [sharing, alike] = await Promise.all([
    byContact.length === 0 ? [] : rowsWhere(db, visible(inArray(conversations.id, byContact))),
    name === null ? [] : rowsWhere(db, visible(inNamesakes(organisationId, agentId, name))),
  ]);
  const tied = new Set(byContact);
  const namesakes = alike.filter((row) => fullNameOf(row.leadName) === fullNameOf(name) && !tied.has(row.id));
  return [...sharing.map((row) => viewOf(row, "contact")), ...namesakes.map((row) => viewOf(row, "name"))].slice(
    0,
    SAME_PERSON_MAX,
  );
}

/** The lead's name when it is a full one. */
async function nameOf(db: Database, organisationId: string, conversationId: string): Promise<string | null> {
  const row = await db
    .select({ leadName: conversations.leadName })
    .from(conversations)
    .where(and(eq(conversations.organisationId, organisationId), eq(conversations.id, conversationId)))
    .get();
  const name = row?.leadName ?? null;
  return fullNameOf(name) === null ? null : name;
}

/** Ids of those whose name may be the same; what is found is compared exactly afterwards. */
function inNamesakes(organisationId: string, agentId: string | null, name: string): SQL {
  const own = agentId === null ? sql`` : sql`and agent_id = ${agentId}`;
  return sql`${conversations.id} in (
    select id from (
      select id, lead_name from conversations
      where organisation_id = ${organisationId} ${own}
      order by has_hand_off desc, last_at_ms desc, id desc
      limit ${NAMES_LOOKED_AT_MAX}
    )
    where replace(replace(replace(lower(lead_name), ' ', ''), char(9), ''), char(160), '') glob ${nameGlob(name)}
  )`;
}

/** SQLite folds the case of ASCII alone: every other letter may be any. White space does not count. */
function nameGlob(name: string): string {
  const letters = [...name.replace(/\s/gu, "").normalize("NFC").toLowerCase()];
  const known = letters.map((letter) => (/[a-z0-9'.-]/.test(letter) ? letter : "?")).join("");
  return known.length <= GLOB_CHARS_MAX ? known : `${known.slice(0, GLOB_CHARS_MAX)}*`;
}

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

function rowsWhere(db: Database, condition: SQL | undefined) {
  return db
    .select({
      id: conversations.id,
      platform: conversations.platform,
      accountId: conversations.accountId,
      accountName: platformAccounts.label,
      leadName: conversations.leadName,
      listingTitle: conversations.listingTitle,
      unitId: conversations.unitId,
      unitName: units.label,
      isSuppressed: conversations.isSuppressed,
      lastAtMs: conversations.lastAtMs,
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
    .where(condition)
    .orderBy(desc(conversations.lastAtMs), desc(conversations.id))
    .limit(SAME_PERSON_MAX)
    .all();
}

function viewOf(row: Row, match: SamePerson["match"]): SamePerson {
  const { id, platform, leadName, listingTitle, unitId, unitName, isSuppressed, lastAtMs } = row;
  return {
    conversationId: id,
    match,
    platform,
    account: { id: row.accountId, name: row.accountName ?? row.accountId },
    leadName,
    listingTitle,
    unit: unitId === null || unitName === null ? null : { id: unitId, name: unitName },
    isSuppressed,
    lastMessageAt: lastAtMs === 0 ? null : new Date(lastAtMs).toISOString(),
  };
}
