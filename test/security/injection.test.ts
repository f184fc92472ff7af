/** A hundred injections through every text of every export, in three browsers: none runs, and formulas stay text. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import JSZip from "jszip";
import { checkDocument, STORY_STEPS_MAX, type Document } from "../../scenarios/index.ts";
import { claimOfResult, writeLink } from "../../scenarios/links/index.ts";
import { LIGHT } from "../../viz/charts/palette.ts";
import { talkNow } from "../../viz/exports/talk.ts";
import { csvOf, jsonOf } from "../../viz/exports/text-files.ts";
import { readyFigures } from "../../viz/figures/figures.ts";
import { imprintLines, imprintNow } from "../../viz/figures/imprint.ts";
import { picture } from "../../viz/figures/picture.tsx";
import { svgText } from "../../viz/figures/svg-text.ts";
import { createPageServer } from "../../viz/serve.ts";
import { CHANNEL } from "../../viz/present/speaker.ts";
import { slidesOf } from "../../viz/slides/slides.ts";
import { standaloneFile } from "../../viz/standalone/file.ts";
import { layOut } from "../viz/laid-out.ts";
import { xmlFault } from "../viz/well-formed.ts";
import { BROWSERS, type Tab } from "./tabs.ts";
import { PAYLOADS } from "./payloads.ts";
import { buildAsShipped } from "../viz/build.kit.ts";

const LONGEST = 120;
const names = PAYLOADS.filter((payload) => payload.length <= LONGEST);

const STEP_NAME_LONGEST = 60;
/** A step for every payload, as its headline, its text, its notes and, where it is short enough, its name. */
const told = PAYLOADS.slice(0, STORY_STEPS_MAX).map((payload) => ({
  name: payload.slice(0, STEP_NAME_LONGEST),
  headline: payload.slice(0, 160),
  text: payload,
  notes: payload,
}));

/** A document whose every text is a payload: its own, its plans', its roles', its sites', and those of its people. */
function hostileDocument(): Document {
  return checkDocument({
    groundwork: 1,
    name: names[0],
    notes: PAYLOADS.join("\n"),
    company: {
      name: names[1],
      notes: names[2],
      employees: 64,
      roles: names.slice(0, 60),
      sites: names.slice(0, 8),
      salesLikeRole: names[0],
    },
    plans: names.map((name, i) => ({
      id: `p${i}`,
      name,
      notes: name,
      interventions:
        i === 0 ? [{ week: 0, kind: "communities", count: 2, scope: { roles: [names[0]] } }] : [],
    })),
    seed: names[3],
    weeks: 2,
    story: {
      steps: told.map((words) => ({ ...words, week: 2, plans: ["p0"], measure: "deepShare" })),
      translations: [{ language: "de", steps: told }],
    },
  });
}

/** Whether anything of the payloads has become more than text. */
const TRACES = `JSON.stringify([
  "hacked" in globalThis,
  document.querySelectorAll("[onerror],[onload],[onfocus],[onbegin],[ontoggle],[onstart],[onmouseover],[onclick],iframe,object,embed,marquee,base,form,foreignObject").length,
  document.documentElement.textContent.includes("hacked=1"),
])`;
const CLEAN = JSON.stringify([false, 0, true]);

