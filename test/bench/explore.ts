/** How quickly Explore opens a table of 600,000 rows and follows the hand: `npm run -s bench:explore [-- --json]`. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { ElementHandle, Page } from "puppeteer-core";
import { checkStudy, layoutOf, type Row } from "../../scenarios/studies/index.ts";
import { columnsOf } from "../../workers/studies/columns.ts";
import { tableWriter } from "../../workers/studies/parquet.ts";
import { findWholeChromium } from "../viz/chromium.ts";
import { startPage } from "../viz/page.kit.ts";
import { describeMachine } from "./machine.ts";
import { spreadOf } from "./spread.ts";

const POINTS = 75_000;
const REPLICATES = 4;
const ROUNDS = 5;
const BRUSHES = 60;
const GROUP_POINTS = 8192;
/** What the issue asks for, in milliseconds. */
const BUDGETS = { open: 1500, brush: 50 } as const;

/** Two plans over five assumptions; outcomes by a formula, so that nothing has to be simulated. */
const STUDY = checkStudy({
  study: 1,
  name: "A table of 600,000 rows",
  document: {
    groundwork: 1,
    name: "A large table",
    company: { employees: 300 },
    plans: [
      { id: "platform", name: "Platform first", interventions: [{ week: 0, kind: "platform" }] },
      { id: "problems", name: "Problems first", interventions: [{ week: 0, kind: "communities", count: 4 }] },
    ],
    seed: "bench",
    weeks: 52,
  },
  factors: [
    { name: "attendanceFrequency", distribution: "uniform", low: 0.2, high: 0.8 },
    { name: "problemValueMedian", distribution: "triangular", low: 50, mode: 100, high: 250 },
    { name: "helpBase", distribution: "uniform", low: 0.3, high: 0.9 },
    { name: "imitationProb", distribution: "log uniform", low: 0.02, high: 0.2 },
    { name: "founderUtility", distribution: "uniform", low: 0.1, high: 0.5 },
  ],
  design: { kind: "sobol", points: POINTS },
  replicates: REPLICATES,
  outputs: ["netValue", "deepShare"],
  seed: "bench",
});

/** The table as the command line would write it. */
function tableFile(path: string): number {
  const layout = layoutOf(STUDY);
  const columns = columnsOf(layout);
  const parts: Uint8Array[] = [];
  const notes = { "groundwork.study": layout.sha, "groundwork.document": JSON.stringify(STUDY) };
  const writer = tableWriter(columns, notes, (bytes) => parts.push(bytes.slice()));
  let rows = 0;
  for (let first = 0; first < POINTS; first += GROUP_POINTS) {
    const points = Array.from({ length: Math.min(GROUP_POINTS, POINTS - first) }, (_, i) => first + i);
    const group = points.flatMap((point) => rowsOfPoint(layout.experiment.points[point], point));
    writer.addRows(columns.map(({ cellOf }) => group.map(cellOf)));
    rows += group.length;
  }
  writer.end();
  writeFileSync(path, Buffer.concat(parts));
  return rows;
}

function rowsOfPoint(factors: Float64Array, point: number): Row[] {
  const [frequency, value, , imitation] = factors;
  return Array.from({ length: 2 * REPLICATES }, (_, i): Row => {
    const luck = ((point * 7919 + i * 104_729) % 1000) / 1000 - 0.5;
    const isSecond = i % 2 === 1;
    const worth = isSecond ? (frequency - 0.45) * 1e6 + value * 2000 - 2e5 : imitation * 1e6;
    return {
      point,
      replicate: i >> 1,
      plan: isSecond ? "problems" : "platform",
      factors,
      digest: String(point).padStart(16, "0"),
      failure: undefined,
      outputs: Float64Array.of(worth + luck * 3e5, isSecond ? frequency * 0.4 : 0.05),
    };
  });
}

async function openedMillis(page: Page, path: string): Promise<number> {
  const input = (await page.waitForSelector(".open-table input")) as ElementHandle<HTMLInputElement>;
  const began = performance.now();
  await input.uploadFile(path);
  await page.waitForSelector(".map svg path");
  await page.waitForSelector(".points tbody tr");
  return performance.now() - began;
}

/** From a move of the slider to the frame that shows it, in milliseconds. */
function brushMillis(page: Page): Promise<number[]> {
  return page.evaluate(async (count) => {
    const slider = document.querySelector<HTMLInputElement>(".strip-end[aria-label$='at most']")!;
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const began = performance.now();
      slider.valueAsNumber = 199 - i;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      times.push(performance.now() - began);
    }
    return times;
  }, BRUSHES);
}

async function measure() {
  const chromium = findWholeChromium();
  if (chromium === undefined) throw new Error("no Chromium on PATH");
  const folder = mkdtempSync(join(tmpdir(), "groundwork-explore-"));
  const path = join(folder, "table.parquet");
  const rows = tableFile(path);
  const opened = await startPage(chromium);
  const opens: number[] = [];
  const brushes: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const page = await opened.openSmall(1440);
      await page.evaluate(() => (location.hash = "#explore"));
      opens.push(await openedMillis(page, path));
      // What is worked out in the background is over first: the hand is measured alone.
      await page.waitForSelector(".decision", { timeout: 300_000 });
      brushes.push(...(await brushMillis(page)));
      await page.close();
    }
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { rows, opens, brushes };
}

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const { rows, opens, brushes } = await measure();
const sorted = brushes.toSorted((a, b) => a - b);
const result = {
  machine: describeMachine(),
  rows,
  openMillis: spreadOf(opens),
  brushMillis: { p50: sorted[sorted.length >> 1], p95: sorted[Math.floor(sorted.length * 0.95)] },
  budgets: BUDGETS,
};
if (values.json) console.log(JSON.stringify(result));
else {
  console.log(`${rows} rows, ${result.machine}`);
  console.log(`open: ${JSON.stringify(result.openMillis)} ms, budget ${BUDGETS.open}`);
  console.log(
    `brush: p50 ${result.brushMillis.p50.toFixed(0)} ms, p95 ${result.brushMillis.p95.toFixed(0)} ms, budget ${BUDGETS.brush}`,
  );
}
