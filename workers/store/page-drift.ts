// A page that no longer is as its pack says, in the audit log: one line an hour for an account and a pack entry. The insert decides who
// is first, so that a broken page that is read every few seconds writes once.
import { auditEntries } from "#migrations/schema";
import type { Database } from "./database.ts";

const HOUR_MS = 3_600_000;

export type PageDrift = {
  readonly accountId: string;
  readonly platform: string;
  readonly packKey: string;
  readonly packVersion: number;
  readonly packOrigin: "built_in" | "stored";
  readonly faultCode: string;
  readonly atMs: number;
};

/** Writes the line. False when this hour has one already. */
export async function noteDrift(db: Database, organisationId: string, drift: PageDrift): Promise<boolean> {
  const { atMs, ...detail } = drift;
  return await noteOnce(db, organisationId, `drift.${drift.accountId}.${drift.packKey}.${drift.packVersion}`, {
    action: "account.page_drift",
    atMs,
    detail,
  });
}

export type RefusedPack = {
  readonly platform: string;
  readonly code: string;
  readonly path: string;
  readonly atMs: number;
};

/** A stored pack that is not used because something is wrong with it. False when this hour has the line already. */
export async function noteRefusedPack(db: Database, organisationId: string, refused: RefusedPack): Promise<boolean> {
  const { atMs, ...detail } = refused;
  const id = `pack.${organisationId}.${refused.platform}.${refused.code}`;
  return await noteOnce(db, organisationId, id, { action: "pack.refused", atMs, detail });
}

type Note = { readonly action: string; readonly atMs: number; readonly detail: Record<string, string | number> };

async function noteOnce(db: Database, organisationId: string, id: string, note: Note): Promise<boolean> {
  const added = await db
    .insert(auditEntries)
    .values({
      id: `${id}.${Math.floor(note.atMs / HOUR_MS)}`,
      organisationId,
      conversationId: null,
      seq: null,
      actor: "platform",
      ...note,
    })
    .onConflictDoNothing()
    .returning({ id: auditEntries.id })
    .all();
  return added.length > 0;
}
