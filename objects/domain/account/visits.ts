// The door of one platform account: who may use the browser as this account, for how long, and how fast one after another. Pure.
import { ok, type Refusal, type Result, refuse } from "../kernel/result.ts";
import type { LoginState } from "../platform.ts";
import { type AccountState, mayPoll, type Purpose } from "./account.ts";
import { MENDED, reactTo, type VisitFault } from "./breaker.ts";
import { type Budget, takeFrom } from "./budget.ts";
import {
  BREAKER_PAUSE_MS_MAX,
  BUSY_RETRY_MS,
  POLL_SIGNAL_AGAIN_MS,
  POLL_YIELDS_MS_MAX,
  SEND_BURST_SHARE,
  SEND_COMES_BACK_MS,
  VISIT_GAP_SPREAD,
  VISIT_LEASE_MS,
} from "./limits.ts";
import { nextPollAfter } from "./polling.ts";

export type VisitEnd = {
  readonly loginState: LoginState | null;
  readonly fault: VisitFault | null;
  /** A poll: it found something that was not known. */
  readonly foundNew: boolean;
  /** A poll that read everything that had changed: when it began. */
  readonly readThroughAtMs: number | null;
};

export type VisitRefusal = Refusal<"NOT_NOW"> & { readonly retryAtMs: number };

const AGAIN = "It is tried again by itself.";
const HOUR_MS = 3_600_000;

/** [A1] [A3] [A8] [A12] [A13] [A22] Gives the browser to one visitor, or says when to come back. */
export function beginVisit(
  state: AccountState,
  visit: { readonly token: string; readonly purpose: Purpose; readonly bootId: string },
  nowMs: number,
): Result<AccountState, VisitRefusal> {
  if (!state.isActive || state.stopped !== null) {
    const why = state.stopped?.message ?? "The account is switched off.";
    return refuseVisit(why, state.stopped?.next ?? "Switch the account on.", nowMs + BREAKER_PAUSE_MS_MAX);
  }
  if (state.visit !== null && state.visit.untilMs > nowMs && state.visit.bootId === visit.bootId) {
    return refuseVisit("The account is in use.", AGAIN, nowMs + BUSY_RETRY_MS);
  }
  if (nowMs < state.notBeforeMs) {
    const why = state.breaker?.message ?? "The pace of the account does not allow it yet.";
    return refuseVisit(why, AGAIN, state.notBeforeMs);
  }
  if (visit.purpose === "poll" && state.sendAwaited !== null && nowMs < state.sendAwaited.untilMs) {
    return refuseVisit("A message that waits goes first.", AGAIN, state.sendAwaited.untilMs);
  }
  if (visit.purpose === "poll" && (state.nextPollAtMs === null || nowMs + POLL_SIGNAL_AGAIN_MS < state.nextPollAtMs)) {
    return refuseVisit(
      "The inbox was read a moment ago.",
      "Nothing to do.",
      state.nextPollAtMs ?? Number.MAX_SAFE_INTEGER,
    );
  }
  const begun = { ...state, visit: { ...visit, untilMs: nowMs + VISIT_LEASE_MS } };
  if (visit.purpose === "poll") return ok({ ...begun, signalledTo: null, isWokenMeanwhile: false, sendAwaited: null });
  if (visit.purpose !== "send") return ok(begun);
  // Spent before the visit: no crash in it can make more messages leave than the hour allows.
  const taken = takeFrom(sendBudget(state.sendsPerHourMax), state.sendBudgetFullAtMs, nowMs);
  if (taken.atMs > nowMs) return refuseVisit("The account has sent enough for this hour.", AGAIN, taken.atMs);
  const sendAwaited = state.sendAwaited === null ? null : { ...state.sendAwaited, untilMs: nowMs };
  return ok({ ...begun, sendBudgetFullAtMs: taken.fullAtMs, sendAwaited });
}

/** [A22] A message was refused until `retryAtMs`: no poll begins until it had time to come back, within POLL_YIELDS_MS_MAX. */
export function awaitSend(state: AccountState, retryAtMs: number, nowMs: number): AccountState {
  if (!mayPoll(state) || state.breaker !== null) return state;
  const sinceMs = state.sendAwaited?.sinceMs ?? nowMs;
  const untilMs = Math.min(retryAtMs + SEND_COMES_BACK_MS, sinceMs + POLL_YIELDS_MS_MAX);
  return { ...state, sendAwaited: { sinceMs, untilMs: Math.max(untilMs, state.sendAwaited?.untilMs ?? 0) } };
}

/** [A2] Keeps a visit alive; null when it is over. */
export function renewVisit(state: AccountState, token: string, nowMs: number): AccountState | null {
  if (state.visit?.token !== token || state.visit.untilMs <= nowMs) return null;
  return { ...state, visit: { ...state.visit, untilMs: nowMs + VISIT_LEASE_MS } };
}

/** [A4] [A7] [A8] [A12] Ends a visit. `chance` in [0, 1) spreads what follows. Null when the token is not the visitor's. */
export function endVisit(
  state: AccountState,
  token: string,
  end: VisitEnd,
  nowMs: number,
  chance: number,
): AccountState | null {
  if (state.visit?.token !== token) return null;
  const isPoll = state.visit.purpose === "poll";
  const base = {
    ...state,
    visit: null,
    loginState: end.loginState ?? state.loginState,
    ...(isPoll ? nextPollAfter(state, end.foundNew, nowMs, chance) : {}),
    ...(isPoll && end.readThroughAtMs !== null ? { readThroughAtMs: end.readThroughAtMs } : {}),
  };
  if (end.fault === null) {
    const gapMs = Math.round(state.visitGapMs * (1 + VISIT_GAP_SPREAD * chance));
    return inOrder({ ...base, ...MENDED, lastSuccessAtMs: nowMs, notBeforeMs: nowMs + gapMs });
  }
  return inOrder({ ...base, ...reactTo(state, end.fault, nowMs) });
}

/** A still account has no poll to wait for, and no poll is due before a visit may begin. */
function inOrder(state: AccountState): AccountState {
  if (!mayPoll(state)) return { ...state, nextPollAtMs: null };
  return { ...state, nextPollAtMs: Math.max(state.nextPollAtMs ?? 0, state.notBeforeMs) };
}

/** [A13] A sixth of the hour's messages at once, the rest spaced. */
export function sendBudget(perHourMax: number): Budget {
  return { everyMs: HOUR_MS / perHourMax, burst: Math.ceil(perHourMax / SEND_BURST_SHARE) };
}

function refuseVisit(message: string, next: string, retryAtMs: number): Result<never, VisitRefusal> {
  const { error } = refuse("NOT_NOW", message, next);
  return { ok: false, error: { ...error, retryAtMs } };
}
