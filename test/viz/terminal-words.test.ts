/** How the command line writes: numbers, tables, progress and sentences. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatOf } from "../../viz/terminal/format.ts";
import { lineOf } from "../../viz/terminal/errors.ts";
import { createProgress, duration, progressStyle, type ProgressStyle } from "../../viz/terminal/progress.ts";
import { tableBlocks, tableLines, widthOf, wrapped } from "../../viz/terminal/table.ts";

describe("numbers", () => {
  const format = formatOf({});

  test.each([
    [0.5567, 0.48, 0.643, "share", "56% (48–64%)"],
    [0.0012, 0.0004, 0.002, "share", "0.1% (0.0–0.2%)"],
    [0, 0, 0, "share", "0%"],
    [-876_000, -1_130_000, -584_000, "USD", "−$0.88m (−$1.13m to −$0.58m)"],
    [1_660_000, 1_300_000, 2_090_000, "USD", "$1.66m ($1.30m–$2.09m)"],
    [999_600, 999_600, 999_600, "USD", "$1.00m"],
    [0, 0, 0, "USD", "$0"],
    [-0, -0, -0, "USD", "$0"],
    [377, 354, 447, "count", "377 (354–447)"],
    [21_500, 21_100, 22_800, "count", "21.5k (21.1k–22.8k)"],
    [0.5, 0.48, 0.54, "index", "0.50 (0.48–0.54)"],
  ] as const)("%d (%d to %d) %s is %s", (p50, p5, p95, unit, text) => {
    expect(format.spread({ p5, p50, p95 }, unit)).toBe(text);
  });

  test.each([
    [-0.141, -0.1433, -0.1381, "share", "−14.1% (−14.3% to −13.8%)"],
    [0.5567, 0.48, 0.643, "share", "56% (48–64%)"],
    [0.25, 0.25, 0.25, "share", "25% (25%)"],
    [12_345_678, 12_345_000, 12_346_000, "USD", "$12.346m ($12.345m–$12.346m)"],
    [12.31, 12.2, 12.4, "count", "12.3 (12.2–12.4)"],
  ] as const)("an estimate of %d from %d to %d as %s has digits that tell its ends apart", (...row) => {
    const [value, low, high, unit, text] = row;
    expect(format.estimate(value, low, high, unit)).toBe(text);
  });

  test("follow the document's currency and locale", () => {
    const german = formatOf({ locale: "de-DE", currency: "EUR" });
    expect(german.value(12_345, "USD")).toBe("12,3k\u00a0€");
  });

  test("of weeks say how many runs have none", () => {
    expect(format.weeks({ p5: 20.3, p50: 26, p95: 34.3, never: 0 }, 32)).toBe("26 (20–34)");
    expect(format.weeks({ p5: 20, p50: 26, p95: 34, never: 0.25 }, 32)).toBe("26 (20–34), never in 8 of 32");
    expect(format.weeks({ p5: null, p50: null, p95: null, never: 1 }, 32)).toBe("never in 32 of 32");
  });
});

describe("a table", () => {
  test("has columns as wide as their widest cell", () => {
    expect(
      tableLines([
        ["a", "long head"],
        ["wide cell", "b"],
      ]),
    ).toEqual(["a          long head", "─────────  ─────────", "wide cell  b"]);
  });

  test("wraps its last column at words and loses none", () => {
    const rows = wrapped(
      [
        ["id", "note"],
        ["a", "one two three four five six seven eight nine ten eleven twelve"],
      ],
      34,
    );
    expect(rows).toEqual([
      ["id", "note"],
      ["a", "one two three four five six"],
      ["", "seven eight nine ten eleven"],
      ["", "twelve"],
    ]);
  });

  test("counts wide and combining characters as terminals do", () => {
    expect(widthOf("e\u0301")).toBe(1);
    expect(widthOf("計画")).toBe(4);
  });

  test("is split into blocks that fit, each with the labels, no column lost", () => {
    const cell = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text);
    const tables = fc
      .integer({ min: 2, max: 9 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(tables, fc.integer({ min: 30, max: 80 }), (rows, width) => {
        const blocks = tableBlocks(rows, width);
        for (const line of blocks.flat()) expect(widthOf(line)).toBeLessThanOrEqual(width);
        const heads = blocks.map(([head]) => head).join(" ");
        for (const text of rows[0]) expect(heads).toContain(text);
        for (const block of blocks) expect(block).toHaveLength(rows.length + 1);
      }),
    );
  });
});

describe("progress", () => {
  function written(
    style: ProgressStyle,
    updates: readonly [millis: number, share: number, runsDone: number][],
  ): string[] {
    const lines: string[] = [];
    let time = 0;
    const progress = createProgress(
      style,
      10,
      { columns: 50, write: (text) => lines.push(text) },
      () => time,
    );
    for (const [millis, share, runsDone] of updates) {
      time = millis;
      progress.update(share, runsDone);
    }
    progress.end();
    return lines;
  }

  test("is a bar that fits, with rate and time left, and is gone at the end", () => {
    const lines = written("bar", [
      [0, 0, 0],
      [50, 0.1, 1],
      [2000, 0.5, 5],
    ]);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe(`\r\u001b[K${"█".repeat(12)}${"░".repeat(12)}  5 of 10 runs · 2.5 a se`);
    expect(lines[2]).toBe("\r\u001b[K");
  });

  test("is a line every five seconds where there is no terminal", () => {
    const updates = Array.from({ length: 120 }, (_, i): [number, number, number] => [i * 100, i / 1200, 0]);
    expect(written("lines", updates)).toEqual([
      "0 of 10 runs · 12 s each · 2 min left\n",
      "0 of 10 runs · 12 s each · 2 min left\n",
    ]);
  });

  test("is JSON by the line for machines", () => {
    const [line] = written("json", [[1500, 0.25, 2]]);
    expect(JSON.parse(line)).toEqual({
      runsDone: 2,
      runs: 10,
      share: 0.25,
      seconds: 1.5,
      runsPerSecond: 10 / 6,
      secondsLeft: 4.5,
    });
  });

  test("is silent with --json unless asked for", () => {
    expect(progressStyle("auto", true, { isTTY: true, write: () => {} })).toBe("none");
    expect(progressStyle("json", true, { write: () => {} })).toBe("json");
    expect(progressStyle("auto", false, { write: () => {} })).toBe("lines");
    expect(progressStyle("none", false, { isTTY: true, write: () => {} })).toBe("none");
  });

  test.each([
    [0.2, "1 s"],
    [59, "59 s"],
    [61, "2 min"],
    [3600, "1 h 0 min"],
    [9000, "2 h 30 min"],
  ])("writes %d seconds as %s", (seconds, text) => expect(duration(seconds)).toBe(text));
});

test("an error is one line without control characters, and not endless", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
      const line = lineOf(text);
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      expect(line.length).toBeLessThanOrEqual(601);
    }),
  );
});
