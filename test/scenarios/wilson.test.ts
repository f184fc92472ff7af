/** Wilson's interval of a share: textbook values, the ends, and where it must lie. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "../../scenarios/index.ts";

describe("Wilson's interval", () => {
  test("is the textbook's", () => {
    const [low, high] = wilson(8, 10);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  test("is exact at the ends: no wins give 0 to z²/(n + z²), all wins its mirror image", () => {
    const z2 = 1.959964 * 1.959964;
    expect(wilson(0, 500)[0]).toBe(0);
    expect(wilson(0, 500)[1]).toBeCloseTo(z2 / (500 + z2), 12);
    expect(wilson(500, 500)[0]).toBeCloseTo(500 / (500 + z2), 12);
    expect(wilson(500, 500)[1]).toBe(1);
  });

  test("at one half is half ± z/(2·√(n + z²))", () => {
    const [low, high] = wilson(50, 100);
    const half = 1.959964 / (2 * Math.sqrt(100 + 1.959964 * 1.959964));
    expect(low).toBeCloseTo(0.5 - half, 12);
    expect(high).toBeCloseTo(0.5 + half, 12);
  });

  test("lies within 0 and 1 and around the share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (runs, share) => {
          const [low, high] = wilson(share * runs, runs);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(share + 1e-12);
          expect(high).toBeGreaterThanOrEqual(share - 1e-12);
        },
      ),
    );
  });
});
