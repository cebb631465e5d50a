// The limits of this room, each with the source of its number. Nothing else.

/** product.md, "Product measures": wrong automatic sends ≤ 1 %. */
export const WRONG_SHARE_MAX = 0.01;
/** The fewest judged replies whose Wilson upper bound can be within WRONG_SHARE_MAX: with no wrong one, z² / (n + z²) ≤ 0.01. */
export const EVIDENCE_REPLIES_MIN = 381;
/** Texts this alike, with the same facts, are the same answer: one word in twenty, which is a greeting or a signature. */
export const SAME_ANSWER_MIN = 0.95;
/** A text of ours has 5,000 characters at most, which is about 1,000 words; what follows is not compared. */
export const WORDS_COMPARED_MAX = 1_200;
/** Decisions kept per conversation: more turns than any talk with a lead has. */
export const DECISIONS_KEPT_MAX = 50;
/** Characters of one stored input. A long thread has some 100,000; a row of an actor's storage may have 2 MB. */
export const INPUT_CHARS_MAX = 500_000;