describe("injections", () => {
  let folder = "";
  let address = "";
  let link = "";
  let close = (): void => {};
  const hostile = hostileDocument();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "groundwork-injection-"));
    const page = join(folder, "page");
    await buildAsShipped(page);
    const server = createPageServer(page);
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    address = `http://localhost:${(server.address() as AddressInfo).port}/`;
    close = () => {
      server.close();
      server.closeAllConnections();
    };
    const result = layOut(hostile, 1);
    const content = { document: hostile, claim: claimOfResult(result) };
    link = await writeLink({ document: checkDocument({ ...hostile, notes: "" }) });
    const template = readFileSync(join(page, "standalone.html"), "utf8");
    writeFileSync(join(folder, "talk.html"), await standaloneFile(template, content));
    for (const figure of readyFigures()) {
      const imprint = imprintLines(imprintNow(), figure.basis);
      const { svg } = picture(figure, { width: 1000, palette: LIGHT, imprint });
      writeFileSync(join(folder, `${figure.name}.svg`), svgText(svg));
    }
  }, 300_000);
  afterAll(() => {
    close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("are a hundred, and nearly all may be names", () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(100);
    expect(names.length).toBeGreaterThanOrEqual(100);
    expect(link.length).toBeLessThan(32 * 1024);
  });

  test("stay text in slides, pictures and numbers", async () => {
    const zip = await JSZip.loadAsync(await slidesOf(talkNow()));
    for (const part of Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name))) {
      const xml = await part.async("string");
      expect([part.name, xmlFault(xml), /<(script|img|iframe)\b/i.test(xml)]).toEqual([part.name, "", false]);
    }
    for (const figure of readyFigures()) {
      const svg = svgText(picture(figure, { width: 1000, palette: LIGHT, imprint: names }).svg);
      expect([figure.name, xmlFault(svg)]).toEqual([figure.name, ""]);
      expect(() => JSON.parse(jsonOf(figure)) as unknown).not.toThrow();
      for (const row of csvOf(figure).split("\n"))
        expect(row).not.toMatch(/^"?[=+@\t\r]|^"?-[^\d]|,"?[=+@\t\r]|,"?-[^\d.]/);
    }
  });

  describe.each(BROWSERS)("in $name", ({ start }) => {
    let tab: Tab | undefined;
    beforeAll(async () => {
      tab = await start(folder, "6 injections");
    });
    afterAll(() => tab?.close());

    test("none runs in the page, opened from a link, with every table and sheet open", async ({ skip }) => {
      const here = tab ?? skip();
      await here.open(`${address}#${link}`);
      // What came with the page is there first.
      await here.until("document.querySelector('main').textContent.includes('hacked=1')");
      await here.until("document.querySelectorAll('details.table').length > 5");
      await here.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      await here.until("document.querySelectorAll('details table').length > 5");
      for (const sheet of ["Documents", "Company", "Assumptions", "Export"]) {
        await here.run(`document.querySelector("button[title=${sheet}]").click()`);
        await here.until(`document.querySelector(".sheet h2")?.textContent === "${sheet}"`);
        expect([sheet, await here.run(TRACES)]).toEqual([sheet, CLEAN]);
      }
    });

    test("none runs in Present, on its stage, in its handout and in its editor, told in either language", async ({
      skip,
    }) => {
      const here = tab ?? skip();
      const press = (key: string): Promise<string> =>
        here.run(
          `document.dispatchEvent(new KeyboardEvent("keydown", { key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }))`,
        );
      await here.open(`${address}#${link}`);
      await here.until("location.hash === '#compare'");
      await here.run("location.hash = '#present'");
      await here.until("document.querySelectorAll('.present canvas').length === 1");
      for (const language of ["en", "de"]) {
        if (language === "de") await press("t");
        await here.until(`document.querySelector('.steps ol').lang === "${language}"`);
        expect([language, await here.run(TRACES)]).toEqual([language, CLEAN]);
        await press("o");
        await here.until(`document.querySelectorAll('.handout-page').length === ${told.length}`);
        await here.until("document.querySelector('.handout-page:last-of-type .handout-notes') !== null");
        expect([language, await here.run(TRACES)]).toEqual([language, CLEAN]);
        await press("Escape");
        await here.until("document.querySelector('.handout') === null");
      }
      await press("e");
      await here.until("document.querySelectorAll('.story-editor textarea').length === 2");
      expect(await here.run(TRACES)).toBe(CLEAN);
    });

    test("none runs in the story that another page embeds", async ({ skip }) => {
      const here = tab ?? skip();
      await here.open(`${address}?embed=present#${link}`);
      await here.until("document.querySelectorAll('.present canvas').length === 1");
      await here.until("document.querySelector('.telling').textContent.includes('hacked=1')");
      expect(await here.run(TRACES)).toBe(CLEAN);
    });

    test("none runs in the speaker's window, as the headline, the notes and the step that comes next", async ({
      skip,
    }) => {
      const here = tab ?? skip();
      await here.open(`${address}?speaker`);
      await here.until("document.querySelector('.speaker') !== null");
      await here.run(`globalThis.stage = new BroadcastChannel(${JSON.stringify(CHANNEL)})`);
      for (const text of [...PAYLOADS, PAYLOADS.join("\n")]) {
        const step = { name: text, headline: text };
        const state = { kind: "state", at: 0, count: 2, now: step, next: step, notes: text, month: text };
        await here.run(`stage.postMessage(${JSON.stringify(state)})`);
        await here.until(`document.querySelector(".speaker h1").textContent === ${JSON.stringify(text)}`);
      }
      expect(await here.run(TRACES)).toBe(CLEAN);
    });

    test("none runs in the one file, opened from the disk", async ({ skip }) => {
      const here = tab ?? skip();
      await here.open(pathToFileURL(join(folder, "talk.html")).href);
      await here.until("document.querySelector('nav [aria-current]') !== null");
      await here.run("location.hash = '#compare'");
      await here.until("document.querySelectorAll('details.table').length > 5");
      expect(await here.run(TRACES)).toBe(CLEAN);
    });

    test("none runs in a picture, opened by itself", async ({ skip }) => {
      const here = tab ?? skip();
      for (const figure of readyFigures()) {
        await here.open(pathToFileURL(join(folder, `${figure.name}.svg`)).href);
        await here.until("document.documentElement.tagName === 'svg'");
        expect([figure.name, await here.run(TRACES)]).toEqual([figure.name, CLEAN]);
        expect(await here.run("String(document.getElementsByTagName('script').length)")).toBe("0");
      }
    });
  });
});
