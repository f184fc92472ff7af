/** People at risk, period by period, counted by what the kernel sees of them: active ties and ties. */
import type { Ties } from "../../engine/rows.ts";
import { NEVER, type Individuals } from "./series.ts";

/** Groups of people at risk in one period who see the same; columns of equal length. */
export interface Exposures {
  readonly period: Uint32Array;
  /** Whose outside influence they share: the period, or group × periods + period. */
  readonly stratum: Uint32Array;
  readonly stratumCount: number;
  /** Ties that had adopted before the period, as the engine's registration sees them. */
  readonly active: Float64Array;
  readonly ties: Float64Array;
  /** Of these people, how many stayed out and how many adopted in the period. */
  readonly stayed: Float64Array;
  readonly adopted: Float64Array;
}

/** Everybody sees everybody: one row a period. `market` ≥ all adoptions. */
export function mixedExposures(adoptions: Float64Array, market: number): Exposures {
  let before = 0;
  const active = adoptions.map((count) => (before += count) - count);
  const period = Uint32Array.from(adoptions, (_, t) => t);
  return {
    period,
    stratum: period,
    stratumCount: adoptions.length,
    active,
    ties: adoptions.map(() => market),
    stayed: adoptions.map((count, t) => market - active[t] - count),
    adopted: adoptions,
  };
}

/**
 * People in a network, alike ones together. With `byGroup`, people of different groups are kept apart.
 * Exposure is to ties of the periods before (lag 1), every tie alike, as the engine has it.
 */
export function tiedExposures(people: Individuals, ties: Ties, byGroup = false): Exposures {
  const { periods, adoptedAt } = people;
  const index = new Map<string, number>();
  const rows: [period: number, stratum: number, active: number, ties: number][] = [];
  const counts: [stayed: number, adopted: number][] = [];
  for (let a = 0; a < adoptedAt.length; a++) {
    const fresh = freshTies(a, people, ties);
    const degree = ties.offsets[a + 1] - ties.offsets[a];
    const last = adoptedAt[a] === NEVER ? periods - 1 : adoptedAt[a];
    let active = 0;
    for (let t = 0; t <= last; t++) {
      if (t > 0) active += fresh[t - 1];
      const stratum = byGroup ? people.group[a] * periods + t : t;
      const key = `${stratum} ${active} ${degree}`;
      let row = index.get(key);
      if (row === undefined) {
        row = rows.length;
        index.set(key, row);
        rows.push([t, stratum, active, degree]);
        counts.push([0, 0]);
      }
      counts[row][t === adoptedAt[a] ? 1 : 0]++;
    }
  }
  return {
    period: Uint32Array.from(rows, ([t]) => t),
    stratum: Uint32Array.from(rows, ([, stratum]) => stratum),
    stratumCount: byGroup ? people.groupNames.length * periods : periods,
    active: Float64Array.from(rows, ([, , active]) => active),
    ties: Float64Array.from(rows, ([, , , degree]) => degree),
    stayed: Float64Array.from(counts, ([stayed]) => stayed),
    adopted: Float64Array.from(counts, ([, adopted]) => adopted),
  };
}

/** How many of a person's ties adopted in each period. */
export function freshTies(a: number, { adoptedAt, periods }: Individuals, ties: Ties): Uint32Array {
  const fresh = new Uint32Array(periods);
  for (let i = ties.offsets[a]; i < ties.offsets[a + 1]; i++) {
    const t = adoptedAt[ties.neighbours[i]];
    if (t !== NEVER) fresh[t]++;
  }
  return fresh;
}
