/** From runs to the result: hand-computed numbers first, then laws. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENGINE_VERSION, MEASURES, MEASURE_INDEX, type MeasureName } from "../../engine/index.ts";
import {
  addReplicate,
  createTally,
  DIFFERENCE_MEASURES,
  documentSha256,
  parseDocument,
  resultDigest,
  summarize,
  type Document,
  type RunColumns,
  type Tally,
} from "../../scenarios/index.ts";
import { quantile } from "../../scenarios/quantile.ts";
import { smallDocument } from "./questions.ts";

type Series = Partial<Record<MeasureName, readonly number[]>>;

/** A run with some series given and the rest 0. */
function trace(weeks: number, given: Series, digest = "d"): RunColumns {
  const columns = new Float64Array(MEASURES.length * (weeks + 1));
  for (const [name, values] of Object.entries(given))
    columns.set(values, MEASURE_INDEX[name as MeasureName] * (weeks + 1));
  return { weeks, columns, digest };
}

/** A tally of two plans over 4 weeks: net values of a and b by replicate. */
function tallyOf(pairs: readonly (readonly [readonly number[], readonly number[]])[]): Tally {
  const tally = createTally(smallDocument());
  for (const [replicate, [a, b]] of pairs.entries()) {
    addReplicate(tally, replicate, [trace(4, { netValue: a }), trace(4, { netValue: b })]);
  }
  return tally;
}

const zeros = [0, 0, 0, 0, 0];

describe("the result", () => {
  test("says what it is of", () => {
    const document = smallDocument();
    const tally = createTally(document);
    addReplicate(tally, 0, [trace(4, {}, "0a"), trace(4, {}, "0b")]);
    const { plans, differences, ...head } = summarize(tally);
    expect(head).toEqual({
      schemaVersion: 1,
      engine: ENGINE_VERSION,
      document: documentSha256(document),
      digest: resultDigest(tally),
      weeks: 4,
      runs: 1,
    });
    expect(plans.map(({ id, name }) => [id, name])).toEqual([
      ["a", "A"],
      ["b", "B"],
    ]);
    expect(Object.keys(plans[0].measures)).toEqual(MEASURES.map((row) => row.name));
    expect(new Set(Object.keys(plans[0].final))).toEqual(
      new Set([...MEASURES.map((row) => row.name), "paybackWeek", "roi"]),
    );
    expect(new Set(differences.map((one) => one.measure))).toEqual(new Set(DIFFERENCE_MEASURES));
  });

  test("has quantiles by linear interpolation at every week, 0 the start", () => {
    const tally = createTally(smallDocument());
    for (const [replicate, last] of [40, 10, 30, 20].entries()) {
      addReplicate(tally, replicate, [trace(4, { deepShare: [0, 0, 0, 1, last] }), trace(4, {})]);
    }
    const { measures, final } = summarize(tally).plans[0];
    expect(measures.deepShare).toEqual({
      p5: [0, 0, 0, 1, 11.5],
      p25: [0, 0, 0, 1, 17.5],
      p50: [0, 0, 0, 1, 25],
      p75: [0, 0, 0, 1, 32.5],
      p95: [0, 0, 0, 1, 38.5],
    });
    expect(final.deepShare).toEqual({ p5: 11.5, p50: 25, p95: 38.5 });
  });

  test("compares run by run, always b minus a, ties counting half", () => {
    const [a, b] = [
      [5, 1, 7],
      [5, 3, 6],
    ];
    const tally = createTally(smallDocument());
    for (const replicate of a.keys()) {
      const [one, other] = [a, b].map((list) => trace(4, { engagement: [0, 0, 0, 0, list[replicate]] }));
      addReplicate(tally, replicate, [one, other]);
    }
    const difference = summarize(tally).differences.find((one) => one.measure === "engagement")!;
    expect(difference).toMatchObject({ a: "a", b: "b", p50: [0, 0, 0, 0, 0] });
    expect(difference.p5[4]).toBeCloseTo(-0.9, 12);
    expect(difference.p95[4]).toBeCloseTo(1.8, 12);
    expect(difference.probabilityBBeatsA).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
    const single = tallyOf([
      [zeros, [0, 1, -1, 0, 2]],
      [zeros, [0, 1, 1, 0, 2]],
    ]);
    const netValue = summarize(single).differences.find((one) => one.measure === "netValue")!;
    expect(netValue.probabilityBBeatsA).toEqual([0.5, 1, 0.5, 0.5, 1]);
  });

  test("has the first week from which b stays ahead, among the runs in which it does", () => {
    const tally = tallyOf([
      [zeros, [0, -1, 1, 2, 3]],
      [zeros, [0, 1, -1, 2, 3]],
      [zeros, [0, 1, 1, 1, 0]],
      [zeros, [0, 1, 1, 1, 1]],
    ]);
    const { differences, plans } = summarize(tally);
    const weeks = {
      p5: expect.closeTo(1.1, 12) as number,
      p50: 2,
      p95: expect.closeTo(2.9, 12) as number,
      never: 0.25,
    };
    for (const one of differences) expect(one.overtakingWeek).toEqual(weeks);
    expect(plans[0].final.paybackWeek).toEqual({ p5: null, p50: null, p95: null, never: 1 });
    expect(plans[1].final.paybackWeek).toEqual(weeks);
  });

  test("has the return on what was spent, and none without spending", () => {
    const tally = createTally(smallDocument());
    const spent = trace(4, { cost: [0, 0, 0, 0, 50], value: [0, 0, 0, 0, 200], netValue: [0, 0, 0, 0, 150] });
    addReplicate(tally, 0, [trace(4, {}), spent]);
    const [a, b] = summarize(tally).plans;
    expect(a.final.roi).toBeNull();
    expect(b.final.roi).toEqual({ p5: 3, p50: 3, p95: 3 });
  });

  test("of three plans has every pair, a before b in document order", () => {
    const plans = ["z", "y", "x"].map((id) => ({ id, name: id, interventions: [] }));
    const tally = createTally(smallDocument({ plans }));
    addReplicate(tally, 0, [trace(4, {}), trace(4, {}), trace(4, {})]);
    const pairs = new Set(summarize(tally).differences.map(({ a, b }) => `${a}${b}`));
    expect([...pairs]).toEqual(["zy", "zx", "yx"]);
  });

  test("of some measures keeps those and the money, and compares those", () => {
    const tally = createTally(smallDocument(), 2, 4, ["champions", "cost"]);
    addReplicate(tally, 0, [trace(4, {}), trace(4, { champions: [1, 1, 1, 1, 1] })]);
    const { plans, differences } = summarize(tally);
    expect(Object.keys(plans[0].measures)).toEqual(["champions", "value", "cost", "netValue", "npv"]);
    expect(differences.map((one) => one.measure)).toEqual(["champions", "cost"]);
  });

  test("is plain JSON without NaN, Infinity or −0", () => {
    const text = JSON.stringify(summarize(tallyOf([[zeros, [-0, -0, -0, -0, -0]]])));
    expect(text).not.toMatch(/NaN|Infinity|-0[,\]}]/);
    const nulls = [...text.matchAll(/"(\w+)":null/g)].map(([, key]) => key);
    expect(new Set(nulls)).toEqual(new Set(["p5", "p50", "p95", "roi"]));
  });
});

