// Which conversations are one person's (P8-P10): every conversation with the keys of its contacts. A key is a hash over the
// organisation and a contact, so that the table shows who belongs together and tells nobody how to reach them (P13).
import { type SQL, sql } from "drizzle-orm";
import type { Contact } from "#domain/person/contact";
import { CONVERSATIONS_OF_CONTACT_MAX, CONVERSATIONS_OF_PERSON_MAX } from "#domain/person/limits";
import { personKeys } from "#migrations/schema";
import { BATCH_STATEMENTS_MAX, type Database } from "./database.ts";

const KEY_HEX_CHARS = 32;

/** The keys of a lead's contacts. */
export function contactKeys(organisationId: string, contacts: readonly Contact[]): Promise<readonly string[]> {
  return Promise.all(contacts.map(({ kind, value }) => keyOf([organisationId, kind, value])));
}

/** [P10] The key that a conversation gives to those which a person of ours says are the same lead's. */
export function tieKey(organisationId: string, conversationId: string): Promise<string> {
  return keyOf([organisationId, "said_by_hand", conversationId]);
}

/** Adds keys to conversations. Keys are never taken away: a contact that was told once stays told. */
export async function addPersonKeys(
  db: Database,
  organisationId: string,
  conversationIds: readonly string[],
  keys: readonly string[],
): Promise<void> {
  const rows = conversationIds.flatMap((conversationId) =>
    keys.map((key) => ({ organisationId, key, conversationId })),
  );
  for (let start = 0; start < rows.length; start += BATCH_STATEMENTS_MAX) {
    const [first, ...rest] = rows
      .slice(start, start + BATCH_STATEMENTS_MAX)
      .map((row) => db.insert(personKeys).values(row).onConflictDoNothing());
    if (first !== undefined) await db.batch([first, ...rest]);
  }
}

/** [P9] Every other conversation of the person, nearest first. */
export async function othersOfPerson(
  db: Database,
  organisationId: string,
  conversationId: string,
): Promise<readonly string[]> {
  const rows = await db.all<{ id: string }>(sql`
    ${withPerson(organisationId, conversationId)}
    select conversation_id as id from person where conversation_id <> ${conversationId}`);
  return rows.map((row) => row.id);
}

/**
 * [P9] A common table `person (conversation_id)`: the conversation itself and all that is reached from it, key by key. To be
 * put in front of a statement. A bound stops it; what lies beyond is reached from the conversations that were.
 */
export function withPerson(organisationId: string, conversationId: string): SQL {
  return sql`
    with recursive person (conversation_id) as (
      select ${conversationId}
      union
      select other.conversation_id
      from person
      join person_keys own on own.organisation_id = ${organisationId} and own.conversation_id = person.conversation_id
      join person_keys other on other.organisation_id = own.organisation_id and other.key = own.key
      where ${isSomebodys(sql`own`)}
      limit ${CONVERSATIONS_OF_PERSON_MAX}
    )`;
}

/** [P8] True for a key that stands in no more conversations than one person has. `keys`: the row of person_keys. */
export function isSomebodys(keys: SQL): SQL {
  return sql`not exists (
    select 1 from person_keys counted
    where counted.organisation_id = ${keys}.organisation_id and counted.key = ${keys}.key
    limit 1 offset ${CONVERSATIONS_OF_CONTACT_MAX})`;
}

async function keyOf(parts: readonly string[]): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts))));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `pk_${hex.slice(0, KEY_HEX_CHARS)}`;
}
