/** Break-even points where they are known, and the map of who wins over two factors. */
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { breakEven, cellOf, winAxis, winMap } from "../../../scenarios/decisions/index.ts";
import { crossingsOf } from "../../../scenarios/decisions/break-even.ts";
import { normals, uniforms } from "./kit.ts";

describe("a break-even", () => {
  const count = 1000;
  const x = uniforms(count, 1).map((u) => 10 * u);
  const noise = normals(count, 2);

  test("is found within its interval, whichever way the lead turns", () => {
    for (const sign of [1, -1]) {
      const leads = x.map((value, i) => sign * (value - 7) + 2 * noise[i]);
      const found = breakEven("x", x, leads, "s")!;
      expect(found.at!.low!).toBeLessThan(7);
      expect(found.at!.high!).toBeGreaterThan(7);
      expect(found.at!.high! - found.at!.low!).toBeLessThan(1);
      expect(found).toMatchObject({ direction: sign, certainty: 1 });
    }
  });

  test("is exact on a straight line without luck", () => {
    const found = breakEven(
      "x",
      x,
      x.map((value) => 3 - value),
      "s",
    )!;
    expect(found.at!.value).toBeCloseTo(3, 4);
    expect(found.at!.high! - found.at!.low!).toBeLessThan(1e-3);
    expect(found.ends[0]).toBeCloseTo(3 - found.range[0], 3);
  });

  test("isn't claimed where the lead never turns, nor where luck alone turns it", () => {
    const never = breakEven(
      "x",
      x,
      x.map((_, i) => 5 + noise[i]),
      "s",
    )!;
    expect(never).toMatchObject({ at: null, crossings: [], direction: 0, certainty: 0 });
    const flat = breakEven(
      "x",
      x,
      noise.map((value) => value + 0.15),
      "s",
    )!;
    expect(flat.certainty).toBeLessThan(0.95);
  });

  test("is one crossing for each change of sign", () => {
    const leads = x.map((value) => (value - 3) * (value - 8));
    const found = breakEven("x", x, leads, "s")!;
    expect(found.crossings).toHaveLength(2);
    expect(found.at).toBeNull();
    expect(found.crossings[0]).toBeCloseTo(3, 0);
    expect(found.crossings[1]).toBeCloseTo(8, 0);
  });

  test("of a switch lies between its values; of a constant there is none", () => {
    const isOn = x.map((value) => (value > 5 ? 1 : 0));
    const found = breakEven(
      "switch",
      isOn,
      isOn.map((on) => 2 * on - 1),
      "s",
    )!;
    expect(found.at!.value).toBeCloseTo(0.5, 4);
    expect(
      breakEven(
        "constant",
        x.map(() => 4),
        noise,
        "s",
      ),
    ).toBeUndefined();
  });

  test("lies on the straight line between two knots", () => {
    const height = fc.double({ min: 0.001, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(height, height, (below, above) => {
        const [at] = crossingsOf(Float64Array.of(2, 6), Float64Array.of(-below, above));
        expect(at).toBeGreaterThanOrEqual(2);
        expect(at).toBeLessThanOrEqual(6);
        expect((at - 2) * above).toBeCloseTo((6 - at) * below, -4);
      }),
    );
  });
});

describe("the map of who wins", () => {
  test("has every point in the cell of its values, and its verdict", () => {
    const count = 4000;
    const [x, y] = [uniforms(count, 3), uniforms(count, 4)];
    const leads = Float64Array.from(
      { length: 2 * count },
      (_, i) => x[i >> 1] - 0.5 + (i % 2 ? 0.05 : -0.05),
    );
    const axis = winAxis(x, 10);
    const map = winMap({ column: x, axis }, { column: y, axis: winAxis(y, 4) }, leads, 2);
    expect(map.cells).toHaveLength(40);
    expect(map.cells.reduce((sum, { points }) => sum + points, 0)).toBe(count);
    const row = map.cells.slice(20, 30).map(({ verdict }) => verdict);
    expect(row.slice(0, 4)).toEqual(["a", "a", "a", "a"]);
    expect(row.slice(6)).toEqual(["b", "b", "b", "b"]);
    expect(map.cells[25].probabilityBBeatsA.value).toBeGreaterThan(0.5);
  });

  test("is undecided where the interval covers a half, and empty without a run", () => {
    const x = Float64Array.of(0, 0, 0, 1, 1, 1);
    const leads = Float64Array.of(1, -1, 1, NaN, NaN, NaN);
    const axis = winAxis(x, 8);
    expect(axis.values).toEqual(Float64Array.of(0, 1));
    const map = winMap({ column: x, axis }, { column: x, axis }, leads, 1);
    expect(map.cells.map(({ verdict }) => verdict)).toEqual(["undecided", "empty", "empty", "empty"]);
  });

  test("cuts a log axis by equal ratios, ends exact", () => {
    const { edges } = winAxis(
      Float64Array.from({ length: 50 }, (_, i) => 1 + 99.99 * (i / 49) * (i / 49)),
      4,
      true,
    );
    expect(edges[0]).toBe(1);
    for (let k = 1; k < 4; k++) expect(edges[k + 1] / edges[k]).toBeCloseTo(edges[1] / edges[0], 9);
    expect(cellOf({ edges, values: undefined }, edges[4])).toBe(3);
    expect(cellOf({ edges, values: undefined }, edges[0])).toBe(0);
  });
});
