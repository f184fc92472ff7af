/** The picture of a firm: everybody is in one part of every level, and is told in one sentence. */
import { expect, test } from "vitest";
import { organisationSentence, organisationTable } from "../../viz/words/organisation-parts.ts";
import { firm } from "./cases/people.tsx";
import { ENGLISH } from "./notation.kit.ts";

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
  expect(organisationSentence(data, ENGLISH)).toBe(
    "A team has 8 people on average, a unit 7 departments; 68% are of the largest role, Engineers.",
  );
});
