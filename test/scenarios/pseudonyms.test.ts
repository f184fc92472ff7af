/** People under pseudonyms: nobody's name is left, results are the same to the bit, and damage is refused. */
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { run } from "../../engine/index.ts";
import {
  checkDocument,
  importRoster,
  importTies,
  InputError,
  pseudonymous,
  readPeople,
  resolveOrganisation,
  specOf,
  writePeople,
  type Document,
  type ImportedOrganisation,
  type Pseudonymous,
} from "../../scenarios/index.ts";
import { fromBase64Url, toBase64Url } from "../../scenarios/links/base64url.ts";
import { deflate, inflate } from "../../scenarios/links/deflate.ts";

const UNITS = ["Quillfeather Bank", "Zanzibar+Partners (old)", "HR"];
const ROLES = ["Cheese taster", "Relationship manager", "deep"];
const SITES = ["Oberammergau", "Llanfair"];
const IDS = Array.from({ length: 60 }, (_, i) =>
  i % 3 === 0 ? `ada.lovelace${i}` : `Grace ${"XYZ"[i % 3]}${i} Hopper`,
);
const NAMES = [...UNITS, ...ROLES.slice(0, 2), ...SITES, ...IDS];

const ROSTER = [
  "id,unit,department,team,role,manager,site",
  ...IDS.map((id, i) =>
    [
      id,
      UNITS[i % 3],
      `D${i % 6}`,
      `T${i % 12}`,
      ROLES[(i >> 1) % 3],
      i < 3 ? "" : IDS[i % 3],
      SITES[i % 2],
    ].join(","),
  ),
].join("\n");
const TIES = ["source,target", ...IDS.slice(1).map((id, i) => `${IDS[(i * 7) % (i + 1)]},${id}`)].join("\n");

const asked = checkDocument({
  groundwork: 1,
  name: "Quillfeather Bank, HR and HRM",
  notes: "ada.lovelace0 asked; the ada of HRM did not.",
  company: {
    library: "global-bank",
    employees: 500,
    name: "Of Oberammergau",
    sites: ["Llanfair", "Nowhere else"],
  },
  plans: [
    {
      id: "first",
      name: "Cheese taster first",
      notes: "Grace Y1 Hopper leads it.",
      interventions: [
        { week: 0, kind: "communities", count: 2, scope: { roles: ["Cheese taster"], units: ["HR"] } },
        { week: 4, kind: "platform", fast: true, scope: { sites: ["Oberammergau"] } },
      ],
    },
    { id: "second", name: "Second", interventions: [{ week: 2, kind: "campaign", weeks: 8, intensity: 1 }] },
  ],
  shocks: [{ week: 9, kind: "layoffs", share: 0.1, scope: { units: ["Zanzibar+Partners (old)"] } }],
  story: {
    steps: [
      {
        name: "HR",
        week: 9,
        plans: ["first"],
        measure: "deepShare",
        headline: "{deep} of Zanzibar+Partners (old)",
        text: "At Llanfair, {deep:first} go deep.",
        notes: "Quillfeather Bank",
      },
    ],
    translations: [
      { language: "de", steps: [{ name: "HR", headline: "{deep} in Oberammergau", text: "", notes: "HR" }] },
    ],
  },
  chartNotes: [{ measure: "deepShare", week: 3, value: 0.1, text: "Llanfair joins" }],
  seed: "pseudonyms",
  weeks: 20,
});

describe("people under pseudonyms", () => {
  let people: ImportedOrganisation;
  let nameless: Pseudonymous;
  let text: string;
  beforeAll(async () => {
    const roster = await importRoster([ROSTER]);
    people = { roster, ties: await importTies([TIES], roster) };
    nameless = pseudonymous(asked, people);
    text = await writePeople(nameless.people);
  });

  const digestsOf = (document: Document, whose: ImportedOrganisation): string[] =>
    document.plans.map(
      (_, plan) => run(specOf(document, resolveOrganisation(document, whose), plan, 0)).digest,
    );

  test("have the same results to the bit, also when they come out of a file", async () => {
    const digests = digestsOf(asked, people);
    expect(new Set(digests).size).toBe(2);
    expect(digestsOf(nameless.document, nameless.people)).toEqual(digests);
    const read = await readPeople(text);
    expect(digestsOf(nameless.document, read)).toEqual(digests);
    expect(read).toEqual(nameless.people);
  });

  test("leave no name behind, neither in the lists nor in any text or scope", async () => {
    const told = JSON.stringify(nameless) + (await inflate(fromBase64Url(text), 1e6));
    for (const name of NAMES.filter((one) => one !== "HR"))
      expect([name, told.includes(name)]).toEqual([name, false]);
    expect(told).not.toMatch(/\bHR\b/);
  });

  test("are called in the order of the lists, the same each time", () => {
    expect(pseudonymous(asked, people)).toEqual(nameless);
    const { document } = nameless;
    expect(document.name).toBe("Unit 1, Unit 3 and HRM");
    expect(document.notes).toBe("Employee 1 asked; the ada of HRM did not.");
    expect(document.plans[0].name).toBe("Role 1 first");
    expect(document.plans[0].interventions[0].scope).toEqual({ units: ["Unit 3"], roles: ["Role 1"] });
    expect(document.company.salesLikeRole).toBe("Role 2");
    expect(document.plans.map(({ id }) => id)).toEqual(["first", "second"]);
  });

  test("leave results in braces alone, whatever a role is called", () => {
    const [step] = nameless.document.story!.steps;
    expect(step).toMatchObject({ name: "Unit 3", headline: "{deep} of Unit 2", notes: "Unit 1" });
    expect(step.text).toBe("At Site 2, {deep:first} go Role 3.");
  });

  test("are refused in a sentence, or read, whatever is done to their text", async () => {
    const inside = await inflate(fromBase64Url(text), 1e6);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(inside.length - 1),
        fc.string({ minLength: 1, maxLength: 3 }),
        async (at, put) => {
          const damaged = inside.slice(0, at) + put + inside.slice(at + put.length);
          await readPeople(toBase64Url(await deflate(damaged))).then(
            ({ roster }) => expect(roster.ids.length).toBeLessThanOrEqual(1_000_000),
            (error: unknown) => expect(error).toBeInstanceOf(InputError),
          );
        },
      ),
      { numRuns: 150 },
    );
    for (const other of ["", "AAAA", text.slice(0, -20), text.slice(4)])
      await expect(readPeople(other)).rejects.toThrow(InputError);
  });
});
