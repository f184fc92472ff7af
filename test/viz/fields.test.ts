/** The editor's fields say what the schema says: every kind, every field, every bound. */
import { describe, expect, test } from "vitest";
import { checkDocument, defaultDocument, documentJsonSchema, type Plan } from "../../scenarios/index.ts";
import { FIELDS, KINDS, usualStep } from "../../viz/words/fields.ts";
import { refusalSentence } from "../../viz/words/refusals.ts";

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly items: Schema;
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

const step = (documentJsonSchema() as Schema).properties["plans"].items.properties["interventions"].items;
const schemas = new Map((step.oneOf ?? step.anyOf).map((one) => [one.properties["kind"].const!, one]));

test("every kind of step the schema knows can be added", () => {
  expect(KINDS.toSorted()).toEqual([...schemas.keys()].toSorted());
});

describe.each(KINDS)("%s", (kind) => {
  const { properties, required } = schemas.get(kind)!;
  const own = Object.keys(properties).filter((name) => !["week", "kind", "scope"].includes(name));

  test("has all its fields, with the schema's bounds", () => {
    expect(FIELDS[kind].map((field) => field.name).toSorted()).toEqual(own.toSorted());
    for (const field of FIELDS[kind]) {
      const schema = properties[field.name];
      if (field.type === "choice") expect(field.options.map((one) => one.value)).toEqual(schema.enum);
      if (field.type !== "number") continue;
      expect(schema.maximum).toBe(field.high);
      expect(field.isLowOpen ? schema.exclusiveMinimum : schema.minimum).toBe(field.low);
      expect(required?.includes(field.name)).toBe(field.absent === undefined);
      expect(field.slideTo).toBeLessThanOrEqual(field.high);
    }
  });

  test("begins as a step that the schema takes", () => {
    const document = defaultDocument();
    const plan: Plan = { ...document.plans[0], interventions: [usualStep(kind, 0)] };
    expect(checkDocument({ ...document, plans: [plan] }).plans[0].interventions).toEqual([
      usualStep(kind, 0),
    ]);
  });
});

test("a refusal is one sentence about the field one sees", () => {
  expect(
    refusalSentence('invalid plans[0].name; not text of 1 to 120 characters: ""', "Name of the plan"),
  ).toBe("Name of the plan can’t be that: not text of 1 to 120 characters.");
  expect(refusalSentence("invalid plans[0].interventions[1].intensity; not in (0, 2]: 5", "Intensity")).toBe(
    "Intensity can’t be that: not in (0, 2].",
  );
  expect(refusalSentence("invalid x; not a finite number: NaN", "Week")).toBe(
    "Week can’t be that: not a finite number.",
  );
  expect(refusalSentence('unknown company: "x"', "Company")).toBe(
    'Company can’t be that: unknown company: "x".',
  );
});
