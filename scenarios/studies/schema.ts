/** The study document, schema version 1: what varies, by which design, how often, and what is kept of every run. */
import * as z from "zod/mini";
import { MEASURES, PARAMETERS, type MeasureName, type ParameterName } from "../../engine/index.ts";
import { choice, id, longText, name, number, positive, text, whole } from "../fields.ts";
import { EMPLOYEES_MAX, WEEKS_MAX } from "../limits.ts";

export const STUDY_VERSION = 1;
const REPLICATES_MAX = 100_000;
const POINTS_MAX = 1_000_000;
/** Points that a table lists one by one. */
export const POINTS_LISTED_MAX = 1000;
const BIG = 1e300;

const PARAMETER_NAMES = PARAMETERS.map((row) => row.name) as [ParameterName, ...ParameterName[]];
const MEASURE_NAMES = MEASURES.map((row) => row.name) as [MeasureName, ...MeasureName[]];

const any = number(-BIG, BIG);
const isTrue = z.boolean({ error: "not true or false" });
const parameter = z.enum(PARAMETER_NAMES, { error: "not an assumption; `list parameters` shows them" });
const measure = z.enum(MEASURE_NAMES, { error: "not a measure; `list measures` shows them" });
const week = whole(0, WEEKS_MAX);

/** A list that isn't empty. */
function list<T extends z.core.SomeType>(item: T, most: number) {
  return z
    .array(item, { error: "not a list" })
    .check(
      z.minLength(1, { error: "an empty list" }),
      z.maxLength(most, { error: `more than ${most} entries` }),
    );
}

function distribution<K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) {
  return z.strictObject({ name: parameter, distribution: z.literal(kind), ...shape });
}

/** How an assumption varies; a normal one is cut at the bounds of its row in the table of parameters. */
const DISTRIBUTIONS = [
  distribution("uniform", { low: any, high: any }),
  distribution("log uniform", { low: positive(BIG), high: positive(BIG) }),
  distribution("triangular", { low: any, mode: any, high: any }),
  distribution("normal", { mean: any, sd: positive(BIG) }),
  distribution("values", { values: list(any, 1000) }),
] as const;

const factor = z.discriminatedUnion("distribution", DISTRIBUTIONS, {
  error: "not one of uniform, log uniform, triangular, normal, values",
});

function design<K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) {
  return z.strictObject({ kind: z.literal(kind), ...shape });
}

const points = whole(1, POINTS_MAX);
/** Two factors whose ranks go together. */
const correlation = z.strictObject({ a: parameter, b: parameter, rank: number(-0.99, 0.99) });
const DESIGNS = [
  design("table", { points: list(z.partialRecord(parameter, any), POINTS_LISTED_MAX) }),
  design("factorial", { levels: z.exactOptional(whole(2, 100)) }),
  design("latin hypercube", {
    points: whole(1, 100_000),
    maximinExchanges: z.exactOptional(whole(0, 1_000_000)),
    correlations: z.exactOptional(list(correlation, 1000)),
  }),
  design("sobol", { points, skip: z.exactOptional(whole(0, 2 ** 31)), scrambled: z.exactOptional(isTrue) }),
  design("saltelli", {
    points,
    secondOrder: z.exactOptional(isTrue),
    scrambled: z.exactOptional(isTrue),
  }),
  design("morris trajectories", { blocks: whole(2, 10_000), levels: z.exactOptional(whole(2, 100)) }),
  design("morris radial", { blocks: whole(2, 10_000) }),
  design("plackett burman", { folded: z.exactOptional(isTrue) }),
] as const;

const DESIGN_KINDS = DESIGNS.map((schema) => [...schema.shape.kind.def.values][0]);

/** The model's measure, or one of the study's own. */
const measured = text(200);

function taken<K extends string, S extends z.core.$ZodLooseShape>(take: K, shape: S) {
  return z.strictObject({ take: z.literal(take), measure: measured, ...shape });
}

const weights = z.partialRecord(measure, any, { error: "not an object of measures and weights" });

/** A measure of the study's own, week by week: a weighted sum of the model's, over another one if there is one. */
const ownMeasure = z.strictObject({
  name: id,
  label: z.exactOptional(name),
  unit: z._default(choice(["share", "count", "USD", "index", "weeks"]), "index"),
  sum: weights,
  over: z.exactOptional(weights),
});

const span = { name: id, from: z.exactOptional(week), to: z.exactOptional(week) };

/** What is kept of a run: a measure in a week, over weeks, or week by week. */
const OUTPUTS = [
  taken("at", { week, name: z.exactOptional(id) }),
  taken("mean", span),
  taken("sum", span),
  taken("least", span),
  taken("most", span),
  taken("first week above", { name: id, level: any }),
  taken("trace", { every: whole(1, WEEKS_MAX) }),
] as const;

const output = z.union(
  [
    measured,
    z.discriminatedUnion("take", OUTPUTS, {
      error: "not one of at, mean, sum, least, most, first week above, trace",
    }),
  ],
  { error: "neither a measure nor an object with take" },
);

/** Observed weeks that assumptions are calibrated to: a CSV file beside the study. */
const observed = z.strictObject({
  file: text(200),
  /** The document's plan that the company followed; default its first. */
  plan: z.exactOptional(id),
  /** Measures by the names of their columns, where these aren't the measures' own. */
  columns: z.exactOptional(z.record(text(200), measure, { error: "not an object of columns and measures" })),
  /** Whether columns of shares count people instead: of the company's employees, or of so many. */
  people: z.exactOptional(
    z.union([isTrue, whole(1, EMPLOYEES_MAX)], { error: "not true, false or a whole number of people" }),
  ),
});
/**
 * How often every point is run: so many times, or until the mean difference b − a of an output is known to a half-width,
 * in the output's unit, at most so many times.
 */
const replicates = z.union(
  [
    whole(1, REPLICATES_MAX),
    z.strictObject({
      output: text(200),
      a: id,
      b: id,
      halfWidth: positive(BIG),
      most: whole(32, REPLICATES_MAX),
    }),
  ],
  { error: "neither a whole number nor an object with output, a, b, halfWidth and most" },
);

/** All of a study but its scenario document, which has a schema of its own. */
export const studySchema = z.strictObject({
  study: z.literal(STUDY_VERSION),
  name,
  notes: z.exactOptional(longText(100_000)),
  factors: z._default(
    z.array(factor, { error: "not a list" }).check(z.maxLength(100, { error: "more than 100 factors" })),
    [],
  ),
  design: z.discriminatedUnion("kind", DESIGNS, { error: `not one of ${DESIGN_KINDS.join(", ")}` }),
  replicates,
  measures: z.exactOptional(list(ownMeasure, 100)),
  outputs: list(output, 200),
  /** Whether to keep what happens to everybody, in a file of its own. */
  events: z.exactOptional(isTrue),
  observed: z.exactOptional(observed),
  seed: text(200),
});

type Fields = z.infer<typeof studySchema>;
export type StudyFactor = Fields["factors"][number];
export type OwnMeasure = NonNullable<Fields["measures"]>[number];
export type StudyOutput = Fields["outputs"][number];
export type Replicates = Fields["replicates"];
export type Wanted = Exclude<Replicates, number>;
export type StudyFields = Fields;
