// What tests of the account say to it: a running account, a visit begun, a visit ended. Used by tests alone.
import { type AccountState, configure, NEW_ACCOUNT, type Purpose } from "./account.ts";
import type { VisitFault } from "./breaker.ts";
import { beginVisit, endVisit, type VisitEnd } from "./visits.ts";

export const T0 = 1_800_000_000_000;
export const INTERVAL_MS = 600_000;
export const GAP_MS = 4_000;
export const PACE = { isActive: true, pollIntervalMs: INTERVAL_MS, visitGapMs: GAP_MS, sendsPerHourMax: 60 } as const;
export const running = configure(NEW_ACCOUNT, PACE, T0);
export const visitOf = (purpose: Purpose, token = "a") => ({ token, purpose, bootId: "b1" });

export function begun(state: AccountState, nowMs = T0, purpose: Purpose = "poll"): AccountState {
  const result = beginVisit(state, visitOf(purpose), nowMs);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** `chance` 0.5 spreads nothing. */
export function ended(state: AccountState, end: Partial<VisitEnd> = {}, nowMs = T0, chance = 0.5): AccountState {
  const whole = { loginState: "in" as const, fault: null, foundNew: false, readThroughAtMs: null, ...end };
  const next = endVisit(state, "a", whole, nowMs, chance);
  if (next === null) throw new Error("the token was not taken");
  return next;
}

export function faultOf(fault: Partial<VisitFault> = {}): Pick<VisitEnd, "fault"> {
  return { fault: { code: "TIMEOUT", message: "it failed", isStopping: false, retryAfterMs: 0, ...fault } };
}

/** A visit at the earliest time that ends in this fault at once. Answers the state and that time. */
export function failing(state: AccountState, fault: Partial<VisitFault> = {}, purpose: Purpose = "reconcile") {
  const atMs = Math.max(state.notBeforeMs, T0);
  return { atMs, state: ended(begun(state, atMs, purpose), faultOf(fault), atMs) };
}
