/** What a worker does: holds the company, runs one replicate at a time, week by week, and listens between weeks. */
import {
  accountsOf,
  canonicalText,
  createWitness,
  step,
  traceOf,
  type Chronicler,
  type Company,
  type RunSpec,
  type Seeing,
  type Trace,
  type Twin,
  type World,
} from "../engine/index.ts";
import type { History } from "./history.ts";
import { createMemory } from "./memory.ts";
import { createPace, type Pace } from "./pace.ts";
import { createStarter } from "./start.ts";
import type { Progress, Runner, Task } from "./task.ts";
import { createTwinStore } from "./twins.ts";

type Plan = Task["plans"][number];
/** About 300 twins of 208 weeks. */
const TWIN_BYTES = 2 ** 25;

/** What the arms of a task have in common. */
interface Arms {
  readonly base: RunSpec;
  readonly start: (spec: RunSpec) => World;
  readonly history: History | undefined;
  readonly pace: Pace;
}

/** A runner that tells its progress at every pause. */
export function createRunner(report: (progress: Progress) => void): Runner {
  const twins = createTwinStore(TWIN_BYTES);
  const memory = createMemory();
  const pace = createPace(report);
  let company: Company | undefined;

  async function twinOf(arms: Arms): Promise<Twin> {
    const { company: _company, plan: _plan, ...rest } = arms.base;
    const text = canonicalText(rest);
    const known = twins.get(text);
    if (known === undefined) {
      const twin = accountsOf(await simulate(arms, []));
      twins.put(text, twin);
      return twin;
    }
    pace.count(arms.base.weeks);
    return known;
  }

  async function runTask(task: Task): Promise<Trace[]> {
    if (company === undefined) throw new Error("task without a company");
    pace.begin();
    const base: RunSpec = { ...task.spec, company, plan: [] };
    const arms: Arms = {
      base,
      start: createStarter(task),
      history: memory.historyOf(task),
      pace,
    };
    const twin = await twinOf(arms);
    const traces: Trace[] = [];
    if (task.seeing !== undefined) {
      for (const plan of task.plans) traces.push(await seenTrace(arms, plan, twin, task.seeing));
      return traces;
    }
    // One world at a time: at 1,000,000 employees two would not fit into 2 GB.
    for (const plan of task.plans) traces.push(await traceFor(arms, plan, twin));
    return traces;
  }

  return {
    setCompany: (next) => {
      company = next;
      twins.clear();
      memory.clear();
    },
    runTask,
    cancelTask: pace.cancel,
  };
}

/** The world of a plan at its end. */
async function simulate({ base, start, history, pace }: Arms, plan: Plan): Promise<World> {
  const spec = { ...base, plan };
  const world = history?.resume(spec) ?? start(spec);
  const { week } = world.state.firm;
  pace.count(week[0]);
  while (week[0] < spec.weeks) {
    if (pace.isDue()) await pace.listen();
    history?.visit(world);
    step(world);
    pace.count(1);
  }
  return world;
}

/** The trace of a plan with what was seen of everybody: from the start, and forgotten here. */
async function seenTrace(
  { base, start, pace }: Arms,
  plan: Plan,
  twin: Twin,
  seeing: Seeing,
): Promise<Trace> {
  const world = start({ ...base, plan });
  const { observe, sight } = createWitness(
    world,
    seeing === "events" ? await chroniclerOf(world) : undefined,
  );
  while (world.state.firm.week[0] < base.weeks) {
    if (pace.isDue()) await pace.listen();
    step(world, observe);
    pace.count(1);
  }
  return { ...traceOf(world, twin), sight: sight() };
}

/** Chroniclers are fetched when one is first asked for: most workers never need one. */
async function chroniclerOf(world: World): Promise<Chronicler> {
  const { createChronicler } = await import("../engine/chronicler.ts");
  return createChronicler(world);
}

async function traceFor(arms: Arms, plan: Plan, twin: Twin): Promise<Trace> {
  const { history, pace, base } = arms;
  const known = history?.traceFor(plan);
  if (known === undefined) {
    const trace = traceOf(await simulate(arms, plan), twin);
    history?.finish(plan, trace);
    return trace;
  }
  pace.count(base.weeks);
  return known;
}

/** The buffers of traces, each once, for a transfer instead of a copy. */
export function buffersOf(traces: readonly Trace[]): ArrayBuffer[] {
  const columns = traces.flatMap((trace) => [
    trace.columns,
    ...trace.groups.map((group) => group.columns),
    ...(trace.sight === undefined ? [] : viewsIn(trace.sight)),
  ]);
  return [...new Set(columns.map((column) => column.buffer as ArrayBuffer))];
}

/** The typed arrays anywhere in a plain value. */
function viewsIn(value: object): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  return Object.values(value).flatMap((item: unknown) =>
    typeof item === "object" && item !== null ? viewsIn(item) : [],
  );
}
