/** A document from text or from plain values, checked, and its JSON Schema. */
import * as z from "zod/mini";
import { PARAMETERS } from "../engine/index.ts";
import { annotationFaults, annotationsWithin } from "./annotations.ts";
import { inputError } from "./errors.ts";
import { issueMessages } from "./issues.ts";
import { parseJson, plainCopy } from "./json.ts";
// All companies that a document may be about.
import "./library/companies.ts";
import { companyById } from "./library/known.ts";
import { SCHEMA_VERSION } from "./limits.ts";
import { firstOf, type Locate, pathText, rememberPlaces } from "./locate.ts";
import { migrate } from "./migrate.ts";
import { documentSchema, planSchema, type Document } from "./schema.ts";
import type { Story } from "./story.ts";

const ISSUES_SHOWN = 20;

/** Reads a document from JSON text; `name` is the file's name in errors. @throws InputError */
export function parseDocument(text: string, name = ""): Document {
  const json = parseJson(text, name);
  return checkLocated(json.value, (path) => {
    const line = json.lineOf(path);
    return name ? `${name}:${line}` : `line ${line}`;
  });
}

/** Checks a plain value as a document: for documents changed in memory. @throws InputError */
export function checkDocument(value: unknown, name = ""): Document {
  return checkLocated(plainCopy(value), () => name);
}

/**
 * Checks a document made from one that was checked before: plans that both hold, and all else if it is the same, are
 * not parsed again. As strict as checkDocument, and quick enough for every move of a hand. @throws InputError
 */
export function checkChange(before: Document, after: Document): Document {
  const isSame = (Object.keys({ ...before, ...after }) as (keyof Document)[]).every(
    (key) => key === "plans" || before[key] === after[key],
  );
  if (!isSame || before.plans.length !== after.plans.length) return checkDocument(after);
  const plans = after.plans.flatMap((one) => {
    if (before.plans.includes(one)) return [one];
    const parsed = planSchema.safeParse(plainCopy(one));
    return parsed.success ? [parsed.data] : [];
  });
  const checked: Document = { ...after, plans };
  const isWhole = plans.length === after.plans.length;
  // The whole check knows the words for what is wrong.
  return isWhole && contradictions(checked, () => "").length === 0 ? checked : checkDocument(after);
}

/** Checks a plain value as a document, part of a larger text. @throws InputError */
export function checkLocated(value: unknown, locate: Locate): Document {
  const fields = migrate(value, locate);
  const parsed = documentSchema.safeParse(fields);
  const messages = parsed.success
    ? contradictions(parsed.data, locate)
    : issueMessages(parsed.error.issues.slice(0, ISSUES_SHOWN), fields, locate);
  if (messages.length > 0) throw firstOf(messages.slice(0, ISSUES_SHOWN), ISSUES_SHOWN);
  const document = parsed.data!;
  rememberPlaces(document, locate);
  return document;
}

/** What single fields can't show: ids given twice, dates beyond the horizon, companies nobody knows. */
function contradictions(document: Document, locate: Locate): string[] {
  const { company, plans, weeks } = document;
  const messages: string[] = [];
  const add = (path: readonly PropertyKey[], why: string, value: unknown) =>
    messages.push(inputError(`invalid ${pathText(path)}`, why, value, locate(path)).message);
  const base = company.library === undefined ? undefined : companyById(company.library);
  if (company.library !== undefined && !base) {
    messages.push(inputError("unknown company", "", company.library, locate(["company", "library"])).message);
  }
  const employees = company.employees ?? base?.company.employees;
  if (company.library === undefined && employees === undefined) {
    const place = locate(["company"]);
    messages.push(`missing company.employees${place && ` (${place})`}`);
  }
  if (employees !== undefined && company.roles && company.roles.length > employees) {
    add(["company", "roles"], "more roles than employees", company.roles.length);
  }
  const seen = new Set<string>();
  for (const [i, plan] of plans.entries()) {
    if (seen.has(plan.id)) add(["plans", i, "id"], "an id twice", plan.id);
    seen.add(plan.id);
    for (const [k, { week }] of plan.interventions.entries()) {
      if (week >= weeks) add(["plans", i, "interventions", k, "week"], `not in [0, ${weeks - 1}]`, week);
    }
  }
  for (const [i, { week }] of document.shocks.entries()) {
    if (week >= weeks) add(["shocks", i, "week"], `not in [0, ${weeks - 1}]`, week);
  }
  for (const [i, step] of (document.story?.steps ?? []).entries()) {
    if (step.week > weeks) add(["story", "steps", i, "week"], `not in [0, ${weeks}]`, step.week);
    for (const [k, id] of step.plans.entries()) {
      if (!seen.has(id)) add(["story", "steps", i, "plans", k], "no plan of the document", id);
    }
  }
  storyFaults(document, add);
  annotationFaults(document, weeks, add);
  return messages;
}

/** Every language tells every step, and none is the story's own. */
function storyFaults(
  { story, locale = "en" }: Document,
  add: (path: readonly PropertyKey[], why: string, value: unknown) => void,
): void {
  const count = story?.steps.length ?? 0;
  for (const [i, { language, steps }] of (story?.translations ?? []).entries()) {
    const path = ["story", "translations", i];
    if (language === locale) add([...path, "language"], "the document's own language", language);
    if (steps.length !== count) add([...path, "steps"], `not ${count} steps`, steps.length);
  }
}

/** A document with another horizon: what is dated beyond it is left out, the story ends with it, and both are said. @throws InputError */
export function shortened(document: Document, weeks: number): { document: Document; report: string[] } {
  const report: string[] = [];
  const keep = (owner: string) => (item: { week: number; kind: string }) => {
    if (!(item.week >= weeks)) return true;
    report.push(`left out of ${owner}: ${item.kind} in week ${item.week}`);
    return false;
  };
  const plans = document.plans.map((plan) => ({
    ...plan,
    interventions: plan.interventions.filter(keep(`"${plan.name}"`)),
  }));
  const shocks = document.shocks.filter(keep("the shocks"));
  const told = document.story && { story: endingBy(document.story, weeks, report) };
  const annotations = annotationsWithin(document, weeks, report);
  return { document: checkDocument({ ...document, plans, shocks, ...told, ...annotations, weeks }), report };
}

/** A story's later steps tell of the new end. */
function endingBy(story: Story, weeks: number, report: string[]): Story {
  return {
    ...story,
    steps: story.steps.map((step) => {
      if (!(step.week > weeks)) return step;
      report.push(`moved to the end: "${step.name}" of the story, from week ${step.week}`);
      return { ...step, week: weeks };
    }),
  };
}

/** The JSON Schema (draft 2020-12) of documents, with every assumption's label, unit and default. */
export function documentJsonSchema(): object {
  const schema = z.toJSONSchema(documentSchema, { io: "input" });
  const assumptions = schema.properties!["assumptions"] as z.core.JSONSchema.Schema;
  for (const row of PARAMETERS) {
    const field = assumptions.properties![row.name] as z.core.JSONSchema.Schema;
    field.description = `${row.label} (${row.unit}); ${row.default} unless given`;
  }
  const title = `Groundwork document, version ${SCHEMA_VERSION}`;
  return { title, ...schema };
}
