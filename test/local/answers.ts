// Waits until a local server answers, and asks it things. Only for addresses of this machine.
import { setTimeout as sleep } from "node:timers/promises";

const LOOK_AGAIN_MS = 100;
const REQUEST_MS_MAX = 10_000;

/** True as soon as the address answers with a good status; false when it did not within `deadlineMs`. */
export async function answersWithin(url: string, deadlineMs: number, isOver: () => boolean): Promise<boolean> {
  const endMs = performance.now() + deadlineMs;
  while (performance.now() < endMs && !isOver()) {
    if (await isGood(url)) return true;
    await sleep(LOOK_AGAIN_MS);
  }
  return false;
}

/** True when the address answers with a good status now. */
export async function isGood(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(REQUEST_MS_MAX) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
