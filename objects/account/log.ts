// The storage of one account: its state, the marks of its threads, the sealed session. Holds no rule.
import type { AccountSettings } from "#contracts/account-actor";
import { type AccountState, NEW_ACCOUNT } from "#domain/account/account";
import { LATENCY_SAMPLES_MAX } from "#domain/account/limits";

/** Marks kept; the oldest reads go first. A live inbox pages far below this. */
export const THREAD_MARKS_MAX = 5_000;

export class AccountLog {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  load(): { readonly settings: AccountSettings; readonly state: AccountState } | null {
    const row = this.#sql.exec<{ identity: string; state: string }>("SELECT identity, state FROM account").toArray()[0];
    if (row === undefined) return null;
    // A state of an earlier version has not every key yet.
    return { settings: JSON.parse(row.identity), state: { ...NEW_ACCOUNT, ...JSON.parse(row.state) } };
  }

  save(settings: AccountSettings, state: AccountState): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO account (id, identity, state) VALUES (1, ?, ?)",
      JSON.stringify(settings),
      JSON.stringify(state),
    );
  }

  threadMarks(): Readonly<Record<string, string>> {
    const rows = this.#sql.exec<{ thread_key: string; mark: string }>("SELECT thread_key, mark FROM thread_marks");
    return Object.fromEntries(rows.toArray().map((row) => [row.thread_key, row.mark]));
  }

  saveMarks(marks: Readonly<Record<string, string>>, readAtMs: number): void {
    for (const [threadKey, mark] of Object.entries(marks)) {
      this.#sql.exec("INSERT OR REPLACE INTO thread_marks VALUES (?, ?, ?)", threadKey, mark, readAtMs);
    }
    this.#sql.exec(
      "DELETE FROM thread_marks WHERE thread_key NOT IN (SELECT thread_key FROM thread_marks ORDER BY read_at_ms DESC LIMIT ?)",
      THREAD_MARKS_MAX,
    );
  }

  /** The newest samples, in milliseconds. */
  latencies(): readonly number[] {
    return this.#sql
      .exec<{ waited_ms: number }>("SELECT waited_ms FROM ingest_latencies")
      .toArray()
      .map((row) => row.waited_ms);
  }

  saveLatencies(waitedMs: readonly number[], seenAtMs: number): void {
    if (waitedMs.length === 0) return;
    for (const waited of waitedMs) {
      this.#sql.exec("INSERT INTO ingest_latencies (seen_at_ms, waited_ms) VALUES (?, ?)", seenAtMs, waited);
    }
    this.#sql.exec(
      "DELETE FROM ingest_latencies WHERE seq <= (SELECT MAX(seq) FROM ingest_latencies) - ?",
      LATENCY_SAMPLES_MAX,
    );
  }

  sealed(): Uint8Array<ArrayBuffer> | null {
    const row = this.#sql.exec<{ body: ArrayBuffer }>("SELECT body FROM sealed").toArray()[0];
    return row === undefined ? null : new Uint8Array(row.body);
  }

  saveSealed(body: Uint8Array): void {
    this.#sql.exec("INSERT OR REPLACE INTO sealed (id, body) VALUES (1, ?)", body);
  }
}
