// Who is not to be contacted any more, by the keys of their contacts (P11, P12): one row per key and conversation in which it
// was said. Every statement is one transaction, so that what a late consumer writes cannot undo what was lifted meanwhile.
import { sql } from "drizzle-orm";
import type { Suppression } from "#contracts/actors";
import type { Database } from "./database.ts";
import { isSomebodys, withPerson } from "./person-keys.ts";

/** [P11] The newest suppression that a conversation's person stands under; null when there is none. One indexed look. */
export async function suppressionOf(
  db: Database,
  organisationId: string,
  conversationId: string,
): Promise<Suppression | null> {
  const [row] = await db.all<Suppression>(suppressionQuery(organisationId, conversationId));
  return row === undefined ? null : { saidIn: row.saidIn, askedAtMs: row.askedAtMs };
}

/** The query behind it. Exported for the test that reads its plan. */
export function suppressionQuery(organisationId: string, conversationId: string) {
  return sql`
    select suppressions.conversation_id as saidIn, suppressions.at_ms as askedAtMs
    from person_keys own
    join suppressions on suppressions.organisation_id = own.organisation_id and suppressions.key = own.key
    where own.organisation_id = ${organisationId} and own.conversation_id = ${conversationId}
      and ${isSomebodys(sql`own`)}
    order by suppressions.at_ms desc
    limit 1`;
}

/**
 * Records a suppression under every key of a conversation's person. Nothing happens once the board knows that the place
 * where it was said is not suppressed any more: then it was lifted, and this word is late.
 */
export async function recordSuppression(
  db: Database,
  organisationId: string,
  conversationId: string,
  suppression: Suppression,
): Promise<void> {
  const { saidIn, askedAtMs } = suppression;
  await db.run(sql`
    ${withPerson(organisationId, conversationId)}
    insert into suppressions (organisation_id, key, conversation_id, at_ms)
    select distinct ${organisationId}, own.key, ${saidIn}, ${askedAtMs}
    from person
    join person_keys own on own.organisation_id = ${organisationId} and own.conversation_id = person.conversation_id
    where ${isSomebodys(sql`own`)} and exists (
      select 1 from conversations
      where organisation_id = ${organisationId} and id = ${saidIn} and is_suppressed = 1
    )
    on conflict (organisation_id, key, conversation_id) do update set at_ms = max(at_ms, excluded.at_ms)`);
}

/** [P12] Forgets everything that was said of a conversation's person until then. */
export async function forgetSuppressions(
  db: Database,
  organisationId: string,
  conversationId: string,
  untilMs: number,
): Promise<void> {
  await db.run(sql`
    ${withPerson(organisationId, conversationId)}
    delete from suppressions
    where organisation_id = ${organisationId} and at_ms <= ${untilMs} and (
      conversation_id in (select conversation_id from person)
      or key in (
        select key from person_keys
        where organisation_id = ${organisationId} and conversation_id in (select conversation_id from person)
      )
    )`);
}

/** Conversations of the person, the given one among them, which the board does not know to be suppressed. */
export async function unsuppressedOfPerson(
  db: Database,
  organisationId: string,
  conversationId: string,
): Promise<readonly string[]> {
  const rows = await db.all<{ id: string }>(sql`
    ${withPerson(organisationId, conversationId)}
    select conversations.id
    from person
    join conversations
      on conversations.organisation_id = ${organisationId} and conversations.id = person.conversation_id
    where conversations.is_suppressed = 0`);
  return rows.map((row) => row.id);
}
