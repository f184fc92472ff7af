/** What a worker does: holds the company, runs one replicate at a time, week by week, and listens between weeks. */
import {
  accountsOf,
  canonicalText,
  createWorld,
  step,
  traceOf,
  twinSpec,
  type Company,
  type RunSpec,
  type Trace,
  type Twin,
  type World,
  type WorldOptions,
} from "../engine/index.ts";
import { pause } from "./pause.ts";
import { cancelledError, type Progress, type Runner, type Task } from "./task.ts";
import { createTwinStore } from "./twins.ts";

/** Longest time without listening, in milliseconds, as far as a single week allows. */
const SLICE_MILLIS = 40;
/** About 300 twins of 208 weeks. */
const TWIN_BYTES = 2 ** 25;

/** A runner that tells its progress at every pause. */
export function createRunner(report: (progress: Progress) => void): Runner {
  const twins = createTwinStore(TWIN_BYTES);
  let company: Company | undefined;
  let isCancelRequested = false;
  let sliceEnd = 0;
  let weeksDone = 0;

  async function listen(): Promise<void> {
    report({ weeksDone });
    await pause();
    if (isCancelRequested) throw cancelledError("on request");
    sliceEnd = performance.now() + SLICE_MILLIS;
  }

  async function simulate(spec: RunSpec, options: WorldOptions): Promise<World> {
    const world = createWorld(spec, options);
    for (let week = 0; week < spec.weeks; week++) {
      if (performance.now() >= sliceEnd) await listen();
      step(world);
      weeksDone++;
    }
    return world;
  }

  async function twinOf(base: RunSpec, task: Task): Promise<Twin> {
    const text = canonicalText(task.spec);
    const known = twins.get(text);
    if (known !== undefined) {
      weeksDone += base.weeks;
      return known;
    }
    const twin = accountsOf(await simulate(twinSpec(base), {}));
    twins.put(text, twin);
    return twin;
  }

  async function runTask(task: Task): Promise<Trace[]> {
    if (company === undefined) throw new Error("task without a company");
    isCancelRequested = false;
    sliceEnd = performance.now() + SLICE_MILLIS;
    weeksDone = 0;
    const base: RunSpec = { ...task.spec, company, plan: [] };
    const options = task.groupBy === undefined ? {} : { groupBy: task.groupBy };
    const twin = await twinOf(base, task);
    const traces: Trace[] = [];
    // One world at a time: at 1,000,000 employees two would not fit into 2 GB.
    for (const plan of task.plans) {
      traces.push(traceOf(await simulate({ ...base, plan }, options), twin));
    }
    return traces;
  }

  return {
    setCompany: (next) => {
      company = next;
      twins.clear();
    },
    runTask,
    cancelTask: () => {
      isCancelRequested = true;
    },
  };
}

/** The buffers of traces, each once, for a transfer instead of a copy. */
export function buffersOf(traces: readonly Trace[]): ArrayBuffer[] {
  const columns = traces.flatMap((trace) => [trace.columns, ...trace.groups.map((group) => group.columns)]);
  return [...new Set(columns.map((column) => column.buffer as ArrayBuffer))];
}
