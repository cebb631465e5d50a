// When unsent work resumes after a restart, as the event logs on disk tell it: from the first healthy answer until a send
// that was due is claimed anew, on each platform by itself. This is the product's own part; the first sign that a person
// could see (recovery.ts) also waits for a browser that starts, signs in and clicks, one visit of an account at a time. Pure.
import type { Recovered } from "./recovery.ts";
import type { Claim, SendOnDisk } from "./send-log-on-disk.ts";

const OPEN: readonly SendOnDisk["state"][] = ["approved", "queued", "claimed", "delivering", "unknown"];

/** One restart: what the dead left, and when. */
export type Restart = {
  /** In the order in which they were written. */
  readonly dead: readonly SendOnDisk[];
  readonly diedAtMs: number;
  readonly healthyAtMs: number;
  /** Until here the logs were looked at: the next kill, or the end. */
  readonly untilMs: number;
  /** When the next fault happened; null when none did. */
  readonly disturbedAtMs: number | null;
};

/**
 * One measure for each platform that had a send which was due at the first healthy answer. A back-off or an undo hold that
 * was not over then, a send whose fate is unknown, and one that stands behind it in its conversation wait by rule (D2, D11,
 * D13, D19) and are no measure of a restart.
 * A claim before the first healthy answer took no time; a platform without any took until the end.
 */
export function resumptionsOf(restart: Restart, claims: readonly Claim[]): readonly Recovered[] {
  const { dead, diedAtMs, healthyAtMs, untilMs, disturbedAtMs } = restart;
  const due = Map.groupBy(
    firstOfEachThread(dead).filter((send) => isDue(send, healthyAtMs)),
    ({ platform }) => platform,
  );
  return [...due].map(([platform, sends]) => {
    const ids = new Set(sends.map(({ id }) => id));
    const times = claims.filter((claim) => ids.has(claim.sendId) && claim.atMs > diedAtMs).map(({ atMs }) => atMs);
    const claimedAtMs = Math.min(untilMs, ...times);
    const isDisturbed = disturbedAtMs !== null && disturbedAtMs < claimedAtMs;
    return { platform, ms: Math.max(0, claimedAtMs - healthyAtMs), isDisturbed };
  });
}

/** The sends of a conversation leave one after the other: only the first that is not over can be due. */
function firstOfEachThread(sends: readonly SendOnDisk[]): readonly SendOnDisk[] {
  const open = sends.filter(({ state }) => OPEN.includes(state));
  return [...Map.groupBy(open, ({ platform, threadId }) => `${platform} ${threadId}`).values()].flatMap((of) =>
    of.slice(0, 1),
  );
}

function isDue({ state, notBeforeMs, releaseAtMs }: SendOnDisk, nowMs: number): boolean {
  if (state === "approved") return (releaseAtMs ?? 0) <= nowMs;
  return state === "claimed" || (state === "queued" && notBeforeMs <= nowMs);
}
