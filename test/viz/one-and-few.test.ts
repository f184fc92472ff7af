/** One of something is told as one. */
import { expect, test } from "vitest";
import type { DocumentIntervention } from "../../scenarios/index.ts";
import { barsOf, stepText } from "../../viz/words/plans.ts";
import { plain } from "../../viz/words/rich.ts";
import { unitOf } from "../../viz/words/units.ts";
import { verdictOf } from "../../viz/words/verdict.ts";
import { winsWords } from "../../viz/words/wins.ts";
import { ENGLISH } from "./notation.kit.ts";

const A = { name: "Platform first", plan: 0 };
const B = { name: "Problems first", plan: 1 };

test("plans that come to the same do so in every run there is", () => {
  const below = (runs: number): string =>
    plain(winsWords(verdictOf(new Float64Array(runs), A, B), B, 208).below);
  expect([1, 3, 400].map(below)).toEqual(["in the one run", "in all of 3 runs", "in all of 400 runs"]);
});

test("one week is one", () => {
  const { short, change, gap, longRange } = unitOf("weeks", ENGLISH);
  expect([short(1), short(0.5), short(21), change(-1), gap(1), longRange(1, 1)]).toEqual([
    "1 week",
    "0.5 weeks",
    "21 weeks",
    "−1 week",
    "1 week",
    "1",
  ]);
});

test("a step of one of something says so", () => {
  const steps: [DocumentIntervention, string][] = [
    [{ week: 0, kind: "campaign", weeks: 1, intensity: 1 }, "Campaign, 1 week"],
    [{ week: 0, kind: "events", every: 1 }, "Event every week"],
    [{ week: 0, kind: "communities", count: 1 }, "1 community of practice"],
    [{ week: 0, kind: "center", experts: 1 }, "Center of excellence, 1 expert"],
    [{ week: 0, kind: "tribe", ratio: 1, roleClarity: 1 }, "Tribe, 1 champion an expert"],
    [{ week: 0, kind: "tribe", ratio: 21, roleClarity: 1 }, "Tribe, 21 champions an expert"],
    [{ week: 0, kind: "incentive", weeks: 1, strength: 1 }, "Incentive, 1 week"],
  ];
  for (const [step, text] of steps) expect(stepText(step)).toBe(text);
  const bars = barsOf({ id: "p", name: "P", interventions: steps.map(([step]) => step) }, 0);
  expect(bars.lanes.flat().flatMap(({ texts }) => texts)).toContain("1 community");
});