describe("a tally", () => {
  test("refuses what isn't its own", () => {
    const tally = createTally(smallDocument());
    const good = trace(4, {});
    expect(() => createTally(smallDocument(), 3)).toThrow("invalid planCount; not 2: 3");
    expect(() => addReplicate(tally, -1, [good, good])).toThrow(
      "invalid replicate; not a whole number from 0: -1",
    );
    expect(() => addReplicate(tally, 0, [good])).toThrow("invalid traces; not one per plan (2): 1");
    expect(() => addReplicate(tally, 0, [good, trace(5, {})])).toThrow(/invalid trace; not of 4 weeks/);
    expect(() => addReplicate(tally, 0, [good, trace(4, { npv: [0, 0, Number.NaN] })])).toThrow(
      "invalid npv in week 2; not finite: NaN",
    );
    expect(() => summarize(tally)).toThrow("invalid tally; without runs: 0");
  });

  test("takes a replicate twice if it is the same, and refuses a contradiction", () => {
    const tally = createTally(smallDocument());
    addReplicate(tally, 3, [trace(4, {}, "one"), trace(4, {}, "two")]);
    addReplicate(tally, 3, [trace(4, {}, "one"), trace(4, {}, "two")]);
    expect(tally.runs.size).toBe(1);
    expect(() => addReplicate(tally, 3, [trace(4, {}, "one"), trace(4, {}, "other")])).toThrow(
      "replicate 3 run twice with different results: two, other",
    );
  });

  test("keeps a copy: a buffer used again changes nothing", () => {
    const tally = createTally(smallDocument());
    const used = trace(4, { deepShare: [1, 1, 1, 1, 1] });
    addReplicate(tally, 0, [used, used]);
    used.columns.fill(9);
    expect(summarize(tally).plans[0].final.deepShare!.p50).toBe(1);
  });
});

