// Platform accounts in D1: settings that admins change, and the last known state of each account's actor.
// Holds the NAME of a credential, never a credential; what an account does now is its actor's business.
import { and, asc, eq } from "drizzle-orm";
import type { AccountSettings, AccountStatus } from "#contracts/account-actor";
import type { AccountChange, AccountView } from "#contracts/api/account";
import { asSentence } from "#domain/kernel/sentence";
import type { Platform } from "#domain/platform";
import { effectiveSendMode, type RolloutStage, type SendMode } from "#domain/rollout/send-mode";
import { platformAccounts } from "#migrations/schema";
import type { Database } from "./database.ts";
import { type OrganisationPolicy, policyOf } from "./organisations.ts";

/** Everything a queue consumer needs to work for an account. */
export type AccountForWork = {
  readonly settings: AccountSettings;
  readonly organisationId: string;
  /** Name of an entry of the credentials secret. */
  readonly credentialsRef: string;
  readonly platform: Platform;
  /** Null: the organisation's default holds. */
  readonly sendMode: SendMode | null;
  readonly rolloutStage: RolloutStage;
  readonly label: string;
};

type Row = typeof platformAccounts.$inferSelect;

/** Across organisations: for a consumer that holds nothing but a job's account id. Null when there is none. */
export async function accountForWork(db: Database, accountId: string): Promise<AccountForWork | null> {
  const row = await db.select().from(platformAccounts).where(eq(platformAccounts.id, accountId)).get();
  return row === undefined ? null : forWork(row);
}

/** Across organisations: every account that is switched on, for the schedule. */
export async function listActiveAccounts(db: Database): Promise<readonly AccountForWork[]> {
  const rows = await db
    .select()
    .from(platformAccounts)
    .where(eq(platformAccounts.isActive, true))
    .orderBy(asc(platformAccounts.id))
    .all();
  return rows.map(forWork);
}

/** Across organisations: keeps what an account's actor last said of itself. */
export async function recordAccountStatus(db: Database, accountId: string, status: AccountStatus): Promise<void> {
  await db.update(platformAccounts).set(statusColumns(status)).where(eq(platformAccounts.id, accountId)).run();
}

/** All accounts of the organisation, by label. */
export async function listAccounts(db: Database, organisationId: string): Promise<readonly AccountView[]> {
  const [rows, policy] = await Promise.all([
    db
      .select()
      .from(platformAccounts)
      .where(eq(platformAccounts.organisationId, organisationId))
      .orderBy(asc(platformAccounts.label), asc(platformAccounts.id))
      .all(),
    policyOf(db, organisationId),
  ]);
  return rows.map((row) => accountView(row, policy));
}

/** One account of the organisation; null when it is not this organisation's. */
export async function accountOf(db: Database, organisationId: string, accountId: string): Promise<AccountView | null> {
  const row = await db.select().from(platformAccounts).where(owned(organisationId, accountId)).get();
  return row === undefined ? null : accountView(row, await policyOf(db, organisationId));
}

/** Changes what admins may change and answers with the new settings; null when it is not this organisation's. */
export async function changeAccount(
  db: Database,
  organisationId: string,
  accountId: string,
  change: AccountChange,
): Promise<AccountForWork | null> {
  const columns = {
    ...(change.isActive === undefined ? {} : { isActive: change.isActive }),
    ...(change.sendMode === undefined ? {} : { sendMode: change.sendMode }),
    ...(change.rolloutStage === undefined ? {} : { rolloutStage: change.rolloutStage }),
    ...(change.pollIntervalMs === undefined ? {} : { pollIntervalMs: change.pollIntervalMs }),
    ...(change.sendsPerHourMax === undefined ? {} : { sendsPerHourMax: change.sendsPerHourMax }),
  };
  if (Object.keys(columns).length > 0) {
    await db.update(platformAccounts).set(columns).where(owned(organisationId, accountId)).run();
  }
  const row = await db.select().from(platformAccounts).where(owned(organisationId, accountId)).get();
  return row === undefined ? null : forWork(row);
}

function owned(organisationId: string, accountId: string) {
  return and(eq(platformAccounts.organisationId, organisationId), eq(platformAccounts.id, accountId));
}

