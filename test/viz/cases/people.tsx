/** The charts of people and of the stage with made-up data: what the golden texts hold, in Node and in every browser. */
import type { VNode } from "preact";
import { buildOrganisation, FILM_STATE, runKey } from "../../../engine/index.ts";
import { Chart } from "../../../viz/charts/chart.tsx";
import { organisationBody, organisationHeight } from "../../../viz/charts/organisation-chart.tsx";
import { DARK, LIGHT } from "../../../viz/charts/palette.ts";
import { boxesOf, descentBody, descentHeight } from "../../../viz/people/descent-chart.tsx";
import { lifelinesBody, lifelinesHeight, lifelinesWeek } from "../../../viz/people/lifeline.tsx";
import {
  curveAxes,
  curveGuess,
  curveLines,
  curveMoment,
  type CurveData,
} from "../../../viz/present/curve.tsx";
import { organisationData } from "../../../viz/words/organisation-parts.ts";
import { weekText } from "../../../viz/words/time.ts";
import { PLANS, WEEKS } from "../series.ts";
import type { ChartCases } from "./cases.ts";
import { ENGLISH } from "../notation.kit.ts";

/** A firm of three units, one with a hostile name, and two roles. */
export function firm(employeeCount: number) {
  const company = { employeeCount, ties: { kind: "synthetic" }, salesLikeRole: -1, roleCount: 2 } as const;
  const { organisation, department } = buildOrganisation(company, 0, 0.7, runKey([1, 2], 0));
  const names = { unitNames: ["Unit 1", "<b>Two</b>", "Unit 3"], roleNames: ["Engineers", "Sales"] };
  return organisationData({ ...organisation, department }, names, ENGLISH);
}

function drawnFirm(): VNode {
  const size = { width: 360, height: organisationHeight(3) };
  return (
    <Chart size={size} label="A firm">
      {organisationBody(firm(1300), size, LIGHT)}
    </Chart>
  );
}

/** Hired in week 4, by eighths of a year through the states, deep until week 50. */
function stateAt(moment: number): number {
  if (moment < 4) return FILM_STATE.absent;
  if (moment < 30) return Math.floor(moment / 8);
  return moment < 50 ? FILM_STATE.deep : FILM_STATE.none;
}

const states = Uint8Array.from({ length: 53 }, (_, moment) => stateAt(moment));
const lifelines = {
  weeks: 52,
  lines: [
    { name: "Platform first", plan: 0, states, ticks: [4, 8, 30] },
    { name: "Problems first", plan: 1, states: states.toReversed(), ticks: [] },
  ],
};

function drawnLives(width: number): VNode {
  const size = { width, height: lifelinesHeight(2) };
  return (
    <Chart size={size} label="A life under two plans">
      {lifelinesBody(lifelines, size, LIGHT)}
      {lifelinesWeek(lifelines, size, LIGHT, { week: 20, text: weekText(20), label: "" })}
    </Chart>
  );
}

/** Two generations below whoever began it; a third is there and not shown. */
function drawnDescent(): VNode {
  const children: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 3], 1: [4, 5], 4: [6] };
  const tree = {
    descendants: Uint32Array.of(6, 3, 0, 0, 1, 0, 0),
    chain: new Uint16Array(7),
    origin: new Int32Array(7),
    childrenOf: (event: number): readonly number[] => children[event] ?? [],
  };
  const boxes = boxesOf(tree, 0, 2);
  const size = { width: 600, height: descentHeight(boxes) };
  return (
    <Chart size={size} label="A descent">
      {descentBody(boxes, (event) => `Employee ${event + 1}`, 1, size, LIGHT)}
    </Chart>
  );
}

export const CURVE: CurveData = {
  weeks: WEEKS,
  roomWeek: WEEKS,
  plans: PLANS.slice(0, 2),
  runs: [PLANS[0].bands.p25, undefined],
  axisText: (value, isTop) => `${Math.round(value * 100)}${isTop ? "%" : ""}`,
  valueText: (value) => `${Math.round(value * 100)}%`,
  guess: { from: 20, values: [0.2, 0.3, 0.9] },
};

export function drawnCurve(data: CurveData, size: { width: number; height: number }, week: number): VNode {
  return (
    <Chart size={size} label="Curve">
      {curveAxes(data, size, DARK)}
      {curveLines(data, size, DARK)}
      {curveGuess(data, size, DARK)}
      {curveMoment(data, size, DARK, week)}
    </Chart>
  );
}

export const PEOPLE: ChartCases = {
  organisation: drawnFirm,
  "lifelines-640": () => drawnLives(640),
  "lifelines-358": () => drawnLives(358),
  descent: drawnDescent,
  "stage-curve": () => drawnCurve(CURVE, { width: 340, height: 190 }, 30.5),
};
