/** A search for the best of many plans under a budget of runs: successive halving, generation after generation. */
import { uniform, type Key } from "../../engine/random.ts";
import { designKeys } from "../designs/draws.ts";

/** A plan as a list of choices: choice j is one of `levels[j]`, from 0. */
export type Choices = readonly number[];

/** One run asked for: a plan in one scenario (assumptions and luck, the same for all plans). */
export interface Trial {
  readonly choices: Choices;
  readonly scenario: number;
}

/** Values of trials, more being better, in the order asked. */
export type Score = (trials: readonly Trial[]) => Promise<readonly number[]>;

export interface SearchOptions {
  readonly levels: readonly number[];
  /** Runs at most. */
  readonly runs: number;
  readonly seed: string;
  /** Tried in the first generation, beside plans drawn by lot. */
  readonly first?: readonly Choices[];
  /** Whether new plans are made; without it the first ones are only halved. Default true. */
  readonly isBreeding?: boolean;
  readonly onGeneration?: (progress: Progress) => void;
}

export interface Progress {
  readonly runs: number;
  /** The best plan so far, by its mean over the scenarios it was tried in. */
  readonly choices: Choices;
  readonly mean: number;
  readonly scenarios: number;
}

export interface Found {
  /** Best first, by the last generation's most thorough comparison. */
  readonly ranking: readonly Choices[];
  readonly progress: readonly Progress[];
  readonly runs: number;
}

/** At every step a third of the plans is kept, and tried in three times as many scenarios (Jamieson & Talwalkar 2016). */
const THIRD = 3;
const STEPS = 4;
/** Plans of a generation and those that it leaves: 81, 27, 9, 3. */
const GENERATION = THIRD ** STEPS;
/** Generations that the runs are shared out over. */
const GENERATIONS = 16;
/** Plans that are ranked, and bred from. */
const ELITE = 9;
/** Tries to make a plan that hasn't been seen before one is taken that has. */
const TRIES = 20;

/** What is known of a plan: its values by scenario, from 0 on. */
interface Known {
  readonly choices: Choices;
  readonly values: number[];
}

/** @throws RangeError at runs that don't suffice for one generation */
export async function searchPlans(score: Score, options: SearchOptions): Promise<Found> {
  const { levels, runs, seed, first = [], isBreeding = true } = options;
  if (runs < GENERATION)
    throw new RangeError(`too few runs; fewer than ${GENERATION} for one generation: ${runs}`);
  const known = new Map<string, Known>();
  const keyOf = designKeys(seed, "plans");
  const progress: Progress[] = [];
  let spent = 0;
  let elite: Known[] = [];
  const scenarios = scenariosFor(runs, isBreeding ? GENERATIONS : 1, isBreeding ? GENERATION : first.length);
  for (let generation = 0; ; generation++) {
    // Begun and not finished, it would rank its plans by the few scenarios of its first steps.
    if (generation > 0 && runs - spent < generationRuns(GENERATION, scenarios)) break;
    const pool = isBreeding
      ? poolOf(elite, levels, first, keyOf(generation), known)
      : first.map((choices) => remembered(known, choices));
    const halved = await halve(pool, scenarios, score, runs - spent);
    if (halved === undefined) break;
    spent += halved.runs;
    elite = halved.ranking;
    const [best] = elite;
    progress.push({
      runs: spent,
      choices: best.choices,
      mean: meanOf(best.values, best.values.length),
      scenarios: best.values.length,
    });
    options.onGeneration?.(progress[progress.length - 1]);
    if (!isBreeding) break;
  }
  return { ranking: elite.map(({ choices }) => choices), progress, runs: spent };
}

/** Scenarios of the first step such that a number of generations uses the runs up. */
function scenariosFor(runs: number, generations: number, plans: number): number {
  return Math.max(1, Math.floor(runs / generations / generationRuns(plans, 1)));
}

/** Runs of a generation of plans at most: of some nothing is known yet. */
function generationRuns(plans: number, scenarios: number): number {
  return scenarios * (plans + (STEPS - 1) * plans * (1 - 1 / THIRD));
}

/**
 * Keeps the better third of the plans again and again, on more and more scenarios, the same for all that are left.
 * Undefined where the runs left don't suffice for the first step.
 */
