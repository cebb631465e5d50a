// A share with what is known of it: Wilson's score interval, which also says something when nothing, or everything, was a hit.
// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).

/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959964;

export type Share = {
  readonly hits: number;
  readonly of: number;
  readonly share: number;
  /** The 95 % interval. */
  readonly low: number;
  readonly high: number;
};

/** `hits` of `of`; null when there is nothing to have a share of. */
export function shareOf(hits: number, of: number): Share | null {
  if (of === 0) return null;
  const share = hits / of;
  const scale = 1 + Z ** 2 / of;
  const middle = share + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const low = hits === 0 ? 0 : Math.max(0, (middle - half) / scale);
  const high = hits === of ? 1 : Math.min(1, (middle + half) / scale);
  return { hits, of, share, low, high };
}
