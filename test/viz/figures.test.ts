/** Figures that are taken away: well-formed, signed, and with no number that isn't the result's. */
import { Resvg } from "@resvg/resvg-js";
import { beforeAll, describe, expect, test } from "vitest";
import type { MeasureName } from "../../engine/index.ts";
import type { Result } from "../../scenarios/index.ts";
import { spendFigure } from "../../viz/answers/spend-section.tsx";
import { spendings } from "../../viz/answers/spending.ts";
import { DARK, LIGHT, type Palette } from "../../viz/charts/palette.ts";
import { csvOf, jsonOf } from "../../viz/exports/text-files.ts";
import type { Figure } from "../../viz/figures/figure.ts";
import { FIGURES, readyFigures } from "../../viz/figures/figures.ts";
import { imprintLines, imprintNow } from "../../viz/figures/imprint.ts";
import { FIGURE_NAMES } from "../../viz/figures/names.ts";
import { picture } from "../../viz/figures/picture.tsx";
import { svgText } from "../../viz/figures/svg-text.ts";
import { richLines } from "../../viz/figures/rich-lines.ts";
import { openDocument } from "../../viz/store/document.ts";
import { metricName } from "../../viz/store/view.ts";
import { METRICS } from "../../viz/words/metrics.ts";
import { plain, rich } from "../../viz/words/rich.ts";
import { HOSTILE_NAMES } from "./hostile-names.ts";
import { xmlFault } from "./well-formed.ts";
import { layOut, smallDocument, WEEKS } from "./laid-out.ts";

function svgOf(figure: Figure, width = 1000, palette: Palette = LIGHT): string {
  const imprint = imprintLines(imprintNow(), figure.basis);
  return svgText(picture(figure, { width, palette, imprint }).svg);
}

function figureOf(name: string): Figure {
  return FIGURES.find((one) => one.name === name)!;
}

