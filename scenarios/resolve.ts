/** From a document and an organisation to what the engine runs. */
import { PARAMETERS, parametersWith } from "../engine/index.ts";
import type { Intervention, ParameterName, Parameters, RunSpec, Scope, Shock } from "../engine/index.ts";
import { runKey, STREAM, uniform, weekKey } from "../engine/random.ts";
import { drawnValue } from "./drawn.ts";
import { inputError } from "./errors.ts";
import type { Path } from "./json.ts";
import { companyById } from "./library/known.ts";
import { EMPLOYEES_MAX } from "./limits.ts";
import { placeOf } from "./locate.ts";
import type { Organisation } from "./organisation.ts";
import type { Assumptions, Document, DocumentScope } from "./schema.ts";
import { seedWords } from "./seeds.ts";

/** The plan at an index, its names as indices. @throws InputError `unknown role: "chief" (plan.json:12)` */
export function planOf(document: Document, organisation: Organisation, planIndex: number): Intervention[] {
  const plan = document.plans[planIndex];
  if (!plan) throw inputError("unknown plan", `not in [0, ${document.plans.length - 1}]`, planIndex);
  return plan.interventions.map((item, i) => {
    const { scope, ...rest } = item;
    const path = ["plans", planIndex, "interventions", i];
    return scope ? { ...rest, scope: scopeOf(scope, document, organisation, path) } : rest;
  });
}

/** The shocks, their names as indices. @throws InputError */
export function shocksOf(document: Document, organisation: Organisation): Shock[] {
  const { employeeCount } = organisation.company;
  let total = employeeCount;
  return document.shocks.map((shock, i) => {
    if (shock.kind === "merger") total += Math.round(shock.share * employeeCount);
    if (total > EMPLOYEES_MAX) {
      const place = placeOf(document, ["shocks", i]);
      throw inputError("too many employees after a merger", `more than ${EMPLOYEES_MAX}`, total, place);
    }
    if (shock.kind === "merger") return shock;
    const { scope, ...rest } = shock;
    return scope ? { ...rest, scope: scopeOf(scope, document, organisation, ["shocks", i]) } : rest;
  });
}

function scopeOf(scope: DocumentScope, document: Document, organisation: Organisation, path: Path): Scope {
  const indices = (key: keyof DocumentScope, word: string, names: readonly string[]) => {
    const list = scope[key];
    if (list === undefined) return {};
    return { [key]: list.map((name, i) => indexOf(name, word, names, document, [...path, "scope", key, i])) };
  };
  return {
    ...indices("units", "unit", organisation.unitNames),
    ...indices("roles", "role", organisation.roleNames),
    ...indices("sites", "site", organisation.siteNames),
  };
}

function indexOf(
  name: string,
  word: string,
  names: readonly string[],
  document: Document,
  path: Path,
): number {
  const index = names.indexOf(name);
  if (index === -1) throw inputError(`unknown ${word}`, "", name, placeOf(document, path));
  return index;
}

/** The assumptions of one replicate, the same for all plans: defaults, then the library company's, then the document's. */
export function parametersOf(document: Document, replicate: number): Parameters {
  const { uncertainty } = document;
  const base = companyById(document.company.library ?? "")?.assumptions;
  const given: Assumptions = { ...base, ...document.assumptions };
  const run = runKey(seedWords(document.seed), replicate);
  const values: Partial<Record<ParameterName, number>> = {};
  for (const [row, parameter] of PARAMETERS.entries()) {
    const value = given[parameter.name] ?? (uncertainty === "plausible" ? parameter.default : undefined);
    if (value === undefined) continue;
    const u = uniform(0, weekKey(run, STREAM.assumptions, 0, row));
    values[parameter.name] = drawnValue(parameter, value, uncertainty, u);
  }
  return parametersWith(values);
}

/** One run: plan × replicate. @throws InputError */
export function specOf(
  document: Document,
  organisation: Organisation,
  planIndex: number,
  replicate: number,
): RunSpec {
  return {
    company: organisation.company,
    parameters: parametersOf(document, replicate),
    plan: planOf(document, organisation, planIndex),
    shocks: shocksOf(document, organisation),
    weeks: document.weeks,
    seed: seedWords(document.seed),
    replicate,
  };
}
