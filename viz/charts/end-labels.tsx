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

export function EndLabels(props: {
  readonly labels: readonly EndLabel[];
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly palette: Palette;
}): JSX.Element {
  const { labels, x, width, top, bottom, palette } = props;
  const texts = labels.map((label) => ({
    names: wrapText(label.name, "sansBold", BODY, width, 2),
    lines: label.lines.flatMap((line) => wrapText(line, "sans", BODY, width, 2)),
  }));
  const heights = texts.map((text) => (text.names.length + text.lines.length) * LINE + GAP);
  const middles = placeLabels(
    labels.map((label, i) => ({ y: label.y, height: heights[i] })),
    top,
    bottom,
  );
  return (
    <g font-size={BODY}>
      {labels.map((label, i) => (
        <text key={label.plan} fill={planColour(palette, label.plan)}>
          {[...texts[i].names, ...texts[i].lines].map((line, n) => (
            <tspan
              key={n}
              x={x}
              y={round(middles[i] - (heights[i] - GAP) / 2 + LINE * n + 12)}
              {...(n < texts[i].names.length ? { "font-weight": "600" } : {})}
            >
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}
