// Queue messages whose retries are exhausted (R20): kept for ops, and to be played again.
// A job holds ids only; the lead's name is joined for whoever reads the list.
import { and, asc, count, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { QueueJob } from "#contracts/queue";
import { conversations, deadLetters } from "#migrations/schema";
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

/** A dead letter with the name of the lead whose conversation it is about. */
export type NamedDeadLetter = DeadLetter & { readonly leadName: string | null };

/** Where a page ended. */
export type DeadLetterPosition = { readonly atMs: number; readonly id: string };

export type DeadLetterPage = {
  readonly letters: readonly NamedDeadLetter[];
  /** Null on the last page. */
  readonly next: DeadLetterPosition | null;
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

/** One page of the organisation's dead letters, newest first. `isWaiting` null: played again or not. */
export async function listDeadLetters(
  db: Database,
  organisationId: string,
  filter: { readonly isWaiting: boolean | null; readonly after: DeadLetterPosition | null },
): Promise<DeadLetterPage> {
  const { isWaiting, after } = filter;
  const { replayedAtMs } = deadLetters;
  const found = await selectNamed(db, [
    eq(deadLetters.organisationId, organisationId),
    isWaiting === null ? undefined : isWaiting ? isNull(replayedAtMs) : isNotNull(replayedAtMs),
    after === null ? undefined : sql`(${deadLetters.atMs}, ${deadLetters.id}) < (${after.atMs}, ${after.id})`,
  ])
    .orderBy(desc(deadLetters.atMs), desc(deadLetters.id))
    .limit(DEAD_LETTER_PAGE_ROWS + 1)
    .all();
  const page = found.slice(0, DEAD_LETTER_PAGE_ROWS);
  const last = found.length > DEAD_LETTER_PAGE_ROWS ? page.at(-1)?.letter : undefined;
  return {
    letters: page.map(({ letter, leadName }) => ({ ...letter, leadName })),
    next: last === undefined ? null : { atMs: last.atMs, id: last.id },
  };
}

/** The organisation's dead letters that wait, oldest first, so that one that keeps failing stands in nobody's way. */
export async function oldestWaiting(
  db: Database,
  organisationId: string,
  limit: number,
): Promise<readonly DeadLetter[]> {
  return await db
    .select()
    .from(deadLetters)
    .where(and(eq(deadLetters.organisationId, organisationId), isNull(deadLetters.replayedAtMs)))
    .orderBy(asc(deadLetters.atMs), asc(deadLetters.id))
    .limit(limit)
    .all();
}

/** Null when it is not this organisation's. */
export async function getDeadLetter(db: Database, organisationId: string, id: string): Promise<NamedDeadLetter | null> {
  const row = await selectNamed(db, [eq(deadLetters.organisationId, organisationId), eq(deadLetters.id, id)]).get();
  return row === undefined ? null : { ...row.letter, leadName: row.leadName };
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

/** How many of the organisation's wait to be played again. */
export async function countWaiting(db: Database, organisationId: string): Promise<number> {
  const row = await db
    .select({ waiting: count() })
    .from(deadLetters)
    .where(and(eq(deadLetters.organisationId, organisationId), isNull(deadLetters.replayedAtMs)))
    .get();
  return row?.waiting ?? 0;
}

/** Across organisations, for the health check: how many wait to be looked at. */
export async function countDeadLetters(db: Database): Promise<number> {
  const row = await db.select({ waiting: count() }).from(deadLetters).where(isNull(deadLetters.replayedAtMs)).get();
  return row?.waiting ?? 0;
}

function selectNamed(db: Database, conditions: readonly (SQL | undefined)[]) {
  return db
    .select({ letter: deadLetters, leadName: conversations.leadName })
    .from(deadLetters)
    .leftJoin(
      conversations,
      and(
        eq(conversations.organisationId, deadLetters.organisationId),
        sql`${conversations.id} = json_extract(${deadLetters.job}, '$.conversationId')`,
      ),
    )
    .where(and(...conditions));
}
