/** Golden text of every chart, the picture that page, exports and terminal share; re-mint only with a reason. */
import { expect, test } from "vitest";
import { medianPaths } from "../../viz/charts/difference.tsx";
import { fanFrame } from "../../viz/charts/fan.tsx";
import { scaleOf } from "../../viz/charts/geometry.ts";
import { CHARTS } from "./cases/cases.ts";
import { FAN } from "./cases/compare.tsx";
import { chartText } from "./cases/text.ts";

test.each(Object.entries(CHARTS))("%s keeps its text", async (name, chart) => {
  const text = chartText(chart());
  expect(text).not.toMatch(/NaN|undefined|Infinity|<b>/);
  // Coordinates are rounded to 0.01.
  expect(text).not.toMatch(/\d\.\d{3,}/);
  await expect(text).toMatchFileSnapshot(`golden/${name}.svg`);
});

test("the axis reaches for a goal above all curves", () => {
  const { ticks } = fanFrame({ ...FAN, reach: [0.95] }, { width: 952, height: 244 });
  expect(ticks.at(-1)).toBe(1);
});

test("the median of a difference is cut exactly where it meets zero", () => {
  const x = scaleOf([0, 4], [0, 400]);
  const y = scaleOf([-1, 1], [100, 0]);
  expect(medianPaths([-1, -1, 1, 1, 0], x, y)).toEqual([
    { path: "M0,100L100,100L150,50", isAbove: false },
    { path: "M150,50L200,0L300,0L400,50", isAbove: true },
  ]);
});
