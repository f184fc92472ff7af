/** All who descend from one event: a box each, below the box of whoever brought them, as wide as its own descent. */
import type { JSX } from "preact";
import { round, type Size } from "../charts/geometry.ts";
import type { Palette } from "../charts/palette.ts";
import { planColour } from "../charts/palette.ts";
import { fitText, SMALL } from "../charts/text.ts";
import type { Genealogy } from "./genealogy.ts";

/** A box: its place in [0, 1] across and its generation below the first. */
export interface Box {
  readonly event: number;
  readonly generation: number;
  readonly from: number;
  readonly to: number;
}

const ROW = 22;
/** Boxes narrower than this many pixels are not drawn; their parents' widths still count them. */
const WIDTH_LEAST = 2;
const FAINTEST = 0.28;

/** Generations below an event, at most `most`. */
export function boxesOf(genealogy: Genealogy, event: number, most: number): Box[] {
  const boxes: Box[] = [];
  let level: Box[] = [{ event, generation: 0, from: 0, to: 1 }];
  while (level.length > 0) {
    boxes.push(...level);
    if (level[0].generation === most) break;
    level = level.flatMap((box) => childrenWithin(genealogy, box));
  }
  return boxes;
}

function childrenWithin({ descendants, childrenOf }: Genealogy, { event, generation, from, to }: Box): Box[] {
  const whole = descendants[event];
  let left = from;
  return childrenOf(event).map((child) => {
    const right = left + ((to - from) * (descendants[child] + 1)) / whole;
    const box = { event: child, generation: generation + 1, from: left, to: right };
    left = right;
    return box;
  });
}

export function descentHeight(boxes: readonly Box[]): number {
  return ROW * (1 + Math.max(0, ...boxes.map(({ generation }) => generation)));
}

export function descentBody(
  boxes: readonly Box[],
  nameOf: (event: number) => string,
  plan: number,
  { width }: Size,
  palette: Palette,
): JSX.Element {
  const colour = planColour(palette, plan);
  return (
    <g>
      {boxes.map(({ event, generation, from, to }) => {
        const [left, right] = [round(from * width), round(to * width)];
        if (right - left < WIDTH_LEAST) return null;
        const y = generation * ROW;
        const text = fitText(nameOf(event), "sans", SMALL, right - left - 8);
        return (
          <g key={event}>
            <path
              d={`M${left},${y}H${round(right - 1)}v${ROW - 1}H${left}z`}
              fill={colour}
              fill-opacity={round(Math.max(0.08, FAINTEST - 0.04 * generation))}
            />
            {text === "" ? null : (
              <text x={left + 4} y={y + 15} font-size={SMALL} fill={palette.ink}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
