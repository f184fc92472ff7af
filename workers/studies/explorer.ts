/** What explores a table away from the page's own thread: opens files, compares plans point by point, analyses. */
import {
  listColumns,
  meanPoints,
  orderOf,
  outputIn,
  pairPoints,
  tableIn,
  type Columns,
  type PairPoints,
  type StudyTable,
} from "../../scenarios/exploration/index.ts";
import { decide, type Decision } from "../../scenarios/decisions/index.ts";
import {
  differenceOf,
  experimentOf,
  findingOf,
  layoutOf,
  parseStudy,
  type Finding,
  type Grid,
} from "../../scenarios/studies/index.ts";
import { bufferOf, chunksOf, openTableFile } from "./table-file.ts";

/** One output of one plan, or of one plan against another. */
export interface Question {
  readonly output: string;
  /** Places of plans in the table; without `a` the plan itself is looked at. */
  readonly a: number | null;
  readonly b: number;
}

/** A question's answer point by point. */
export interface Look extends PairPoints {
  /** Mean value of each plan by point, in the table's order of plans. */
  readonly means: readonly Float64Array[];
  /** Points with a difference, in ascending order of it. */
  readonly order: Uint32Array;
}

/** What drives an output, and by how many points that is known. */
export interface Analysed extends Finding {
  readonly points: number;
}

/** What the page sees of it, behind a wire. */
export interface Explorer {
  /** Opens a table in Parquet or CSV; the one that was open is let go. @throws InputError */
  readonly open: (file: File) => Promise<StudyTable>;
  /** Takes over a table that was simulated: `values[output][plan][run]`. */
  readonly take: (table: StudyTable, values: readonly (readonly Float64Array[])[]) => void;
  readonly look: (question: Question) => Promise<Look>;
  /** By the design's own analysis where it needs all points, else by rank correlations over the first of them. */
  readonly analyse: (question: Question) => Promise<Analysed>;
  /** The choice between all plans by an output, as the verb decide makes it; undefined where no point can be judged. */
  readonly decide: (output: string) => Promise<Decision | undefined>;
}

interface Open {
  readonly table: StudyTable;
  readonly valuesOf: (output: string) => Promise<readonly Float64Array[]>;
}

export function createExplorer(): Explorer {
  let open: Open | undefined;
  const opened = (): Open => {
    if (open === undefined) throw new Error("no table is open");
    return open;
  };
  return {
    open: async (file) => {
      const next = await openFile(file);
      open = next;
      return next.table;
    },
    take: (table, values) => {
      open = { table, valuesOf: (output) => Promise.resolve(values[table.outputs.indexOf(output)]) };
    },
    look: (question) => lookAt(opened(), question),
    analyse: (question) => analysed(opened(), question),
    decide: (output) => decidedBy(opened(), output),
  };
}

async function openFile(file: File): Promise<Open> {
  const isParquet = (await file.slice(0, 4).text()) === "PAR1";
  const { columns, study } = isParquet
    ? await openTableFile(bufferOf(file), file.name)
    : { columns: await listColumns(chunksOf(file), file.name), study: undefined };
  const table = await tableIn(columns, study === undefined ? null : parseStudy(study, file.name), file.name);
  return { table, valuesOf: remembering(columns, table) };
}

/** The output that was asked for last stays at hand. */
function remembering(columns: Columns, table: StudyTable): Open["valuesOf"] {
  let last: { readonly output: string; readonly values: Promise<readonly Float64Array[]> } | undefined;
  return (output) => {
    if (last?.output !== output) last = { output, values: outputIn(columns, table, output) };
    return last.values;
  };
}

async function lookAt({ table, valuesOf }: Open, { output, a, b }: Question): Promise<Look> {
  const values = await valuesOf(output);
  const base = a === null ? new Float64Array(values[b].length) : values[a];
  const pair = pairPoints(base, values[b], table.replicates);
  return {
    ...pair,
    means: values.map((own) => meanPoints(own, table.replicates)),
    order: orderOf(pair.differences),
  };
}

async function analysed({ table, valuesOf }: Open, { output, a, b }: Question): Promise<Analysed> {
  const values = await valuesOf(output);
  const design = designOf(table);
  const { length: points } = design.experiment.points;
  const { replicates } = table;
  const grid = (own: Float64Array): Grid => ({
    points,
    replicates,
    values: own.subarray(0, points * replicates),
  });
  const asked = a === null ? grid(values[b]) : differenceOf(grid(values[a]), grid(values[b]));
  return { points, ...findingOf(design, asked) };
}

async function decidedBy({ table, valuesOf }: Open, output: string): Promise<Decision | undefined> {
  const { plans, factors, pointCount: points, replicates, study, name } = table;
  const payoffs = { plans: plans.map(({ id }) => id), points, replicates, values: await valuesOf(output) };
  return decide(payoffs, factors, { threshold: 0, seed: study?.seed ?? name });
}

/** Designs whose analysis needs all of their points together. */
const WHOLE = new Set<string>(["saltelli", "morris trajectories", "morris radial", "plackett burman"]);
/** Points of any other design that are enough for its correlations: drawing many more again takes minutes. */
const POINTS_MOST = 2048;

/** The study's own design, or its first points taken as given. */
function designOf({
  study,
  factors,
  pointCount,
  replicates,
  name,
}: StudyTable): Parameters<typeof findingOf>[0] {
  if (study !== null && WHOLE.has(study.design.kind)) return layoutOf(study);
  const points = Array.from({ length: Math.min(pointCount, POINTS_MOST) }, (_, point) =>
    Object.fromEntries(factors.map((factor) => [factor.name, factor.values[point]])),
  );
  const seed = study?.seed ?? name;
  const given = { seed, replicates, factors: [], design: { kind: "table" as const, points } };
  return { study: given, experiment: experimentOf(given) };
}
