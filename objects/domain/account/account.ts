// The clock and the door of one platform account: when its inbox is polled, who may use the browser as this account, and
// when it must stand still. Pure; time and chance are arguments. Rules: SPEC.md (A1..).
import { ok, type Refusal, type Result, refuse } from "../kernel/result.ts";
import type { LoginState } from "../platform.ts";
import {
  BUSY_RETRY_MS,
  FAULT_DELAY_MS_MAX,
  FAULT_DELAY_MS_MIN,
  POLL_SIGNAL_AGAIN_MS,
  POLL_SPREAD,
  VISIT_GAP_MS,
  VISIT_LEASE_MS,
} from "./limits.ts";

export type Purpose = "poll" | "send" | "reconcile";
export type Stop = { readonly code: string; readonly message: string; readonly next: string; readonly atMs: number };

/** Persisted as JSON in the actor: keys may be added, never renamed, without a migration. */
export type AccountState = {
  readonly isActive: boolean;
  readonly pollIntervalMs: number;
  /** When the next poll signal is due; null while the account does not poll. */
  readonly nextPollAtMs: number | null;
  readonly visit: {
    readonly token: string;
    readonly purpose: Purpose;
    readonly untilMs: number;
    /** Which run of the process it belongs to. */
    readonly bootId: string;
  } | null;
  /** No visit before this time: pace, or a delay after faults. */
  readonly notBeforeMs: number;
  readonly faultsInARow: number;
  readonly loginState: LoginState | null;
  readonly stopped: Stop | null;
  readonly lastSuccessAtMs: number | null;
  readonly lastError: { readonly code: string; readonly message: string; readonly atMs: number } | null;
};

export type VisitEnd = {
  readonly loginState: LoginState | null;
  readonly fault: {
    readonly code: string;
    readonly message: string;
    readonly isStopping: boolean;
    readonly retryAfterMs: number;
  } | null;
};

export type VisitRefusal = Refusal<"NOT_NOW"> & { readonly retryAtMs: number };

export const NEW_ACCOUNT: AccountState = {
  isActive: false,
  pollIntervalMs: 600_000,
  nextPollAtMs: null,
  visit: null,
  notBeforeMs: 0,
  faultsInARow: 0,
  loginState: null,
  stopped: null,
  lastSuccessAtMs: null,
  lastError: null,
};

/** New settings. A poll becomes due at once when the account starts to poll, and never when it must not. */
export function configure(
  state: AccountState,
  settings: { readonly isActive: boolean; readonly pollIntervalMs: number },
  nowMs: number,
): AccountState {
  if (state.isActive === settings.isActive && state.pollIntervalMs === settings.pollIntervalMs) return state;
  const next = { ...state, ...settings };
  return { ...next, nextPollAtMs: mayPoll(next) ? nowMs : null };
}

/** [A1] [A3] [A8] Gives the browser to one visitor, or says when to come back. */
export function beginVisit(
  state: AccountState,
  visit: { readonly token: string; readonly purpose: Purpose; readonly bootId: string },
  nowMs: number,
): Result<AccountState, VisitRefusal> {
  if (!state.isActive || state.stopped !== null) {
    const why = state.stopped?.message ?? "The account is switched off.";
    return refuseVisit(why, state.stopped?.next ?? "Switch the account on.", nowMs + FAULT_DELAY_MS_MAX);
  }
  if (state.visit !== null && state.visit.untilMs > nowMs && state.visit.bootId === visit.bootId) {
    return refuseVisit("The account is in use.", "It is tried again by itself.", nowMs + BUSY_RETRY_MS);
  }
  if (nowMs < state.notBeforeMs) {
    return refuseVisit(
      "The pace of the account does not allow it yet.",
      "It is tried again by itself.",
      state.notBeforeMs,
    );
  }
  if (visit.purpose === "poll" && (state.nextPollAtMs === null || nowMs + POLL_SIGNAL_AGAIN_MS < state.nextPollAtMs)) {
    return refuseVisit(
      "The inbox was read a moment ago.",
      "Nothing to do.",
      state.nextPollAtMs ?? Number.MAX_SAFE_INTEGER,
    );
  }
  return ok({ ...state, visit: { ...visit, untilMs: nowMs + VISIT_LEASE_MS } });
}

