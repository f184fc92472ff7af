/** Sentences say what the runs say, with their uncertainty, and no more. */
import { describe, expect, test } from "vitest";
import { defaultDocument } from "../../scenarios/index.ts";
import { widthOf } from "../../viz/charts/text.ts";
import { spreadOf } from "../../viz/store/statistics.ts";
import type { WeekSpread } from "../../scenarios/index.ts";
import { basisLead, basisText, meetingsText } from "../../viz/words/basis.ts";
import {
  crossingOf,
  differenceSentence,
  fanSentence,
  paybackLines,
  paybackSentence,
} from "../../viz/words/charts.ts";
import { headline, headlines } from "../../viz/words/headline.ts";
import { metricOf } from "../../viz/words/metrics.ts";
import { peakNotes, riseNotes } from "../../viz/words/notes.ts";
import { barsOf, planSentence, planTable, plansSentence } from "../../viz/words/plans.ts";
import { plain } from "../../viz/words/rich.ts";
import { runsText } from "../../viz/words/runs.ts";
import { standingSentence } from "../../viz/words/standing.ts";
import { statesSentence, streamsSentence, widestRows } from "../../viz/words/streams.ts";
import { bandTable, quarters } from "../../viz/words/tables.ts";
import { monthAt, monthText, spanText } from "../../viz/words/time.ts";
import { changeLines, unitOf } from "../../viz/words/units.ts";
import { inHundred, verdictOf } from "../../viz/words/verdict.ts";
import { winsWords } from "../../viz/words/wins.ts";
import { PLANS, WEEKS } from "./series.ts";
import { ENGLISH } from "./notation.kit.ts";
import { notationOf } from "../../viz/words/notation.ts";

const A = { name: "Platform first", plan: 0 };
const B = { name: "Problems first", plan: 1 };
const money = unitOf("USD", ENGLISH);
const share = unitOf("share", ENGLISH);
const NEVER: WeekSpread = { p5: null, p50: null, p95: null, never: 1 };
const IN_MONTH_28: WeekSpread = { p5: 112, p50: 121, p95: 130, never: 0 };

/** `wins` of 100 runs at +1, the others at −1, in millions. */
function outcomes(wins: number, runs = 100): Float64Array {
  return Float64Array.from({ length: runs }, (_, i) => (i < wins ? 1e6 : -1e6) * (1 + i / runs));
}

function factsOf(differences: Float64Array, paybacks: readonly WeekSpread[] = [NEVER, IN_MONTH_28]) {
  const verdict = verdictOf(differences, A, B);
  return { verdict, a: A, b: B, gap: spreadOf(differences), paybacks, weeks: 208, money };
}

describe("the headline", () => {
  test("names the winner, the gap with its range, and both paybacks", () => {
    expect(plain(headlines(factsOf(outcomes(100)))[0])).toBe(
      "Problems first ends $1.5 million ahead of Platform first ($1–1.9 million) and pays back in month 28; Platform first does not within four years",
    );
  });

  test("asks of no plan without a step that it pays back", () => {
    const won = { ...factsOf(outcomes(0), [NEVER, NEVER]), empty: [0] };
    expect(plain(headlines(won)[0])).toBe(
      "Platform first ends $1.5 million ahead of Problems first ($1–1.9 million), which does not pay back within four years",
    );
    expect(
      headlines({ ...won, paybacks: [NEVER, IN_MONTH_28] })
        .map(plain)
        .join(),
    ).not.toContain("back");
    const lost = { ...factsOf(outcomes(100)), empty: [0] };
    expect(plain(headlines(lost)[0])).toMatch(/and pays back in month 28$/);
    expect(plain(headlines({ ...lost, paybacks: [NEVER, NEVER] })[0])).toMatch(/but does not pay back/);
    expect(plain(headlines({ ...lost, a: A, b: A })[0])).toBe("Platform first has no steps yet");
  });

  test("turns round when the first plan wins", () => {
    const [first] = headlines(factsOf(outcomes(0), [NEVER, NEVER]));
    expect(plain(first)).toBe(
      "Platform first ends $1.5 million ahead of Problems first ($1–1.9 million); neither pays back within four years",
    );
  });

  test("gives the share of runs where the winner isn't clear", () => {
    expect(plain(headlines(factsOf(outcomes(80)))[2])).toBe(
      "Problems first ends ahead of Platform first in 80 of 100 runs",
    );
  });

  test("says that no difference can be told where even odds are possible", () => {
    expect(plain(headlines(factsOf(outcomes(55)))[0])).toBe(
      "No difference can be told: Problems first ends ahead of Platform first in 55 of 100 runs",
    );
  });

  test("says that plans which come to the same do so", () => {
    expect(plain(headlines(factsOf(new Float64Array(60)))[0])).toBe(
      "Problems first and Platform first come to exactly the same",
    );
  });

  test("counts the first runs and doesn't judge them", () => {
    expect(plain(headlines(factsOf(outcomes(2, 2)))[0])).toBe(
      "Problems first ends ahead of Platform first in 2 of 2 runs so far",
    );
    expect(plain(headlines(factsOf(outcomes(1, 1)))[0])).toMatch(/ in 1 of 1 run so far$/);
  });

  test("is the longest form that fits into one line, and the shortest where none does", () => {
    const facts = factsOf(outcomes(100));
    for (const width of [1376, 976, 760]) {
      const fitted = headline(facts, width);
      expect(widthOf(plain(fitted), "serifBold", 28)).toBeLessThanOrEqual(width);
    }
    expect(plain(headline(facts, 10))).toBe("Problems first ends $1.5 million ahead");
  });
});

