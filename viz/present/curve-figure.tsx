/** The step's curve on the stage, grown to the moment shown; where a guess is asked for, it is drawn on it. */
import { useComputed } from "@preact/signals";
import type { HTMLAttributes, JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { MEASURES, MEASURE_INDEX } from "../../engine/index.ts";
import { Chart } from "../charts/chart.tsx";
import { weekAt, type Size } from "../charts/geometry.ts";
import { PAGE } from "../charts/palette.ts";
import { monthText } from "../words/time.ts";
import { unitOf, type Unit } from "../words/units.ts";
import {
  curveAxes,
  curveFrame,
  curveGuess,
  curveLines,
  curveMoment,
  valueAt,
  type CurveData,
} from "./curve.tsx";
import { drawn, picked } from "./guess.ts";
import { TICKS_PER_WEEK } from "./frames.ts";
import type { Show } from "./show.ts";
import { useSize } from "./size.ts";
import { notationOf } from "../words/notation.ts";

interface Curve {
  readonly data: CurveData;
  readonly unit: Unit;
  readonly label: string;
}

/** The curve of the plans shown; undefined until there are results. */
export function curveOf(show: Show): Curve | undefined {
  const { source } = show;
  const { measure } = show.step.value;
  const { weeks } = source.document.value;
  const row = MEASURES[MEASURE_INDEX[measure]];
  const unit = unitOf(row.unit, notationOf(source.document.value));
  const known = show.companies.value.flatMap(({ plan, name }) => {
    const bands = source.bandsOf(plan, measure);
    return bands === undefined ? [] : [{ plan, name, bands }];
  });
  if (known.length === 0) return undefined;
  const guess = show.guess.value;
  const data: CurveData = {
    weeks,
    roomWeek: show.isBeyond.value || guess !== null ? weeks : show.step.value.week,
    plans: known,
    runs: known.map(({ plan }) => source.runOf(plan, measure, show.replicate.value)),
    axisText: unit.axis,
    valueText: unit.short,
    ...(guess === null || !guess.isMade ? {} : { guess }),
  };
  return { data, unit, label: row.label };
}

export function CurveFigure({ show }: { readonly show: Show }): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const size = useSize(holder);
  const shown = useComputed(() => curveOf(show)).value;
  const isAsking = show.guess.value !== null && !show.guess.value.isRevealed;
  return (
    <figure class="curve">
      <figcaption>{shown?.label ?? ""}</figcaption>
      <div
        ref={holder}
        class={isAsking ? "curve-room asking" : "curve-room"}
        {...(isAsking && shown ? strokes(show, shown, size) : {})}
      >
        {shown === undefined || size.width === 0 ? null : <Growing show={show} curve={shown} size={size} />}
      </div>
      {isAsking && shown !== undefined ? <Pick show={show} curve={shown} /> : null}
      <GuessResult show={show} curve={shown} />
    </figure>
  );
}

/** The curve for those who can't see it: every plan's median at a week. */
export function curveLabel({ data, label, unit }: Curve, week: number): string {
  const values = data.plans.map(({ name, bands }) => `${name} ${unit.short(valueAt(bands.p50, week))}`);
  return `${label}, ${monthText(Math.floor(week))}: ${values.join(", ")}. Medians of all runs.`;
}

function Growing(props: { readonly show: Show; readonly curve: Curve; readonly size: Size }): JSX.Element {
  const { show, size } = props;
  const { data } = props.curve;
  const { width, height } = size;
  const still = useMemo(
    () => ({
      axes: curveAxes(data, { width, height }, PAGE),
      lines: curveLines(data, { width, height }, PAGE),
    }),
    [data, width, height],
  );
  const week = show.tick.value / TICKS_PER_WEEK;
  const at = curveFrame(data, size).x(week);
  return (
    <Chart size={size} label={curveLabel(props.curve, week)}>
      {still.axes}
      <svg x={0} y={0} width={Math.max(0, at)} height={height} overflow="hidden">
        {still.lines}
      </svg>
      {curveGuess(data, size, PAGE)}
      {curveMoment(data, size, PAGE, week)}
    </Chart>
  );
}

/** Drawing by pointer. */
function strokes(show: Show, { data }: Curve, size: Size): HTMLAttributes<HTMLDivElement> {
  let last: { week: number; value: number } | undefined;
  const pointOf = (
    event: PointerEvent & { readonly currentTarget: HTMLDivElement },
  ): { week: number; value: number } => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { x, y } = curveFrame(data, size);
    return { week: weekAt(x, event.clientX - left, data.weeks), value: y.invert(event.clientY - top) };
  };
  const stroke = (event: PointerEvent & { readonly currentTarget: HTMLDivElement }): void => {
    const guess = show.guess.peek();
    if (guess === null) return;
    const point = pointOf(event);
    show.guess.value = drawn(guess, last ?? point, point);
    last = point;
  };
  return {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      stroke(event);
    },
    onPointerMove: (event) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) stroke(event);
    },
    onPointerUp: () => (last = undefined),
  };
}

const PICKS = 200;

/** The same by keyboard: where the curve will end. */
function Pick({ show, curve }: { readonly show: Show; readonly curve: Curve }): JSX.Element | null {
  const guess = show.guess.value;
  if (guess === null) return null;
  const { ticks } = curveFrame(curve.data, { width: 300, height: 150 });
  const [low, high] = [ticks[0], ticks.at(-1)!];
  const end = guess.values.at(-1)!;
  return (
    <label class="pick">
      <span>By {monthText(guess.to)} I expect</span>
      <input
        type="range"
        min={0}
        max={PICKS}
        value={Math.round(((end - low) / (high - low)) * PICKS)}
        aria-valuetext={curve.unit.short(end)}
        onInput={(event) => {
          show.guess.value = picked(guess, low + (event.currentTarget.valueAsNumber / PICKS) * (high - low));
        }}
      />
      <output>{curve.unit.short(end)}</output>
    </label>
  );
}

/** What was expected beside what came. */
function GuessResult({
  show,
  curve,
}: {
  readonly show: Show;
  readonly curve: Curve | undefined;
}): JSX.Element | null {
  const guess = show.guess.value;
  if (guess === null || !guess.isRevealed || !guess.isMade || curve === undefined) return null;
  const { unit, data } = curve;
  const { p5, p50, p95 } = data.plans[0].bands;
  const spread = { p5: p5[guess.to], p50: p50[guess.to], p95: p95[guess.to] };
  return (
    <p class="guessed" role="status">
      You expected {unit.short(guess.values.at(-1)!)} by {monthText(guess.to)}; the model says{" "}
      <strong>{unit.shortSpread(spread)}</strong>.
    </p>
  );
}
