// When unsent work resumes after a restart, as the send logs on disk tell it: a send that was due when the product answered
// again counts as resumed once it was claimed anew, or stands further than a claim. This is the product's own part; the
// first sign that a person could see (recovery.ts) also waits for a browser to start, to sign in and to click. Pure.
import type { SendOnDisk } from "./send-log-on-disk.ts";

type How = "waits" | "resumed";
type Standing = ReadonlyMap<string, { readonly platform: SendOnDisk["platform"]; readonly how: How }>;

/**
 * The sends of the dead that were due by `nowMs`, all waiting. A back-off or an undo hold that was not over then, and a send
 * whose fate is unknown, wait by rule (D2, D11, D13, D19) and are no measure of a restart.
 */
export function dueAtRestart(dead: readonly SendOnDisk[], nowMs: number): Standing {
  return new Map(dead.filter((send) => isDue(send, nowMs)).map(({ id, platform }) => [id, { platform, how: "waits" }]));
}

/** How the sends of the dead stand now. One that could not be read waits still. */
export function standingSince(dead: readonly SendOnDisk[], living: readonly SendOnDisk[]): Standing {
  return new Map(
    dead.map((before) => {
      const now = living.find(({ id }) => id === before.id);
      return [before.id, { platform: before.platform, how: now === undefined ? "waits" : movedFrom(before, now) }];
    }),
  );
}

function isDue({ state, notBeforeMs, releaseAtMs }: SendOnDisk, nowMs: number): boolean {
  if (state === "approved") return (releaseAtMs ?? 0) <= nowMs;
  return state === "claimed" || (state === "queued" && notBeforeMs <= nowMs);
}

function movedFrom(before: SendOnDisk, now: SendOnDisk): How {
  if (now.state === "approved" || now.state === "queued") return "waits";
  return now.state === "claimed" && now.token === before.token ? "waits" : "resumed";
}
