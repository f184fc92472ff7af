/** The verb calibrate: history matching of the free parameters against all patterns at once. */
import { availableParallelism } from "node:os";
import { seedWords } from "../../scenarios/index.ts";
import {
  FREE_PARAMETERS,
  matchHistory,
  type Match,
  type Measure,
} from "../../scenarios/calibration/index.ts";
import type { Trial } from "../../scenarios/patterns/index.ts";
import { measureTrials, type Measurements } from "../../workers/trials.ts";
import { openMemory } from "./memory.ts";
import { duration } from "./progress.ts";
import { writeOut } from "./output.ts";
import { resultsStamp } from "./scenes.ts";

export interface CalibrateOptions {
  readonly first: number;
  readonly points: number;
  readonly waves: number;
  readonly seeds: number;
  readonly employees: number;
  readonly seed: string;
  readonly workers?: number;
  readonly cache?: string;
}

/** Writes the not-ruled-out set as JSON on stdout, and how far it has come on stderr. */
export async function calibrateVerb(options: CalibrateOptions): Promise<void> {
  const seed = seedWords(options.seed);
  const size = Math.max(1, options.workers ?? availableParallelism());
  const memory = openMemory<Trial, Measurements>(options.cache);
  const measure: Measure = async (asked) => {
    const trials = asked.map((item) => ({ ...item, employees: options.employees, seed }));
    const missing = trials.filter((trial) => memory.get(trial) === undefined);
    const tellDone = teller(missing.length);
    await measureTrials(missing, {
      size,
      onDone: (done, index, measured) => {
        memory.put(missing[index], measured);
        tellDone(done);
      },
    });
    return trials.map((trial) => memory.get(trial)!);
  };
  const match = await matchHistory(measure, {
    seed: options.seed,
    firstPoints: options.first,
    points: options.points,
    waves: options.waves,
    replicates: options.seeds,
    onWave: ({ points, spaceLeft, plausible }) =>
      tell(
        `${points} points tried; ${(100 * spaceLeft).toFixed(2)}% of the space is left, ${plausible} points miss nothing`,
      ),
  });
  await writeOut(`${JSON.stringify(published(match, options))}\n`);
}

function published(match: Match, { employees, seed, seeds, first, points, waves }: CalibrateOptions): object {
  return {
    results: resultsStamp(),
    settings: { employees, seed, seeds, first, points, waves },
    free: FREE_PARAMETERS.map(({ name, low, high }) => ({ name, low, high })),
    waves: match.waves,
    members: match.members.map((member) => ({ ...member, measured: rounded(member.measured) })),
  };
}

/** Five digits are more than the seeds allow. */
function rounded(measured: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(measured).map(([name, value]) => [name, Number(value.toPrecision(5))]),
  );
}

/** A line a minute: waves are long. */
const EVERY_MILLIS = 60_000;

function teller(total: number): (done: number) => void {
  const start = Date.now();
  let last = start;
  return (done) => {
    const now = Date.now();
    if (now - last < EVERY_MILLIS) return;
    last = now;
    tell(`${done} of ${total} trials · ${duration((((now - start) / done) * (total - done)) / 1000)} left`);
  };
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
