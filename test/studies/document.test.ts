/** Studies are read strictly: what is wrong is told with its place, and what is laid out is what was asked for. */
import { describe, expect, test } from "vitest";
import {
  blockSpan,
  checkStudy,
  layoutOf,
  parseStudy,
  shardBlocks,
  studySha256,
} from "../../scenarios/studies/index.ts";
import { MEASURES } from "../../engine/index.ts";
import { outputsOf, outputValue } from "../../scenarios/studies/outputs.ts";
import { csvHeader, csvRows } from "../../workers/studies/csv.ts";
import { smallStudy, studyOf } from "./kit.ts";

const uniform = { name: "attendanceFrequency", distribution: "uniform", low: 0.2, high: 0.8 };

describe("a study that is refused", () => {
  test.each([
    [{ study: 2 }, "unknown study version; not 1: 2"],
    [{ study: undefined }, "missing study, the version of the study"],
    [{ document: undefined }, "missing document"],
    [{ extra: 1 }, 'unknown key: "extra"'],
    [{ factors: [] }, "invalid factors; none for a sobol design: a list"],
    [{ factors: [uniform, uniform] }, 'invalid factors[1].name; a factor twice: "attendanceFrequency"'],
    [
      { factors: [{ ...uniform, name: "luck" }] },
      'invalid factors[0].name; not an assumption; `list parameters` shows them: "luck"',
    ],
    [{ factors: [{ ...uniform, low: -1 }] }, "invalid factors[0].low; not in [0, 1]: -1"],
    [{ factors: [{ ...uniform, low: 0.9 }] }, "invalid factors[0].low; above high (0.8): 0.9"],
    [
      { factors: [{ ...uniform, distribution: "triangular", mode: 0.1 }] },
      "invalid factors[0].mode; not in [0.2, 0.8]: 0.1",
    ],
    [
      { factors: [{ name: "isThresholdCount", distribution: "uniform", low: 0, high: 1 }] },
      "a switch takes values",
    ],
    [
      { factors: [{ name: "reviewers", distribution: "values", values: [1, 1.5] }] },
      "invalid factors[0].values[1]; not a whole number: 1.5",
    ],
    [
      { factors: [{ name: "reviewers", distribution: "normal", mean: 2, sd: 1 }] },
      "whole numbers take uniform or values",
    ],
    [
      { factors: [], design: { kind: "table", points: [{ helpBase: 0.5 }, {}] } },
      'not the columns of the first point, helpBase: ""',
    ],
    [
      { factors: [], design: { kind: "table", points: [{ helpBase: 7 }] } },
      "invalid design.points[0].helpBase; not in [0, 0.95]: 7",
    ],
    [{ design: { kind: "table", points: [{}] } }, "invalid factors; a table has columns of its own"],
    [{ design: { kind: "halton", points: 3 } }, "invalid design.kind; not one of table, factorial,"],
    [{ outputs: ["cost", "cost"] }, 'invalid outputs[1]; a column\'s name twice: "cost"'],
    [{ outputs: [{ take: "mean", name: "point", measure: "cost" }] }, 'a column\'s name twice: "point"'],
    [
      { outputs: [{ take: "mean", name: "m", measure: "cost", from: 3, to: 2 }] },
      "invalid outputs[0].from; after to (2): 3",
    ],
    [
      {
        design: {
          kind: "latin hypercube",
          points: 9,
          correlations: [{ a: "attendanceFrequency", b: "helpBase", rank: 0.5 }],
        },
      },
      'invalid design.correlations[0].b; not a factor: "helpBase"',
    ],
    [{ outputs: ["luck"] }, "invalid outputs[0]; not a measure of the study's own or of the model; "],
    [
      { outputs: [{ take: "at", measure: "luck", week: 1 }] },
      "invalid outputs[0].measure; not a measure of the study's own",
    ],
    [{ measures: [{ name: "cost", sum: { cost: 1 } }] }, "invalid measures[0].name; a measure's name twice"],
    [{ measures: [{ name: "own", sum: { luck: 1 } }] }, "measures[0].sum"],
    [
      { measures: [{ name: "own", sum: { cost: 1 }, over: { posts: 0 } }] },
      "invalid measures[0].over; no measure with a weight",
    ],
    [{ measures: [{ name: "own", sum: { cost: 1 }, per: {} }] }, 'unknown key in measures[0]: "per"'],
    [{ replicates: 1e5, design: { kind: "sobol", points: 1e6 } }, "more than 20000000 rows"],
  ])("%j", (changes, says) => {
    expect(() => layoutOf(studyOf(changes))).toThrow(says);
  });

  test("is told with its line, the question inside it too", () => {
    const text = JSON.stringify(
      smallStudy({ document: { ...(smallStudy()["document"] as object), weeks: 0 } }),
      null,
      1,
    );
    const line = text.split("\n").findIndex((each) => each.includes('"weeks": 0')) + 1;
    expect(() => parseStudy(text, "study.json")).toThrow(
      `invalid weeks; not in [1, 1040]: 0 (study.json:${line})`,
    );
  });
});

