/** Documents in Chromium: reloaded, renamed, broken on purpose, named by enemies; panels and sheets before axe. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceSkipped, findChromium } from "./chromium.ts";
import { dragBy, gripOf, kept, press, pressOn } from "./editing.kit.ts";
import { HOSTILE_NAMES } from "./hostile-names.ts";
import { THEMES, axeFindings, startPage, type OpenedPage } from "./page.kit.ts";

const TESTS = 10;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of documents in the page");

describe.skipIf(chromium === undefined)("documents in the page", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

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

  test("two pages of one browser show the same document", async () => {
    const page = await opened.openSmall(1440);
    const other = await page.browserContext().newPage();
    await other.goto(opened.address);
    await other.waitForSelector(".grip");
    await page.bringToFront();
    await dragBy(page, await gripOf(page, "Problems first", "Council"), 60, 100);
    const moved = (await kept(page)).plans[1].interventions.find((step) => step.kind === "council")!.week;
    await other.bringToFront();
    await other.waitForSelector(`[aria-label="Steps of Problems first"] [aria-valuenow="${moved}"]`);
    expect(await kept(other)).toEqual(await kept(page));
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

  test.each([390, 1440])(
    "names from hell are refused in a sentence or shown as text, at %i pixels",
    async (width) => {
      const page = await opened.openSmall(width);
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
      await pressOn(page, "[aria-label^='Edit plan Platform first']");
      await page.waitForSelector(".panel input[type=text]");
      let taken = 0;
      for (const given of HOSTILE_NAMES) {
        const name = await type(".panel input[type=text]", given);
        const hint = (): Promise<string> => page.$eval(".panel .field .hint", (node) => node.textContent);
        // What is kept follows what is typed after a while; a refusal is said at once.
        await expect
          .poll(async () => (await hint()) !== "" || (await kept(page)).plans[0].name === name)
          .toBe(true);
        const why = await hint();
        const { plans } = await kept(page);
        if (plans[0].name !== name) {
          expect(why).toMatch(/^Name of the plan can’t be that: .*\.$/);
          continue;
        }
        taken++;
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
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
        const refusal = (): Promise<string> =>
          page.evaluate(() => document.querySelector(".sheet .refused")?.textContent ?? "");
        await expect
          .poll(async () => (await refusal()) !== "" || (await kept(page)).name === name)
          .toBe(true);
        if ((await kept(page)).name !== name) expect(await refusal()).toMatch(/can’t be that: .*\.$/);
        else expect(await page.$eval(".bar bdi", (bdi) => bdi.textContent)).toBe(name);
      }
      expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
      await page.close();
    },
  );

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
        await pressOn(page, "[aria-label='Edit plan Problems first']");
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
