/** History matching in waves: points that miss any pattern are ruled out, and the next wave looks where none is. */
import type { Parameters } from "../../engine/index.ts";
import { distance2, latinHypercube } from "../designs/hypercube.ts";
import { PATTERNS } from "../patterns/table.ts";
import { fitEmulator, type Emulator } from "./emulator.ts";
import { assumptionsAt, FREE_PARAMETERS } from "./free.ts";
import { CUTOFF, implausibility, scaleOf, worstPattern } from "./implausibility.ts";

export type Measurements = Readonly<Record<string, number>>;
/** Measures a point under several replicates, each first to last; results in the order asked. */
export type Measure = (
  asked: readonly { readonly assumptions: Partial<Parameters>; readonly replicate: number }[],
) => Promise<readonly Measurements[]>;

export interface MatchOptions {
  readonly seed: string;
  /** Points of the first wave, and of each later one. */
  readonly firstPoints: number;
  readonly points: number;
  readonly waves: number;
  /** Replicates of every point that survives. */
  readonly replicates: number;
  readonly onWave?: (wave: Wave) => void;
}

export interface Wave {
  readonly points: number;
  /** Share of the searched space that isn't ruled out after it, by the emulators. */
  readonly spaceLeft: number;
  /** Points so far that miss no pattern. */
  readonly plausible: number;
}

export interface Member {
  readonly assumptions: Partial<Parameters>;
  /** Of the worst pattern, over all replicates' mean. */
  readonly implausibility: number;
  readonly worst: string;
  readonly measured: Measurements;
}

export interface Match {
  readonly waves: readonly Wave[];
  /** Not ruled out, most central first: nearest to their mean, each parameter in its own spread among them. */
  readonly members: readonly Member[];
}

interface Tried {
  readonly point: Float64Array;
  readonly measured: Measurements;
}

/** Candidates the emulators judge at a time before a wave, and how many times at most while too few are left. */
const CANDIDATES = 40_000;
const ROUNDS_MAX = 25;
/** Survivors among which the next wave's points are chosen, a point. */
const CHOICE = 5;
/** Measurements further out than this many steps tell no more. */
const FAR = 4 * CUTOFF;
/** Points this implausible still teach an emulator something. */
const NEAR = 3 * CUTOFF;

/** @throws RangeError when nothing is left */
export async function matchHistory(measure: Measure, options: MatchOptions): Promise<Match> {
  const tried: Tried[] = [];
  const waves: Wave[] = [];
  let points = latinHypercube(FREE_PARAMETERS.length, { points: options.firstPoints, seed: options.seed });
  for (let wave = 0; wave < options.waves; wave++) {
    tried.push(...(await tryPoints(measure, points)));
    const { left, spaceLeft } = survivors(emulatorsOf(tried), `${options.seed} wave ${wave}`, options.points);
    const plausible = tried.filter(isPlausible).length;
    waves.push({ points: points.length, spaceLeft, plausible });
    options.onWave?.(waves[wave]);
    points = spreadOut(left, options.points);
    if (points.length === 0) throw new RangeError("nothing left; every point misses a pattern: 0");
  }
  const members = await confirm(measure, tried.filter(isPlausible), options.replicates);
  return { waves, members };
}

async function tryPoints(measure: Measure, points: readonly Float64Array[]): Promise<Tried[]> {
  const measured = await measure(
    points.map((point) => ({ assumptions: assumptionsAt(point), replicate: 0 })),
  );
  return points.map((point, i) => ({ point, measured: measured[i] }));
}

function isPlausible({ measured }: Tried): boolean {
  return worstPattern(measured).implausibility <= CUTOFF;
}

