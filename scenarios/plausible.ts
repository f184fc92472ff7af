/** The plausible space: how far each assumption may reasonably be from its default, by its grade of evidence alone. */
import { PARAMETERS, type Parameter } from "../engine/index.ts";
import type { RangeFactor } from "./designs/factors.ts";
import { PLAUSIBLE_SHARES } from "./plausible-shares.ts";

/**
 * A factor for every assumption but the switches and those whose default is 0, which only tests and special companies
 * set; clipped to the table's bounds, money too. Equal ratios are equally likely, so that halves and doubles are.
 */
export const PLAUSIBLE_FACTORS: readonly RangeFactor[] = PARAMETERS.filter(
  (row) => row.unit !== "switch" && row.default !== 0,
).map(plausibleFactor);

function plausibleFactor(row: Parameter): RangeFactor {
  const [least, most] = PLAUSIBLE_SHARES[row.grade];
  const low = Math.max(row.low, row.default * least);
  const high = Math.min(row.high, row.default * most);
  return { name: row.name, low, high, scale: "log" };
}
