/** The verb decide on a study's folder: sentences and tables, JSON, and bad input in one line with exit code 2. */
import { afterAll, describe, expect, test } from "vitest";
import { smallStudy } from "../studies/kit.ts";
import { makePlace } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
afterAll(() => place.remove());
place.write(
  "study.json",
  JSON.stringify(smallStudy({ document: { ...(smallStudy()["document"] as object), weeks: 20 } })),
);
const parts = (words: string): string[] => words.split(" ");

test("a finished study is decided on in sentences, in tables and in JSON", async () => {
  expect(await groundwork(parts("study study.json --out done --progress none"))).toMatchObject({ code: 0 });
  const text = await groundwork(parts("decide done"));
  expect(text).toMatchObject({ code: 0, stderr: "" });
  expect(text.stdout).toMatch(
    /^Small study: a decision on [^\n]+\n32 points \(sobol\), 3 replicates, seed small\n/,
  );
  expect(text.stdout).toMatch(/\nThe choice\n(First|Second) is the plan to choose/);
  for (const heading of ["How robust it is", "What would have to be true", "When it fails"])
    expect(text.stdout).toContain(`\n${heading}\n`);
  const json = await groundwork(parts("decide done --output registeredShare --threshold 0.5 --json"));
  expect(JSON.parse(json.stdout)).toMatchObject({
    output: "registeredShare",
    threshold: 0.5,
    points: 32,
    robustness: [{ plan: "first" }, { plan: "second" }],
    rivals: [{ breakEvens: expect.any(Array), losses: { all: { points: 32 } } }],
    information: { hasLuck: false, factors: [{}, {}] },
  });
});

describe.concurrent("refused in one line", () => {
  test.each([
    ["decide nowhere", 2, 'no folder of a study; without study.json: "'],
    ["decide done --threshold much", 2, 'invalid threshold; not a number: "much"'],
    ["decide done --output cost", 2, 'unknown output; not one of registeredShare, netValue: "cost"'],
  ])("%s", async (words, code, says) => {
    const ended = await groundwork(parts(words));
    expect([ended.code, ended.stdout]).toEqual([code, ""]);
    expect(ended.stderr).toMatch(/^groundwork: [^\n]+\n$/);
    expect(ended.stderr).toContain(says);
  });
});
