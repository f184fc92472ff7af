/** Everybody under one plan at the week line: a dot an employee, painted anew with every week. */
import { computed, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Film } from "../../engine/index.ts";
import { DARK, LIGHT, type Palette } from "../charts/palette.ts";
import { SMALL } from "../charts/text.ts";
import { stretch } from "../store/stretch.ts";
import { theme } from "../store/theme.ts";
import { week } from "../store/view.ts";
import { announce } from "../compare/spoken.tsx";
import { changesIn, pictureAt } from "./counts.ts";
import type { PeopleLayout } from "./layout.ts";
import { seatAt } from "./layout.ts";
import { Names } from "./names.tsx";
import { createPeoplePainter } from "./painter.ts";
import { isPaper } from "./paper.ts";
import { look } from "./watch.ts";
import { pointed } from "./pointed.ts";
import { notation } from "../store/notation.ts";

const palette = computed<Palette>(() => (theme.value === "dark" && !isPaper.value ? DARK : LIGHT));

export function PeopleCanvas(props: {
  readonly film: Film;
  readonly layout: PeopleLayout;
  readonly density: number;
  readonly label: string;
  /** What is said of somebody. */
  readonly textOf: (seat: number) => string;
  readonly onChoose: (seat: number) => void;
}): JSX.Element {
  const { film, layout, density, label, textOf, onChoose } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useMemo(
    () => ({ current: null as ReturnType<typeof createPeoplePainter> | null }),
    [layout],
  );
  const lit = useMemo(
    () =>
      computed(() => {
        if (stretch.value === null) return undefined;
        return changesIn(film, look.value, stretch.value).map((change) => (change === 0 ? 0 : 1));
      }),
    [film],
  );
  const paint = (): void => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    painter.current ??= createPeoplePainter(context, layout, density);
    const states = pictureAt(film, Math.min(week.value, film.weeks));
    painter.current.paint(lit.value === undefined ? { states } : { states, lit: lit.value }, palette.value);
  };
  useSignalEffect(paint);
  useLayoutEffect(paint, [film, layout, density]);
  return (
    <div class="crowd" style={{ width: `${layout.width}px`, height: `${layout.height}px` }}>
      <canvas
        ref={canvas}
        role="img"
        tabIndex={0}
        aria-label={label}
        width={Math.max(1, Math.ceil(layout.width * density))}
        height={Math.max(1, Math.ceil(layout.height * density))}
        style={{ width: `${layout.width}px`, height: `${layout.height}px` }}
        onPointerMove={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          pointed.value = seatAt(layout, event.clientX - left, event.clientY - top);
        }}
        onPointerLeave={() => (pointed.value = -1)}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          const seat = seatAt(layout, event.clientX - left, event.clientY - top);
          if (seat >= 0) onChoose(seat);
        }}
        onBlur={() => (pointed.value = -1)}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          if (event.key === "Enter" && pointed.value >= 0) onChoose(pointed.value);
          else {
            const next = seatAfter(layout, pointed.value, event.key);
            if (next === undefined) return;
            pointed.value = next;
            announce(textOf(next));
          }
          event.preventDefault();
        }}
      />
      <Names layout={layout} font="sans" size={SMALL} notation={notation.value} />
      <Mark layout={layout} />
    </div>
  );
}

/** The seat a key leads to: along the dots as they lie. */
function seatAfter({ seats, blocks, x, y }: PeopleLayout, seat: number, key: string): number | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };
  if (seats.length === 0) return undefined;
  const at = seats.indexOf(seat);
  if (key === "Home" || (at < 0 && key.startsWith("Arrow"))) return seats[0];
  if (key === "End") return seats[seats.length - 1];
  const block = blocks.find(({ first, count }) => at >= first && at < first + count);
  if (block === undefined || x[seat] < 0 || y[seat] < 0) return undefined;
  const step =
    steps[key] ?? (key === "ArrowLeft" ? -block.rows : key === "ArrowRight" ? block.rows : undefined);
  return step === undefined ? undefined : seats[Math.max(0, Math.min(seats.length - 1, at + step))];
}

/** A frame around the dot that is pointed at, in both pictures. */
function Mark({ layout }: { readonly layout: PeopleLayout }): JSX.Element | null {
  const seat = pointed.value;
  if (seat < 0 || layout.x[seat] === undefined || layout.x[seat] < 0) return null;
  const side = `${layout.side + 6}px`;
  return (
    <div
      class="mark"
      style={{ left: `${layout.x[seat] - 3}px`, top: `${layout.y[seat] - 3}px`, width: side, height: side }}
    />
  );
}
