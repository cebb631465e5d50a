// Every limit of the slot engine, with the source of its number.

/** Issue "Showings that can be kept": more are refused. */
export const AGENTS_MAX = 1_000;
export const BOOKINGS_MAX = 50_000;
export const PRIORITY_MIN = 1;
export const PRIORITY_MAX = 1_000;

/** A showing further ahead than a year is not a showing; it also bounds the answer. */
export const HORIZON_DAYS_MAX = 366;
/** A day, in minutes: no showing, step or buffer is longer. */
export const SPAN_MINUTES_MAX = 1_440;
/** Notice beyond the longest horizon leaves nothing to offer. */
export const NOTICE_MINUTES_MAX = HORIZON_DAYS_MAX * 1_440;
/** An open house: beyond it nobody counts heads by bookings. */
export const GROUP_SIZE_MAX = 1_000;
export const SHOWINGS_PER_DAY_MAX = 1_000;
/** Rules of one agent: 24 intervals on each day of the week. */
export const WEEKLY_RULES_MAX = 168;
/** Overrides of one agent: three intervals on every day of the longest horizon. */
export const OVERRIDES_MAX = 3 * HORIZON_DAYS_MAX;
/** Windows of one unit: several on every day of the longest horizon. */
export const WINDOWS_MAX = 5_000;
/** An id of any system we know is shorter; a UUID has 36 characters. */
export const ID_CHARS_MAX = 200;
/** The longest name in the IANA database has 32 characters. */
export const ZONE_CHARS_MAX = 64;
/** Zone names are case-blind, so the same zone can come under many names; the IANA database has about 600. */
export const ZONES_CACHED_MAX = 1_000;
/** Years whose days and zones can be trusted: before, zones have offsets of odd seconds; after, nobody knows them. */
export const YEAR_MIN = 1970;
export const YEAR_MAX = 2199;
/** Issue "Showings that can be kept": an ask for a tour gets two to four times. */
export const OFFERED_MIN = 2;
export const OFFERED_MAX = 4;
/** Two times of a day closer than this are no choice for a lead. */
export const NEAR_MINUTES = 120;
/** A pasted line of availability: the longest that makes sense names every day with three intervals. */
export const LINE_CHARS_MAX = 500;
