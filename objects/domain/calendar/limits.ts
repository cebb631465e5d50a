// Every limit of an agent's calendar, with the source of its number.

/** How far back a feed goes, and how long a cancelled showing is told: issue "Showings that can be kept", calendars. */
export const FEED_BACK_MS = 30 * 86_400_000;
/** Names and places: the longest that a mail's field may have, see lead-mail/limits.ts. */
export const LINE_CHARS_MAX = 200;
/** How long after a change its agent is still mailed about it: mail servers recover within hours, and showings are a day ahead. */
export const NOTICE_BACK_MS = 6 * 3_600_000;
/** Pause after a first try, doubled with each; longer than a try may last, so that no two try at once. */
export const NOTICE_RETRY_MS = 60_000;
/** Longest wait for a mail to be taken: a third of a tick. */
export const MAIL_MS_MAX = 20_000;
