/** How an estimate settles as points are added: its mean, and an interval that should narrow. */
import type { JSX } from "preact";
import { scaleOf, type Size } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { SMALL } from "./text.ts";
import { enclosingTicks } from "./ticks.ts";

export interface SettlingData {
  readonly steps: readonly {
    readonly count: number;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly axisText: (value: number, isTop: boolean) => string;
  readonly countText: (count: number) => string;
}

const LEFT = 56;
const TOP = 10;
const BOTTOM = 24;
/** Intervals of the first few points would dwarf all others. */
const WIDEST_FROM = 0.1;

export function SettlingMarks(props: {
  readonly data: SettlingData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const { steps, axisText, countText } = data;
  const last = steps.at(-1)?.count ?? 1;
  const judged = steps.filter(({ count }) => count >= last * WIDEST_FROM);
  const low = Math.min(0, ...judged.map((step) => step.low));
  const high = Math.max(0, ...judged.map((step) => step.high));
  const ticks = enclosingTicks(low, high, 4);
  const base = size.height - BOTTOM;
  const x = scaleOf([0, last], [LEFT, size.width - 4]);
  const pixel = scaleOf(ticks.domain, [base, TOP]);
  const y = (value: number): number => Math.max(TOP, Math.min(base, pixel(value)));
  const top = ticks.values.at(-1);
  const there = steps.map(({ count, high: to }) => `${x(count)},${y(to)}`).join("L");
  const back = steps
    .toReversed()
    .map(({ count, low: from }) => `${x(count)},${y(from)}`)
    .join("L");
  return (
    <g font-size={SMALL} fill={palette.secondary}>
      {ticks.values.map((value) => (
        <g key={value} text-anchor="end">
          <path
            d={`M${LEFT},${y(value)}H${size.width - 4}`}
            stroke={value === 0 ? palette.ink : palette.rule}
          />
          <text x={LEFT - 8} y={y(value) + 4}>
            {axisText(value, value === top)}
          </text>
        </g>
      ))}
      {steps.length < 2 ? null : <path d={`M${there}L${back}Z`} fill={palette.ink} fill-opacity="0.16" />}
      <path
        d={`M${steps.map(({ count, mean }) => `${x(count)},${y(mean)}`).join("L")}`}
        stroke={palette.ink}
        stroke-width="2.5"
      />
      <text x={LEFT} y={base + 18}>
        {countText(0)}
      </text>
      <text x={size.width - 4} y={base + 18} text-anchor="end">
        {countText(last)}
      </text>
    </g>
  );
}
