/** PRIM: the few ranges of a few assumptions in which most cases lie, how surely, and whether halves of the points agree. */
import { designKeys, permutation } from "../designs/draws.ts";
import { wilson } from "../wilson.ts";
import type { Estimate } from "../student.ts";
import {
  countOf,
  pointsIn,
  quasiP,
  released,
  restrictedFactors,
  wholeBox,
  type Box,
  type BoxCount,
  type Cases,
} from "./boxes.ts";
import { paste, peel, type Peeled, type PeelingOptions } from "./peeling.ts";

/** A factor's range in the box; null at an end that isn't cut. */
export interface Restriction {
  readonly factor: string;
  readonly low: number | null;
  readonly high: number | null;
  /** Chance of as many cases if this restriction chose points by lot. */
  readonly quasiP: number;
  /** Share of random halves of the points in which PRIM cuts the same end of the same factor. */
  readonly stability: number;
}

export interface Region extends BoxCount {
  readonly restrictions: readonly Restriction[];
  /** Share of all cases that are in the box, and share of the box's points that are cases. */
  readonly coverage: Estimate;
  readonly density: Estimate;
  /** The same of boxes found on a random half of the points and counted on the other: means over halvings. */
  readonly elsewhere: { readonly coverage: number; readonly density: number } | null;
}

export interface Discovery {
  /** All points and all cases. */
  readonly all: BoxCount;
  /** Coverage and density on the way from all points to the densest box. */
  readonly way: readonly { readonly coverage: number; readonly density: number; readonly factors: number }[];
  /** Undefined where nothing sets the cases apart: none, or all, or no box that chance wouldn't give. */
  readonly region: Region | undefined;
}

const OPTIONS: PeelingOptions = { slice: 0.05, leastMass: 0.05 };
const HALVINGS = 20;
/** Points of a half: more would only take longer. */
const HALF_MOST = 5000;
/** Quasi-p above which a restriction is dropped. */
const CHANCE = 0.05;
/** Fewer points in a half tell nothing of stability. */
const HALF_LEAST = 20;

/** @throws RangeError at columns of different lengths */
export function discover(cases: Cases, seed: string, options: PeelingOptions = OPTIONS): Discovery {
  const { factors, isCase } = cases;
  const wrong = factors.find(({ values }) => values.length !== isCase.length);
  if (wrong)
    throw new RangeError(
      `invalid factor "${wrong.name}"; not ${isCase.length} values: ${wrong.values.length}`,
    );
  const all = countOf(cases, Uint32Array.from(isCase.keys()));
  if (all.cases === 0 || all.cases === all.points) return { all, way: [], region: undefined };
  const whole = wholeBox(cases);
  const way = peel(cases, options);
  return {
    all,
    way: way.map(({ box, points, cases: own }) => ({
      coverage: own / all.cases,
      density: own / points,
      factors: restrictedFactors(box, whole).length,
    })),
    region: regionOf(cases, chosen(cases, way, options), all, seed, options),
  };
}

/** The box of a way that covers and is dense at once, without restrictions that chance would give, let out again. */
function chosen(cases: Cases, way: readonly Peeled[], options: PeelingOptions): Peeled {
  const total = way[0].cases;
  // The harmonic mean of coverage c/C and density c/n is 2c/(C + n).
  const balance = ({ points, cases: own }: Peeled): number => (2 * own) / (total + points);
  const best = way.reduce((a, b) => (balance(b) > balance(a) ? b : a));
  return paste(cases, withoutChance(cases, best.box), options);
}

/** Drops the restriction most likely to be luck, again and again, until none is. */
function withoutChance(cases: Cases, box: Box): Box {
  const whole = wholeBox(cases);
  const chances = chancesOf(cases, box);
  const worst = chances.reduce((a, b) => (b.quasiP > a.quasiP ? b : a), { factor: -1, quasiP: CHANCE });
  return worst.factor < 0 ? box : withoutChance(cases, released(box, whole, worst.factor));
}

