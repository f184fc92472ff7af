/** Whole runs on one thread: set-up apart, process by process, the plans in interleaved rounds. */
import { createWorld, SCHEDULE, step, worldBytes, type RunSpec } from "../../engine/index.ts";
import { benchSpecs } from "./specs.ts";
import { spreadOf, startClock, type Spread, type Timing } from "./spread.ts";

export interface RunTiming {
  readonly employees: number;
  readonly plan: string;
  readonly setUpMs: Spread;
  readonly runMs: Spread;
  readonly runCpuMs: Spread;
  readonly agentWeeksPerSecond: number;
  /** Medians over the rounds, by process, in the order of the schedule. */
  readonly processMs: Readonly<Record<string, number>>;
  readonly bytesPerEmployee: number;
  readonly bytesPerTie: number;
}

interface Round {
  readonly setUp: Timing;
  readonly run: Timing;
  readonly processMs: Readonly<Record<string, number>>;
  readonly bytes: ReturnType<typeof worldBytes>;
}

/** Small companies run a few times first, untimed: the compiler should be done with the engine. */
const WARM_UPS = 2;
const SMALL = 10_000;

export function timeRuns(employees: number, weeks: number, rounds: number): RunTiming[] {
  const specs = benchSpecs(employees, weeks);
  const all: Round[][] = specs.map(() => []);
  const warmUps = employees <= SMALL ? WARM_UPS : 0;
  for (let round = 0; round < warmUps + rounds; round++) {
    specs.forEach(({ spec }, i) => {
      const timed = timeRound({ ...spec, replicate: round });
      if (round >= warmUps) all[i].push(timed);
    });
  }
  return specs.map(({ name }, i) => timingOf(name, employees, weeks, all[i]));
}

function timeRound(spec: RunSpec): Round {
  const settingUp = startClock();
  const world = createWorld(spec);
  const setUp = settingUp();
  const processMs: Record<string, number> = Object.fromEntries(SCHEDULE.map(({ name }) => [name, 0]));
  const running = startClock();
  let last = performance.now();
  for (let week = 0; week < spec.weeks; week++) {
    step(world, ({ name }) => {
      const now = performance.now();
      processMs[name] += now - last;
      last = now;
    });
  }
  return { setUp, run: running(), processMs, bytes: worldBytes(world) };
}

function timingOf(plan: string, employees: number, weeks: number, rounds: readonly Round[]): RunTiming {
  const runMs = spreadOf(rounds.map(({ run }) => run.wallMs));
  const medianOf = (name: string) => spreadOf(rounds.map(({ processMs }) => processMs[name])).median;
  const { people, ties, tieCount } = rounds[0].bytes;
  return {
    employees,
    plan,
    setUpMs: spreadOf(rounds.map(({ setUp }) => setUp.wallMs)),
    runMs,
    runCpuMs: spreadOf(rounds.map(({ run }) => run.cpuMs)),
    agentWeeksPerSecond: (employees * weeks * 1000) / runMs.median,
    processMs: Object.fromEntries(SCHEDULE.map(({ name }) => [name, medianOf(name)])),
    bytesPerEmployee: people / employees,
    bytesPerTie: ties / tieCount,
  };
}
