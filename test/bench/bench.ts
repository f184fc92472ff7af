/** How fast and how large the engine is: `npm run -s bench [-- --json] [--size N] [--rounds N]`. */
import { parseArgs } from "node:util";
import { createWorld, SCHEDULE, step, worldBytes, type RunSpec, type World } from "../../engine/index.ts";
import { benchSpecs } from "./specs.ts";

const WEEKS = 208;

interface Timing {
  readonly plan: string;
  readonly employees: number;
  readonly setUpMs: number;
  /** Median and spread of whole runs, set-up apart, on one core. */
  readonly runMs: number;
  readonly lowMs: number;
  readonly highMs: number;
  readonly agentWeeksPerSecond: number;
  readonly bytesPerEmployee: number;
  readonly bytesPerTie: number;
  readonly peakMB: number;
}

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    size: { type: "string", multiple: true },
    rounds: { type: "string", default: "5" },
    processes: { type: "boolean", default: false },
  },
});

const sizes = (values.size ?? ["1000", "10000", "100000", "1000000"]).map(Number);
const rounds = Number(values.rounds);
const results: Timing[] = [];
for (const employees of sizes)
  for (const timing of timeSize(employees, employees >= 1_000_000 ? 1 : rounds)) results.push(timing);
print(results);
if (values.processes) printProcesses(sizes[0]);

/** Times the three plans in interleaved rounds after one warm-up round. */
function timeSize(employees: number, count: number): Timing[] {
  const specs = benchSpecs(employees, WEEKS);
  const times = specs.map(() => ({
    setUp: [] as number[],
    run: [] as number[],
    world: undefined as World | undefined,
  }));
  const warmUps = employees <= 10_000 ? 2 : 0;
  for (let round = -warmUps; round < count; round++)
    specs.forEach(({ spec }, i) => {
      const start = performance.now();
      const world = createWorld({ ...spec, replicate: round + warmUps });
      const made = performance.now();
      runToEnd(world, spec);
      const end = performance.now();
      if (round < 0) return;
      times[i].setUp.push(made - start);
      times[i].run.push(end - made);
      times[i].world = world;
    });
  return specs.map(({ name }, i) => summary(name, employees, times[i]));
}

function runToEnd(world: World, spec: RunSpec): void {
  for (let week = 0; week < spec.weeks; week++) step(world);
}

function summary(
  plan: string,
  employees: number,
  times: { setUp: number[]; run: number[]; world: World | undefined },
): Timing {
  const run = times.run.toSorted((a, b) => a - b);
  const setUp = times.setUp.toSorted((a, b) => a - b);
  const runMs = run[Math.floor(run.length / 2)];
  const bytes = times.world ? worldBytes(times.world) : { people: 0, outputs: 0, ties: 0, tieCount: 1 };
  return {
    plan,
    employees,
    setUpMs: setUp[Math.floor(setUp.length / 2)],
    runMs,
    lowMs: run[0],
    highMs: run[run.length - 1],
    agentWeeksPerSecond: (employees * WEEKS * 1000) / runMs,
    bytesPerEmployee: bytes.people / employees,
    bytesPerTie: bytes.ties / bytes.tieCount,
    peakMB: process.resourceUsage().maxRSS / 1024,
  };
}

function print(timings: readonly Timing[]): void {
  if (values.json) {
    console.log(JSON.stringify({ node: process.version, weeks: WEEKS, timings }));
    return;
  }
  console.log(
    "employees   plan         set-up ms   run ms (low–high)      M agent-weeks/s   B/employee  B/tie  peak MB",
  );
  for (const t of timings)
    console.log(
      [
        String(t.employees).padStart(9),
        t.plan.padEnd(12),
        t.setUpMs.toFixed(0).padStart(9),
        `${t.runMs.toFixed(0)} (${t.lowMs.toFixed(0)}–${t.highMs.toFixed(0)})`.padStart(22),
        (t.agentWeeksPerSecond / 1e6).toFixed(1).padStart(16),
        t.bytesPerEmployee.toFixed(0).padStart(12),
        t.bytesPerTie.toFixed(0).padStart(6),
        t.peakMB.toFixed(0).padStart(8),
      ].join("  "),
    );
}

/** Mean time of each process in one run of the five stages. */
function printProcesses(employees: number): void {
  const { spec } = benchSpecs(employees, WEEKS)[2];
  const spent = new Map<string, number>(SCHEDULE.map((process) => [process.name, 0]));
  const world = createWorld(spec);
  let last = performance.now();
  for (let week = 0; week < WEEKS; week++)
    step(world, (process) => {
      const now = performance.now();
      spent.set(process.name, (spent.get(process.name) ?? 0) + now - last);
      last = now;
    });
  for (const [name, ms] of spent) console.log(`${name.padEnd(16)}${ms.toFixed(1).padStart(8)} ms`);
}
