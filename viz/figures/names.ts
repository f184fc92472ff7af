/** The figures that can be taken away, by name; the command line knows them without loading a chart. */

export const FIGURE_NAMES = [
  "fan",
  "difference",
  "wins",
  "payback",
  "plans",
  "states",
  "value",
  "cost",
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];
