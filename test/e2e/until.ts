// Waiting for something that happens by itself.

/** Asks again until the answer is not null; throws with `what` after the deadline. */
export async function until<T>(
  what: string,
  deadlineMs: number,
  ask: () => Promise<T | null>,
  everyMs = 150,
): Promise<T> {
  const endMs = Date.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > endMs) throw new Error(`waited ${deadlineMs / 1000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
