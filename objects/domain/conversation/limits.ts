// Every limit of the conversation machine, with the source of its number.

/** [C9] A burst is answered after at most this many quiet windows, so that a lead who keeps typing still gets an answer. */
export const QUIET_WINDOWS_MAX = 4;
/** [C25] A first read whose newest message is older than this is never answered automatically. */
export const BACKLOG_MS = 3 * 24 * 3_600_000;
/** Deadline of a hand-off: a first human action within 5 minutes (product measures). */
export const HAND_OFF_DEADLINE_MS = 5 * 60_000;
/** A second copy of a text this long after its click is ours too (an incident); later it is a person repeating it. */
export const DUPLICATE_WINDOW_MS = 24 * 3_600_000;
/** Messages kept per conversation; a longer thread is refused rather than cut. */
export const MESSAGES_MAX = 5_000;
/** Characters of a preview in lists. */
export const PREVIEW_CHARS = 140;
