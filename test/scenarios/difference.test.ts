/** Plans compared in words. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultDocument, planDifference, planSha, type Plan } from "../../scenarios/index.ts";

type Interventions = Plan["interventions"];
const differences = (a: Interventions, b: Interventions) =>
  planDifference({ interventions: a }, { interventions: b });
const council = { week: 26, kind: "council" } as const;

describe("two plans", () => {
  test("that do the same differ in nothing, whatever the order of their lists", () => {
    for (const { interventions } of defaultDocument().plans) {
      expect(differences(interventions, interventions.toReversed())).toEqual([]);
    }
  });

  test("in two orders differ in when things start", () => {
    const [, problems, same] = defaultDocument().plans;
    expect(planDifference(same, problems)).toEqual([
      "Platform starts 104 weeks later, in week 104",
      "Campaign starts 104 weeks later, in week 104",
      "12 communities start 26 weeks earlier, in week 0",
      "Measuring starts 26 weeks earlier, in week 0",
      "12 communities start 26 weeks earlier, in week 26",
      "Council starts 26 weeks earlier, in week 26",
      "24 communities start 26 weeks earlier, in week 52",
      "Center of excellence starts 26 weeks earlier, in week 52",
      "24 communities start 26 weeks earlier, in week 78",
      "Tribe starts 26 weeks earlier, in week 78",
    ]);
  });

  test("differ in what one adds or leaves out", () => {
    const events = { week: 0, kind: "events", every: 13 } as const;
    expect(differences([events], [council])).toEqual([
      "B leaves out events every 13 weeks of week 0",
      "B adds a council in week 26",
    ]);
  });

  const campaign = { week: 4, kind: "campaign", weeks: 12, intensity: 1 } as const;
  const scoped = { ...council, scope: { units: ["Unit 1", "Unit 2"], roles: ["Clerk"] } };
  test.each<[Interventions[number], Interventions[number], string[]]>([
    [
      { week: 0, kind: "platform" },
      { week: 0, kind: "platform", fast: true },
      ["Platform: a fast review instead of the usual review"],
    ],
    [
      campaign,
      { ...campaign, weeks: 1, intensity: 0.5 },
      ["Campaign: 1 week instead of 12 weeks", "Campaign: intensity 0.5 instead of intensity 1"],
    ],
    [
      campaign,
      { ...campaign, week: 5, weeks: 13 },
      ["Campaign: 13 weeks instead of 12 weeks", "Campaign starts 1 week later, in week 5"],
    ],
    [
      { week: 0, kind: "communities", count: 12 },
      { week: 0, kind: "communities" },
      ["Communities: all instead of 12"],
    ],
    [
      { week: 0, kind: "communities", count: 12 },
      { week: 0, kind: "communities", count: 12, structuredWeeks: 4 },
      ["Communities: structured for 4 weeks instead of no structured meetings"],
    ],
    [
      { week: 0, kind: "center", experts: 1 },
      { week: 0, kind: "center", experts: 6 },
      ["Center of excellence: 6 experts instead of 1 expert"],
    ],
    [
      { week: 0, kind: "measure", what: "both" },
      { week: 0, kind: "measure", what: "platform" },
      ["Measuring: the platform instead of both media"],
    ],
    [
      { week: 0, kind: "stop", what: "center" },
      { week: 0, kind: "stop", what: "campaign" },
      ["End: of the campaign instead of of the center of excellence"],
    ],
    [council, scoped, ["Council: in Unit 1 and Unit 2, for Clerk instead of everywhere"]],
    [scoped, council, ["Council: everywhere instead of in Unit 1 and Unit 2, for Clerk"]],
  ])("with %j against %j say so", (a, b, words) => {
    expect(differences([a], [b])).toEqual(words);
  });

  test("differ in no word exactly if they do the same", () => {
    const week = fc.integer({ min: 0, max: 3 });
    const intervention = fc.oneof(
      fc.record({ week, kind: fc.constant("council" as const) }),
      fc.record({ week, kind: fc.constant("communities" as const), count: fc.integer({ min: 1, max: 2 }) }),
      fc.record({
        week,
        kind: fc.constant("stop" as const),
        what: fc.constantFrom("council" as const, "center" as const),
      }),
    );
    const plan = fc.array(intervention, { maxLength: 4 });
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        const isSame = planSha({ interventions: a }) === planSha({ interventions: b });
        const words = differences(a, b);
        expect(words.length === 0).toBe(isSame);
        expect(words.length).toBeLessThanOrEqual(2 * (a.length + b.length));
        expect(differences(b, a).length).toBe(words.length);
      }),
      { numRuns: 1000 },
    );
  });
});
