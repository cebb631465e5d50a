// Every limit of the conversation machine, with the source of its number.

/** [C9] A burst is answered after at most this many quiet windows, so that a lead who keeps typing still gets an answer. */
export const QUIET_WINDOWS_MAX = 4;
/** [C25] A first read whose newest message is older than this is never answered automatically. */
export const BACKLOG_MS = 3 * 24 * 3_600_000;
/** Deadline of a hand-off: a first human action within 5 minutes (product measures). */
export const HAND_OFF_DEADLINE_MS = 5 * 60_000;
/** [C81] Holidays of an agency are shorter than this; hours that do not open within it are taken for a mistake. */
export const CLOSED_DAYS_MAX = 62;
/** [C81] Closed dates an organisation may name: every day of the year, in case. */
export const CLOSED_DATES_MAX = 366;
/** A second copy of a text this long after its click is ours too (an incident); later it is a person repeating it. */
export const DUPLICATE_WINDOW_MS = 24 * 3_600_000;
/** Messages kept per conversation; a longer thread is refused rather than cut. */
export const MESSAGES_MAX = 5_000;
/** Characters of a preview in lists. */
export const PREVIEW_CHARS = 140;
/** [C60] A follow-up comes this long after our last unanswered message, the second this long after the first (product.md). */
export const FOLLOW_UP_1_AFTER_MS = 24 * 3_600_000;
export const FOLLOW_UP_2_AFTER_MS = 48 * 3_600_000;
/** [C68] After the second follow-up the lead's silence ends the conversation (product.md). */
export const NO_REPLY_AFTER_MS = 72 * 3_600_000;
/** [C66] Quiet hours on the unit's wall clock, in minutes of the day, and how recently a lead wrote who is awake (product.md). */
export const QUIET_FROM_MINUTE = 21 * 60;
export const QUIET_UNTIL_MINUTE = 8 * 60;
export const LEAD_AWAKE_MS = 15 * 60_000;
/** [C71] A follow-up is put off by two weeks at most: later the lead has forgotten us, and the horizon of showings ends there too. */
export const SNOOZE_MS_MAX = 14 * 24 * 3_600_000;
