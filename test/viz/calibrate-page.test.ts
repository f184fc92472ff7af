/** Calibration on the page: a dropped CSV is fitted there as the terminal fits it, by keyboard, and can be cancelled. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, runTwin, series } from "../../engine/index.ts";
import { resolveOrganisation, specOf } from "../../scenarios/index.ts";
import { digits } from "../../scenarios/words.ts";
import { unitOf } from "../../viz/words/units.ts";
import { announceSkipped, findChromium } from "./chromium.ts";
import { axeFindings, SMALL, spoken, startPage, THEMES, type OpenedPage, type Theme } from "./page.kit.ts";
import { makePlace } from "./terminal.kit.ts";
import { ENGLISH } from "./notation.kit.ts";

const TESTS = 7;
const RUNS = 400;
const WIDTHS = [390, 768, 1024, 1440];
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of calibration on the page");

interface Printed {
  readonly factors: readonly {
    readonly name: string;
    readonly before: { readonly p5: number; readonly p95: number };
    readonly p5: number;
    readonly p50: number;
    readonly p95: number;
  }[];
  readonly bands: readonly {
    readonly observed: { readonly weeks: number[]; readonly values: number[] };
    readonly p5: number[];
    readonly p50: number[];
    readonly p95: number[];
  }[];
}

/** A company's people by week, as the engine makes them with luck of its own. */
function weeksCsv(): string {
  const organisation = resolveOrganisation(SMALL);
  const spec = specOf(SMALL, organisation, 0, 4711);
  const trace = run(spec, { twin: runTwin(spec) });
  const { employeeCount } = organisation.company;
  const [registered, active] = (["registeredShare", "weeklyActiveShare"] as const).map((name) =>
    series(trace, name),
  );
  const rows = Array.from({ length: 16 }, (_, i) => 4 + 3 * i).map((week) =>
    [week, Math.round(registered[week] * employeeCount), Math.round(active[week] * employeeCount)].join(","),
  );
  return ["week,Registered users,Weekly active users", ...rows, ""].join("\n");
}

