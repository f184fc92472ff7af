/** The document, schema version 1: the only place where outside data become inside data. */
import * as z from "zod/mini";
import { PARAMETERS, STOPPABLE_KINDS, type Parameter, type ParameterName } from "../engine/index.ts";
import { brandSchema } from "./brand.ts";
import { choice, id, languageTag, longText, name, names, number, positive, text, whole } from "./fields.ts";
import { EMPLOYEES_MAX, EMPLOYEES_MIN, SCHEMA_VERSION, WEEKS_MAX } from "./limits.ts";
import { chartNotesSchema, goalsSchema } from "./annotations.ts";
import { storySchema } from "./story.ts";

const PLANS_MAX = 200;
const INTERVENTIONS_MAX = 500;
const NAMES_MAX = 200;

const week = whole(0, WEEKS_MAX - 1);
const lasting = whole(1, 104);
const isTrue = z.boolean({ error: "not true or false" });

const scope = z.strictObject({
  units: z.exactOptional(names(NAMES_MAX)),
  roles: z.exactOptional(names(NAMES_MAX)),
  sites: z.exactOptional(names(NAMES_MAX)),
});

function dated<K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) {
  return z.strictObject({ week, kind: z.literal(kind), ...shape, scope: z.exactOptional(scope) });
}

/** What a plan does, kind by kind, with the bounds the engine states. */
const INTERVENTION_SCHEMAS = [
  dated("platform", { fast: z.exactOptional(isTrue) }),
  dated("campaign", { weeks: lasting, intensity: positive(2) }),
  dated("events", { every: lasting }),
  dated("communities", {
    count: z.exactOptional(whole(1, 10_000)),
    structuredWeeks: z.exactOptional(lasting),
  }),
  dated("council", {}),
  dated("center", { experts: whole(0, 20) }),
  dated("tribe", { ratio: number(0, 1000), roleClarity: number(0, 1) }),
  dated("measure", { what: choice(["communities", "platform", "both"]) }),
  dated("sponsor", {}),
  dated("sharedService", {}),
  dated("incentive", { weeks: lasting, strength: positive(10) }),
  dated("stop", { what: choice(STOPPABLE_KINDS) }),
] as const;

const share = positive(1);
const SHOCK_SCHEMAS = [
  dated("reorganisation", { share }),
  dated("layoffs", { share }),
  z.strictObject({ week, kind: z.literal("merger"), share }),
  dated("sponsorLeaves", {}),
  dated("budgetCut", { share }),
] as const;

const INTERVENTION_KINDS = kindsOf(INTERVENTION_SCHEMAS);
const SHOCK_KINDS = kindsOf(SHOCK_SCHEMAS);

function kindsOf(schemas: readonly { shape: { kind: z.ZodMiniLiteral<string> } }[]): string[] {
  return schemas.map((schema) => [...schema.shape.kind.def.values][0]);
}

const intervention = z.discriminatedUnion("kind", INTERVENTION_SCHEMAS, {
  error: `not one of ${INTERVENTION_KINDS.join(", ")}`,
});
const shock = z.discriminatedUnion("kind", SHOCK_SCHEMAS, { error: `not one of ${SHOCK_KINDS.join(", ")}` });

export const planSchema = z.strictObject({
  id,
  name,
  notes: z.exactOptional(longText(10_000)),
  /** The week from which it may differ from the plan it was made of; what comes before is shared. */
  forkWeek: z.exactOptional(week),
  interventions: z
    .array(intervention, { error: "not a list" })
    .check(z.maxLength(INTERVENTIONS_MAX, { error: `more than ${INTERVENTIONS_MAX} interventions` })),
});

const ties = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ kind: z.literal("synthetic") }),
    z.strictObject({ kind: z.literal("imported") }),
    z.strictObject({ kind: z.literal("random"), meanDegree: number(0, 200) }),
    z.strictObject({
      kind: z.literal("ring"),
      degree: whole(2, 200).check(z.multipleOf(2, { error: "not even" })),
    }),
    z.strictObject({ kind: z.literal("complete") }),
  ],
  { error: "not one of synthetic, imported, random, ring, complete" },
);

const company = z.strictObject({
  library: z.exactOptional(id),
  name: z.exactOptional(name),
  notes: z.exactOptional(longText(10_000)),
  employees: z.exactOptional(whole(EMPLOYEES_MIN, EMPLOYEES_MAX)),
  roles: z.exactOptional(names(64)),
  salesLikeRole: z.exactOptional(z.nullable(name)),
  sites: z.exactOptional(names(NAMES_MAX)),
  ties: z.exactOptional(ties),
  rewiring: z.exactOptional(number(0, 10)),
});

/** One row of the parameter table as a value or, unless it is a switch, a range to draw from. */
function assumption(row: Parameter) {
  if (row.unit === "switch") {
    const error = "not 0 or 1";
    return z.exactOptional(z.number({ error }).check(z.refine((x) => x === 0 || x === 1, { error })));
  }
  const value = row.unit === "people" ? whole(row.low, row.high) : number(row.low, row.high);
  const range = z
    .strictObject({ low: value, high: value })
    .check(z.refine((given) => given.low <= given.high, { error: "low above high" }));
  return z.exactOptional(z.union([value, range]));
}

type Assumption = number | { low: number; high: number };
const assumptions = z.strictObject(
  Object.fromEntries(PARAMETERS.map((row) => [row.name, assumption(row)])),
) as unknown as z.ZodMiniType<Partial<Record<ParameterName, Assumption>>>;

export const documentSchema = z.strictObject({
  groundwork: z.literal(SCHEMA_VERSION),
  name,
  notes: z.exactOptional(longText(100_000)),
  company,
  assumptions: z._default(assumptions, {}),
  /** What runs differ by beside chance; unless given, the ranges among the assumptions. */
  uncertainty: z.exactOptional(choice(["chance", "plausible"])),
  plans: z
    .array(planSchema, { error: "not a list" })
    .check(
      z.minLength(1, { error: "an empty list" }),
      z.maxLength(PLANS_MAX, { error: `more than ${PLANS_MAX} plans` }),
    ),
  shocks: z._default(
    z.array(shock, { error: "not a list" }).check(z.maxLength(100, { error: "more than 100 shocks" })),
    [],
  ),
  seed: text(200),
  weeks: whole(1, WEEKS_MAX),
  start: z.exactOptional(z.iso.date({ error: "not a date as YYYY-MM-DD" })),
  currency: z.exactOptional(
    z
      .string({ error: "not text" })
      .check(z.regex(/^[A-Z]{3}$/, { error: "not a currency of three capitals" })),
  ),
  locale: z.exactOptional(languageTag),
  /** How what is shown and taken away looks like the firm's own. */
  brand: z.exactOptional(brandSchema),
  story: z.exactOptional(storySchema(WEEKS_MAX)),
  /** What may be spent in a year, at most. */
  capUsdPerYear: z.exactOptional(positive(1e12)),
  goals: z.exactOptional(goalsSchema(WEEKS_MAX)),
  chartNotes: z.exactOptional(chartNotesSchema(WEEKS_MAX)),
});

/** A whole question: one company, n plans, assumptions, shocks, seed and horizon. */
export type Document = z.infer<typeof documentSchema>;
export type Plan = Document["plans"][number];
export type DocumentIntervention = z.infer<typeof intervention>;
export type DocumentShock = z.infer<typeof shock>;
export type DocumentScope = z.infer<typeof scope>;
export type DocumentCompany = z.infer<typeof company>;
export type Assumptions = Document["assumptions"];
