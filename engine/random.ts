/** Keyed draws: every random number is a function of (run, process, week, employee), never of what was drawn before. */

/** Names of the streams. Append-only: a number is part of every published result. */
export const STREAM = {
  turnover: 1,
  interventions: 2,
  facilitation: 4,
  registration: 5,
  visits: 6,
  communities: 7,
  reach: 8,
  problems: 9,
  learning: 10,
  engagement: 11,
  health: 12,
  sponsors: 13,
  population: 20,
  ties: 21,
  shocks: 22,
  assumptions: 23,
  /** What a chronicler picks; it decides nothing in a run. */
  witness: 24,
} as const;

/** Two 32-bit words, signed: small integers are cheaper to keep than doubles. */
export interface Key {
  readonly k0: number;
  readonly k1: number;
}

const PARITY = 0x1bd11bda;

/**
 * Threefry-2x32 with 20 rounds (Salmon et al. 2011): two words of counter, two of key, two out. Written out, since a
 * loop over the amounts of rotation takes five times as long, and a week has some forty keys.
 */
export function threefry(counter0: number, counter1: number, key0: number, key1: number): Key {
  const k0 = key0 | 0;
  const k1 = key1 | 0;
  const k2 = PARITY ^ k0 ^ k1;
  let x0 = (counter0 + k0) | 0;
  let x1 = (counter1 + k1) | 0;
  x1 = rotate(x1, 13) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 15) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 26) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 6) ^ (x0 = (x0 + x1) | 0);
  x0 = (x0 + k1) | 0;
  x1 = (x1 + k2 + 1) | 0;
  x1 = rotate(x1, 17) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 29) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 16) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 24) ^ (x0 = (x0 + x1) | 0);
  x0 = (x0 + k2) | 0;
  x1 = (x1 + k0 + 2) | 0;
  x1 = rotate(x1, 13) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 15) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 26) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 6) ^ (x0 = (x0 + x1) | 0);
  x0 = (x0 + k0) | 0;
  x1 = (x1 + k1 + 3) | 0;
  x1 = rotate(x1, 17) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 29) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 16) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 24) ^ (x0 = (x0 + x1) | 0);
  x0 = (x0 + k1) | 0;
  x1 = (x1 + k2 + 4) | 0;
  x1 = rotate(x1, 13) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 15) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 26) ^ (x0 = (x0 + x1) | 0);
  x1 = rotate(x1, 6) ^ (x0 = (x0 + x1) | 0);
  x0 = (x0 + k2) | 0;
  x1 = (x1 + k0 + 5) | 0;
  return { k0: x0, k1: x1 };
}

/** Rotates 32 bits to the left. */
function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** The key of one replicate of a document's seed. */
export function runKey(seed: readonly [number, number], replicate: number): Key {
  return threefry(replicate, 0, seed[0], seed[1]);
}

/** The key of one stream in one week; `sub` (0–255) tells several draws of one process apart. */
export function weekKey(run: Key, stream: number, sub: number, week: number): Key {
  return threefry((stream << 8) | sub, week, run.k0, run.k1);
}

/** One uniform unsigned 32-bit draw for an id: two 32-bit mixes of the id with the key. */
export function draw(id: number, k0: number, k1: number): number {
  let h = id ^ k0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  h ^= h >>> 15;
  h = (h + k1) | 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x21f0aaad);
  h ^= h >>> 15;
  h = Math.imul(h, 0x735a2d97);
  h ^= h >>> 15;
  return h >>> 0;
}

/** 2³²: a probability test is `draw(…) < p * TWO32`. */
export const TWO32 = 4294967296;

/** A draw as the middle of its cell in (0, 1), for inverse distribution functions. */
export function uniform(id: number, key: Key): number {
  return (draw(id, key.k0, key.k1) + 0.5) / TWO32;
}
