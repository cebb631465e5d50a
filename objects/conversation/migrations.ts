// The schema of a conversation's SQLite. Append only; never edit a step that was released.
import { OUTBOX_TABLE } from "#objects/runtime/outbox";
import type { Migration } from "#objects/runtime/sql-migrate";

export const CONVERSATION_MIGRATIONS: readonly Migration[] = [
  {
    name: "0001_conversation",
    statements: [
      // What happened, for ever. `seq` is the conversation's version.
      "CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, actor TEXT NOT NULL, body TEXT NOT NULL)",
      // What it led to. Three tables because messages and sends are many and change one at a time.
      "CREATE TABLE snapshot (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL)",
      "CREATE TABLE messages (key TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL)",
      "CREATE TABLE sends (id TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL)",
      // How much of the event log D1 has confirmed.
      "CREATE TABLE projected (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL)",
      OUTBOX_TABLE,
    ],
  },
  {
    name: "0002_decisions",
    statements: [
      // What became of every decision: a fold over `events` that can be made again from them.
      "CREATE TABLE decision_book (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL)",
      "CREATE TABLE decision_tracks (position INTEGER PRIMARY KEY AUTOINCREMENT, decision_id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)",
      // What the newest decisions were made from.
      "CREATE TABLE decision_sources (position INTEGER PRIMARY KEY AUTOINCREMENT, decision_id TEXT NOT NULL UNIQUE, body TEXT NOT NULL)",
    ],
  },
];
