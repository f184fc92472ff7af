/** Ticks along an input: round values within its range, at equal steps or equal ratios, each value of a list at its bin. */
import { expect, test } from "vitest";
import { stripOf } from "../../scenarios/exploration/index.ts";
import { ticksOf } from "../../viz/explore/axis-ticks.ts";
import { ENGLISH } from "./notation.kit.ts";

const COUNT = 64;
const between = (low: number, high: number): Float64Array =>
  Float64Array.from({ length: COUNT }, (_, i) => low + ((high - low) * i) / (COUNT - 1));

test("a range has round values, each at its place", () => {
  const ticks = ticksOf(
    stripOf({ name: "attendanceFrequency", isLog: false, values: between(0.202, 0.794) }),
    ENGLISH,
  );
  expect(ticks.map(({ text }) => text)).toEqual(["0.3", "0.4", "0.5", "0.6", "0.7"]);
  for (const { at, text } of ticks) expect(at).toBeCloseTo((Number(text) - 0.202) / (0.794 - 0.202), 12);
});

test("a range of ratios has ones, twos and fives, or powers of ten where it spans many", () => {
  const texts = (low: number, high: number): string[] =>
    ticksOf(stripOf({ name: "imitationProb", isLog: true, values: between(low, high) }), ENGLISH).map(
      ({ text }) => text,
    );
  expect(texts(0.0203, 0.197)).toEqual(["0.05", "0.1"]);
  expect(texts(0.02, 0.5)).toEqual(["0.02", "0.05", "0.1", "0.2", "0.5"]);
  expect(texts(0.0004, 3)).toEqual(["0.001", "0.01", "0.1", "1"]);
});

test("a range without two round values has its ends and middle; a list its own values", () => {
  const narrow = ticksOf(
    stripOf({ name: "imitationProb", isLog: true, values: between(0.11, 0.19) }),
    ENGLISH,
  );
  expect(narrow.map(({ at }) => at)).toEqual([0, 0.5, 1]);
  const list = ticksOf(
    stripOf({ name: "attendanceFrequency", isLog: false, values: Float64Array.of(1, 3, 3, 9) }),
    ENGLISH,
  );
  expect(list).toEqual([
    { at: 1 / 6, text: "1" },
    { at: 0.5, text: "3" },
    { at: 5 / 6, text: "9" },
  ]);
});
