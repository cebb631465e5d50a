// Every limit of telling persons apart, with the source of its number.

/** [P7] Characters of one conversation that are searched for contacts; the longest threads known hold a tenth of it. */
export const SEARCHED_CHARS_MAX = 1_000_000;
/** [P7] Contacts of one conversation. A person has few; who lists many is not telling how to reach them. */
export const CONTACTS_MAX = 8;
/** RFC 5321, 4.5.3.1. */
export const LOCAL_PART_CHARS_MAX = 64;
export const DOMAIN_CHARS_MAX = 253;
/** ITU-T E.164. Eight is the shortest mobile number with its country code. */
export const PHONE_DIGITS_MIN = 8;
export const PHONE_DIGITS_MAX = 15;
/** Groups of digits of one number; "+33 1 23 45 67 89" has six. */
export const PHONE_GROUPS_MAX = 8;
/** Characters between two groups of digits of one number: ") - " has four, and nobody writes more. */
export const GAP_CHARS_MAX = 4;
/** Characters of the same line that are read for words which say what a number is. */
export const CUE_CHARS_BEFORE = 40;
export const CUE_CHARS_AFTER = 24;
/** Characters of a name that are compared. */
export const NAME_CHARS_MAX = 200;
/** [P8] Five platforms, some units on each: beyond this many conversations a contact is an agency's or a platform's. */
export const CONVERSATIONS_OF_CONTACT_MAX = 40;
/** [P9] Conversations of one person that one step reaches, nearest first; the next are reached from those. */
export const CONVERSATIONS_OF_PERSON_MAX = 200;
