/** Charts with more in them than there is room for: what is left is whole, and nothing lies over anything else. */
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { ValueRules } from "../../viz/charts/axis.tsx";
import { EndLabels } from "../../viz/charts/end-labels.tsx";
import { scaleOf, type Box } from "../../viz/charts/geometry.ts";
import { goalBoxes } from "../../viz/charts/goal.tsx";
import { placeNotes } from "../../viz/charts/notes.tsx";
import { observedBoxes } from "../../viz/charts/observed.tsx";
import { LIGHT } from "../../viz/charts/palette.ts";
import { SpendMarks } from "../../viz/charts/spend.tsx";
import { SMALL, widthOf } from "../../viz/charts/text.ts";

const BOTTOM = 226;

function labelled(plans: number, wanted?: readonly number[]) {
  const labels = Array.from({ length: plans }, (_, plan) => ({
    plan,
    name: `A plan of many words, number ${plan}`,
    lines: [`${plan}% (0–99%)`],
    y: 60,
  }));
  const props = { labels, wanted, x: 0, width: 160, top: 0, bottom: BOTTOM, palette: LIGHT };
  const svg = renderToString(<EndLabels {...props} />);
  const baselines = Array.from(svg.matchAll(/ y="([-\d.]+)"/g), ([, y]) => Number(y));
  const values = Array.from(svg.matchAll(/>(\d+)% \(0–99%\)</g), ([, plan]) => Number(plan));
  return { baselines: baselines.toSorted((a, b) => a - b), values, names: svg.split("<text").length - 1 };
}

test.each([2, 5, 8, 10, 40])("the labels of %i plans lie within the chart, a line apart", (plans) => {
  const { baselines } = labelled(plans, [0, 1]);
  expect(baselines[0]).toBeGreaterThanOrEqual(10);
  expect(baselines.at(-1)).toBeLessThanOrEqual(BOTTOM);
  for (let i = 1; i < baselines.length; i++)
    expect(baselines[i] - baselines[i - 1]).toBeGreaterThanOrEqual(16);
});

test("where there is no room for all, the plans compared keep their values, then all keep their names", () => {
  expect(labelled(3, [0, 1]).values).toEqual([0, 1, 2]);
  expect(labelled(8, [5, 7])).toMatchObject({ values: [5, 7, 0, 1], names: 8 });
  expect(labelled(10, [5, 7])).toMatchObject({ values: [5, 7], names: 9 });
});

const plot = {
  x: scaleOf([0, 104], [50, 300]),
  y: scaleOf([0, 1], [220, 20]),
  left: 50,
  right: 300,
  top: 20,
  bottom: 220,
};
const isApart = (a: Box, b: Box): boolean =>
  a.left + a.width <= b.left ||
  b.left + b.width <= a.left ||
  a.top + a.height <= b.top ||
  b.top + b.height <= a.top;

test("a note keeps off the goal's words and rule, and off what was seen", () => {
  const taken = [
    ...goalBoxes({ week: 80, value: 0.5, text: "Goal: 50% by month 18" }, plot),
    ...observedBoxes({ weeks: [20, 40, 60], values: [0.3, 0.4, 0.42] }, plot.x, plot.y),
  ];
  const notes = [0.2, 0.4, 0.45, 0.5].flatMap((value) =>
    [10, 40, 80].map((week) => ({ plan: 0, week, value, text: "The board meets" })),
  );
  const placed = notes.flatMap((note) => placeNotes([note], [], plot, taken));
  expect(placed.length).toBeGreaterThan(notes.length / 2);
  for (const note of placed)
    expect([note.week, note.value, taken.filter((box) => !isApart(note, box))]).toEqual([
      note.week,
      note.value,
      [],
    ]);
});

test("a reader's own note is drawn over the goal rather than left out", () => {
  const all = { left: plot.left, top: plot.top, width: 250, height: 200 };
  const note = { plan: 0, week: 40, value: 0.4, text: "The board meets" };
  expect(placeNotes([note], [], plot, [all])).toEqual([]);
  expect(placeNotes([{ ...note, plan: -1 }], [], plot, [all]).length).toBe(1);
});

test("a number too long for the margin keeps its sign", () => {
  const words = (value: number): string => `−CHF ${value}`;
  const props = { values: [5, 5000], y: plot.y, left: 48, right: 300, palette: LIGHT, text: words };
  const svg = renderToString(<ValueRules {...props} />);
  const starts = Array.from(
    svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]+)</g),
    ([, end, text]) => Number(end) - widthOf(text, "sans", SMALL),
  );
  expect(starts.length).toBe(2);
  for (const start of starts) expect(start).toBeGreaterThanOrEqual(0);
});

test("of many years only those are named whose names have room", () => {
  const spread = { p5: 1, p50: 2, p95: 3 };
  const years = Array.from({ length: 20 }, (_, i) => ({ name: `year ${i + 1}`, spends: [spread, spread] }));
  const data = { years, plans: [0, 1], axisText: String };
  const svg = renderToString(<SpendMarks data={data} size={{ width: 358, height: 180 }} palette={LIGHT} />);
  const named = Array.from(svg.matchAll(/<text x="([\d.]+)"[^>]*>(year \d+)</g), ([, x, name]) => {
    const half = widthOf(name, "sans", SMALL) / 2;
    return { name, left: Number(x) - half, right: Number(x) + half };
  });
  expect(named[0].name).toBe("year 1");
  expect(named.length).toBeGreaterThan(3);
  for (let i = 1; i < named.length; i++) expect(named[i].left).toBeGreaterThan(named[i - 1].right);
});
