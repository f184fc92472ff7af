/** How sure the mean is: how it settled as points were added. */
import type { JSX } from "preact";
import { PAGE } from "../charts/palette.ts";
import { SettlingMarks } from "../charts/settling.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { rich } from "../words/rich.ts";
import { notation, question, settling, table } from "./store.ts";
import { outputWords, planNameOf } from "./words.ts";
import { countText } from "../words/decimals.ts";

const HEIGHT = 150;

export function SettlingSection(): JSX.Element | null {
  const steps = settling.value;
  const of = table.value;
  const last = steps.at(-1);
  if (of === null || last === undefined) return null;
  const { unit } = outputWords(of, question.value.output);
  const { a, b } = question.value;
  const isTold = last.low > 0 || last.high < 0;
  const text = a === null ? unit.long(last.mean) : unit.change(last.mean);
  const range = unit.changeRange(last.low, last.high);
  const what =
    a === null ? rich`${planNameOf(of, b)} has a mean of` : rich`The mean lead of ${planNameOf(of, b)} is`;
  const sentence = rich`${what} ${text} (95%: ${range === text ? "the same when rounded" : range}) after ${countText(last.count, notation.value)} points.`;
  return (
    <Section
      heading={isTold ? "There are points enough to tell" : "More points are needed to tell"}
      sentence={sentence}
      table={{
        name: "how it settled",
        data: () => ({
          caption: "Mean and its interval of 95% as points are added in the design’s order",
          heads: ["Points", "Mean", "95%"],
          rows: steps.map(({ count, mean, low, high }) => [
            countText(count, notation.value),
            unit.change(mean),
            unit.changeRange(low, high),
          ]),
        }),
      }}
    >
      <Frame
        height={HEIGHT}
        label={`Mean by number of points: ${sentence.map((piece) => piece.text).join("")}`}
      >
        {(size) => (
          <SettlingMarks
            data={{
              steps,
              axisText: (value) => unit.changeAxis(value),
              countText: (count) => (count === 0 ? "0" : `${countText(count, notation.value)} points`),
            }}
            size={size}
            palette={PAGE}
          />
        )}
      </Frame>
    </Section>
  );
}
