// The book of kills: for each, which sends were under way when it came and how far they were, so that a reader can see
// that the kills hit the steps they are meant to hit.
import { sendsOnDisk, WINDOWS, type Window, windowsOf } from "./send-log-on-disk.ts";
import type { Watch } from "./watch.ts";

/** What one kill found: how many sends stood where. */
export type Death = ReadonlyMap<Window, number>;

export type Deaths = {
  /** A fault begins: the next `note` belongs to it. */
  begin(): void;
  /** Something was killed just now. Only the first note of a fault counts. */
  note(): Promise<void>;
  /** What this fault's kill found; empty when nothing was under way. */
  latest(): Death;
};

export function makeDeaths(stateFolder: string, watch: Watch): Deaths {
  let latest: Death | null = null;
  return {
    begin: () => {
      latest = null;
    },
    note: async () => {
      if (latest !== null) return;
      const sends = sendsOnDisk(stateFolder, Date.now());
      await watch.lookAtTwins();
      latest ??= windowsOf(sends, watch.held());
    },
    latest: () => latest ?? new Map(),
  };
}

/** How many of these kills found at least one send there. */
export function killsThatFound(deaths: readonly Death[]): ReadonlyMap<Window, number> {
  return new Map(WINDOWS.map((window) => [window, deaths.filter((death) => death.has(window)).length]));
}
