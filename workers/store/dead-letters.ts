// Queue messages whose retries are exhausted (R20): kept for ops, and to be played again.
// A job holds ids only, so nothing here is personal.
import { and, count, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { QueueJob } from "#contracts/queue";
import { deadLetters } from "#migrations/schema";
import type { Database } from "./database.ts";

/** Rows of one page. */
export const DEAD_LETTER_PAGE_ROWS = 100;

export type DeadLetter = {
  /** Id of the queue message. */
  readonly id: string;
  /** Null when the message was no job of ours. */
  readonly organisationId: string | null;
  readonly job: QueueJob | null;
  readonly atMs: number;
  readonly replayedAtMs: number | null;
};

/** Across organisations: keeps a message once, however often it is delivered. Answers whether it was new. */
export async function addDeadLetter(db: Database, letter: Omit<DeadLetter, "replayedAtMs">): Promise<boolean> {
  const added = await db
    .insert(deadLetters)
    .values(letter)
    .onConflictDoNothing()
    .returning({ id: deadLetters.id })
    .all();
  return added.length > 0;
}

/** The organisation's dead letters, newest first; `before` continues a page. */
export async function listDeadLetters(
  db: Database,
  organisationId: string,
  before: { readonly atMs: number; readonly id: string } | null = null,
): Promise<readonly DeadLetter[]> {
  const conditions: (SQL | undefined)[] = [
    eq(deadLetters.organisationId, organisationId),
    before === null ? undefined : sql`(${deadLetters.atMs}, ${deadLetters.id}) < (${before.atMs}, ${before.id})`,
  ];
  return await db
    .select()
    .from(deadLetters)
    .where(and(...conditions))
    .orderBy(desc(deadLetters.atMs), desc(deadLetters.id))
    .limit(DEAD_LETTER_PAGE_ROWS)
    .all();
}

/** Null when it is not this organisation's. */
export async function getDeadLetter(db: Database, organisationId: string, id: string): Promise<DeadLetter | null> {
  const row = await db
    .select()
    .from(deadLetters)
    .where(and(eq(deadLetters.organisationId, organisationId), eq(deadLetters.id, id)))
    .get();
  return row ?? null;
}

/** Marks a dead letter as played again; false when somebody did already or it is not this organisation's. */
export async function markReplayed(db: Database, organisationId: string, id: string, nowMs: number): Promise<boolean> {
  const changed = await db
    .update(deadLetters)
    .set({ replayedAtMs: nowMs })
    .where(
      and(eq(deadLetters.organisationId, organisationId), eq(deadLetters.id, id), isNull(deadLetters.replayedAtMs)),
    )
    .returning({ id: deadLetters.id })
    .all();
  return changed.length > 0;
}

/** Across organisations, for the health check: how many wait to be looked at. */
export async function countDeadLetters(db: Database): Promise<number> {
  const row = await db.select({ waiting: count() }).from(deadLetters).where(isNull(deadLetters.replayedAtMs)).get();
  return row?.waiting ?? 0;
}
