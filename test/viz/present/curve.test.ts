/** The stage's curve stays in its picture at two sizes, and gives nothing away of what is to come. */
import { describe, expect, test } from "vitest";
import type { Size } from "../../../viz/charts/geometry.ts";
import { curveFrame, valueAt } from "../../../viz/present/curve.tsx";
import { CURVE, drawnCurve } from "../cases/people.tsx";
import { chartText } from "../cases/text.ts";
import { PLANS, WEEKS } from "../series.ts";

const WIDE: Size = { width: 340, height: 190 };
const LOW: Size = { width: 300, height: 110 };

function drawn(size: Size, week: number): string {
  return chartText(drawnCurve(CURVE, size, week));
}

describe("the stage's curve", () => {
  test("stays within its picture at every week and size", () => {
    for (const size of [WIDE, LOW]) {
      for (let week = 0; week <= WEEKS; week += 4) {
        const text = drawn(size, week);
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
        for (const [, x] of text.matchAll(/<circle cx="([^"]+)"/g)) {
          expect(Number(x)).toBeGreaterThan(0);
          expect(Number(x)).toBeLessThan(size.width);
        }
      }
    }
  });

  test("has an axis for what has come, whatever comes later", () => {
    const early = curveFrame({ ...CURVE, roomWeek: 10, plans: [PLANS[1]] }, WIDE);
    const later = {
      ...PLANS[1].bands,
      p95: Array.from(PLANS[1].bands.p95, (value, week) => (week > 10 ? 9 : value)),
    };
    const changed = { ...CURVE, roomWeek: 10, plans: [{ ...PLANS[1], bands: later }] };
    expect(curveFrame(changed, WIDE).ticks).toEqual(early.ticks);
  });

  test("reads values between weeks in proportion", () => {
    expect(valueAt([0, 10, 20], 1.5)).toBe(15);
    expect(valueAt([0, 10, 20], 7)).toBe(20);
  });
});
