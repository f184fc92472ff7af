/** The stage's curve: as minted, at two sizes; what is to come is not given away. */
import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Chart } from "../../../viz/charts/chart.tsx";
import type { Size } from "../../../viz/charts/geometry.ts";
import { DARK } from "../../../viz/charts/palette.ts";
import {
  curveAxes,
  curveFrame,
  curveGuess,
  curveLines,
  curveMoment,
  valueAt,
  type CurveData,
} from "../../../viz/present/curve.tsx";
import { PLANS, WEEKS } from "../series.ts";

const WIDE: Size = { width: 340, height: 190 };
const LOW: Size = { width: 300, height: 110 };

const DATA: CurveData = {
  weeks: WEEKS,
  roomWeek: WEEKS,
  plans: PLANS.slice(0, 2),
  runs: [PLANS[0].bands.p25, undefined],
  axisText: (value, isTop) => `${Math.round(value * 100)}${isTop ? "%" : ""}`,
  valueText: (value) => `${Math.round(value * 100)}%`,
  guess: { from: 20, values: [0.2, 0.3, 0.9] },
};

function drawn(data: CurveData, size: Size, week: number): string {
  return render(
    <Chart size={size} label="Curve">
      {curveAxes(data, size, DARK)}
      {curveLines(data, size, DARK)}
      {curveGuess(data, size, DARK)}
      {curveMoment(data, size, DARK, week)}
    </Chart>,
  ).replaceAll("><", ">\n<");
}

describe("the stage's curve", () => {
  test("is as minted", async () => {
    // Coordinates are rounded to 0.01.
    expect(drawn(DATA, WIDE, 30.5)).not.toMatch(/\d\.\d{3,}/);
    await expect(drawn(DATA, WIDE, 30.5)).toMatchFileSnapshot("../golden/stage-curve.svg");
  });

  test("stays within its picture at every week and size", () => {
    for (const size of [WIDE, LOW]) {
      for (let week = 0; week <= WEEKS; week += 4) {
        const text = drawn(DATA, size, week);
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
        for (const [, x] of text.matchAll(/<circle cx="([^"]+)"/g)) {
          expect(Number(x)).toBeGreaterThan(0);
          expect(Number(x)).toBeLessThan(size.width);
        }
      }
    }
  });

  test("has an axis for what has come, whatever comes later", () => {
    const early = curveFrame({ ...DATA, roomWeek: 10, plans: [PLANS[1]] }, WIDE);
    const later = {
      ...PLANS[1].bands,
      p95: Array.from(PLANS[1].bands.p95, (value, week) => (week > 10 ? 9 : value)),
    };
    const changed = { ...DATA, roomWeek: 10, plans: [{ ...PLANS[1], bands: later }] };
    expect(curveFrame(changed, WIDE).ticks).toEqual(early.ticks);
  });

  test("reads values between weeks in proportion", () => {
    expect(valueAt([0, 10, 20], 1.5)).toBe(15);
    expect(valueAt([0, 10, 20], 7)).toBe(20);
  });
});
