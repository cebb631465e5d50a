// Every limit of the send machine, with the source of its number.

/** A claim that reached no click by then is void. A visit with login and a slow page takes about 60 s. */
export const CLAIM_LEASE_MS = 90_000;
/** From the click to the report: the proof is watched for 15 s (platforms.md 1.3) and one fresh read follows. */
export const DELIVERING_LEASE_MS = 60_000;
/** After the last chance of a click to arrive: platforms were seen to answer after more than 15 s (platforms.md 9). */
export const SETTLE_MS = 20_000;
/** Between two reads that both count as absent. */
export const ABSENT_READ_GAP_MS = 10_000;
/** Complete reads without the message before it may be sent once more (product.md, sending rule 6). */
export const ABSENT_READS_NEEDED = 2;
export const RESENDS_MAX = 1;
/** How long a person waits before an unresolved send becomes theirs. */
export const UNKNOWN_MS_MAX = 30 * 60_000;
/** Faults before the click that are tried again. With the delays below: about 8 minutes of trying. */
export const FAULTS_MAX = 8;
/** [D19] A send whose account was busy or pausing looks again after this long at the latest. */
export const RELEASED_MS_MAX = 60_000;
export const RETRY_DELAY_MS_MIN = 2_000;
export const RETRY_DELAY_MS_MAX = 120_000;

/** [D13] 2 s, 4 s, 8 s … capped at 2 minutes; `faults` counts from 1. A platform's own Retry-After wins when it is longer. */
export function retryDelayMs(faults: number, retryAfterMs: number): number {
  const growing = RETRY_DELAY_MS_MIN * 2 ** Math.min(faults - 1, 16);
  return Math.max(Math.min(growing, RETRY_DELAY_MS_MAX), retryAfterMs);
}
