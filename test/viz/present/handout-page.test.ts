/** The handout in Chromium: a printed page for every step, with its numbers, its notes and where it comes from. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storyOf } from "../../../scenarios/index.ts";
import { announceSkipped, findChromium } from "../chromium.ts";
import { axeFindings, SMALL, startPage, type OpenedPage } from "../page.kit.ts";

const chromium = findChromium();
if (chromium === undefined) announceSkipped(1, "test of the handout");

describe.skipIf(chromium === undefined)("the handout", () => {
  let opened: OpenedPage;
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "groundwork-handout-"));
    opened = await startPage(chromium!);
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  test("prints a page for every step, with headline, text, counts, notes and imprint as they are on the stage", async () => {
    const page = await opened.openSmall(1280);
    await page.evaluate(() => (location.hash = "#present"));
    await page.waitForSelector(".present canvas");
    await page.keyboard.press("o");
    await page.waitForSelector(".handout .verbs button:not(:disabled)");
    await page.waitForFunction(() => !document.querySelector(".handout")!.textContent.includes("…"));
    // What is printed is what is shown now: runs that still arrive would change it.
    await page.waitForFunction(
      () => !/so far|simulated/.test(document.querySelector(".handout")!.textContent),
    );
    expect((await axeFindings(page)).faults).toEqual([]);
    const { steps } = storyOf(SMALL);
    const texts = await page.$$eval(".handout-page", (all) =>
      all.map((one) =>
        ["h1", ".telling", ".counts", ".handout-notes", ".handout-foot"].map(
          (part) => one.querySelector(part)!.textContent,
        ),
      ),
    );
    expect(texts.map(([, , , notes]) => notes)).toEqual(steps.map(({ notes = "" }) => notes));
    for (const [headline, telling] of texts) expect(headline + telling).not.toMatch(/[{}]|NaN|undefined/);
    const canvases = await page.$$eval(".handout-page canvas", (all) => all.map(({ width }) => width > 100));
    expect(canvases).toEqual(steps.flatMap(({ plans }) => plans.map(() => true)));

    const path = join(folder, "handout.pdf");
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const run = promisify(execFile);
    const printed = (await run("pdftotext", ["-layout", path, "-"])).stdout
      .split("\f")
      .filter((one) => one.trim() !== "");
    expect(printed).toHaveLength(steps.length);
    const words = (text: string): string => text.replaceAll(/\s+/g, "");
    for (const [i, sheet] of printed.entries()) {
      const [, , , notes, foot] = texts[i];
      expect(words(sheet)).toContain(words(foot).slice(0, 30));
      expect(words(sheet)).toContain(words(notes).slice(0, 40));
    }
    await page.keyboard.press("Escape");
    await page.waitForSelector(".handout", { hidden: true });
    expect(opened.complaints).toEqual([]);
    await page.close();
  });
});
