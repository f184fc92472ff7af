/** How smoothly a story plays: `npm run -s bench:present [-- --json]`, in Chromium and Firefox, at 1× and 2× density. */
import { parseArgs } from "node:util";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { libraryDocument } from "../../../scenarios/index.ts";
import { installMissing, programOf, type Package } from "../../browsers/programs.ts";
import { describeMachine } from "../machine.ts";
import { openHall, resultOf } from "./hall.ts";

const RUNS = 2;
/** One company of 10,000, then both side by side. */
const STEPS = [
  { step: 4, dots: 10_000 },
  { step: 5, dots: 20_000 },
] as const;
const CHANGES = 9;
const DENSITIES = [1, 2] as const;

interface Row {
  readonly browser: string;
  readonly density: number;
  readonly dots: number;
  readonly framesPerSecond: number;
  /** The time between frames that nineteen of twenty stay below. */
  readonly frameMs95: number;
  readonly changeMs: number;
}

const { json } = parseArgs({ options: { json: { type: "boolean", default: false } } }).values;
const presented = libraryDocument("global-bank", ["platform-first", "problems-first"]);
const result = resultOf(presented, RUNS);
const whyMissing = await installMissing();
const hall = await openHall(process.cwd());
const rows: Row[] = [];
const skipped: string[] = [];
for (const name of ["chromium", "firefox-esr"] as const) {
  try {
    const browser = await launch(name, programOf(name, whyMissing));
    for (const density of DENSITIES) rows.push(...(await playIn(browser, name, density)));
    await browser.close();
  } catch (error) {
    skipped.push(`SKIPPED ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
hall.close();
if (json) console.log(JSON.stringify({ machine: describeMachine(), rows, skipped }));
else console.log([describeMachine(), ...rows.map(lineOf), ...skipped].join("\n"));

function launch(name: Package, executablePath: string): Promise<Browser> {
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
  return name === "chromium"
    ? puppeteer.launch({ executablePath, headless: true, args: flags })
    : puppeteer.launch({ executablePath, headless: true, browser: "firefox" });
}

async function playIn(browser: Browser, name: string, density: 1 | 2): Promise<Row[]> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 720, deviceScaleFactor: density });
  await page.goto(hall.address);
  await page.evaluate((text, told) => globalThis.present(text, told), JSON.stringify(presented), result);
  await page.waitForFunction(() => document.querySelectorAll("canvas").length > 0, { timeout: 120_000 });
  // Everybody has been followed before anything is timed.
  for (const { step } of STEPS.toReversed()) await showOnce(page, step);
  const played: Row[] = [];
  for (const { step, dots } of STEPS) {
    const changes: number[] = [];
    for (let i = 0; i < CHANGES; i++) {
      await page.evaluate((at) => globalThis.changeTo(at), 9 - step);
      changes.push(await page.evaluate((at) => globalThis.changeTo(at), step));
    }
    const frames = await page.evaluate((at) => globalThis.playStep(at), step);
    const sorted = frames.toSorted((a, b) => a - b);
    played.push({
      browser: name,
      density,
      dots,
      framesPerSecond: 1000 / sorted[sorted.length >> 1],
      frameMs95: sorted[Math.floor(sorted.length * 0.95)],
      changeMs: changes.toSorted((a, b) => a - b)[CHANGES >> 1],
    });
  }
  await page.close();
  return played;
}

/** Waits until a step's companies are there. */
async function showOnce(page: Page, step: number): Promise<void> {
  await page.keyboard.press(step === 4 ? "5" : "6");
  await page.waitForFunction(
    (count) => document.querySelectorAll("canvas").length === count,
    { timeout: 120_000 },
    step === 4 ? 1 : 2,
  );
}

function lineOf({ browser, density, dots, framesPerSecond, frameMs95, changeMs }: Row): string {
  return [
    browser.padEnd(12),
    `${density}×`,
    `${dots} dots`.padStart(12),
    `${framesPerSecond.toFixed(1)} frames a second`.padStart(24),
    `19 of 20 within ${frameMs95.toFixed(1)} ms`.padStart(26),
    `a step is there after ${changeMs.toFixed(0)} ms`,
  ].join("  ");
}