describe.skipIf(chromium === undefined)("one's own weeks on the page", () => {
  const place = makePlace();
  let opened: OpenedPage;
  beforeAll(async () => {
    place.write("usage.csv", weeksCsv());
    opened = await startPage(chromium!);
  });
  afterAll(async () => {
    await opened.close();
    place.remove();
  });

  async function dropWeeks(width: number, theme: Theme = "light", file = "usage.csv"): Promise<Page> {
    const page = await opened.openSmall(width, theme);
    await page.evaluate(() => (location.hash = "#explore"));
    const input = await page.waitForSelector(".own .file input");
    await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(
      join(place.folder, file),
    );
    return page;
  }

  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute("aria-label") ?? at?.closest("label")?.textContent ?? at?.textContent ?? "";
    });

  async function tabTo(page: Page, label: RegExp): Promise<void> {
    for (let i = 0; i < 80 && !label.test(await focused(page)); i++) await page.keyboard.press("Tab");
    expect(await focused(page)).toMatch(label);
  }

  async function askFor(page: Page, runs: number): Promise<void> {
    await page.waitForSelector(".own .start");
    await tabTo(page, /^Runs at most/);
    for (let i = 0; i < 8; i++) await page.keyboard.press("Backspace");
    await page.keyboard.type(String(runs));
  }

  async function fitted(width: number, theme: Theme = "light"): Promise<Page> {
    const page = await dropWeeks(width, theme);
    await askFor(page, RUNS);
    await tabTo(page, /^Fit$/);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".own-found");
    return page;
  }

  const cells = (page: Page, of: string): Promise<string[][]> =>
    page.evaluate((name) => {
      const details = Array.from(document.querySelectorAll<HTMLDetailsElement>("details.table"));
      const own = details.find((one) => one.querySelector("summary")!.textContent === `Table of ${name}`)!;
      return Array.from(own.querySelectorAll("tbody tr"), (row) =>
        Array.from(row.children, (cell) => cell.textContent),
      );
    }, of);

  test("are fitted by keyboard alone, and say what the terminal says of the copied command", async () => {
    const page = await fitted(1440);
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    await page.waitForSelector("details[open] tbody tr");
    // A browser that lets nothing be copied shows the text.
    await page.evaluate(() =>
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: () => Promise.reject(new Error()) },
      }),
    );
    await page.$$eval(".own-found .link", (all) =>
      (all.find((one) => one.textContent === "Copy as command line") as HTMLElement).click(),
    );
    const copied = await page.waitForSelector(".copying textarea");
    const command = await copied!.evaluate((one) => one.value);
    const [, words, study] = /groundwork -- (calibrate - .*) <<'END'\n(.*)\nEND\n$/s.exec(command)!;
    expect(words).toBe(`calibrate - --data 'usage.csv' --runs ${RUNS}`);
    writeFileSync(join(place.folder, "asked.json"), study);
    const verb = [
      "calibrate",
      "asked.json",
      "--data",
      "usage.csv",
      "--runs",
      String(RUNS),
      "--progress",
      "none",
    ];
    const text = await place.groundwork(verb);
    const printed = JSON.parse((await place.groundwork([...verb, "--json"])).stdout) as Printed;

    const said = text.stdout.split("\n\n")[1].replaceAll("\n", " ");
    expect(
      await page.$$eval(".own-found .own > p:not(.sentence)", (all) =>
        all.map((p) => p.textContent).join(" "),
      ),
    ).toBe(said);
    expect(said).toMatch(/Contagion is needed|No contagion|Undecided whether there is contagion/);
    expect((await cells(page, "the assumptions")).map((row) => row.slice(1))).toEqual(
      printed.factors.map(({ before, p5, p50, p95 }) => [
        `${digits(before.p5)} to ${digits(before.p95)}`,
        digits(p50),
        `${digits(p5)} to ${digits(p95)}`,
      ]),
    );
    const unit = unitOf("share", ENGLISH);
    for (const [i, name] of ["registered", "weekly active"].entries()) {
      const { observed, p5, p50, p95 } = printed.bands[i];
      expect(await cells(page, name)).toEqual(
        observed.weeks.map((week, k) => [
          String(week),
          unit.short(observed.values[k]),
          unit.shortSpread({ p5: p5[k], p50: p50[k], p95: p95[k] }),
        ]),
      );
    }
    await page.close();
  });

  test("are read by arrow keys, and what they leave opens in Compare as a document's ranges", async () => {
    const page = await fitted(1024);
    await tabTo(page, /^Registered by week/);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    expect(await spoken(page)).toMatch(/^month 11, week 46: seen \d+%, fitted \d+% \(/);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo(page, /^Open in Compare$/);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#compare");
    const kept = await page.evaluate(() =>
      Object.values(localStorage).find((text) => text.includes("calibrated")),
    );
    expect(JSON.parse(kept)).toMatchObject({
      name: `${SMALL.name}, calibrated`,
      assumptions: {
        externalProb: { low: expect.any(Number), high: expect.any(Number) },
        imitationProb: { low: expect.any(Number), high: expect.any(Number) },
        campaignProb: { low: expect.any(Number), high: expect.any(Number) },
      },
    });
    await page.close();
  });

  test("tell how far the fit is, and end within 200 ms when cancelled", async () => {
    const page = await dropWeeks(1440);
    await askFor(page, 100_000);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => /\d of at most 200,200 runs; at most \d+/.test(document.body.innerText));
    const millis = await page.evaluate(async () => {
      const cancel = Array.from(document.querySelectorAll<HTMLElement>(".own .link")).find(
        (one) => one.textContent === "Cancel",
      )!;
      const began = performance.now();
      cancel.click();
      while (document.querySelector(".own .start") === null) await new Promise(requestAnimationFrame);
      return performance.now() - began;
    });
    expect(millis).toBeLessThanOrEqual(200);
    // What was asked is still there, and can be asked again.
    expect(await page.$eval(".own .number input", (one) => one.value)).not.toBe("");
    await page.close();
  });

  test("that can't be read, or are no weeks of the document, are refused with a sentence", async () => {
    place.write("late.csv", "week,users\n1,2\n2,3\n900,4\n");
    const page = await dropWeeks(1440, "light", "late.csv");
    await askFor(page, RUNS);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() =>
      document.body.innerText.includes("Refused: invalid week; after the document"),
    );
    expect(readFileSync(join(place.folder, "late.csv"), "utf8")).toContain("900");
    await page.close();
  });

  test.each(THEMES)(
    "axe finds nothing at any width, and nothing is wider than the window, %s",
    async (theme) => {
      const page = await fitted(1440, theme);
      await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 900 });
        expect((await axeFindings(page)).faults).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.close();
    },
  );

  test("nothing was complained about", () => expect(opened.complaints).toEqual([]));
});
