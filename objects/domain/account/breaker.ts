// What a fault does to an account: a growing delay, an open breaker, or a stop that only a person ends. Pure.
import { asSentence } from "../kernel/sentence.ts";
import type { AccountState, Stop } from "./account.ts";
import {
  BREAKER_FAULTS,
  BREAKER_PAUSE_MS_MAX,
  BREAKER_PAUSE_MS_MIN,
  BROWSER_WAIT_MS_MAX,
  FAULT_DELAY_MS_MIN,
  RATE_LIMIT_PAUSE_MS,
  RATE_LIMIT_PAUSE_MS_MAX,
  RATE_LIMITS_MAX,
} from "./limits.ts";

export type VisitFault = {
  readonly code: string;
  readonly message: string;
  /** Needs a person, whatever happened before (browser/fault.ts). */
  readonly isStopping: boolean;
  /** What the platform asked for, in milliseconds from now; 0 when it asked for nothing. */
  readonly retryAfterMs: number;
};

type Reaction = Pick<
  AccountState,
  "faultsInARow" | "browserFaultsInARow" | "rateLimitsInARow" | "notBeforeMs" | "breaker" | "stopped" | "lastError"
>;

/** Faults of the browser that we borrow: they say nothing of the platform. */
const BROWSER_FAULTS: ReadonlySet<string> = new Set(["BROWSER_LOST", "BROWSER_BUSY"]);

/** [A7] [A8] [A16] [A17] [A20] What follows from a visit that ended in a fault. */
export function reactTo(state: AccountState, fault: VisitFault, nowMs: number): Reaction {
  const { code } = fault;
  const message = asSentence(fault.message);
  if (BROWSER_FAULTS.has(code)) return waitForBrowser(state, { code, message, atMs: nowMs });
  const isRateLimit = code === "RATE_LIMITED";
  const faultsInARow = state.faultsInARow + 1;
  const rateLimitsInARow = state.rateLimitsInARow + (isRateLimit ? 1 : 0);
  const { browserFaultsInARow } = state;
  const counted = { faultsInARow, browserFaultsInARow, rateLimitsInARow, lastError: { code, message, atMs: nowMs } };
  if (fault.isStopping || rateLimitsInARow >= RATE_LIMITS_MAX) {
    return { ...counted, notBeforeMs: nowMs, breaker: null, stopped: stopFor(code, message, nowMs) };
  }
  const trips = (state.breaker?.trips ?? 0) + 1;
  const isOpening = isRateLimit || state.breaker !== null || faultsInARow >= BREAKER_FAULTS;
  const pauseMs = isOpening ? breakerPauseMs(trips) : FAULT_DELAY_MS_MIN * 2 ** (faultsInARow - 1);
  const askedMs = isRateLimit && fault.retryAfterMs === 0 ? RATE_LIMIT_PAUSE_MS : fault.retryAfterMs;
  const untilMs = nowMs + Math.max(pauseMs, Math.min(askedMs, RATE_LIMIT_PAUSE_MS_MAX));
  return {
    ...counted,
    notBeforeMs: untilMs,
    breaker: isOpening ? { code, message, untilMs, trips } : null,
    stopped: null,
  };
}

/** [A8] [A16] What a good visit forgets. */
export const MENDED = { faultsInARow: 0, browserFaultsInARow: 0, rateLimitsInARow: 0, breaker: null } as const;

/** [A20] Waits, longer each time, and leaves the breaker as it is. */
function waitForBrowser(state: AccountState, lastError: NonNullable<AccountState["lastError"]>): Reaction {
  const { faultsInARow, rateLimitsInARow, breaker, stopped } = state;
  const browserFaultsInARow = state.browserFaultsInARow + 1;
  const waitMs = Math.min(FAULT_DELAY_MS_MIN * 2 ** Math.min(browserFaultsInARow - 1, 16), BROWSER_WAIT_MS_MAX);
  const notBeforeMs = Math.max(state.notBeforeMs, lastError.atMs + waitMs);
  return { faultsInARow, rateLimitsInARow, browserFaultsInARow, notBeforeMs, breaker, stopped, lastError };
}

function breakerPauseMs(trips: number): number {
  return Math.min(BREAKER_PAUSE_MS_MIN * 2 ** Math.min(trips - 1, 16), BREAKER_PAUSE_MS_MAX);
}

function stopFor(code: string, message: string, atMs: number): Stop {
  const next =
    code === "PACK_UNCONFIRMED"
      ? "A person must open the platform's pages once and confirm the selectors; then resume the account."
      : code === "RATE_LIMITED"
        ? "The platform asked for a pause again and again. Let it rest, choose a slower pace, then resume the account."
        : "Open the platform yourself, solve what it asks for, then resume the account here.";
  return { code, message, next, atMs };
}
