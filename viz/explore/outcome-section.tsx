/** The outcome along one input: points of the design and their running quartiles; a press reads the nearest point. */
import type { JSX } from "preact";
import { computed } from "@preact/signals";
import { PAGE } from "../charts/palette.ts";
import { ScatterMarks, scatterScales, type ScatterData } from "../charts/scatter.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { rich, type Rich } from "../words/rich.ts";
import { ticksOf } from "./axis-ticks.ts";
import { notation, axes, look, point, question, rested, running, strips, table } from "./store.ts";
import { factorLabel, factorText, lowered, outputWords, planNameOf } from "./words.ts";
import { countText } from "../words/decimals.ts";

const HEIGHT = 230;
/** More dots than this tell nothing more, and take longer than the hand. */
const DOTS_MOST = 1500;

/** Points drawn: evenly spaced among the chosen, in the design's order. */
const drawn = computed<number[]>(() => {
  const { marks, count } = rested.value;
  const differences = look.value?.differences;
  if (differences === undefined || differences.length !== marks.length) return [];
  const every = Math.max(1, Math.ceil(count / DOTS_MOST));
  const found: number[] = [];
  let seen = 0;
  for (let i = 0; i < marks.length; i++) {
    if (marks[i] === 0 || Number.isNaN(differences[i])) continue;
    if (seen++ % every === 0) found.push(i);
  }
  return found;
});

const data = computed<ScatterData | null>(() => {
  const of = table.value;
  const strip = strips.value[axes.value.x];
  const [found, quartiles] = [look.value, running.value];
  if (of === null || strip === undefined || found === null || quartiles === null) return null;
  const values = of.factors[axes.value.x].values;
  const { unit } = outputWords(of, question.value.output);
  const [lower, middle, upper] = quartiles.quantiles;
  const share = (i: number): number =>
    strip.values === undefined ? strip.shareOf(values[i]) : (strip.bins[i] + 0.5) / strip.binCount;
  const read = point.value;
  return {
    xs: drawn.value.map(share),
    ys: drawn.value.map((i) => found.differences[i]),
    lower,
    middle,
    upper,
    xLabel: factorLabel(strip.name),
    xTicks: ticksOf(strip, notation.value),
    axisText: (value, isTop) =>
      question.value.a === null ? unit.axis(value, isTop) : unit.changeAxis(value),
    selected: read === null ? null : [share(read), found.differences[read]],
  };
});

export function OutcomeSection(): JSX.Element {
  const drawing = data.value;
  const of = table.value;
  if (drawing === null || of === null) {
    return (
      <Section heading="Outcome against one input" sentence={rich``}>
        <p class="waiting" style={{ minHeight: `${HEIGHT}px` }} />
      </Section>
    );
  }
  const { heading, sentence } = words(drawing);
  return (
    <Section
      heading={heading}
      sentence={sentence}
      table={{
        name: "the outcome",
        data: () => ({
          caption: `Quartiles of the outcome along ${drawing.xLabel}`,
          heads: ["From", "Points", "Lower quartile", "Median", "Upper quartile"],
          rows: rowsOf(drawing),
        }),
      }}
    >
      <div
        onPointerDown={(event) => {
          const svg = event.currentTarget.querySelector("svg");
          if (svg === null || !(event.target instanceof SVGElement)) return;
          const { left, top, width, height } = svg.getBoundingClientRect();
          point.value = nearest(drawing, { width, height }, event.clientX - left, event.clientY - top);
        }}
      >
        <Frame
          height={HEIGHT}
          label={`Outcome along ${drawing.xLabel}: ${sentence.map(({ text }) => text).join("")}`}
        >
          {(size) => <ScatterMarks data={drawing} size={size} palette={PAGE} />}
        </Frame>
      </div>
    </Section>
  );
}

function words({ middle, xLabel }: ScatterData): { heading: string; sentence: Rich } {
  const of = table.value!;
  const { a, b, output } = question.value;
  const { unit, label } = outputWords(of, output);
  const known = Array.from(middle).filter((value) => !Number.isNaN(value));
  const [first, last] = [known.at(0) ?? NaN, known.at(-1) ?? NaN];
  const value = a === null ? unit.long : unit.change;
  const trend = last > first ? "rises" : last < first ? "falls" : "stays the same";
  const what =
    a === null ? rich`${planNameOf(of, b)}’s ${label.toLowerCase()}` : rich`The lead of ${planNameOf(of, b)}`;
  const many = countText(rested.value.count, notation.value);
  return {
    heading: `${a === null ? label : "The lead"} ${trend} with ${lowered(xLabel)}`,
    sentence: rich`${what} has a median of ${value(first)} at the low end and ${value(last)} at the high end. The line is a running median of ${many} points, the band half of them.`,
  };
}

function rowsOf({ lower, middle, upper }: ScatterData): string[][] {
  const strip = strips.value[axes.value.x];
  const of = table.value!;
  const { unit } = outputWords(of, question.value.output);
  const counts = running.value?.counts ?? [];
  return Array.from(middle, (value, bin) => [
    strip.values !== undefined
      ? factorText(strip.name, strip.values[bin], notation.value)
      : String(Number(strip.valueAt(bin / strip.binCount).toPrecision(4))),
    countText(counts[bin] ?? 0, notation.value),
    ...[lower[bin], value, upper[bin]].map((each) => (Number.isNaN(each) ? "" : unit.change(each))),
  ]);
}

const NEAR = 24;

/** The point drawn nearest to a pixel, if one is near. */
function nearest(
  drawing: ScatterData,
  size: { width: number; height: number },
  px: number,
  py: number,
): number | null {
  const { x, y } = scatterScales(drawing, size);
  let [best, found] = [NEAR * NEAR, -1];
  for (let i = 0; i < drawing.xs.length; i++) {
    const [dx, dy] = [x(drawing.xs[i]) - px, y(drawing.ys[i]) - py];
    if (dx * dx + dy * dy >= best) continue;
    best = dx * dx + dy * dy;
    found = i;
  }
  return found < 0 ? null : drawn.peek()[found];
}