function chancesOf(cases: Cases, box: Box): { readonly factor: number; readonly quasiP: number }[] {
  const whole = wholeBox(cases);
  const restricted = restrictedFactors(box, whole);
  const inside = countOf(cases, pointsIn(cases, box, restricted));
  return restricted.map((factor) => {
    const others = restricted.filter((each) => each !== factor);
    return { factor, quasiP: quasiP(inside, countOf(cases, pointsIn(cases, box, others))) };
  });
}

function regionOf(
  cases: Cases,
  { box, points, cases: own }: Peeled,
  all: BoxCount,
  seed: string,
  options: PeelingOptions,
): Region | undefined {
  const whole = wholeBox(cases);
  const chances = chancesOf(cases, box);
  if (chances.length === 0) return undefined;
  const halves = halvings(cases, seed, options);
  const cutsOf = (cut: Box, factor: number): string =>
    `${cut.low[factor] > whole.low[factor]} ${cut.high[factor] < whole.high[factor]}`;
  return {
    points,
    cases: own,
    coverage: shareOf(own, all.cases),
    density: shareOf(own, points),
    restrictions: chances
      .map(({ factor, quasiP: chance }) => ({
        factor: cases.factors[factor].name,
        low: box.low[factor] > whole.low[factor] ? box.low[factor] : null,
        high: box.high[factor] < whole.high[factor] ? box.high[factor] : null,
        quasiP: chance,
        stability:
          halves.length === 0
            ? 0
            : halves.filter((half) => cutsOf(half.box, factor) === cutsOf(box, factor)).length /
              halves.length,
      }))
      .toSorted((a, b) => a.quasiP - b.quasiP),
    elsewhere: elsewhereOf(halves),
  };
}

interface Half {
  readonly box: Box;
  /** In the other half: cases, and what of it is in the box. */
  readonly cases: number;
  readonly inside: BoxCount;
}

/** PRIM on random halves, each box counted on the points it hasn't seen. */
function halvings(cases: Cases, seed: string, options: PeelingOptions): Half[] {
  const count = cases.isCase.length;
  const size = Math.min(HALF_MOST, Math.floor(count / 2));
  if (size < HALF_LEAST) return [];
  const keyOf = designKeys(seed, "prim halves");
  const whole = wholeBox(cases);
  return Array.from({ length: HALVINGS }, (_, i) => {
    const order = permutation(count, keyOf(i));
    const seen = chosenPoints(cases, order.subarray(0, size));
    const unseen = chosenPoints(cases, order.subarray(size, 2 * size));
    const found = chosen(seen, peel(seen, options), options).box;
    const restricted = restrictedFactors(found, wholeBox(seen));
    // Ends that the half doesn't cut are those of all points.
    const box = Array.from(whole.low.keys())
      .filter((j) => !restricted.includes(j))
      .reduce((wider, j) => released(wider, whole, j), withOpenEnds(found, wholeBox(seen), whole));
    return {
      box,
      cases: countOf(unseen, Uint32Array.from(unseen.isCase.keys())).cases,
      inside: countOf(unseen, pointsIn(unseen, box, restricted)),
    };
  }).filter((half) => half.cases > 0);
}

function withOpenEnds(box: Box, own: Box, whole: Box): Box {
  return {
    low: box.low.map((end, j) => (end > own.low[j] ? end : whole.low[j])),
    high: box.high.map((end, j) => (end < own.high[j] ? end : whole.high[j])),
  };
}

function chosenPoints({ factors, isCase }: Cases, points: Uint32Array): Cases {
  return {
    factors: factors.map(({ name, values }) => ({
      name,
      values: Float64Array.from(points, (i) => values[i]),
    })),
    isCase: Uint8Array.from(points, (i) => isCase[i]),
  };
}

/** Pooled over halvings, so that an empty box counts as one that covers nothing. */
function elsewhereOf(halves: readonly Half[]): Region["elsewhere"] {
  const sum = (of: (half: Half) => number): number => halves.reduce((total, half) => total + of(half), 0);
  const points = sum(({ inside }) => inside.points);
  if (points === 0) return null;
  const found = sum(({ inside }) => inside.cases);
  return { coverage: found / sum(({ cases }) => cases), density: found / points };
}

function shareOf(count: number, total: number): Estimate {
  const [low, high] = wilson(count, total);
  return { value: count / total, low, high };
}
