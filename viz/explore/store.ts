/** What Explore has open: a table, the question asked of it, the ranges chosen, and what follows from them. */
import { batch, computed, effect, signal } from "@preact/signals";
import type { Remote } from "comlink";
import {
  histogramOf,
  markChosen,
  phaseMapOf,
  readableStrips,
  runningOf,
  settlingOf,
  smoothShares,
  stripOf,
  type Range,
  type StudyTable,
} from "../../scenarios/exploration/index.ts";
import { decisionSentences, type DecisionSentences } from "../../scenarios/decisions/index.ts";
import { outputsOf } from "../../scenarios/studies/outputs.ts";
import { createBrowserExplorer, type BrowserExplorer } from "../../workers/studies/browser-explorer.ts";
import type { Analysed, Explorer, Look, Question } from "../../workers/studies/explorer.ts";
import { decisionWords } from "../words/decisions.ts";
import { tableNotation } from "./words.ts";

export const table = signal<StudyTable | null>(null);
/** How its numbers are written. */
export const notation = computed(() => tableNotation(table.value));
/** The file or study that is being opened; empty if none. */
export const opening = signal("");
/** Why the last file was refused, or an answer failed; empty if neither. */
export const trouble = signal("");

/** What is asked: an output of plan b, against plan a or alone. */
export const question = signal<Question>({ output: "", a: null, b: 0 });
export const look = signal<Look | null>(null);
export const analysed = signal<Analysed | null>(null);
export const isAnalysing = signal(false);
/** What the whole table says of the choice between its plans, in the terminal's own sentences; null until it is known. */
export const decided = signal<DecisionSentences | null>(null);

/** By factor; null is the whole strip. */
export const ranges = signal<readonly (Range | null)[]>([]);
/** The factors of the map and of the scatter, by their places. */
export const axes = signal({ x: 0, y: 1 });
/** The cell of the map that is read; null is none. */
export const cell = signal<number | null>(null);
/** The point that is read; null is none. */
export const point = signal<number | null>(null);

/** Text the browser would not copy, shown to be copied by hand; null if none. */
export const copying = signal<string | null>(null);

export const strips = computed(() => (table.value?.factors ?? []).map(stripOf));

/** Points within all ranges, and how many. */
export const chosen = computed(() => {
  const { factors, pointCount } = table.value ?? { factors: [], pointCount: 0 };
  const marks = new Uint8Array(pointCount);
  return { marks, count: markChosen(factors, ranges.value, marks) };
});
export const histograms = computed(() => strips.value.map((strip) => histogramOf(strip, chosen.value.marks)));

/** The strips of the map's axes. */
const mapStrips = computed(() => {
  const { x, y } = axes.value;
  const pair = [strips.value[x], strips.value[y]];
  return readableStrips(pair, table.value?.pointCount ?? 0);
});

/** The map over two different factors; null without a second one. */
export const phaseMap = computed(() => {
  const { x, y } = axes.value;
  const [across, up] = mapStrips.value;
  if (look.value === null || across === undefined || up === undefined || x === y) return null;
  const map = phaseMapOf(across, up, look.value, chosen.value.marks);
  return { map, smooth: smoothShares(map), x: across, y: up };
});

/** What is chosen once the hand rests: what takes longer follows it and not the hand. */
export const rested = signal(chosen.peek());
const REST_MILLIS = 90;
let resting: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  const now = chosen.value;
  clearTimeout(resting);
  resting = setTimeout(() => (rested.value = now), REST_MILLIS);
});

const QUARTILES = [0.25, 0.5, 0.75] as const;
export const running = computed(() => {
  const strip = strips.value[axes.value.x];
  const { marks } = rested.value;
  if (look.value === null || strip === undefined || marks.length !== strip.bins.length) return null;
  const { differences, order } = look.value;
  return runningOf(strip, differences, order, marks, QUARTILES);
});
export const settling = computed(() => {
  const { marks } = rested.value;
  if (look.value === null || marks.length !== look.value.differences.length) return [];
  return settlingOf(look.value.differences, marks);
});

/** Mean share over chosen points of the runs that b is ahead in, and their number. */
export const ahead = computed(() => {
  let [sum, count] = [0, 0];
  const { marks } = chosen.value;
  const shares = look.value?.shares;
  if (shares === undefined || shares.length !== marks.length) return { share: NaN, count: 0 };
  for (let i = 0; i < shares.length; i++) {
    if (marks[i] === 0 || Number.isNaN(shares[i])) continue;
    sum += shares[i];
    count++;
  }
  return { share: sum / count, count };
});

