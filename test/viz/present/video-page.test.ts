/** A video of the story in Chromium: a file that plays, of the story's own pictures, given up on demand. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { storyOf, type Document } from "../../../scenarios/index.ts";
import { spanOf } from "../../../viz/present/frames.ts";
import { videoFrames } from "../../../viz/present/video.ts";
import { announceSkipped, findChromium } from "../chromium.ts";
import { SMALL, startPage, type OpenedPage } from "../page.kit.ts";

const chromium = findChromium();
if (chromium === undefined) announceSkipped(2, "tests of videos");

test("a video's frames go through every step, and stay at its end", () => {
  const story = storyOf(SMALL);
  const frames = videoFrames(story);
  for (const [step] of story.steps.entries()) {
    const { from, to } = spanOf(story, step);
    const ticks = frames.filter((frame) => frame.step === step).map(({ tick }) => tick);
    expect(ticks[0]).toBe(from);
    expect(ticks.every((tick, i) => i === 0 || tick >= ticks[i - 1])).toBe(true);
    expect(ticks.filter((tick) => tick === to)).toHaveLength(150);
  }
  expect(frames.map(({ step }) => step)).toEqual(frames.map(({ step }) => step).toSorted((a, b) => a - b));
});

describe.skipIf(chromium === undefined)("a video", () => {
  let opened: OpenedPage;
  let page: Page;
  const [step] = storyOf(SMALL).steps;
  const short: Document = { ...SMALL, name: "Short talk", story: { steps: [{ ...step, week: 26 }] } };
  beforeAll(async () => {
    opened = await startPage(chromium!);
    page = await opened.openSmall(1280);
    await page.evaluate((text) => {
      localStorage.setItem("groundwork.document.d1", text);
      location.hash = "#present";
      location.reload();
    }, JSON.stringify(short));
    await page.waitForSelector(".present canvas");
    await page.waitForFunction(() => !document.querySelector(".present h1")!.textContent.includes("…"));
    await page.evaluate(() => {
      const files: { name: string; blob: Blob }[] = [];
      const createObjectURL = URL.createObjectURL.bind(URL);
      let made: Blob;
      URL.createObjectURL = (blob: Blob) => createObjectURL((made = blob));
      HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
        files.push({ name: this.download, blob: made });
      };
      Object.assign(globalThis, { files });
    });
  });
  afterAll(() => opened.close());

  // What is recorded follows the clock: a machine that does much else may miss every frame between two pictures.
  test(
    "is recorded by a key, and plays: its size, its length, and a picture that moves",
    { retry: 2 },
    async () => {
      await page.evaluate(() => ((globalThis as unknown as { files: unknown[] }).files.length = 0));
      await page.keyboard.press("m");
      await page.waitForFunction(() =>
        /Stop video/.test(document.querySelector("[data-action=video]")!.textContent),
      );
      await page.waitForFunction(() => (globalThis as unknown as { files: unknown[] }).files.length > 0);
      const file = await page.evaluate(async () => {
        const [{ name, blob }] = (globalThis as unknown as { files: { name: string; blob: Blob }[] }).files;
        const text = await new Promise<string>((resolve) => {
          const reader = new FileReader();
          reader.addEventListener("load", () => resolve(reader.result as string));
          reader.readAsDataURL(blob);
        });
        return { name, type: blob.type, text };
      });
      // The page's own policy plays nothing.
      const cinema = await opened.newPage();
      const seen = await cinema.evaluate(async (address) => {
        const video = document.createElement("video");
        const heard = (what: string): Promise<void> =>
          new Promise((resolve, reject) => {
            video.addEventListener(what, () => resolve(), { once: true });
            video.addEventListener("error", () => reject(new Error(video.error?.message)), { once: true });
          });
        video.muted = true;
        video.src = address;
        await heard("loadeddata");
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
        const context = canvas.getContext("2d", { willReadFrequently: true })!;
        const pixels = (): Uint8ClampedArray => {
          context.drawImage(video, 0, 0);
          return context.getImageData(0, 0, canvas.width, canvas.height).data;
        };
        const first = pixels();
        // A recording does not know its length until it was sought to its end.
        video.currentTime = 1e6;
        await heard("seeked");
        const last = pixels();
        const differing = first.reduce((sum, value, i) => sum + Number(Math.abs(value - last[i]) > 40), 0);
        const size = [video.videoWidth, video.videoHeight];
        return {
          size,
          seconds: video.currentTime,
          differing,
          paper: Array.from(last.slice(0, 3)),
        };
      }, file.text);
      await cinema.close();
      expect(file).toMatchObject({ name: "short-talk.webm", type: "video/webm" });
      expect(seen.size).toEqual([1280, 720]);
      const expected = videoFrames(storyOf(short)).length / 30;
      expect(seen.seconds).toBeGreaterThan(expected * 0.8);
      expect(seen.seconds).toBeLessThan(expected * 2 + 2);
      expect(seen.differing).toBeGreaterThan(100);
      expect(seen.paper.every((value, i) => Math.abs(value - [0x14, 0x17, 0x1a][i]) < 12)).toBe(true);
      expect(await page.$eval("[data-action=video]", (button) => button.textContent)).toBe("Video");
    },
  );

  test("is given up by the same key, and nothing is saved", async () => {
    const count = (): Promise<number> =>
      page.evaluate(() => (globalThis as unknown as { files: unknown[] }).files.length);
    const before = await count();
    await page.keyboard.press("m");
    await page.waitForFunction(() =>
      /Stop video/.test(document.querySelector("[data-action=video]")!.textContent),
    );
    await page.keyboard.press("m");
    await page.waitForFunction(() => document.querySelector("[data-action=video]")!.textContent === "Video");
    expect(await count()).toBe(before);
    expect(opened.complaints).toEqual([]);
  });
});
