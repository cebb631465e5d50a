// An admin's change of a platform account: stored, audited field by field, and pushed to the account's actor.
import type { AuditLine } from "#contracts/actors";
import type { AccountChange, AccountView } from "#contracts/api/account";
import type { Deps } from "#workers/deps";
import { accountOf, changeAccount } from "#workers/store/accounts";
import { appendAudit } from "#workers/store/audit";
import { setListingsDue } from "#workers/store/listing-sync";
import type { Viewer } from "./api-env.ts";
import { notFound, Problem } from "./problem.ts";

/** The account of the viewer's organisation. Throws NOT_FOUND otherwise. */
export async function ownAccount(deps: Deps, viewer: Viewer, accountId: string): Promise<AccountView> {
  const account = await accountOf(deps.db, viewer.organisationId, accountId);
  if (account === null) throw notFound();
  return account;
}

/** Applies a change and answers with the account as it is then. Throws NOT_FOUND for an account of others. */
export async function applyAccountChange(
  deps: Deps,
  viewer: Viewer,
  accountId: string,
  change: AccountChange,
): Promise<AccountView> {
  const before = await ownAccount(deps, viewer, accountId);
  const changed = await changeAccount(deps.db, viewer.organisationId, accountId, change);
  if (changed === null) throw notFound();
  await appendAudit(deps.db, viewer.organisationId, null, linesOf(deps, viewer, before, change));
  await deps.account(accountId).configure(changed.settings);
  await deps.board(viewer.organisationId).accountChanged(accountId);
  return await ownAccount(deps, viewer, accountId);
}

/** Has the account's own adverts read. Throws NOT_NOW while the account stands still. */
export async function requestListingSync(deps: Deps, viewer: Viewer, account: AccountView): Promise<AccountView> {
  const { organisationId } = viewer;
  if (!account.isActive) throw new Problem("NOT_NOW", "This account is switched off. Switch it on first.");
  if (account.stopped !== null) throw new Problem("NOT_NOW", `This account stands still. ${account.stopped.next}`);
  await auditAccount(deps, viewer, account.id, "account.listing_sync_requested");
  await setListingsDue(deps.db, organisationId, account.id, deps.now());
  await deps.queues.ingest.send({ job: "listings", organisationId, accountId: account.id });
  return await ownAccount(deps, viewer, account.id);
}

/** Writes one line about an account to the audit log. */
export async function auditAccount(deps: Deps, viewer: Viewer, accountId: string, action: string): Promise<void> {
  await appendAudit(deps.db, viewer.organisationId, null, [
    { seq: 0, atMs: deps.now(), actor: `agent:${viewer.userId}`, action, detail: { accountId } },
  ]);
}

function linesOf(deps: Deps, viewer: Viewer, before: AccountView, change: AccountChange): AuditLine[] {
  const fields = ["isActive", "sendMode", "rolloutStage", "pollIntervalMs", "sendsPerHourMax"] as const;
  return fields.flatMap((field, seq) => {
    const to = change[field];
    if (to === undefined || to === before[field]) return [];
    return {
      seq,
      atMs: deps.now(),
      actor: `agent:${viewer.userId}`,
      action: "account.changed",
      detail: { accountId: before.id, field, from: before[field], to },
    };
  });
}