let worker: BrowserExplorer | undefined;
const explorer = (): Remote<Explorer> => (worker ??= createBrowserExplorer()).explorer;

/** Opens a dropped table; one that can't be read leaves what was open. */
export async function openFile(file: File): Promise<void> {
  opening.value = file.name;
  try {
    begin(await explorer().open(file));
  } catch (error) {
    trouble.value = messageOf(error);
  } finally {
    opening.value = "";
  }
}

/** Takes over runs that were simulated here: `values[output][plan][run]`. */
export async function takeRuns(
  taken: StudyTable,
  values: readonly (readonly Float64Array[])[],
): Promise<void> {
  await explorer().take(taken, values);
  if (table.peek()?.study === taken.study && taken.study !== null) ask({});
  else begin(taken);
}

function begin(opened: StudyTable): void {
  batch(() => {
    trouble.value = "";
    look.value = null;
    analysed.value = null;
    decided.value = null;
    table.value = opened;
    ranges.value = opened.factors.map(() => null);
    axes.value = { x: 0, y: Math.min(1, opened.factors.length - 1) };
    point.value = null;
    cell.value = null;
  });
  const output = opened.outputs.includes("netValue") ? "netValue" : opened.outputs[0];
  ask({ output, a: opened.plans.length > 1 ? 0 : null, b: Math.min(1, opened.plans.length - 1) });
}

/** Grows with every question: answers to older ones are not shown. */
let asked = 0;

/** Asks anew, with some of the question changed. */
export function ask(change: Partial<Question>): void {
  question.value = { ...question.peek(), ...change };
  isAnalysing.value = true;
  void answer(question.peek(), ++asked);
}

async function answer(own: Question, number: number): Promise<void> {
  const isLate = (): boolean => number !== asked;
  try {
    const found = await explorer().look(own);
    if (isLate()) return;
    look.value = found;
    const finding = await explorer().analyse(own);
    if (isLate()) return;
    batch(() => {
      analysed.value = finding;
      axes.value = decisive(finding);
    });
    await decideOn(own, isLate);
  } catch (error) {
    if (!isLate()) trouble.value = messageOf(error);
  } finally {
    if (!isLate()) isAnalysing.value = false;
  }
}

/** Decisions need the study, for what its plans and numbers are called. */
async function decideOn({ output }: Question, isLate: () => boolean): Promise<void> {
  const study = table.peek()?.study ?? null;
  const decision =
    study === null || table.peek()!.plans.length < 2 ? undefined : await explorer().decide(output);
  if (isLate()) return;
  decided.value =
    study === null || decision === undefined
      ? null
      : decisionSentences(decision, decisionWords({ study, outputs: outputsOf(study) }, output));
}

/** The two factors that matter most become the map's, unless the reader has chosen axes. */
function decisive(finding: Analysed): { x: number; y: number } {
  if (hasChosenAxes.peek()) return axes.peek();
  const names = table.peek()?.factors.map(({ name }) => name) ?? [];
  const sizes = new Map(effectsOf(finding).map(({ name, size }) => [name, size]));
  const order = [...names.keys()].toSorted((i, k) => (sizes.get(names[k]) ?? 0) - (sizes.get(names[i]) ?? 0));
  return { x: order[0] ?? 0, y: order[1] ?? order[0] ?? 0 };
}

const hasChosenAxes = signal(false);

/** How much each factor does, whatever the design's analysis calls it. */
function effectsOf({ analysis }: Pick<Analysed, "analysis">): { name: string; size: number }[] {
  switch (analysis.form) {
    case "shares of variance":
      return analysis.factors.map(({ name, total }) => ({ name, size: total.value ?? 0 }));
    case "elementary effects":
      return analysis.factors.map(({ name, muStar }) => ({ name, size: muStar.value ?? 0 }));
    default:
      return analysis.factors.map(({ name, value }) => ({ name, size: Math.abs(value ?? 0) }));
  }
}

/** Narrows a strip, or opens it again with null. */
export function narrow(factor: number, range: Range | null): void {
  ranges.value = ranges.peek().map((own, j) => (j === factor ? range : own));
}

export function widenAll(): void {
  ranges.value = ranges.peek().map(() => null);
}

export function chooseAxis(axis: "x" | "y", factor: number): void {
  hasChosenAxes.value = true;
  const { x, y } = axes.peek();
  cell.value = null;
  if (axis === "x") axes.value = { x: factor, y: factor === y ? x : y };
  else axes.value = { x: factor === x ? y : x, y: factor };
}

/** Refuses a file with a sentence. */
export function refuse(why: string): void {
  trouble.value = why;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
