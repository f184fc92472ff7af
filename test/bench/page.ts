/** How quickly Compare paints, checks, sketches and refines: `npm run -s bench:page [-- --json]`, about 2 minutes. */
import { parseArgs } from "node:util";
import type { Page } from "puppeteer-core";
import { findWholeChromium } from "../viz/chromium.ts";
import { startPage, type OpenedPage } from "../viz/page.kit.ts";
import { firstScriptBytes } from "../viz/script-size.ts";
import { describeMachine } from "./machine.ts";

const BYTES_PER_SECOND = 4e6;
const CPU_THROTTLE = 4;
const MOVES = 40;
const VISITS = 9;
const PATIENCE_MS = 300_000;

interface Line {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  readonly budget: number;
}

/** What the page notes of itself while it is used. */
interface Notes {
  /** Milliseconds since the start at which the text of the runs first said so. */
  readonly texts: [number, string][];
  readonly longTasks: number[];
  /** From a move of the hand to the frame that shows its sketch. */
  readonly sketches: number[];
  movedAt: number;
}

declare global {
  var notes: Notes;
}

/** Runs in the page before its own scripts. */
function takeNotes(): void {
  globalThis.notes = { texts: [], longTasks: [], sketches: [], movedAt: 0 };
  new PerformanceObserver((list) => {
    notes.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });
  const look = (): void => {
    const text = document.querySelector(".runs")?.textContent ?? "";
    if (text !== notes.texts.at(-1)?.[1]) notes.texts.push([performance.now(), text]);
  };
  new MutationObserver((changes) => {
    look();
    const isSketch = changes.some(
      ({ target, addedNodes }) =>
        (target instanceof Element && target.closest("[stroke-dasharray='1 4']") !== null) ||
        Array.from(addedNodes).some(
          (node) => node instanceof Element && node.matches("[stroke-dasharray='1 4']"),
        ),
    );
    if (!isSketch || notes.movedAt === 0) return;
    const { movedAt } = notes;
    notes.movedAt = 0;
    requestAnimationFrame(() => notes.sketches.push(performance.now() - movedAt));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener("pointermove", () => (notes.movedAt = performance.now()), { capture: true });
}

async function throttled(page: Page, cpu: number): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

/** The moment the text of the runs first said something, in the page's milliseconds. */
async function saidAt(page: Page, pattern: RegExp, after = 0): Promise<number> {
  const found = await page.waitForFunction(
    (source, from) => notes.texts.find(([at, text]) => at >= from && new RegExp(source).test(text))?.[0],
    { timeout: PATIENCE_MS },
    pattern.source,
    after,
  );
  return Number(await found.jsonValue());
}

/** Drags the first bar to and fro, one move a frame that shows it, and lets it go; the moment of that. */
async function dragged(page: Page): Promise<number> {
  const grip = (await page.waitForSelector(".grip"))!;
  const box = (await grip.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 20, y);
  await page.mouse.down();
  for (let i = 1; i <= MOVES; i++) {
    const count = await page.evaluate(() => notes.sketches.length);
    await page.mouse.move(box.x + 20 + 8 * (1 + (i % 12)), y);
    await page
      .waitForFunction((before) => notes.sketches.length > before, { timeout: 5000 }, count)
      .catch(() => {});
  }
  const releasedAt = await page.evaluate(() => performance.now());
  await page.mouse.up();
  return releasedAt;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Of several first visits: a single one says more about the machine than about the page. */
async function medianFirstPaint({ newContext, address }: OpenedPage): Promise<number> {
  const paints: number[] = [];
  for (let visit = 0; visit < VISITS; visit++) {
    const context = await newContext();
    const page = await context.newPage();
    await throttled(page, CPU_THROTTLE);
    await page.goto(address);
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      { timeout: PATIENCE_MS },
    );
    paints.push(await paint.jsonValue());
    await context.close();
  }
  return quantile(paints, 0.5);
}

async function measure(): Promise<Line[]> {
  const chromium = findWholeChromium();
  if (chromium === undefined) throw new Error("no Chromium on PATH");
  const opened = await startPage(chromium);
  try {
    const firstPaint = await medianFirstPaint(opened);

    const page = await (await opened.newContext()).newPage();
    await page.setViewport({ width: 1440, height: 1400 });
    // A window behind others is woken once a minute.
    await page.bringToFront();
    await throttled(page, 1);
    await page.evaluateOnNewDocument(takeNotes);
    await page.goto(opened.address);
    const charts = ((await (await fetch(opened.address)).text()).match(/role="img"/g) ?? []).length;
    const checked = await saidAt(page, /first ([4-9]|\d\d+) checked here: identical/);
    // The first sixteen, whose pasts are kept: what a change then goes on from.
    await saidAt(page, /first (1[6-9]|[2-9]\d|\d{3}) checked here: identical/);
    const bytes = await firstScriptBytes(page, opened.address);
    const releasedAt = await dragged(page);
    const sixteen = await saidAt(page, /^(refining, )?(1[6-9]|[2-9]\d|\d{3}) (of|runs)/, releasedAt);
    const last = await saidAt(page, /^\d+ runs/, releasedAt);
    const { longTasks, sketches, runs } = await page.evaluate(() => ({
      longTasks: notes.longTasks,
      sketches: notes.sketches,
      runs: Number(/\d+/.exec(notes.texts.at(-1)![1])![0]),
    }));
    const perRun = (last - releasedAt) / runs;
    return [
      {
        what: `first contentful paint, 4× CPU throttle, median of ${VISITS} visits`,
        measured: firstPaint,
        unit: "ms",
        budget: 500,
      },
      { what: "charts missing from the first paint", measured: 8 - charts, unit: "", budget: 0 },
      { what: "replicates 0–3 checked", measured: checked, unit: "ms", budget: 1500 },
      { what: "drag to sketch, median", measured: quantile(sketches, 0.5), unit: "ms", budget: 50 },
      { what: "drag to sketch, 95% within", measured: quantile(sketches, 0.95), unit: "ms", budget: 100 },
      { what: "16 paired runs after release", measured: sixteen - releasedAt, unit: "ms", budget: 1500 },
      { what: `400 runs at the pace of ${runs}`, measured: (400 * perRun) / 1000, unit: "s", budget: 60 },
      {
        what: "longest task of the main thread",
        measured: Math.max(0, ...longTasks),
        unit: "ms",
        budget: 50,
      },
      { what: "script of the first load and worker", measured: bytes / 1000, unit: "kB", budget: 90 },
    ];
  } finally {
    await opened.close();
  }
}

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const lines = (await measure()).map((line) => ({ ...line, isKept: line.measured <= line.budget }));
if (values.json) console.log(JSON.stringify({ machine: describeMachine(), lines }));
else {
  console.log(describeMachine());
  for (const { what, measured, unit, budget, isKept } of lines) {
    const number = measured < 10 ? measured.toFixed(1) : measured.toFixed(0);
    console.log(
      `${isKept ? "ok    " : "MISSED"}  ${what}: ${[number, unit].join(" ").trim()}, budget ${budget}`,
    );
  }
}
