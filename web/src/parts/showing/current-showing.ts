// Which of a conversation's showings matters now. Pure.
import type { ShowingView } from "#contracts/api/showing";

/**
 * The first that is not over; one whose end has passed only when nothing is ahead, for it waits to be told how it went.
 * When all are over: the one that was last. Null without any. `showings` are by start.
 */
export function currentShowing(showings: readonly ShowingView[], nowMs: number): ShowingView | null {
  const open = showings.filter(({ mayBecome }) => mayBecome.length > 0);
  return open.find(({ end }) => Date.parse(end) > nowMs) ?? open.at(-1) ?? showings.at(-1) ?? null;
}
