/** The first paint: what came with the page is there before any script, checked by runs made here, and light to load. */
import type { HTTPRequest, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceSkipped, findChromium } from "./chromium.ts";
import { pressOn } from "./editing.kit.ts";
import { startPage, type OpenedPage } from "./page.kit.ts";
import { firstScriptBytes } from "./script-size.ts";

const TESTS = 9;
/** What one loads to see and check the first curves. */
const SCRIPT_BYTES_MOST = 90_000;

const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of the first paint");

describe.skipIf(chromium === undefined)("the first paint", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  const textOf = (page: Page, selector: string): Promise<string> =>
    page.$eval(selector, (element) => element.textContent);

  test("shows 400 runs of the default document without any script, in the plans' colours", async () => {
    const page = await opened.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(opened.address);
    expect((await page.$$("svg[role=img]")).length).toBe(8);
    expect(await textOf(page, ".runs")).toBe("400 runs, checking the first");
    expect(await textOf(page, "h1")).toMatch(/^Problems first ends \$\d+ million ahead of Platform first/);
    expect(await page.$eval("h1 .plan", (plan) => getComputedStyle(plan).color)).toBe("rgb(15, 107, 143)");
    expect(await page.$eval("main", (main) => main.innerHTML)).not.toMatch(/NaN|undefined|Infinity|style=/);
    await page.close();
  });

  test("is the script's own picture, to the letter", async () => {
    const drawn = await opened.newPage();
    await drawn.setViewport({ width: 1440, height: 900 });
    await drawn.setJavaScriptEnabled(false);
    await drawn.goto(opened.address);
    const charts = (page: Page): Promise<string[]> =>
      page.$$eval("svg[role=img]", (all) =>
        all.map((one) => one.outerHTML.replaceAll(/ data-first="\d+"/g, "")),
      );
    const before = await charts(drawn);
    await drawn.close();
    // Without a worker: runs made here would add their own to the picture.
    const page = await (await opened.newContext()).newPage();
    await page.setViewport({ width: 1440, height: 900 });
    opened.refuse(/browser-worker/);
    await page.goto(opened.address);
    await page.waitForSelector(".title [role=alert]");
    opened.refuse(null);
    const after = await charts(page);
    // The window's scroll bar may take some pixels of a column: compare those drawn at the same width.
    const widthOf = (svg: string): string => /width="(\d+)"/.exec(svg)![1];
    const same = before.filter((svg, i) => widthOf(svg) === widthOf(after[i]));
    expect(same.length).toBeGreaterThan(3);
    expect(after).toEqual(expect.arrayContaining(same));
    await page.browserContext().close();
  });

  test("is checked here run by run, and the words say so", async () => {
    const page = await opened.open(1440);
    await page.waitForFunction(() =>
      /^400 runs, the first [2-9] checked here: identical$/.test(
        document.querySelector(".runs")!.textContent,
      ),
    );
    await page.close();
  });

  test("answers what was pressed before its scripts were there", async () => {
    const page = await opened.newPage();
    await page.setRequestInterception(true);
    const held = new Promise<HTTPRequest>((resolve) => {
      page.on("request", (request) => {
        if (/assets\/page-.*\.js$/.test(request.url())) resolve(request);
        else void request.continue();
      });
    });
    // The load ends only with the script.
    const loaded = page.goto(opened.address);
    await (await page.waitForSelector("button[title=Company]"))!.click();
    expect(await page.$(".sheet")).toBeNull();
    await (await held).continue();
    await loaded;
    await page.waitForSelector(".sheet select[aria-label=Company]");
    await page.close();
  });

  test("hears once what is pressed on a part that is awake while others are not", async () => {
    const page = await (await opened.newContext()).newPage();
    await page.evaluateOnNewDocument(() => {
      new MutationObserver((_, observer) => {
        const button = document.querySelector<HTMLElement>("[data-awake] button[title=Documents]");
        if (button === null) return;
        observer.disconnect();
        button.dataset["pressed"] = document.documentElement.dataset["drawing"] ?? "asleep";
        button.click();
      }).observe(document, { subtree: true, attributes: true });
    });
    await page.goto(opened.address);
    await page.waitForSelector("html[data-drawing=live] button[data-pressed=asleep]");
    await page.waitForSelector("[role=dialog]");
    await page.browserContext().close();
  });

  test("is not shown to a reader with a document or a theme of their own", async () => {
    const page = await opened.newPage();
    await page.evaluateOnNewDocument(() => {
      localStorage.setItem("groundwork.open", "d1");
      localStorage.setItem("groundwork.theme", "dark");
    });
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      void (/assets\/page-.*\.js$/.test(request.url()) ? request.abort() : request.continue());
    });
    await page.goto(opened.address);
    expect(await page.$eval("#page", (part) => getComputedStyle(part).visibility)).toBe("hidden");
    expect(await page.$eval("body", (body) => getComputedStyle(body).backgroundColor)).toBe(
      "rgb(20, 23, 26)",
    );
    await page.close();
  });

  test("gives way to the place that is asked for, and to a document of one's own", async () => {
    for (const place of ["explore", "present", "compare"]) {
      const page = await opened.newPage();
      await page.goto(`${opened.address}#${place}`);
      await page.waitForSelector(`html[data-drawing=live] nav a[href='#${place}'][aria-current=page]`);
      await page.waitForSelector("main h1");
      expect([place, (await page.$$("main")).length, (await page.$$("header")).length]).toEqual([
        place,
        1,
        1,
      ]);
      await page.close();
    }
    const own = await opened.openSmall(1440);
    expect([(await own.$$("main")).length, (await own.$$("header")).length]).toEqual([1, 1]);
    await own.close();
  });

  test("stands when no worker can be had, and says that nothing is checked", async () => {
    const page = await (await opened.newContext()).newPage();
    opened.refuse(/browser-worker/);
    await page.goto(opened.address);
    await page.waitForSelector(".title [role=alert]");
    expect(await textOf(page, ".title [role=alert]")).toMatch(
      /^The runs have stopped: .*could not be loaded/,
    );
    expect(await textOf(page, "h1")).toMatch(/^Problems first ends/);
    expect(await textOf(page, ".runs")).toBe("400 runs, not checked here");
    opened.refuse(null);
    await pressOn(page, ".title [role=alert] button");
    await page.waitForSelector(".title [role=alert]", { hidden: true });
    await page.browserContext().close();
  });

  test("loads no more script than a page and its worker need", async () => {
    const page = await opened.open(1440);
    await page.waitForSelector(".grip");
    expect(await firstScriptBytes(page, opened.address)).toBeLessThan(SCRIPT_BYTES_MOST);
    await page.close();
  });
});
