// One visit of a platform account: takes the account's lock, opens a page with its session, makes sure it is logged in,
// hands the page over, and gives session and verdict back to the account's actor. Whatever happens, the visit is ended.

import type { PlatformAdapter, Site } from "#browser/adapter";
import { watchDrift } from "#browser/drift-watch";
import { classify, fault, stopsAccount } from "#browser/fault";
import { adapterFor } from "#browser/platforms/registry";
import { withPage } from "#browser/session";
import type { AccountActor, AccountStatus, Visit } from "#contracts/account-actor";
import type { Fault, LoginState, StorageState } from "#contracts/browser";
import type { Purpose } from "#domain/account/account";
import { VISIT_RENEW_MS } from "#domain/account/limits";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Deps } from "../deps.ts";
import { type AccountForWork, recordAccountStatus } from "../store/accounts.ts";
import { appendAudit } from "../store/audit.ts";
import { keepDrift } from "./keep-drift.ts";
import { packForVisit, siteOrigin } from "./pack-for-visit.ts";

/** What a visitor does with the page. `readMarks`: threads read to the end and handed over. A fault ends the visit. */
export type VisitResult<Value> = {
  readonly value: Value;
  readonly fault: Fault | null;
  readonly readMarks?: Readonly<Record<string, string>>;
  /** Of a poll; see VisitReport. */
  readonly foundNew?: boolean;
  readonly readThroughAtMs?: number | null;
  readonly latenciesMs?: readonly number[];
};
export type VisitUse<Value> = (site: Site, adapter: PlatformAdapter, visit: Visit) => Promise<VisitResult<Value>>;

/** `busy`: come back at `retryAtMs`. `failed`: `use` never ran, or did not end. */
export type VisitOutcome<Value> =
  | { readonly kind: "done"; readonly value: Value; readonly fault: Fault | null }
  | { readonly kind: "busy"; readonly retryAtMs: number }
  | { readonly kind: "failed"; readonly fault: Fault };

/** Visits the platform as this account. Never throws for anything that a page, a browser or an adapter did. */
export async function visitAccount<Value>(
  deps: Deps,
  work: AccountForWork,
  purpose: Purpose,
  use: VisitUse<Value>,
): Promise<VisitOutcome<Value>> {
  const { accountId } = work.settings;
  const account = deps.account(accountId);
  const before = await account.status();
  const begun = await account.beginVisit(purpose);
  if (!begun.ok) return { kind: "busy", retryAtMs: begun.error.retryAtMs };
  const { token } = begun.value;
  const stopRenewing = keepAlive(account, token);
  let ended: Ended<Value> = { outcome: { kind: "failed", fault: fault("BROWSER_LOST", "the visit did not end") } };
  try {
    ended = await inBrowser(deps, work, begun.value, use);
  } catch (thrown) {
    ended = { outcome: { kind: "failed", fault: classify(thrown) } };
  } finally {
    stopRenewing();
    const found = ended.outcome.kind === "busy" ? null : ended.outcome.fault;
    await account.endVisit(token, {
      loginState: ended.loginState ?? null,
      storageState: ended.storageState ?? null,
      readMarks: ended.used?.readMarks ?? {},
      foundNew: ended.used?.foundNew ?? false,
      readThroughAtMs: ended.used?.readThroughAtMs ?? null,
      latenciesMs: ended.used?.latenciesMs ?? [],
      fault: found,
      isStopping: found !== null && stopsAccount(found),
    });
    await tell(deps, work, before, await account.status());
  }
  return ended.outcome;
}

type Ended<Value> = {
  readonly outcome: VisitOutcome<Value>;
  readonly loginState?: LoginState | null;
  readonly storageState?: StorageState;
  /** What the visitor brought; absent when it did not end. */
  readonly used?: VisitResult<Value>;
};

