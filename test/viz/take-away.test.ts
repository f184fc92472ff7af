/** Taking away from the page in Chromium: every file of every menu, links made and opened, under the security policy. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { logoSize } from "../../scenarios/index.ts";
import { ROOT } from "../lint/sources.ts";
import { isLink, readLink, writeLink } from "../../scenarios/links/index.ts";
import { announceSkipped, findChromium } from "./chromium.ts";
import { pressOn } from "./editing.kit.ts";
import { axeFindings, SMALL, startPage, type OpenedPage } from "./page.kit.ts";

const chromium = findChromium();
if (chromium === undefined) announceSkipped(6, "tests of taking away");

/** Files handed out and texts copied from now on are kept in the page instead. */
async function watchHands(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = { files: [] as { name: string; blob: Blob }[], copied: "" };
    Object.assign(globalThis, { kept });
    const made = new Map<string, Blob>();
    const createObjectURL = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      const address = createObjectURL(blob);
      made.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      kept.files.push({ name: this.download, blob: made.get(this.href)! });
    };
    navigator.clipboard.writeText = (text) => {
      kept.copied = text;
      return Promise.resolve();
    };
  });
}

/** Presses a button of a menu and waits until its file is there; its name, size and first bytes as text. */
async function take(
  page: Page,
  scope: string,
  name: string,
): Promise<{ name: string; size: number; head: string }> {
  return page.evaluate(
    async (within, button) => {
      const { kept } = globalThis as unknown as { kept: { files: { name: string; blob: Blob }[] } };
      const before = kept.files.length;
      const found = [...document.querySelectorAll<HTMLButtonElement>(`${within} button`)];
      found.find(({ textContent }) => textContent === button)!.click();
      while (kept.files.length === before) {
        const said = document.querySelector(`${within} .quiet`)?.textContent ?? "";
        if (said.includes("could not")) throw new Error(said);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      const { blob, ...file } = kept.files.at(-1)!;
      return { ...file, size: blob.size, head: await blob.slice(0, 60).text() };
    },
    scope,
    name,
  );
}

describe.skipIf(chromium === undefined)("from the page", () => {
  let opened: OpenedPage;
  beforeAll(async () => {
    opened = await startPage(chromium!);
  });
  afterAll(() => opened.close());

  test("a chart leaves as picture, slides and numbers", async () => {
    const page = await opened.openSmall(1440);
    await watchHands(page);
    await pressOn(page, "section details.export summary");
    await page.waitForSelector("details.export .verbs button");
    const scope = "details.export[open]";
    const files = new Map<string, Awaited<ReturnType<typeof take>>>();
    for (const name of ["PNG", "SVG", "PowerPoint", "CSV", "JSON"])
      files.set(name, await take(page, scope, name));
    expect([...files.values()].map(({ name }) => name)).toEqual(
      ["png", "svg", "pptx", "csv", "json"].map((extension) => `start-up-fan.${extension}`),
    );
    expect(files.get("PNG")!.head).toMatch(/^.PNG/);
    expect(files.get("PNG")!.size).toBeGreaterThan(20_000);
    expect(files.get("SVG")!.head).toMatch(/^<svg /);
    expect(files.get("SVG")!.size).toBeGreaterThan(100_000);
    expect(files.get("PowerPoint")!.head).toMatch(/^PK/);
    expect(files.get("CSV")!.head).toMatch(/^plan,week,p5,p25,p50,p75,p95\n/);
    expect(files.get("JSON")!.head).toMatch(/^\{\n {2}"figure": "fan",/);
    await page.close();
  });

  test("everything leaves from the bar, and axe finds nothing there", async () => {
    const page = await opened.openSmall(1024, "dark");
    await watchHands(page);
    await page.click("button[title=Export]");
    await page.waitForSelector(".sheet h3");
    expect((await axeFindings(page)).faults).toEqual([]);
    const slides = await take(page, ".sheet", "PowerPoint of every chart");
    expect(slides).toMatchObject({ name: "start-up.pptx", head: expect.stringMatching(/^PK/) as string });
    const saved = await take(page, ".sheet", "The document");
    expect(saved.head).toMatch(/^\{\n {2}"groundwork": 1/);
    const numbers = await take(page, ".sheet", "All numbers");
    expect(numbers.head).toMatch(/^\[\{\n {2}"figure": "wins"/);
    await page.close();
  });

  test("a link is copied, opens the same question elsewhere, and proves its result", async () => {
    const page = await opened.openSmall(1440);
    await watchHands(page);
    await page.evaluate(() => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>(".bar button")];
      buttons.find(({ textContent }) => textContent === "Share link")!.click();
    });
    await page.waitForSelector(".notice");
    expect(await page.$eval(".notice p", (p) => p.textContent)).toMatch(
      /^The link is copied\. It holds the question/,
    );
    expect((await axeFindings(page)).faults).toEqual([]);
    const address = await page.$eval(".notice input", (input) => input.value);
    expect(isLink(address)).toBe(true);
    const { document: linked, claim, view } = await readLink(address);
    expect(linked).toEqual(SMALL);
    expect(view).toMatchObject({ a: "platform-first", b: "problems-first", measure: "deepShare" });
    await page.close();

    const reader = await opened.open(1440);
    await reader.goto(address);
    await reader.waitForFunction(() =>
      /identical|differs/.test(document.querySelector(".notice")?.textContent ?? ""),
    );
    expect(await reader.$eval(".notice p", (p) => p.textContent)).toBe(
      `The result is identical, bit for bit, to the one shared: ${claim!.runs === 1 ? "1 run" : `${claim!.runs} runs`} a plan.`,
    );
    expect(await reader.evaluate(() => location.hash)).toBe("#compare");
    // A forged claim is told from a true one, and so is one of another version.
    const medians = { ...claim!.medians, npv: claim!.medians.npv.map((value) => value + 1e6) };
    const forged = await writeLink({
      document: linked,
      claim: { ...claim!, engine: "0.0.1", digest: "0".repeat(64), medians },
    });
    await reader.evaluate((hash) => (location.hash = hash), forged);
    await reader.waitForSelector(".notice li");
    expect(await reader.$eval(".notice", (notice) => notice.textContent)).toMatch(
      /^Made with another version of Groundwork \(0\.0\.1\)\. The result differs.*net value in today’s money at the end: .* then, .* now/,
    );
    await reader.close();
  });

  test("a link that is none is refused in a sentence, and the page stays as it was", async () => {
    const page = await opened.openSmall(1024);
    const name = (): Promise<string> => page.$eval("button[title=Documents]", (button) => button.textContent);
    for (const hash of ["g1.%3Cscript%3E", "g9.abcd", `g1.${"A".repeat(40_000)}`]) {
      await page.evaluate((to) => (location.hash = to), hash);
      await page.waitForFunction(() =>
        document.querySelector(".notice")?.textContent?.startsWith("This link can’t be opened"),
      );
      await page.evaluate(() => document.querySelector<HTMLButtonElement>(".notice button")!.click());
      expect(await name()).toBe("Start-up");
    }
    await page.close();
  });

  test("a logo is made small, a colour readable, and both come to the stage", async () => {
    const page = await opened.openSmall(1280);
    await page.click("button[title=Export]");
    const file = await page.waitForSelector(".sheet input[type=file]");
    await (file as ElementHandle<HTMLInputElement>).uploadFile(join(ROOT, "docs/compare.png"));
    const address = await page
      .waitForSelector(".sheet .logo")
      .then((logo) => logo!.evaluate((image) => (image as HTMLImageElement).src));
    expect(logoSize(address)!.height).toBeLessThanOrEqual(96);
    await page.$eval(".sheet input[type=color]", (input) => {
      input.value = "#ffd400";
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.waitForFunction(() =>
      document.querySelector("#accent-words")!.textContent.includes(" on light"),
    );
    expect((await axeFindings(page)).faults).toEqual([]);
    await page.evaluate(() => (location.hash = "#present"));
    await page.waitForSelector(".present .moment .logo");
    const colour = await page.$eval(".steps [aria-current]", (step) => getComputedStyle(step).color);
    expect(colour).toBe("rgb(255, 212, 0)");
    await page.close();
  });

  test("nothing was complained about on the way", () => {
    expect(opened.complaints).toEqual([]);
  });
});
