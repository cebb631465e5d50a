// Writes what a person changed by hand (units, availability, calendars) to the audit log: ids, codes and numbers only.
import type { AuditLine } from "#contracts/actors";
import type { Deps } from "#workers/deps";
import { appendAudit } from "#workers/store/audit";
import type { Viewer } from "./api-env.ts";

/** One line for each detail; none without any. */
export async function auditChange(
  deps: Deps,
  viewer: Viewer,
  action: string,
  details: readonly AuditLine["detail"][],
): Promise<void> {
  const atMs = deps.now();
  const actor = `agent:${viewer.userId}`;
  const lines = details.map((detail, seq) => ({ seq, atMs, actor, action, detail }));
  await appendAudit(deps.db, viewer.organisationId, null, lines);
}
