// Owns which of an agent's showings stand in their feed at an instant.
import { type CalendarEvent, type CalendarShowing, eventOf } from "./calendar-event.ts";
import { FEED_BACK_MS } from "./limits.ts";

/** [K1, K2] The events of a feed by start, then by name. `showings` are one agent's, of the organisation. */
export function feedEvents(
  showings: readonly CalendarShowing[],
  organisationId: string,
  nowMs: number,
): readonly CalendarEvent[] {
  const fromMs = nowMs - FEED_BACK_MS;
  return showings
    .filter((showing) => isInFeed(showing, fromMs))
    .map((showing) => eventOf(showing, organisationId))
    .toSorted((a, b) => a.startMs - b.startMs || (a.uid < b.uid ? -1 : 1));
}

function isInFeed(showing: CalendarShowing, fromMs: number): boolean {
  if (showing.isHold || showing.endMs < fromMs) return false;
  return showing.status !== "cancelled" || showing.updatedAtMs >= fromMs;
}
