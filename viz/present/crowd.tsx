/** Everybody under one plan at the moment shown: a dot an employee in unit blocks, and the counts in words. */
import { useComputed, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Film } from "../../engine/index.ts";
import { STORY_HIGHLIGHTS } from "../../scenarios/index.ts";
import { Chart } from "../charts/chart.tsx";
import { DARK, LIGHT } from "../charts/palette.ts";
import { BODY, fitText, widthOf } from "../charts/text.ts";
import { groupsOf } from "../people/groups.ts";
import { layOutPeople, seatAt, type PeopleLayout } from "../people/layout.ts";
import { createPeoplePainter, type PeoplePainter } from "../people/painter.ts";
import type { PlanName } from "../words/rich.ts";
import { STATE_LABELS, countText, crowdLabel } from "../words/states.ts";
import { countsOf, fillLit, fillStates } from "./draw-list.ts";
import { weekOf } from "./frames.ts";
import type { Show } from "./show.ts";
import { useSize } from "./size.ts";

export function Crowd(props: {
  readonly show: Show;
  readonly plan: PlanName;
  readonly film: Film;
}): JSX.Element {
  const { show, plan, film } = props;
  const holder = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(holder);
  const density = Math.max(1, Math.min(3, globalThis.devicePixelRatio));
  const names = show.source.unitNames.value;
  const groups = useMemo(() => groupsOf(film.seats, "unit", names), [film, names]);
  const layout = useMemo(
    () => (width === 0 ? undefined : layOutPeople(groups, film.seatCount, { width, height, density })),
    [groups, film, width, height, density],
  );
  return (
    <div class="crowd">
      <div ref={holder} class="crowd-room">
        {layout === undefined ? null : (
          <Picture show={show} plan={plan} film={film} layout={layout} density={density} />
        )}
      </div>
      <Counts show={show} film={film} />
    </div>
  );
}

function Picture(props: {
  readonly show: Show;
  readonly plan: PlanName;
  readonly film: Film;
  readonly layout: PeopleLayout;
  readonly density: number;
}): JSX.Element {
  const { show, plan, film, layout, density } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<{ of: PeopleLayout; paint: PeoplePainter["paint"] } | null>(null);
  const bytes = useMemo(
    () => ({ states: new Uint8Array(film.seatCount), lit: new Uint8Array(film.seatCount) }),
    [film],
  );
  const paint = (): void => {
    const context = canvas.current?.getContext("2d");
    const { highlight } = show.step.value;
    const palette = show.isLight.value ? LIGHT : DARK;
    fillStates(bytes.states, film, show.tick.value);
    if (highlight !== undefined) fillLit(bytes.lit, bytes.states, STORY_HIGHLIGHTS.indexOf(highlight) + 1);
    if (!context) return;
    if (painter.current?.of !== layout) {
      painter.current = { of: layout, paint: createPeoplePainter(context, layout, density).paint };
    }
    painter.current.paint(highlight === undefined ? { states: bytes.states } : bytes, palette);
  };
  useSignalEffect(paint);
  useLayoutEffect(paint, [film, layout, density]);
  const week = useComputed(() => weekOf(show.tick.value));
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={crowdLabel(plan, week.value)}
        width={Math.max(1, Math.ceil(layout.width * density))}
        height={Math.max(1, Math.ceil(layout.height * density))}
        style={{ width: `${layout.width}px`, height: `${layout.height}px` }}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          const seat = seatAt(layout, event.clientX - left, event.clientY - top);
          if (seat >= 0) show.followed.value = seat;
        }}
      />
      <Names layout={layout} />
      <Ring layout={layout} seat={show.followed.value} />
    </>
  );
}

/** The blocks' names and sizes. */
function Names({ layout }: { readonly layout: PeopleLayout }): JSX.Element {
  return (
    <div class="names" aria-hidden="true">
      <Chart size={layout} label="">
        {layout.blocks.map(({ name, count, x, y, width }) => {
          const shown = fitText(name, "sansBold", BODY, width - 2);
          const room = width - widthOf(shown, "sansBold", BODY) - 6;
          const number = countText(count);
          return (
            <text key={`${x} ${y}`} x={x} y={y - 5} font-size={BODY} font-weight="600" fill="var(--ink)">
              {shown}
              {shown === name && widthOf(number, "sans", BODY) <= room ? (
                <tspan dx="6" font-weight="400" fill="var(--secondary)">
                  {number}
                </tspan>
              ) : null}
            </text>
          );
        })}
      </Chart>
    </div>
  );
}

const RING_LEAST = 15;

function Ring({
  layout,
  seat,
}: {
  readonly layout: PeopleLayout;
  readonly seat: number;
}): JSX.Element | null {
  if (seat < 0 || !(layout.x[seat] >= 0)) return null;
  const side = Math.max(RING_LEAST, layout.side + 8);
  const shift = (side - layout.side) / 2;
  return (
    <div
      class="ring"
      style={{
        left: `${layout.x[seat] - shift}px`,
        top: `${layout.y[seat] - shift}px`,
        width: `${side}px`,
        height: `${side}px`,
      }}
    />
  );
}

/** The legend of states, each with its people. */
function Counts({ show, film }: { readonly show: Show; readonly film: Film }): JSX.Element {
  const states = useMemo(() => new Uint8Array(film.seatCount), [film]);
  const counts = useComputed(() => {
    fillStates(states, film, show.tick.value);
    return countsOf(states);
  });
  return (
    <ul class="counts">
      {counts.value.map((count, state) => (
        <li key={state}>
          <span class={`state state-${state + 1}`} />
          {STATE_LABELS[state]} <strong>{countText(count)}</strong>
        </li>
      ))}
    </ul>
  );
}
