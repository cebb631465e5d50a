// How long to wait before the next attempt to reach the server.

export const BACKOFF_MS_MIN = 500;
export const BACKOFF_MS_MAX = 30_000;

/** Doubles per failed attempt up to a cap; half of it is random so that clients do not return all at once. `random` is 0..1. */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * 2 ** Math.min(failures, 16));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
