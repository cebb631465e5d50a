// The audit log (R28): who did what, when. Ids, codes and numbers only; message text never comes here.
// Append-only and idempotent: a line that arrives twice is stored once.
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { AuditLine } from "#contracts/actors";
import { auditEntries } from "#migrations/schema";
import { BATCH_STATEMENTS_MAX, type Database } from "./database.ts";

/** Rows of one page of the audit log. */
export const AUDIT_PAGE_ROWS = 100;

export type AuditEntry = {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly conversationId: string | null;
  readonly detail: AuditLine["detail"];
};

/** Where a page of the log ended. */
export type AuditPosition = { readonly atMs: number; readonly id: string };

export type AuditPage = { readonly entries: readonly AuditEntry[]; readonly next: AuditPosition | null };

/**
 * Appends lines. A conversation's line is known by its sequence; a line without a conversation (accounts, policy) by
 * its content, so that the same change at the same millisecond is one line.
 */
export async function appendAudit(
  db: Database,
  organisationId: string,
  conversationId: string | null,
  lines: readonly AuditLine[],
): Promise<void> {
  for (let start = 0; start < lines.length; start += BATCH_STATEMENTS_MAX) {
    const rows = await Promise.all(
      lines.slice(start, start + BATCH_STATEMENTS_MAX).map((line) => columnsOf(organisationId, conversationId, line)),
    );
    const [first, ...rest] = rows.map((row) => db.insert(auditEntries).values(row).onConflictDoNothing());
    if (first !== undefined) await db.batch([first, ...rest]);
  }
}

/** One page of the log, newest first: of one conversation, or of the whole organisation with `conversationId` null. */
export async function listAudit(
  db: Database,
  organisationId: string,
  conversationId: string | null,
  after: AuditPosition | null,
): Promise<AuditPage> {
  const conditions: (SQL | undefined)[] = [
    eq(auditEntries.organisationId, organisationId),
    conversationId === null ? undefined : eq(auditEntries.conversationId, conversationId),
    after === null ? undefined : sql`(${auditEntries.atMs}, ${auditEntries.id}) < (${after.atMs}, ${after.id})`,
  ];
  const found = await db
    .select()
    .from(auditEntries)
    .where(and(...conditions))
    .orderBy(desc(auditEntries.atMs), desc(auditEntries.id))
    .limit(AUDIT_PAGE_ROWS + 1)
    .all();
  const page = found.slice(0, AUDIT_PAGE_ROWS);
  const last = found.length > AUDIT_PAGE_ROWS ? page.at(-1) : undefined;
  return {
    entries: page.map((row) => ({
      id: row.id,
      at: new Date(row.atMs).toISOString(),
      actor: row.actor,
      action: row.action,
      conversationId: row.conversationId,
      detail: row.detail,
    })),
    next: last === undefined ? null : { atMs: last.atMs, id: last.id },
  };
}

async function columnsOf(organisationId: string, conversationId: string | null, line: AuditLine) {
  return {
    id: conversationId === null ? await idOfContent(organisationId, line) : idOfSequence(conversationId, line.seq),
    organisationId,
    conversationId,
    seq: conversationId === null ? null : line.seq,
    atMs: line.atMs,
    actor: line.actor,
    action: line.action,
    detail: line.detail,
  };
}

/** Padded, so that lines of one millisecond sort in the order they were written. */
function idOfSequence(conversationId: string, seq: number): string {
  return `${conversationId}.${String(seq).padStart(9, "0")}`;
}

async function idOfContent(organisationId: string, line: AuditLine): Promise<string> {
  const content = JSON.stringify([organisationId, line.seq, line.atMs, line.actor, line.action, line.detail]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content));
  const hex = Array.from(new Uint8Array(digest).subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0"));
  return `au_${hex.join("")}`;
}
