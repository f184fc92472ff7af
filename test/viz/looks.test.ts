/** Every place at every width, in both themes, on paper, without motion and magnified: axe finds nothing, nothing is cut. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceSkipped, findChromium } from "./chromium.ts";
import { axeFindings, startPage, THEMES, type OpenedPage, type Theme } from "./page.kit.ts";

const PLACES = ["compare", "explore", "present"] as const;
const WIDTHS = [390, 768, 1024, 1440, 2560];
const HEIGHT = 900;
/** A4 upright within its margins, at 96 pixels an inch. */
const PAPER_WIDTH = 718;
const TESTS = PLACES.length * (THEMES.length + 2) + 1;

const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of looks");

/** How far the page can be moved sideways, and what reaches furthest beyond the window. */
function beyond(page: Page): Promise<{ readonly by: number; readonly what: string }> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const right = (element: Element): number => element.getBoundingClientRect().right;
    const furthest = Array.from(document.querySelectorAll("body *")).toSorted(
      (a, b) => right(b) - right(a),
    )[0];
    return {
      by: scrollWidth - clientWidth,
      what: scrollWidth > clientWidth ? furthest.outerHTML.slice(0, 200) : "",
    };
  });
}

const NOTHING_BEYOND = { by: 0, what: "" };

describe.skipIf(chromium === undefined)("every place", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  /** A place of a small document, once it stands, all that folds unfolded. */
  async function openPlace(place: string, theme: Theme): Promise<Page> {
    const page = await opened.openSmall(1440, theme);
    await page.evaluate((name) => {
      location.hash = name;
    }, place);
    await page.waitForSelector(`nav a[href='#${place}'][aria-current=page]`);
    await page.waitForSelector("main h1");
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    if (place === "compare") await page.waitForSelector("details table");
    return page;
  }

  test.each(THEMES.flatMap((theme) => PLACES.map((place) => [place, theme] as const)))(
    "%s is right at every width, %s",
    async (place, theme) => {
      const page = await openPlace(place, theme);
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: HEIGHT });
        expect(await beyond(page), `at ${width} pixels`).toEqual(NOTHING_BEYOND);
        const { faults, passes } = await axeFindings(page);
        expect(faults, `at ${width} pixels`).toEqual([]);
        expect(passes).toBeGreaterThan(10);
      }
      await page.close();
    },
  );

  test.each(PLACES)("%s is right on paper", async (place) => {
    const page = await openPlace(place, "dark");
    await page.emulateMediaType("print");
    await page.setViewport({ width: PAPER_WIDTH, height: HEIGHT });
    expect(await beyond(page)).toEqual(NOTHING_BEYOND);
    expect(await page.$eval("body", (body) => getComputedStyle(body).backgroundColor)).toBe(
      "rgb(251, 250, 247)",
    );
    // What can be pressed has no place on paper.
    const buttons = await page.$$eval("#compare button, #compare summary", (all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML),
    );
    expect(buttons).toEqual([]);
    await page.close();
  });

  test.each(PLACES)("%s is right magnified to twice its size, and without motion", async (place) => {
    const page = await openPlace(place, "light");
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    // A window of 1280 pixels, each twice as large.
    await page.setViewport({ width: 640, height: HEIGHT / 2, deviceScaleFactor: 2 });
    expect(await beyond(page)).toEqual(NOTHING_BEYOND);
    const { faults } = await axeFindings(page);
    expect(faults).toEqual([]);
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .map((one) => `${one.playState} ${(one.effect as KeyframeEffect | null)?.target?.className}`),
    );
    expect(moving).toEqual([]);
    await page.close();
  });

  test("nothing was complained about on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});
