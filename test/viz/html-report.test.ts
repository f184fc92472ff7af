/** A study's report: one file that needs nothing, can do nothing, and says what the terminal says. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { smallStudy } from "../studies/kit.ts";
import { announceSkipped, findChromium, launchChromium } from "./chromium.ts";
import { axeFindings } from "./page.kit.ts";
import { makePlace } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
afterAll(() => place.remove());
const parts = (words: string): string[] => words.split(" ");
const HOSTILE = '<img src=x onerror="alert(1)">&amp;"';
const BYTES_MOST = 1_000_000;

let html = "";

beforeAll(async () => {
  const document = { ...(smallStudy()["document"] as object), name: HOSTILE, weeks: 20 };
  place.write("study.json", JSON.stringify(smallStudy({ name: HOSTILE, document })));
  expect(await groundwork(parts("study study.json --out done --progress none"))).toMatchObject({ code: 0 });
  const made = await groundwork(parts("report done --html report.html"));
  expect(made).toMatchObject({ code: 0, stderr: "" });
  html = readFileSync(join(place.folder, "report.html"), "utf8");
  expect(made.stdout).toBe(
    `report.html · ${Buffer.byteLength(html)} bytes · sha256 ${createHash("sha256").update(html).digest("hex")}\n`,
  );
});

/** The text of the page, white space as one space. */
function textOf(page: string): string {
  return page
    .replace(/^.*<\/style>/s, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ");
}

describe("the file", () => {
  test("has no script, fetches nothing, and its policy holds its only style", () => {
    // What is escaped is text and no tag.
    const tags = html.replace(/<style>.*?<\/style>/s, "").match(/<[^>]*>/g)!;
    const bad = /^<(script|img|link|iframe|object|embed|form|base)|\s(on\w+|style|src|href)=/i;
    expect(tags.filter((tag) => bad.test(tag))).toEqual([]);
    expect(/url\((?!#|data:font\/woff2;base64,)/.test(html)).toBe(false);
    const [, style] = /<style>(.*?)<\/style>/s.exec(html)!;
    const hash = createHash("sha256").update(style).digest("base64");
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!;
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(BYTES_MOST);
  });

  test("is the same bytes when made again", async () => {
    await groundwork(parts("report done --html again.html"));
    expect(readFileSync(join(place.folder, "again.html"), "utf8") === html).toBe(true);
  });
});

describe("its text", () => {
  test("has every sentence and every number of the verb decide", async () => {
    const { stdout } = await groundwork(parts("decide done"));
    const text = textOf(html);
    // A cell is set apart by two spaces or a line's end; sentences are wrapped by the terminal only.
    const [, ...blocks] = stdout.trimEnd().split("\n\n");
    for (const block of blocks) {
      const [heading, ...lines] = block.split("\n");
      expect(text).toContain(heading);
      const isTable = lines.some((line) => line.includes("──"));
      const said = isTable
        ? lines.filter((line) => !line.includes("──")).flatMap((line) => line.split(/ {2,}/))
        : [lines.join(" ")];
      for (const each of said) expect(text).toContain(each.trim());
    }
  });

  test("has the whole of the verb analyse, the digests, the commands and the study", async () => {
    const text = textOf(html);
    const { stdout } = await groundwork(parts("analyse done"));
    expect(text).toContain(stdout.trim().replaceAll(/\s+/g, " "));
    const manifest = JSON.parse(readFileSync(join(place.folder, "done", "manifest.json"), "utf8")) as {
      study: string;
      table: { sha256: string };
    };
    expect(text).toContain(manifest.study);
    expect(text).toContain(manifest.table.sha256);
    expect(text).toContain("groundwork verify DIR");
    const study = readFileSync(join(place.folder, "done", "study.json"), "utf8");
    expect(text).toContain(study.trim().replaceAll(/\s+/g, " "));
  });

  test("has figures with the words of their charts", () => {
    expect(html.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)).toHaveLength(2);
    expect(textOf(html)).toContain("What matters most");
    expect(textOf(html)).toMatch(/Where (First|Second) beats (First|Second)/);
  });
});

describe("in Chromium", () => {
  const chromium = findChromium();
  if (chromium === undefined) announceSkipped(1, "look at a study's report");

  test.skipIf(chromium === undefined)(
    "nothing runs, nothing is refused, axe finds nothing, and nothing is too wide",
    async () => {
      const browser = await launchChromium(chromium!);
      try {
        const page = await browser.newPage();
        const heard: string[] = [];
        page.on("console", (message) => heard.push(message.text()));
        page.on("dialog", (dialog) => heard.push(dialog.message()));
        for (const [width, scheme] of [
          [1440, "light"],
          [390, "dark"],
        ] as const) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
          await page.goto(pathToFileURL(join(place.folder, "report.html")).href);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect((await axeFindings(page)).faults).toEqual([]);
        }
        expect(heard).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});

describe.concurrent("refused in one line", () => {
  test.each([
    ["report done", 2, "required option '--html <FILE>' not specified"],
    ["report nowhere --html x.html", 2, "no folder of a study"],
    ["report done --html done/study.json/x", 3, 'cannot write to "done/study.json/x"'],
  ])("%s", async (words, code, says) => {
    const ended = await groundwork(parts(words));
    expect([ended.code, ended.stdout]).toEqual([code, ""]);
    expect(ended.stderr).toContain(says);
  });
});
