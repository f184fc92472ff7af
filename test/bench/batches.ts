/** Batches of runs on a pool of one worker and of two, and what a pool saves by going on from a changed week. */
import type { Intervention, RunSpec } from "../../engine/index.ts";
import type { Pool } from "../../workers/index.ts";
import { createNodePool } from "../../workers/node.ts";
import { benchSpecs } from "./specs.ts";
import { spreadOf, startClock, type Spread, type Timing } from "./spread.ts";

export interface BatchTiming {
  readonly employees: number;
  readonly runs: number;
  readonly oneWorkerMs: Spread;
  readonly twoWorkersMs: Spread;
  /** One worker's time over two's, round by round; processor time beside it tells what was shared with others. */
  readonly speedUp: Spread;
  readonly cpuRatio: Spread;
  /** The same pairs of plans on two workers after one was changed at mid-horizon: anew, and going on from there. */
  readonly changedMs: Spread;
  readonly anewOverChanged: Spread;
  readonly anewOverChangedCpu: Spread;
}

interface Round {
  readonly one: Timing;
  readonly two: Timing;
  readonly changed: Timing;
}

/** What all batches of a size have in common: workers know a company by its identity. */
interface Question {
  readonly spec: RunSpec;
  readonly other: readonly Intervention[];
  readonly runs: number;
  readonly key?: string;
}

/** Times pairs of plans, the changed stages and the platform alone, in `runs` replicates; an untimed round first. */
export async function timeBatches(
  employees: number,
  weeks: number,
  runs: number,
  rounds: number,
): Promise<BatchTiming> {
  const [, platform, stages] = benchSpecs(employees, weeks);
  const question = { spec: stages.spec, other: platform.spec.plan, runs };
  const pools = { one: createNodePool(1), two: createNodePool(2), changed: createNodePool(2) };
  const all: Round[] = [];
  for (let round = 0; round <= rounds; round++) {
    const week = (weeks >> 1) + round;
    const one = await timeBatch(pools.one, question, week);
    const two = await timeBatch(pools.two, question, week);
    const changed = await timeBatch(pools.changed, { ...question, key: "bench" }, week);
    if (two.digests !== one.digests || changed.digests !== one.digests)
      throw new Error(`pools disagree; change in week: ${week}`);
    if (round > 0) all.push({ one: one.timing, two: two.timing, changed: changed.timing });
  }
  for (const pool of Object.values(pools)) pool.close();
  return batchTiming(employees, runs, all);
}

async function timeBatch(
  pool: Pool,
  { spec: { company, plan, ...spec }, other, runs, key }: Question,
  week: number,
): Promise<{ timing: Timing; digests: string }> {
  const plans = [changedAt(plan, week), other];
  const taskOf = (replicate: number) => ({ spec: { ...spec, replicate }, plans });
  const digests: string[] = [];
  const clock = startClock();
  for await (const { traces } of pool.run({ company, runs, taskOf, ...(key !== undefined && { key }) }))
    digests.push(...traces.map(({ digest }) => digest));
  return { timing: clock(), digests: digests.join(" ") };
}

/** The plan up to a week, then a platform: what a reader who moves its start asks for. */
export function changedAt(plan: readonly Intervention[], week: number): Intervention[] {
  return [...plan.filter((item) => item.kind !== "platform" && item.week < week), { week, kind: "platform" }];
}

function batchTiming(employees: number, runs: number, rounds: readonly Round[]): BatchTiming {
  const over = (of: (round: Round) => number): Spread => spreadOf(rounds.map(of));
  return {
    employees,
    runs,
    oneWorkerMs: over(({ one }) => one.wallMs),
    twoWorkersMs: over(({ two }) => two.wallMs),
    speedUp: over(({ one, two }) => one.wallMs / two.wallMs),
    cpuRatio: over(({ one, two }) => one.cpuMs / two.cpuMs),
    changedMs: over(({ changed }) => changed.wallMs),
    anewOverChanged: over(({ two, changed }) => two.wallMs / changed.wallMs),
    anewOverChangedCpu: over(({ two, changed }) => two.cpuMs / changed.cpuMs),
  };
}