test("a study read from its own JSON is the same study", () => {
  const study = studyOf();
  expect(studySha256(parseStudy(JSON.stringify(study)))).toBe(studySha256(study));
  expect(studySha256(checkStudy(smallStudy({ seed: "other" })))).not.toBe(studySha256(study));
});

test("whole numbers of people stay whole, and a study of one table row has no factors", () => {
  const factors = [{ name: "reviewers", distribution: "uniform", low: 1, high: 4 }];
  const { points } = layoutOf(
    studyOf({ factors, design: { kind: "latin hypercube", points: 40 } }),
  ).experiment;
  expect(new Set(points.map(([reviewers]) => reviewers))).toEqual(new Set([1, 2, 3, 4]));
  const single = layoutOf(studyOf({ factors: [], design: { kind: "table", points: [{}] }, replicates: 5 }));
  expect(single).toMatchObject({ runCount: 5, blockCount: 1 });
});

test("every run is in one block and every block in one shard, for any number of shards", () => {
  for (const points of [1, 31, 33, 500]) {
    const layout = layoutOf(studyOf({ design: { kind: "sobol", points }, replicates: 3 }));
    const spans = Array.from({ length: layout.blockCount }, (_, block) => blockSpan(layout, block));
    spans.forEach(({ first }, i) => expect(first).toBe(i === 0 ? 0 : spans[i - 1].end));
    expect(spans.at(-1)!.end).toBe(3 * points);
    for (const of of [1, 2, 7, 64, 1000]) {
      const blocks = Array.from({ length: of }, (_, shard) => shardBlocks(layout, shard, of)).flat();
      expect(blocks).toEqual(spans.map((_, block) => block));
    }
  }
});

test("outputs are taken from the weeks they name", () => {
  const takes = ["mean", "sum", "least", "most"].map((take) => ({
    take,
    name: take,
    measure: "cost",
    from: 1,
    to: 2,
  }));
  const study = studyOf({
    outputs: [
      "cost",
      { take: "at", measure: "cost", week: 1 },
      ...takes,
      { take: "first week above", name: "above", measure: "cost", level: 2 },
      { take: "first week above", name: "never", measure: "cost", level: 9 },
      { take: "trace", measure: "value", every: 2 },
    ],
  });
  const values = outputsOf(study).map(({ name, valueOf }) => [name, valueOf(Float64Array.of(5, 1, 3, 4))]);
  expect(Object.fromEntries(values)).toEqual({
    cost: 4,
    "cost@1": 1,
    mean: 2,
    sum: 4,
    least: 1,
    most: 3,
    above: 2,
    never: NaN,
    "value@0": 5,
    "value@2": 3,
  });
});

const OWN = [
  { name: "gain", label: "Value less cost", unit: "USD", sum: { value: 1, cost: -1 } },
  { name: "costPerPost", sum: { cost: 1 }, over: { posts: 1 } },
];

test("a measure of the study's own is a weighted sum, over another where there is one, week by week", () => {
  const study = studyOf({
    measures: OWN,
    outputs: ["gain", { take: "trace", measure: "costPerPost", every: 1 }],
  });
  const weekly: Partial<Record<string, readonly number[]>> = {
    value: [0, 5, 7, 9],
    cost: [4, 2, 3, 1],
    posts: [0, 4, 2, 2],
  };
  const columns = Float64Array.from(MEASURES.flatMap(({ name }) => weekly[name] ?? [0, 0, 0, 0]));
  const taken = outputsOf(study).map((output) => [output.name, outputValue(output, { weeks: 3, columns })]);
  expect(Object.fromEntries(taken)).toEqual({
    gain: 8,
    "costPerPost@0": NaN,
    "costPerPost@1": 0.5,
    "costPerPost@2": 1.5,
    "costPerPost@3": 0.5,
  });
  expect(outputsOf(study).map(({ unit }) => unit)).toEqual(["USD", "index", "index", "index", "index"]);
});

test("text in CSV is no formula, quotes and lines are kept, numbers are untouched", () => {
  const texts = ["=1+1", "+x", "-x", "@x", "\tx", "\rx", 'a "b", c', "line\nbreak", "plain", null, -1.5];
  const rows = csvRows([texts]);
  expect(rows).toBe(`'=1+1\n'+x\n'-x\n'@x\n'\tx\n"'\rx"\n"a ""b"", c"\n"line\nbreak"\nplain\n\n-1.5\n`);
  expect(csvHeader([{ name: "deepShare@3" }, { name: "@x" }])).toBe("deepShare@3,'@x\n");
});
