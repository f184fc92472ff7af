/** Laws of axes: weeks and pixels lead to each other, ticks enclose what is drawn. */
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { yearTicks } from "../../viz/charts/axis.tsx";
import { scaleOf, timeMargins, timeScale, weekAt } from "../../viz/charts/geometry.ts";
import { DARK, LIGHT } from "../../viz/charts/palette.ts";
import { SMALL, widthOf } from "../../viz/charts/text.ts";
import { enclosingTicks } from "../../viz/charts/ticks.ts";
import { DOTS } from "../../viz/charts/dots.ts";
import { placeDots, winsGround } from "../../viz/charts/wins.tsx";

const weeks = fc.integer({ min: 1, max: 1040 });
const width = fc.integer({ min: 320, max: 2560 });

describe("the time axis", () => {
  test("the pixel of a week leads back to the week", () => {
    fc.assert(
      fc.property(weeks, width, fc.nat(), (last, wide, n) => {
        const week = n % (last + 1);
        const size = { width: Math.max(wide, last), height: 100 };
        const time = timeScale(last, size, { ...timeMargins(size.width), top: 0, bottom: 0 });
        // Below one pixel a week, rounding to 0.01 still tells weeks apart.
        expect(weekAt(time, time(week), last)).toBe(week);
      }),
    );
  });

  test("a pixel outside the plot leads to its first or last week", () => {
    const time = scaleOf([0, 208], [50, 780]);
    expect(weekAt(time, -400, 208)).toBe(0);
    expect(weekAt(time, 4000, 208)).toBe(208);
  });

  test("labels of years never touch", () => {
    fc.assert(
      fc.property(weeks, width, (last, wide) => {
        const x = timeScale(last, { width: wide, height: 100 }, { ...timeMargins(wide), top: 0, bottom: 0 });
        const boxes = yearTicks(last, x).map(({ week, text }) => {
          const half = widthOf(text, "sans", SMALL) / 2;
          return { left: x(week) - half, right: x(week) + half };
        });
        for (let i = 1; i < boxes.length; i++) expect(boxes[i].left).toBeGreaterThan(boxes[i - 1].right);
      }),
    );
  });
});

describe("ticks", () => {
  test("they enclose the values, evenly, and are never more than asked", () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000);
    fc.assert(
      fc.property(value, value, fc.integer({ min: 4, max: 8 }), (a, b, most) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(high > low);
        const { values, domain } = enclosingTicks(low, high, most);
        expect(domain[0]).toBeLessThanOrEqual(low);
        expect(domain[1]).toBeGreaterThanOrEqual(high);
        expect(values.length).toBeLessThanOrEqual(most);
        expect(values.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  test("they are the nearest doubles to the decimals they show", () => {
    expect(enclosingTicks(0, 0.55, 5).values).toEqual([0, 0.2, 0.4, 0.6]);
    expect(enclosingTicks(-0.02, 0.07, 5).values).toEqual([-0.05, 0, 0.05, 0.1]);
  });
});

describe("quantile dots", () => {
  const values = fc.array(fc.double({ min: -1e7, max: 1e7, noNaN: true }), {
    minLength: DOTS,
    maxLength: DOTS,
  });

  test("there are always fifty, inside the chart, on their winner's side of zero", () => {
    fc.assert(
      fc.property(values, (drawn) => {
        const quantiles = drawn.toSorted((a, b) => a - b);
        const ground = winsGround(quantiles, 384);
        const { dots, radius } = placeDots(quantiles, ground, 116);
        expect(dots.length).toBe(DOTS);
        for (const dot of dots) {
          expect(dot.y).toBeGreaterThanOrEqual(0);
          if (ground.gap !== undefined) continue;
          if (dot.value < 0) expect(dot.x + radius).toBeLessThanOrEqual(ground.x(0) + 0.5);
          else expect(dot.x - radius).toBeGreaterThanOrEqual(ground.x(0) - 0.5);
        }
      }),
    );
  });

  test("no two dots lie over each other", () => {
    fc.assert(
      fc.property(values, (drawn) => {
        const quantiles = drawn.toSorted((a, b) => a - b);
        const { dots } = placeDots(quantiles, winsGround(quantiles, 384), 116);
        expect(new Set(dots.map(({ x, y }) => `${x} ${y}`)).size).toBe(DOTS);
      }),
    );
  });

  test("where every run is far from equal, the axis is broken and says so", () => {
    const quantiles = Array.from({ length: DOTS }, (_, i) => 38 + i / 10);
    const ground = winsGround(quantiles, 384);
    expect(ground.gap).toBeDefined();
    expect(ground.ticks[0]).toBeGreaterThan(0);
  });
});

test("the page's colours are the charts' colours", () => {
  const style = readFileSync(new URL("../../viz/style.css", import.meta.url), "utf8");
  const colourOf = (name: string): string => new RegExp(`--${name}: light-dark\\((.*)\\)`).exec(style)![1];
  for (const name of ["paper", "ink", "secondary", "rule"] as const) {
    expect(colourOf(name)).toBe(`${LIGHT[name]}, ${DARK[name]}`);
  }
  LIGHT.plans.forEach((colour, i) => expect(colourOf(`plan-${i + 1}`)).toBe(`${colour}, ${DARK.plans[i]}`));
  LIGHT.states.forEach((colour, i) =>
    expect(colourOf(`state-${i + 1}`)).toBe(`${colour}, ${DARK.states[i]}`),
  );
});
