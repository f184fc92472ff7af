/** Break-even points where they are known, and the map of who wins over two factors. */
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { breakEven } from "../../../scenarios/decisions/index.ts";
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