function forWork(row: Row): AccountForWork {
  return {
    settings: {
      accountId: row.id,
      organisationId: row.organisationId,
      platform: row.platform,
      isActive: row.isActive,
      pollIntervalMs: row.pollIntervalMs,
      visitGapMs: row.visitGapMs,
      sendsPerHourMax: row.sendsPerHourMax,
    },
    organisationId: row.organisationId,
    credentialsRef: row.credentialsRef,
    platform: row.platform,
    sendMode: row.sendMode,
    rolloutStage: row.rolloutStage,
    label: row.label,
  };
}

function statusColumns(status: AccountStatus) {
  return {
    loginState: status.loginState,
    stoppedCode: status.stopped?.code ?? null,
    stoppedMessage: status.stopped?.message ?? null,
    stoppedNext: status.stopped?.next ?? null,
    stoppedAtMs: status.stopped?.atMs ?? null,
    lastSuccessAtMs: status.lastSuccessAtMs,
    lastErrorCode: status.lastError?.code ?? null,
    lastErrorMessage: status.lastError?.message ?? null,
    lastErrorAtMs: status.lastError?.atMs ?? null,
    nextPollAtMs: status.nextPollAtMs,
    breakerCode: status.breaker?.code ?? null,
    breakerMessage: status.breaker?.message ?? null,
    breakerUntilMs: status.breaker?.untilMs ?? null,
    ingestP50Ms: status.ingest?.p50Ms ?? null,
    ingestP95Ms: status.ingest?.p95Ms ?? null,
    ingestSamples: status.ingest?.samples ?? 0,
  };
}

function accountView(row: Row, policy: OrganisationPolicy): AccountView {
  return {
    id: row.id,
    platform: row.platform,
    label: row.label,
    isActive: row.isActive,
    sendMode: row.sendMode,
    // The account's own view has no conversation: an empty id stands outside the canary's share.
    effectiveSendMode: effectiveSendMode({
      organisationDefault: policy.organisationDefault,
      accountOverride: row.sendMode,
      rolloutStage: row.rolloutStage,
      isKillSwitchOn: policy.isKillSwitchOn,
      conversationId: "",
    }),
    rolloutStage: row.rolloutStage,
    integrationMode: row.integrationMode,
    pollIntervalMs: row.pollIntervalMs,
    sendsPerHourMax: row.sendsPerHourMax,
    loginState: row.loginState,
    stopped: stoppedView(row),
    lastSuccessAt: isoOrNull(row.lastSuccessAtMs),
    lastError: lastErrorView(row),
    nextPollAt: isoOrNull(row.nextPollAtMs),
    breaker: breakerView(row),
    ingest: ingestView(row),
    listings: {
      syncedAt: isoOrNull(row.listingsSyncedAtMs),
      nextSyncAt: isoOrNull(row.listingsDueAtMs),
      problem: listingsProblem(row),
    },
  };
}

function stoppedView(row: Row): AccountView["stopped"] {
  if (row.stoppedCode === null || row.stoppedAtMs === null) return null;
  return {
    code: row.stoppedCode,
    message: row.stoppedMessage ?? "",
    next: row.stoppedNext ?? "",
    at: new Date(row.stoppedAtMs).toISOString(),
  };
}

function lastErrorView(row: Row): AccountView["lastError"] {
  if (row.lastErrorCode === null || row.lastErrorAtMs === null) return null;
  return {
    code: row.lastErrorCode,
    message: row.lastErrorMessage ?? "",
    at: new Date(row.lastErrorAtMs).toISOString(),
  };
}

function breakerView(row: Row): AccountView["breaker"] {
  if (row.breakerCode === null || row.breakerUntilMs === null) return null;
  return {
    code: row.breakerCode,
    message: row.breakerMessage ?? "",
    until: new Date(row.breakerUntilMs).toISOString(),
  };
}

function ingestView(row: Row): AccountView["ingest"] {
  if (row.ingestSamples === 0 || row.ingestP50Ms === null || row.ingestP95Ms === null) return null;
  return { p50Ms: row.ingestP50Ms, p95Ms: row.ingestP95Ms, samples: row.ingestSamples };
}

function listingsProblem(row: Row): AccountView["listings"]["problem"] {
  const { listingsFaultCode: code, listingsFaultMessage: message } = row;
  if (code === null) return null;
  const next =
    code === "PACK_UNCONFIRMED"
      ? "A person must open the list of adverts on the platform once and confirm its selectors. Messages are not touched by this."
      : "It is tried again by itself.";
  return { code, message: asSentence(message ?? ""), next };
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
