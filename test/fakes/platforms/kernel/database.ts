// One SQLite file per twin: opening, schema, transactions, wiping. Knows no platform and no page.
// An acknowledged write survives the death of the process (WAL); it is not meant to survive loss of power.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const SCHEMA_VERSION = 1;
const TABLES = [
  "counters",
  "switches",
  "site_state",
  "listings",
  "threads",
  "messages",
  "sessions",
  "submits",
  "forbidden_hits",
  "requests",
] as const;

/** Opens (and makes) `<dataDir>/<name>.sqlite`, or a database in memory when `dataDir` is ":memory:". */
export function openDatabase(dataDir: string, name: string): DatabaseSync {
  let path = ":memory:";
  if (dataDir !== ":memory:") {
    mkdirSync(dataDir, { recursive: true });
    path = join(dataDir, `${name}.sqlite`);
  }
  const db = new DatabaseSync(path);
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000");
  const version = Number(db.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  if (version !== 0 && version !== SCHEMA_VERSION) {
    db.close();
    throw new Error(`${path} was written by another version of the twins: delete the file and start again.`);
  }
  if (version === 0) db.exec(`BEGIN; ${SCHEMA}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
  return db;
}

/** Runs `work` in one transaction. `work` must be synchronous; nested calls join the outer transaction. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (failure) {
    db.exec("ROLLBACK");
    throw failure;
  }
}

/** Deletes every row, and starts all numbering again. */
export function wipe(db: DatabaseSync): void {
  inTransaction(db, () => {
    for (const table of TABLES) db.exec(`DELETE FROM ${table}`);
    db.exec("DELETE FROM sqlite_sequence");
  });
}

/** Adds one to a named counter and answers its new value: 1 the first time. */
export function nextCount(db: DatabaseSync, name: string): number {
  const row = db
    .prepare(
      "INSERT INTO counters (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
    )
    .get(name);
  return Number(row?.["value"]);
}

/** The value of a counter: 0 when it never counted. */
export function countOf(db: DatabaseSync, name: string): number {
  return Number(db.prepare("SELECT value FROM counters WHERE name = ?").get(name)?.["value"] ?? 0);
}

const SCHEMA = `
CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
CREATE TABLE switches (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE site_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE listings (
  id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, area TEXT NOT NULL,
  price_cents INTEGER NOT NULL, period TEXT NOT NULL, live INTEGER NOT NULL
) STRICT;
CREATE TABLE threads (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, lead_name TEXT NOT NULL, listing_id TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL, read_seq INTEGER NOT NULL, details TEXT NOT NULL
) STRICT;
CREATE TABLE messages (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, thread_id TEXT NOT NULL, side TEXT NOT NULL,
  text TEXT NOT NULL, at_ms INTEGER NOT NULL, state TEXT NOT NULL
) STRICT;
CREATE INDEX messages_of_thread ON messages (thread_id, seq);
CREATE TABLE sessions (token TEXT PRIMARY KEY, created_at_ms INTEGER NOT NULL) STRICT;
CREATE TABLE submits (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, thread_id TEXT NOT NULL, text TEXT NOT NULL, at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE forbidden_hits (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, what TEXT NOT NULL
) STRICT;
CREATE TABLE requests (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL,
  status INTEGER NOT NULL, user_agent TEXT NOT NULL
) STRICT`;
