/** Opens the built page in Chromium under its security policy, and remembers what was complained about. */
import axe, { type AxeResults } from "axe-core";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "puppeteer-core";
import { libraryDocument, type Document } from "../../scenarios/index.ts";
import { createPageServer } from "../../viz/serve.ts";
import { buildAsShipped } from "./build.kit.ts";
import { launchChromium } from "./chromium.ts";
import { pressOn } from "./editing.kit.ts";

export type Theme = "light" | "dark";
export const THEMES: readonly Theme[] = ["light", "dark"];
const ALIVE = "html[data-drawing=live]";
const CURVE = "svg[aria-label^='Deep practice']";

/** A company of which a run takes milliseconds, with the default's plans. */
export const SMALL: Document = libraryDocument("start-up", [
  "platform-first",
  "problems-first",
  "same-platform-first",
]);

export interface OpenedPage {
  readonly address: string;
  /** Errors, warnings and breaches of the policy so far. */
  readonly complaints: readonly string[];
  /** The page as a first visitor sees it. */
  readonly open: (width: number, theme?: Theme) => Promise<Page>;
  /** The page with a small document kept in the browser, once its curves are there. */
  readonly openSmall: (width: number, theme?: Theme) => Promise<Page>;
  readonly newPage: () => Promise<Page>;
  /** From now on the server hangs up on whoever asks for such addresses; a browser's cache still has what it had. */
  readonly refuse: (addresses: RegExp | null) => void;
  /** A profile that has never seen the page. */
  readonly newContext: () => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

/** Builds and serves the page and starts the browser at `path`. */
export async function startPage(path: string): Promise<OpenedPage> {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-page-"));
  await buildAsShipped(folder);
  const server = createPageServer(folder);
  let refused: RegExp | null = null;
  server.prependListener("request", ({ url, socket }) => {
    if (refused?.test(url!) === true) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const browser = await launchChromium(path);
  const complaints: string[] = [];

  /** Each in a profile of its own: what one keeps no other finds. */
  async function prepare(width: number, theme: Theme): Promise<Page> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String((error as Error).stack ?? error)));
    await page.evaluateOnNewDocument(listen);
    return page;
  }

  return {
    address,
    complaints,
    open: async (width, theme = "light") => {
      const page = await prepare(width, theme);
      await page.goto(address);
      await page.waitForSelector(ALIVE);
      return page;
    },
    openSmall: async (width, theme = "light") => {
      const page = await prepare(width, theme);
      await page.evaluateOnNewDocument((text) => {
        if (localStorage.getItem("groundwork.open") !== null) return;
        localStorage.setItem("groundwork.open", "d1");
        localStorage.setItem("groundwork.document.d1", text);
      }, JSON.stringify(SMALL));
      await page.goto(address);
      // A curve is in the drawing that comes with the page, which hears nobody.
      await page.waitForSelector(`${ALIVE} ${CURVE}`);
      await page.waitForSelector(".grip");
      return page;
    },
    newPage: () => browser.newPage(),
    refuse: (addresses) => (refused = addresses),
    newContext: () => browser.createBrowserContext(),
    close: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What axe finds: nothing, and the number of rules that passed. */
export async function axeFindings(
  page: Page,
): Promise<{ readonly faults: readonly string[][]; readonly passes: number }> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate("axe.run()")) as AxeResults;
  const faults = results.violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)]);
  return { faults, passes: results.passes.length };
}

/** In the page: keeps what is said aloud. */
function listen(): void {
  const said: string[] = [];
  new MutationObserver(() => {
    const now = document.querySelector("p.spoken")?.textContent ?? "";
    if (now !== said.at(-1)) said.push(now);
  }).observe(document, { childList: true, subtree: true, characterData: true });
  Object.assign(globalThis, { said });
}

/** What was said last of what the reader did: that the runs have come to an end may be said at any moment. */
export function spoken(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      (globalThis as unknown as { said: string[] }).said.findLast((text) => !/^\d+ runs/.test(text)) ?? "",
  );
}

/** Has a part's chart made into every format. */
export async function takeAway(page: Page, part: string): Promise<void> {
  const within = `${part} .export`;
  await pressOn(page, `${within} summary`);
  await page.waitForSelector(`${within} button`);
  for (const format of ["PNG", "SVG", "PowerPoint", "CSV", "JSON"]) {
    const handle = await page.waitForFunction(
      (where, wanted) =>
        [...document.querySelectorAll<HTMLElement>(`${where} button`)].find(
          (one) => one.textContent === wanted,
        ),
      {},
      within,
      format,
    );
    await handle.asElement()!.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      (where, said) => document.querySelector(where)!.textContent.includes(said),
      {},
      within,
      `${format} saved.`,
    );
  }
}
