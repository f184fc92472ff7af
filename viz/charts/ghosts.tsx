/** Lines that are not results: what a curve was before a change, and what a sketch says it becomes. */
import type { JSX } from "preact";
import { linePath } from "./bands.ts";
import type { Scale } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";

/** One line of a plan, by week. */
export interface PlanLine {
  readonly plan: number;
  readonly name: string;
  readonly values: ArrayLike<number>;
}

interface Lines {
  readonly lines: readonly PlanLine[];
  readonly x: Scale;
  readonly y: Scale;
  readonly palette: Palette;
}

/** Thin and grey. */
export function Ghosts({ lines, x, y, palette }: Lines): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <g stroke={palette.secondary} stroke-opacity="0.6">
      {lines.map(({ plan, values }) => (
        <path key={plan} d={linePath(values, x, y)} />
      ))}
    </g>
  );
}

/** Dotted in the plan's colour, within the axis that doesn't move. */
export function Sketches({ lines, x, y, palette }: Lines): JSX.Element | null {
  if (lines.length === 0) return null;
  const held: Scale = Object.assign((value: number) => heldY(y, value), { invert: y.invert });
  return (
    <g stroke-width="2" stroke-dasharray="1 4" stroke-linecap="round">
      {lines.map(({ plan, values }) => (
        <path key={plan} d={linePath(values, x, held)} stroke={planColour(palette, plan)} />
      ))}
    </g>
  );
}

/** A pixel within the axis: sketches may leave it, their picture must not. */
export function heldY(y: Scale, value: number): number {
  const at = y(value);
  return Math.max(0, at);
}
