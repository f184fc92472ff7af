/** The one file that presents: small, sealed by its own policy, opened from the disk, proving its result. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Browser } from "puppeteer-core";
import { run, runTwin } from "../../engine/index.ts";
import {
  addReplicate,
  createTally,
  importRoster,
  InputError,
  pseudonymous,
  resolveOrganisation,
  specOf,
  summarize,
  type Document,
  type ImportedOrganisation,
} from "../../scenarios/index.ts";
import { claimOfResult, readLink, type Claim } from "../../scenarios/links/index.ts";
import { standaloneFile } from "../../viz/standalone/file.ts";
import { announceSkipped, findChromium, launchChromium } from "./chromium.ts";
import { layOut, smallDocument } from "./laid-out.ts";
import { buildAsShipped } from "./build.kit.ts";

const BYTES_MOST = 700_000;
const PERSONS = Array.from({ length: 60 }, (_, i) => `quillfeather${i}`);

/** Of two runs a plan. */
function claimOf(document: Document, people: ImportedOrganisation): Claim {
  const organisation = resolveOrganisation(document, people);
  const tally = createTally(document);
  for (const replicate of [0, 1]) {
    const twin = runTwin(specOf(document, organisation, 0, replicate));
    const traces = document.plans.map((_, plan) =>
      run(specOf(document, organisation, plan, replicate), { twin }),
    );
    addReplicate(tally, replicate, traces);
  }
  return claimOfResult(summarize(tally));
}

const chromium = findChromium();
if (chromium === undefined) announceSkipped(3, "openings of the one file");

describe("the one file", () => {
  let folder = "";
  let template = "";
  let browser: Browser | undefined;
  let asked: Document;
  let claim: Claim;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "groundwork-standalone-"));
    await buildAsShipped(folder);
    template = readFileSync(join(folder, "standalone.html"), "utf8");
    asked = smallDocument({ name: "A <b>bold</b> & </title><script>hacked=1</script> question" });
    claim = claimOfResult(layOut(asked, 4));
    if (chromium !== undefined) browser = await launchChromium(chromium);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is at most 700 kB, names no other file and carries the fonts' notice", async () => {
    const text = await standaloneFile(template, { document: asked, claim });
    expect(text.length).toBeLessThan(BYTES_MOST);
    expect(text).not.toMatch(/<(link|img|iframe|script[^>]+src)\b/);
    expect(text).toContain("SIL Open Font License");
  });

  test("allows nothing but its own script and style, by their SHA-256", async () => {
    const text = await standaloneFile(template, { document: asked, claim });
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)!;
    expect(policy).not.toMatch(/unsafe|\*|https?:|'self'|connect-src/);
    expect(policy).toMatch(/^default-src 'none'; /);
    const hashed = (body: string): string => `'sha256-${createHash("sha256").update(body).digest("base64")}'`;
    const [, script] = /<script type="module">([^]*?)<\/script>/.exec(text)!;
    const [, style] = /<style>([^]*?)<\/style>/.exec(text)!;
    expect(policy).toContain(`script-src ${hashed(script)};`);
    expect(policy).toContain(`style-src ${hashed(style)};`);
    // Markup in a name stays text: there are four scripts, one of them code.
    expect(text.match(/<script\b/g)?.length).toBe(4);
    const [, question] = /id="question">([^<]*)</.exec(text)!;
    expect((await readLink(question)).document).toEqual(asked);
  });

  test("refuses a document that is too long for it", async () => {
    const notes = Array.from({ length: 19_000 }, (_, i) =>
      ((i * 7919 + i * i * 31) % 99_991).toString(36),
    ).join(" ");
    await expect(standaloneFile(template, { document: smallDocument({ notes }) })).rejects.toThrow(
      InputError,
    );
  });

  test.skipIf(chromium === undefined)(
    "opens from the disk in Present, offline, and proves its result",
    async () => {
      const path = join(folder, "talk.html");
      writeFileSync(path, await standaloneFile(template, { document: asked, claim }));
      const page = await browser!.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warn") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(path).href);
      await page.waitForFunction(() => document.querySelector(".notice")?.textContent?.includes("identical"));
      expect(await page.title()).toBe(asked.name);
      expect(await page.$eval("nav [aria-current]", (place) => place.textContent)).toBe("Present");
      expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
      expect(requests.filter((url) => !/^(file|data|blob):/.test(url))).toEqual([]);
      await page.evaluate(() => (location.hash = "compare"));
      await page.waitForSelector("svg[aria-label^='Deep practice of every plan']");
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test.skipIf(chromium === undefined)(
    "opens with a firm's own people under pseudonyms, and proves their result",
    async () => {
      const roster = await importRoster([
        `id,unit\n${PERSONS.map((id, i) => `${id},Zanzibar${i % 3}`).join("\n")}`,
      ]);
      const { document: nameless, people } = pseudonymous(smallDocument({ name: "Zanzibar1" }), { roster });
      const text = await standaloneFile(
        template,
        { document: nameless, claim: claimOf(nameless, people) },
        people,
      );
      expect(text).not.toMatch(/zanzibar|quillfeather/i);
      const path = join(folder, "people.html");
      writeFileSync(path, text);
      const page = await browser!.newPage();
      await page.goto(pathToFileURL(path).href);
      await page.waitForFunction(() =>
        /identical|differs/.test(document.querySelector(".notice")?.textContent ?? ""),
      );
      expect(await page.$eval(".notice p", (notice) => notice.textContent)).toMatch(/identical, bit for bit/);
      expect(await page.title()).toBe("Unit 2");
      await page.keyboard.press("w");
      await page.waitForFunction(() =>
        /Employee \d+/.test(document.querySelector(".followed")?.textContent ?? ""),
      );
      expect(await page.$eval("body", (body) => body.textContent)).not.toMatch(/zanzibar|quillfeather/i);
      await page.close();
    },
  );

  test.skipIf(chromium === undefined)(
    "says what is wrong with it, if its document was tampered with",
    async () => {
      const path = join(folder, "broken.html");
      const text = await standaloneFile(template, { document: asked });
      writeFileSync(path, text.replace(/id="question">[^<]*/, 'id="question">g1.abcd'));
      const page = await browser!.newPage();
      await page.goto(pathToFileURL(path).href);
      await page.waitForSelector("p[role=alert]");
      expect(await page.$eval("p[role=alert]", (p) => p.textContent)).toMatch(
        /^This file can’t be opened: damaged link/,
      );
      await page.close();
    },
  );
});
