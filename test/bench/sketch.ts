/** What follows the hand in the page: one run of a changed plan in a company of 1,000, from asking a worker to its answer. */
import { createNodePool } from "../../workers/node.ts";
import { changedAt } from "./batches.ts";
import { benchSpecs } from "./specs.ts";
import { spreadOf, startClock, type Spread } from "./spread.ts";

const EMPLOYEES = 1000;

/** The platform of the five stages is moved through the second year, week by week; an untimed round first. */
export async function timeSketches(weeks: number, rounds: number): Promise<Spread> {
  const [, , { spec: stages }] = benchSpecs(EMPLOYEES, weeks);
  const { company, plan, ...spec } = stages;
  const pool = createNodePool(1);
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const plans = [changedAt(plan, (weeks >> 1) + round)];
    const clock = startClock();
    const batch = pool.run({ company, runs: 1, taskOf: () => ({ spec, plans }), key: "sketch" });
    for await (const { traces } of batch) if (traces.length !== 1) throw new Error("a sketch has one run");
    if (round > 0) times.push(clock().wallMs);
  }
  pool.close();
  return spreadOf(times);
}
