/** The plan editor in Chromium: by pointer, by finger, by keyboard alone; undone, reloaded, with names from hell. */
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Document } from "../../scenarios/index.ts";
import { announceSkipped, findChromium } from "./chromium.ts";
import { HOSTILE_NAMES } from "./hostile-names.ts";
import { SMALL, THEMES, axeFindings, spoken, startPage, type OpenedPage } from "./page.kit.ts";

const TESTS = 19;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of the editor");

type Step = Document["plans"][number]["interventions"][number];

describe.skipIf(chromium === undefined)("the plan editor", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  }, 60_000);
  afterAll(() => opened.close());

  /** The document as it is kept in the browser: what a reload would find. */
  function kept(page: Page): Promise<Document> {
    return page.evaluate(() => JSON.parse(localStorage.getItem("groundwork.document.d1")!) as Document);
  }
  async function stepsOf(page: Page, plan: number, kind: Step["kind"]): Promise<Step[]> {
    return (await kept(page)).plans[plan].interventions.filter((step) => step.kind === kind);
  }
  async function gripOf(page: Page, plan: string, label: string): Promise<ElementHandle> {
    const grip = await page.waitForSelector(`[aria-label="Steps of ${plan}"] .grip[aria-label^="${label}"]`);
    await grip!.evaluate((one) => one.scrollIntoView({ block: "center" }));
    return grip!;
  }
  async function dragBy(page: Page, grip: ElementHandle, from: number, by: number): Promise<void> {
    const box = (await grip.boundingBox())!;
    await page.mouse.move(box.x + from, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + from + by / 2, box.y + box.height / 2, { steps: 3 });
    await page.mouse.move(box.x + from + by, box.y + box.height / 2, { steps: 3 });
    await page.mouse.up();
  }
  const weeksOf = (page: Page, pixels: number): Promise<number> =>
    page.$eval(
      "input.week",
      (input, far) => Math.round((far * 208) / (input.getBoundingClientRect().width - 20)),
      pixels,
    );
  const press = async (page: Page, ...keys: Parameters<Page["keyboard"]["press"]>[0][]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test("a drag moves a bar by whole weeks and is one step back", async () => {
    const page = await opened.openSmall(1440);
    const grip = await gripOf(page, "Problems first", "Council");
    const weeks = await weeksOf(page, 100);
    await dragBy(page, grip, 60, 100);
    expect(await stepsOf(page, 1, "council")).toEqual([{ week: 26 + weeks, kind: "council" }]);
    await page.click(".bar .about:nth-of-type(2) button, .about button:not([title])");
    expect(await stepsOf(page, 1, "council")).toEqual([{ week: 26, kind: "council" }]);
    await page.close();
  });

  test("handles at its ends resize a bar: a length where it has one, else a stop", async () => {
    const page = await opened.openSmall(1440);
    const weeks = await weeksOf(page, 60);
    const campaign = await gripOf(page, "Platform first", "Campaign");
    await dragBy(page, campaign, (await campaign.boundingBox())!.width - 3, 60);
    expect(await stepsOf(page, 0, "campaign")).toEqual([
      { week: 0, kind: "campaign", weeks: 12 + weeks, intensity: 1 },
    ]);
    const platform = await gripOf(page, "Platform first", "Platform");
    await dragBy(page, platform, (await platform.boundingBox())!.width - 3, -60);
    expect(await stepsOf(page, 0, "stop")).toEqual([{ week: 208 - weeks, kind: "stop", what: "platform" }]);
    await page.close();
  });

  test("Escape during a drag gives it up", async () => {
    const page = await opened.openSmall(1440);
    const grip = await gripOf(page, "Problems first", "Council");
    const before = await grip.evaluate((one) => one.getAttribute("aria-valuetext"));
    const box = (await grip.boundingBox())!;
    await page.mouse.move(box.x + 50, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + 150, box.y + 5, { steps: 4 });
    const during = await gripOf(page, "Problems first", "Council");
    expect(await during.evaluate((one) => one.getAttribute("aria-valuetext"))).not.toBe(before);
    await press(page, "Escape");
    await page.mouse.up();
    const after = await gripOf(page, "Problems first", "Council");
    expect(await after.evaluate((one) => one.getAttribute("aria-valuetext"))).toBe(before);
    await page.close();
  });

  test("a finger drags a bar on a phone", async () => {
    const page = await opened.openSmall(390);
    const grip = await gripOf(page, "Problems first", "Council");
    const box = (await grip.boundingBox())!;
    const finger = await page.touchscreen.touchStart(box.x + 40, box.y + 10);
    await finger.move(box.x + 60, box.y + 10);
    await finger.move(box.x + 80, box.y + 10);
    await finger.end();
    const weeks = await weeksOf(page, 40);
    expect(await stepsOf(page, 1, "council")).toEqual([{ week: 26 + weeks, kind: "council" }]);
    await page.close();
  });

  test("a double press on a plan adds a step there, and its numbers are at hand", async () => {
    const page = await opened.openSmall(1440);
    const box = (await (await gripOf(page, "Problems first", "Tribe")).boundingBox())!;
    await page.mouse.click(box.x - 120, box.y + 6, { count: 2 });
    await page.waitForSelector(".panel .kinds");
    const found = await page.$$(".panel .kinds button");
    expect(found.length).toBe(12);
    await (await page.waitForSelector(".panel .kinds ::-p-text(Incentive)"))!.click();
    await page.waitForSelector(".panel ::-p-text(Strength)");
    const [incentive] = await stepsOf(page, 1, "incentive");
    expect(incentive).toMatchObject({ weeks: 12, strength: 1 });
    expect(incentive.week).toBeLessThan(78);
    await page.close();
  });

  /** What has the focus, by its label, its role or its words. */
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { activeElement: one } = document;
      const label = one?.getAttribute("aria-label") ?? one?.textContent ?? "";
      return one?.getAttribute("role") === "img" ? `img ${label}` : label;
    });
  async function tabTo(page: Page, start: string, isBack = false): Promise<void> {
    if (isBack) await page.keyboard.down("Shift");
    for (let i = 0; i < 60 && !(await focused(page)).startsWith(start); i++) await press(page, "Tab");
    if (isBack) await page.keyboard.up("Shift");
    expect(await focused(page)).toContain(start);
  }
  async function until(page: Page, start: string): Promise<void> {
    await page.waitForFunction(
      (text) => document.activeElement?.getAttribute("aria-label")?.startsWith(text),
      {},
      start,
    );
  }
  async function hold(
    page: Page,
    key: "Alt" | "Control" | "Shift",
    ...keys: Parameters<typeof press>[1][]
  ): Promise<void> {
    await page.keyboard.down(key);
    await press(page, ...keys);
    await page.keyboard.up(key);
  }

  test("the keyboard alone builds a plan, reads a value and undoes", async () => {
    const page = await opened.openSmall(1440);
    await tabTo(page, "Add a plan");
    await press(page, "Enter");
    expect(await spoken(page)).toBe("New plan added");
    // Its menu, "Add a step", the first kind.
    await tabTo(page, "Edit plan New plan", true);
    await press(page, "Enter");
    await page.waitForSelector(".panel input");
    await press(page, "Tab", "Enter");
    await page.waitForSelector(".panel .kinds");
    await press(page, "Enter");
    await page.waitForSelector(".panel input[type=range]");
    expect(await spoken(page)).toMatch(/^Platform added to New plan in week 207/);
    // Back to the bar; to week 6, its end to week 205.
    await press(page, "Escape");
    await until(page, "Platform");
    await press(page, "Home", "ArrowRight", "ArrowRight");
    await hold(page, "Shift", "ArrowRight");
    expect(await spoken(page)).toBe("Platform: week 6 to the end");
    await hold(page, "Alt", "ArrowLeft", "ArrowLeft", "ArrowLeft");
    expect(await spoken(page)).toBe("Platform: week 6 to week 205");
    const built = [
      { week: 6, kind: "platform" },
      { week: 205, kind: "stop", what: "platform" },
    ];
    expect((await kept(page)).plans[3].interventions).toEqual(built);
    // A value of the new plan at the week line.
    await page.waitForFunction(() =>
      document.querySelector("svg[role=img]")?.getAttribute("aria-label")?.includes("New plan"),
    );
    await tabTo(page, "img Deep practice", true);
    await press(page, "Home");
    expect(await spoken(page)).toMatch(/^start, week 0: .*New plan [\d.]+%/);
    // Everything back, step by step, and forth again.
    const often = Array.from({ length: 20 }, () => "z" as const);
    await hold(page, "Control", ...often);
    expect((await kept(page)).plans).toEqual(SMALL.plans);
    await hold(page, "Control", ...often.map(() => "y" as const));
    expect((await kept(page)).plans[3].interventions).toEqual(built);
    await page.close();
  });

  test("a step is added and deleted by keyboard, and the focus stays in its plan", async () => {
    const page = await opened.openSmall(1440);
    await (await gripOf(page, "Problems first", "Council")).focus();
    await press(page, "+");
    await page.waitForSelector(".panel .kinds");
    await press(page, "Tab", "Enter");
    await page.waitForSelector(".panel input[type=range]");
    await press(page, "Escape");
    await until(page, "Campaign");
    expect((await stepsOf(page, 1, "campaign")).map(({ week }) => week)).toEqual([26, 104]);
    await press(page, "Delete");
    expect(await spoken(page)).toBe("Campaign deleted from Problems first");
    await page.waitForFunction(() =>
      document.activeElement?.closest("[aria-label='Steps of Problems first']"),
    );
    await press(page, "ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("slider");
    expect((await stepsOf(page, 1, "campaign")).length).toBe(1);
    await page.close();
  });

  test("a held key is one step", async () => {
    const page = await opened.openSmall(1440);
    const grip = await gripOf(page, "Problems first", "Council");
    await grip.focus();
    for (let i = 0; i < 9; i++) await page.keyboard.down("ArrowRight");
    await page.keyboard.up("ArrowRight");
    expect(await stepsOf(page, 1, "council")).toEqual([{ week: 35, kind: "council" }]);
    await page.keyboard.down("Control");
    await press(page, "z");
    await page.keyboard.up("Control");
    expect(await stepsOf(page, 1, "council")).toEqual([{ week: 26, kind: "council" }]);
    await page.close();
  });

  test("a number beyond its bounds is refused in one sentence, and given up by Escape", async () => {
    const page = await opened.openSmall(1440);
    await (await gripOf(page, "Platform first", "Campaign")).focus();
    await press(page, "Enter");
    const field = (await page.waitForSelector(".panel .field:nth-of-type(3) input[type=number]"))!;
    await field.click({ count: 3 });
    await page.keyboard.type("7");
    expect(await page.$eval(".panel .refused", (why) => why.textContent)).toBe(
      "Intensity can’t be that: not in (0, 2].",
    );
    await press(page, "Escape");
    expect(await page.$(".panel .refused")).toBeNull();
    expect(await field.evaluate((input) => input.value)).toBe("1");
    await field.click({ count: 3 });
    await page.keyboard.type("1.5");
    await press(page, "Enter");
    expect(await stepsOf(page, 0, "campaign")).toMatchObject([{ intensity: 1.5 }]);
    await page.close();
  });

  test("what is typed is kept when the next press is elsewhere", async () => {
    const page = await opened.openSmall(1440);
    await page.click("[aria-label='Edit plan Problems first']");
    await page.waitForSelector(".panel input[type=text]");
    await page.click(".panel input[type=text]", { count: 3 });
    await page.keyboard.type("Ours");
    await page.click("h1");
    await page.waitForSelector("[aria-label='Edit plan Ours']");
    await (await gripOf(page, "Ours", "Council")).click();
    await page.click(".panel input[type=number]", { count: 3 });
    await page.keyboard.type("77");
    await page.click("h1");
    await page.waitForFunction(() => document.querySelector(".drafting") === null);
    expect((await kept(page)).plans[1].name).toBe("Ours");
    expect(await stepsOf(page, 1, "council")).toEqual([{ week: 77, kind: "council" }]);
    await page.close();
  });

  test("a plan changed at the week line shares its past and lets nobody change it", async () => {
    const page = await opened.openSmall(1440);
    await page.focus("input.week");
    await press(page, "Home");
    for (let i = 0; i < 4; i++) await press(page, "PageUp");
    const week = await page.$eval("input.week", (input) => Number(input.value));
    await page.click("[aria-label='Edit plan Problems first']");
    await (await page.waitForSelector(`.panel ::-p-text(Change course in)`))!.click();
    const { plans } = await kept(page);
    expect(plans[2]).toMatchObject({ forkWeek: week, interventions: plans[1].interventions });
    const name = plans[2].name;
    const early = await gripOf(page, name, "12 communities");
    await early.focus();
    await press(page, "ArrowRight", "Delete");
    expect((await kept(page)).plans[2]).toEqual(plans[2]);
    const late = await gripOf(page, name, "Platform");
    await late.focus();
    await press(page, "Home");
    expect((await kept(page)).plans[2].interventions.find((step) => step.kind === "platform")?.week).toBe(
      week,
    );
    await page.close();
  });

  test("what was changed is there after a reload, under its name among others", async () => {
    const page = await opened.openSmall(1440);
    await dragBy(page, await gripOf(page, "Problems first", "Council"), 60, 100);
    await page.click("button[title=Documents]");
    await page.waitForSelector(".sheet input");
    await page.click(".sheet input", { count: 3 });
    await page.keyboard.type("Ours");
    await press(page, "Enter");
    const before = await kept(page);
    expect(before.name).toBe("Ours");
    await (await page.waitForSelector(".sheet ::-p-text(Duplicate)"))!.click();
    await page.waitForSelector(".shelf li:nth-child(2)");
    await page.reload();
    await page.waitForSelector(".grip");
    expect(await page.$eval("button[title=Documents]", (button) => button.textContent)).toBe("Ours 2");
    await page.click("button[title=Documents]");
    await (await page.waitForSelector(".shelf ::-p-text(Ours)"))!.click();
    expect(await kept(page)).toEqual(before);
    await page.close();
  });

  test("stored nonsense is said and doesn't break the page", async () => {
    const page = await opened.openSmall(1440);
    await page.evaluate(() => localStorage.setItem("groundwork.document.d1", '{"groundwork":1,"plans":7}'));
    await page.reload();
    await page.waitForSelector(".grip");
    expect(await page.$eval("main", (main) => main.textContent)).toContain("could not be restored");
    await page.close();
  });

  test("names from hell are refused in a sentence or shown as text", async () => {
    const page = await opened.openSmall(1440);
    /** Types a name; the answer is what the field makes of it. */
    const type = async (selector: string, name: string): Promise<string> => {
      const typed = await page.$eval(
        selector,
        (input, text) => {
          (input as HTMLInputElement).value = text;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          const { value } = input as HTMLInputElement;
          input.dispatchEvent(new Event("change", { bubbles: true }));
          return value.trim();
        },
        name,
      );
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(0))));
      return typed;
    };
    await page.click("[aria-label^='Edit plan Platform first']");
    await page.waitForSelector(".panel input[type=text]");
    let taken = 0;
    for (const given of HOSTILE_NAMES) {
      const name = await type(".panel input[type=text]", given);
      const { plans } = await kept(page);
      const why = await page.$eval(".panel .field .hint", (hint) => hint.textContent);
      if (plans[0].name !== name) {
        expect(why).toMatch(/^Name of the plan can’t be that: .*\.$/);
        continue;
      }
      taken++;
      expect(why).toBe("");
      expect(await page.$eval(".panel bdi", (bdi) => bdi.textContent)).toBe(name);
      expect(await page.$("main script, main iframe, main [onerror], main b, main marquee")).toBeNull();
    }
    expect(taken).toBeGreaterThan(15);
    expect(taken).toBeLessThan(HOSTILE_NAMES.length);
    await press(page, "Escape");
    await page.click("button[title=Documents]");
    await page.waitForSelector(".sheet input[type=text]");
    for (const given of HOSTILE_NAMES) {
      const name = await type(".sheet input[type=text]", given);
      if ((await kept(page)).name !== name) {
        expect(await page.$eval(".sheet .refused", (why) => why.textContent)).toMatch(/can’t be that: .*\.$/);
      } else expect(await page.$eval(".bar bdi", (bdi) => bdi.textContent)).toBe(name);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
    expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
    await page.close();
  });

  describe.each(THEMES.flatMap((theme) => [390, 1440].map((width) => [theme, width] as const)))(
    "%s at %i pixels",
    (theme, width) => {
      test("axe finds nothing in panels and sheets, and nothing is too wide", async () => {
        const page = await opened.openSmall(width, theme);
        const check = async (): Promise<void> => {
          const { faults } = await axeFindings(page);
          expect(faults).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        };
        await (await gripOf(page, "Problems first", "12 communities")).focus();
        await press(page, "Enter");
        await page.waitForSelector(".panel");
        await page.$eval(".panel details", (details) => (details.open = true));
        await check();
        await press(page, "Escape");
        await page.click("[aria-label='Edit plan Problems first']");
        await page.waitForSelector(".panel input[type=text]");
        await check();
        await press(page, "Escape");
        for (const title of ["Documents", "Company", "Assumptions"]) {
          await page.click(`button[title=${title}]`);
          await page.waitForSelector(".sheet h2");
          await check();
          await press(page, "Escape");
          await page.waitForFunction(
            (one) => document.activeElement?.getAttribute("title") === one,
            {},
            title,
          );
        }
        await page.close();
      });
    },
  );

  test("nothing was complained about on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});
