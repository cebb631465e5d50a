// When the inbox of an account is read: on its clock, faster after traffic, at once when something announces a message. Pure.
import { type AccountState, mayPoll } from "./account.ts";
import { type Budget, takeFrom } from "./budget.ts";
import {
  LOOK_AGAIN_MS,
  POLL_FASTER_TIMES,
  POLL_FASTEST_MS,
  POLL_SIGNAL_AGAIN_MS,
  POLL_SPREAD,
  WAKE_BURST,
  WAKE_EVERY_MS,
} from "./limits.ts";

/** [A14] */
export const WAKE_BUDGET: Budget = { everyMs: WAKE_EVERY_MS, burst: WAKE_BURST };

/** [A5] [A14] The poll is due now, or as soon as pace and the budget of wakes allow. */
export function wake(state: AccountState, nowMs: number): AccountState {
  if (!mayPoll(state)) return state;
  const taken = takeFrom(WAKE_BUDGET, state.wakeBudgetFullAtMs, nowMs);
  const dueAtMs = Math.max(taken.atMs, state.notBeforeMs);
  const isPolling = state.visit?.purpose === "poll";
  // A poll that is due no later anyway needs no wake of the budget's.
  if (!isPolling && state.nextPollAtMs !== null && state.nextPollAtMs <= dueAtMs) return state;
  const spent = { ...state, wakeBudgetFullAtMs: taken.fullAtMs };
  return isPolling ? { ...spent, isWokenMeanwhile: true } : { ...spent, nextPollAtMs: dueAtMs };
}

/** [A10] A poll was refused until `retryAtMs`: it is due then, and not only when its signal would be repeated. */
export function postponePoll(state: AccountState, retryAtMs: number): AccountState {
  const answered = { ...state, signalledTo: null };
  if (!mayPoll(state) || state.nextPollAtMs === null || state.nextPollAtMs <= retryAtMs) return answered;
  return { ...answered, nextPollAtMs: retryAtMs };
}

/** [A6] True when a poll signal must go out now; then `afterSignal` is the new state. */
export function isPollDue(state: AccountState, nowMs: number): boolean {
  if (!mayPoll(state) || state.nextPollAtMs === null || state.nextPollAtMs > nowMs) return false;
  return state.visit?.purpose !== "poll" || state.visit.untilMs <= nowMs;
}

export function afterSignal(state: AccountState, bootId: string, nowMs: number): AccountState {
  return { ...state, signalledTo: bootId, nextPollAtMs: nowMs + POLL_SIGNAL_AGAIN_MS };
}

/** [A6] [A15] When the actor must look again; null when it has nothing to wait for. */
export function nextLookAtMs(state: AccountState, nowMs: number): number | null {
  const isOut = state.signalledTo !== null || state.visit !== null;
  const lookAtMs = isOut ? nowMs + LOOK_AGAIN_MS : null;
  // While a poll runs its own end decides about the next; until then only its lease matters.
  const dueAtMs = state.visit?.purpose === "poll" ? state.visit.untilMs : state.nextPollAtMs;
  if (lookAtMs === null || dueAtMs === null) return lookAtMs ?? dueAtMs;
  return Math.min(lookAtMs, dueAtMs);
}

type NextPoll = Pick<AccountState, "nextPollAtMs" | "pollPauseMs" | "isWokenMeanwhile">;

/** [A4] [A11] The poll after one that ended now. `chance` in [0, 1) spreads it. */
export function nextPollAfter(state: AccountState, foundNew: boolean, nowMs: number, chance: number): NextPoll {
  const { pollIntervalMs } = state;
  const fastestMs = Math.min(pollIntervalMs, Math.max(pollIntervalMs / POLL_FASTER_TIMES, POLL_FASTEST_MS));
  const pauseMs = foundNew ? fastestMs : Math.min(Math.max(state.pollPauseMs, fastestMs), pollIntervalMs);
  const dueAtMs = state.isWokenMeanwhile ? nowMs : nowMs + Math.round(pauseMs * (1 + POLL_SPREAD * (2 * chance - 1)));
  return { nextPollAtMs: dueAtMs, pollPauseMs: Math.min(pauseMs * 2, pollIntervalMs), isWokenMeanwhile: false };
}
