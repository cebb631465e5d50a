// The schema of an account's SQLite. Append only; never edit a step that was released.
import type { Migration } from "#objects/runtime/sql-migrate";

export const ACCOUNT_MIGRATIONS: readonly Migration[] = [
  {
    name: "0001_account",
    statements: [
      // Identity and state, as JSON. The account's name in here is its opaque id, never an e-mail.
      "CREATE TABLE account (id INTEGER PRIMARY KEY CHECK (id = 1), identity TEXT NOT NULL, state TEXT NOT NULL)",
      // Cookies and storage of the logged-in session, sealed (seal.ts).
      "CREATE TABLE sealed (id INTEGER PRIMARY KEY CHECK (id = 1), body BLOB NOT NULL)",
      // What the inbox row of a thread looked like when the thread was last read to the end.
      "CREATE TABLE thread_marks (thread_key TEXT PRIMARY KEY, mark TEXT NOT NULL, read_at_ms INTEGER NOT NULL)",
    ],
  },
  {
    name: "0002_ingest_latencies",
    statements: [
      // How long messages waited on the platform; a number each, nothing of the message.
      "CREATE TABLE ingest_latencies (seq INTEGER PRIMARY KEY AUTOINCREMENT, seen_at_ms INTEGER NOT NULL, waited_ms INTEGER NOT NULL)",
    ],
  },
];
