/** When replicates are enough: looks at a paired difference that end once its interval is as narrow as wanted. */
import { normalQuantile } from "../../engine/math.ts";
import { normalTail } from "../diffusion/normal.ts";
import { studentQuantile, type Estimate } from "../student.ts";
import { ALPHA, BOUND_MOST, boundAt, spentBy, type Look } from "./spending.ts";

interface Steps {
  /** Replicates at most: the last look is there. */
  readonly most: number;
  /** Looks are at multiples of it. */
  readonly step: number;
}

export interface Precision extends Steps {
  /** Half the width that the difference's interval of 95% may have. */
  readonly halfWidth: number;
}

/** What the looks have said so far. */
export interface Looked {
  /** Replicates at each look. */
  readonly looks: readonly number[];
  /** At the last of them. All looks' intervals hold together with 95%: one may stop at any of them, for any reason. */
  readonly difference: Estimate;
  /** Half the width of the interval told at the end; before it, of that of a single look; null before any. */
  readonly halfWidth: number | null;
  /** Replicates of the next look; undefined at the end. */
  readonly next: number | undefined;
}

/** Fewer tell the spread of a skewed difference too badly. */
const FIRST_LOOK = 32;
/** A look has between a quarter more and twice the replicates of the one before. */
const GROWTH = { least: 1.25, most: 2 };
/** So that an estimate just short of its aim doesn't cost another look. */
const SPARE = 1.15;
/** The bound of a single look. */
const ONE_LOOK = normalQuantile(1 - ALPHA / 2);

/** Numbers to have for each unit of squared skewness before Student's interval is trusted (Cochran 1977, 2.15). */
const PER_SKEWNESS2 = 25;
/** Numbers that are all alike may leave out a rare one: so many miss one in 40 in 4 of 100 studies. */
const ALIKE = 128;

/** How looks stand: their bounds, and the chance of a miss that is spent. */
interface Standing {
  readonly bounds: readonly Look[];
  readonly spent: number;
}

/**
 * Replays the looks at differences, one a replicate, NaN where a run failed. When to look hangs on spreads alone, which
 * say nothing of the mean of normal numbers; the chance of a miss is spent by the share of information wanted (Mehta &
 * Tsiatis 2001), and Student's quantile of each bound's chance takes the place of the normal one.
 */
export function precisionOf(differences: Float64Array, precision: Precision): Looked {
  let standing: Standing = { bounds: [], spent: 0 };
  let looked: Looked = { looks: [], difference: UNKNOWN, halfWidth: null, next: firstLook(precision) };
  while (looked.next !== undefined && looked.next <= differences.length) {
    const size = looked.next;
    const found = lookAt(differences.subarray(0, size), standing, precision);
    standing = found.standing;
    looked = { ...found.looked, looks: [...looked.looks, size] };
  }
  return looked;
}

/** Replicates of the first look. */
export function firstLook(precision: Steps): number {
  return stepped(FIRST_LOOK, precision);
}

const UNKNOWN: Estimate = { value: null, low: null, high: null };

function lookAt(
  differences: Float64Array,
  { bounds, spent }: Standing,
  precision: Precision,
): { standing: Standing; looked: Omit<Looked, "looks"> } {
  const { most, halfWidth: wanted } = precision;
  const size = differences.length;
  const seen = spreadOf(differences);
  let halfWidth = halfOf(seen, ONE_LOOK);
  let share = shareOf(seen, size, halfWidth, wanted);
  if (share >= 1 || size >= most) {
    halfWidth = halfOf(seen, boundAt(bounds, size, ALPHA - spent));
    share = shareOf(seen, size, halfWidth, wanted);
  }
  if (share >= 1 || size >= most) {
    const difference = around(seen.mean, halfWidth);
    return { standing: { bounds, spent: ALPHA }, looked: { difference, halfWidth, next: undefined } };
  }
  const spending = Math.max(spent, spentBy(share));
  const bound = boundAt(bounds, size, spending - spent);
  const enough = Math.max(size * GROWTH.least, (size / share) * SPARE);
  const next = Math.ceil(Math.min(size * GROWTH.most, enough));
  return {
    standing: { bounds: [...bounds, { size, bound }], spent: spending },
    looked: {
      difference: around(seen.mean, halfOf(seen, bound)),
      halfWidth,
      next: stepped(next, precision),
    },
  };
}

/** Share of the information wanted. */
function shareOf(seen: Spread, size: number, halfWidth: number, wanted: number): number {
  return Math.min((wanted / halfWidth) ** 2, size / sizeToTrust(seen));
}

/** Numbers to have before their spread is believed. */
function sizeToTrust({ error, skewness }: Spread): number {
  return error === 0 ? ALIKE : PER_SKEWNESS2 * skewness ** 2;
}

/** Up to the next multiple, but not above the most. */
function stepped(size: number, { step, most }: Steps): number {
  return Math.min(most, Math.ceil(size / step) * step);
}

interface Spread {
  readonly mean: number;
  readonly error: number;
  readonly freedom: number;
  readonly skewness: number;
}

/** Mean, standard error and skewness of the numbers there are; an infinite error with fewer than two. */
function spreadOf(values: Float64Array): Spread {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  if (known.length < 2) return { mean, error: Infinity, freedom: 1, skewness: 0 };
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const cubes = known.reduce((sum, value) => sum + (value - mean) ** 3, 0);
  const freedom = known.length - 1;
  const skewness = squares === 0 ? 0 : (cubes / squares) * Math.sqrt(known.length / squares);
  return { mean, error: Math.sqrt(squares / freedom / known.length), freedom, skewness };
}

/** Half an interval's width at a bound; infinite at one that cuts nothing off. */
function halfOf({ error, freedom }: Spread, bound: number): number {
  if (error === 0) return 0;
  if (bound > BOUND_MOST * (1 - 1e-6)) return Infinity;
  return studentQuantile(1 - 2 * normalTail(bound), freedom) * error;
}

function around(mean: number, half: number): Estimate {
  if (Number.isNaN(mean)) return UNKNOWN;
  if (half === Infinity) return { value: mean, low: null, high: null };
  return { value: mean, low: mean - half, high: mean + half };
}
