/** A figure: one chart with its words and its numbers, as a place shows it and as it is taken away. */
import type { JSX } from "preact";
import type { Calendar } from "../charts/calendar.ts";
import type { PlanBands } from "../charts/bands.ts";
import type { Size } from "../charts/geometry.ts";
import type { Palette } from "../charts/palette.ts";
import type { Rich } from "../words/rich.ts";
import type { NumberTable } from "./numbers.ts";

export interface Figure {
  /** As the command line and files call it. */
  readonly name: string;
  readonly title: () => string;
  /** What it shows, computed. */
  readonly sentence: () => Rich;
  /** The chart in words for those who can't see it. */
  readonly label: () => string;
  /** Whether there is something to draw. */
  readonly isReady: () => boolean;
  /** In pixels, for a width in pixels. */
  readonly height: (width: number) => number;
  readonly draw: (size: Size, palette: Palette) => JSX.Element;
  /** What is drawn of the runs. */
  readonly basis: "medians" | "means" | "nothing";
  /** Whose runs it is drawn of, where not of all behind the page: those made here, or runs of its own. */
  readonly drawnOf?: () => "all" | "here" | "own";
  /** Of a fan: what a program that draws charts of its own needs; `format` is how it writes the axis. */
  readonly fan?: () => {
    readonly plans: readonly PlanBands[];
    readonly weeks: number;
    readonly format: string;
    readonly calendar: Calendar | undefined;
  };
  /** The series drawn, unrounded. */
  readonly numbers: () => NumberTable;
}