describe("laws", () => {
  const weeks = 4;
  const series = fc.array(
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e9, max: 1e9, noNaN: true })),
    {
      minLength: weeks + 1,
      maxLength: weeks + 1,
    },
  );
  const runs = fc.array(fc.tuple(series, series), { minLength: 1, maxLength: 12 });
  const digestOf = (replicate: number, plan: number) => `${replicate}-${plan}`;

  function summary(document: Document, list: readonly (readonly number[][])[], order: readonly number[]) {
    const tally = createTally(document, document.plans.length, weeks, ["netValue", "deepShare"]);
    for (const replicate of order) {
      const traces = list[replicate].map((values, plan) =>
        trace(weeks, { netValue: values, deepShare: values }, digestOf(replicate, plan)),
      );
      addReplicate(tally, replicate, traces);
    }
    return summarize(tally);
  }

  test("the order of arrival leaves no trace", () => {
    fc.assert(
      fc.property(
        runs.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
        ),
        ([list, order]) => {
          expect(summary(smallDocument(), list, order)).toEqual(
            summary(smallDocument(), list, [...list.keys()]),
          );
        },
      ),
    );
  });

  test("quantiles are in order and within the runs", () => {
    fc.assert(
      fc.property(runs, (list) => {
        const { plans } = summary(smallDocument(), list, [...list.keys()]);
        const { p5, p25, p50, p75, p95 } = plans[1].measures.netValue!;
        for (let week = 0; week <= weeks; week++) {
          const values = list.map(([, b]) => b[week]);
          const chain = [
            Math.min(...values),
            p5[week],
            p25[week],
            p50[week],
            p75[week],
            p95[week],
            Math.max(...values),
          ];
          for (let i = 1; i < chain.length; i++) expect(chain[i]).toBeGreaterThanOrEqual(chain[i - 1]);
        }
      }),
    );
  });

  test("b against a mirrors a against b", () => {
    const turned = smallDocument({ plans: smallDocument().plans.toReversed() });
    fc.assert(
      fc.property(runs, (list) => {
        const order = [...list.keys()];
        const [one] = summary(smallDocument(), list, order).differences;
        const [other] = summary(
          turned,
          list.map(([a, b]) => [b, a]),
          order,
        ).differences;
        expect([other.a, other.b]).toEqual([one.b, one.a]);
        for (let week = 0; week <= weeks; week++) {
          expect(one.probabilityBBeatsA[week] + other.probabilityBBeatsA[week]).toBeCloseTo(1, 12);
          expect(other.p50[week]).toBeCloseTo(-one.p50[week], 5);
          expect(other.p5[week]).toBeCloseTo(-one.p95[week], 5);
        }
      }),
    );
  });

  test("a plan doesn't differ from itself", () => {
    fc.assert(
      fc.property(runs, (list) => {
        const same = list.map(([a]) => [a, a]);
        for (const one of summary(smallDocument(), same, [...list.keys()]).differences) {
          expect([...one.p5, ...one.p50, ...one.p95].every((value) => Object.is(value, 0))).toBe(true);
          expect(one.probabilityBBeatsA.every((share) => share === 0.5)).toBe(true);
          expect(one.overtakingWeek.never).toBe(1);
        }
      }),
    );
  });

  test("the digest knows neither names nor the order of plans, but every run", () => {
    const document = smallDocument();
    const renamed = parseDocument(
      JSON.stringify({
        ...document,
        name: "Other",
        plans: document.plans.map((plan) => ({ ...plan, id: `${plan.id}2`, name: "Renamed" })),
      }),
    );
    const turned = parseDocument(JSON.stringify({ ...document, plans: document.plans.toReversed() }));
    const tally = (of: Document, digests: readonly (readonly string[])[]) => {
      const made = createTally(of);
      for (const [replicate, row] of digests.entries())
        addReplicate(
          made,
          replicate,
          row.map((one) => trace(4, {}, one)),
        );
      return resultDigest(made);
    };
    const digest = tally(document, [
      ["a0", "b0"],
      ["a1", "b1"],
    ]);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(
      tally(renamed, [
        ["a0", "b0"],
        ["a1", "b1"],
      ]),
    ).toBe(digest);
    expect(
      tally(turned, [
        ["b0", "a0"],
        ["b1", "a1"],
      ]),
    ).toBe(digest);
    expect(
      tally(document, [
        ["a0", "b0"],
        ["a1", "b2"],
      ]),
    ).not.toBe(digest);
    expect(
      tally(document, [
        ["a1", "b1"],
        ["a0", "b0"],
      ]),
    ).not.toBe(digest);
  });

  test("a quantile of one number is that number, and the middle of many their median", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, share) => {
          expect(quantile(Float64Array.of(x), share)).toBe(x + 0);
        },
      ),
    );
    expect(quantile(Float64Array.of(1, 2, 3, 4, 5), 0.5)).toBe(3);
    expect(quantile(Float64Array.of(0, 10), 0.05)).toBe(0.5);
  });
});
