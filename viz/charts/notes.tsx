/** Notes on a curve: placed by rule where they cover neither a band nor each other, left out where nothing is free. */
import type { JSX } from "preact";
import type { Bands } from "./bands.ts";
import { round, type Box, type Scale } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { SMALL, widthOf } from "./text.ts";

export interface Note {
  /** Below 0: the reader's own, of no plan. */
  readonly plan: number;
  readonly week: number;
  /** The value the leader points at. */
  readonly value: number;
  readonly text: string;
}

/** With the text's box. */
export interface PlacedNote extends Note, Box {
  /** The point on the curve. */
  readonly x: number;
  readonly y: number;
}

interface Plot {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HEIGHT = 16;
const PADDING = 3;
const RISES = [14, 24, 36, 50, 66, 84] as const;
/** Where the text's left edge lies from the point, as a share of its width. */
const SHIFTS = [0.5, 0.15, 0.85, 0, 1] as const;

/** `taken` is covered already. */
export function placeNotes(
  notes: readonly Note[],
  all: readonly Bands[],
  plot: Plot,
  taken: readonly Box[] = [],
): PlacedNote[] {
  const placed: PlacedNote[] = [];
  for (const note of notes) {
    const free = candidatesOf(note, plot).filter(
      (box) =>
        !placed.some((other) => isTouching(box, other) || isCrossing(box, other) || isCrossing(other, box)) &&
        !isOverBand(box, all, plot),
    );
    const clear = free.find((box) => !taken.some((other) => isOver(box, other)));
    // A reader's own note is rather drawn over something than left out.
    const beside = (): PlacedNote | undefined =>
      free.find((box) => !taken.some((other) => isTouching(box, other))) ?? free[0];
    const found = clear ?? (note.plan < 0 ? beside() : undefined);
    if (found !== undefined) placed.push(found);
  }
  return placed;
}

function candidatesOf(note: Note, plot: Plot): PlacedNote[] {
  const x = plot.x(note.week);
  const y = plot.y(note.value);
  const width = widthOf(note.text, "sans", SMALL);
  const boxes = RISES.flatMap((rise) =>
    [y - rise - HEIGHT, y + rise].flatMap((top) => SHIFTS.map((shift) => ({ left: x - shift * width, top }))),
  );
  return boxes
    .map((box) => ({
      ...note,
      ...box,
      left: round(box.left),
      top: round(box.top),
      width,
      height: HEIGHT,
      x,
      y,
    }))
    .filter(
      (box) =>
        box.left >= plot.left &&
        box.left + width <= plot.right &&
        box.top >= plot.top &&
        box.top + HEIGHT <= plot.bottom - PADDING,
    );
}

function isTouching(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width + 8 &&
    b.left < a.left + a.width + 8 &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

/** Whether a note covers something, or its leader goes through what it doesn't point at. */
function isOver(note: PlacedNote, box: Box): boolean {
  const point = { left: note.x, top: note.y, width: 0, height: 0 };
  return isTouching(note, box) || (isCrossing(note, box) && !isTouching(point, box));
}

/** Whether a note's leader goes through another's text. */
function isCrossing(note: PlacedNote, other: Box): boolean {
  const { x1, y1, x2, y2 } = leaderOf(note);
  return Array.from({ length: 9 }, (_, i) => i / 8).some((t) => {
    const x = x1 + t * (x2 - x1);
    const y = y1 + t * (y2 - y1);
    return (
      x >= other.left && x <= other.left + other.width && y >= other.top && y <= other.top + other.height
    );
  });
}

/** From the text's edge to just before the point. */
function leaderOf(note: PlacedNote): {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
} {
  const isAbove = note.top < note.y;
  return {
    x1: round(Math.max(note.left + 4, Math.min(note.left + note.width - 4, note.x))),
    y1: round(isAbove ? note.top + note.height : note.top),
    x2: note.x,
    y2: round(note.y + (isAbove ? -3 : 3)),
  };
}

function isOverBand(box: Box, all: readonly Bands[], plot: Plot): boolean {
  // Only the weeks beside the text: there are many candidates, and many weeks.
  const first = Math.max(0, Math.floor(plot.x.invert(box.left - PADDING)) - 1);
  const last = Math.ceil(plot.x.invert(box.left + box.width + PADDING)) + 1;
  return all.some(({ p5, p95 }) => {
    for (let week = first; week < p5.length && week <= last; week++) {
      const x = plot.x(week);
      if (x < box.left - PADDING || x > box.left + box.width + PADDING) continue;
      const high = plot.y(p95[week]) - PADDING;
      const low = plot.y(p5[week]) + PADDING;
      if (box.top < low && box.top + box.height > high) return true;
    }
    return false;
  });
}

export function Notes(props: {
  readonly notes: readonly PlacedNote[];
  readonly palette: Palette;
}): JSX.Element {
  return (
    <g font-size={SMALL} fill={props.palette.ink}>
      {props.notes.map((note) => {
        const { x1, y1, x2, y2 } = leaderOf(note);
        return (
          <g key={`${note.plan} ${note.week}`}>
            <path d={`M${x1},${y1}L${x2},${y2}`} stroke={planColour(props.palette, note.plan)} />
            <text x={note.left} y={round(note.top + 12)}>
              {note.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
