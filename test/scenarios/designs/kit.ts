/** What tests of designs share: factors of all kinds, functions to analyse, answers of plain functions. */
import fc from "fast-check";
import { answer, type Design, type DesignRun, type Factor } from "../../../scenarios/index.ts";

/** k ranges from 0 to 1, named x0, x1, … */
export function unitFactors(count: number): Factor[] {
  return Array.from({ length: count }, (_, i) => ({ name: `x${i}`, low: 0, high: 1 }));
}

/** Analyses a function of one run. */
export async function analysed<Kind extends string, Analysis>(
  design: Design<Kind, Analysis>,
  f: (run: DesignRun) => number,
): Promise<Analysis> {
  return design.analyse(await answer(design, (runs) => Promise.resolve(runs.map(f))));
}

export const seeds = fc.string({ maxLength: 12 });

const ends = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

/** Ranges, linear and log, and lists of values. */
export const factor: fc.Arbitrary<Factor> = fc.oneof(
  ends.map(([low, high]): Factor => ({ name: "f", low, high })),
  ends.map(([low, high]): Factor => ({
    name: "f",
    low: Math.abs(low) + 1,
    high: Math.abs(low) + 1 + high - low,
    scale: "log",
  })),
  fc
    .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 7 })
    .map((values): Factor => ({ name: "f", values })),
);
