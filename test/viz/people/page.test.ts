/** Everybody on the page: counted in words, found by pointer and keyboard, lit up by a brushed curve. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceSkipped, findChromium } from "../chromium.ts";
import {
  THEMES,
  axeFindings,
  SMALL,
  spoken,
  startPage,
  takeAway,
  type OpenedPage,
  type Theme,
} from "../page.kit.ts";

const TESTS = 13;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of everybody on the page");

describe.skipIf(chromium === undefined)("everybody on the page", () => {
  let opened: OpenedPage;
  /** One page for all tests that change nothing but the view: a sight takes a while. */
  let wide: Page;
  beforeAll(async () => {
    opened = await startPage(chromium!);
    wide = await openPeople(1440);
  });
  afterAll(() => opened.close());

  async function openPeople(width: number, theme: Theme = "light"): Promise<Page> {
    const page = await opened.openSmall(width, theme);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForSelector(".people canvas");
    return page;
  }
  const labels = (page: Page): Promise<string[]> =>
    page.$$eval(".people canvas", (all) => all.map((one) => one.getAttribute("aria-label")!));
  const words = (page: Page, selector: string): Promise<string> =>
    page.$eval(selector, (one) => one.textContent);
  const moveTo = (page: Page, week: number): Promise<void> =>
    page.$eval(
      "input.week",
      (input, to) => {
        input.value = String(to);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      },
      week,
    );
  /** Pixels of a colour in a canvas. */
  const pixelsOf = (page: Page, canvas: number, [r, g, b]: readonly number[]): Promise<number> =>
    page.$$eval(
      ".people canvas",
      (all, place, red, green, blue) => {
        // Read from a copy: reading the canvas itself twice earns a warning.
        const painted = all[place];
        const copy = Object.assign(document.createElement("canvas"), {
          width: painted.width,
          height: painted.height,
        });
        const context = copy.getContext("2d")!;
        context.drawImage(painted, 0, 0);
        const { data } = context.getImageData(0, 0, copy.width, copy.height);
        let count = 0;
        for (let i = 0; i < data.length; i += 4)
          if (data[i] === red && data[i + 1] === green && data[i + 2] === blue) count++;
        return count;
      },
      canvas,
      r,
      g,
      b,
    );

  test("is fetched and simulated only when it comes near the window", async () => {
    const fresh = await opened.openSmall(1440);
    expect(await fresh.$(".people")).toBeNull();
    await fresh.close();
  });

  test("says in numbers what every picture shows, at every week", async () => {
    const page = wide;
    for (const week of [0, 104, 208]) {
      await moveTo(page, week);
      const said = await labels(page);
      expect(said).toHaveLength(2);
      const lists = await page.$$eval(".states", (all) => all.map((one) => one.textContent));
      said.forEach((label, i) => {
        expect(label).toContain(`week ${week}: Not registered`);
        const counts = Array.from(
          label
            .split(": ")
            .at(-1)!
            .matchAll(/ (\d+)/g),
          ([, n]) => n,
        );
        expect(counts).toHaveLength(5);
        expect(counts.reduce((sum, n) => sum + Number(n), 0)).toBe(SMALL.company.employees ?? 250);
        for (const n of counts) expect(lists[i]).toContain(n);
      });
    }
  });

  test("paints as many pixels of a state as it counts people", async () => {
    const page = wide;
    await moveTo(page, 0);
    const first = await pixelsOf(page, 0, [0xda, 0xd6, 0xcc]);
    const [label] = await labels(page);
    const none = Number(/Not registered (\d+)/.exec(label)![1]);
    const side = Math.sqrt(first / none);
    expect(side).toBe(Math.round(side));
    await moveTo(page, 208);
    const now = Number(/Not registered (\d+)/.exec((await labels(page))[0])![1]);
    expect(await pixelsOf(page, 0, [0xda, 0xd6, 0xcc])).toBe(now * side * side);
  });

  test("finds people by pointer and by keyboard, and says who they are", async () => {
    const page = wide;
    const box = (await (await page.$(".people canvas"))!.boundingBox())!;
    await page.mouse.move(box.x + 3, box.y + 21);
    expect(await words(page, ".person")).toMatch(/^Employee .*, .*, .*, team \d+\. Platform first: /);
    expect(await page.$$(".mark")).toHaveLength(2);
    await page.mouse.move(box.x + 3, box.y - 40);
    expect(await page.$$(".mark")).toHaveLength(0);
    await page.focus(".people canvas");
    await page.keyboard.press("ArrowDown");
    const one = await words(page, ".person");
    expect(await spoken(page)).toBe(one);
    await page.keyboard.press("ArrowRight");
    expect(await words(page, ".person")).not.toBe(one);
  });

  test("lights up who changes in a brushed stretch, and counts them by unit", async () => {
    const page = wide;
    await page.select("select[aria-label='What the curve counts']", "user");
    const box = (await (await page.$(".brush"))!.boundingBox())!;
    await page.mouse.move(box.x + 60, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 700, box.y + 60, { steps: 4 });
    await page.mouse.up();
    const sentence = await words(page, ".stretched");
    const came = Number(/Platform first, (\d+) (?:people|person) registered/.exec(sentence)![1]);
    expect(came).toBeGreaterThan(0);
    await page.$$eval(".stretched details", (all) => all.forEach((one) => (one.open = true)));
    await page.waitForSelector(".stretched tbody td");
    const cells = await page.$$eval(".stretched tbody tr", (rows) =>
      rows.map((row) => Number(row.querySelectorAll("td")[1].textContent)),
    );
    expect(cells.reduce((sum, n) => sum + n, 0)).toBe(came);
    // The week alone, by keyboard, and back to nobody.
    await page.focus(".people input[type=number]");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    expect(await words(page, ".stretched")).not.toBe(sentence);
    // The field that had the focus may have moved the page.
    const now = (await (await page.$(".brush"))!.boundingBox())!;
    await page.mouse.click(now.x + 300, now.y + 60);
    expect(await page.$(".stretched")).toBeNull();
    expect(await page.$eval("input.week", (input) => Number(input.value))).toBeLessThan(100);
  });

  test("has other possible futures", async () => {
    const page = wide;
    const before = await labels(page);
    await (await page.$(".people ::-p-text(Another possible future)"))!.click();
    await page.waitForFunction(() =>
      /number 2/.test(document.querySelector(".people .sentence")?.textContent ?? ""),
    );
    expect(await labels(page)).not.toEqual(before);
    await (await page.$(".people ::-p-text(Back to the first)"))!.click();
    await page.waitForFunction(() =>
      /number 1/.test(document.querySelector(".people .sentence")?.textContent ?? ""),
    );
    expect(await labels(page)).toEqual(before);
  });

  test.each(THEMES.map((theme, i) => [theme, [390, 1440][i]] as const))(
    "axe finds nothing and nothing is too wide, %s at %i pixels",
    async (theme, width) => {
      const own = await openPeople(width, theme);
      await own.select("select[aria-label='Blocks of people']", "department");
      await own.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
      await own.waitForSelector(".people table");
      expect((await axeFindings(own)).faults).toEqual([]);
      expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await own.close();
    },
  );

  test("follows whoever is named, through both plans, week by week", async () => {
    const page = wide;
    await page.waitForSelector(".finder");
    await page.type(".finder", "nobody of that name");
    await page.keyboard.press("Enter");
    expect(await words(page, "form [role=status]")).toBe("Nobody is called “nobody of that name”.");
    await page.$eval(".finder", (field) => ((field as HTMLInputElement).value = ""));
    await page.type(".finder", "17");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".diary");
    expect(await words(page, ".followed h2")).toMatch(/^Employee 17 /);
    expect(await words(page, ".followed .sentence")).toMatch(
      /^Under Platform first: .* Under Problems first: /,
    );
    const heads = await page.$$eval(".diary th[scope=col]", (all) => all.map((one) => one.textContent));
    expect(heads).toEqual(["Week", "Platform first", "Problems first"]);
  });

  test("follows a pressed dot, somebody else, and the end of a chain; the diary keeps to the week line", async () => {
    const page = wide;
    const canvas = (await page.$(".people canvas"))!;
    await canvas.click({ offset: { x: 3, y: 21 } });
    await page.waitForSelector(".followed");
    const first = await words(page, ".followed h2");
    await (await page.$(".followed ::-p-text(Somebody else)"))!.click();
    await page.waitForFunction(
      (before) => document.querySelector(".followed h2")!.textContent !== before,
      {},
      first,
    );
    await page.select("select[aria-label='What is handed on']", "registered");
    await (await page.$(".descent ::-p-text(the end of the longest chain)"))!.click();
    await page.waitForSelector(".descent .line li");
    const chain = await page.$$eval(".descent .line li", (all) => all.map((one) => one.textContent));
    expect(chain[0]).toMatch(/^From /);
    const weeks = await page.$$eval(".diary tbody th", (all) => all.map((one) => Number(one.textContent)));
    await moveTo(page, weeks.at(-1)!);
    const marked = await page.$$eval(".diary tr[aria-current] th", (all) =>
      all.map((one) => Number(one.textContent)),
    );
    expect(marked).toEqual(weeks.filter((week) => week < weeks.at(-1)!).slice(-1));
    await (await page.$(".followed ::-p-text(Nobody)"))!.click();
    await page.waitForFunction(() => document.querySelector(".diary") === null);
  });

  test("lives, whoever descends from somebody, and the curve of everybody can be taken away", async () => {
    const own = await openPeople(1440);
    await takeAway(own, ".people");
    await (await own.waitForSelector(".descent ::-p-text(who brought most)"))!.click();
    await own.waitForSelector(".descent .line .export");
    await takeAway(own, ".followed");
    await takeAway(own, ".descent .line");
    expect((await axeFindings(own)).faults).toEqual([]);
    await own.close();
  });

  test.each([390])("axe finds nothing in a diary at %i pixels, and nothing is too wide", async (width) => {
    const own = await openPeople(width);
    await (await own.waitForSelector("::-p-text(Somebody else)"))!.click();
    await own.waitForSelector(".diary");
    expect((await axeFindings(own)).faults).toEqual([]);
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await own.close();
  });

  test("nothing was complained about on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});
