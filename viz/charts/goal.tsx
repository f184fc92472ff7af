/** A goal: a rule at its value up to its week, where a diamond stands. */
import type { JSX } from "preact";
import { round, type Box, type Scale } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { SMALL, widthOf } from "./text.ts";

export interface GoalMark {
  readonly week: number;
  readonly value: number;
  readonly text: string;
}

const HALF = 5;
const GAP = 8;
/** Of its letters. */
const ASCENT = 10;

type Plot = Readonly<Record<"x" | "y", Scale> & Record<"left" | "right", number>>;

/** Before the diamond where the rule is; after it where it is too short, above it where neither has room. */
function placeText({ week, value, text }: GoalMark, { x, y, left, right }: Plot) {
  const [at, level] = [x(week), y(value)];
  const width = widthOf(text, "sansBold", SMALL);
  const isBefore = at - GAP - width >= left;
  const isAfter = !isBefore && at + GAP + width <= right;
  const start = isBefore ? at - GAP - width : isAfter ? at + GAP : Math.max(left, right - width);
  return { left: start, baseline: isAfter ? level + 4 : level - 6, width };
}

/** What it covers: its text, its rule and its diamond. */
export function goalBoxes(goal: GoalMark, plot: Plot): Box[] {
  const { left, baseline, width } = placeText(goal, plot);
  const level = plot.y(goal.value);
  const end = plot.x(goal.week);
  return [
    { left, top: baseline - ASCENT, width, height: ASCENT + 3 },
    { left: plot.left, top: level, width: end - plot.left, height: 0 },
    { left: end - HALF, top: level - HALF, width: 2 * HALF, height: 2 * HALF },
  ];
}

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
  const text = placeText(goal, { x, y, left, right });
  return (
    <g font-size={SMALL}>
      <path d={`M${left},${level}H${at}`} stroke={palette.ink} stroke-dasharray="6 3" />
      <path
        d={`M${at},${round(level - HALF)}l${HALF},${HALF}l${-HALF},${HALF}l${-HALF},${-HALF}z`}
        fill={palette.paper}
        stroke={palette.ink}
        stroke-width="1.5"
      />
      <text x={round(text.left)} y={round(text.baseline)} font-weight="600" fill={palette.ink}>
        {goal.text}
      </text>
    </g>
  );
}
