// Every limit of an account's clock and visits, with the source of its number.

/** A visit that was not renewed for this long is over. The visitor renews every VISIT_RENEW_MS. */
export const VISIT_LEASE_MS = 20_000;
export const VISIT_RENEW_MS = 5_000;
/** A poll signal that nobody acted on is repeated after this long. */
export const POLL_SIGNAL_AGAIN_MS = 15_000;
/** Share of the interval by which a poll is spread to either side, so that accounts do not march in step. */
export const POLL_SPREAD = 0.2;
/** Between two visits of one account, whatever asks for them (platforms.md 8: a slow pace). */
export const VISIT_GAP_MS = 250;
/** Who finds the account busy comes back after this long. */
export const BUSY_RETRY_MS = 1_000;
/** Delay after the first fault; doubles with each one in a row up to the maximum. */
export const FAULT_DELAY_MS_MIN = 2_000;
export const FAULT_DELAY_MS_MAX = 15 * 60_000;
