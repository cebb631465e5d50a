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

/** A job that only waits for its turn comes back this often. Below the retries of every queue in wrangler.toml. */
export const WAITS_MAX = 4;

/**
 * Tells the queue. Every retry counts towards the dead-letter queue, and waiting for one's turn is no failure: after
 * WAITS_MAX of it the message is let go, because its actor signals the job again for as long as it is wanted.
 */
export function settle(message: Pick<Message, "attempts" | "ack" | "retry">, result: JobResult): void {
  if (result.next === "done" || message.attempts > WAITS_MAX) message.ack();
  else message.retry({ delaySeconds: result.delaySeconds });
}
