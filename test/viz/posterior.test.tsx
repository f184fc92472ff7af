/** Bands over observed weeks: parted at gaps, with a mark for a lone week, and nothing beside the picture. */
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { LIGHT } from "../../viz/charts/palette.ts";
import { PosteriorMarks, stretchesOf, type PosteriorData } from "../../viz/charts/posterior.tsx";

const observed = [2, 6, 10, 40, 60, 61];
const DATA: PosteriorData = {
  weeks: 61,
  observed,
  values: observed.map((week) => week / 100),
  p5: observed.map((week) => week / 120),
  p50: observed.map((week) => week / 100),
  p95: observed.map((week) => week / 80),
  plan: 0,
  axisText: (value) => String(value),
  label: { name: "Platform first", lines: ["61% (51–76%)", "seen 61%"] },
  read: { at: 3, text: { strong: "month 10", quiet: "week 40" } },
};

test("weeks are parted where a quarter or more between them is unknown", () => {
  expect(stretchesOf(observed)).toEqual([
    [0, 3],
    [3, 4],
    [4, 6],
  ]);
  expect(stretchesOf([5, 18])).toEqual([[0, 2]]);
  expect(stretchesOf([])).toEqual([]);
});

test.each([1440, 358, 260])("every band, median and dot is drawn within %i pixels", (width) => {
  const svg = render(<PosteriorMarks data={DATA} size={{ width, height: 220 }} palette={LIGHT} />);
  expect(svg.match(/fill-opacity/g)).toHaveLength(3);
  expect(svg.match(/<circle/g)).toHaveLength(observed.length);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  for (const [, x, y] of svg.matchAll(/(?<=[ML"])(-?[\d.]+),(-?[\d.]+)/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(0);
    expect(Number(x)).toBeLessThanOrEqual(width);
    expect(Number(y)).toBeGreaterThanOrEqual(0);
    expect(Number(y)).toBeLessThanOrEqual(220);
  }
  expect(svg).toContain("Platform");
  expect(svg).toContain("month 10");
});
