/** The whole talk in Chromium by keyboard alone and by clicker alone, and axe over all that a presenter can open. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storyOf } from "../../../scenarios/index.ts";
import { announceSkipped, findChromium } from "../chromium.ts";
import { axeFindings, SMALL, startPage, type OpenedPage } from "../page.kit.ts";

const WIDTHS = [390, 1440] as const;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(4 + WIDTHS.length, "tests of the whole talk");

const STEPS = storyOf(SMALL).steps;
const LAST = STEPS.length - 1;

const stepShown = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction(
    (wanted) => document.querySelector(".steps [aria-current]")?.textContent === wanted,
    {},
    name,
  );
const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent);
const hasText = (page: Page, selector: string, wanted: string): Promise<unknown> =>
  page.waitForFunction(
    (at, text) => document.querySelector(at)?.textContent.includes(text),
    {},
    selector,
    wanted,
  );

describe.skipIf(chromium === undefined)("a talk", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  /** Comes to Present by Tab and Enter, as somebody does who has no pointer. */
  async function comeByKeys(): Promise<Page> {
    const page = await opened.openSmall(1280);
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await tabTo(page, "nav a[href='#present']");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".present canvas");
    await page.waitForFunction(() => !document.querySelector(".present h1")!.textContent.includes("…"));
    return page;
  }

  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    }
    throw new Error(`Tab never comes to ${selector}`);
  }

  test("is given from the first step to the last by keyboard alone, with all a presenter has", async () => {
    const page = await comeByKeys();
    // Step by step, each with a guess asked and revealed before it is told.
    for (const [i, step] of STEPS.entries()) {
      if (i > 0) await page.keyboard.press("ArrowRight");
      await stepShown(page, step.name);
      const { week } = step;
      await page.keyboard.press("g");
      if ((i === 0 ? 0 : STEPS[i - 1].week) === week) continue;
      await page.waitForSelector(".pick input");
      expect(await textOf(page, ".present h1")).toMatch(/^What do you expect by month \d+\?$/);
      await tabTo(page, ".pick input");
      await page.keyboard.press("PageUp");
      await page.keyboard.press("g");
      await page.waitForSelector(".guessed");
      expect(await textOf(page, ".guessed")).toMatch(/^You expected .+ by month \d+; the model says .+\.$/);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".guessed", { hidden: true });
      expect(await textOf(page, ".telling")).not.toMatch(/[{}…]/);
    }
    // Another possible future, somebody followed through both companies, the next plan in each one's place.
    await page.keyboard.press("r");
    await hasText(page, ".basis", "possible future 2");
    await page.keyboard.press("w");
    await page.waitForFunction(
      (count) => document.querySelectorAll(".followed").length === count,
      {},
      STEPS[LAST].plans.length,
    );
    const [first] = await page.$$eval(".followed", (all) => all.map((one) => one.textContent));
    await page.keyboard.press("w");
    await page.waitForFunction(
      (before) => document.querySelector(".followed")?.textContent !== before,
      {},
      first,
    );
    await page.keyboard.press("c");
    await hasText(page, ".kicker", "in another’s place");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".followed", { hidden: true });
    // Dark or light, blank, full screen.
    await page.keyboard.press("d");
    await page.waitForSelector("main.present.light");
    await page.keyboard.press("b");
    await page.waitForSelector(".blank");
    await page.keyboard.press("b");
    await page.waitForSelector(".blank", { hidden: true });
    await page.keyboard.press("f");
    await page.waitForFunction(() => document.fullscreenElement?.id === "present");
    await page.keyboard.press("f");
    await page.waitForFunction(() => document.fullscreenElement === null);
    // To any step by its number, and the end stays the end.
    await page.keyboard.press("1");
    await stepShown(page, STEPS[0].name);
    await page.keyboard.press(String(STEPS.length) as "6");
    await page.keyboard.press("ArrowRight");
    await stepShown(page, STEPS[LAST].name);
    await page.close();
  });

  test("is given by the buttons of the stage too, reached by Tab and pressed by Enter", async () => {
    const page = await comeByKeys();
    for (const { name } of STEPS.slice(1)) {
      await tabTo(page, "[data-action=next]");
      await page.keyboard.press("Enter");
      await stepShown(page, name);
    }
    const missed = new Set(
      await page.$$eval(".controls button:not(:disabled)", (all) => all.map((one) => one.dataset["action"]!)),
    );
    for (let i = 0; i < 90 && missed.size > 0; i++) {
      await page.keyboard.press("Tab");
      missed.delete(
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["action"] ?? ""),
      );
    }
    expect([...missed]).toEqual([]);
    await page.close();
  });

  test("is given from the speaker's window, which a key opens, by a clicker alone", async () => {
    const page = await comeByKeys();
    const popup = new Promise<Page>((resolve) => page.once("popup", (other) => resolve(other!)));
    await page.keyboard.press("s");
    const speaker = await popup;
    await speaker.waitForSelector(".speaker .notes");
    for (const [i, { name, notes = "" }] of STEPS.entries()) {
      if (i > 0) await speaker.keyboard.press("PageDown");
      await stepShown(page, name);
      await hasText(speaker, ".notes", notes);
      await hasText(speaker, ".next", i === LAST ? "This is the last step." : `Next, ${STEPS[i + 1].name}: `);
      // Runs may still come in, which both windows tell, one after the other.
      const agree = async (): Promise<boolean> =>
        (await textOf(speaker, "h1")) === (await textOf(page, ".present h1"));
      await expect.poll(agree, { timeout: 10_000 }).toBe(true);
    }
    for (let i = LAST; i > 0; i--) await speaker.keyboard.press("PageUp");
    await stepShown(page, STEPS[0].name);
    await speaker.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    expect((await axeFindings(speaker)).faults).toEqual([]);
    await speaker.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
    expect((await axeFindings(speaker)).faults).toEqual([]);
    await speaker.close();
    await page.close();
  });

  test.each(WIDTHS)(
    "has nothing that axe finds at %i pixels, dark or light, whatever is open",
    async (width) => {
      const page = await opened.openSmall(width);
      await page.evaluate(() => (location.hash = "#present"));
      await page.waitForSelector(".present canvas");
      for (const isLight of [false, true]) {
        if (isLight) await page.keyboard.press("d");
        for (const [key, shown] of [
          ["6", ".companies-2"],
          ["w", ".followed"],
          ["?", ".keys-panel"],
          ["e", ".story-editor textarea"],
          ["o", ".handout-page"],
        ] as const) {
          await page.keyboard.press(key);
          await page.waitForSelector(shown);
          const { faults, passes } = await axeFindings(page);
          expect([isLight, key, faults]).toEqual([isLight, key, []]);
          expect(passes).toBeGreaterThan(10);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          if (shown.startsWith(".keys") || shown.startsWith(".handout") || shown.startsWith(".story")) {
            await page.keyboard.press("Escape");
            await page.waitForSelector(shown, { hidden: true });
          }
        }
      }
      await page.close();
    },
  );

  test("makes the page complain of nothing", () => {
    expect(opened.complaints).toEqual([]);
  });
});
