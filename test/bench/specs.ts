/** What is timed: no programme, the platform alone, and the five stages. */
import { parametersWith, type Intervention, type RunSpec } from "../../engine/index.ts";

const PLATFORM_ONLY: Intervention[] = [
  { week: 0, kind: "platform" },
  { week: 0, kind: "campaign", weeks: 12, intensity: 1 },
  { week: 0, kind: "events", every: 13 },
];

const FIVE_STAGES: Intervention[] = [
  { week: 0, kind: "communities", count: 12 },
  { week: 0, kind: "measure", what: "communities" },
  { week: 26, kind: "council" },
  { week: 26, kind: "communities", count: 12 },
  { week: 52, kind: "center", experts: 4 },
  { week: 52, kind: "communities", count: 24 },
  { week: 78, kind: "tribe", ratio: 50, roleClarity: 0.8 },
  { week: 78, kind: "communities", count: 24 },
  { week: 104, kind: "platform" },
  { week: 104, kind: "campaign", weeks: 12, intensity: 1 },
];

export function benchSpecs(employeeCount: number, weeks: number): { name: string; spec: RunSpec }[] {
  const spec = (plan: readonly Intervention[]): RunSpec => ({
    company: { employeeCount, ties: { kind: "synthetic" }, salesLikeRole: 1 },
    parameters: parametersWith(),
    plan,
    shocks: [],
    weeks,
    seed: [1, 2],
    replicate: 0,
  });
  return [
    { name: "quiet", spec: spec([]) },
    { name: "platform", spec: spec(PLATFORM_ONLY) },
    { name: "five stages", spec: spec(FIVE_STAGES) },
  ];
}
