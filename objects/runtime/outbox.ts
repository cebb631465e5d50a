// The outbox of an actor: one row per job that is wanted, kept until it is not wanted any more. A row is a wake-up signal;
// whoever is woken reads the truth from the actor. Queues may lose or repeat a signal: rows are signalled again until done.

export const OUTBOX_TABLE = `CREATE TABLE outbox (
  key TEXT PRIMARY KEY,
  job TEXT NOT NULL,
  wanted_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  attempts INTEGER NOT NULL
)`;

/** Signals of one pass; the next alarm takes the rest. */
export const OUTBOX_BATCH_MAX = 20;
/** A signal that nobody acted on is repeated after 5 s, then 10, 20, and every 30 s. */
export const SIGNAL_AGAIN_MS_MIN = 5_000;
export const SIGNAL_AGAIN_MS_MAX = 30_000;
/** While a signal is out, how often the actor looks whether its process still lives: a start finds the alarm past due. */
export const LOOK_AGAIN_MS = 2_500;
/** A signal that was repeated so often (about three minutes) waits for something else than a process. */
const LOOKS_ATTEMPTS_MAX = 8;

/** A job as the outbox keeps it: `job` is what the queue gets, as JSON. */
export type OutboxEntry = { readonly key: string; readonly job: string; readonly dueAtMs: number };

type Row = { key: string; job: string; wanted_at_ms: number; due_at_ms: number; attempts: number };

/** Makes the table hold exactly the wanted jobs. A job whose due time changed starts anew. Runs inside the commit. */
export function syncOutbox(sql: SqlStorage, wanted: readonly OutboxEntry[]): void {
  const rows = new Map(
    sql
      .exec<Row>("SELECT * FROM outbox")
      .toArray()
      .map((row) => [row.key, row]),
  );
  for (const entry of wanted) {
    const row = rows.get(entry.key);
    rows.delete(entry.key);
    if (row !== undefined && row.wanted_at_ms === entry.dueAtMs && row.job === entry.job) continue;
    sql.exec(
      "INSERT OR REPLACE INTO outbox (key, job, wanted_at_ms, due_at_ms, attempts) VALUES (?, ?, ?, ?, 0)",
      entry.key,
      entry.job,
      entry.dueAtMs,
      entry.dueAtMs,
    );
  }
  for (const key of rows.keys()) sql.exec("DELETE FROM outbox WHERE key = ?", key);
}

/** After a restart nobody knows which signals were lost: all of them are due again. */
export function signalAllAgain(sql: SqlStorage, nowMs: number): void {
  sql.exec("UPDATE outbox SET due_at_ms = MIN(due_at_ms, MAX(wanted_at_ms, ?)) WHERE attempts > 0", nowMs);
}

/** When the next signal is due, in epoch milliseconds; null when the outbox is empty. */
export function nextSignalAtMs(sql: SqlStorage): number | null {
  return sql.exec<{ at: number | null }>("SELECT MIN(due_at_ms) AS at FROM outbox").one().at;
}

/** When to look again because of signals that are out, in epoch milliseconds; null when none is. */
export function nextLookAtMs(sql: SqlStorage, nowMs: number): number | null {
  const out = sql.exec("SELECT 1 FROM outbox WHERE attempts BETWEEN 1 AND ? LIMIT 1", LOOKS_ATTEMPTS_MAX).toArray();
  return out.length === 0 ? null : nowMs + LOOK_AGAIN_MS;
}

/**
 * Signals what is due. A signal that cannot be given stays due and is tried again with the same growing delay;
 * a crash between signal and note repeats the signal, which is harmless.
 */
export async function drainOutbox(
  sql: SqlStorage,
  nowMs: number,
  signal: (job: string) => Promise<void>,
): Promise<{ readonly signalled: number; readonly failed: number }> {
  const due = sql
    .exec<Row>("SELECT * FROM outbox WHERE due_at_ms <= ? ORDER BY due_at_ms LIMIT ?", nowMs, OUTBOX_BATCH_MAX)
    .toArray();
  const results = await Promise.allSettled(due.map((row) => signal(row.job)));
  for (const row of due) {
    const againAtMs = nowMs + Math.min(SIGNAL_AGAIN_MS_MIN * 2 ** Math.min(row.attempts, 8), SIGNAL_AGAIN_MS_MAX);
    sql.exec(
      "UPDATE outbox SET due_at_ms = ?, attempts = attempts + 1 WHERE key = ? AND wanted_at_ms = ?",
      againAtMs,
      row.key,
      row.wanted_at_ms,
    );
  }
  const failed = results.filter((result) => result.status === "rejected").length;
  return { signalled: due.length - failed, failed };
}