describe("how often a plan wins", () => {
  test("98 in 100, with Wilson's interval", () => {
    const words = winsWords(verdictOf(outcomes(98), A, B), B, 208);
    expect(plain(words.count)).toBe("98 in 100");
    expect(plain(words.below)).toBe(
      "runs favour Problems first; 93 to 99 in 100 with 95% confidence, given these assumptions.",
    );
  });

  test("an open question gets no plan's colour", () => {
    const words = winsWords(verdictOf(outcomes(52), A, B), B, 208);
    expect(words.count).toEqual([{ text: "52 in 100" }]);
    expect(plain(words.below)).toContain("tells nothing yet: 42 to 62 in 100");
  });

  test("a share is never rounded to all or nothing", () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(inHundred)).toEqual([0, 1, 50, 99, 100]);
  });
});

describe("sentences of the charts", () => {
  const deep = metricOf("deepShare");

  test("the fan's is a ratio where there is one", () => {
    const verdict = verdictOf(outcomes(100), A, B);
    expect(plain(fanSentence(PLANS, { a: 0, b: 1 }, deep, share, WEEKS, verdict, ENGLISH))).toBe(
      "By month 24, Problems first has 5 times as many employees in deep practice as Platform first.",
    );
  });

  test("the fan's is a value and its spread where a plan is alone", () => {
    const one = { ...B, text: share.shortSpread({ p5: 0.4, p50: 0.5, p95: 0.6 }) };
    expect(plain(standingSentence([one], deep.noun, WEEKS, ""))).toBe(
      "By month 24, deep practice stands at 50% (40–60%) under Problems first.",
    );
    expect(plain(standingSentence([{ ...A, text: "9%" }, one], deep.noun, 0, ", redrawn"))).toBe(
      "At the start, redrawn, deep practice stands at 9% under Platform first and 50% (40–60%) under Problems first.",
    );
  });

  test("the fan's is two values where the ratio would mislead", () => {
    const [a, b] = PLANS;
    const none = { ...a, bands: { ...a.bands, p50: new Float64Array(WEEKS + 1) } };
    const verdict = verdictOf(outcomes(100), A, B);
    expect(plain(fanSentence([none, b], { a: 0, b: 1 }, deep, share, WEEKS, verdict, ENGLISH))).toBe(
      "By month 24, deep practice stands at 50% of employees under Problems first, at 0% under Platform first.",
    );
  });

  test("the fan's tells no difference where there is none to tell", () => {
    const verdict = verdictOf(outcomes(50), A, B);
    expect(plain(fanSentence(PLANS, { a: 0, b: 1 }, deep, share, WEEKS, verdict, ENGLISH))).toContain(
      "no difference between Platform first and Problems first can be told",
    );
  });

  test("cost is won by the cheaper plan", () => {
    const cost = metricOf("cost");
    const verdict = verdictOf(outcomes(100), A, B, cost.isLowerBetter);
    expect(plain(differenceSentence(verdict, B, cost, 208))).toBe(
      "By month 48, Platform first is cheaper in all 100 runs. Run by run, so that shared luck cancels out.",
    );
  });

  test("a crossing carries the range of months in which runs cross", () => {
    const verdict = verdictOf(outcomes(100), A, B);
    expect(crossingOf(verdict, deep, { p5: 82, p50: 95, p95: 113, never: 0 })?.text).toBe(
      "Ahead from month 22 (19–27)",
    );
    expect(crossingOf(verdict, deep, { p5: 0, p50: 0, p95: 0, never: 0 })).toBeUndefined();
    expect(crossingOf(verdictOf(outcomes(50), A, B), deep, IN_MONTH_28)).toBeUndefined();
  });

  test("payback names who pays back and who doesn't", () => {
    expect(plain(paybackSentence([A, B], [NEVER, IN_MONTH_28], 208))).toBe(
      "Problems first pays back in month 28; Platform first does not within four years.",
    );
    expect(plain(paybackSentence([A, B], [NEVER, NEVER], 104))).toBe("No plan pays back within two years.");
    expect(paybackLines({ ...IN_MONTH_28, never: 0.12 }, 208)).toEqual([
      "month 28 (26–30)",
      "not in 12 of 100",
    ]);
  });

  test("a peak is noted only if it doesn't last", () => {
    expect(peakNotes(PLANS, share).map((note) => note.text)).toEqual(["Peaks at 30% in month 7"]);
  });

  test("the steps before the steepest rise are noted, once a week, never those of the start", () => {
    const steps = PLANS.map(({ name }) => ({
      id: "plan",
      name,
      interventions: [
        { week: 0, kind: "council" as const },
        { week: 52, kind: "platform" as const },
        { week: 52, kind: "center" as const, experts: 4 },
      ],
    }));
    expect(riseNotes(PLANS, steps).map(({ plan, week, text }) => [plan, week, text])).toEqual([
      [1, 52, "Platform and center of excellence from month 12"],
    ]);
  });

  test("states and streams name plans and shares", () => {
    const rows = [
      { name: "Skill", values: [6, 1] },
      { name: "Engagement", values: [4, 0] },
    ];
    expect(plain(streamsSentence(rows, B, "value", 208, ENGLISH))).toBe(
      "By month 48, 60% of the value of Problems first comes from skill.",
    );
    expect(plain(streamsSentence([], B, "cost", 208, ENGLISH))).toBe(
      "By month 48, Problems first has cost nothing.",
    );
    expect(widestRows([...rows, { name: "Friction", values: [1, 1] }], 2)).toEqual([
      { name: "Skill", values: [6, 1] },
      { name: "2 others", values: [5, 1] },
    ]);
    const shares = [[0.75], [0.25]];
    expect(
      plain(
        statesSentence(
          [
            { ...B, shares },
            { ...A, shares },
          ],
          0,
          share.short,
        ),
      ),
    ).toBe("At the start, 25% practise deeply under Problems first and 25% under Platform first.");
  });
});

