/** Laws of running: workers, order of completion, cancels, restarts and snapshots leave one digest; all in `npm run soak`. */
import fc from "fast-check";
import { afterAll, describe, test } from "vitest";
import {
  accountsOf,
  createWorld,
  parametersWith,
  restore,
  snapshot,
  step,
  traceOf,
  twinSpec,
  type Company,
  type Intervention,
  type Parameters,
  type RunSpec,
  type Shock,
  type TieSpec,
  type World,
} from "../../engine/index.ts";
import { createPool, spawnHere, type Pool, type RunRequest, type Task } from "../../workers/index.ts";
import type { Spawn } from "../../workers/lane.ts";
import { createNodePool } from "../../workers/node.ts";
import { pause } from "../../workers/pause.ts";
import { BUSY, EVERY_SHOCK, interventions } from "../laws/worlds.ts";
import { textOf, textsOf } from "./kit.ts";

const FACTOR = process.env["SOAK"] === "1" ? 10 : 1;
/** Together 1,000. */
const CASES = { threads: 500, shuffled: 500 } as const;
const SIZES = [1, 2, 3, 5, 8] as const;
const PATIENCE = 300_000 * FACTOR;

/** How a request is disturbed before it is made again. */
const DISTURBANCES = ["none", "reader leaves", "aborted", "newer one comes"] as const;

interface Case {
  readonly company: Company;
  readonly parameters: Partial<Parameters>;
  readonly plans: readonly (readonly Intervention[])[];
  readonly shocks: readonly Shock[];
  readonly seed: readonly [number, number];
  /** Weeks of each run: unequal, so that runs don't finish in order. */
  readonly weeks: readonly number[];
  /** Share of a run after which it is saved and goes on in another world. */
  readonly savedAt: number;
  readonly size: (typeof SIZES)[number];
  readonly disturbance: (typeof DISTURBANCES)[number];
  /** Results taken before the disturbance. */
  readonly taken: number;
}

const ties: fc.Arbitrary<TieSpec> = fc.constantFrom<TieSpec>(
  { kind: "synthetic" },
  { kind: "random", meanDegree: 5 },
  { kind: "ring", degree: 4 },
  { kind: "complete" },
);

const shocks: fc.Arbitrary<Shock[]> = fc.array(
  fc
    .record({ shock: fc.constantFrom(...EVERY_SHOCK), week: fc.nat(15) })
    .map(({ shock, week }) => ({ ...shock, week })),
  { maxLength: 2 },
);

const cases: fc.Arbitrary<Case> = fc.record({
  company: fc.record({
    employeeCount: fc.integer({ min: 20, max: 60 }),
    ties,
    salesLikeRole: fc.constantFrom(-1, 0),
  }),
  parameters: fc.constantFrom<Partial<Parameters>>({}, BUSY),
  plans: fc.array(fc.array(interventions, { maxLength: 8 }), { minLength: 1, maxLength: 2 }),
  shocks,
  seed: fc.tuple(fc.nat(4_294_967_295), fc.nat(4_294_967_295)),
  weeks: fc.array(fc.integer({ min: 8, max: 20 }), { minLength: 1, maxLength: 4 }),
  savedAt: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.constantFrom(...SIZES),
  disturbance: fc.constantFrom(...DISTURBANCES),
  taken: fc.nat(3),
});

function taskOf(of: Case, run: number): Task {
  const { parameters, shocks: some, seed } = of;
  const spec = {
    parameters: parametersWith(parameters),
    shocks: some,
    seed,
    weeks: of.weeks[run],
    replicate: run,
  };
  return { spec, plans: of.plans };
}

/** What the engine gives when every world is saved midway and goes on in a new one. */
function resumed(of: Case): string[] {
  return of.weeks.map((_, run) => {
    const { spec, plans: some } = taskOf(of, run);
    const finished = (plan: readonly Intervention[]) =>
      resumedWorld({ ...spec, company: of.company, plan }, of.savedAt);
    const twin = accountsOf(finished(twinSpec({ ...spec, company: of.company, plan: [] }).plan));
    return textOf({ run, traces: some.map((plan) => traceOf(finished(plan), twin)) });
  });
}

function resumedWorld(spec: RunSpec, savedAt: number): World {
  const first = createWorld(spec);
  const week = Math.round(savedAt * spec.weeks);
  for (let i = 0; i < week; i++) step(first);
  const saved = snapshot(first);
  const second = createWorld(spec);
  restore(second, saved);
  for (let i = week; i < spec.weeks; i++) step(second);
  return second;
}

function requestOf(of: Case): RunRequest {
  return { key: "law", company: of.company, runs: of.weeks.length, taskOf: (run) => taskOf(of, run) };
}

/** Begins a request, takes some of its results and gives it up. */
async function disturb(pool: Pool, of: Case): Promise<void> {
  if (of.disturbance === "none") return;
  const stop = new AbortController();
  const results = pool.run({ ...requestOf(of), signal: stop.signal });
  for (let i = 0; i < Math.min(of.taken, of.weeks.length); i++) await results.next();
  if (of.disturbance === "reader leaves") await results.return?.();
  if (of.disturbance === "aborted") stop.abort();
}

async function law(pool: Pool, of: Case): Promise<boolean> {
  await disturb(pool, of);
  const texts = await textsOf(pool.run(requestOf(of)));
  return texts.join("\n") === resumed(of).join("\n");
}

describe("one digest, whoever runs it and however often it is stopped", () => {
  const pools = new Map<number, Pool>();
  afterAll(() => pools.forEach((pool) => pool.close()));

  test(
    `in ${CASES.threads} cases on 1, 2, 3, 5 and 8 threads`,
    async () => {
      const property = fc.asyncProperty(cases, (of) => {
        const pool = pools.get(of.size) ?? createNodePool(of.size);
        pools.set(of.size, pool);
        return law(pool, of);
      });
      await fc.assert(property, { numRuns: CASES.threads * FACTOR });
    },
    PATIENCE,
  );

  test(
    `in ${CASES.shuffled} cases of answers that come back in any order`,
    async () => {
      const delays = fc.array(fc.nat(6), { minLength: 12, maxLength: 12 });
      const property = fc.asyncProperty(cases, delays, (of, turns) =>
        law(createPool({ size: of.size, spawn: delayed(turns) }), of),
      );
      await fc.assert(property, { numRuns: CASES.shuffled * FACTOR });
    },
    PATIENCE,
  );
});

/** Runners on this thread whose answers wait for some turns of the event loop, each for another number. */
function delayed(turns: readonly number[]): Spawn {
  let answers = 0;
  return (listeners) => {
    const { runner, terminate } = spawnHere(listeners);
    return {
      terminate,
      runner: {
        ...runner,
        runTask: async (task) => {
          const traces = await runner.runTask(task);
          const wait = turns[answers++ % turns.length];
          for (let turn = 0; turn < wait; turn++) await pause();
          return traces;
        },
      },
    };
  };
}
