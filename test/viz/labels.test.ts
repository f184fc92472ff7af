/** Laws of the labels: never over each other, in the order of their curves, as near as they can be. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeLabels } from "../../viz/charts/labels.ts";
import { fitText, widthOf, wrapText } from "../../viz/charts/text.ts";
import { placeNotes } from "../../viz/charts/notes.tsx";
import { scaleOf } from "../../viz/charts/geometry.ts";
import { bandsAround, late, peaked } from "./series.ts";

const BOTTOM = 400;
const wishes = fc.array(
  fc.record({ y: fc.integer({ min: -50, max: 450 }), height: fc.integer({ min: 8, max: 40 }) }),
  { minLength: 1, maxLength: 8 },
);

describe("placing labels", () => {
  test("no two labels overlap and none leaves the chart, while they fit", () => {
    fc.assert(
      fc.property(wishes, (labels) => {
        const middles = placeLabels(labels, 0, BOTTOM);
        const boxes = labels
          .map(({ height }, i) => ({ top: middles[i] - height / 2, bottom: middles[i] + height / 2 }))
          .toSorted((a, b) => a.top - b.top);
        const total = labels.reduce((sum, { height }) => sum + height, 0);
        fc.pre(total <= BOTTOM);
        expect(boxes[0].top).toBeGreaterThanOrEqual(-1e-9);
        expect(boxes.at(-1)!.bottom).toBeLessThanOrEqual(BOTTOM + 1e-9);
        for (let i = 1; i < boxes.length; i++) {
          expect(boxes[i].top).toBeGreaterThanOrEqual(boxes[i - 1].bottom - 1e-9);
        }
      }),
    );
  });

  test("labels of one height stay in the order of their curves", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: BOTTOM }), { minLength: 2, maxLength: 8 }), (ys) => {
        const middles = placeLabels(
          ys.map((y) => ({ y, height: 20 })),
          0,
          BOTTOM,
        );
        for (let i = 0; i < ys.length; i++) {
          for (let j = 0; j < ys.length; j++) if (ys[i] < ys[j]) expect(middles[i]).toBeLessThan(middles[j]);
        }
      }),
    );
  });

  test("a label with room stays where its curve ends", () => {
    expect(
      placeLabels(
        [
          { y: 100, height: 32 },
          { y: 300, height: 32 },
        ],
        0,
        BOTTOM,
      ),
    ).toEqual([100, 300]);
  });

  test("two labels at one place share the way", () => {
    expect(
      placeLabels(
        [
          { y: 100, height: 32 },
          { y: 100, height: 32 },
        ],
        0,
        BOTTOM,
      ),
    ).toEqual([84, 116]);
  });
});

describe("notes", () => {
  const plot = {
    x: scaleOf([0, 104], [50, 780]),
    y: scaleOf([0, 0.6], [220, 20]),
    left: 50,
    right: 780,
    top: 20,
    bottom: 220,
  };

  test("a note covers no band, and a second one not the first", () => {
    const note = { plan: 0, week: 30, value: 0.3, text: "Peaks at 30% in month 7" };
    const placed = placeNotes([note, note], [bandsAround(peaked), bandsAround(late)], plot);
    expect(placed.length).toBe(2);
    const [first, second] = placed;
    const isApart =
      first.left + first.width < second.left ||
      second.left + second.width < first.left ||
      first.top + first.height <= second.top ||
      second.top + second.height <= first.top;
    expect(isApart).toBe(true);
  });

  test("a note without a free place is left out", () => {
    const full = { p5: [0, 0], p25: [0, 0], p50: [0.3, 0.3], p75: [0.6, 0.6], p95: [0.6, 0.6] };
    const note = { plan: 0, week: 1, value: 0.3, text: "Peaks" };
    expect(placeNotes([note], [full], { ...plot, x: scaleOf([0, 1], [50, 780]), left: 700 })).toEqual([]);
  });
});

describe("text", () => {
  test("a text that is cut always fits, and ends with an ellipsis", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 20, max: 200 }),
        (text, width) => {
          const fitted = fitText(text, "sans", 13, width);
          expect(widthOf(fitted, "sans", 13)).toBeLessThanOrEqual(width);
          if (fitted !== text && fitted !== "") expect(fitted.endsWith("…")).toBe(true);
        },
      ),
    );
  });

  test("a name is wrapped at spaces into as many lines as it may have", () => {
    expect(wrapText("The same, platform first", "sansBold", 13, 100, 2)).toEqual([
      "The same,",
      "platform first",
    ]);
  });
});
