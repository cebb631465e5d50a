// Makes an incident known: one row that stays until somebody looked, and one line in the log when the row is new, for
// whatever watches the logs to wake a person. Telling it twice changes nothing. Ids only, in both.
import type { Deps } from "../deps.ts";
import { type Incident, recordIncident } from "../store/incidents.ts";

/** Records an incident, and raises the alarm the first time. The caller tells the board. */
export async function raiseIncident(deps: Deps, incident: Incident): Promise<void> {
  const isNew = await recordIncident(deps.db, incident);
  if (!isNew) return;
  const { id, kind, organisationId, conversationId = null, accountId = null } = incident;
  soundAlarm({ kind, organisationId, incidentId: id, conversationId, accountId });
}

/** The one shape of an alarm line. `organisationId` null: nobody's, for ops alone. */
export function soundAlarm(alarm: {
  readonly kind: Incident["kind"];
  readonly organisationId: string | null;
  readonly incidentId: string;
  readonly conversationId: string | null;
  readonly accountId: string | null;
}): void {
  console.error(JSON.stringify({ at: "incident", ...alarm }));
}
