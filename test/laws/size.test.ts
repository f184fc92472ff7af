/** Size: how much a person and a tie take, and how many seats there can be. */
import { expect, it } from "vitest";
import { worldBytes } from "../../engine/index.ts";
import { BUSY, EVERYTHING, stepWeeks, worldOf } from "./worlds.ts";

it("a person takes at most 200 bytes, a tie 8, also when everybody takes part", () => {
  const company = { employeeCount: 30_000 };
  const world = stepWeeks(worldOf({ company, parameters: BUSY, plan: EVERYTHING, weeks: 208 }), 12);
  const { people, ties, tieCount } = worldBytes(world);
  expect(people / 30_000).toBeLessThan(200);
  expect(ties).toBe(8 * tieCount);
  expect(tieCount / 30_000).toBeGreaterThan(5);
});

it("seats have a limit, beyond which newcomers' numbers would not be unique", () => {
  const company = { employeeCount: 900_000 };
  const make = () => worldOf({ company, shocks: [{ week: 1, kind: "merger", share: 0.5 }] });
  expect(make).toThrow("too many employees with mergers; over 1048576: 1350000");
});
