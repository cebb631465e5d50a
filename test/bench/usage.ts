// What a hosted run would be billed for, as plain counts, and how counts are added and taken apart. Pure.

/** Every name is a line of a bill. Milliseconds and rows are counts too. */
export const COUNTERS = [
  "workerRequests",
  "workerCpuMs",
  "queueOperations",
  "objectRequests",
  "objectActiveMs",
  "objectRowsRead",
  "objectRowsWritten",
  "databaseRowsRead",
  "databaseRowsWritten",
  "kvReads",
  "browserLaunches",
] as const;
export type Counter = (typeof COUNTERS)[number];
export type Usage = Readonly<Record<Counter, number>>;

/** One stay of a visitor on a platform: a page was open in a browser all the time. */
export type VisitMade = {
  readonly accountId: string;
  readonly purpose: "poll" | "send" | "reconcile" | "listings";
  readonly beganAtMs: number;
  readonly endedAtMs: number;
};

export type Reading = { readonly usage: Usage; readonly visits: readonly VisitMade[] };

export const NO_USAGE: Usage = usageOf(() => 0);

export function usageOf(count: (counter: Counter) => number): Usage {
  return Object.fromEntries(COUNTERS.map((counter) => [counter, count(counter)])) as Record<Counter, number>;
}

/** `a` and `times` times `b`. */
export function plus(a: Usage, b: Usage, times = 1): Usage {
  return usageOf((counter) => a[counter] + times * b[counter]);
}

/** A share of it: `usage` was the price of `parts` equal things. */
export function per(usage: Usage, parts: number): Usage {
  return usageOf((counter) => (parts === 0 ? 0 : usage[counter] / parts));
}

export function secondsOf(visits: readonly VisitMade[]): number {
  return visits.reduce((sum, { beganAtMs, endedAtMs }) => sum + (endedAtMs - beganAtMs) / 1_000, 0);
}
