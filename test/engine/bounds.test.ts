/** Bounds: where a cheap bound decides instead of an exact probability, it never decides otherwise. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { parametersWith } from "../../engine/index.ts";
import { integerPower } from "../../engine/math.ts";
import { POWER_ERROR } from "../../engine/processes/problems.ts";
import { buildTables } from "../../engine/tables.ts";

function isBound(unknown: number, ties: number): boolean {
  return ties * (1 - unknown) + POWER_ERROR >= 1 - integerPower(unknown, ties);
}

it("n ties help with at most n times the chance of one, for every topic and up to 400 ties", () => {
  for (const unknown of buildTables(parametersWith(), 1).tieUnknown)
    for (let ties = 0; ties <= 400; ties = ties < 32 ? ties + 1 : 2 * ties)
      expect(isBound(unknown, ties), `${unknown} ${ties}`).toBe(true);
});

it("and so for any chance and as many ties as there can be", () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(65_535), isBound), {
    numRuns: 2000,
  });
});
