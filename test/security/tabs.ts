/** One tab of each browser on this machine, to open addresses in and to ask. */
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import puppeteer from "puppeteer-core";
import { NotHere, PATIENCE_MS } from "../browsers/host.ts";
import { findMiniBrowser, programOf } from "../browsers/programs.ts";
import { CHROMIUM_FLAGS } from "../browsers/puppets.ts";
import { startSession } from "../browsers/webkit.ts";

export interface Tab {
  readonly open: (address: string) => Promise<void>;
  /** The value of an expression, as text. */
  readonly run: (expression: string) => Promise<string>;
  /** Waits until an expression is true. */
  readonly until: (expression: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Raw extends Pick<Tab, "open" | "close"> {
  readonly evaluate: (expression: string) => Promise<unknown>;
}

const POLL_MS = 50;
const LONGEST_MS = 60_000;

function tabOf({ open, close, evaluate }: Raw): Tab {
  return {
    open,
    close,
    run: async (expression) => String(await evaluate(expression)),
    until: async (expression) => {
      const end = Date.now() + LONGEST_MS;
      while ((await evaluate(expression)) !== true) {
        if (Date.now() > end) throw new Error(`never true: ${expression}`);
        await pause(POLL_MS);
      }
    },
  };
}

async function puppet(name: "chromium" | "firefox-esr", folder: string): Promise<Tab> {
  const executablePath = programOf(name, "install it to run these tests");
  const chrome = { browser: "chrome", args: CHROMIUM_FLAGS } as const;
  const browser = await puppeteer.launch({
    ...(name === "chromium" ? chrome : { browser: "firefox" }),
    executablePath,
    headless: true,
    protocolTimeout: PATIENCE_MS,
    env: { ...process.env, HOME: mkdtempSync(join(folder, "home-")) },
  });
  const page = await browser.newPage();
  page.on("dialog", (dialog) => void dialog.dismiss());
  return tabOf({
    open: async (address) => {
      await page.goto(address, { timeout: PATIENCE_MS });
    },
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  });
}

async function webkit(folder: string): Promise<Tab> {
  const why = "install it to run these tests";
  const driver = programOf("webkit2gtk-driver", why);
  programOf("xauth", why);
  const xvfbRun = programOf("xvfb", why);
  const session = await startSession({ xvfbRun, driver, miniBrowser: await findMiniBrowser() }, folder);
  return tabOf({
    open: async (url) => {
      await session.send("POST", `${session.path}/url`, { url });
    },
    evaluate: (expression) =>
      session.send("POST", `${session.path}/execute/sync`, { script: `return (${expression});`, args: [] }),
    close: session.close,
  });
}

/** A browser that isn't here gives no tab; `what` counts the tests that are skipped for it. */
async function ifHere(started: Promise<Tab>, what: string): Promise<Tab | undefined> {
  try {
    return await started;
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    console.warn(`SKIPPED ${what}: ${error.message}`);
    return undefined;
  }
}

export const BROWSERS = [
  {
    name: "Chromium",
    start: (folder: string, what: string) => ifHere(puppet("chromium", folder), what),
  },
  {
    name: "Firefox",
    start: (folder: string, what: string) => ifHere(puppet("firefox-esr", folder), what),
  },
  { name: "WebKit", start: (folder: string, what: string) => ifHere(webkit(folder), what) },
];
