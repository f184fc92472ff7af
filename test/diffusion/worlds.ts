/** Series made by the production engine, of known coefficients: what a fit has to find again. */
import type { Parameters } from "../../engine/index.ts";
import { adoptionsOf, type Individuals } from "../../scenarios/diffusion/series.ts";
import { spreadAdoption } from "../../scenarios/diffusion/spread.ts";
import type { Pairs } from "../../scenarios/index.ts";
import { seedWords } from "../../scenarios/seeds.ts";
import { diceOf } from "../oracles/cascade.ts";

export interface Made {
  readonly people: Individuals;
  readonly pairs: Pairs;
  readonly adoptions: Float64Array;
}

/** A random network of a mean degree, without loops and repeats. */
function randomPairs(seed: string, people: number, meanDegree: number): Pairs {
  const dice = diceOf(seed);
  const found = new Set<number>();
  while (found.size < (people * meanDegree) / 2) {
    const [a, b] = dice.several(2, people).toSorted((x, y) => x - y);
    found.add(a * people + b);
  }
  const pairs = [...found];
  return {
    source: Uint32Array.from(pairs, (pair) => Math.floor(pair / people)),
    target: Uint32Array.from(pairs, (pair) => pair % people),
  };
}

/** People 0, 1, … and when they adopted. */
export function peopleOf(adoptedAt: Int32Array, periods: number, groupCount = 0): Individuals {
  return {
    form: "individuals",
    firstPeriod: 0,
    periods,
    ids: Array.from(adoptedAt, (_, a) => String(a)),
    adoptedAt,
    group: Uint16Array.from(groupCount > 0 ? adoptedAt : [], (_, a) => a % groupCount),
    groupNames: Array.from({ length: groupCount }, (_, g) => `group ${g}`),
  };
}

export interface Recipe {
  readonly seed: string;
  readonly people: number;
  readonly meanDegree: number;
  readonly periods: number;
  readonly parameters: Partial<Parameters>;
  readonly outside?: readonly number[];
}

/** Lets adoption spread once in a network of its own. */
export function makeSeries({ seed, people, meanDegree, periods, parameters, outside }: Recipe): Made {
  const pairs = randomPairs(seed, people, meanDegree);
  const adoptedAt = spreadAdoption({
    people,
    ties: { kind: "imported", ...pairs },
    parameters,
    ...(outside ? { outside } : {}),
    periods,
    seed: seedWords(seed),
    replicate: 0,
  });
  const made = peopleOf(adoptedAt, periods);
  return { people: made, pairs, adoptions: adoptionsOf(made) };
}
