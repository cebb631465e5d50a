// What a twin counts for the tests: requests with their time, send POSTs, refused form states, forbidden actions.
// Never decides anything; it only remembers.

import type { DatabaseSync } from "node:sqlite";
import { countOf, nextCount } from "./database.ts";

/** The newest requests that are kept. */
export const REQUESTS_KEPT = 5_000;
const TRIM_EVERY = 250;

export type RequestEntry = { at: string; method: string; path: string; status: number; userAgent: string };

export type Stats = {
  /**
   * Send POSTs that passed session and form state and reached the store, whatever the `send` switch then did with
   * them: also a silently dropped one. Not those refused by blocked_403 or lost_session; see sendAttempts.
   */
  submits: number;
  submitsByBody: { threadId: string; text: string; count: number }[];
  /** Send POSTs with a good form state, also those that were then refused. */
  sendAttempts: number;
  /** POSTs refused because their csrf or hidden state was missing, wrong or stale. */
  refusedCsrf: number;
  /** Hits on block, report, delete, archive, renew, repost and the like. Must stay empty. */
  forbiddenHits: { at: string; method: string; path: string; what: string }[];
  /** All requests of the site, without the twin's own /__twin addresses. */
  requests: number;
  messagesStored: number;
};

export type Tally = {
  attempt(): void;
  submit(threadId: string, text: string): void;
  refusedCsrf(): void;
  forbidden(hit: { method: string; path: string; what: string }): void;
  request(entry: Omit<RequestEntry, "at">, atMs: number): void;
  stats(): Stats;
  /** Kept requests at or after `sinceMs`, oldest first. */
  requestsSince(sinceMs: number): RequestEntry[];
};

export function makeTally(db: DatabaseSync, now: () => number): Tally {
  return {
    attempt: () => void nextCount(db, "send_attempts"),
    submit(threadId, text) {
      db.prepare("INSERT INTO submits (thread_id, text, at_ms) VALUES (?, ?, ?)").run(threadId, text, now());
    },
    refusedCsrf: () => void nextCount(db, "refused_csrf"),
    forbidden(hit) {
      db.prepare("INSERT INTO forbidden_hits (at_ms, method, path, what) VALUES (?, ?, ?, ?)").run(
        now(),
        hit.method,
        hit.path,
        hit.what,
      );
    },
    request(entry, atMs) {
      const { lastInsertRowid } = db
        .prepare("INSERT INTO requests (at_ms, method, path, status, user_agent) VALUES (?, ?, ?, ?, ?)")
        .run(atMs, entry.method, entry.path, entry.status, entry.userAgent);
      const seq = Number(lastInsertRowid);
      if (seq % TRIM_EVERY === 0) db.prepare("DELETE FROM requests WHERE seq <= ?").run(seq - REQUESTS_KEPT);
    },
    stats: () => ({
      submits: number(db, "SELECT count(*) AS n FROM submits"),
      submitsByBody: db
        .prepare("SELECT thread_id, text, count(*) AS n FROM submits GROUP BY thread_id, text ORDER BY min(seq)")
        .all()
        .map((row) => ({ threadId: String(row["thread_id"]), text: String(row["text"]), count: Number(row["n"]) })),
      sendAttempts: countOf(db, "send_attempts"),
      refusedCsrf: countOf(db, "refused_csrf"),
      forbiddenHits: db
        .prepare("SELECT * FROM forbidden_hits ORDER BY seq")
        .all()
        .map((row) => ({
          at: iso(row["at_ms"]),
          method: String(row["method"]),
          path: String(row["path"]),
          what: String(row["what"]),
        })),
      requests: number(db, "SELECT coalesce(max(seq), 0) AS n FROM sqlite_sequence WHERE name = 'requests'"),
      messagesStored: number(db, "SELECT count(*) AS n FROM messages"),
    }),
    requestsSince: (sinceMs) =>
      db
        .prepare("SELECT * FROM (SELECT * FROM requests WHERE at_ms >= ? ORDER BY seq DESC LIMIT ?) ORDER BY seq")
        .all(sinceMs, REQUESTS_KEPT)
        .map((row) => ({
          at: iso(row["at_ms"]),
          method: String(row["method"]),
          path: String(row["path"]),
          status: Number(row["status"]),
          userAgent: String(row["user_agent"]),
        })),
  };
}

function iso(atMs: unknown): string {
  return new Date(Number(atMs)).toISOString();
}

function number(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.["n"]);
}
