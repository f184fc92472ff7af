/** The library: every company with every plan is a question that can be run. */
import { describe, expect, test } from "vitest";
import {
  checkDocument,
  defaultDocument,
  LIBRARY,
  libraryDocument,
  planSha,
  resolveOrganisation,
  specOf,
} from "../../scenarios/index.ts";
import { workplace } from "../../scenarios/library/workplace.ts";

const PLAN_IDS = LIBRARY.plans.map((plan) => plan.id);

describe("the library", () => {
  test.each(LIBRARY.companies.map((company) => [company.id]))("%s is valid with every plan", (id) => {
    const document = libraryDocument(id, PLAN_IDS);
    const organisation = resolveOrganisation(document);
    // To the letter, keys in their order: the library's documents are made without the parser.
    expect(JSON.stringify(checkDocument(document))).toBe(JSON.stringify(document));
    for (const plan of PLAN_IDS.keys()) {
      expect(specOf(document, organisation, plan, 0).weeks).toBe(document.weeks);
    }
  });

  test("has ids and names once, and notes in sentences", () => {
    for (const list of [LIBRARY.companies, LIBRARY.plans]) {
      expect(new Set(list.map((item) => item.id)).size).toBe(list.length);
      expect(new Set(list.map((item) => item.name)).size).toBe(list.length);
      for (const { note } of list) expect(note).toMatch(/^[A-Z0-9].{40,400}\.$/);
    }
  });

  test("knows companies and plans by id only", () => {
    expect(() => libraryDocument("bank", [])).toThrow('unknown company: "bank"');
    expect(() => libraryDocument("global-bank", ["first"])).toThrow('unknown plan: "first"');
    expect(() => libraryDocument("global-bank", [])).toThrow("invalid plans; an empty list: a list");
    expect(() => libraryDocument("global-bank", ["nothing", "nothing"])).toThrow(
      'invalid plans[1].id; an id twice: "nothing"',
    );
  });

  test("starts with three plans on the bank, whose second-largest role sells", () => {
    const document = defaultDocument();
    expect(document.plans.map((plan) => plan.id)).toEqual([
      "platform-first",
      "problems-first",
      "same-platform-first",
    ]);
    const { company, roleNames, unitNames } = resolveOrganisation(document);
    expect(company).toMatchObject({ employeeCount: 10_000, roleCount: 12, salesLikeRole: 1 });
    expect(roleNames[1]).toBe("Relationship manager");
    expect(unitNames).toHaveLength(20);
    expect(document).toMatchObject({ weeks: 208, assumptions: {}, shocks: [] });
  });
});

describe("the plans", () => {
  const byId = new Map(LIBRARY.plans.map((plan) => [plan.id, plan]));
  const interventions = (id: string) => byId.get(id)!.interventions;
  const dated = (id: string) => interventions(id).map((item) => `${item.week} ${item.kind}`);

  test("are dated as the model's text says", () => {
    expect(dated("platform-first")).toEqual(["0 platform", "0 campaign", "0 events"]);
    const stages =
      "0 communities,0 measure,26 council,26 communities,52 center,52 communities,78 tribe,78 communities";
    expect(dated("problems-first").join(",")).toBe(`${stages},104 platform,104 campaign`);
    const moved =
      "26 communities,26 measure,52 council,52 communities,78 center,78 communities,104 tribe,104 communities";
    expect(dated("same-platform-first").join(",")).toBe(`0 platform,0 campaign,${moved}`);
    expect(new Set(interventions("everything-at-once").map((item) => item.week))).toEqual(new Set([0]));
    expect(interventions("nothing")).toEqual([]);
  });

  test("that are the same but for their order are the same but for their weeks", () => {
    const undated = (id: string) =>
      interventions(id)
        .map((item) => JSON.stringify({ ...item, week: 0 }))
        .toSorted();
    expect(undated("same-platform-first")).toEqual(undated("problems-first"));
    expect(undated("everything-at-once")).toEqual(undated("problems-first"));
    expect(new Set(LIBRARY.plans.map(planSha)).size).toBe(LIBRARY.plans.length);
  });

  test("for a very large firm has 150 communities", () => {
    const counts = interventions("150-networks").map((item) =>
      item.kind === "communities" ? item.count! : 0,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(150);
  });
});

describe("the measured workplace", () => {
  const { roster, ties } = workplace();
  const count = roster.ids.length;
  const { source, target } = ties!;
  const { department } = roster.roster;
  const degree = new Float64Array(count);
  const friends = Array.from({ length: count }, () => new Set<number>());
  for (const [i, a] of source.entries()) {
    const b = target[i];
    degree[a]++;
    degree[b]++;
    friends[a].add(b);
    friends[b].add(a);
  }
  const across = source.filter((a, i) => department[a] !== department[target[i]]).length;

  test("has 217 people in 12 departments", () => {
    expect(count).toBe(217);
    expect(new Set(department).size).toBe(12);
    expect(roster.roleNames).toHaveLength(12);
  });

  test("is near the structure of the real one", () => {
    const sizes = Array.from({ length: 12 }, (_, d) => department.filter((own) => own === d).length);
    const pairsWithin = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
    const pairsAcross = (count * (count - 1)) / 2 - pairsWithin;
    const mean = (2 * source.length) / count;
    const variance = degree.reduce((sum, d) => sum + (d - mean) ** 2, 0) / count;
    const clustering = friends.reduce((sum, own) => {
      const list = [...own];
      const closed = list.reduce((n, a) => n + list.filter((b) => b > a && friends[a].has(b)).length, 0);
      return sum + (list.length > 1 ? (2 * closed) / (list.length * (list.length - 1)) : 0);
    }, 0);
    const near = (value: number, aim: number, share: number) =>
      expect(Math.abs(value / aim - 1), `${value} for ${aim}`).toBeLessThan(share);
    near((source.length - across) / pairsWithin, 0.228, 0.1);
    near(across / pairsAcross, 0.013, 0.1);
    near(across / source.length, 0.267, 0.1);
    near(mean, 8.9, 0.1);
    near(Math.sqrt(variance) / mean, 0.55, 0.1);
    near(clustering / count, 0.332, 0.1);
  });

  test("with another number of employees becomes synthetic, and says so", () => {
    const document = libraryDocument("measured-workplace", ["nothing"]);
    expect(resolveOrganisation(document).company).toMatchObject({
      employeeCount: 217,
      ties: { kind: "imported" },
    });
    const larger = checkDocument({ ...document, company: { ...document.company, employees: 500 } });
    const { company, report } = resolveOrganisation(larger);
    expect(company).toMatchObject({ employeeCount: 500, ties: { kind: "synthetic" } });
    expect(company.roster).toBeUndefined();
    expect(report).toEqual(["Another number of employees than 217: its people and ties are synthetic."]);
  });
});