describe("figures", () => {
  let result: Result;
  beforeAll(() => {
    result = layOut(smallDocument());
  });

  test("have the names the command line knows", () => {
    expect(FIGURES.map(({ name }) => name).toSorted()).toEqual([...FIGURE_NAMES].toSorted());
    expect(readyFigures()).toEqual(FIGURES);
  });

  test.each(FIGURE_NAMES)("%s is well-formed and complete at any width, light and dark", (name) => {
    for (const width of [320, 1000]) {
      for (const palette of [LIGHT, DARK]) {
        const svg = svgOf(figureOf(name), width, palette);
        expect(svg).not.toMatch(/NaN|undefined|Infinity|var\(/);
        // Refuses what is not well-formed.
        expect(new Resvg(svg, { font: { loadSystemFonts: false } }).width).toBe(width);
        expect(xmlFault(svg)).toBe("");
      }
    }
  });

  test("what each year costs can be taken away too, with every number of it", () => {
    for (const width of [320, 1000]) {
      const svg = svgOf(spendFigure, width);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|var\(/);
      expect(xmlFault(svg)).toBe("");
    }
    const { heads, rows } = spendFigure.numbers();
    expect(rows.every((row) => row.length === heads.length)).toBe(true);
    const medians = spendings.value.flatMap(({ years }) => years.map(({ p50 }) => p50));
    expect(rows.map((row) => row[3])).toEqual(medians);
    expect(medians.length).toBeGreaterThan(0);
  });

  test.each(FIGURE_NAMES)("%s says where it comes from", (name) => {
    const svg = svgOf(figureOf(name));
    for (const part of ["A small question", "seed test", "Groundwork 0.", result.digest.slice(0, 16)])
      expect(svg).toContain(part);
    expect(svg).toContain(result.document.slice(0, 16));
  });

  test("hold the result's own quantiles, in every week and for every measure", () => {
    for (const { name } of METRICS) {
      metricName.value = name;
      for (const [heads, ...rows] of [tableOf("fan")]) {
        expect(heads).toEqual(["plan", "week", "p5", "p25", "p50", "p75", "p95"]);
        expect(rows.length).toBe(2 * (WEEKS + 1));
        for (const [plan, week, ...values] of rows) expect(values).toEqual(toldOf(result, plan, name, week));
      }
    }
    metricName.value = METRICS[0].name;
    for (const [plan, week, ...values] of tableOf("payback").slice(1))
      expect(values).toEqual(toldOf(result, plan, "netValue", week));
    const told = result.differences.find(({ measure }) => measure === METRICS[0].name)!;
    for (const [, week, p5, , p50, , p95] of tableOf("difference").slice(1)) {
      const at = Number(week);
      expect([p5, p50, p95]).toEqual([told.p5[at], told.p50[at], told.p95[at]]);
    }
  });

  test("say the same in JSON and CSV as in numbers", () => {
    for (const one of FIGURES) {
      const { heads, rows } = one.numbers();
      const json = JSON.parse(jsonOf(one)) as Record<string, unknown>;
      expect(json["rows"]).toEqual(JSON.parse(JSON.stringify(rows)));
      expect(json["imprint"]).toMatchObject({ digest: result.digest, document: result.document, runs: 6 });
      const lines = csvOf(one).trimEnd().split("\n");
      expect(lines.length).toBe(rows.length + 1);
      expect(lines[0].split(",").length).toBe(heads.length);
      for (const [i, row] of rows.entries()) {
        const numbers = row.filter((cell) => typeof cell === "number").map(String);
        for (const number of numbers) expect(lines[i + 1].split(",")).toContain(number);
      }
    }
  });

  test("keep markup in names text, and formulas from spreadsheets", () => {
    const allowed = HOSTILE_NAMES.filter((name) => {
      try {
        smallDocument({ name });
        return true;
      } catch {
        return false;
      }
    });
    expect(allowed.length).toBeGreaterThan(20);
    for (const name of [...allowed, "=1+1", "+1", "-1", "@SUM(A1)", "]]>"]) {
      const { plans } = smallDocument();
      const named = plans.map((plan, i) => ({ ...plan, name: i === 0 ? name : "B" }));
      openDocument(smallDocument({ name, plans: named }));
      for (const one of FIGURES) {
        const svg = svgOf(one);
        expect(svg).not.toMatch(/<(script|img|b|marquee)\b/);
        expect(xmlFault(svg)).toBe("");
        expect(() => new Resvg(svg, { font: { loadSystemFonts: false } })).not.toThrow();
        for (const line of csvOf(one).split("\n")) expect(line).not.toMatch(/^"?[=+@]|^"?-[^\d]/);
      }
    }
    openDocument(smallDocument());
  });

  test("are not ready without a second plan where they compare two", () => {
    const { plans } = smallDocument();
    layOut(smallDocument({ plans: plans.slice(0, 1) }), 1);
    const names = readyFigures().map(({ name }) => name);
    expect(names).not.toContain("difference");
    expect(names).not.toContain("wins");
    expect(names).toContain("fan");
    layOut(smallDocument());
  });
});

test("a sentence broken into lines loses nothing and keeps its plans whole", () => {
  const sentence = rich`By month 3, ${{ name: "A long name of a plan", plan: 1 }} is ahead of ${{ name: "B", plan: 0 }}.`;
  for (const width of [1, 80, 200, 2000]) {
    const lines = richLines(sentence, 15, width);
    expect(lines.map(plain).join("")).toBe(plain(sentence));
    expect(lines.flat().filter(({ plan }) => plan === 0)).toEqual([{ text: "B", plan: 0 }]);
  }
  expect(richLines(sentence, 15, 2000).length).toBe(1);
});

function tableOf(name: string): (string | number)[][] {
  const { heads, rows } = figureOf(name).numbers();
  return [[...heads], ...rows.map((row) => [...row])];
}

function toldOf(
  { plans }: Result,
  name: string | number,
  measure: MeasureName,
  week: string | number,
): number[] {
  const bands = plans.find((plan) => plan.name === name)!.measures[measure]!;
  const at = Number(week);
  return [bands.p5[at], bands.p25[at], bands.p50[at], bands.p75[at], bands.p95[at]];
}
