/** Chance that is the same at every run: the measured town must not differ from one run to the next. */

export type Chance = () => number;

/** Numbers in [0, 1), by the generator mulberry32 (32 bits of state; Tommy Ettinger, public domain). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`, both included. */
export function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1));
}

export function oneOf<T>(chance: Chance, things: readonly T[]): T {
  const thing = things[Math.floor(chance() * things.length)];
  if (thing === undefined) throw new RangeError('nothing to choose from');
  return thing;
}

/** Random bytes for `uuidv7` and salts. */
export function bytesFrom(chance: Chance): (size: number) => Buffer {
  return (size) => {
    const bytes = Buffer.allocUnsafe(size);
    for (let at = 0; at < size; at += 1) bytes[at] = Math.floor(chance() * 256);
    return bytes;
  };
}

/**
 * Places 0 … n−1 in the order of their popularity, drawn with Zipf's law: the k-th most popular in proportion to 1/k^exponent.
 */
export function zipfPlaces(n: number, exponent: number, chance: Chance): () => number {
  const upTo = new Float64Array(n);
  let sum = 0;
  for (let place = 0; place < n; place += 1) {
    sum += 1 / (place + 1) ** exponent;
    upTo[place] = sum;
  }
  return () => {
    const wanted = chance() * sum;
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** `total` in whole shares in proportion to the weights; what rounding leaves over goes to the greatest fractions. */
export function shares(total: number, weights: Float64Array): Int32Array {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (weight / sum) * total);
  const whole = Int32Array.from(exact, Math.floor);
  const missing = total - whole.reduce((a, b) => a + b, 0);
  const order = Array.from(exact.keys()).sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (const place of order.slice(0, missing)) whole[place] = whole[place]! + 1;
  return whole;
}
