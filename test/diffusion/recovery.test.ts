/** What a series was made of is found again: a quick part of `npm run recovery`. */
import { describe, expect, test } from "vitest";
import { textOf } from "../lint/sources.ts";
import { recover, SETTINGS } from "./trials.ts";

/** Of 24 intervals at 95%, fewer than 20 cover once in 170 times. */
const TRIALS = 24;
const COVERED_MIN = 20;

const settingOf = (name: string) => SETTINGS.find((one) => one.name === name)!;

describe("95% intervals", () => {
  test.each(["share of ties", "counts, market known", "counts, market unknown"])(
    "cover what the engine was given: %s",
    (name) => {
      const { recoveries, findings } = recover(settingOf(name), TRIALS);
      expect(recoveries.length).toBeGreaterThan(0);
      for (const one of recoveries) {
        expect(one.covered, `${one.outside} ${one.name}`).toBeGreaterThanOrEqual(COVERED_MIN);
        expect(Math.abs(one.meanEstimate / one.truth - 1), one.name).toBeLessThan(0.15);
      }
      // Contagion this strong is found nearly always, beside the strictest outside influence, too.
      for (const { found } of findings) expect(found).toBeGreaterThanOrEqual(COVERED_MIN);
    },
  );

  test("cover no contagion, which a growing outside influence feigns only while it is taken as constant", () => {
    const { recoveries, findings } = recover(settingOf("no contagion, a growing outside influence"), TRIALS);
    for (const { covered } of recoveries) expect(covered).toBeGreaterThanOrEqual(COVERED_MIN);
    const found = new Map(findings.map((one) => [one.outside, one.found]));
    expect(found.get("constant")).toBeGreaterThanOrEqual(COVERED_MIN);
    expect(found.get("period")).toBeLessThanOrEqual(TRIALS - COVERED_MIN);
  });
});

test("docs/fit.md tells of every setting, with intervals that cover in 90 to 99 of 100", () => {
  const rows = textOf("docs/fit.md")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => SETTINGS.some(({ name }) => name === cells[1]) && cells.length === 8);
  const asked = SETTINGS.flatMap(({ fits }) => fits.flatMap(({ truth }) => Object.keys(truth)));
  expect(rows.length).toBe(asked.length);
  for (const [, setting, , name, truth, , covers] of rows) {
    const share = Number(covers.replace("%", ""));
    expect(share, `${setting}: ${name}`).toBeGreaterThanOrEqual(90);
    // At the bound of what is possible an interval has one end only, and may cover always.
    expect(share, `${setting}: ${name}`).toBeLessThanOrEqual(truth === "0" ? 100 : 99);
  }
});
