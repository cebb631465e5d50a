// Somebody looked at an incident: noted once, with the first name, audited, and told to the other admins.
import type { IncidentView } from "#contracts/api/incident";
import type { Deps } from "#workers/deps";
import { appendAudit } from "#workers/store/audit";
import { incidentOf, markSeen } from "#workers/store/incidents";
import type { Viewer } from "./api-env.ts";
import { notFound } from "./problem.ts";

/** The incident as it stands then. Looking a second time changes nothing. Throws NOT_FOUND for one of others. */
export async function seeIncident(deps: Deps, viewer: Viewer, id: string): Promise<IncidentView> {
  const { organisationId, userId } = viewer;
  const isFirst = await markSeen(deps.db, organisationId, id, userId, deps.now());
  const incident = await incidentOf(deps.db, organisationId, id);
  if (incident === null) throw notFound();
  if (!isFirst) return incident;
  await appendAudit(deps.db, organisationId, null, [
    {
      seq: 0,
      atMs: deps.now(),
      actor: `agent:${userId}`,
      action: "incident.seen",
      detail: { incidentId: id, kind: incident.kind },
    },
  ]);
  await deps.board(organisationId).incidentChanged(id);
  return incident;
}
