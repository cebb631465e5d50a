// A budget of events over time: at most `burst` at once and one per `everyMs` in the long run. One number is kept, the time at
// which the budget would be full again (the generic cell rate algorithm), so that it costs nothing to store.

export type Budget = { readonly everyMs: number; readonly burst: number };

/** The latest time at which a budget that was used up now is full again. One event may be waiting beyond the burst. */
export function fullAgainAtMs(budget: Budget, nowMs: number): number {
  return nowMs + (budget.burst + 1) * budget.everyMs;
}

/** `fullAtMs`: what was kept after the last event, 0 before the first. */
export type Taken = {
  /** When the event may happen: now, or later. */
  readonly atMs: number;
  /** What to keep if it happens at `atMs`. */
  readonly fullAtMs: number;
};

/** Asks for one event. The caller decides whether it happens and keeps `fullAtMs` only then. */
export function takeFrom(budget: Budget, fullAtMs: number, nowMs: number): Taken {
  const atMs = Math.max(nowMs, fullAtMs - (budget.burst - 1) * budget.everyMs);
  return { atMs, fullAtMs: Math.max(fullAtMs, atMs) + budget.everyMs };
}
