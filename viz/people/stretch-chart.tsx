/** How many people are something, in one future: a curve a plan, and the stretch of weeks that is looked at. */
import type { JSX } from "preact";
import type { Calendar } from "../charts/calendar.ts";
import type { PlanBands } from "../charts/bands.ts";
import { fanFrame, type FanData } from "../charts/fan.tsx";
import type { Size } from "../charts/geometry.ts";
import type { Palette } from "../charts/palette.ts";
import { StretchShade } from "../charts/stretch.tsx";
import type { Stretch } from "../store/stretch.ts";
import { countText } from "../words/decimals.ts";
import type { Notation } from "../words/notation.ts";

/** One plan's people, by week. */
export interface PeopleCurve {
  readonly name: string;
  readonly plan: number;
  readonly values: Float64Array;
}

/** With as many on the axis no tick falls between two. */
const WHOLE_TICKS = 5;

/** A single run is a fan without width. */
export function stretchFan(
  weeks: number,
  curves: readonly PeopleCurve[],
  notation: Notation,
  calendar?: Calendar,
): FanData {
  const plans = curves.map(({ name, plan, values }): PlanBands => ({
    name,
    plan,
    bands: { p5: values, p25: values, p50: values, p75: values, p95: values },
  }));
  return {
    weeks,
    calendar,
    plans,
    notes: [],
    // People are whole, and so are the ticks of so few.
    reach: [WHOLE_TICKS],
    // People are whole.
    axisText: (value) => (Number.isInteger(value) ? countText(value, notation) : ""),
    valueLines: ({ bands }, week) => [
      bands.p50[week] === 1 ? "1 person" : `${countText(bands.p50[week], notation)} people`,
    ],
  };
}

/** The stretch, as a shade behind the curves. */
export function stretchShade(
  data: FanData,
  size: Size,
  palette: Palette,
  stretch: Stretch | null,
): JSX.Element | null {
  if (stretch === null) return null;
  const { x, margins } = fanFrame(data, size);
  const [top, bottom] = [margins.top, size.height - margins.bottom];
  return <StretchShade {...stretch} x={x} top={top} bottom={bottom} palette={palette} />;
}
