/** A seeded source of chance (mulberry32): the same seed has the same purchases and plans. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  chance(share: number): boolean;
  /** A whole number in [from, to]. */
  whole(from: number, to: number): number;
  pick<T>(options: readonly [T, ...T[]]): T;
  /** A source of its own, which what others draw does not move. */
  fork(name: number): Random;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (options) => options[whole(0, options.length - 1)] ?? options[0],
    fork: (name) => createRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(name + 1, 0x85ebca6b)),
  };
}
