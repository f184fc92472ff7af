/** Real organisations, where the data sets lie beside the repository. */
import { createReadStream, existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { defaultDocument, importRoster, resolveOrganisation, specOf } from "../../scenarios/index.ts";
import { organisationOf } from "./questions.ts";

const FOLDER = new URL("../../../shared/data/", import.meta.url);
const isThere = existsSync(FOLDER);
if (!isThere) console.warn("SKIPPED: no real data at ../shared/data");

const file = (path: string) =>
  createReadStream(new URL(path, FOLDER), { encoding: "utf8", highWaterMark: 1000 });

describe.skipIf(!isThere)("real organisations", () => {
  test("a workplace of 232 people in 12 departments, 217 of them with 4,274 ties", async () => {
    const imported = await organisationOf(
      file("invs15_workplace/nodes.csv"),
      file("invs15_workplace/edges_aggregated.csv"),
      { weightColumn: "contacts_20s" },
    );
    const organisation = resolveOrganisation(defaultDocument(), imported);
    expect(organisation.company.employeeCount).toBe(232);
    expect(organisation.roleNames).toHaveLength(12);
    expect(new Set(organisation.company.roster!.department).size).toBe(12);
    expect(imported.ties!.weight.reduce((sum, weight) => sum + weight, 0)).toBe(78_249);
    expect(organisation.company.ties).toMatchObject({ kind: "imported", source: { length: 4274 } });
    expect(organisation.report).toEqual([
      "232 people in 1 unit, 12 departments, 36 teams, 12 roles and 1 site.",
      "No column unit: all share one unit.",
      "No column team: all are in teams of eight in file order within their department.",
      "No column role: all have their department as role.",
      "No column site: all share one site.",
      "No column manager: all are on level 0.",
      "4,274 ties between 217 people of 232 people.",
      "Kept without ties: 15 people.",
      "Weights from contacts_20s are kept; the model doesn't use them.",
      "Ignored columns: seconds, first_t.",
      "The roster takes the place of the document's 10,000 employees, their roles and sites.",
      "No role is called Relationship manager: none is like sales.",
    ]);
    expect(specOf(defaultDocument(), organisation, 1, 0).company.salesLikeRole).toBe(-1);
  });

  test.each([
    ["invs13_workplace", "edges_aggregated.csv", 92, 755],
    ["krackhardt_hightech", "advice.csv", 21, 145],
    ["brfarmers", "edges.csv", 692, 1717],
    ["medInnovations", "edges.csv", 125, 240],
  ])("%s with quoted ids and columns of its own", async (folder, edges, people, ties) => {
    const imported = await organisationOf(file(`${folder}/nodes.csv`), file(`${folder}/${edges}`), {
      directed: true,
    });
    expect(imported.roster.ids).toHaveLength(people);
    expect(imported.ties!.source).toHaveLength(ties);
  });

  test("a file of ties is no roster", async () => {
    await expect(
      importRoster(file("krackhardt_hightech/advice.csv"), { name: "advice.csv" }),
    ).rejects.toThrow('missing column id; the header has: "source, target" (advice.csv:1)');
  });
});
