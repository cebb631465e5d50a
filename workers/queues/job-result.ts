// What a consumer says when it is through with a job.

/**
 * `done`: take it off the queue. `again`: the same job later. There is no third: what cannot be done is either told to an
 * actor, which keeps it, or thrown, which counts towards the dead-letter queue.
 */
export type JobResult = { readonly next: "done" } | { readonly next: "again"; readonly delaySeconds: number };

export const DONE: JobResult = { next: "done" };

/** The delay for a time in epoch milliseconds, in whole seconds, at least one and at most a minute. */
export function againAt(retryAtMs: number, nowMs: number): JobResult {
  const seconds = Math.ceil((retryAtMs - nowMs) / 1_000);
  return { next: "again", delaySeconds: Math.min(Math.max(seconds, 1), 60) };
}
