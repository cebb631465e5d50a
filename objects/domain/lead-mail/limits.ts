// Every limit of reading a platform's mail. Longer input is cut, never refused: the mail still wakes its poll.

/** Characters of a body that are looked at; the lead mails known hold a few thousand. */
export const BODY_CHARS_MAX = 200_000;
/** Lines of a body that are looked at. */
export const BODY_LINES_MAX = 4_000;
/** RFC 5322, 2.1.1: the longest line. */
export const LINE_CHARS_MAX = 998;
export const SUBJECT_CHARS_MAX = 998;
/** A name, a listing's title, or the words beside a date. */
export const FIELD_CHARS_MAX = 200;
/** What the lead wrote; the platforms themselves allow a few thousand. */
export const MESSAGE_CHARS_MAX = 10_000;
/** RFC 5321, 4.5.3.1. */
export const ADDRESS_CHARS_MAX = 254;
export const LOCAL_PART_CHARS_MAX = 64;
/** ITU-T E.164: digits of a telephone number; seven is the shortest that is written without an area code. */
export const PHONE_DIGITS_MIN = 7;
export const PHONE_DIGITS_MAX = 15;
/** Receiving servers' results that are looked at, and the characters of each. */
export const AUTHENTICATION_HEADERS_MAX = 20;
export const AUTHENTICATION_CHARS_MAX = 8_000;