/** [A2] Keeps a visit alive; null when it is over. */
export function renewVisit(state: AccountState, token: string, nowMs: number): AccountState | null {
  if (state.visit?.token !== token || state.visit.untilMs <= nowMs) return null;
  return { ...state, visit: { ...state.visit, untilMs: nowMs + VISIT_LEASE_MS } };
}

/** [A4] [A7] [A8] Ends a visit. `chance` in [0, 1) spreads the next poll. Null when the token is not the visitor's. */
export function endVisit(
  state: AccountState,
  token: string,
  end: VisitEnd,
  nowMs: number,
  chance: number,
): AccountState | null {
  if (state.visit?.token !== token) return null;
  const { purpose } = state.visit;
  const loginState = end.loginState ?? state.loginState;
  const base = { ...state, visit: null, loginState };
  const polled = purpose === "poll" ? { nextPollAtMs: nowMs + spread(state.pollIntervalMs, chance) } : {};
  if (end.fault === null) {
    const ended = { ...base, ...polled, faultsInARow: 0, lastSuccessAtMs: nowMs, notBeforeMs: nowMs + VISIT_GAP_MS };
    return withoutPollWhenStill(ended);
  }
  const { code, message, isStopping, retryAfterMs } = end.fault;
  const faultsInARow = state.faultsInARow + 1;
  const notBeforeMs = nowMs + Math.max(faultDelayMs(faultsInARow), retryAfterMs);
  const failed = { ...base, ...polled, faultsInARow, notBeforeMs, lastError: { code, message, atMs: nowMs } };
  if (isStopping) return withoutPollWhenStill({ ...failed, stopped: stopFor(code, message, nowMs) });
  return withoutPollWhenStill({ ...failed, nextPollAtMs: Math.max(failed.nextPollAtMs ?? 0, notBeforeMs) });
}

/** [A5] The poll is due now, or as soon as the pace allows. */
export function wake(state: AccountState, nowMs: number): AccountState {
  if (!mayPoll(state)) return state;
  return { ...state, nextPollAtMs: Math.max(nowMs, state.notBeforeMs) };
}

/** [A10] A poll was refused until `retryAtMs`: it is due then, and not only when its signal would be repeated. */
export function postponePoll(state: AccountState, retryAtMs: number): AccountState {
  if (!mayPoll(state) || state.nextPollAtMs === null || state.nextPollAtMs <= retryAtMs) return state;
  return { ...state, nextPollAtMs: retryAtMs };
}

/** A person solved what stopped the account. */
export function resume(state: AccountState, nowMs: number): AccountState {
  const resumed = { ...state, stopped: null, faultsInARow: 0, notBeforeMs: nowMs };
  return { ...resumed, nextPollAtMs: mayPoll(resumed) ? nowMs : null };
}

/** [A6] True when a poll signal must go out now; then `afterSignal` is the new state. */
export function isPollDue(state: AccountState, nowMs: number): boolean {
  return mayPoll(state) && state.nextPollAtMs !== null && state.nextPollAtMs <= nowMs;
}

export function afterSignal(state: AccountState, nowMs: number): AccountState {
  return { ...state, nextPollAtMs: nowMs + POLL_SIGNAL_AGAIN_MS };
}

/** [A9] The visits of an earlier run of the process are over. */
export function restart(state: AccountState, bootId: string): AccountState {
  return state.visit === null || state.visit.bootId === bootId ? state : { ...state, visit: null };
}

function mayPoll(state: AccountState): boolean {
  return state.isActive && state.stopped === null;
}

function withoutPollWhenStill(state: AccountState): AccountState {
  return mayPoll(state) ? state : { ...state, nextPollAtMs: null };
}

function spread(intervalMs: number, chance: number): number {
  return Math.round(intervalMs * (1 + POLL_SPREAD * (2 * chance - 1)));
}

function faultDelayMs(faultsInARow: number): number {
  return Math.min(FAULT_DELAY_MS_MIN * 2 ** Math.min(faultsInARow - 1, 16), FAULT_DELAY_MS_MAX);
}

function stopFor(code: string, message: string, atMs: number): Stop {
  const next =
    code === "PACK_UNCONFIRMED"
      ? "A person must open the platform's pages once and confirm the selectors; then resume the account."
      : "Open the platform yourself, solve what it asks for, then resume the account here.";
  return { code, message, next, atMs };
}

function refuseVisit(message: string, next: string, retryAtMs: number): Result<never, VisitRefusal> {
  const { error } = refuse("NOT_NOW", message, next);
  return { ok: false, error: { ...error, retryAtMs } };
}
