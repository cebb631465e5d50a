// Measures how long unsent work stands still after a restart, on each platform by itself, so that one that moves does not
// hide another: from the first healthy answer of a restarted product until the first sign that work of that platform, which
// was accepted before the kill and is not there yet, moves again: a message of it on the platform, or another sending state
// of its conversation on the board. Signs are read from the twins and from the board's table, never by asking a conversation
// itself, because asking would wake it.
// A platform without such work is not measured. A kill that comes before any sign counts with the time until that kill.
// A recovery during which something else was broken as well is measured too, and counted apart.
import type { Platform } from "#domain/platform";

/** Per key of unsent work: where it belongs and how it stood. Any difference to the first look is a move. */
export type Standing = ReadonlyMap<string, { readonly platform: Platform; readonly how: string }>;

export type Recovered = {
  readonly platform: Platform;
  readonly ms: number;
  /** True when another fault happened before the first sign. */
  readonly isDisturbed: boolean;
};

export type Recovery = {
  /** The product answered again; `standing` is the first look after it. */
  restarted(nowMs: number, standing: Standing): void;
  looked(nowMs: number, standing: Standing): void;
  killed(nowMs: number): void;
  /** Something was broken. */
  disturbed(): void;
  /** In the order in which they ended. */
  measured(): readonly Recovered[];
};

export function makeRecovery(): Recovery {
  const running = new Map<Platform, { readonly sinceMs: number; readonly first: Standing; isDisturbed: boolean }>();
  const measured: Recovered[] = [];
  const stop = (platform: Platform, nowMs: number): void => {
    const from = running.get(platform);
    if (from === undefined) return;
    measured.push({ platform, ms: nowMs - from.sinceMs, isDisturbed: from.isDisturbed });
    running.delete(platform);
  };
  return {
    restarted: (nowMs, standing) => {
      for (const [platform, of] of Map.groupBy(standing, ([, { platform }]) => platform)) {
        running.set(platform, { sinceMs: nowMs, first: new Map(of), isDisturbed: false });
      }
    },
    looked: (nowMs, standing) => {
      for (const [platform, { first }] of [...running]) {
        if ([...first].some(([key, { how }]) => standing.get(key)?.how !== how)) stop(platform, nowMs);
      }
    },
    killed: (nowMs) => {
      for (const platform of [...running.keys()]) stop(platform, nowMs);
    },
    disturbed: () => {
      for (const from of running.values()) from.isDisturbed = true;
    },
    measured: () => measured,
  };
}

/** 0 while nothing was measured. */
export function longestMs(recoveries: readonly Recovered[]): number {
  return Math.max(0, ...recoveries.map(({ ms }) => ms));
}
