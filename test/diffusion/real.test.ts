/** What the data say of contagion among Brazilian farmers and Illinois physicians, and that docs/fit.md says the same. */
import { describe, expect, test } from "vitest";
import { textOf } from "../lint/sources.ts";
import { fitReal, isThere, REAL } from "./real.ts";
import { curveLines, fitLines } from "./tables.ts";

if (!REAL.every(isThere)) console.warn("SKIPPED: no diffusion data at ../shared/data");
const [farmers, physicians] = await Promise.all(REAL.map(fitReal));

describe.each([
  ["brfarmers", farmers],
  ["medInnovations", physicians],
] as const)("%s", (_, fit) => {
  test.skipIf(!fit)("docs/fit.md has these very numbers", () => {
    const page = textOf("docs/fit.md").split("\n");
    expect(page).toEqual(expect.arrayContaining(fitLines(fit!)));
    expect(page).toEqual(expect.arrayContaining(curveLines(fit!)));
  });
});

test.skipIf(!farmers)("farmers are swayed by their ties, whatever moved everybody each year", () => {
  const { verdict, people, tieCount, tests } = farmers!;
  expect([verdict, people, tieCount]).toEqual(["found", 692, 1717]);
  const within = tests.filter(({ outside }) => outside === "group");
  // Where each village may have been moved as one each year, only tie by tie is left.
  expect(within.map(({ contagion, isFound }) => [contagion, isFound])).toEqual([
    ["share", false],
    ["tie", true],
  ]);
});

test.skipIf(!physicians)(
  "physicians show no contagion, beside any outside influence (Van den Bulte & Lilien 2001)",
  () => {
    const { verdict, people, tests } = physicians!;
    expect([verdict, people]).toEqual(["none", 125]);
    expect(tests.filter(({ isFound }) => isFound)).toEqual([]);
  },
);
