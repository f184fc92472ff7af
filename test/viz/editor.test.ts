/** The plan editor in Chromium: by pointer, by finger, by keyboard alone; undone, forked, typed. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceSkipped, findChromium } from "./chromium.ts";
import { dragBy, gripOf, kept, press, pressOn, stepsOf, weeksOf } from "./editing.kit.ts";
import { SMALL, spoken, startPage, type OpenedPage } from "./page.kit.ts";

const TESTS = 13;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of the editor");

describe.skipIf(chromium === undefined)("the plan editor", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

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
    const settled = JSON.stringify(await kept(page));
    // A bar has one hand: other keys have no say, and letting them go settles nothing.
    await press(page, "ArrowRight", "Delete", "Enter");
    expect(JSON.stringify(await kept(page))).toBe(settled);
    await press(page, "Escape");
    await page.mouse.up();
    const after = await gripOf(page, "Problems first", "Council");
    expect(await after.evaluate((one) => one.getAttribute("aria-valuetext"))).toBe(before);
    expect([JSON.stringify(await kept(page)), await page.$(".panel")]).toEqual([settled, null]);
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
    expect(await spoken(page)).toMatch(/^Platform added to New plan in week 0$/);
    // The week line is at the end: the step begins at the start. Back to the bar; to week 6, its end to week 205.
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

  test("a plan's panel gives the focus back to its plan, and to the first where the plan is gone", async () => {
    const page = await opened.openSmall(1440);
    const verbs = "[aria-label='Edit plan Problems first']";
    await pressOn(page, verbs);
    await page.waitForSelector(".panel");
    await press(page, "Escape");
    await page.waitForFunction((one) => document.activeElement?.matches(one), {}, verbs);
    await press(page, "Enter");
    // At the top a plan moves no further up, and who moved it there keeps the focus.
    await (await page.waitForSelector(".panel ::-p-text(Move up)"))!.focus();
    await press(page, "Enter", "Enter");
    expect((await kept(page)).plans[0].name).toBe("Problems first");
    expect(await page.evaluate(() => document.activeElement!.textContent)).toBe("Move up");
    const remove = await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>(".panel button")].find(
        (one) => one.textContent === "Delete",
      ),
    );
    await remove.asElement()!.focus();
    await press(page, "Enter");
    await page.waitForFunction(() => document.querySelectorAll(".plan-verbs").length === 2);
    expect(await page.evaluate(() => document.activeElement!.getAttribute("aria-label"))).toBe(
      "Edit plan Platform first",
    );
    await page.close();
  });

  test("a step is added to a plan from its beginning while the week line is at the end", async () => {
    const page = await opened.openSmall(1440);
    await pressOn(page, "[aria-label='Edit plan Platform first']");
    const add = await page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLElement>(".panel button")].find((one) =>
        one.textContent.startsWith("Add"),
      ),
    );
    await add.asElement()!.focus();
    await press(page, "Enter");
    await pressOn(page, ".panel .kinds button:nth-child(5)");
    await page.waitForSelector(".panel input[type=range]");
    const last = (await kept(page)).plans[0].interventions.at(-1);
    expect(last!.week).toBe(0);
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
    await pressOn(page, "[aria-label='Edit plan Problems first']");
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

  test("a plan changed at the week line shares its past and lets nobody change it, until it is told to", async () => {
    const page = await opened.openSmall(1440);
    await page.focus("input.week");
    await press(page, "Home");
    for (let i = 0; i < 4; i++) await press(page, "PageUp");
    const week = await page.$eval("input.week", (input) => Number(input.value));
    await pressOn(page, "[aria-label='Edit plan Problems first']");
    await (await page.waitForSelector(`.panel ::-p-text(Change course in)`))!.click();
    const { plans } = await kept(page);
    expect(plans[3]).toMatchObject({ forkWeek: week, interventions: plans[1].interventions });
    const name = plans[3].name;
    const early = await gripOf(page, name, "12 communities");
    await early.focus();
    await press(page, "ArrowRight", "Delete");
    expect((await kept(page)).plans[3]).toEqual(plans[3]);
    const late = await gripOf(page, name, "Platform");
    await late.focus();
    await press(page, "Home");
    expect((await kept(page)).plans[3].interventions.find((step) => step.kind === "platform")?.week).toBe(
      week,
    );
    await press(page, "ArrowUp");
    await early.focus();
    await press(page, "Enter");
    const hint = () => page.$eval(".panel .hint", (one) => one.textContent);
    expect(await hint()).toContain("that this plan shares with Problems first: before week");
    // Once the other has gone another way before that, nobody shares it.
    await (await gripOf(page, "Problems first", "12 communities")).focus();
    await press(page, "Delete");
    await early.focus();
    await press(page, "Enter");
    expect(await hint()).toContain("which no other plan shares any more");
    await pressOn(page, `[aria-label='Edit plan ${name}']`);
    await (await page.waitForSelector(`.panel ::-p-text(Let what is before week)`))!.click();
    expect("forkWeek" in (await kept(page)).plans[3]).toBe(false);
    await page.close();
  });

  test("changes course at the week line by keyboard alone, also on a phone", async () => {
    const page = await opened.openSmall(390);
    expect(await page.$(".add-plan ::-p-text(change the course of)")).toBeNull();
    await page.focus("input.week");
    await press(page, "Home", "PageUp", "PageUp");
    const week = await page.$eval("input.week", (input) => Number(input.value));
    const verb = (await page.waitForSelector(".add-plan span button"))!;
    await verb.focus();
    await press(page, "Enter");
    await page.waitForSelector("[aria-label^='Steps of Platform first, changed in']");
    const { plans } = await kept(page);
    expect(plans[3]).toMatchObject({ forkWeek: week, interventions: plans[0].interventions });
    const scrollWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await scrollWidth()).toBe(390);
    // Of a horizon that ends before the change of course all is past.
    await page.evaluate(() => {
      const key = "groundwork.document.d1";
      const one = JSON.parse(localStorage.getItem(key)!) as { plans: { forkWeek?: number }[] };
      one.plans[3].forkWeek = 1000;
      localStorage.setItem(key, JSON.stringify(one));
    });
    await page.reload();
    await page.waitForSelector(".past");
    expect(await scrollWidth()).toBe(390);
    await pressOn(page, "[aria-label^='Edit plan Platform first, changed in']");
    await page.waitForSelector(".panel button[aria-disabled=true]::-p-text(Add a step)");
    await page.close();
  });

  test("nothing was complained about on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});
