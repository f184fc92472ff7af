/** Present in Chromium under the page's policy: by clicker, by keyboard, edited, spoken to; frames equal to the pixel. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { libraryDocument, storyOf } from "../../../scenarios/index.ts";
import { openHall, resultOf } from "../../bench/present/hall.ts";
import { announceSkipped, findChromium } from "../chromium.ts";
import { kept } from "../editing.kit.ts";
import { axeFindings, SMALL, startPage, type OpenedPage } from "../page.kit.ts";

const TESTS = 10;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of Present");

const STEPS = storyOf(SMALL).steps;
const headline = (page: Page): Promise<string> => page.$eval(".present h1", (h1) => h1.textContent);
const stepName = (page: Page): Promise<string> =>
  page.$eval(".steps [aria-current]", (button) => button.textContent);
const nameShown = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => document.querySelector(".steps [aria-current]")?.textContent === wanted,
    {},
    name,
  );

describe.skipIf(chromium === undefined)("Present", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  async function openPresent(width: number, isStill = true): Promise<Page> {
    const page = await opened.openSmall(width);
    await page.setViewport({ width, height: 720 });
    const value = isStill ? "reduce" : "no-preference";
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value }]);
    await page.evaluate(() => (location.hash = "#present"));
    await page.waitForSelector(".present canvas");
    await page.waitForFunction(() => !document.querySelector(".present h1")!.textContent.includes("…"));
    return page;
  }

  test("is led through by a clicker alone, and every step has its own headline and numbers", async () => {
    const page = await openPresent(1280);
    const seen = new Set<string>();
    for (const [i, { name }] of STEPS.entries()) {
      if (i > 0) await page.keyboard.press("PageDown");
      await nameShown(page, name);
      seen.add(await headline(page));
      const text = await page.$eval(".telling", (telling) => telling.textContent);
      expect(`${await headline(page)} ${text}`).not.toMatch(/[{}]|NaN|undefined/);
      expect(await page.$$eval(".telling strong", (all) => all.length)).toBeGreaterThan(0);
    }
    expect(seen.size).toBe(STEPS.length);
    for (let i = STEPS.length - 1; i > 0; i--) await page.keyboard.press("PageUp");
    await nameShown(page, STEPS[0].name);
    await page.close();
  });

  test("plays by itself up to the step's week, where motion is welcome", async () => {
    const page = await openPresent(1280, false);
    await page.keyboard.press("2");
    await nameShown(page, STEPS[1].name);
    await page.waitForFunction(
      (week) => document.querySelector<HTMLInputElement>(".scrubber")!.value === String(week),
      {},
      STEPS[1].week,
    );
    // It stands still a frame after it has arrived.
    await page.waitForFunction(() => document.querySelector("[data-action=play]")!.textContent === "Play");
    await page.close();
  });

  test("counts everybody in words below their dots", async () => {
    const page = await openPresent(1280);
    await page.keyboard.press("6");
    await page.waitForFunction(() => document.querySelectorAll(".counts").length === 2);
    const sums = await page.$$eval(".counts", (all) =>
      all.map((list) =>
        Array.from(list.querySelectorAll("strong"), (one) =>
          Number(one.textContent.replaceAll(",", "")),
        ).reduce((sum, count) => sum + count),
      ),
    );
    expect(sums[0]).toBeGreaterThan(0);
    expect(sums[1]).toBeGreaterThan(0);
    await page.close();
  });

  test.each([390, 1280, 1920])(
    "is clean to axe at %i pixels, and nothing is wider than the window",
    async (width) => {
      const page = await openPresent(width);
      for (const key of ["Escape", "?", "e"] as const) {
        await page.keyboard.press(key);
        if (key === "e") await page.waitForSelector(".story-editor textarea");
        const { faults, passes } = await axeFindings(page);
        expect(faults).toEqual([]);
        expect(passes).toBeGreaterThan(10);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await page.close();
    },
  );

  test("lets a story be edited by keyboard alone, with results from a list, and undone", async () => {
    const page = await openPresent(1280);
    await page.keyboard.press("e");
    const field = await page.waitForSelector(".story-editor .completing input");
    await field!.focus();
    await page.keyboard.down("Control");
    await page.keyboard.press("a");
    await page.keyboard.up("Control");
    await page.keyboard.type("Now {dee");
    await page.waitForSelector("[role=option][aria-selected=true]");
    await page.keyboard.press("Enter");
    await page.keyboard.type(" go deep {nonsense}");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() =>
      /^Now [\d.]+% go deep/.test(document.querySelector(".present h1")!.textContent),
    );
    expect(await page.$eval(".troubles", (list) => list.textContent)).toBe("unknown result: {nonsense}");
    expect((await kept(page)).story!.steps[0].headline).toBe("Now {deep} go deep {nonsense}");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".story-editor", { hidden: true });
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.down("Control");
    await page.keyboard.press("z");
    await page.keyboard.up("Control");
    await page.waitForFunction(() => !document.querySelector(".present h1")!.textContent.startsWith("Now"));
    expect((await kept(page)).story).toBeUndefined();
    await page.close();
  });

  test("asks for a guess by keyboard, hides the numbers until then, and sets it beside the model's", async () => {
    const page = await openPresent(1280);
    await page.keyboard.press("3");
    await nameShown(page, STEPS[2].name);
    // Runs go on arriving: the number may change, the words don't.
    const words = async (): Promise<string> => (await headline(page)).replaceAll(/[\d.,]/g, "");
    const before = await words();
    await page.keyboard.press("g");
    await page.waitForSelector(".pick input");
    expect(await headline(page)).toMatch(/^What do you expect by month \d+\?$/);
    await page.focus(".pick input");
    await page.keyboard.press("End");
    await page.keyboard.press("g");
    await page.waitForSelector(".guessed");
    expect(await page.$eval(".guessed", (told) => told.textContent)).toMatch(
      /^You expected .+ by month \d+; the model says .+\.$/,
    );
    expect(await words()).toBe(before);
    await page.close();
  });

  test("tells the speaker's window the notes and the next step, and obeys it", async () => {
    const page = await openPresent(1280);
    const speaker = await page.browserContext().newPage();
    await speaker.goto(`${opened.address}?speaker`);
    await speaker.waitForFunction(() => document.querySelector(".speaker .notes") !== null);
    const text = await speaker.$eval("main", (main) => main.textContent);
    expect(text).toContain(STEPS[0].notes);
    expect(text).toContain(`Next, ${STEPS[1].name}: `);
    expect(text).toMatch(/0:0\d/);
    expect((await axeFindings(speaker)).faults).toEqual([]);
    await speaker.keyboard.press("PageDown");
    await speaker.waitForFunction(
      (notes) => document.querySelector(".notes")?.textContent === notes,
      {},
      STEPS[1].notes,
    );
    expect(await stepName(page)).toBe(STEPS[1].name);
    await speaker.close();
    await page.close();
  });

  test("complains of nothing, under its policy", () => {
    expect(opened.complaints).toEqual([]);
  });
});

describe.skipIf(chromium === undefined)("a page of its own", () => {
  test("shows a story from a document and its results alone, each frame alike to the pixel", async () => {
    const opened = await startPage(chromium!);
    const hall = await openHall(process.cwd());
    const document = libraryDocument("measured-workplace", ["platform-first", "problems-first"]);
    const page = await opened.newPage();
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(hall.address);
    await page.evaluate(
      (text, told) => globalThis.present(text, told),
      JSON.stringify(document),
      resultOf(document, 2),
    );
    await page.keyboard.press("6");
    await page.waitForFunction(() => globalThis.document.querySelectorAll("canvas").length === 2);
    const frames = [
      [0, 0],
      [2, 400],
      [5, 1001],
      [5, 1248],
    ] as const;
    const pixels = async (
      order: typeof frames | readonly (readonly [number, number])[],
    ): Promise<string[]> => {
      const all: string[] = [];
      for (const [step, tick] of order) {
        const shown = await page.evaluate((one, other) => globalThis.pixelsAt(one, other), step, tick);
        all.push(`${step} ${tick} ${shown.join(" ")}`);
      }
      return all.toSorted();
    };
    const there = await pixels(frames);
    expect(await pixels(frames.toReversed())).toEqual(there);
    expect(new Set(there.map((line) => line.split(" ").slice(2).join(" "))).size).toBe(frames.length);
    hall.close();
    await opened.close();
  });
});
