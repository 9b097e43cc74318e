// Random choices that come out the same again: a failure's seed repeats it.

export interface SeededRandom {
  /** A whole number from 0 to `below` − 1. */
  readonly int: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
  readonly chance: (probability: number) => boolean;
  /** `length` characters of `alphabet`. */
  readonly text: (alphabet: string, length: number) => string;
}

/** mulberry32: small, quick, good enough to choose with, and nothing else. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (below: number) => Math.floor(next() * below);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[int(list.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  return {
    int,
    pick,
    bytes: (length) => Uint8Array.from({ length }, () => int(256)),
    chance: (probability) => next() < probability,
    text: (alphabet, length) => Array.from({ length }, () => pick([...alphabet])).join(''),
  };
}
