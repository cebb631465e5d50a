// The door of the account actor, as an interface: what a consumer or a route may ask of a platform account over RPC.
// objects/account/ implements it; deps.ts hands out stubs typed by it.
import type { AccountPace, Breaker, Purpose, Stop } from "#domain/account/account";
import type { LatencySummary } from "#domain/account/ingest-latency";
import type { Result } from "#domain/kernel/result";
import type { LoginState, Platform } from "#domain/platform";
import type { ActorRefusal } from "./actors.ts";
import type { Fault, StorageState } from "./browser.ts";

/** The settings of a platform account that its actor needs; pushed to it whenever they change. */
export type AccountSettings = AccountPace & {
  readonly accountId: string;
  readonly organisationId: string;
  readonly platform: Platform;
};

/** A visit: the right to use the browser as this account, until the lease ends. */
export type Visit = {
  readonly token: string;
  readonly storageState: StorageState | null;
  /** Marks of threads by thread key, as of their last successful read. */
  readonly threadMarks: Readonly<Record<string, string>>;
  /** When the last poll began that read everything; null before the first. */
  readonly readThroughAtMs: number | null;
};

export type VisitReport = {
  readonly loginState: LoginState | null;
  /** Null keeps what is stored. */
  readonly storageState: StorageState | null;
  /** Threads read to the end and handed to their conversation: their new marks. */
  readonly readMarks: Readonly<Record<string, string>>;
  /** A poll found a thread that had changed. */
  readonly foundNew: boolean;
  /** A poll that read everything that had changed: when it began; null otherwise. */
  readonly readThroughAtMs: number | null;
  /** How long the messages that a poll brought had waited on the platform. */
  readonly latenciesMs: readonly number[];
  readonly fault: Fault | null;
  /** True when the fault needs a human: the account stands still until somebody resumes it (browser/fault.ts). */
  readonly isStopping: boolean;
};

export type AccountStatus = {
  readonly loginState: LoginState | null;
  readonly stopped: Stop | null;
  readonly lastSuccessAtMs: number | null;
  readonly lastError: { readonly code: string; readonly message: string; readonly atMs: number } | null;
  readonly nextPollAtMs: number | null;
  /** Null while the account may visit. */
  readonly breaker: Breaker | null;
  /** Null before the first sample. */
  readonly ingest: LatencySummary | null;
};

export interface AccountActor {
  /** Idempotent; arms or disarms the poll clock. */
  configure(settings: AccountSettings): Promise<void>;
  /** Refused with NOT_NOW while another visit runs, while the account is stopped, or before its pace allows. */
  beginVisit(purpose: Purpose): Promise<Result<Visit, ActorRefusal & { readonly retryAtMs: number }>>;
  /** Keeps the lease alive; false when it was lost. */
  renewVisit(token: string): Promise<boolean>;
  endVisit(token: string, report: VisitReport): Promise<void>;
  /** Polls at once (or as soon as pace and the budget of wakes allow). */
  wake(): Promise<void>;
  /** A human solved what stopped the account, or ends its pause. */
  resume(): Promise<void>;
  status(): Promise<AccountStatus>;
}
