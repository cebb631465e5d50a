// When an account's own adverts are read, with the source of each number. Pure.

/** Adverts change by the day: twice a day keeps the list true and costs a page or two. */
export const LISTINGS_EVERY_MS = 12 * 3_600_000;
/** A signal that nobody acted on is repeated after this long: an account that is stopped or paused answers no sooner. */
export const LISTINGS_SIGNAL_AGAIN_MS = 15 * 60_000;
/** After a try that brought nothing; the account's own breaker paces what is asked of the platform. */
export const LISTINGS_RETRY_MS = 3_600_000;

/** Whether a signal is to be acted on: one that arrives after another was acted on finds the next read half a day away. */
export function isSyncDue(dueAtMs: number | null, nowMs: number): boolean {
  return dueAtMs === null || dueAtMs <= nowMs + LISTINGS_SIGNAL_AGAIN_MS;
}
