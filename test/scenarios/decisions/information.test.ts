/** The value of information against textbook tables and the unit normal loss, and against a factor that tells nothing. */
import { describe, expect, test } from "vitest";
import { exp } from "../../../engine/math.ts";
import { informationValue } from "../../../scenarios/decisions/index.ts";
import { normalTail } from "../../../scenarios/diffusion/normal.ts";
import { columnsOf, normals, payoffsOf, uniforms } from "./kit.ts";

/** Raiffa & Schlaifer's unit normal linear loss: E max(0, Z − x). Their table: L(0) .3989, L(.5) .1978, L(1) .0833. */
function loss(x: number): number {
  return exp((-x * x) / 2) / Math.sqrt(6.283185307179586) - x * normalTail(x);
}

test("the loss is that of the published table", () => {
  expect(loss(0)).toBeCloseTo(0.3989, 4);
  expect(loss(0.5)).toBeCloseTo(0.1978, 4);
  expect(loss(1)).toBeCloseTo(0.0833, 4);
});

describe("knowing everything", () => {
  test("is worth what a table by hand says", () => {
    // Three states, equally likely; best on average is stocks, 4; the best of each state has mean 19/3.
    const known = informationValue(
      payoffsOf({ stocks: [-4, 4, 12], bonds: [-2, 3, 8], market: [3, 2, 1] }),
      [],
      "s",
    )!;
    expect(known.chosen).toBe("stocks");
    expect(known.all.value).toBeCloseTo(19 / 3 - 4, 12);
    expect(known.hasLuck).toBe(true);
  });

  test("is worth nothing where one plan is always best", () => {
    const known = informationValue(payoffsOf({ a: [1, 2, 3], b: [0, 1, 2.5] }), [], "s")!;
    expect(known.all).toEqual({ value: 0, low: 0, high: 0 });
  });

  test("counts luck neither as knowledge nor as gain where there are replicates", () => {
    const points = 2000;
    const replicates = 4;
    const noise = normals(points * replicates, 1);
    const values = [new Float64Array(points * replicates), noise];
    const { all } = informationValue({ plans: ["a", "b"], points, replicates, values }, [], "s")!;
    // The largest of noisy means would promise 0.2 here.
    expect(Math.abs(all.value!)).toBeLessThan(0.03);
    expect(all.low!).toBeLessThan(0.01);
  });
});

describe("knowing one assumption", () => {
  // b − a = −.5 + X + 2Y + noise: knowing X alone is worth L(.5), knowing Y alone 2·L(.25), knowing Z nothing.
  const points = 4000;
  const [x, y, z, noise] = [1, 2, 3, 4].map((column) => normals(points, column));
  const lead = x.map((value, i) => -0.5 + value + 2 * y[i] + 0.5 * noise[i]);
  const payoffs = { plans: ["a", "b"], points, replicates: 1, values: [new Float64Array(points), lead] };
  const { factors, all } = informationValue(payoffs, columnsOf({ x, y, z }), "s")!;
  const of = (name: string) => factors.find((each) => each.name === name)!;

  test("is worth the unit normal loss, whatever else varies", () => {
    expect(of("x").value!).toBeCloseTo(loss(0.5), 1);
    expect(of("x").low!).toBeLessThan(loss(0.5));
    expect(of("x").high!).toBeGreaterThan(loss(0.5));
    expect(of("y").low!).toBeLessThan(2 * loss(0.25));
    expect(of("y").high!).toBeGreaterThan(2 * loss(0.25));
    expect(factors.map(({ name }) => name)).toEqual(["y", "x", "z"]);
  });

  test("isn't worth more than knowing all, and nothing of a factor that tells nothing", () => {
    const sd = Math.sqrt(1 + 4 + 0.25);
    expect(all.value!).toBeCloseTo(sd * loss(0.5 / sd), 1);
    expect(of("y").value!).toBeLessThan(all.value!);
    expect(Math.abs(of("z").value!)).toBeLessThan(0.02);
  });

  test("finds nothing in 20 factors of nothing, where choosing by the same points would", () => {
    const few = 120;
    const nothing = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`n${i}`, uniforms(few, 50 + i)]),
    );
    const own = informationValue(
      { plans: ["a", "b"], points: few, replicates: 1, values: [new Float64Array(few), normals(few, 9)] },
      columnsOf(nothing),
      "s",
    )!;
    const mean = own.factors.reduce((sum, { value }) => sum + value!, 0) / 20;
    expect(mean).toBeLessThan(0.02);
  });
});

test("nothing is said without a point", () => {
  const values = [Float64Array.of(NaN), Float64Array.of(1)];
  expect(informationValue({ plans: ["a", "b"], points: 1, replicates: 1, values }, [], "s")).toBeUndefined();
});
