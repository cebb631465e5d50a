// What a visit saw of pages that changed: an audit line and a line for ops, an incident, and the redacted page for an admin to write a
// new pack from. Once an hour for an account and a pack entry. Runs when the visit is over, and never makes one fail.
import type { DriftSight } from "#browser/drift-watch";
import type { Deps } from "../deps.ts";
import type { AccountForWork } from "../store/accounts.ts";
import { putArtefact } from "../store/artefacts.ts";
import { noteDrift } from "../store/page-drift.ts";
import { raiseIncident } from "./raise-incident.ts";
import { tellOps } from "./tell-ops.ts";

/** Keeps all sights of a visit. Never throws. */
export async function keepDrift(
  deps: Deps,
  work: AccountForWork,
  packOrigin: "built_in" | "stored",
  sights: readonly DriftSight[],
): Promise<void> {
  for (const sight of sights) {
    try {
      await keep(deps, work, packOrigin, sight);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown.name : typeof thrown;
      const { platform, settings } = work;
      tellOps({ event: "page.drift_not_kept", platform, accountId: settings.accountId, error });
    }
  }
}

async function keep(
  deps: Deps,
  work: AccountForWork,
  packOrigin: "built_in" | "stored",
  sight: DriftSight,
): Promise<void> {
  const { organisationId, platform } = work;
  const { accountId } = work.settings;
  const { packKey, packVersion, faultCode, atMs, artefact } = sight;
  const told = { platform, accountId, packKey, packVersion, packOrigin, faultCode };
  if (!(await noteDrift(deps.db, organisationId, { ...told, atMs }))) return;
  tellOps({ event: "page.drift", ...told });
  const id = `drift.${accountId}.${packKey}.${packVersion}`;
  await raiseIncident(deps, {
    id,
    organisationId,
    kind: "page_drift",
    conversationId: null,
    accountId,
    atMs,
    detail: { platform, packKey, packVersion, packOrigin, faultCode },
  });
  await deps.board(organisationId).incidentChanged(id);
  if (artefact === null) return;
  const metadata = { platform, packKey, packVersion, faultCode, atMs, bytes: artefact.length };
  await putArtefact(deps.packs, organisationId, accountId, { metadata, text: artefact });
}