describe("numbers", () => {
  test("percent has no false precision", () => {
    expect([0, 0.0014, 0.046, 0.0996, 0.173, 1].map(share.short)).toEqual([
      "0%",
      "0.1%",
      "4.6%",
      "10%",
      "17%",
      "100%",
    ]);
  });

  test("money has two or three digits, its sign before the currency, and no cents", () => {
    expect([0, 12.34, 950, 4200, 12_345, 4.15e6, 41.2e6, 999.9e6, -3.1e6].map(money.short)).toEqual([
      "$0",
      "$12",
      "$950",
      "$4,200",
      "$12k",
      "$4.2m",
      "$41m",
      "$1bn",
      "−$3.1m",
    ]);
    expect(money.gapRange(28.1e6, 54.9e6)).toBe("$28–55 million");
    expect(money.gapRange(-1e6, 5e6)).toBe("−$1 to $5 million");
    expect(money.gapRange(880, 12_340)).toBe("$880–12,300");
    expect(money.changeRange(-2e5, 3e6)).toBe("−$0.2m to +$3m");
    expect(unitOf("USD", notationOf({ currency: "EUR" })).long(2e6)).toBe("€2 million");
    expect(unitOf("USD", notationOf({ currency: "SEK" })).short(2e6)).toBe("SEK 2m");
  });

  test("a range that is written alike at both ends is one number", () => {
    expect(share.shortSpread({ p5: 0.1701, p50: 0.1702, p95: 0.1703 })).toBe("17%");
    expect(money.shortSpread({ p5: -1.02e6, p50: -0.9e6, p95: -0.79e6 })).toBe("−$0.9m (−$1m to −$0.79m)");
    expect(changeLines(share, { p5: -0.02, p50: 0.01, p95: 0.04 })).toEqual(["+1 point", "(−2 to +4)"]);
  });

  test("nothing is ever −0", () => {
    expect([share.change(-0.00001), money.change(-0.4), unitOf("index", ENGLISH).change(-0.001)]).toEqual([
      "0 points",
      "$0",
      "0.00",
    ]);
  });
});

