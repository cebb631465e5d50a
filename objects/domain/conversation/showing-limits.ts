// The hours around a showing, with the source of each number.

/** Asked whether the showing stands: the day before, and a few hours before. */
export const ASK_STAGES = ["day_before", "same_day"] as const;
export type AskStage = (typeof ASK_STAGES)[number];

/** product.md, Showings: whether it stands is asked 24 h and 3 h before. */
export const ASK_MS: Readonly<Record<AskStage, number>> = {
  day_before: 24 * 3_600_000,
  same_day: 3 * 3_600_000,
};
/** Nobody confirmed: the agent hears of it while there is still time not to drive there. */
export const TELL_AGENT_MS = 90 * 60_000;
/** An hour that fell into the night is asked this long before the night instead. */
export const EVENING_LEAD_MINUTES = 30;
