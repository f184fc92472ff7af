/** The ticks of an axis along an input's strip. */
import type { Strip } from "../../scenarios/exploration/index.ts";
import type { AxisTick } from "../charts/phase-map.tsx";
import { enclosingTicks } from "../charts/ticks.ts";
import { factorText } from "./words.ts";
import type { Notation } from "../words/notation.ts";

/** Round values along the strip, or its ends and middle; a list's values each in the middle of its bin. */
export function ticksOf(strip: Strip, notation: Notation): AxisTick[] {
  const { name, values, binCount } = strip;
  if (values !== undefined)
    return values.map((value, i) => ({ at: (i + 0.5) / binCount, text: factorText(name, value, notation) }));
  const round = roundValues(strip);
  if (round.length > 1)
    return round.map((value) => ({ at: strip.shareOf(value), text: factorText(name, value, notation) }));
  return [0, 0.5, 1].map((at) => ({ at, text: factorText(name, strip.valueAt(at), notation) }));
}

const TICKS_MOST = 8;
/** Whether a strip is cut into equal steps: its middle value then lies in its middle. */
const EVEN_WITHIN = 0.01;

function roundValues({ low, high, shareOf }: Strip): number[] {
  const isEven = Math.abs(shareOf((low + high) / 2) - 0.5) < EVEN_WITHIN;
  const inside = (value: number): boolean => value >= low && value <= high;
  if (isEven) return enclosingTicks(low, high, TICKS_MOST).values.filter(inside);
  const found = ratioValues(low, high, [1, 2, 5]).filter(inside);
  return found.length <= TICKS_MOST ? found : ratioValues(low, high, [1]).filter(inside);
}

/** Powers of ten times some figures, from below the low end to above the high one. */
function ratioValues(low: number, high: number, figures: readonly number[]): number[] {
  let power = 1;
  while (power > low) power /= 10;
  while (power * 10 <= low) power *= 10;
  const found: number[] = [];
  for (; power <= high; power *= 10)
    found.push(...figures.map((figure) => Number((figure * power).toPrecision(1))));
  return found;
}
