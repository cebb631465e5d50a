// The organisation's own answers to questions of leads. What may stand in one, and when it is said, is triage's.
import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { KnowledgeView } from "#contracts/api/knowledge";
import type { KnowledgeEntry } from "#domain/triage/knowledge-entry";
import { knowledgeEntries, units } from "#migrations/schema";
import type { Database } from "./database.ts";
import { inUnitScope } from "./unit-scope.ts";

/** What a person writes of an entry. */
export type EntryWords = {
  readonly unitId: string | null;
  readonly question: string;
  readonly answer: string;
  readonly validUntilMs: number | null;
};

/** Entries that have a say on a question about the unit, those that are out of date too. Others' units have none. */
export async function knowledgeFor(
  db: Database,
  organisationId: string,
  unitId: string,
): Promise<readonly KnowledgeEntry[]> {
  const rows = await db
    .select()
    .from(knowledgeEntries)
    .where(
      and(
        eq(knowledgeEntries.organisationId, organisationId),
        or(isNull(knowledgeEntries.unitId), eq(knowledgeEntries.unitId, unitId)),
      ),
    )
    .orderBy(asc(knowledgeEntries.id))
    .all();
  return rows.map(({ id, question, answer, validUntilMs, ...row }) => ({
    ...{ id, question, answer, unitId: row.unitId },
    validUntil: isoOrNull(validUntilMs),
  }));
}

/** The organisation's entries and those of the units: all, or with `agentId` those that the agent works on. */
export async function listKnowledge(
  db: Database,
  organisationId: string,
  agentId: string | null,
  nowMs: number,
): Promise<readonly KnowledgeView[]> {
  const own = inUnitScope(db, organisationId, { agentId, unitId: null }, knowledgeEntries.unitId);
  const visible = own === undefined ? undefined : or(isNull(knowledgeEntries.unitId), own);
  return (await rowsWhere(db, organisationId, visible)).map((row) => viewOf(row, nowMs));
}

/** One entry; null for another organisation's. */
export async function knowledgeOf(
  db: Database,
  organisationId: string,
  id: string,
  nowMs: number,
): Promise<KnowledgeView | null> {
  const [row] = await rowsWhere(db, organisationId, eq(knowledgeEntries.id, id));
  return row === undefined ? null : viewOf(row, nowMs);
}

export async function countKnowledge(db: Database, organisationId: string): Promise<number> {
  return await db.$count(knowledgeEntries, eq(knowledgeEntries.organisationId, organisationId));
}

/** Keeps a new entry. Its unit, when it has one, must be the organisation's. */
export async function addKnowledge(
  db: Database,
  organisationId: string,
  entry: EntryWords & { readonly id: string; readonly updatedAtMs: number },
): Promise<void> {
  await db
    .insert(knowledgeEntries)
    .values({ organisationId, ...entry })
    .run();
}

/** Replaces what an entry says. */
export async function changeKnowledge(
  db: Database,
  organisationId: string,
  id: string,
  change: EntryWords & { readonly updatedAtMs: number },
): Promise<void> {
  await db.update(knowledgeEntries).set(change).where(ownEntry(organisationId, id)).run();
}

export async function removeKnowledge(db: Database, organisationId: string, id: string): Promise<void> {
  await db.delete(knowledgeEntries).where(ownEntry(organisationId, id)).run();
}

function ownEntry(organisationId: string, id: string): SQL | undefined {
  return and(eq(knowledgeEntries.organisationId, organisationId), eq(knowledgeEntries.id, id));
}

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

/** The organisation's own first, then by unit; within one by question. */
function rowsWhere(db: Database, organisationId: string, condition: SQL | undefined) {
  return db
    .select({ entry: knowledgeEntries, unitLabel: units.label })
    .from(knowledgeEntries)
    .leftJoin(units, and(eq(units.organisationId, organisationId), eq(units.id, knowledgeEntries.unitId)))
    .where(and(eq(knowledgeEntries.organisationId, organisationId), condition))
    .orderBy(
      sql`${knowledgeEntries.unitId} is not null`,
      asc(units.label),
      asc(knowledgeEntries.question),
      asc(knowledgeEntries.id),
    )
    .all();
}

function viewOf({ entry, unitLabel }: Row, nowMs: number): KnowledgeView {
  const { id, question, answer, unitId, validUntilMs, updatedAtMs } = entry;
  return {
    ...{ id, question, answer },
    unit: unitId === null ? null : { id: unitId, name: unitLabel ?? "" },
    validUntil: isoOrNull(validUntilMs),
    isExpired: validUntilMs !== null && validUntilMs <= nowMs,
    updatedAt: new Date(updatedAtMs).toISOString(),
  };
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