/** One emulator a pattern, taught by the points near enough, or by all while those are few. */
function emulatorsOf(tried: readonly Tried[]): readonly Emulator[] {
  const order = tried.toSorted(
    (a, b) => worstPattern(a.measured).implausibility - worstPattern(b.measured).implausibility,
  );
  const terms = ((FREE_PARAMETERS.length + 1) * (FREE_PARAMETERS.length + 2)) / 2;
  const near = order.filter(({ measured }) => worstPattern(measured).implausibility <= NEAR).length;
  const taught = order.slice(0, Math.max(near, 3 * terms));
  return PATTERNS.map((pattern) => {
    const { middle, step } = scaleOf(pattern);
    const values = taught.map(({ measured }) => {
      const steps = (measured[pattern.measure] - middle) / step;
      return Number.isFinite(steps) ? Math.max(-FAR, Math.min(FAR, steps)) : FAR;
    });
    const { predict, spread } = fitEmulator(
      taught.map(({ point }) => point),
      values,
    );
    return { predict: (point: Float64Array) => middle + step * predict(point), spread: step * spread };
  });
}

/** Candidates that no emulator rules out, enough to choose `wanted` from if there are any, and their share of all. */
function survivors(emulators: readonly Emulator[], seed: string, wanted: number) {
  const left: Float64Array[] = [];
  let rounds = 0;
  while (rounds < ROUNDS_MAX && left.length < CHOICE * wanted) {
    const candidates = latinHypercube(FREE_PARAMETERS.length, {
      points: CANDIDATES,
      seed: `${seed} round ${rounds++}`,
    });
    left.push(...candidates.filter((point) => isSurvivor(emulators, point)));
  }
  return { left, spaceLeft: left.length / (rounds * CANDIDATES) };
}

function isSurvivor(emulators: readonly Emulator[], point: Float64Array): boolean {
  return PATTERNS.every((pattern, k) => {
    const { predict, spread } = emulators[k];
    return implausibility(pattern, predict(point), spread) <= CUTOFF;
  });
}

/** As many points far apart from each other: each next one is the farthest from those taken. */
function spreadOut(points: readonly Float64Array[], count: number): Float64Array[] {
  if (points.length <= count) return [...points];
  const taken = [points[0]];
  const gap = points.map((point) => distance2(point, points[0]));
  while (taken.length < count) {
    let farthest = 0;
    for (let i = 1; i < gap.length; i++) if (gap[i] > gap[farthest]) farthest = i;
    const next = points[farthest];
    taken.push(next);
    points.forEach((point, i) => (gap[i] = Math.min(gap[i], distance2(point, next))));
  }
  return taken;
}

/** Measures the plausible points on more replicates; those whose mean misses a pattern after all are dropped. */
async function confirm(measure: Measure, plausible: readonly Tried[], replicates: number): Promise<Member[]> {
  const asked = plausible.flatMap(({ point }) =>
    Array.from({ length: replicates }, (_, replicate) => ({ assumptions: assumptionsAt(point), replicate })),
  );
  const measured = await measure(asked);
  const members = plausible.map(({ point }, i) => {
    const mean = meanOf(measured.slice(i * replicates, (i + 1) * replicates));
    const { id, implausibility: worst } = worstPattern(mean);
    return {
      point,
      member: { assumptions: assumptionsAt(point), implausibility: worst, worst: id, measured: mean },
    };
  });
  return byCentrality(members.filter(({ member }) => member.implausibility <= CUTOFF));
}

function meanOf(samples: readonly Measurements[]): Measurements {
  return Object.fromEntries(
    Object.keys(samples[0]).map((name) => [
      name,
      samples.reduce((sum, sample) => sum + sample[name], 0) / samples.length,
    ]),
  );
}

/** Nearest to the members' mean first, each coordinate measured in its standard deviation among the members. */
function byCentrality(members: readonly { point: Float64Array; member: Member }[]): Member[] {
  const n = members.length;
  const mean = FREE_PARAMETERS.map((_, j) => members.reduce((sum, { point }) => sum + point[j], 0) / n);
  const variance = mean.map((m, j) => members.reduce((sum, { point }) => sum + (point[j] - m) ** 2, 0) / n);
  const remoteness = members.map(({ point }) =>
    mean.reduce((sum, m, j) => sum + (variance[j] > 0 ? (point[j] - m) ** 2 / variance[j] : 0), 0),
  );
  return [...members.keys()]
    .toSorted((i, j) => remoteness[i] - remoteness[j] || i - j)
    .map((i) => members[i].member);
}
