/** The built page in Chromium, under its security policy: it draws, and answers pointer and keyboard. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceSkipped, findChromium } from "./chromium.ts";
import { pressOn } from "./editing.kit.ts";
import { SMALL, spoken, startPage, type OpenedPage } from "./page.kit.ts";

const TESTS = 13;

const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of the page");

describe.skipIf(chromium === undefined)("the page", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  test("draws the default document's three plans", async () => {
    const page = await opened.open(1440);
    await page.waitForSelector("svg[aria-label^='Deep practice of every plan']");
    const text = await page.$eval("main", (main) => main.textContent);
    for (const plan of ["Platform first", "Problems first", "The same, platform first"])
      expect(text).toContain(plan);
    const images = await page.$$eval("svg[role=img]", (all) =>
      all.map((one) => one.getAttribute("aria-label")),
    );
    expect(images.length).toBe(8);
    for (const label of images) expect(label!.length).toBeGreaterThan(20);
    expect(await page.$eval("main", (main) => main.innerHTML)).not.toMatch(/NaN|undefined|Infinity/);
    await page.close();
  });

  test("the keyboard moves the one week line through every chart", async () => {
    const page = await opened.openSmall(1440);
    const weekShown = (): Promise<string> =>
      page.$eval("input.week", (input) => input.getAttribute("aria-valuetext")!);
    // The end of the runs is spoken too: it is waited for, so that it doesn't come between.
    await page.waitForFunction(() => /enough|^400/.test(document.querySelector(".runs")!.textContent));
    // From the top of the page, by Tab alone, to the first chart.
    const isOnChart = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.getAttribute("role") === "img");
    for (let i = 0; i < 20 && !(await isOnChart()); i++) await page.keyboard.press("Tab");
    expect(await isOnChart()).toBe(true);
    await page.keyboard.press("ArrowLeft");
    expect(await weekShown()).toBe("month 48, week 207");
    await page.keyboard.press("Home");
    expect(await weekShown()).toBe("start, week 0");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("PageDown");
    expect(await weekShown()).toBe("month 4, week 14");
    // ↓ makes one plan stand out, and only it is spoken of.
    expect((await spoken(page)).split("; ").length).toBe(3);
    await page.keyboard.press("ArrowDown");
    expect(await spoken(page)).toMatch(/^month 4, week 14: [^;]*$/);
    await page.focus("input.week");
    await page.keyboard.press("End");
    expect(await weekShown()).toBe("month 48, week 208");
    expect(await page.$eval("main", (main) => main.textContent)).toContain("week 208");
    await page.close();
  });

  test("dragging moves the week line, and hovering reads without moving it", async () => {
    const page = await opened.openSmall(1440);
    const weekShown = (): Promise<number> => page.$eval("input.week", (input) => Number(input.value));
    const box = (await (await page.$("svg[aria-label^='Deep practice']"))!.boundingBox())!;
    await page.mouse.move(box.x + 300, box.y + 100);
    const hovered = await weekShown();
    expect(hovered).toBeLessThan(100);
    await page.mouse.move(box.x + 300, box.y - 100);
    expect(await weekShown()).toBe(208);
    await page.mouse.move(box.x + 500, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 120, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(box.x + 300, box.y - 100);
    expect(await weekShown()).toBe(hovered);
    await page.close();
  });

  test("a stretch of the curves is marked by a drag or by arrows with Shift, and who changed is told", async () => {
    const page = await opened.openSmall(1440);
    const shades = (): Promise<number> =>
      page.$$eval(
        "svg path[fill-opacity='0.6']",
        (all) => new Set(all.map((one) => one.closest("svg"))).size,
      );
    const fields = (): Promise<number[]> =>
      page.$$eval(".marked input", (all) => all.map((input) => Number(input.value)));
    const box = (await (await page.$("svg[aria-label^='Deep practice']"))!.boundingBox())!;
    expect(await shades()).toBe(0);
    await page.keyboard.down("Shift");
    await page.mouse.move(box.x + 500, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 120, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await page.waitForSelector(".marked input");
    const [from, to] = await fields();
    expect(from).toBeLessThan(to);
    expect(await page.$eval("input.week", (input) => Number(input.value))).toBe(from);
    // The people come for it, wherever they are on the page.
    await page.waitForFunction(
      (span) => document.querySelector(".marked .sentence")!.textContent.startsWith(span),
      {},
      `From week ${from} to week ${to} `,
    );
    expect(await page.$eval(".marked .sentence", (text) => text.textContent)).toMatch(
      /Problems first, \d+ (people|person) came to deep practice/,
    );
    expect(await shades()).toBe(3);
    await page.$eval("svg[aria-label^='Deep practice']", (svg) => (svg as SVGElement).focus());
    await page.keyboard.press("Escape");
    expect(await shades()).toBe(0);
    await page.keyboard.press("Home");
    await page.keyboard.down("Shift");
    await page.keyboard.press("PageDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.up("Shift");
    expect(await fields()).toEqual([0, 14]);
    expect(await spoken(page)).toMatch(/^weeks 0 to 14 marked; month 4, week 14: /);
    await page.close();
  });

  test("who undoes the last step keeps the focus on the button that has nothing left to do", async () => {
    const page = await opened.openSmall(1024);
    await page.click("button[title=Company]");
    await page.waitForSelector("select[aria-label=Company]");
    await page.select("select[aria-label=Company]", "regulated-firm");
    await page.keyboard.press("Escape");
    const undo = (await page.waitForSelector("xpath///header//button[.='Undo' and @aria-disabled='false']"))!;
    await undo.press("Enter");
    await page.waitForSelector("xpath///header//button[.='Undo' and @aria-disabled='true']");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Undo");
    await page.close();
  });

  test("another company takes the old curves away at once and draws its own", async () => {
    const page = await opened.openSmall(1440);
    const headline = (): Promise<string> => page.$eval("h1", (h1) => h1.textContent);
    await page.waitForFunction(() => /enough|^400/.test(document.querySelector(".runs")!.textContent));
    const before = await headline();
    await page.click("button[title=Company]");
    await page.waitForSelector("select[aria-label=Company]");
    await page.select("select[aria-label=Company]", "regulated-firm");
    expect(await headline()).toBe("Simulating the first run");
    expect(await page.$("svg[aria-label^='Deep practice']")).toBeNull();
    await page.select("select[aria-label=Company]", "start-up");
    await page.keyboard.press("Escape");
    await page.waitForSelector("svg[aria-label^='Deep practice']");
    // What was known is known at once, and to the letter.
    expect(await headline()).toBe(before);
    await page.close();
  });

  test("new runs are drawn a part a task, and how many they are is said last", async () => {
    const page = await opened.openSmall(1440);
    await page.click("button[title=Company]");
    await page.waitForSelector("select[aria-label=Company]");
    await page.select("select[aria-label=Company]", "regulated-firm");
    await page.waitForFunction(() => document.querySelector(".runs")!.textContent.startsWith("refining"));
    // From one count of the runs to the next.
    const tasks = await page.evaluate(
      () =>
        new Promise<string[][]>((resolve) => {
          const seen: string[][] = [];
          const partOf = ({ target }: MutationRecord): string => {
            const element = target instanceof Element ? target : target.parentElement!;
            const part = element.closest("section, .title, .runs");
            return part?.querySelector("h1, h2")?.textContent ?? part?.className ?? "";
          };
          new MutationObserver((changes) => {
            seen.push([...new Set(changes.map(partOf))].filter((part) => part !== ""));
            const [first, second] = seen.flatMap((parts, i) => (parts.includes("runs") ? [i] : []));
            if (second !== undefined) resolve(seen.slice(first + 1, second + 1));
          }).observe(document.body, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
        }),
    );
    expect(Math.max(...tasks.map((parts) => parts.length))).toBe(1);
    expect(new Set(tasks.flat()).size).toBeGreaterThan(5);
    expect(tasks.at(-1)).toEqual(["runs"]);
    await page.close();
  });

  test("a printed page says at its foot what it is of; the screen has no foot", async () => {
    const page = await opened.openSmall(1440);
    const feet = (): Promise<string[]> => page.$$eval("footer", (all) => all.map((one) => one.textContent));
    await page.waitForFunction(() => /enough|^400/.test(document.querySelector(".runs")!.textContent));
    expect(await feet()).toEqual([]);
    await page.emulateMediaType("print");
    await page.waitForSelector("footer");
    expect(await feet()).toEqual([
      expect.stringMatching(/seed groundwork · Groundwork .* · document [0-9a-f]{16} · result [0-9a-f]{16}$/),
    ]);
    await page.emulateMediaType("screen");
    await page.waitForSelector("footer", { hidden: true });
    // What prints by a call stands still in it.
    const printed = await page.evaluate(() => {
      dispatchEvent(new Event("beforeprint"));
      const { length } = document.querySelectorAll("footer");
      dispatchEvent(new Event("afterprint"));
      return length;
    });
    expect([printed, await feet()]).toEqual([1, []]);
    await page.close();
  });

  test("the reader's theme outlives the page, and paper is always light", async () => {
    const page = await opened.openSmall(1024, "light");
    const paper = (): Promise<string> => page.$eval("body", (body) => getComputedStyle(body).backgroundColor);
    expect(await paper()).toBe("rgb(251, 250, 247)");
    await page.click("button.theme");
    expect(await paper()).toBe("rgb(20, 23, 26)");
    await page.reload();
    expect(await paper()).toBe("rgb(20, 23, 26)");
    await page.emulateMediaType("print");
    expect(await paper()).toBe("rgb(251, 250, 247)");
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });

  test("a worker that can't be loaded is said, and can be tried again", async () => {
    const page = await (await opened.newContext()).newPage();
    await page.evaluateOnNewDocument((text) => {
      localStorage.setItem("groundwork.open", "d1");
      localStorage.setItem("groundwork.document.d1", text);
    }, JSON.stringify(SMALL));
    opened.refuse(/browser-worker/);
    await page.goto(opened.address);
    // What came with the page, of another document, is there until the kept one is.
    await page.waitForFunction(() =>
      /^The runs have stopped.*could not be loaded/.test(document.querySelector(".title")?.textContent ?? ""),
    );
    opened.refuse(null);
    await pressOn(page, ".title button.link");
    await page.waitForSelector("svg[aria-label^='Deep practice']");
    await page.evaluate(() => localStorage.clear());
    await page.browserContext().close();
  });

  test("the week's slider lies within its chart before the chart's width is known", async () => {
    const page = await opened.openSmall(390);
    const beyond = await page.$eval("input.week", (slider: HTMLInputElement) => {
      // As it is drawn at the width of a column in a wide window.
      slider.style.width = "952px";
      return slider.getBoundingClientRect().right - slider.parentElement!.getBoundingClientRect().right;
    });
    expect(beyond).toBeLessThanOrEqual(0);
    await page.browserContext().close();
  });

  test("a browser that forbids storage gets the whole page, and is told that changes are not saved", async () => {
    const page = await (await opened.newContext()).newPage();
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    });
    await page.goto(opened.address);
    await pressOn(page, "button[title=Documents]");
    const sheet = await page.waitForSelector("[role=dialog]");
    await page.waitForFunction(
      (one) => one!.textContent.includes("Nothing is saved: this browser keeps nothing"),
      {},
      sheet,
    );
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("[role=dialog] button")]
        .find((one) => one.textContent === "Duplicate")!
        .click(),
    );
    await page.waitForFunction(() =>
      /not saved: this browser keeps nothing/.test(document.querySelector(".title")!.textContent),
    );
    expect(await sheet!.evaluate((one) => one.textContent)).toContain("Nothing is saved");
    await page.browserContext().close();
  });

  test("nothing was complained about on the way, by the page or its security policy", () => {
    expect(opened.complaints).toEqual([]);
  });
});
