/** Answers a task inside any JavaScript engine: no host's interface is used. */
import { COLUMN_NAMES, columnsOf } from "../../engine/columns.ts";
import {
  accountsOf,
  createWorld,
  digest,
  digestByColumn,
  runTwin,
  step,
  traceOf,
  type RunSpec,
  type Trace,
  type World,
} from "../../engine/index.ts";
import { argumentAt, MATH_CASES, mathHash, type MathCase } from "../engine/math-cases.ts";
import { CHARTS } from "../viz/cases/cases.ts";
import { chartText } from "../viz/cases/text.ts";
import { bitsOf, type Answers, type Golden, type Kind, type Tasks, type WeekDigests } from "./task.ts";

/** Specs by the scene's name. */
export type Scenes = ReadonlyMap<string, RunSpec>;

/** Told at every week's boundary before anything is read; a test spoils a world there. */
export type BoundaryObserver = (world: World, week: number) => void;

export type Answer = <K extends Kind>(kind: K, task: Tasks[K]) => Answers[K];

export function answerFor(scenes: Scenes, observe?: BoundaryObserver): Answer {
  const answers: { readonly [K in Kind]: (task: Tasks[K]) => Answers[K] } = {
    golden: (task) => goldenOf(specOf(scenes, task.scene), task, observe),
    digests: ({ scene, weeks }) => digestsOf(specOf(scenes, scene), weeks, observe),
    column: ({ scene, week, column }) => {
      const world = worldAt(specOf(scenes, scene), week, observe);
      return bitsOf(columnsOf(world.state)[COLUMN_NAMES.indexOf(column)]);
    },
    trace: ({ scene }) => {
      const spec = specOf(scenes, scene);
      return bitsOf(againstTwin(worldAt(spec, spec.weeks, observe)).columns);
    },
    hash: ({ name, count }) => mathHash(caseOf(name), count),
    values: ({ name, from, count }) => {
      const row = caseOf(name);
      return bitsOf(Float64Array.from({ length: count }, (_, i) => row.call(argumentAt(row, from + i))));
    },
    chart: ({ name }) => {
      if (!(name in CHARTS)) throw new RangeError(`unknown chart: "${name}"`);
      return chartText(CHARTS[name]());
    },
  };
  return (kind, task) => answers[kind](task);
}

/** Answers a task given as text with a text: `{answer}`, or `{error}` with its message. */
export function answerText(answer: Answer, text: string): string {
  try {
    const { kind, task } = JSON.parse(text) as { kind: Kind; task: Tasks[Kind] };
    return JSON.stringify({ answer: answer(kind, task) });
  } catch (error) {
    return JSON.stringify({ error: String(error) });
  }
}

function digestsOf(
  spec: RunSpec,
  weeks: readonly number[],
  observe: BoundaryObserver | undefined,
): WeekDigests {
  const found: Record<number, WeekDigests[number]> = {};
  worldAt(spec, Math.max(...weeks), (world, week) => {
    observe?.(world, week);
    if (weeks.includes(week)) found[week] = digestByColumn(world);
  });
  return found;
}

/** What test/golden holds of a scene, and digests of the weeks between, from one run and its twin's. */
function goldenOf(
  spec: RunSpec,
  { weeks, weeksApart }: Tasks["golden"],
  observe: BoundaryObserver | undefined,
): Golden {
  const columns: Record<number, WeekDigests[number]> = {};
  const whole: Record<number, string> = {};
  const world = worldAt(spec, spec.weeks, (at, week) => {
    observe?.(at, week);
    if (weeks.includes(week)) columns[week] = digestByColumn(at);
    if (week % weeksApart === 0) whole[week] = digest(at);
  });
  return { trace: againstTwin(world).digest, columns, whole };
}

/** The trace of a finished world, as run() makes it. */
function againstTwin(world: World): Trace {
  return traceOf(world, world.spec.plan.length === 0 ? accountsOf(world) : runTwin(world.spec));
}

/** A scene's world at a week's boundary. */
function worldAt(spec: RunSpec, week: number, observe: BoundaryObserver | undefined): World {
  const world = createWorld(spec);
  observe?.(world, 0);
  for (let boundary = 1; boundary <= week; boundary++) {
    step(world);
    observe?.(world, boundary);
  }
  return world;
}

function specOf(scenes: Scenes, name: string): RunSpec {
  const spec = scenes.get(name);
  if (spec === undefined) throw new RangeError(`unknown scene: "${name}"`);
  return spec;
}

function caseOf(name: string): MathCase {
  const found = MATH_CASES.find((row) => row.name === name);
  if (found === undefined) throw new RangeError(`unknown function: "${name}"`);
  return found;
}
