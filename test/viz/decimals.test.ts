/** Decimals are written as d3 writes them, for every number a page may show. */
import fc from "fast-check";
import { format } from "d3";
import { expect, test } from "vitest";
import { atMostText, countText, fixedText, significantText } from "../../viz/words/decimals.ts";
import { ENGLISH } from "./notation.kit.ts";

const numbers = fc.oneof(
  fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
  fc.double({ noNaN: true, min: -1200, max: 1200 }),
  fc.double({ noNaN: true, min: -1, max: 1 }),
  fc.integer(),
);
const options = { numRuns: 2000 };

/** d3 keeps the sign of what rounds to nothing only where it trims no zeros. */
function expected(specifier: string, value: number): string {
  return format(specifier)(value).replace(/^−([0.,]*)$/, "$1");
}

test("significant digits are those of d3", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 9 }), (value, digits) => {
      expect(significantText(value, digits, ENGLISH)).toBe(expected(`,.${digits}~r`, value));
    }),
    options,
  );
});

test("places are those of d3, with and without zeros at the end", () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 4 }), (value, places) => {
      expect(fixedText(value, places, ENGLISH)).toBe(expected(`,.${places}f`, value));
      expect(atMostText(value, places, ENGLISH)).toBe(expected(`,.${places}~f`, value));
    }),
    options,
  );
});

test("counts are those of d3", () => {
  fc.assert(
    fc.property(fc.integer(), (count) => {
      expect(countText(count, ENGLISH)).toBe(expected(",", count));
    }),
    options,
  );
});
