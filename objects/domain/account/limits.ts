// Every limit of an account's clock and visits, with the source of its number.

/** A visit that was not renewed for this long is over. The visitor renews every VISIT_RENEW_MS. */
export const VISIT_LEASE_MS = 20_000;
export const VISIT_RENEW_MS = 5_000;
/** A poll signal that nobody acted on is repeated after this long. */
export const POLL_SIGNAL_AGAIN_MS = 15_000;
/** [A15] While a signal or a visit is out, how often it is looked whether the process that has it still lives. With the
 *  time a start takes, work resumes within 5 s of a restart. */
export const LOOK_AGAIN_MS = 2_500;
/** Share of the interval by which a poll is spread to either side, so that accounts do not march in step. */
export const POLL_SPREAD = 0.2;
/** [A11] After traffic the first pause is this part of the interval; leads who just wrote tend to write again. */
export const POLL_FASTER_TIMES = 4;
/** [A11] No pause between two polls is shorter by itself. */
export const POLL_FASTEST_MS = 1_000;
/** [A12] The gap between two visits grows by up to this share, by chance: a person does not click in step either. */
export const VISIT_GAP_SPREAD = 0.5;
/** Who finds the account busy comes back after this long. */
export const BUSY_RETRY_MS = 1_000;
/** [A22] What a message needs from being due to asking for the account: an alarm, a queue, a consumer. Measured: below 1 s. */
export const SEND_COMES_BACK_MS = 1_000;
/** [A22] So long a poll steps back at most: a lead who writes is heard although many messages leave. */
export const POLL_YIELDS_MS_MAX = 10_000;
/** Delay after the first fault; doubles with each one in a row. */
export const FAULT_DELAY_MS_MIN = 2_000;
/** [A16] So many faults in a row open the breaker: one may be chance, two a bad moment. */
export const BREAKER_FAULTS = 3;
/** [A16] First pause of an open breaker (platforms.md 6); doubles with every trial that fails, up to the maximum. */
export const BREAKER_PAUSE_MS_MIN = 30_000;
export const BREAKER_PAUSE_MS_MAX = 15 * 60_000;
/** [A20] Longest wait after faults of our own browser: a lost one is replaced in seconds, a busy service frees one in a minute. */
export const BROWSER_WAIT_MS_MAX = 30_000;
/** [A17] The pause after "too many requests" when the platform names none. */
export const RATE_LIMIT_PAUSE_MS = 5 * 60_000;
/** [A17] No platform is believed when it asks for a longer pause: then a person shall look. */
export const RATE_LIMIT_PAUSE_MS_MAX = 24 * 3_600_000;
/** [A17] So many "too many requests" without a good visit between them are an answer: the account stops. */
export const RATE_LIMITS_MAX = 3;
/** [A13] How many messages may leave at once before the hourly budget spaces them: a sixth of it. */
export const SEND_BURST_SHARE = 6;
/** [A14] Wakes by mail: so many at once, then one in WAKE_EVERY_MS, so that a flood of mails does not become one of visits. */
export const WAKE_BURST = 6;
export const WAKE_EVERY_MS = 30_000;
/** Latency samples kept per account; the newest. */
export const LATENCY_SAMPLES_MAX = 500;
