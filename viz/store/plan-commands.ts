/** What can be done to the plans of a document: pure functions from document to document. */
import { LIBRARY, type Document, type Plan } from "../../scenarios/index.ts";
import type { Command } from "./step-commands.ts";

/** Adds a plan after all others. */
export function addPlan(plan: Pick<Plan, "name" | "interventions"> & Partial<Plan>): Command {
  return (document) => {
    const id = freeId(document, plan.id ?? idFrom(plan.name));
    return { ...document, plans: [...document.plans, { ...plan, id, name: freeName(document, plan.name) }] };
  };
}

/** Adds a copy of a plan after all others, whose places are their colours. */
export function duplicatePlan(id: string): Command {
  return withCopy(id, (plan, document) => ({ ...plan, name: freeName(document, plan.name) }));
}

/** Adds a copy of a plan that may differ from a week on and shares all before it. */
export function forkPlan(id: string, week: number, name: string): Command {
  return withCopy(id, (plan, document) => ({
    ...plan,
    name: freeName(document, name),
    forkWeek: Math.max(0, Math.min(document.weeks - 1, Math.round(week))),
  }));
}

/** Lets a plan be changed in the past that it shares. */
export function openPast(id: string): Command {
  const opened = ({ forkWeek: _forkWeek, ...plan }: Plan): Plan => plan;
  return (document) => ({
    ...document,
    plans: document.plans.map((plan) => (plan.id === id ? opened(plan) : plan)),
  });
}

/** The other plans that do the same before the week from which a plan may differ. */
export function plansOfPast({ plans }: Document, { id, forkWeek = 0, interventions }: Plan): Plan[] {
  const pastOf = (steps: Plan["interventions"]): string =>
    JSON.stringify(steps.filter((step) => step.week < forkWeek));
  const past = pastOf(interventions);
  return plans.filter((plan) => plan.id !== id && pastOf(plan.interventions) === past);
}

function withCopy(id: string, copyOf: (plan: Plan, document: Document) => Plan): Command {
  return (document) => {
    const plan = document.plans.find((one) => one.id === id);
    if (plan === undefined) return document;
    const copy = { ...copyOf(plan, document), id: freeId(document, plan.id) };
    return { ...document, plans: [...document.plans, copy] };
  };
}

export function removePlan(id: string): Command {
  return (document) => ({ ...document, plans: document.plans.filter((plan) => plan.id !== id) });
}

export function renamePlan(id: string, name: string): Command {
  return (document) => ({
    ...document,
    plans: document.plans.map((plan) => (plan.id === id ? { ...plan, name } : plan)),
  });
}

/** Moves a plan up (−1) or down (1) in the order that gives plans their colours. */
export function shiftPlan(id: string, by: -1 | 1): Command {
  return (document) => {
    const from = document.plans.findIndex((plan) => plan.id === id);
    const plans = [...document.plans];
    const [plan] = plans.splice(from, 1);
    plans.splice(Math.max(0, from + by), 0, plan);
    return { ...document, plans };
  };
}

/** Puts what a library plan does, its name and its notes into the place of a plan. */
export function takeLibraryPlan(id: string, libraryId: string): Command {
  return (document) => {
    const source = LIBRARY.plans.find((plan) => plan.id === libraryId);
    if (source === undefined) return document;
    const others = { ...document, plans: document.plans.filter((plan) => plan.id !== id) };
    const interventions = source.interventions.filter(({ week }) => week < document.weeks);
    const taken = {
      id: freeId(others, libraryId),
      name: freeName(others, source.name),
      notes: source.note,
      interventions,
    };
    return { ...document, plans: document.plans.map((plan) => (plan.id === id ? taken : plan)) };
  };
}

const ID_LENGTH = 64;
const NAME_LENGTH = 120;

/** An id from a name: its letters and digits. */
function idFrom(name: string): string {
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return id.replaceAll(/^-|-$/g, "").slice(0, ID_LENGTH - 4) || "plan";
}

function freeId({ plans }: Document, wish: string): string {
  const taken = new Set(plans.map((plan) => plan.id));
  return free(wish.replace(/-\d+$/, "").slice(0, ID_LENGTH - 4), taken, (stem, n) => `${stem}-${n}`, wish);
}

/** "Problems first", "Problems first 2", …: one name a plan, so that sentences can tell them apart. */
function freeName({ plans }: Document, wish: string): string {
  const taken = new Set(plans.map((plan) => plan.name));
  const stem = wish.replace(/ \d+$/, "");
  return free(
    Array.from(stem)
      .slice(0, NAME_LENGTH - 4)
      .join(""),
    taken,
    (text, n) => `${text} ${n}`,
    wish,
  );
}

function free(
  stem: string,
  taken: ReadonlySet<string>,
  text: (stem: string, n: number) => string,
  wish: string,
): string {
  if (!taken.has(wish)) return wish;
  let n = 2;
  while (taken.has(text(stem, n))) n++;
  return text(stem, n);
}
