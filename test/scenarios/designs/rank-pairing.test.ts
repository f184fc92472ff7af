/** Ranks are paired as wanted, values stay where they were, and what can't be had is refused. */
import { expect, test } from "vitest";
import { hypercubeDesign, latinHypercube } from "../../../scenarios/index.ts";
import { pairedRanks } from "../../../scenarios/designs/rank-pairing.ts";
import { unitFactors } from "./kit.ts";

const rows = latinHypercube(3, { points: 1000, seed: "pairs" });
const WANTED = [
  [1, 0.7, 0],
  [0.7, 1, -0.4],
  [0, -0.4, 1],
];

/** Spearman's: of a Latin hypercube the slices are the ranks. */
function rankCorrelation(points: readonly Float64Array[], i: number, j: number): number {
  const n = points.length;
  const rank = (share: number): number => Math.floor(share * n) - (n - 1) / 2;
  const products = points.reduce((sum, row) => sum + rank(row[i]) * rank(row[j]), 0);
  return products / ((n * (n * n - 1)) / 12);
}

test("ranks correlate as wanted within a twentieth, and every column keeps its values", () => {
  const paired = pairedRanks(rows, WANTED);
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ])
    expect(Math.abs(rankCorrelation(paired, i, j) - WANTED[i][j]), `${i} ${j}`).toBeLessThan(0.05);
  for (let j = 0; j < 3; j++)
    expect(Float64Array.from(paired, (row) => row[j]).toSorted()).toEqual(
      Float64Array.from(rows, (row) => row[j]).toSorted(),
    );
});

test("a hypercube of factors takes them", () => {
  const design = hypercubeDesign(unitFactors(3), {
    points: 1000,
    seed: "pairs",
    replicates: 1,
    correlations: WANTED,
  });
  expect(design.rows).toEqual(pairedRanks(rows, WANTED));
});

test("correlations that are impossible together, and too few points, are refused", () => {
  const impossible = [
    [1, 0.9, 0.9],
    [0.9, 1, -0.9],
    [0.9, -0.9, 1],
  ];
  expect(() => pairedRanks(rows, impossible)).toThrow("invalid correlations; impossible together");
  expect(() => pairedRanks(rows.slice(0, 3), WANTED)).toThrow("invalid points; too few for 3 factors");
});
