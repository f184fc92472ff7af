/** Where two results of the same question first differ: the run, the week, the measure and both values. */
import { MEASURES } from "../../engine/index.ts";
import type { Result, Tally } from "../../scenarios/index.ts";
import { isRecord } from "./claim.ts";
import { quoted } from "./options.ts";

/** A number or digest before and now; what is known of its place. */
export interface Mismatch {
  readonly company?: string;
  readonly plan?: string;
  readonly replicate?: number;
  readonly week?: number;
  readonly measure: string;
  /** p5 … p95, where a figure over all runs differs. */
  readonly quantile?: string;
  readonly before: unknown;
  readonly now: unknown;
}

export function mismatchText(mismatch: Mismatch): string {
  const { company, plan, replicate, week, measure, quantile, before, now } = mismatch;
  const place = [
    ...(company === undefined ? [] : [`company ${company}`]),
    ...(plan === undefined ? [] : [`plan ${quoted(plan)}`]),
    ...(replicate === undefined ? [] : [`replicate ${replicate}`]),
    ...(week === undefined ? [] : [`week ${week}`]),
    quantile === undefined ? measure : `${measure} ${quantile}`,
  ];
  return `first difference: ${place.join(", ")}: ${shown(before)} before, ${shown(now)} now`;
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : quoted(String(value)).slice(1, -1);
}

/** The first run of two tallies that differs, and its first week. */
export function tallyMismatch(before: Tally, now: Tally): Mismatch | undefined {
  for (const [replicate, runs] of before.runs)
    for (const [i, run] of runs.entries()) {
      const other = now.runs.get(replicate)![i];
      const place = { plan: before.document.plans[i].id, replicate };
      const week = firstWeek(before.weeks, run.columns, other.columns);
      if (week !== undefined) return { ...place, ...measureAt(before, week, run.columns, other.columns) };
      if (run.digest !== other.digest)
        return { ...place, measure: "digest", before: run.digest, now: other.digest };
    }
  return undefined;
}

function firstWeek(weeks: number, a: Float64Array, b: Float64Array): number | undefined {
  let first = weeks + 1;
  a.forEach((value, i) => {
    if (!Object.is(value, b[i])) first = Math.min(first, i % (weeks + 1));
  });
  return first > weeks ? undefined : first;
}

function measureAt(
  { measures, weeks }: Tally,
  week: number,
  a: Float64Array,
  b: Float64Array,
): Pick<Mismatch, "week" | "measure" | "before" | "now"> {
  const m = measures.findIndex((_, i) => !Object.is(a[i * (weeks + 1) + week], b[i * (weeks + 1) + week]));
  const at = m * (weeks + 1) + week;
  return { week, measure: measures[m], before: a[at], now: b[at] };
}

/** The first row of runs.csv that its run doesn't give now. */
export function rowMismatch(now: Tally, text: string): Mismatch | undefined {
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split(",");
  const { plans } = now.document;
  const wanted = plans.length * now.runs.size;
  if (lines.length !== wanted) return { measure: "rows of runs.csv", before: lines.length, now: wanted };
  for (const [k, line] of lines.entries()) {
    const [plan, replicate] = [plans[k % plans.length].id, Math.floor(k / plans.length)];
    const run = now.runs.get(replicate)![k % plans.length];
    const finals = MEASURES.map((_, m) => run.columns[m * (now.weeks + 1) + now.weeks]);
    const fresh = [plan, replicate, run.digest, ...finals].map(String);
    const cells = line.split(",");
    const c = fresh.findIndex((cell, i) => cell !== cells[i]);
    if (c !== -1) return { plan, replicate, measure: names[c] ?? "row", before: cells[c], now: fresh[c] };
  }
  return undefined;
}

/** The earliest week at which a figure of a result file isn't what it is now; before anything else in the file. */
export function figureMismatch(before: unknown, now: Result): Mismatch | undefined {
  const fresh: unknown = JSON.parse(JSON.stringify({ ...now, engine: entryOf(before, "engine") }));
  const differences = [...leaves(before, fresh, [])];
  const found = differences.map(placed(now)).toSorted((a, b) => (a.week ?? Infinity) - (b.week ?? Infinity));
  return found[0];
}

interface Leaf {
  readonly path: readonly (string | number)[];
  readonly before: unknown;
  readonly now: unknown;
}

function entryOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return (value as unknown[])[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Every place where two JSON values differ. */
function* leaves(before: unknown, now: unknown, path: readonly (string | number)[]): Generator<Leaf> {
  const isList = Array.isArray(before) && Array.isArray(now);
  if (!isList && !(isRecord(before) && isRecord(now))) {
    if (!Object.is(before, now)) yield { path, before, now };
    return;
  }
  const keys = isList
    ? Array.from({ length: Math.max(before.length, now.length) }, (_, i) => i)
    : new Set([...Object.keys(before as object), ...Object.keys(now as object)]);
  for (const key of keys) yield* leaves(entryOf(before, key), entryOf(now, key), [...path, key]);
}

/** A leaf in the terms of the result: plans[1].measures.deepShare.p50[57] is a plan's measure in a week. */
function placed({ plans }: Result): (leaf: Leaf) => Mismatch {
  return ({ path, before, now }) => {
    const [part, i, group, measure, quantile, week] = path;
    const plan = part === "plans" ? plans[Number(i)]?.id : undefined;
    if (plan === undefined || group !== "measures" || typeof week !== "number")
      return { measure: path.join("."), before, now };
    return { plan, week, measure: String(measure), quantile: String(quantile), before, now };
  };
}
