/** What the editor says and how it lays out: lanes, spans, assumptions, sketches. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PARAMETERS } from "../../engine/index.ts";
import type { Plan } from "../../scenarios/index.ts";
import { plansLayout, type PlansData } from "../../viz/charts/plans.tsx";
import { assumptionNote, numberText, sliderOf, THEMES, valueText } from "../../viz/words/assumptions.ts";
import { KINDS, usualStep } from "../../viz/words/fields.ts";
import { barsOf, lanesOf, planTable, spanWords } from "../../viz/words/plans.ts";
import { plain } from "../../viz/words/rich.ts";
import { changeSentence } from "../../viz/words/sketches.ts";
import { ENGLISH } from "./notation.kit.ts";

function planWith(...interventions: Plan["interventions"]): Plan {
  return { id: "x", name: "X", interventions };
}

const anyStep = fc.tuple(fc.constantFrom(...KINDS), fc.nat(207)).map(([kind, week]) => usualStep(kind, week));

describe("lanes", () => {
  test("an open bar ends with the stop of its kind, which has no bar of its own", () => {
    const plan = planWith(
      { week: 0, kind: "platform" },
      { week: 80, kind: "stop", what: "platform" },
      { week: 100, kind: "platform" },
    );
    expect(lanesOf(plan)).toEqual([[0, 2]]);
    const [lane] = barsOf(plan, 0).lanes;
    expect(lane.map(({ from, to }) => [from, to])).toEqual([
      [0, 80],
      [100, undefined],
    ]);
    expect(spanWords(plan, 0)).toBe("week 0 to week 80");
    expect(spanWords(plan, 2)).toBe("week 100 to the end");
  });

  test("a stop of nothing has a mark, so that it can be taken away", () => {
    expect(lanesOf(planWith({ week: 10, kind: "stop", what: "council" }))).toEqual([[0]]);
    const scoped = { week: 10, kind: "stop", what: "platform", scope: { units: ["Unit 1"] } } as const;
    expect(
      lanesOf(planWith({ week: 0, kind: "platform" }, { ...scoped, scope: { units: ["Unit 1"] } })),
    ).toEqual([[0, 1]]);
  });

  test("what overlaps or begins together has lanes of its own", () => {
    const plan = planWith(
      { week: 0, kind: "campaign", weeks: 12, intensity: 1 },
      { week: 6, kind: "campaign", weeks: 12, intensity: 1 },
      { week: 12, kind: "campaign", weeks: 2, intensity: 1 },
      { week: 6, kind: "communities", count: 3 },
      { week: 6, kind: "communities", count: 4 },
    );
    expect(lanesOf(plan)).toEqual([[0, 2], [1], [3], [4]]);
  });

  test("every step can be held somewhere: it has one bar, or is the end of another", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 25 }), (interventions) => {
        const plan = planWith(...interventions);
        const data: PlansData = { weeks: 208, plans: [barsOf(plan, 0)] };
        const bars = data.plans[0].lanes.flat();
        const held = new Set(bars.map((bar) => bar.step));
        expect(held.size).toBe(bars.length);
        interventions.forEach((step, i) => {
          if (!held.has(i)) expect(bars.some((bar) => bar.to === step.week)).toBe(true);
        });
        for (const width of [300, 952]) {
          const layout = plansLayout(data, width);
          for (const { x, y, width: wide, height } of layout.bars) {
            expect(wide).toBeGreaterThan(0);
            expect(x).toBeGreaterThanOrEqual(layout.x(0));
            expect(y + height).toBeLessThan(layout.axis);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

test("the table tells start, end and numbers of every step", () => {
  const plan = planWith(
    { week: 0, kind: "sponsor" },
    { week: 4, kind: "campaign", weeks: 8, intensity: 0.5 },
    { week: 26, kind: "center", experts: 3 },
  );
  expect(planTable([plan]).rows).toEqual([
    ["Sponsor won", "X", "week 0", "at once", "start"],
    ["Campaign at 0.5, 8 weeks", "X", "week 4", "week 12", "month 1"],
    ["Center of excellence, 3 experts", "X", "week 26", "runs on", "month 6"],
  ]);
});

describe("assumptions", () => {
  test("every parameter has a heading for its theme and a note without holes", () => {
    for (const row of PARAMETERS) {
      expect(THEMES[row.theme]).toBeDefined();
      expect(assumptionNote(row, row.default, ENGLISH)).toMatch(/^Usually \S.*; grade [ABCD], [^;]*\.$/);
      expect(assumptionNote(row, row.default, ENGLISH)).not.toMatch(/undefined|NaN/);
    }
  });

  test("a slider holds the default between its ends, or there is none", () => {
    for (const row of PARAMETERS) {
      const slider = sliderOf(row);
      if (slider === undefined) continue;
      expect(slider.from).toBe(row.low);
      expect(slider.to).toBe(row.high);
      expect(slider.step).toBeGreaterThan(0);
      if (row.unit === "people") expect(slider.step).toBe(1);
    }
  });

  test("numbers are written as people write them", () => {
    expect(numberText(0.00641025641025641, ENGLISH)).toBe("0.00641");
    expect(numberText(1_000_000, ENGLISH)).toBe("1,000,000");
    expect(valueText({ low: 0.1, high: 2 }, ENGLISH)).toBe("0.1 to 2");
  });
});

test("while a change waits, the sentence says what is grey and what is a sketch", () => {
  const plan = { plan: 0, name: "Ours" };
  expect(plain(changeSentence([], [plan], [plan], ENGLISH))).toBe("Grey: Ours before the change.");
  expect(plain(changeSentence([plan], [plan], [plan], ENGLISH))).toBe(
    "Grey: Ours before the change. Dotted: a sketch by a stand-in of 1,000 employees, not a result.",
  );
  expect(changeSentence([], [], [plan], ENGLISH)).toEqual([]);
});
