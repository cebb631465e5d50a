// One platform account: its settings, what it is doing, and what a person does to it. Pure; time and chance are arguments.
// Who may visit is in visits.ts, when the inbox is read in polling.ts, what faults do in breaker.ts. Rules: SPEC.md (A1..).
import type { LoginState } from "../platform.ts";
import { SEND_COMES_BACK_MS } from "./limits.ts";

/** `listings`: the account's own adverts are read. */
export type Purpose = "poll" | "send" | "reconcile" | "listings";
export type Stop = { readonly code: string; readonly message: string; readonly next: string; readonly atMs: number };

/** The account pauses by itself until `untilMs`; the first visit after that is the trial that ends or renews the pause. */
export type Breaker = {
  readonly code: string;
  readonly message: string;
  readonly untilMs: number;
  readonly trips: number;
};

/** What admins set. */
export type AccountPace = {
  readonly isActive: boolean;
  /** Longest pause between two polls of a quiet inbox, in milliseconds. */
  readonly pollIntervalMs: number;
  /** Shortest pause between two visits, before jitter, in milliseconds. */
  readonly visitGapMs: number;
  readonly sendsPerHourMax: number;
};

/** Persisted as JSON in the actor: keys may be added (with a value in NEW_ACCOUNT), never renamed, without a migration. */
export type AccountState = AccountPace & {
  /** When the next poll signal is due; null while the account does not poll. */
  readonly nextPollAtMs: number | null;
  /** The pause that follows the next poll that finds nothing: shorter after traffic. */
  readonly pollPauseMs: number;
  /** The run of the process that a poll signal was given to; null once a visit began for it. */
  readonly signalledTo: string | null;
  /** Something asked for a poll while one was running: what it read may be older than what was announced. */
  readonly isWokenMeanwhile: boolean;
  readonly visit: {
    readonly token: string;
    readonly purpose: Purpose;
    readonly untilMs: number;
    /** Which run of the process it belongs to. */
    readonly bootId: string;
  } | null;
  /** No visit before this time: pace, or a delay after faults. */
  readonly notBeforeMs: number;
  /** Messages that found the account in use: the first since the last poll, and until when the next one is looked for. */
  readonly sendAwaited: { readonly sinceMs: number; readonly untilMs: number } | null;
  readonly sendBudgetFullAtMs: number;
  readonly wakeBudgetFullAtMs: number;
  readonly faultsInARow: number;
  /** Of our own browser; see breaker.ts. */
  readonly browserFaultsInARow: number;
  readonly rateLimitsInARow: number;
  readonly breaker: Breaker | null;
  readonly loginState: LoginState | null;
  readonly stopped: Stop | null;
  readonly lastSuccessAtMs: number | null;
  /** When the last poll began that read everything that had changed; null before the first. */
  readonly readThroughAtMs: number | null;
  readonly lastError: { readonly code: string; readonly message: string; readonly atMs: number } | null;
};

export const NEW_ACCOUNT: AccountState = {
  isActive: false,
  pollIntervalMs: 45_000,
  visitGapMs: 3_000,
  sendsPerHourMax: 60,
  nextPollAtMs: null,
  pollPauseMs: 45_000,
  signalledTo: null,
  isWokenMeanwhile: false,
  visit: null,
  notBeforeMs: 0,
  sendAwaited: null,
  sendBudgetFullAtMs: 0,
  wakeBudgetFullAtMs: 0,
  faultsInARow: 0,
  browserFaultsInARow: 0,
  rateLimitsInARow: 0,
  breaker: null,
  loginState: null,
  stopped: null,
  lastSuccessAtMs: null,
  readThroughAtMs: null,
  lastError: null,
};

/** New settings. A poll becomes due at once when they change it, and never when the account must not poll. */
export function configure(state: AccountState, pace: AccountPace, nowMs: number): AccountState {
  const isSamePoll = state.isActive === pace.isActive && state.pollIntervalMs === pace.pollIntervalMs;
  if (isSamePoll && state.visitGapMs === pace.visitGapMs && state.sendsPerHourMax === pace.sendsPerHourMax)
    return state;
  const next = { ...state, ...pace };
  if (isSamePoll) return next;
  return { ...next, pollPauseMs: pace.pollIntervalMs, nextPollAtMs: mayPoll(next) ? nowMs : null };
}

/** [A3] [A16] A person solved what stopped the account, or ends its pause. */
export function resume(state: AccountState, nowMs: number): AccountState {
  const forgotten = { stopped: null, breaker: null, faultsInARow: 0, browserFaultsInARow: 0, rateLimitsInARow: 0 };
  const resumed = { ...state, ...forgotten, notBeforeMs: nowMs };
  return { ...resumed, nextPollAtMs: mayPoll(resumed) ? nowMs : null };
}

/** [A9] [A15] [A22] The visits and signals of an earlier run of the process are over; a poll that was under way is due as soon as
 *  the messages that waited had time to come back. */
export function restart(state: AccountState, bootId: string, nowMs: number): AccountState {
  const isVisitLost = state.visit !== null && state.visit.bootId !== bootId;
  const isSignalLost = state.signalledTo !== null && state.signalledTo !== bootId;
  if (!isVisitLost && !isSignalLost) return state;
  const visit = isVisitLost ? null : state.visit;
  const isPollLost = isSignalLost || (isVisitLost && state.visit?.purpose === "poll");
  const next = { ...state, visit, signalledTo: isSignalLost ? null : state.signalledTo };
  if (!isPollLost || !mayPoll(next)) return next;
  const dueAtMs = Math.max(nowMs + SEND_COMES_BACK_MS, next.notBeforeMs);
  return { ...next, nextPollAtMs: Math.min(next.nextPollAtMs ?? dueAtMs, dueAtMs) };
}

export function mayPoll(state: AccountState): boolean {
  return state.isActive && state.stopped === null;
}
