/** A study that is simulated on this page: started, paused, gone on with, kept in the browser, saved as Parquet. */
import { signal } from "@preact/signals";
import { ENGINE_VERSION } from "../../engine/index.ts";
import { resolveOrganisation } from "../../scenarios/index.ts";
import { tableOf, type StudyTable } from "../../scenarios/exploration/index.ts";
import {
  failedRows,
  layoutOf,
  parseStudy,
  rowsOf,
  taskMaker,
  type Layout,
  type Row,
  type Study,
} from "../../scenarios/studies/index.ts";
import { isCancelled } from "../../workers/index.ts";
import { inStore } from "../store/database.ts";
import { explorePool } from "./pool.ts";
import { messageOf, takeRuns } from "./store.ts";

export type LiveStatus = "running" | "paused" | "done";

export interface Live {
  readonly study: Study;
  readonly status: LiveStatus;
  readonly runsDone: number;
  readonly runCount: number;
  /** Milliseconds that are left, as far as the runs so far tell; null before any. */
  readonly leftMillis: number | null;
  /** Why it stopped or isn't kept; empty if nothing is wrong. */
  readonly trouble: string;
}

export const live = signal<Live | null>(null);

/** What is worked on, beside what is shown of it. */
interface Work {
  readonly layout: Layout;
  readonly table: StudyTable;
  /** `values[output][plan][run]`. */
  readonly values: Float64Array[][];
  /** By run; undefined where it is missing. */
  readonly rows: (readonly Row[] | undefined)[];
  stop: AbortController;
}

let work: Work | undefined;

/** What the browser keeps of a study between visits. */
interface Kept {
  readonly engine: string;
  readonly study: string;
  readonly rows: (readonly Row[] | undefined)[];
}

const KEY = "explore";
/** The table is shown, and kept, at most this often. */
const SHOW_MILLIS = 1500;

/** Begins a study; the one that was there is forgotten. @throws InputError */
export function startStudy(study: Study): void {
  pauseStudy();
  begin(study, []);
  void goOn();
}

/** Takes up the study this browser was left with, if it is of this engine. */
export async function restoreStudy(): Promise<void> {
  const kept = (await inStore("studies", "readonly", (store) => store.get(KEY)).catch(() => undefined)) as
    | Kept
    | undefined;
  if (kept === undefined || kept.engine !== ENGINE_VERSION || live.peek() !== null) return;
  begin(parseStudy(kept.study), kept.rows);
  await show();
}

function begin(study: Study, rows: Kept["rows"]): void {
  const layout = layoutOf(study);
  const table = tableOf(study);
  const values = layout.outputs.map(() =>
    layout.planIds.map(() => new Float64Array(layout.runCount).fill(NaN)),
  );
  work = {
    layout,
    table,
    values,
    rows: Array.from({ length: layout.runCount }),
    stop: new AbortController(),
  };
  for (const [run, own] of rows.entries()) if (own !== undefined) put(work, run, own);
  const runsDone = countOf(work);
  const isDone = runsDone === layout.runCount;
  live.value = {
    study,
    status: isDone ? "done" : "paused",
    runsDone,
    runCount: layout.runCount,
    leftMillis: null,
    trouble: "",
  };
}

function put({ values, rows, layout }: Work, run: number, own: readonly Row[]): void {
  rows[run] = own;
  for (const [plan, row] of own.entries())
    for (let j = 0; j < layout.outputs.length; j++) values[j][plan][run] = row.outputs[j];
}

function countOf({ rows }: Work): number {
  return rows.reduce((count, own) => count + (own === undefined ? 0 : 1), 0);
}

/** Stops after the runs in hand; nothing that is done is lost. */
export function pauseStudy(): void {
  if (live.peek()?.status !== "running") return;
  work?.stop.abort();
  change({ status: "paused", leftMillis: null });
}

/** Simulates what is missing. */
export async function goOn(): Promise<void> {
  const own = work;
  if (own === undefined || live.peek()?.status === "done") return;
  const stop = new AbortController();
  own.stop = stop;
  change({ status: "running", trouble: "" });
  try {
    await simulate(own, stop);
    change({ status: "done", leftMillis: null });
  } catch (error) {
    if (own === work && !isCancelled(error))
      change({ status: "paused", leftMillis: null, trouble: messageOf(error) });
  }
  if (own === work) await show();
}

async function simulate(own: Work, stop: AbortController): Promise<void> {
  const { layout, rows } = own;
  const organisation = resolveOrganisation(layout.study.document);
  const taskOf = taskMaker(layout, organisation);
  const missing = Array.from(rows.keys()).filter((run) => rows[run] === undefined);
  const began = performance.now();
  let shown = began;
  const results = explorePool().run({
    company: organisation.company,
    runs: missing.length,
    taskOf: (i) => taskOf(missing[i]),
    keepsFailures: true,
    signal: stop.signal,
    onProgress: (share) => {
      if (stop.signal.aborted || share === 0) return;
      change({ leftMillis: ((performance.now() - began) / share) * (1 - share) });
    },
  });
  for await (const { run: i, traces, failure } of results) {
    const run = missing[i];
    put(own, run, failure === undefined ? rowsOf(layout, run, traces) : failedRows(layout, run, failure));
    change({ runsDone: layout.runCount - missing.length + i + 1 });
    if (performance.now() - shown < SHOW_MILLIS) continue;
    shown = performance.now();
    void show();
  }
}

/** Shows what there is, and keeps it. */
async function show(): Promise<void> {
  const own = work;
  if (own === undefined) return;
  await takeRuns(own.table, own.values);
  const kept: Kept = { engine: ENGINE_VERSION, study: JSON.stringify(own.layout.study), rows: own.rows };
  await inStore("studies", "readwrite", (store) => store.put(kept, KEY)).catch((error: unknown) => {
    if (own === work) change({ trouble: `${messageOf(error)}; save the table before you leave` });
  });
}

/** Forgets the study and its runs. */
export async function forgetStudy(): Promise<void> {
  pauseStudy();
  work = undefined;
  live.value = null;
  await inStore("studies", "readwrite", (store) => store.delete(KEY)).catch(() => undefined);
}

function change(part: Partial<Live>): void {
  const now = live.peek();
  if (now !== null) live.value = { ...now, ...part };
}

/** The table of a finished study, as the command line would write it; undefined before the last run. */
export function finishedRows(): { readonly layout: Layout; readonly rows: readonly Row[] } | undefined {
  if (work === undefined || work.rows.includes(undefined)) return undefined;
  return { layout: work.layout, rows: work.rows.flatMap((own) => own ?? []) };
}
