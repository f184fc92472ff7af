/** People, units, roles, notes and files named by enemies: text in every chart and table, nothing turned, nothing too wide. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDocument, type Document } from "../../scenarios/index.ts";
import { announceSkipped, findChromium } from "./chromium.ts";
import { HOSTILE_NAMES } from "./hostile-names.ts";
import { axeFindings, SMALL, startPage, type OpenedPage } from "./page.kit.ts";

const TESTS = 3;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of hostile names in the page");

/** Those that documents and lists take. */
const TAKEN = HOSTILE_NAMES.filter(
  (name) =>
    name.trim() !== "" && name.length <= 120 && !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(name),
);
const PEOPLE = 150;
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

const named = (i: number): string => TAKEN[i % TAKEN.length];

const { story: _story, ...rest } = SMALL;
const HOSTILE: Document = checkDocument({
  ...rest,
  name: `${named(20)} ${"y".repeat(80)}`.slice(0, 120),
  weeks: 40,
  plans: SMALL.plans.slice(0, 2).map((plan, i) => ({
    ...plan,
    name: ["תוכנית ראשונה", "<img src=x onerror=hacked=1>"][i],
    interventions: plan.interventions.filter(({ week }) => week < 40),
  })),
  goals: [{ measure: "registeredShare", week: 30, value: 0.2 }],
  chartNotes: TAKEN.slice(0, 6).map((text, i) => ({
    measure: "deepShare",
    week: 5 + 5 * i,
    value: 0.001 * i,
    text,
  })),
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Ids, units, roles and sites, none of them well meant. */
const ROSTER = [
  "id,unit,role,site",
  ...Array.from({ length: PEOPLE }, (_, i) =>
    [`${named(i).slice(0, 100)} ${i}`, named(i % 6), named((i % 4) + 9), named((i % 3) + 12)]
      .map(quoted)
      .join(","),
  ),
].join("\n");

describe.skipIf(chromium === undefined)("names from hell", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  async function give(page: Page, selector: string, text: string, name: string): Promise<void> {
    const input = (await page.waitForSelector(selector))!;
    await input.evaluate(
      (element, content, called) => {
        const files = new DataTransfer();
        files.items.add(new File([content], called));
        (element as HTMLInputElement).files = files.files;
        element.dispatchEvent(new Event("change", { bubbles: true }));
      },
      text,
      name,
    );
  }

  /** Texts in which a name from right to left stands beside others without anything that keeps it apart. */
  function turned(page: Page): Promise<string[]> {
    return page.evaluate((pattern) => {
      const rightToLeft = new RegExp(pattern);
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? "";
        const parent = node.parentElement!;
        if (parent.closest("bdi, script, option, textarea") !== null) continue;
        const bare = text.replaceAll(/\u2068[^\u2069]*\u2069/g, "");
        if (rightToLeft.test(bare) && /[A-Za-z]{3}/.test(bare)) found.push(text.slice(0, 200));
      }
      return found;
    }, RIGHT_TO_LEFT.source);
  }

  async function check(page: Page, width: number): Promise<void> {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const made = await page.$$eval("main b, main img, main script, main marquee, main [onerror]", (all) =>
      all.map((one) => one.outerHTML),
    );
    expect(made).toEqual([]);
    expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
    expect(await turned(page)).toEqual([]);
  }

  test.each([390, 1440])(
    "of people, units, roles, notes and files are text and turn nothing, at %i pixels",
    async (width) => {
      const page = await opened.open(width);
      await page.evaluate((text) => {
        localStorage.setItem("groundwork.open", "d1");
        localStorage.setItem("groundwork.document.d1", text);
      }, JSON.stringify(HOSTILE));
      await page.reload();
      await page.waitForSelector(".grip");
      await page.click("button[title=Company]");
      await give(page, ".sheet input[type=file]", ROSTER, "<b>people</b>\u202e.csv");
      await page.waitForFunction(
        (wanted) => document.querySelector(".sheet")!.textContent.includes(wanted),
        {},
        `${PEOPLE} people in 6 units`,
      );
      await page.waitForSelector(".organisation svg");
      await check(page, width);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".observed");
      await give(page, ".observed input", `week,${quoted(named(3))},value\n1,1,7\n`, "\u202evsc.<i>");
      await page.waitForSelector(".observed [role=alert]");
      await give(page, ".observed input", "week,value\n1,0.1\n2,0.2\n3,0.3\n", "\u202evsc.<i>");
      await page.waitForFunction(() => document.querySelector(".observed")!.textContent.includes("3 values"));
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForSelector(".people canvas");
      await (await page.waitForSelector("::-p-text(Somebody else)"))!.click();
      await page.waitForSelector(".diary");
      await page.$$eval("details", (all) => all.forEach((one) => (one.open = true)));
      await page.waitForSelector(".people table");
      await check(page, width);
      expect((await axeFindings(page)).faults).toEqual([]);
      await page.close();
    },
  );

  test("nothing was complained about on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});
