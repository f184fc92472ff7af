/** The plans that `optimise` finds open in Compare, from its own file: named, drawn, compared; what is no document is refused. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceSkipped, findChromium } from "./chromium.ts";
import { startPage, type OpenedPage } from "./page.kit.ts";
import { makePlace, smallDocument } from "./terminal.kit.ts";

const TESTS = 3;
const chromium = findChromium();
if (chromium === undefined) announceSkipped(TESTS, "opening of found plans");

interface Found {
  readonly plans: readonly { readonly id: string; readonly name: string; readonly interventions: unknown }[];
}

describe.skipIf(chromium === undefined)("what optimise finds", () => {
  const place = makePlace();
  let opened: OpenedPage;
  let found: Found;
  beforeAll(async () => {
    place.write("question.json", JSON.stringify(smallDocument({ company: { employees: 40 } })));
    place.write("list.json", "[1, 2, 3]");
    const words = "optimise question.json --budget 1000 --out found.json --progress none";
    expect(await place.groundwork(words.split(" "))).toMatchObject({ code: 0 });
    found = JSON.parse(readFileSync(join(place.folder, "found.json"), "utf8")) as Found;
    opened = await startPage(chromium!);
  });
  afterAll(async () => {
    await opened.close();
    place.remove();
  });

  async function give(page: Page, selector: string, name: string): Promise<void> {
    const input = await page.waitForSelector(selector);
    await (input as unknown as { uploadFile: (path: string) => Promise<void> }).uploadFile(
      join(place.folder, name),
    );
  }

  const onDesk = (page: Page): Promise<Found> =>
    page.evaluate(() => {
      const id = localStorage.getItem("groundwork.open")!;
      return JSON.parse(localStorage.getItem(`groundwork.document.${id}`)!) as Found;
    });

  async function expectFound(page: Page): Promise<void> {
    await page.waitForFunction(
      (name) => document.querySelector("main#compare")?.textContent.includes(name),
      {},
      found.plans[0].name,
    );
    await page.waitForSelector("svg[aria-label^='Deep practice']");
    const { plans } = await onDesk(page);
    expect(plans.map(({ id, interventions }) => ({ id, interventions }))).toEqual(
      found.plans.map(({ id, interventions }) => ({ id, interventions })),
    );
  }

  test("opens in Compare from the sheet of documents, its curves are drawn, and it is kept", async () => {
    const page = await opened.openSmall(1440);
    await page.click("button[title=Documents]");
    await give(page, ".sheet input[type=file]", "found.json");
    await expectFound(page);
    await page.close();
  });

  test("opens in Compare when given to Explore", async () => {
    const page = await opened.openSmall(1440);
    await page.evaluate(() => (location.hash = "#explore"));
    await give(page, ".open-table input", "found.json");
    await expectFound(page);
    await page.close();
  });

  test("is refused with a sentence where it is no document, and nothing is lost", async () => {
    const page = await opened.openSmall(1440);
    const before = await onDesk(page);
    await page.click("button[title=Documents]");
    await give(page, ".sheet input[type=file]", "list.json");
    await page.waitForFunction(() =>
      /Refused: .*list\.json/.test(document.querySelector(".sheet")!.textContent),
    );
    expect(await onDesk(page)).toEqual(before);
    expect(opened.complaints).toEqual([]);
    await page.close();
  });
});
