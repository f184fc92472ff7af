/** Slides: well-formed, opened by LibreOffice without complaint, and with the result's own numbers and words. */
import { execFile } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import JSZip from "jszip";
import { renderToString } from "preact-render-to-string";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultDocument, type Result } from "../../scenarios/index.ts";
import type { Bands } from "../../viz/charts/bands.ts";
import { LIGHT } from "../../viz/charts/palette.ts";
import { talkNow } from "../../viz/exports/talk.ts";
import { FIGURES } from "../../viz/figures/figures.ts";
import { marksOf } from "../../viz/slides/marks.ts";
import { slidesOf } from "../../viz/slides/slides.ts";
import { openDocument } from "../../viz/store/document.ts";
import { plain } from "../../viz/words/rich.ts";
import { changeLines, unitOf } from "../../viz/words/units.ts";
import { layOut, smallDocument, WEEKS } from "./laid-out.ts";
import { xmlFault } from "./well-formed.ts";
import { notationOf } from "../../viz/words/notation.ts";

type Parts = ReadonlyMap<string, string>;

async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  return new Map(
    await Promise.all(files.map(async (file) => [file.name, await file.async("string")] as const)),
  );
}

/** All words of a part, as they are read. */
function wordsOf(xml: string): string {
  const texts = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text);
  return texts
    .join("")
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function valuesOf(chart: string): number[][] {
  return [...chart.matchAll(/<c:val>(.*?)<\/c:val>/gs)].map(([, values]) =>
    [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
  );
}

describe("slides", () => {
  let result: Result;
  let bytes: Uint8Array;
  let parts: Parts;
  beforeAll(async () => {
    result = layOut(smallDocument());
    bytes = await slidesOf(talkNow());
    parts = await partsOf(bytes);
  });

  test("are a title and one for every figure, each well-formed", () => {
    const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBe(FIGURES.length + 1);
    for (const [name, xml] of parts) expect([name, xmlFault(xml)]).toEqual([name, ""]);
  });

  test("say what the page says, and where it comes from", () => {
    for (const [i, figure] of talkNow().figures.entries()) {
      const words = wordsOf(parts.get(`ppt/slides/slide${i + 2}.xml`)!);
      expect(words).toContain(figure.title());
      expect(words).toContain(plain(figure.sentence()));
      expect(words).toContain(`result ${result.digest.slice(0, 16)}`);
      const notes = wordsOf(parts.get(`ppt/notesSlides/notesSlide${i + 2}.xml`)!);
      expect(notes).toContain(figure.label());
    }
    expect(wordsOf(parts.get("ppt/slides/slide1.xml")!)).toContain(plain(talkNow().title));
  });

  test("describe charts to those who can't see them with the results file's own numbers", async () => {
    const document = defaultDocument();
    const end = document.weeks;
    const found = layOut(document, 2);
    const told = await partsOf(await slidesOf(talkNow()));
    const share = unitOf("share", notationOf(document));
    const atEnd = ({ p5, p50, p95 }: Pick<Bands, "p5" | "p50" | "p95">) => ({
      p5: p5[end],
      p50: p50[end],
      p95: p95[end],
    });
    const descriptionOf = (name: string): string => {
      const place = talkNow().figures.findIndex((figure) => figure.name === name);
      const [, words] = /<p:cNvPr [^>]*descr="([^"]+)"/.exec(told.get(`ppt/slides/slide${place + 2}.xml`)!)!;
      return words;
    };
    expect(found.plans.some(({ measures }) => measures["deepShare"]!.p50[end] > 0.1)).toBe(true);
    for (const { id, measures } of found.plans) {
      const { name } = document.plans.find((plan) => plan.id === id)!;
      expect(descriptionOf("fan")).toContain(`${name} ${share.shortSpread(atEnd(measures["deepShare"]!))}.`);
    }
    const difference = found.differences.find(({ measure }) => measure === "deepShare")!;
    expect(descriptionOf("difference")).toContain(`${changeLines(share, atEnd(difference)).join(" ")}.`);
    openDocument(smallDocument());
    layOut(smallDocument());
  });

  test("have native charts with the result's own quantiles", () => {
    const charts = [...parts]
      .filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
      .map(([, xml]) => xml);
    expect(charts.length).toBe(3);
    const [fan, difference, payback] = charts.map(valuesOf);
    for (const [measure, values] of [
      ["deepShare", fan],
      ["netValue", payback],
    ] as const) {
      const bands = result.plans.map(({ measures }) => measures[measure]!);
      const told = [...bands.flatMap(({ p5, p95 }) => [p5, p95]), ...bands.map(({ p50 }) => p50)];
      expect(values.map((list) => list.length)).toEqual(told.map(() => WEEKS + 1));
      values.forEach((list, i) => expect(list).toEqual(told[i].map(Number)));
    }
    const told = result.differences.find(({ measure }) => measure === "deepShare")!;
    expect(difference).toEqual([told.p5, told.p95, told.p50].map((list) => [...list]));
  });

  test("keep names text, whatever they are", async () => {
    const { plans } = smallDocument();
    for (const name of ["</a:t><script>hacked=1</script>", "& < > \" '", "]]>", "=1+1", "{{x}}", "𝔘字"]) {
      openDocument(
        smallDocument({ name, plans: plans.map((plan, i) => ({ ...plan, name: i === 0 ? name : "B" })) }),
      );
      const named = await partsOf(await slidesOf(talkNow()));
      for (const [part, xml] of named) expect([part, xmlFault(xml)]).toEqual([part, ""]);
      expect([...named.values()].join("")).not.toContain("<script");
      expect(wordsOf(named.get("ppt/slides/slide2.xml")!)).toContain(name);
    }
    openDocument(smallDocument());
  });

  const soffice = (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "soffice"))
    .find(isProgram);
  if (soffice === undefined) console.warn("SKIPPED 1 opening of slides in LibreOffice: no soffice on PATH");

  test.skipIf(soffice === undefined)("are opened by LibreOffice and printed, a page a slide", async () => {
    const folder = mkdtempSync(join(tmpdir(), "groundwork-slides-"));
    try {
      writeFileSync(join(folder, "talk.pptx"), bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const words = [
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        join(folder, "talk.pptx"),
      ];
      await promisify(execFile)(soffice!, words);
      const pdf = readFileSync(join(folder, "talk.pdf"), "latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(FIGURES.length + 1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

test("a chart taken apart has every circle, line and word it was drawn with", () => {
  layOut(smallDocument(), 2);
  for (const figure of FIGURES) {
    const svg = renderToString(figure.draw({ width: 640, height: figure.height(640) }, LIGHT));
    const marks = marksOf(svg);
    const count = (pattern: RegExp): number => svg.match(pattern)?.length ?? 0;
    expect(marks.filter(({ kind }) => kind === "circle").length).toBe(count(/<circle/g));
    expect(marks.filter(({ kind }) => kind === "path").length).toBe(count(/<path/g));
    const words = marks
      .flatMap((mark) => (mark.kind === "text" ? mark.runs.map(({ text }) => text) : []))
      .join("");
    expect(words).toBe(
      svg
        .replaceAll(/<[^>]*>/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&amp;", "&"),
    );
    expect(JSON.stringify(marks)).not.toContain("null");
  }
});

test("paths are followed, absolute and relative, closed and open", () => {
  const [mark] = marksOf(
    '<g fill="#112233" opacity="0.5"><path d="M1,2h3v4h-3zM10,0L5.5,-1" fill-opacity="0.5"></path></g>',
  );
  expect(mark).toMatchObject({
    style: { fill: "#112233", opacity: 0.5, fillOpacity: 0.5 },
    parts: [
      {
        isClosed: true,
        points: [
          { x: 1, y: 2 },
          { x: 4, y: 2 },
          { x: 4, y: 6 },
          { x: 1, y: 6 },
        ],
      },
      {
        isClosed: false,
        points: [
          { x: 10, y: 0 },
          { x: 5.5, y: -1 },
        ],
      },
    ],
  });
});

test("words without a place of their own go on with their line", () => {
  const marks = marksOf(
    '<text x="1" y="2"><tspan font-weight="600">a</tspan><tspan dx="6">b</tspan></text><text x="3" y="4"><tspan x="5" y="6">c</tspan></text>',
  );
  expect(marks).toMatchObject([
    {
      x: 1,
      y: 2,
      runs: [
        { text: "a", style: { isBold: true } },
        { text: "b", style: { isBold: false } },
      ],
    },
    { x: 5, y: 6, runs: [{ text: "c" }] },
  ]);
});
