// Measures how long unsent work stands still after a restart: from the first healthy answer of a restarted product until
// the first sign that work which was accepted before the kill, and is not on its platform yet, moves again: a message of
// it on the platform, or another sending state of its conversation on the board. Signs are read from the twins and from
// the board's table, never by asking a conversation itself, because asking would wake it.
// A restart without such work is not measured. A kill that comes before any sign counts with the time until that kill.
// A recovery during which something else was broken as well is measured too, and counted apart.

/** Per key of unsent work: how it stood. Any difference to the first look is a move. */
export type Standing = ReadonlyMap<string, string>;

export type Recovered = {
  readonly ms: number;
  /** True when another fault happened before the first sign. */
  readonly isDisturbed: boolean;
};

export type Recovery = {
  /** The product answered again; `standing` is the first look after it. */
  restarted(nowMs: number, standing: Standing): void;
  looked(nowMs: number, standing: Standing): void;
  killed(nowMs: number): void;
  /** Something other than the product was broken. */
  disturbed(): void;
  /** In the order in which they ended. */
  measured(): readonly Recovered[];
};

export function makeRecovery(): Recovery {
  let running: { readonly sinceMs: number; readonly first: Standing; isDisturbed: boolean } | null = null;
  const measured: Recovered[] = [];
  const stop = (nowMs: number): void => {
    if (running !== null) measured.push({ ms: nowMs - running.sinceMs, isDisturbed: running.isDisturbed });
    running = null;
  };
  return {
    restarted: (nowMs, standing) => {
      running = standing.size === 0 ? null : { sinceMs: nowMs, first: standing, isDisturbed: false };
    },
    looked: (nowMs, standing) => {
      if (running === null) return;
      const hasMoved = [...running.first].some(([key, stood]) => standing.get(key) !== stood);
      if (hasMoved) stop(nowMs);
    },
    killed: stop,
    disturbed: () => {
      if (running !== null) running.isDisturbed = true;
    },
    measured: () => measured,
  };
}

/** 0 while nothing was measured. */
export function longestMs(recoveries: readonly Recovered[]): number {
  return Math.max(0, ...recoveries.map(({ ms }) => ms));
}
