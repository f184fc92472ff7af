/** The picture of a firm: everybody is in one part of every level, and its text stays. */
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { buildOrganisation, runKey } from "../../engine/index.ts";
import { Chart } from "../../viz/charts/chart.tsx";
import { organisationBody, organisationHeight } from "../../viz/charts/organisation-chart.tsx";
import { LIGHT } from "../../viz/charts/palette.ts";
import {
  organisationData,
  organisationSentence,
  organisationTable,
} from "../../viz/words/organisation-parts.ts";

const names = { unitNames: ["Unit 1", "<b>Two</b>", "Unit 3"], roleNames: ["Engineers", "Sales"] };

function firm(employeeCount: number) {
  const company = { employeeCount, ties: { kind: "synthetic" }, salesLikeRole: -1, roleCount: 2 } as const;
  const { organisation, department } = buildOrganisation(company, 0, 0.7, runKey([1, 2], 0));
  return organisationData({ ...organisation, department }, names);
}

test("everybody is in one unit, one department, one team and one role", () => {
  for (const employeeCount of [20, 512, 1300]) {
    const data = firm(employeeCount);
    for (const { parts } of [...data.levels, data.roles])
      expect(parts.reduce((sum, { people }) => sum + people, 0)).toBe(employeeCount);
    expect(organisationTable(data).rows).toHaveLength(data.levels[0].parts.length + 2);
  }
});

test("the firm is told in counts and one sentence", () => {
  const data = firm(1300);
  expect([...data.levels, data.roles].map(({ label }) => label)).toEqual([
    "3 units of 276 to 512 people",
    "21 departments of 20 to 64 people",
    "163 teams of 4 to 8 people",
    "2 roles of 422 to 878 people",
  ]);
  expect(organisationSentence(data)).toBe(
    "A team has 8 people on average, a unit 7 departments; 68% are of the largest role, Engineers.",
  );
});

test("the picture keeps its text", async () => {
  const data = firm(1300);
  const size = { width: 360, height: organisationHeight(3) };
  const text = renderToString(
    <Chart size={size} label="A firm">
      {organisationBody(data, size, LIGHT)}
    </Chart>,
  );
  expect(text).not.toContain("<b>");
  await expect(text).toMatchFileSnapshot("golden/organisation.svg");
});
