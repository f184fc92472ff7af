/** People's histories as thresholds see them: when their share of active ties rose, and what they did. */
import { escapeProb, type ContagionRule } from "../../engine/contagion.ts";
import { log } from "../../engine/math.ts";
import type { Ties } from "../../engine/rows.ts";
import { freshTies } from "./exposure.ts";
import { normalTail } from "./normal.ts";
import { NEVER, type Individuals } from "./series.ts";

/** People who saw the same and did the same. */
export interface History {
  readonly people: number;
  /** Periods stayed out; the adoption, if any, is in the next. */
  readonly stayed: number;
  readonly isAdopter: boolean;
  /** The shares of active ties that were there one after another, as places in `shares`, ascending. */
  readonly levels: readonly number[];
  /** The period from which on each was there. */
  readonly since: readonly number[];
}

export interface Histories {
  readonly periods: number;
  /** Every share of active ties that anybody saw, rounded as the engine rounds it. */
  readonly shares: Float64Array;
  readonly list: readonly History[];
}

/** Everybody's history, alike ones together. Without ties no share is ever reached. */
export function historiesOf(people: Individuals, ties: Ties): Histories {
  const found = new Map<string, History>();
  const places = new Map<number, number>();
  const placeOf = (share: number): number => {
    const known = places.get(share) ?? places.size;
    places.set(share, known);
    return known;
  };
  for (let a = 0; a < people.adoptedAt.length; a++) {
    const one = historyOf(a, people, ties, placeOf);
    const key = `${one.stayed} ${one.isAdopter} ${one.levels.join()} ${one.since.join()}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, people: known.people + 1 } : one);
  }
  return { periods: people.periods, shares: Float64Array.from(places.keys()), list: [...found.values()] };
}

function historyOf(a: number, people: Individuals, ties: Ties, placeOf: (share: number) => number): History {
  const isAdopter = people.adoptedAt[a] !== NEVER;
  const stayed = isAdopter ? people.adoptedAt[a] : people.periods;
  const degree = ties.offsets[a + 1] - ties.offsets[a];
  const levels: number[] = [];
  const since: number[] = [];
  const fresh = freshTies(a, people, ties);
  const last = isAdopter ? stayed : stayed - 1;
  for (let t = 0, active = 0; t <= last && degree > 0; active += fresh[t], t++) {
    const level = placeOf(Math.fround(active / degree));
    if (level === levels.at(-1)) continue;
    levels.push(level);
    since.push(t);
  }
  return { people: 1, stayed, isAdopter, levels, since };
}

/** Thresholds across people: normal, below 0 → 0. */
export interface Thresholds {
  readonly mean: number;
  readonly sd: number;
}

/**
 * Log-likelihood of the histories under a kernel of spontaneous adoption and a threshold on the share of ties: each
 * person has one threshold for good, nobody knows whose is which, so it is averaged over.
 */
export function thresholdLikelihood(
  { periods, shares, list }: Histories,
  rule: ContagionRule,
  outside: number,
  { mean, sd }: Thresholds,
): number {
  const below = escapeProb(rule, outside, 0, 1, 0, 1);
  const reached = escapeProb(rule, outside, 1, 1, 0, 1);
  const met = shares.map((share) => 1 - normalTail((share - mean) / sd));
  const stayBelow = powersOf(below, periods);
  const stayReached = powersOf(reached, periods);
  let sum = 0;
  for (const { people, stayed, isAdopter, levels, since } of list) {
    let likelihood = 0;
    let before = 0;
    for (let k = 0; k < levels.length; k++) {
      const upTo = met[levels[k]];
      likelihood += (upTo - before) * stayBelow[since[k]] * stayReached[stayed - since[k]];
      before = upTo;
    }
    const unmet = (1 - before) * stayBelow[stayed];
    sum += people * log(isAdopter ? likelihood * (1 - reached) + unmet * (1 - below) : likelihood + unmet);
  }
  return sum;
}

/** 1, x, x², … up to x to the power of `most`. */
function powersOf(x: number, most: number): Float64Array {
  const powers = new Float64Array(most + 1).fill(1);
  for (let n = 1; n <= most; n++) powers[n] = powers[n - 1] * x;
  return powers;
}
