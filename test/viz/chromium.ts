/** Finds and drives the machine's Chromium; tests that need it say so loudly when there is none. */
import { accessSync, constants } from "node:fs";
import { basename, delimiter, join } from "node:path";
import puppeteer, { type Browser, type Target } from "puppeteer-core";

/** The same engine without a window's frame: a page costs a tenth of the processor time until it is open. */
const SHELLS = ["chromium-headless-shell", "chrome-headless-shell"];
const WHOLE = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--font-render-hinting=none",
];

/** The path of a Chromium on PATH, or undefined; its shell where there is one. */
export function findChromium(): string | undefined {
  return findOnPath(SHELLS) ?? findWholeChromium();
}

/** The browser as its users have it, for measurements and pictures. */
export function findWholeChromium(): string | undefined {
  return findOnPath(WHOLE);
}

/** For as long a page is waited for; a machine that does much else besides is no fault of the page. */
const PATIENCE_MS = 200_000;

/** A headless Chromium; the caller closes it. */
export async function launchChromium(path: string): Promise<Browser> {
  const headless = SHELLS.includes(basename(path)) ? "shell" : true;
  const browser = await puppeteer.launch({ executablePath: path, headless, args: ARGUMENTS });
  browser.on("targetcreated", (target: Target) => {
    void target.page().then((page) => page?.setDefaultTimeout(PATIENCE_MS));
  });
  return browser;
}

/** Prints that tests were left out, with their number, so that a green run never hides it. */
export function announceSkipped(count: number, what: string): void {
  console.warn(`SKIPPED ${count} ${what}: no Chromium on PATH`);
}

function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