describe("time", () => {
  test("a week lies in the first month that ends at or after it", () => {
    expect([0, 1, 4, 5, 52, 70, 208].map(monthAt)).toEqual([0, 1, 1, 2, 12, 17, 48]);
    expect(monthText(0)).toBe("start");
  });

  test("spans are years where they are whole", () => {
    expect([208, 52, 78, 26].map(spanText)).toEqual(["four years", "one year", "18 months", "26 weeks"]);
  });

  test("tables hold every quarter and the end", () => {
    expect(quarters(30)).toEqual([0, 13, 26, 30]);
    const table = bandTable("Deep practice", PLANS, share, WEEKS);
    expect(table.rows.length).toBe(9);
    expect(table.rows[0]).toEqual(["Start", "0%", "0%", "0%"]);
  });
});

describe("plans", () => {
  const document = defaultDocument();

  test("a kind of step has one lane, and every step one bar", () => {
    for (const [place, plan] of document.plans.entries()) {
      const { lanes } = barsOf(plan, place);
      const steps = lanes.flat().map((bar) => bar.step);
      expect(steps.toSorted((a, b) => a - b)).toEqual(plan.interventions.map((_, i) => i));
      expect(lanes.length).toBe(new Set(plan.interventions.map((step) => step.kind)).size);
      const starts = lanes.map((bars) => bars[0].from);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }
  });

  test("the table has a row for every step", () => {
    const count = document.plans.reduce((sum, plan) => sum + plan.interventions.length, 0);
    expect(planTable(document.plans).rows.length).toBe(count);
  });

  test("plans differ in a number of ways, or do the same", () => {
    expect(plain(plansSentence(A, B, 4))).toMatch(/^Platform first and Problems first differ in 4 ways\./);
    expect(plain(plansSentence(A, B, 0))).toMatch(/^Platform first and Problems first do the same\./);
  });

  test("one plan alone is told by the number of its steps and their time", () => {
    const at = (...weeks: number[]): string =>
      plain(
        planSentence(
          B,
          weeks.map((week) => ({ week, kind: "platform" })),
        ),
      ).split(". ")[0];
    expect(at()).toBe("Problems first does nothing yet.");
    expect(at(0)).toBe("Problems first takes one step, at the start");
    expect(at(26, 26)).toBe("Problems first takes 2 steps, all in month 6");
    expect(at(104, 0, 52)).toBe("Problems first takes 3 steps, the first at the start, the last in month 24");
  });
});

test("the basis says what shading holds, and names the assumption that matters most", () => {
  const document = defaultDocument();
  expect(basisText(64, document)).toContain("Medians of 64 paired runs.");
  expect(basisText(64, document)).toContain("chance alone");
  expect(basisLead(0)).toBe(basisLead(64).replace(" 64", ""));
  const ranged = { ...document, assumptions: { joinInviteProb: { low: 0.01, high: 0.02 } } };
  expect(basisText(64, ranged)).toContain("the ranges of assumptions");
  expect(meetingsText({ attendanceFrequency: 0.2 } as Parameters<typeof meetingsText>[0], ENGLISH)).toContain(
    "every 5 weeks",
  );
});

test("the bar says how far the runs are", () => {
  expect(runsText({ kind: "running" }, 0, 400, 0.4)).toBe("first run, 40%");
  expect(runsText({ kind: "running" }, 64, 400, 1)).toBe("refining, 64 of 400 runs");
  expect(runsText({ kind: "known" }, 96, 400, 1)).toBe("96 runs, enough to tell");
  expect(runsText({ kind: "done" }, 400, 400, 1)).toBe("400 runs");
});
