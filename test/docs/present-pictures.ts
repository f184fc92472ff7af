/** Pictures of every step of the default's story on three screens, and the sheets of them in docs/: `npm run -s pictures`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { KeyInput, Page } from "puppeteer-core";
import { defaultDocument, storyOf } from "../../scenarios/index.ts";
import { findWholeChromium } from "../viz/chromium.ts";
import { startPage } from "../viz/page.kit.ts";

/** A small laptop at a projector, a large screen, a phone: how many stand in a row of a sheet, and how wide each is there. */
const SCREENS = [
  { name: "1280", width: 1280, height: 720, columns: 2, shown: 640 },
  { name: "1920", width: 1920, height: 1080, columns: 2, shown: 640 },
  { name: "390", width: 390, height: 844, columns: 6, shown: 212 },
] as const;
interface Sheet {
  readonly columns: number;
  readonly shown: number;
}
const QUALITY = 60;
const PATIENCE_MS = 300_000;
/** Before these the numbers say little. */
const RUNS_LEAST = 12;

/** `--single FOLDER` keeps every picture by itself too, to be looked at. */
const { single } = parseArgs({ options: { single: { type: "string" } } }).values;
const chromium = findWholeChromium();
if (chromium === undefined) throw new Error("no Chromium on PATH");
const opened = await startPage(chromium);
const folder = mkdtempSync(join(tmpdir(), "groundwork-pictures-"));
if (single !== undefined) mkdirSync(single, { recursive: true });
const page = await opened.open(1280, "dark");
await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
await page.evaluate(() => (location.hash = "#present"));
await page.waitForSelector(".present canvas", { timeout: PATIENCE_MS });
await page.waitForFunction(
  (least) => Number(/tenths of (\d+) runs/.exec(document.querySelector(".basis")!.textContent)?.[1]) >= least,
  { timeout: PATIENCE_MS, polling: 1000 },
  RUNS_LEAST,
);
for (const screen of SCREENS) {
  const pictures = await picturesOn(page, screen);
  write(screen.name, await sheetOf(pictures, screen));
  if (screen !== SCREENS[0]) continue;
  const shown: Sheet = { columns: 1, shown: screen.width };
  write("step", await sheetOf(pictures.slice(-2, -1), shown));
  write("end", await sheetOf(pictures.slice(-1), shown));
}
await opened.close();
rmSync(folder, { recursive: true });

function write(name: string, bytes: Uint8Array): void {
  const path = `docs/present-${name}.webp`;
  writeFileSync(path, bytes);
  console.log(path);
}

async function picturesOn(stage: Page, { name, width, height }: (typeof SCREENS)[number]): Promise<string[]> {
  const { steps } = storyOf(defaultDocument());
  await stage.setViewport({ width, height });
  const pictures: string[] = [];
  for (const [i, step] of steps.entries()) {
    await stage.keyboard.press(String(i + 1) as KeyInput);
    await stage.waitForFunction(
      (wanted, canvases) =>
        document.querySelector(".steps [aria-current]")?.textContent === wanted &&
        document.querySelectorAll(".present canvas").length === canvases &&
        !document.querySelector(".present h1")!.textContent.includes("…"),
      { timeout: PATIENCE_MS },
      step.name,
      step.plans.length,
    );
    // Two frames: laid out, then painted.
    await stage.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const picture = await stage.screenshot({ type: "png", fullPage: width < 900, encoding: "base64" });
    pictures.push(picture);
    if (single !== undefined) writeFileSync(join(single, `${name}-${i + 1}.png`), picture, "base64");
  }
  return pictures;
}

/** All pictures of a screen on one, small enough for a page of documentation. */
async function sheetOf(pictures: readonly string[], { columns, shown }: Sheet): Promise<Uint8Array> {
  const sheet = await opened.newPage();
  await sheet.setViewport({ width: columns * (shown + 8) + 8, height: 600 });
  await sheet.setContent(
    `<body style="margin:8px;background:#888;display:grid;gap:8px;grid-template-columns:repeat(${columns},${shown}px);align-items:start">
    ${pictures.map((picture) => `<img width="${shown}" src="data:image/png;base64,${picture}">`).join("")}`,
  );
  await sheet.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
  const bytes = await sheet.screenshot({ type: "webp", quality: QUALITY, fullPage: true });
  await sheet.close();
  return bytes;
}