async function halve(
  pool: readonly Known[],
  scenarios: number,
  score: Score,
  runsLeft: number,
): Promise<{ ranking: Known[]; runs: number } | undefined> {
  let left = [...pool];
  let runs = 0;
  let ranking: Known[] = [];
  for (let step = 0; step < STEPS; step++) {
    const wanted = scenarios * THIRD ** step;
    const missing = left.reduce((sum, { values }) => sum + Math.max(0, wanted - values.length), 0);
    if (missing > runsLeft - runs) return step === 0 ? undefined : { ranking, runs };
    // A generation without anything new would go on for ever.
    if (step === 0 && missing === 0) return undefined;
    await extend(left, wanted, score);
    runs += missing;
    const sorted = left.toSorted((a, b) => meanOf(b.values, wanted) - meanOf(a.values, wanted));
    ranking = [...sorted.slice(0, ELITE), ...ranking].filter((each, i, all) => all.indexOf(each) === i);
    ranking = ranking.slice(0, ELITE);
    left = sorted.slice(0, Math.max(1, Math.ceil(left.length / THIRD)));
  }
  return { ranking, runs };
}

async function extend(plans: readonly Known[], wanted: number, score: Score): Promise<void> {
  const trials: Trial[] = [];
  const owners: Known[] = [];
  for (const each of plans)
    for (let scenario = each.values.length; scenario < wanted; scenario++) {
      trials.push({ choices: each.choices, scenario });
      owners.push(each);
    }
  const values = await score(trials);
  // A run that failed says nothing good of a plan.
  owners.forEach((owner, i) => owner.values.push(Number.isNaN(values[i]) ? -Infinity : values[i]));
}

function meanOf(values: readonly number[], count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i];
  return sum / count;
}

/** A generation: the best so far, their neighbours and children, and the rest by lot. */
function poolOf(
  elite: readonly Known[],
  levels: readonly number[],
  first: readonly Choices[],
  key: Key,
  known: Map<string, Known>,
): Known[] {
  const pool = new Map<string, Known>();
  const add = (choices: Choices): boolean => {
    const text = choices.join(" ");
    if (pool.has(text)) return false;
    pool.set(text, remembered(known, choices));
    return true;
  };
  for (const { choices } of elite) add(choices);
  if (elite.length === 0) for (const choices of first.slice(0, GENERATION)) add(choices);
  let drawn = 0;
  const next = (): number => uniform(drawn++, key);
  while (pool.size < GENERATION) {
    let isNew = false;
    for (let i = 0; i < TRIES && !isNew; i++) {
      const child = elite.length === 0 ? byLot(levels, next) : childOf(elite, levels, next);
      if (known.has(child.join(" ")) && i < TRIES - 1) continue;
      isNew = add(child);
    }
    if (!isNew && !add(byLot(levels, next))) break;
  }
  return [...pool.values()];
}

function remembered(known: Map<string, Known>, choices: Choices): Known {
  const text = choices.join(" ");
  const found = known.get(text) ?? { choices, values: [] };
  known.set(text, found);
  return found;
}

function byLot(levels: readonly number[], next: () => number): Choices {
  return levels.map((count) => Math.floor(next() * count));
}

/** Mostly a neighbour of a good plan, sometimes a mixture of two, with a choice or two changed. */
function childOf(elite: readonly Known[], levels: readonly number[], next: () => number): Choices {
  // Better plans have more children.
  const pick = (): Choices => elite[Math.floor(next() * next() * elite.length)].choices;
  const parent = pick();
  const other = next() < 0.4 ? pick() : parent;
  const child = parent.map((choice, j) => (next() < 0.5 ? choice : other[j]));
  const changes = next() < 0.6 ? 1 : next() < 0.75 ? 2 : 3;
  for (let i = 0; i < changes; i++) {
    const j = Math.floor(next() * levels.length);
    child[j] = next() < 0.7 ? stepped(child[j], levels[j], next) : Math.floor(next() * levels[j]);
  }
  return child;
}

/** One or two levels up or down. */
function stepped(choice: number, count: number, next: () => number): number {
  const size = next() < 0.75 ? 1 : 2;
  const moved = choice + (next() < 0.5 ? -size : size);
  return Math.min(count - 1, Math.max(0, moved));
}
