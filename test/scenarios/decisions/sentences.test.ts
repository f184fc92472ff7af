/** A decision told in sentences: what they say of plans that differ, of plans that don't, and of one plan alone. */
import { describe, expect, test } from "vitest";
import { decide, decisionSentences, type Payoffs } from "../../../scenarios/decisions/index.ts";
import { digits, percent } from "../../../scenarios/words.ts";
import { columnsOf, payoffsOf, uniforms } from "./kit.ts";

const WORDS = {
  output: "money",
  value: (value: number) => value.toFixed(2),
  range: (low: number, high: number) => `${low.toFixed(2)}–${high.toFixed(2)}`,
  share: percent,
  number: digits,
  planName: (id: string) => `Plan ${id}`,
};

function told(payoffs: Payoffs, columns: Readonly<Record<string, Float64Array>> = {}) {
  const decision = decide(payoffs, columnsOf(columns), { threshold: 0, seed: "s" })!;
  return decisionSentences(decision, WORDS);
}

describe("two plans that change places along one assumption", () => {
  const x = uniforms(600, 1);
  const other = uniforms(600, 2);
  const payoffs = payoffsOf({ a: Array.from(x, () => 0.3), b: Array.from(x) });
  const sentences = told(payoffs, { helpBase: x, unrelated: other });

  test("are told with the break-even, the region and what knowing it is worth", () => {
    expect(sentences.choice[0]).toMatch(
      /^Plan b is the plan to choose: 0\.\d\d \(0\.\d\d–0\.\d\d\) of money on average, the most of 2 plans\.$/,
    );
    expect(sentences.choice[1]).toMatch(/is ahead in \d+% \(\d+% to \d+%\) of runs/);
    expect(sentences.breakEvens).toHaveLength(1);
    expect(sentences.breakEvens[0]).toMatch(
      /^Plan a overtakes Plan b on average when ".+" \(helpBase\) is below 0\.3\d* \(0\.\d+ to 0\.\d+\)\.$/,
    );
    expect(sentences.regions[0]).toMatch(
      /^Plan b is beaten by Plan a when ".+" \(helpBase\) is below 0\.(29|3[01])\d* \(covers \d/,
    );
    expect(sentences.information[1]).toMatch(/^Worth finding out: ".+" \(helpBase\) for 0\.\d\d/);
  });
});

test("plans that bring the same leave nothing to choose", () => {
  const { choice, information } = told(payoffsOf({ a: [1, 2], b: [1, 2] }));
  expect(choice[0]).toBe(
    "There is nothing to choose: every plan brings 1.50 (-4.85–7.85) of money on average.",
  );
  expect(information[0]).toContain("would change nothing");
});

test("a single plan has no rival and no regret", () => {
  const { choice, robustness, breakEvens } = told(payoffsOf({ a: [1, 2, 3] }));
  expect(choice).toHaveLength(1);
  expect(choice[0]).toContain("there is no other plan to choose");
  expect(robustness[0]).toContain("0.00 or more: Plan a at 100%");
  expect(breakEvens).toEqual([]);
});
