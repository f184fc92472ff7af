/** Answers on demand in Chromium: by keyboard alone, to be cancelled, equal to the terminal's, and axe finds nothing. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDocument, orderLeague, splitAt, stageSplit, type Document } from "../../scenarios/index.ts";
import { leagueSentence, orderName, orderSentence } from "../../viz/words/league.ts";
import { kindText } from "../../viz/words/kinds.ts";
import { shortChange } from "../../viz/words/drivers.ts";
import { plain } from "../../viz/words/rich.ts";
import { unitOf } from "../../viz/words/units.ts";
import { engineEvaluation, settingOf } from "../scenarios/evaluation.ts";
import { announceSkipped, findChromium } from "./chromium.ts";
import { pressOn } from "./editing.kit.ts";
import { axeFindings, startPage, takeAway, type OpenedPage, type Theme } from "./page.kit.ts";
import { ENGLISH } from "./notation.kit.ts";

const TESTS = 9;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of answers on the page");

/** So small that its runs take no time to speak of. */
const TINY: Document = checkDocument({
  groundwork: 1,
  name: "Tiny",
  company: { employees: 40 },
  plans: [
    { id: "platform", name: "Platform", interventions: [{ week: 0, kind: "platform" }] },
    {
      id: "problems",
      name: "Problems",
      interventions: [
        { week: 0, kind: "communities" },
        { week: 4, kind: "center", experts: 1 },
        { week: 8, kind: "platform" },
      ],
    },
  ],
  seed: "answers",
  weeks: 26,
});

