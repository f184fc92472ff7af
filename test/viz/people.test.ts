/** Lists of real people and ties, dropped or chosen: read in the browser, kept there, refused by line. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceSkipped, findChromium } from "./chromium.ts";
import { axeFindings, startPage, type OpenedPage } from "./page.kit.ts";

const TESTS = 5;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "tests of imported people");

const COUNT = 40;
const ROSTER = [
  "id,unit,department,team,role,site",
  ...Array.from(
    { length: COUNT },
    (_, i) => `p${i},North,D${i % 5},T${i % 5},${i % 2 ? "Buyer" : "<b>Chief</b>"},Oslo`,
  ),
].join("\n");
const TIES = ["source,target", ...Array.from({ length: COUNT - 1 }, (_, i) => `p${i},p${i + 1}`)].join("\n");

describe.skipIf(chromium === undefined)("imported people", () => {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-people-"));
  const pathOf = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  const bar = (page: Page): Promise<string> =>
    page.$eval("button[title=Company]", (button) => button.textContent);
  const words = (page: Page): Promise<string> => page.$eval("#people-words", (p) => p.textContent);
  async function openCompany(page: Page): Promise<ElementHandle<HTMLInputElement>> {
    await page.click("button[title=Company]");
    return (await page.waitForSelector(
      "input[aria-describedby=people-words]",
    )) as ElementHandle<HTMLInputElement>;
  }
  async function choose(page: Page, ...paths: string[]): Promise<void> {
    const input = await openCompany(page);
    await input.uploadFile(...paths);
    await page.waitForFunction(
      () => !/^(Drop|Reading)/.test(document.querySelector("#people-words")!.textContent),
    );
  }

  test("take the place of the synthetic ones, outlive a reload, and can be removed", async () => {
    const page = await opened.openSmall(1440);
    await choose(page, pathOf("roster.csv", ROSTER), pathOf("ties.csv", TIES));
    expect(await words(page)).toBe("From roster.csv and ties.csv; they stay in this browser.");
    expect(await bar(page)).toBe("40 employees");
    const sheet = await page.$eval(".sheet", (one) => one.textContent);
    expect(sheet).toContain("40 people in 1 unit, 5 departments, 5 teams, 2 roles and 1 site.");
    expect(await page.$(".sheet b")).toBeNull();
    await page.waitForSelector("svg[aria-label^='Deep practice']");
    expect((await axeFindings(page)).faults).toEqual([]);
    await page.reload();
    await page.waitForFunction(
      () => document.querySelector("button[title=Company]")?.textContent === "40 employees",
    );
    await page.waitForSelector("svg[aria-label^='Deep practice']");
    await openCompany(page);
    await (await page.waitForSelector(".sheet ::-p-text(Remove these people)"))!.click();
    await page.waitForFunction(
      () => document.querySelector("button[title=Company]")?.textContent === "250 employees",
    );
    await page.reload();
    await page.waitForSelector(".grip");
    expect(await bar(page)).toBe("250 employees");
    await page.close();
  });

  test("belong to their document alone", async () => {
    const page = await opened.openSmall(1440);
    await choose(page, pathOf("roster.csv", ROSTER));
    await page.keyboard.press("Escape");
    await page.click("button[title=Documents]");
    await (await page.waitForSelector(".sheet ::-p-text(New)"))!.click();
    await page.waitForFunction(
      () => document.querySelector("button[title=Company]")?.textContent === "10,000 employees",
    );
    await (await page.waitForSelector(".shelf ::-p-text(Start-up)"))!.click();
    await page.waitForFunction(
      () => document.querySelector("button[title=Company]")?.textContent === "40 employees",
    );
    await page.close();
  });

  test.each([
    [
      "an id twice",
      "roster.csv",
      `${ROSTER}\np3,North,D1,T1,Buyer,Oslo`,
      /^Refused: repeated id: "p3" \(roster.csv:42\)\.$/,
    ],
    [
      "a list of something else",
      "stock.csv",
      "article,price\n1,2",
      /^Refused: unknown list; .*: stock.csv\.$/,
    ],
    ["ties without people", "ties.csv", TIES, /^Refused: missing roster; ties need the people they tie\.$/],
  ])("are refused in a sentence: %s", async (_, name, text, sentence) => {
    const page = await opened.openSmall(1440);
    await choose(page, pathOf(name, text));
    expect(await words(page)).toMatch(sentence);
    expect(await bar(page)).toBe("250 employees");
    await page.close();
  });
});
