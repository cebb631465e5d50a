// Chance that can be repeated: the same seed gives the same row of numbers.

export type Chance = {
  /** At least `from`, less than `to`. */
  between(from: number, to: number): number;
  /** One of the list, each as likely as its weight says. */
  pick<T extends { readonly weight: number }>(list: readonly T[]): T;
  /** True in `percent` of 100 cases. */
  happens(percent: number): boolean;
};

/** A mulberry32 generator: 32 bits of state, good enough to choose faults with. */
export function makeChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (from, to) => from + next() * (to - from),
    happens: (percent) => next() * 100 < percent,
    pick: (list) => {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0);
      const chosen = list.find(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      const last = chosen ?? list.at(-1);
      if (last === undefined) throw new Error("there is nothing to pick from");
      return last;
    },
  };
}
