// What an agent's showings say about the day: what comes next, what was never closed, what is on today. Pure.
import type { ShowingView } from "#contracts/api/showing";

/** Days back in which a showing that nobody closed is still asked about. */
export const BACK_DAYS = 7;
/** Days ahead in which the next showing is looked for. */
export const AHEAD_DAYS = 7;

export type Plan = {
  /** Not over, and from an earlier day: somebody must say how it went. */
  readonly unclosed: readonly ShowingView[];
  readonly today: readonly ShowingView[];
  /** The one that runs now or comes first, also on a later day; null: none in sight. */
  readonly next: ShowingView | null;
  /** Not cancelled ones of the day after. */
  readonly tomorrowCount: number;
};

/** `showings` are by start; `today` and `tomorrow` are dates of the reader. */
export function planOf(showings: readonly ShowingView[], today: string, tomorrow: string, nowMs: number): Plan {
  const isOpen = (one: ShowingView) => one.mayBecome.length > 0;
  return {
    unclosed: showings.filter((one) => one.day < today && isOpen(one) && Date.parse(one.end) <= nowMs),
    today: showings.filter((one) => one.day === today),
    next: showings.find((one) => isOpen(one) && Date.parse(one.end) > nowMs) ?? null,
    tomorrowCount: showings.filter((one) => one.day === tomorrow && one.status !== "cancelled").length,
  };
}