async function inBrowser<Value>(
  deps: Deps,
  work: AccountForWork,
  visit: Visit,
  use: VisitUse<Value>,
): Promise<Ended<Value>> {
  const origin = siteOrigin(deps, work.platform);
  const inUse = await packForVisit(deps, work, origin);
  const { adapter, sights } = watchDrift(adapterFor(work.platform));
  const opened = await withPage(deps.browser, { origin, storageState: visit.storageState }, async (page) => {
    const site: Site = { page, origin, pack: inUse.pack, now: deps.now };
    const loggedIn = await logInIfNeeded(deps, work, site, adapter);
    if (!loggedIn.ok) return { loginState: loggedIn.error.state, result: err(loggedIn.error.fault) } as const;
    return { loginState: loggedIn.value, result: ok(await use(site, adapter, visit)) } as const;
  }).finally(() => keepDrift(deps, work, inUse.origin, sights));
  if (!opened.ok) return { outcome: { kind: "failed", fault: opened.error } };
  const { value, storageState } = opened.value;
  if (!value.result.ok) {
    return { outcome: { kind: "failed", fault: value.result.error }, loginState: value.loginState, storageState };
  }
  const used = value.result.value;
  const outcome = { kind: "done", value: used.value, fault: used.fault } as const;
  return { outcome, loginState: value.loginState, storageState, used };
}

type NotIn = { readonly state: LoginState | null; readonly fault: Fault };

/** Opens the inbox; logs in once when the page says that we are out. Anything but "in" after that is for a human. */
async function logInIfNeeded(
  deps: Deps,
  work: AccountForWork,
  site: Site,
  adapter: PlatformAdapter,
): Promise<Result<LoginState, NotIn>> {
  const first = await adapter.openInbox(site);
  if (!first.ok) return err({ state: null, fault: first.error });
  if (first.value === "in") return ok("in");
  if (first.value === "challenge") return err({ state: "challenge", fault: CHALLENGE });
  if (first.value === "blocked") return err({ state: "blocked", fault: BLOCKED });
  const credentials = deps.credentials(work.credentialsRef);
  if (credentials === null) return err({ state: first.value, fault: NO_CREDENTIALS });
  const loggedIn = await adapter.logIn(site, credentials);
  if (!loggedIn.ok) return err({ state: first.value, fault: loggedIn.error });
  const second = await adapter.openInbox(site);
  if (!second.ok) return err({ state: null, fault: second.error });
  return second.value === "in" ? ok("in") : err({ state: second.value, fault: STILL_OUT });
}

const CHALLENGE = fault("CHALLENGE", "the platform asks for a proof that a person is there");
const BLOCKED = fault("BLOCKED", "the platform blocked this account");
const NO_CREDENTIALS = fault("LOGIN_NEEDS_HUMAN", "no login data is stored for this account");
const STILL_OUT = fault("LOGIN_NEEDS_HUMAN", "the inbox stayed closed after logging in");

/** Renews the lease until stopped. A lost lease is noticed by the actor, which then refuses the visit's end. */
function keepAlive(account: AccountActor, token: string): () => void {
  const timer = setInterval(() => {
    account.renewVisit(token).catch(() => undefined);
  }, VISIT_RENEW_MS);
  return () => clearInterval(timer);
}

/** D1 keeps what the actor says of itself; people hear of it, and the log holds it, when something changed. */
async function tell(deps: Deps, work: AccountForWork, before: AccountStatus, after: AccountStatus): Promise<void> {
  const { organisationId, settings } = work;
  await recordAccountStatus(deps.db, settings.accountId, after);
  const isSame =
    before.loginState === after.loginState &&
    before.stopped?.code === after.stopped?.code &&
    before.breaker?.untilMs === after.breaker?.untilMs &&
    before.lastError?.atMs === after.lastError?.atMs;
  if (isSame) return;
  const detail = {
    accountId: settings.accountId,
    platform: work.platform,
    loginState: after.loginState,
    stopped: after.stopped?.code ?? null,
    breaker: after.breaker?.code ?? null,
    fault: after.lastError?.atMs === before.lastError?.atMs ? null : (after.lastError?.code ?? null),
  };
  await appendAudit(deps.db, organisationId, null, [
    { seq: 0, atMs: deps.now(), actor: "platform", action: "account.changed", detail },
  ]);
  await deps.board(organisationId).accountChanged(settings.accountId);
}
