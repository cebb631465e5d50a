// Which agent a conversation belongs to, as the board last heard: it decides who hears of it and who may be seen on it.
// A hint of the conversation actor's truth, guarded by its version; a conversation unknown here is for admins only.

/** Changes remembered; a conversation silent for longer is forgotten, and heard of again at its next change. */
export const AUDIENCE_CHANGES_MAX = 200_000;

export type Audience = { readonly conversationId: string; readonly version: number; readonly agentId: string | null };

/** Creates the table. Runs in the actor's constructor. */
export function migrateAudience(sql: SqlStorage): void {
  sql.exec(`create table if not exists audience (
    seq integer primary key autoincrement,
    conversation_id text not null unique,
    version integer not null,
    agent_id text)`);
}

/** Null when the board never heard of the conversation. */
export function readAudience(sql: SqlStorage, conversationId: string): Audience | null {
  const row = sql
    .exec<{ version: number; agent_id: string | null }>(
      "select version, agent_id from audience where conversation_id = ?",
      conversationId,
    )
    .toArray()[0];
  return row === undefined ? null : { conversationId, version: row.version, agentId: row.agent_id };
}

/** Keeps the newest word on a conversation, and forgets the oldest changes. */
export function writeAudience(sql: SqlStorage, audience: Audience): void {
  sql.exec(
    "insert or replace into audience (conversation_id, version, agent_id) values (?, ?, ?)",
    audience.conversationId,
    audience.version,
    audience.agentId,
  );
  sql.exec("delete from audience where seq <= (select max(seq) from audience) - ?", AUDIENCE_CHANGES_MAX);
}
