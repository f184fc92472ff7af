/** A curve of everybody to brush: the people who change in the stretch light up. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import type { Size } from "../charts/geometry.ts";
import { weekAt } from "../charts/geometry.ts";
import { PAGE } from "../charts/palette.ts";
import { Choice } from "../compare/choice.tsx";
import { Frame } from "../compare/frame.tsx";
import { fanBody, fanFrame, fanWeek } from "../charts/fan.tsx";
import { chooseStretch, markBetween, stretch } from "../store/stretch.ts";
import { moveWeek, week } from "../store/view.ts";
import { weekText } from "../words/time.ts";
import { curveOf, LOOKS } from "./counts.ts";
import { stretchFan, stretchShade } from "./stretch-chart.tsx";
import { StretchEnds } from "./stretch-ends.tsx";
import { films, future, look } from "./watch.ts";
import { calendar, notation } from "../store/notation.ts";
import { countText } from "../words/decimals.ts";
import type { Figure } from "../figures/figure.ts";
import type { Moment } from "../charts/axis.tsx";
import { groups } from "./blocks.ts";
import { curveSentence, futureText, stretchSentence } from "./words.ts";

const HEIGHT = 150;

const data = computed(() => {
  const shown = films.value;
  return stretchFan(
    shown[0]?.film.weeks ?? 1,
    shown.map(({ plan, film }) => ({ ...plan, values: curveOf(film, look.value) })),
    notation.value,
    calendar.value,
  );
});

/** The week line, no further than the film. */
const moment = computed<Moment>(() => {
  const at = Math.min(week.value, data.value.weeks);
  return { week: at, text: weekText(at, calendar.value), label: "" };
});

const told = computed(() => {
  const { week: at } = moment.value;
  const values = data.value.plans.map(
    ({ name, bands }) => `${name} ${countText(bands.p50[at], notation.value)}`,
  );
  return `${look.value.label} in this one future, week ${at}: ${values.join(", ")}`;
});

/** The curve of everybody, with the stretch that is looked at. */
export const curveFigure: Figure = {
  name: "people",
  title: () => `${look.value.label}, person by person`,
  sentence: () => [
    ...futureText(future.value),
    ...curveSentence(data.value.plans, moment.value.week, notation.value),
    ...(stretch.value === null
      ? []
      : [
          { text: " " },
          ...stretchSentence(films.value, look.value, stretch.value, groups.value, notation.value),
        ]),
  ],
  label: () => told.value,
  basis: "nothing",
  drawnOf: () => "own",
  isReady: () => films.value.length > 0,
  height: () => HEIGHT,
  draw: (size, palette) => (
    <>
      {stretchShade(data.value, size, palette, stretch.value)}
      {fanBody(data.value, size, palette)}
      {fanWeek(data.value, size, palette, moment.value)}
    </>
  ),
  numbers: () => ({
    heads: ["plan", "week", "people"],
    rows: data.value.plans.flatMap(({ name, bands }) =>
      Array.from(bands.p50, (count, at) => [name, at, count]),
    ),
  }),
};

export function StretchOf(): JSX.Element {
  const { weeks } = data.value;
  return (
    <>
      <div class="stretch-head">
        <h3>
          <Choice
            label="What the curve counts"
            value={look.value.name}
            options={LOOKS.map(({ name, label }) => ({ value: name, text: label }))}
            onChoose={(name) => (look.value = LOOKS.find((one) => one.name === name) ?? LOOKS[0])}
          />
        </h3>
        <p>Drag over a stretch of the curve, and the people who change in it light up.</p>
      </div>
      <Frame height={HEIGHT} label={told.value} over={(size) => <Brush size={size} />}>
        {(size) => <Curves size={size} />}
      </Frame>
      <StretchEnds weeks={weeks} />
    </>
  );
}

function Curves({ size }: { readonly size: Size }): JSX.Element {
  const { width, height } = size;
  const body = useMemo(() => fanBody(data.value, { width, height }, PAGE), [data.value, width, height]);
  return (
    <>
      {stretchShade(data.value, size, PAGE, stretch.value)}
      {body}
      {fanWeek(data.value, size, PAGE, moment.value)}
    </>
  );
}

/** Takes the pointer: a drag is a stretch, a press alone moves the week line and lets the stretch go. */
function Brush({ size }: { readonly size: Size }): JSX.Element {
  const begun = useRef<number | null>(null);
  const weekUnder = (event: PointerEvent & { readonly currentTarget: HTMLDivElement }): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const { x } = fanFrame(data.value, size);
    return weekAt(x, event.clientX - left, data.value.weeks);
  };
  return (
    <div
      class="brush"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        begun.current = weekUnder(event);
      }}
      onPointerMove={(event) => {
        if (begun.current === null) return;
        const now = weekUnder(event);
        if (now !== begun.current) markBetween(begun.current, now);
      }}
      onPointerUp={(event) => {
        if (begun.current === weekUnder(event)) {
          chooseStretch(null);
          moveWeek(begun.current);
        }
        begun.current = null;
      }}
      onPointerCancel={() => (begun.current = null)}
    />
  );
}
