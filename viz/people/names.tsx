/** The names and sizes of blocks of people, over their dots. */
import type { JSX } from "preact";
import type { FontName } from "../charts/advance-widths.ts";
import { Chart } from "../charts/chart.tsx";
import { fitText, widthOf } from "../charts/text.ts";
import type { PeopleLayout } from "./layout.ts";
import { countText } from "../words/decimals.ts";
import type { Notation } from "../words/notation.ts";
import { isolated } from "../charts/text.ts";

/** Between a name and its size, and at least that much after it. */
const BETWEEN = 6;

/** The canvas's own label tells them to those who can't see it. */
export function Names(props: {
  readonly layout: PeopleLayout;
  readonly font: FontName;
  readonly size: number;
  readonly notation: Notation;
}): JSX.Element {
  const { layout, font, size, notation } = props;
  // All have their sizes or none has: a few without would look forgotten.
  const isCounted = layout.blocks.every(
    ({ name, count, width }) =>
      widthOf(name, font, size) + widthOf(countText(count, notation), "sans", size) <= width - BETWEEN,
  );
  return (
    <div class="over" aria-hidden="true">
      <Chart size={layout} label="">
        {layout.blocks.map(({ name, count, x, y, width }) => {
          return (
            <text
              key={x * 10_000 + y}
              x={x}
              y={y - 6}
              font-size={size}
              font-weight={font === "sans" ? 400 : 600}
              fill="var(--ink)"
            >
              {isolated(fitText(name, font, size, width - 2))}
              {isCounted ? (
                <tspan dx="5" font-weight="400" fill="var(--secondary)">
                  {countText(count, notation)}
                </tspan>
              ) : null}
            </text>
          );
        })}
      </Chart>
    </div>
  );
}
