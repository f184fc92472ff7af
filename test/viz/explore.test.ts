/** Explore in Chromium: a table opened, read by keyboard alone, its words the terminal's, a study run on the page. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decide, decisionSentences } from "../../scenarios/decisions/index.ts";
import { layoutOf } from "../../scenarios/studies/index.ts";
import { openFolder, openTable, runStudy } from "../../workers/studies/index.ts";
import { decisionWords } from "../../viz/words/decisions.ts";
import { makeFolder, poolHere, RESULTS, studyOf } from "../studies/kit.ts";
import { announceSkipped, findChromium } from "./chromium.ts";
import { pressOn } from "./editing.kit.ts";
import { axeFindings, spoken, startPage, THEMES, type OpenedPage, type Theme } from "./page.kit.ts";

const TESTS = 7;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of Explore");

describe.skipIf(chromium === undefined)("Explore", () => {
  const folder = makeFolder();
  const study = studyOf({ design: { kind: "sobol", points: 64 }, outputs: ["netValue", "registeredShare"] });
  let opened: OpenedPage;
  beforeAll(async () => {
    const pool = poolHere();
    await runStudy({ place: openFolder(folder.path, study, RESULTS), pool });
    pool.close();
    opened = await startPage(chromium!);
  });
  afterAll(async () => {
    await opened.close();
    folder.remove();
  });

  async function openExplore(width: number, theme: Theme = "light"): Promise<Page> {
    const page = await opened.openSmall(width, theme);
    await page.evaluate(() => (location.hash = "#explore"));
    await page.waitForSelector("#explore h1");
    return page;
  }

  async function openTableIn(page: Page): Promise<void> {
    const input = await page.waitForSelector(".open-table input");
    await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(
      join(folder.path, "table.parquet"),
    );
    await page.waitForSelector(".decision");
  }

  const textOf = (page: Page, selector: string): Promise<string> =>
    page.$eval(selector, (element) => (element as HTMLElement).innerText);

  test("says of a table what the terminal says", async () => {
    const page = await openExplore(1440);
    await openTableIn(page);
    const place = openFolder(folder.path, study, RESULTS);
    const { planIds, experiment, outputs } = layoutOf(study);
    const read = await openTable(place);
    const payoffs = { plans: planIds, points: 64, replicates: 3, values: await read("netValue") };
    const columns = experiment.factors.map((name, j) => ({
      name,
      values: Float64Array.from(experiment.points, (point) => point[j]),
    }));
    const decision = decide(payoffs, columns, { threshold: 0, seed: study.seed })!;
    const sentences = decisionSentences(decision, decisionWords({ study, outputs }, "netValue"));
    const shown = await textOf(page, ".decision");
    for (const sentence of Object.values(sentences).flat()) expect(shown).toContain(sentence);
    expect(await textOf(page, "main")).not.toMatch(/NaN|undefined|Infinity/);
    await page.close();
  });

  test("is read, brushed and left for Compare by keyboard alone", async () => {
    const page = await openExplore(1440);
    await openTableIn(page);
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    const tabTo = async (label: RegExp): Promise<void> => {
      for (let i = 0; i < 60 && !label.test(await focused()); i++) await page.keyboard.press("Tab");
      expect(await focused()).toMatch(label);
    };
    await tabTo(/, at most$/);
    for (let i = 0; i < 100; i++) await page.keyboard.press("ArrowLeft");
    await page.waitForFunction(() => document.body.innerText.includes("of 64 points match"));
    await tabTo(/^Map over/);
    await page.keyboard.press("ArrowRight");
    expect(await spoken(page)).toMatch(/: .* of runs.* points|no points/);
    await tabTo(/^Points of the study$/);
    await page.keyboard.press("ArrowDown");
    await page.waitForSelector(".point strong");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#compare");
    const documents = await page.evaluate(() => Object.values(localStorage).join(" "));
    expect(documents).toContain("Small question, point");
    await page.close();
  });

  test("runs a study of the open document here, pauses, goes on, and has its table afterwards", async () => {
    const page = await openExplore(1440);
    await page.$$eval(".wish .number input", (inputs) => {
      const set = (input: Element | undefined, value: string): void => {
        (input as HTMLInputElement).value = value;
        input!.dispatchEvent(new Event("input", { bubbles: true }));
        input!.dispatchEvent(new Event("change", { bubbles: true }));
      };
      set(inputs.at(-3), "16");
      set(inputs.at(-2), "2");
      set(inputs.at(-1), "26");
    });
    await pressOn(page, ".wish .start");
    await page.waitForFunction(() => document.body.innerText.includes("The study is finished"));
    await page.waitForSelector(".decision");
    expect(await textOf(page, "main")).toContain("all 16 points");
    // Kept: a visit later it is there again.
    await page.reload();
    await page.waitForFunction(() => document.body.innerText.includes("The study is finished"));
    await page.close();
  });

  test("refuses what is no table with a sentence, and stays", async () => {
    writeFileSync(join(folder.path, "notes.txt"), "no table");
    const page = await openExplore(1440);
    await openTableIn(page);
    const input = await page.$(".open-table input");
    await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(
      join(folder.path, "notes.txt"),
    );
    await page.waitForFunction(() =>
      document.body.innerText.includes("Refused: neither Parquet nor CSV nor JSON: notes.txt"),
    );
    expect(await page.$(".map svg")).not.toBeNull();
    await page.close();
  });

  test.each(THEMES)(
    "axe finds nothing and nothing is wider than the window, at every width, %s",
    async (theme) => {
      const page = await openExplore(1440, theme);
      await openTableIn(page);
      await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
      for (const width of [390, 768, 1024, 1440, 2560]) {
        await page.setViewport({ width, height: 900 });
        expect((await axeFindings(page)).faults, `at ${width} pixels`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.close();
    },
  );

  test("nothing was complained about", () => expect(opened.complaints).toEqual([]));
});
