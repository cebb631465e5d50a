// The actor of one platform account: poll clock, serial use of the browser, pace, and the sealed session.
// It decides nothing about leads and never opens a browser: it lends the session to a visitor and takes it back.
import { DurableObject } from "cloudflare:workers";
import type { AccountActor, AccountSettings, AccountStatus, Visit, VisitReport } from "#contracts/account-actor";
import type { ActorRefusal } from "#contracts/actors";
import type { StorageState } from "#contracts/browser";
import type { IngestJob } from "#contracts/queue";
import { type AccountState, configure, NEW_ACCOUNT, type Purpose, restart, resume } from "#domain/account/account";
import { mendClock } from "#domain/account/clock";
import { latencySummary } from "#domain/account/ingest-latency";
import { afterSignal, isPollDue, nextLookAtMs, postponePoll, wake } from "#domain/account/polling";
import { awaitSend, beginVisit, endVisit, renewVisit, type VisitEnd } from "#domain/account/visits";
import { assert } from "#domain/kernel/assert";
import { err, ok, type Result } from "#domain/kernel/result";
import { currentBootId } from "#objects/runtime/boot-id";
import { armAlarm } from "#objects/runtime/next-alarm";
import { sqlMigrate } from "#objects/runtime/sql-migrate";
import { AccountLog } from "./log.ts";
import { ACCOUNT_MIGRATIONS } from "./migrations.ts";
import { importSealKey, seal, unseal } from "./seal.ts";

export type AccountBindings = { readonly INGEST_QUEUE: Queue<IngestJob>; readonly STORAGE_STATE_KEY: string };

export class AccountObject extends DurableObject<AccountBindings> implements AccountActor {
  readonly #log: AccountLog;
  readonly #bootId = currentBootId();
  #settings: AccountSettings | null;
  #state: AccountState;

  constructor(ctx: DurableObjectState, env: AccountBindings) {
    super(ctx, env);
    sqlMigrate(ctx.storage, ACCOUNT_MIGRATIONS);
    this.#log = new AccountLog(ctx.storage.sql);
    const stored = this.#log.load();
    this.#settings = stored?.settings ?? null;
    const nowMs = Date.now();
    this.#state = restart(mendClock(stored?.state ?? NEW_ACCOUNT, nowMs), this.#bootId, nowMs);
    this.#arm();
  }

  async configure(settings: AccountSettings): Promise<void> {
    assert(
      this.#settings === null || this.#settings.accountId === settings.accountId,
      "an account actor serves one account",
    );
    this.#settings = settings;
    this.#commit(configure(this.#state, settings, Date.now()));
  }

  async beginVisit(purpose: Purpose): Promise<Result<Visit, ActorRefusal & { readonly retryAtMs: number }>> {
    const nowMs = Date.now();
    const token = crypto.randomUUID();
    this.#state = mendClock(this.#state, nowMs);
    const begun = beginVisit(this.#state, { token, purpose, bootId: this.#bootId }, nowMs);
    if (!begun.ok) {
      const { retryAtMs } = begun.error;
      if (purpose === "poll") this.#commit(postponePoll(this.#state, retryAtMs));
      if (purpose === "send") this.#commit(awaitSend(this.#state, retryAtMs, nowMs));
      return err(begun.error);
    }
    this.#commit(begun.value);
    const { readThroughAtMs } = this.#state;
    return ok({
      token,
      storageState: await this.#storageState(),
      threadMarks: this.#log.threadMarks(),
      readThroughAtMs,
    });
  }

  async renewVisit(token: string): Promise<boolean> {
    const renewed = renewVisit(this.#state, token, Date.now());
    if (renewed !== null) this.#commit(renewed);
    return renewed !== null;
  }

  async endVisit(token: string, report: VisitReport): Promise<void> {
    const sealed = report.storageState === null ? null : await this.#seal(report.storageState);
    const nowMs = Date.now();
    const ended = endVisit(this.#state, token, endOf(report), nowMs, Math.random());
    if (ended === null) return;
    this.#commit(ended, () => {
      this.#log.saveMarks(report.readMarks, nowMs);
      this.#log.saveLatencies(report.latenciesMs, nowMs);
      if (sealed !== null) this.#log.saveSealed(sealed);
    });
  }

  async wake(): Promise<void> {
    this.#commit(wake(this.#state, Date.now()));
  }

  async resume(): Promise<void> {
    this.#commit(resume(this.#state, Date.now()));
  }

  async status(): Promise<AccountStatus> {
    const { loginState, stopped, lastSuccessAtMs, lastError, nextPollAtMs, breaker } = this.#state;
    const ingest = latencySummary(this.#log.latencies());
    return { loginState, stopped, lastSuccessAtMs, lastError, nextPollAtMs, breaker, ingest };
  }

  override async alarm(): Promise<void> {
    const nowMs = Date.now();
    this.#state = mendClock(this.#state, nowMs);
    if (this.#settings === null || !isPollDue(this.#state, nowMs)) {
      this.#arm();
      return;
    }
    const { organisationId, accountId } = this.#settings;
    // Noted before it is given: a lost signal is repeated, and a queue that is down does not make the alarm spin.
    this.#commit(afterSignal(this.#state, this.#bootId, nowMs));
    await this.env.INGEST_QUEUE.send({ job: "ingest", organisationId, accountId });
  }

  #commit(state: AccountState, alsoWrite: () => void = () => {}): void {
    const settings = this.#settings;
    if (settings === null) return;
    this.ctx.storage.transactionSync(() => {
      this.#log.save(settings, state);
      alsoWrite();
    });
    this.#state = state;
    this.#arm();
  }

  #arm(): void {
    const nowMs = Date.now();
    this.ctx.waitUntil(armAlarm(this.ctx.storage, [nextLookAtMs(this.#state, nowMs)], nowMs));
  }

  async #storageState(): Promise<StorageState | null> {
    const sealed = this.#log.sealed();
    if (sealed === null || this.#settings === null) return null;
    return unseal(await importSealKey(this.env.STORAGE_STATE_KEY), this.#settings.accountId, sealed);
  }

  async #seal(state: StorageState): Promise<Uint8Array | null> {
    if (this.#settings === null) return null;
    return seal(await importSealKey(this.env.STORAGE_STATE_KEY), this.#settings.accountId, state);
  }
}

function endOf(report: VisitReport): VisitEnd {
  const { loginState, foundNew, readThroughAtMs } = report;
  const end = { loginState, foundNew, readThroughAtMs };
  if (report.fault === null) return { ...end, fault: null };
  const { code, message, retryAfterMs } = report.fault;
  return { ...end, fault: { code, message, isStopping: report.isStopping, retryAfterMs: retryAfterMs ?? 0 } };
}
