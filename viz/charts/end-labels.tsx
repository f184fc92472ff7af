/** Labels at the ends of curves: a plan's name, and below it the value at the week line. */
import type { JSX } from "preact";
import { round } from "./geometry.ts";
import { placeLabels } from "./labels.ts";
import { planColour, type Palette } from "./palette.ts";
import { BODY, wrapText } from "./text.ts";

export interface EndLabel {
  readonly plan: number;
  readonly name: string;
  /** Lines of value, each broken where it is wider than there is room for. */
  readonly lines: readonly string[];
  /** The curve's end. */
  readonly y: number;
}

const LINE = 16;
const GAP = 4;

interface Words {
  readonly names: readonly string[];
  readonly lines: readonly string[];
}

const heightOf = ({ names, lines }: Words): number => (names.length + lines.length) * LINE + GAP;

/** What is written within a height: all of it, or names in one line, but the first `kept` without their values, or not at all. */
function wordsWithin(
  labels: readonly EndLabel[],
  kept: number,
  width: number,
  height: number,
): readonly Words[] {
  const wordsOf = ({ name, lines }: EndLabel, most: number): Words => ({
    names: wrapText(name, "sansBold", BODY, width, most),
    lines: lines.flatMap((line) => wrapText(line, "sans", BODY, width, 2)),
  });
  const isOver = (all: readonly Words[]): boolean =>
    all.reduce((sum, one) => sum + heightOf(one), 0) > height;
  const whole = labels.map((label) => wordsOf(label, 2));
  if (!isOver(whole)) return whole;
  const words = labels.map((label) => wordsOf(label, 1));
  for (let i = words.length - 1; i >= kept && isOver(words); i--) words[i] = { ...words[i], lines: [] };
  while (words.length > kept && isOver(words)) words.pop();
  return words;
}

export function EndLabels(props: {
  readonly labels: readonly EndLabel[];
  /** Plans whose labels are kept where there is no room for all. */
  readonly wanted?: readonly number[] | undefined;
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly palette: Palette;
}): JSX.Element {
  const { wanted = [], x, width, top, bottom, palette } = props;
  const isLater = ({ plan }: EndLabel): number => (wanted.includes(plan) ? 0 : 1);
  const inOrder = props.labels.toSorted((one, other) => isLater(one) - isLater(other));
  const words = wordsWithin(inOrder, wanted.length, width, bottom - top);
  const labels = inOrder.slice(0, words.length);
  const heights = words.map(heightOf);
  const middles = placeLabels(
    labels.map((label, i) => ({ y: label.y, height: heights[i] })),
    top,
    bottom,
  );
  return (
    <g font-size={BODY}>
      {labels.map((label, i) => (
        <text key={label.plan} fill={planColour(palette, label.plan)}>
          {[...words[i].names, ...words[i].lines].map((line, n) => (
            <tspan
              key={n}
              x={x}
              y={round(middles[i] - (heights[i] - GAP) / 2 + LINE * n + 12)}
              {...(n < words[i].names.length ? { "font-weight": "600" } : {})}
            >
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}
