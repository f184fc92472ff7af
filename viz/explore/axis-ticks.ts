/** The ticks of an axis along an input's strip. */
import type { Strip } from "../../scenarios/exploration/index.ts";
import type { AxisTick } from "../charts/phase-map.tsx";
import { factorText } from "./words.ts";

/** Ends and middle; a list's values each in the middle of its bin. */
export function ticksOf(strip: Strip): AxisTick[] {
  const { name, values, binCount } = strip;
  if (values !== undefined)
    return values.map((value, i) => ({ at: (i + 0.5) / binCount, text: factorText(name, value) }));
  return [0, 0.5, 1].map((at) => ({ at, text: factorText(name, strip.valueAt(at)) }));
}
