/** From names to indices: organisation, plans, shocks, assumptions and seeds. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PARAMETERS, parametersWith } from "../../engine/index.ts";
import {
  checkDocument,
  importRoster,
  parametersOf,
  parseDocument,
  planOf,
  resolveOrganisation,
  seedWords,
  shocksOf,
  specOf,
} from "../../scenarios/index.ts";
import { FULL, fullDocument, smallDocument, textOf, withValue } from "./questions.ts";

describe("an organisation", () => {
  test("takes from the document what the library company doesn't keep", () => {
    const { company, unitNames, roleNames, siteNames, report } = resolveOrganisation(fullDocument());
    expect(company).toEqual({
      employeeCount: 2000,
      roleCount: 2,
      siteCount: 2,
      ties: { kind: "random", meanDegree: 12.5 },
      rewiring: 0.5,
      salesLikeRole: 1,
    });
    expect([unitNames, roleNames, siteNames]).toEqual([
      ["Unit 1", "Unit 2", "Unit 3", "Unit 4"],
      ["Clerk", "Adviser"],
      ["North", "South"],
    ]);
    expect(report).toEqual([]);
  });

  test("of a smaller library company has fewer of its roles, and says so", () => {
    const { roleNames, report, company } = resolveOrganisation(
      smallDocument({ company: { library: "global-bank", employees: 30 } }),
    );
    expect(roleNames).toEqual(["Operations specialist"]);
    expect(company.salesLikeRole).toBe(-1);
    expect(report).toEqual([
      "30 employees have 1 of the 12 roles of Global bank.",
      "More sites than departments (1): the other sites are empty.",
      "No role is called Relationship manager: none is like sales.",
    ]);
  });

  test("may have its selling role taken away", () => {
    const { company } = resolveOrganisation(
      smallDocument({ company: { library: "global-bank", salesLikeRole: null } }),
    );
    expect(company.salesLikeRole).toBe(-1);
  });

  test.each([
    [{ employees: 100, salesLikeRole: "Seller" }, 'unknown role: "Seller" (line '],
    [{ employees: 100, ties: { kind: "imported" } }, "missing ties; the company's are imported (line "],
    [
      { employees: 100, ties: { kind: "ring", degree: 100 } },
      "invalid ties a head; not in [0, 99]: 100 (line ",
    ],
    [
      { employees: 1_000_000, ties: { kind: "random", meanDegree: 50 } },
      "invalid ties a head; not in [0, 40]: 50 (line ",
    ],
  ])("%j is refused in a sentence", (company, sentence) => {
    expect(() => resolveOrganisation(smallDocument({ company }))).toThrow(sentence);
  });

  test("from a roster puts its ties, roles and people in the place of the document's", async () => {
    const roster = await importRoster([
      "id,role\n",
      ...Array.from({ length: 30 }, (_, i) => `${i},R${i % 2}\n`),
    ]);
    const ties = {
      source: Uint32Array.of(0),
      target: Uint32Array.of(1),
      weight: Float64Array.of(1),
      report: [],
    };
    const { company, report } = resolveOrganisation(
      smallDocument({ company: { employees: 50, ties: { kind: "complete" } } }),
      {
        roster,
        ties,
      },
    );
    expect(company).toMatchObject({ employeeCount: 30, ties: { kind: "imported" }, salesLikeRole: -1 });
    expect(report).toContain("The imported ties take the place of the document's complete ties.");
    const without = resolveOrganisation(smallDocument(), { roster });
    expect(without.company.ties).toEqual({ kind: "synthetic" });
    expect(without.report).toContain("No file of ties: synthetic ties.");
  });
});

describe("a plan", () => {
  test("has its names as indices and the rest as it was", () => {
    const document = fullDocument();
    const plan = planOf(document, resolveOrganisation(document), 0);
    const written = document.plans[0].interventions;
    const withoutScope = (items: readonly object[]) => items.map((item) => ({ ...item, scope: undefined }));
    expect(withoutScope(plan)).toEqual(withoutScope(written));
    expect(plan.map((item) => item.scope).filter(Boolean)).toEqual([
      { sites: [0] },
      { roles: [0] },
      { units: [0, 2] },
    ]);
  });

  test.each([
    ["units", "Unit 9", "unit"],
    ["roles", "chief", "role"],
    ["sites", "Mars", "site"],
  ])("with an unknown name among its %s is refused with the line", (key, name, word) => {
    const text = textOf(withValue(FULL, ["plans", 0, "interventions", 3, "scope"], { [key]: [name] }));
    const document = parseDocument(text, "plan.json");
    const line = text.slice(0, text.indexOf(`"${name}"`)).split("\n").length;
    expect(() => planOf(document, resolveOrganisation(document), 0)).toThrow(
      `unknown ${word}: "${name}" (plan.json:${line})`,
    );
    const copy = checkDocument(structuredClone(document));
    expect(() => planOf(copy, resolveOrganisation(copy), 0)).toThrow(
      `unknown ${word}: "${name}" (plans[0].interventions[3].scope.${key}[0])`,
    );
  });

  test("beyond the document's is refused", () => {
    const document = smallDocument();
    expect(() => planOf(document, resolveOrganisation(document), 2)).toThrow(
      "unknown plan; not in [0, 1]: 2",
    );
  });
});

describe("shocks", () => {
  test("have their names as indices", () => {
    const document = fullDocument();
    const shocks = shocksOf(document, resolveOrganisation(document));
    expect(shocks).toEqual([
      { week: 10, kind: "reorganisation", share: 0.5 },
      { week: 11, kind: "layoffs", share: 0.1, scope: { units: [1] } },
      { week: 12, kind: "merger", share: 0.25 },
      { week: 13, kind: "sponsorLeaves" },
      { week: 14, kind: "budgetCut", share: 0.3 },
    ]);
  });

  test("of mergers that exceed a million employees are refused", () => {
    const shocks = [{ week: 1, kind: "merger", share: 1 }];
    const document = smallDocument({ company: { employees: 600_000 }, shocks });
    expect(() => shocksOf(document, resolveOrganisation(document))).toThrow(
      /^too many employees after a merger; more than 1000000: 1200000 \(line \d+\)$/,
    );
  });
});

describe("assumptions", () => {
  test("are the defaults, then the library company's, then the document's", () => {
    const company = { library: "ibm-like" };
    const given = parametersOf(smallDocument({ company, assumptions: { grassroots: 2 } }), 0);
    expect(given).toEqual(parametersWith({ championShareMax: 0.005, grassroots: 2 }));
  });

  test("given as ranges are drawn once a replicate, within the range, alike for all plans", () => {
    const assumptions = { campaignProb: { low: 0.05, high: 0.2 }, helpBase: { low: 0.3, high: 0.3 } };
    const document = smallDocument({ assumptions });
    const organisation = resolveOrganisation(document);
    fc.assert(
      fc.property(fc.nat(1_000_000), (replicate) => {
        const [a, b] = [0, 1].map((plan) => specOf(document, organisation, plan, replicate).parameters);
        expect(b).toEqual(a);
        expect(a.campaignProb).toBeGreaterThanOrEqual(0.05);
        expect(a.campaignProb).toBeLessThanOrEqual(0.2);
        expect(a.helpBase).toBe(0.3);
      }),
      { numRuns: 50 },
    );
  });

  test("drawn from a range fill it evenly, and each row on its own", () => {
    const both = Object.fromEntries(["habitKeep", "needKeep"].map((name) => [name, { low: 0, high: 1 }]));
    const document = smallDocument({ assumptions: both });
    const draws = Array.from({ length: 2000 }, (_, replicate) => parametersOf(document, replicate));
    const mean = (pick: (one: (typeof draws)[number]) => number) =>
      draws.reduce((sum, one) => sum + pick(one), 0) / 2000;
    expect(mean((one) => one.habitKeep)).toBeCloseTo(0.5, 1);
    expect(mean((one) => one.habitKeep ** 2)).toBeCloseTo(1 / 3, 1);
    expect(mean((one) => (one.habitKeep - 0.5) * (one.needKeep - 0.5))).toBeCloseTo(0, 2);
  });

  test("of one row don't move another row's draws", () => {
    const one = smallDocument({ assumptions: { habitKeep: { low: 0, high: 1 } } });
    const two = smallDocument({
      assumptions: { turnoverPerYear: { low: 0, high: 0.9 }, habitKeep: { low: 0, high: 1 } },
    });
    expect(parametersOf(two, 7).habitKeep).toBe(parametersOf(one, 7).habitKeep);
    expect(Object.keys(parametersOf(two, 7))).toEqual(PARAMETERS.map((row) => row.name));
  });
});

describe("a seed", () => {
  test("is two unsigned 32-bit words, always the same for a text", () => {
    // Written down: they are part of every published result.
    expect(seedWords("groundwork")).toEqual(seedWords("groundwork"));
    expect(seedWords("groundwork")).toMatchInlineSnapshot(`
      [
        4199277913,
        2175596639,
      ]
    `);
    expect(seedWords("groundworK")).not.toEqual(seedWords("groundwork"));
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const word of seedWords(text)) expect(word === word >>> 0).toBe(true);
      }),
    );
  });
});
