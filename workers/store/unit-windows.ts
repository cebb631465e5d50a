// When units can be shown: at any time, or only within windows.
import { and, eq } from "drizzle-orm";
import { units, unitWindows } from "#migrations/schema";
import type { Database } from "./database.ts";

/** A window; its end is not part of it. */
export type UnitWindow = { readonly startMs: number; readonly endMs: number };

/** D1 takes 100 values in a statement; a window has five. */
const ROWS_PER_INSERT = 20;

/** Replaces all windows of a unit in one transaction; null: it can be shown at any time. */
export async function replaceWindows(
  db: Database,
  organisationId: string,
  unitId: string,
  windows: readonly UnitWindow[] | null,
): Promise<void> {
  const rows = (windows ?? []).map((window) => ({ id: crypto.randomUUID(), organisationId, unitId, ...window }));
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_PER_INSERT) }, (_, at) =>
    rows.slice(at * ROWS_PER_INSERT, (at + 1) * ROWS_PER_INSERT),
  );
  await db.batch([
    db
      .update(units)
      .set({ isWindowBound: windows !== null })
      .where(and(eq(units.organisationId, organisationId), eq(units.id, unitId))),
    db.delete(unitWindows).where(and(eq(unitWindows.organisationId, organisationId), eq(unitWindows.unitId, unitId))),
    ...parts.map((part) => db.insert(unitWindows).values(part)),
  ]);
}