describe.skipIf(chromium === undefined)("answers on the page", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  async function openTiny(width: number, theme: Theme = "light"): Promise<Page> {
    const page = await opened.open(width, theme);
    await page.evaluate((text) => {
      localStorage.setItem("groundwork.open", "d1");
      localStorage.setItem("groundwork.document.d1", text);
    }, JSON.stringify(TINY));
    await page.reload();
    await page.waitForSelector(".beside > :nth-child(2) section");
    await page.$eval(".beside > :nth-child(2) section", (section) => section.scrollIntoView());
    await page.waitForSelector(".drivers [role=tab]");
    return page;
  }

  /** Presses a button of a part of the page: several ask in the same words. */
  async function press(page: Page, text: string, part: string): Promise<void> {
    const handle = await page.waitForFunction(
      (wanted, within) =>
        [...document.querySelectorAll<HTMLElement>(`${within} button`)].find(
          (one) => one.textContent === wanted,
        ),
      {},
      text,
      part,
    );
    await handle.asElement()!.focus();
    await page.keyboard.press("Enter");
  }

  async function splitStages(page: Page): Promise<void> {
    await page.focus("[role=tab][aria-selected=true]");
    await page.keyboard.press("ArrowRight");
    await press(page, "Work it out", ".drivers");
    await page.waitForSelector(".drivers svg[aria-label^='Stages that make the difference']");
  }

  test("the stages split the difference to the terminal's numbers", async () => {
    const page = await openTiny(1440);
    await page.select("select[aria-label=Measure]", "netValue");
    await splitStages(page);
    await pressOn(page, ".drivers .table summary");
    await page.waitForSelector(".drivers table");
    const shown = await page.$$eval(".drivers tbody tr", (rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    const setting = settingOf(TINY, 40);
    const question = { pair: { a: 0, b: 1 }, measure: "netValue", runs: 8 } as const;
    const { items, total } = splitAt(
      await stageSplit(setting, question, engineEvaluation(setting)),
      "difference",
      TINY.weeks,
    );
    const change = shortChange(unitOf("USD", ENGLISH));
    const rows = [
      ...items.map((item) => [kindText(item.name as "platform"), item] as const),
      ["In all", total] as const,
    ];
    const money = unitOf("USD", ENGLISH);
    expect(shown).toEqual(
      rows.map(([name, { value, low, high }]) => [name, change(value!), money.changeRange(low!, high!)]),
    );
    await takeAway(page, ".drivers");
    await page.close();
  });

  test("an answer can be cancelled, and leaves its question to be asked again", async () => {
    const page = await openTiny(1440);
    // One and the same button: who pressed it may cancel at once.
    await page.$$eval(".drivers button", (all) =>
      all.find((one) => one.textContent === "Work it out")!.focus(),
    );
    await page.keyboard.press("Enter");
    await page.waitForSelector(".drivers progress");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Cancel");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".drivers progress") === null);
    expect(await page.$eval(".drivers", (section) => section.textContent)).toContain("Work it out");
    await page.close();
  });

  test.each([
    ["light", 1440],
    ["dark", 390],
  ] as const)("axe finds nothing, %s at %i pixels, and nothing is too wide", async (theme, width) => {
    const page = await openTiny(width, theme);
    await splitStages(page);
    await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
    const { faults } = await axeFindings(page);
    expect(faults).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });

  test("a goal is set, moved by keys, told and undone by keyboard; a drag given up leaves it where it was", async () => {
    const page = await openTiny(1440);
    const goals = (): Promise<unknown> =>
      page.evaluate(() => (JSON.parse(localStorage.getItem("groundwork.document.d1")!) as Document).goals);
    // What can be asked of the curve is drawn after it.
    const asks = await page.waitForSelector("xpath///div[@class='asks']//button[.='Set a goal']");
    await asks!.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".goal-handle");
    expect(await page.evaluate(() => document.activeElement?.closest(".goal")?.className)).toBe("goal");
    await page.emulateMediaType("print");
    // On paper there is nothing to type in.
    expect(await page.$eval(".goal .asking", (one) => one.checkVisibility())).toBe(false);
    await page.emulateMediaType("screen");
    expect(await goals()).toMatchObject([{ measure: "deepShare", week: 13 }]);
    await page.focus(".goal-handle");
    await page.keyboard.press("ArrowRight");
    expect(await goals()).toMatchObject([{ week: 14 }]);
    expect(await page.$eval(".goal-handle", (one) => one.getAttribute("aria-label"))).toMatch(
      /^Goal: .*% by month 4; arrow keys move it$/,
    );
    // Of one run it is said otherwise.
    await page.waitForFunction(() =>
      /^Deep practice of at least .*% at month 4: Platform in .* runs \(.*\) and Problems in .*\./.test(
        document.querySelector(".goal")!.textContent,
      ),
    );
    for (const key of ["Escape", "z"] as const) {
      const handle = (await (await page.$(".goal-handle"))!.boundingBox())!;
      const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 60, y - 20, { steps: 3 });
      if (key === "z") await page.keyboard.down("Control");
      await page.keyboard.press(key);
      await page.keyboard.up("Control");
      await page.mouse.move(x - 90, y - 20, { steps: 3 });
      await page.mouse.up();
      expect(await goals()).toMatchObject([{ week: 14 }]);
    }
    await page.keyboard.down("Control");
    await page.keyboard.press("z");
    await page.keyboard.press("z");
    await page.keyboard.up("Control");
    await page.waitForSelector(".goal-handle", { hidden: true });
    expect(await goals()).toBeUndefined();
    await page.close();
  });

  test("the league is the terminal's, and an order of it becomes a plan", async () => {
    const page = await openTiny(1440);
    await page.$eval(".halves", (halves) => halves.scrollIntoView());
    await page.waitForSelector(".league button");
    await page.$eval(".league", (section) =>
      [...section.querySelectorAll("button")].find((one) => one.textContent === "Work it out")!.click(),
    );
    await page.waitForSelector(".league svg");
    const setting = settingOf(TINY, 40);
    const league = await orderLeague(setting, { runs: 8 }, engineEvaluation(setting));
    const money = unitOf("USD", ENGLISH);
    expect(await page.$eval(".league .sentence", (one) => one.textContent)).toBe(
      plain(leagueSentence(league, money)),
    );
    await page.$eval(".league svg", (svg) => svg.focus());
    await page.keyboard.press("ArrowRight");
    expect(await page.$eval(".league", (one) => one.textContent)).toContain(
      orderSentence(league.orders[1], 120, money),
    );
    await press(page, "Add as a plan", ".league");
    const plans = await page.evaluate(
      () => (JSON.parse(localStorage.getItem("groundwork.document.d1")!) as Document).plans,
    );
    expect(plans.at(-1)).toMatchObject({ name: orderName(league.orders[1].order) });
    await takeAway(page, ".league");
    await page.close();
  }, 300_000);

  /** Gives a file of what was seen of the members. */
  async function choose(page: Page, text: string): Promise<void> {
    const input = (await page.waitForSelector(".observed input[type=file]"))!;
    await input.evaluate((element, content) => {
      const files = new DataTransfer();
      files.items.add(new File([content], "seen.csv"));
      element.files = files.files;
      element.dispatchEvent(new Event("change", { bubbles: true }));
    }, text);
  }

  /** What this browser keeps of it says which plan it is the past of. */
  async function isKept(page: Page, follows: string): Promise<void> {
    await page.waitForFunction(
      (plan) =>
        new Promise((resolve) => {
          indexedDB.open("groundwork").onsuccess = ({ target }) => {
            const base = (target as IDBOpenDBRequest).result;
            const asked = base.transaction("observations").objectStore("observations").get("d1");
            asked.onsuccess = () => {
              base.close();
              resolve(asked.result?.[0]?.follows === plan);
            };
          };
        }),
      {},
      follows,
    );
  }

  test("a bad file of what was seen is refused in a sentence with its line", async () => {
    const page = await openTiny(1440);
    await page.select("select[aria-label=Measure]", "memberShare");
    await choose(page, "week,value\n1,many\n");
    await page.waitForFunction(() => document.querySelector(".observed [role=alert]") !== null);
    expect(await page.$eval(".observed [role=alert]", (alert) => alert.textContent)).toContain(
      "(seen.csv:2)",
    );
    const refusals: [string, RegExp][] = [
      ["", /empty|missing/],
      ["week,value\n3,0.1\n2,0.2\n4,0.3\n", /not after 3: 2 \(seen\.csv:3\)/],
      ["week,value\n1,0.1\n2,0.2\n", /fewer than 3: 2 \(seen\.csv\)/],
      ["date,value\n2027-01-04,0.1\n", /first day \(seen\.csv:2\)/],
      ["week,value\n1,NaN\n2,1\n3,1\n", /"NaN" \(seen\.csv:2\)/],
    ];
    for (const [text, why] of refusals) {
      await choose(page, text);
      await page.waitForFunction(
        (pattern) => new RegExp(pattern).test(document.querySelector(".observed [role=alert]")!.textContent),
        {},
        why.source,
      );
    }
    await page.close();
  });

  test("a file of what was seen is laid over the curve, redraws the forecast, and can be undone", async () => {
    const page = await openTiny(1440);
    await page.select("select[aria-label=Measure]", "memberShare");
    await choose(page, "week,value\n2,0.1\n4,0.2\n6,0.2\n8,0.25\n");
    await page.waitForFunction(() => document.querySelector(".observed .sentence") !== null);
    expect(await page.$eval(".observed", (one) => one.textContent)).toContain("4 values seen until month 2");
    await page.click(".observed input[type=checkbox]");
    const until = (isRedrawn: boolean) =>
      page.waitForFunction(
        (wanted) => document.querySelector("#compare section")!.textContent.includes("Redrawn") === wanted,
        {},
        isRedrawn,
      );
    await until(true);
    expect(await page.$eval(".observed", (one) => one.textContent)).toMatch(
      /of \d+ runs|no run is like the data/,
    );
    // The switch and the data are steps of their own, undone and done again; a reload finds both.
    await press(page, "Undo", "header");
    await until(false);
    await press(page, "Undo", "header");
    await page.waitForFunction(() => document.querySelector(".observed .sentence") === null);
    await press(page, "Redo", "header");
    await press(page, "Redo", "header");
    await until(true);
    await isKept(page, "problems");
    await page.reload();
    await page.waitForSelector(".observed");
    await page.select("select[aria-label=Measure]", "memberShare");
    await page.waitForSelector(".observed .sentence");
    await page.waitForFunction(() =>
      document.querySelector("#compare section")!.textContent.includes("Redrawn"),
    );
    await page.$$eval(".observed button", (buttons) =>
      buttons.find((one) => one.textContent.includes("Take the data away"))!.click(),
    );
    await page.waitForFunction(() => document.querySelector(".observed .sentence") === null);
    const { faults } = await axeFindings(page);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("nothing was complained about on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});
