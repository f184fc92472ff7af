/** Every engine checked on every row, a few engines at a time. */
import { checkRow, type Check, type Row } from "./checks.ts";
import type { Engine } from "./engines.ts";
import { NotHere, type Place, type Site } from "./host.ts";
import type { Ask } from "./task.ts";

/** What came of one place: its checks, or why there are none. */
export interface Column {
  /** As "chromium worker". */
  readonly place: string;
  readonly version: string;
  readonly checks: readonly Check[];
  readonly seconds: number;
  /** Why the engine was skipped, empty if it wasn't. */
  readonly skipped: string;
}

/** What test/run.mjs adds up: skips by their reason. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: Readonly<Record<string, number>>;
}

export interface Matrix {
  readonly rows: readonly Row[];
  /** The Node that runs the tests. */
  readonly reference: Ask;
  readonly site: Site;
}

/** Engines at a time: each takes a core. */
const LANES = 2;

/** The columns of all engines in their order; `tell` hears of each as it is done. */
export async function columnsOf(
  matrix: Matrix,
  engines: readonly Engine[],
  tell: (column: Column) => void,
): Promise<Column[]> {
  const found: Column[][] = engines.map(() => []);
  const waiting = [...engines.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [i, engine] = next;
      found[i] = await columnsOfEngine(matrix, engine, tell);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return found.flat();
}

async function columnsOfEngine(
  matrix: Matrix,
  engine: Engine,
  tell: (column: Column) => void,
): Promise<Column[]> {
  const columns: Column[] = [];
  const add = (column: Column) => {
    columns.push(column);
    tell(column);
  };
  try {
    const host = await engine.start(matrix.site);
    try {
      for (const place of host.places) add(await columnOf(matrix, place, host.version));
    } finally {
      await host.close();
    }
  } catch (error) {
    for (const place of engine.places.slice(columns.length))
      add(columnWithout(matrix, place, error as Error));
  }
  return columns;
}

async function columnOf({ rows, reference }: Matrix, place: Place, version: string): Promise<Column> {
  const start = performance.now();
  const checks: Check[] = [];
  for (const row of rows) checks.push(await checkRow(row, place, reference));
  return { place: place.name, version, checks, seconds: (performance.now() - start) / 1000, skipped: "" };
}

/** A place whose engine isn't here is skipped; one whose engine doesn't start has failed. */
function columnWithout({ rows }: Matrix, place: string, error: Error): Column {
  const isSkipped = error instanceof NotHere;
  const problem = isSkipped ? "" : error.message;
  const checks = rows.map(() => ({ digest: "", problem }));
  return { place, version: "", checks, seconds: 0, skipped: isSkipped ? error.message : "" };
}

export function tallyOf(columns: readonly Column[]): Tally {
  const tally = { passed: 0, failed: 0, skipped: {} as Record<string, number> };
  for (const { place, checks, skipped } of columns) {
    if (skipped === "") {
      const failed = checks.filter(({ problem }) => problem !== "").length;
      tally.failed += failed;
      tally.passed += checks.length - failed;
    } else tally.skipped[`${place}: ${skipped}`] = checks.length;
  }
  return tally;
}
