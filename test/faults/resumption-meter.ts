// Takes what resumption.ts needs from the disk: the send logs of the dead, and the claims of their next life.
import type { Recovered } from "./recovery.ts";
import { type Restart, resumptionsOf } from "./resumption.ts";
import { claimsOnDisk, sendsOnDisk } from "./send-log-on-disk.ts";

export type Resumption = {
  /** Right after everything died; `start` resolves at the first healthy answer. */
  measure(diedAtMs: number, start: () => Promise<void>): Promise<void>;
  disturbed(): void;
  /** Looks at the logs of the restart under way, if any. */
  finish(): void;
  measured(): readonly Recovered[];
};

export function makeResumption(stateFolder: string): Resumption {
  let open: Omit<Restart, "untilMs"> | null = null;
  const measured: Recovered[] = [];
  return {
    measure: async (diedAtMs, start) => {
      const dead = sendsOnDisk(stateFolder, diedAtMs);
      await start();
      open = { dead, diedAtMs, healthyAtMs: Date.now(), disturbedAtMs: null };
    },
    disturbed: () => {
      if (open !== null) open = { ...open, disturbedAtMs: open.disturbedAtMs ?? Date.now() };
    },
    finish: () => {
      if (open === null) return;
      measured.push(...resumptionsOf({ ...open, untilMs: Date.now() }, claimsOnDisk(stateFolder, open.diedAtMs)));
      open = null;
    },
    measured: () => measured,
  };
}
