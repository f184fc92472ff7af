/** A factor's points as a row of bars: dark what is chosen, light what the ranges leave out. */
import type { JSX } from "preact";
import { round, type Size } from "./geometry.ts";
import type { Palette } from "./palette.ts";

export interface StripData {
  readonly all: ArrayLike<number>;
  readonly marked: ArrayLike<number>;
  /** Chosen range as shares of the strip's length; null: all of it. */
  readonly range: readonly [number, number] | null;
}

const GAP = 1;
/** Below the bars: the rule, and the chosen range as a thick line. */
const FOOT = 6;

export function StripMarks(props: {
  readonly data: StripData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const { all, marked, range } = data;
  const base = size.height - FOOT;
  const most = Math.max(1, ...Array.from(all));
  const width = size.width / all.length;
  const bars = (counts: ArrayLike<number>): string =>
    Array.from(counts, (count, i) =>
      barPath(i * width, width - GAP, base, round((base * count) / most)),
    ).join("");
  const [from, to] = range ?? [0, 1];
  return (
    <g>
      <path d={bars(all)} fill={palette.rule} />
      <path d={bars(marked)} fill={palette.secondary} />
      <path d={`M0,${base + 0.5}H${size.width}`} stroke={palette.ink} />
      {range === null ? null : (
        <path
          d={`M${round(from * size.width)},${base + 3}H${round(to * size.width)}`}
          stroke={palette.ink}
          stroke-width="4"
        />
      )}
    </g>
  );
}

function barPath(left: number, width: number, base: number, height: number): string {
  if (height === 0) return "";
  return `M${round(left)},${base}v${-height}h${round(width)}v${height}Z`;
}
