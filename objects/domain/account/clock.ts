// A clock that went back leaves instants behind that lie far ahead, and an account that waits for them stands still. Pure.
import type { AccountState } from "./account.ts";
import { type Budget, fullAgainAtMs } from "./budget.ts";
import { BROWSER_WAIT_MS_MAX, POLL_SIGNAL_AGAIN_MS, POLL_SPREAD, VISIT_GAP_SPREAD, VISIT_LEASE_MS } from "./limits.ts";
import { WAKE_BUDGET } from "./polling.ts";
import { sendBudget } from "./visits.ts";

/** [A19] The state with no instant further ahead of now than its rule can have set it. The same object when all is well. */
export function mendClock(state: AccountState, nowMs: number): AccountState {
  const aheadMs = Math.max(0, (state.lastError?.atMs ?? 0) - nowMs);
  const breaker =
    state.breaker === null || aheadMs === 0
      ? state.breaker
      : { ...state.breaker, untilMs: state.breaker.untilMs - aheadMs };
  // Without a breaker nothing makes an account wait longer than for a browser.
  const waitMs = Math.max(state.visitGapMs * (1 + VISIT_GAP_SPREAD), BROWSER_WAIT_MS_MAX);
  const notBeforeMs = Math.min(state.notBeforeMs, Math.max(breaker?.untilMs ?? 0, nowMs + waitMs));
  const pauseMs = Math.max(state.pollIntervalMs * (1 + POLL_SPREAD), POLL_SIGNAL_AGAIN_MS);
  const pollMs = Math.max(nowMs + pauseMs, notBeforeMs);
  const mended = {
    breaker,
    notBeforeMs,
    sendAwaited: (state.sendAwaited?.sinceMs ?? 0) > nowMs ? null : state.sendAwaited,
    lastError: aheadMs === 0 || state.lastError === null ? state.lastError : { ...state.lastError, atMs: nowMs },
    nextPollAtMs: state.nextPollAtMs === null ? null : Math.min(state.nextPollAtMs, pollMs),
    sendBudgetFullAtMs: refilled(state.sendBudgetFullAtMs, sendBudget(state.sendsPerHourMax), nowMs),
    wakeBudgetFullAtMs: refilled(state.wakeBudgetFullAtMs, WAKE_BUDGET, nowMs),
    readThroughAtMs: state.readThroughAtMs === null ? null : Math.min(state.readThroughAtMs, nowMs),
  };
  const visit =
    state.visit === null || state.visit.untilMs <= nowMs + VISIT_LEASE_MS
      ? state.visit
      : { ...state.visit, untilMs: nowMs + VISIT_LEASE_MS };
  const isSame =
    visit === state.visit &&
    breaker === state.breaker &&
    (Object.keys(mended) as (keyof typeof mended)[]).every((key) => mended[key] === state[key]);
  return isSame ? state : { ...state, ...mended, visit };
}

/** A budget that was spent ahead counts as spent now and is given back at its own pace. */
function refilled(fullAtMs: number, budget: Budget, nowMs: number): number {
  return fullAtMs > fullAgainAtMs(budget, nowMs) ? nowMs + budget.everyMs : fullAtMs;
}
