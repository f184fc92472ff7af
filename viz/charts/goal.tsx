/** A goal: a rule at its value up to its week, where a diamond stands. */
import type { JSX } from "preact";
import { round, type Scale } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { SMALL, widthOf } from "./text.ts";

export interface GoalMark {
  readonly week: number;
  readonly value: number;
  readonly text: string;
}

const HALF = 5;
const GAP = 8;

export function Goal(props: {
  readonly goal: GoalMark;
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly palette: Palette;
}): JSX.Element {
  const { goal, x, y, left, right, palette } = props;
  const [at, level] = [x(goal.week), y(goal.value)];
  const width = widthOf(goal.text, "sansBold", SMALL);
  // Before the diamond where the rule is; after it where it is too short, above it where neither has room.
  const isBefore = at - GAP - width >= left;
  const isAfter = !isBefore && at + GAP + width <= right;
  const start = isBefore ? at - GAP - width : isAfter ? at + GAP : Math.max(left, right - width);
  return (
    <g font-size={SMALL}>
      <path d={`M${left},${level}H${at}`} stroke={palette.ink} stroke-dasharray="6 3" />
      <path
        d={`M${at},${round(level - HALF)}l${HALF},${HALF}l${-HALF},${HALF}l${-HALF},${-HALF}z`}
        fill={palette.paper}
        stroke={palette.ink}
        stroke-width="1.5"
      />
      <text x={round(start)} y={round(isAfter ? level + 4 : level - 6)} font-weight="600" fill={palette.ink}>
        {goal.text}
      </text>
    </g>
  );
}
