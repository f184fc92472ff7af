/** Answers in words: the league of orders, goals, what takes how long. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { orderLeague, ORDERS, planOfOrder } from "../../scenarios/index.ts";
import { basisSentence } from "../../viz/words/drivers.ts";
import { goalText } from "../../viz/words/goal-text.ts";
import { reachSentence, reachTable } from "../../viz/words/goal.ts";
import { leagueSentence, leagueTable, ordinal, orderName, orderSentence } from "../../viz/words/league.ts";
import { metricOf } from "../../viz/words/metrics.ts";
import { plain } from "../../viz/words/rich.ts";
import { unitOf } from "../../viz/words/units.ts";
import { secondsText, workingText } from "../../viz/words/working.ts";
import { engineEvaluation, settingOf } from "../scenarios/evaluation.ts";
import { ENGLISH } from "./notation.kit.ts";

const money = unitOf("USD", ENGLISH);
const share = unitOf("share", ENGLISH);
const setting = settingOf({ weeks: 30 }, 30);
const league = await orderLeague(setting, { runs: 2 }, engineEvaluation(setting));

test("the league's sentence tells the source's rank, and whom it beats", () => {
  const { beats, isBeatenBy, undecided } = league.sourceAgainst;
  expect(plain(leagueSentence(league, money))).toContain(
    `The source’s order, communities, council, center, tribe, platform, is ${ordinal(league.source.rank)} of 120: ` +
      `it beats ${beats}, is beaten by ${isBeatenBy}, and can’t be told from ${undecided}.`,
  );
});

test("what comes first is told only where it can be told", () => {
  const told = (low: number, high: number): string =>
    plain(
      leagueSentence({ ...league, communityLessPlatform: { value: (low + high) / 2, low, high } }, money),
    );
  expect(told(900, 1100)).toContain("communities first are worth $1,000 a head more");
  expect(told(-1100, -900)).toContain("the platform first are worth $1,000 a head more");
  expect(told(-100, 300)).toContain("no difference that can be told");
});

test("a stand-in is told with its own difference beside the company's", () => {
  expect(basisSentence(8, 10_000, false, ENGLISH)).toBe(
    "Means of 8 paired runs on all 10,000 employees. Lines in ink: 95% intervals.",
  );
  expect(basisSentence(8, 1000, true, ENGLISH, { of: { standIn: 0.1, company: 0.2 }, unit: share })).toBe(
    "Means of 8 paired runs on a stand-in of 1,000 employees. Lines in ink: 95% intervals. " +
      "The stand-in’s gap is +10 where the company’s is +20: look at the order more than at the sizes.",
  );
  expect(basisSentence(8, 1000, true, ENGLISH)).toContain("only roughly the company");
});

test("the table has every order once, best first, and marks the source's", () => {
  const { rows } = leagueTable(league, money);
  expect(new Set(rows.map(([name]) => name))).toEqual(new Set(ORDERS.map(orderName)));
  expect(rows.filter((row) => row[4] !== "").map(([name]) => name)).toEqual([orderName("CKETP")]);
  expect(orderSentence(league.orders[0], 120, money)).toMatch(/: 1st of 120, worth .* a head, spending /);
});

test("every order's plan is the five interventions, each in its slot", () => {
  for (const order of ORDERS) {
    const weeks = planOfOrder(order, 10_000, 208).filter(
      ({ kind }) => kind !== "measure" && kind !== "campaign",
    );
    expect(weeks.map(({ week }) => week)).toEqual([0, 26, 52, 78, 104]);
  }
});

test.each([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
  [11, "11th"],
  [12, "12th"],
  [21, "21st"],
  [111, "111th"],
  [113, "113th"],
  [120, "120th"],
])("%i is written %s", (n, text) => {
  expect(ordinal(n)).toBe(text);
});

const GOAL = { measure: "deepShare", value: 0.3, week: 104 } as const;
const PLAN = { name: "Problems first", plan: 1 };

test("a goal is told with how often it is reached, and how sure that is", () => {
  const metric = metricOf("deepShare");
  expect(goalText(GOAL, share)).toBe("Goal: 30% by month 24");
  expect(plain(reachSentence(GOAL, [{ plan: PLAN, share: 0.12, runs: 400 }], metric, share))).toBe(
    "Deep practice of at least 30% at month 24: Problems first in 12 of 100 runs (9 to 16).",
  );
  const all = [{ plan: PLAN, share: 1, runs: 4 }];
  expect(plain(reachSentence(GOAL, all, metric, share, 4))).toMatch(
    /in all of 4 runs \(51 to 100 in 100\)\. This stands on the 4 runs made here\.$/,
  );
  const some = (reached: number, runs: number): string =>
    plain(reachSentence(GOAL, [{ plan: PLAN, share: reached, runs }], metric, share));
  expect(some(2 / 3, 3)).toContain("Problems first in 2 of 3 runs (20 to 94 in 100).");
  expect(some(1, 1)).toContain("Problems first in the one run (20 to 100 in 100).");
  expect(some(0, 1)).toContain("Problems first not in the one run (0 to 80 in 100).");
  expect(some(1, 100)).toContain("in all of 100 runs (96 to 100 in 100).");
  const never = [{ plan: PLAN, share: 0, runs: 50 }];
  expect(plain(reachSentence(GOAL, never, metric, share))).toContain("in none of 50 runs (0 to 8 in 100)");
  expect(reachTable(GOAL, never, metric, share, ENGLISH).rows).toEqual([
    ["Problems first", "0.0", "0.0 to 7.1"],
  ]);
  expect(reachTable(GOAL, never, metric, share, ENGLISH).caption).toContain(": share of 50 runs, and");
  expect(reachTable({ ...GOAL, week: 0 }, all, metric, share, ENGLISH).caption).toMatch(
    /^[^:]* at the start:/,
  );
});

test("less is better where a measure costs", () => {
  const goal = { measure: "cost", value: 1e6, week: 52 } as const;
  const text = plain(reachSentence(goal, [{ plan: PLAN, share: 1, runs: 50 }], metricOf("cost"), money));
  expect(text).toMatch(/^Cost of at most \$1 million at month 12: Problems first in all of 50 runs/);
});

test("time left is never told more exactly than it is known", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (seconds) => {
      expect(secondsText(seconds)).toMatch(
        /^(a few seconds|about [1-5]0 seconds|about a minute|about \d+ minutes|about an hour|about \d+ hours)$/,
      );
    }),
  );
  const working = { kind: "working", share: 0.431, secondsLeft: 21, isWaiting: false } as const;
  expect(workingText(working)).toBe("43%, about 20 seconds left");
  expect(workingText({ ...working, isWaiting: true })).toBe(
    "43%; waits until the runs of the curves are done",
  );
  expect(workingText({ ...working, secondsLeft: undefined })).toBe("43%");
});
