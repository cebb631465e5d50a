// Every limit of an agent's calendar, with the source of its number.

/** How far back a feed goes, and how long a cancelled showing is told: issue "Showings that can be kept", calendars. */
export const FEED_BACK_MS = 30 * 86_400_000;
/** Names and places: the longest that a mail's field may have, see lead-mail/limits.ts. */
export const LINE_CHARS_MAX = 200;
