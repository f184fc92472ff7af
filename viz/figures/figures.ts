/** Every figure of Compare, in the order in which a talk shows them. */
import { differenceFigure } from "../compare/difference-section.tsx";
import { fanFigure } from "../compare/fan-section.tsx";
import { paybackFigure } from "../compare/payback-section.tsx";
import { plansFigure } from "../compare/plans-section.tsx";
import { statesFigure } from "../compare/states-section.tsx";
import { costFigure, valueFigure } from "../compare/streams-section.tsx";
import { winsFigure } from "../compare/wins-section.tsx";
import type { Figure } from "./figure.ts";

export const FIGURES: readonly Figure[] = [
  winsFigure,
  fanFigure,
  differenceFigure,
  plansFigure,
  paybackFigure,
  statesFigure,
  valueFigure,
  costFigure,
];

/** The figures that have something to show now. */
export function readyFigures(): Figure[] {
  return FIGURES.filter((figure) => figure.isReady());
}
