/** Random numbers that a seed repeats: every case of a run can be taken again by its number alone. */

export interface Random {
  /** A whole number from 0 up to `below`, exclusive. */
  int(below: number): number;
  pick<T>(values: readonly T[]): T;
  /** True once in `of` times. */
  once(of: number): boolean;
}

/** mulberry32, seeded with a run's seed and the number of the case. */
export function seeded(seed: number, index: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const int = (below: number): number => next() % Math.max(1, below);
  return {
    int,
    pick: (values) => {
      const value = values[int(values.length)];
      if (value === undefined) throw new RangeError('nothing to pick from');
      return value;
    },
    once: (of) => int(of) === 0,
  };
}
