// Percentiles of measured values, by nearest rank: every percentile is a value that was really measured.

/** NaN when nothing was measured. `share` in [0, 1]; `values` in any order. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
