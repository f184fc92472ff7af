/** Holds a chart: gives it the width there is, and moves the week line by pointer and keyboard. */
import type { ComponentChildren, HTMLAttributes, JSX } from "preact";
import { useContext, useRef } from "preact/hooks";
import { Chart } from "../charts/chart.tsx";
import { PAGE } from "../charts/palette.ts";
import { StretchShade } from "../charts/stretch.tsx";
import { weekAt, type Margins, type Scale, type Size } from "../charts/geometry.ts";
import { chooseStretch, extendStretch, markBetween, stretch } from "../store/stretch.ts";
import { hoverWeek, moveWeek, week, weeks } from "../store/view.ts";
import { FirstWidth } from "./first-width.ts";
import { sayValues } from "./spoken.tsx";
import { useWidth } from "./width.ts";

/** Weeks a key moves the line by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -13,
  PageDown: 13,
};
const WIDTH_LEAST = 260;

export function Frame(props: {
  /** Fixed, or following the width alone: nothing jumps. */
  readonly height: number | ((width: number) => number);
  readonly label: string;
  /** The chart's time axis under a pixel; without one the week can't be read from it. */
  readonly time?: (size: Size, at: number) => Scale;
  /** Where its plot lies, if a stretch of its weeks can be marked there, by a drag or by arrows with Shift. */
  readonly marked?: (size: Size) => Pick<Margins, "top" | "bottom">;
  /** Whether keys read the chart though it has no time axis; who holds the frame hears them. */
  readonly isReadByKeys?: boolean;
  /** What ↑ and ↓ do, where a chart has several series. */
  readonly onSeries?: (step: 1 | -1) => void;
  readonly children: (size: Size) => ComponentChildren;
  /** What lies over the chart and is not part of the picture. */
  readonly over?: (size: Size) => ComponentChildren;
  /** What a double press on the picture does, at pixels within it. */
  readonly onDouble?: (size: Size, x: number, y: number) => void;
}): JSX.Element {
  const { label, time, onSeries, marked, children, over, onDouble } = props;
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder, WIDTH_LEAST, useContext(FirstWidth));
  const height = typeof props.height === "number" ? props.height : props.height(Math.max(WIDTH_LEAST, width));
  const size = { width, height };
  const hands = time === undefined ? {} : handsOn((at) => time(size, at), onSeries, marked !== undefined);
  return (
    <div
      ref={holder}
      class={time === undefined ? "chart" : "chart timed"}
      style={{ minHeight: `${height}px` }}
      onDblClick={(event) => {
        if (onDouble === undefined || !isOnPicture(event)) return;
        const { left, top } = event.currentTarget.getBoundingClientRect();
        onDouble(size, event.clientX - left, event.clientY - top);
      }}
      {...hands}
    >
      <Chart size={size} label={label} isFocusable={time !== undefined || props.isReadByKeys === true}>
        {marked !== undefined && time !== undefined && stretch.value !== null ? (
          <StretchShade
            {...stretch.value}
            x={time(size, 0)}
            top={marked(size).top}
            bottom={height - marked(size).bottom}
            palette={PAGE}
          />
        ) : null}
        {children(size)}
      </Chart>
      {over?.(size)}
    </div>
  );
}

/** Where a stretch that is being marked by the pointer began: there is one pointer. */
let markedFrom: number | null = null;

type Hands = Pick<
  HTMLAttributes<HTMLDivElement>,
  "onPointerDown" | "onPointerMove" | "onPointerLeave" | "onKeyDown"
>;

function handsOn(
  time: (at: number) => Scale,
  onSeries: ((step: 1 | -1) => void) | undefined,
  isMarked: boolean,
): Hands {
  const weekUnder = (event: PointerEvent & { readonly currentTarget: HTMLDivElement }): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const at = event.clientX - left;
    return weekAt(time(at), at, weeks.value);
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || !isOnPicture(event)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      moveWeek(weekUnder(event));
      markedFrom = isMarked && event.shiftKey ? week.value : null;
    },
    onPointerMove: (event) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) {
        moveWeek(weekUnder(event));
        if (markedFrom !== null) markBetween(markedFrom, week.value);
      } else if (event.pointerType === "mouse" && isUnderGlance(event)) hoverWeek.value = weekUnder(event);
    },
    onPointerLeave: () => {
      hoverWeek.value = null;
    },
    onKeyDown: (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (!(isMarked && obeyMarkKey(event)) && !obeyKey(event, onSeries)) return;
      event.preventDefault();
      sayValues();
    },
  };
}

/** Whether an event is the picture's own and not of what lies over it. */
function isOnPicture({ target }: Event): boolean {
  return target instanceof SVGElement || (target instanceof Element && target.matches(".chart, .week"));
}

/** Whether one looks at the picture, be it through a bar one could take hold of. */
function isUnderGlance(event: Event): boolean {
  return isOnPicture(event) || (event.target instanceof Element && event.target.matches(".grip, .handle"));
}

/** Does what a key asks for, and tells whether it asked for something. The native slider moves the week by itself. */
function obeyKey({ key, target }: KeyboardEvent, onSeries: ((step: 1 | -1) => void) | undefined): boolean {
  if (!(target instanceof SVGElement)) return false;
  if (onSeries !== undefined && (key === "ArrowUp" || key === "ArrowDown")) {
    onSeries(key === "ArrowUp" ? -1 : 1);
    return true;
  }
  const to = weekAfter(key);
  if (to !== undefined) moveWeek(to);
  return to !== undefined;
}

/** Arrows with Shift mark the weeks they pass, Escape lets them go. */
function obeyMarkKey({ key, shiftKey, target }: KeyboardEvent): boolean {
  if (!(target instanceof SVGElement)) return false;
  if (key === "Escape" && stretch.value !== null) {
    chooseStretch(null);
    return true;
  }
  const from = week.value;
  const to = shiftKey ? weekAfter(key) : undefined;
  if (to === undefined) return false;
  moveWeek(to);
  extendStretch(from, week.value);
  return true;
}

/** The week a key leads to. */
function weekAfter(key: string): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return weeks.value;
  const step = STEPS[key];
  return step === undefined ? undefined : week.value + step;
}
