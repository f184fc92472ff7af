/** Series from CSV: what is understood, and bad ones refused in one line with file, line and value. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importSeries } from "../../scenarios/import/index.ts";
import type { SeriesOptions } from "../../scenarios/import/series.ts";
import { InputError } from "../../scenarios/index.ts";

const read = (text: string, options: SeriesOptions = {}) =>
  importSeries([text], { name: "s.csv", ...options });

describe("a series of counts", () => {
  test("has a row a period, and a market if it is known", async () => {
    expect(await read("period,adoptions,market\n1990,3,50\n1991,0,\n1992,7,50\n")).toEqual({
      form: "counts",
      firstPeriod: 1990,
      adoptions: Float64Array.of(3, 0, 7),
      market: 50,
    });
  });

  test("may be called otherwise, end early and have its market from outside", async () => {
    const text = "﻿Period;x;New\r\n-1;;3\r\n0;;4\r\n1;;5\r\n2;;6\r\n";
    expect(await read(text, { columns: { adoptions: "new" }, until: 1, market: 99 })).toEqual({
      form: "counts",
      firstPeriod: -1,
      adoptions: Float64Array.of(3, 4, 5),
      market: 99,
    });
  });
});

describe("a series of people", () => {
  const TEXT = 'id,time,group\nann,3,"north, east"\nbob,,south\ncy,5,south\ndee,7,"north, east"\n';

  test("has a row a person, a blank time for never, and groups by name", async () => {
    expect(await read(TEXT)).toEqual({
      form: "individuals",
      firstPeriod: 3,
      periods: 5,
      ids: ["ann", "bob", "cy", "dee"],
      adoptedAt: Int32Array.of(0, -1, 2, 4),
      group: Uint16Array.of(0, 1, 1, 0),
      groupNames: ["north, east", "south"],
    });
  });

  test("is observed from and until when it is said", async () => {
    const series = await read(TEXT, { from: 1, until: 6 });
    expect(series).toMatchObject({ firstPeriod: 1, periods: 6, adoptedAt: Int32Array.of(2, -1, 4, -1) });
  });

  test("wins over counts in the same file", async () => {
    expect(await read("period,id,adoptions,time\n1,a,1,1\n2,b,2,2\n3,c,3,3\n")).toMatchObject({
      form: "individuals",
      groupNames: [],
    });
  });
});

const counts = (rows: string) => `period,adoptions,market\n${rows}`;
const people = (rows: string) => `id,time\n${rows}`;

const BAD: Readonly<Record<string, [text: string, says: string, options?: SeriesOptions]>> = {
  "an empty file": ["", "empty file (s.csv:1)"],
  "a header alone": ["id,time\n", "empty series; nothing below the header (s.csv)"],
  "neither form": [
    "a,b\n1,2\n",
    "missing column period; a series has period and adoptions, or id and time (s.csv:1)",
  ],
  "people without times": [
    "id,when\na,2\n",
    "missing column time; a series has period and adoptions, or id and time (s.csv:1)",
  ],
  "a column that isn't there": [
    people("a,1\n"),
    "missing column toa; a series has period and adoptions, or id and time (s.csv:1)",
    { columns: { time: "toa" } },
  ],
  "groups that aren't there": [
    people("a,1\n"),
    "missing column village; named as the groups' column (s.csv:1)",
    { columns: { group: "village" } },
  ],
  "counts without adoptions": [
    "period,sales\n1,2\n",
    "missing column adoptions; a series has period and adoptions, or id and time (s.csv:1)",
  ],
  "a gap": [counts("1,2,\n3,4,\n"), "invalid period; not the next, 2: 3 (s.csv:3)"],
  "periods backwards": [counts("2,2,\n1,4,\n"), "invalid period; not the next, 3: 1 (s.csv:3)"],
  "a period twice": [counts("2,2,\n2,4,\n"), "invalid period; not the next, 3: 2 (s.csv:3)"],
  "a month": [
    counts("Jan,2,\n"),
    'invalid period; not a whole number in [-1000000000, 1000000000]: "Jan" (s.csv:2)',
  ],
  "negative adoptions": [
    counts("1,2,\n2,-4,\n"),
    'invalid adoptions; not a whole number in [0, 1000000000]: "-4" (s.csv:3)',
  ],
  "half an adoption": [
    counts("1,2.5,\n"),
    'invalid adoptions; not a whole number in [0, 1000000000]: "2.5" (s.csv:2)',
  ],
  "adoptions in words": [
    counts("1,NaN,\n"),
    'invalid adoptions; not a whole number in [0, 1000000000]: "NaN" (s.csv:2)',
  ],
  "adoptions beyond all bounds": [
    counts("1,1e99,\n"),
    'invalid adoptions; not a whole number in [0, 1000000000]: "1e99" (s.csv:2)',
  ],
  "no adoptions given": [counts("1,,\n"), "missing adoptions (s.csv:2)"],
  "two markets": [
    counts("1,2,10\n2,2,12\n"),
    "invalid market; not 10 as above; a series has one: 12 (s.csv:3)",
  ],
  "a market too small": [
    counts("1,2,10\n2,5,10\n3,4,10\n"),
    "invalid market; below the 11 who adopted: 10 (s.csv:4)",
  ],
  "a market named too small": [
    counts("1,2,\n2,5,\n3,4,\n"),
    "invalid market; below the 11 who adopted: 10",
    { market: 10 },
  ],
  "two periods": [counts("1,2,\n2,5,\n"), "too few periods; fewer than 3: 2 (s.csv)"],
  "no adopters": [counts("1,0,\n2,0,\n3,0,\n"), "too few adoptions; fewer than 2: 0 (s.csv)"],
  "counts from a period on": [
    counts("1,2,\n"),
    "invalid from; counts start with the file's first period: 1",
    { from: 1 },
  ],
  "a market of people": [
    people("a,1\n"),
    "invalid market; the people of the file are the market: 9",
    { market: 9 },
  ],
  "nobody's id": [people("a,1\n,2\n"), "missing id (s.csv:3)"],
  "an id twice": [people("a,1\nb,2\na,3\n"), 'repeated id: "a" (s.csv:4)'],
  "a time in words": [
    people("a,1\nb,soon\n"),
    'invalid time; not a whole number in [-1000000000, 1000000000]: "soon" (s.csv:3)',
  ],
  "half a period": [
    people("a,1.5\n"),
    'invalid time; not a whole number in [-1000000000, 1000000000]: "1.5" (s.csv:2)',
  ],
  "a time too early": [
    people("a,1\nb,7\n"),
    "invalid time; before the first period, 3: 1 (s.csv:2)",
    { from: 3 },
  ],
  "nobody adopting": [people("a,\nb,\nc,\n"), "too few adoptions; fewer than 2: 0 (s.csv)"],
  "one adopting in time": [
    people("a,1\nb,9\nc,9\n"),
    "too few adoptions; fewer than 2: 1 (s.csv)",
    { until: 5 },
  ],
  "all in one period": [people("a,1\nb,1\nc,\n"), "too few periods; fewer than 3: 1 (s.csv)"],
  "a thousand years and more": [people("a,1\nb,2000\n"), "too many periods; more than 1040: 2000 (s.csv)"],
  "a row too short": [people("a,1\nb\n"), 'malformed CSV; 1 fields where the header has 2: "b" (s.csv:3)'],
  "a quote that never ends": [people('a,1\n"b,2\n'), "malformed CSV; a quote that isn't closed"],
  "a column twice": ["id,time,time\na,1,1\n", 'repeated column: "time" (s.csv:1)'],
};

test.each(Object.keys(BAD))("%s is refused with file, line and value", async (name) => {
  const [text, says, options] = BAD[name];
  const error: unknown = await read(text, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toContain(says);
  expect((error as InputError).message).toMatch(/^[^\n\r]{8,400}$/);
});

test("whatever is thrown at it, it is a series or one line", async () => {
  const cell = fc.oneof(
    fc.integer({ min: -3, max: 30 }).map(String),
    fc.constantFrom("", "x", "1e9", "0x1", "-0", "+2", "2.0", '"a""b"', "∞", "\u0000"),
  );
  const text = fc
    .record({
      head: fc.constantFrom("id,time", "period,adoptions", "id,time,group", "period,adoptions,market", "x,y"),
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
    })
    .map(({ head, rows }) => [head, ...rows.map((row) => row.join(","))].join("\n"));
  await fc.assert(
    fc.asyncProperty(text, async (csv) => {
      try {
        const series = await read(csv);
        const periods = series.form === "counts" ? series.adoptions.length : series.periods;
        expect(periods).toBeGreaterThanOrEqual(3);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect((error as InputError).message).toMatch(/^[^\n\r]+$/);
      }
    }),
    { numRuns: 500 },
  );
});
