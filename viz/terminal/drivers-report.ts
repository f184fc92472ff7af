/** What drives a difference, for people: inputs at both ends of their ranges, or what each stage brings. */
import { ENGINE_VERSION, MEASURES, MEASURE_INDEX, type MeasureName } from "../../engine/index.ts";
import {
  documentSha256,
  type Document,
  type Driver,
  type DriverPair,
  type Estimate,
} from "../../scenarios/index.ts";
import { unitOf, type Unit } from "../words/units.ts";
import { shortChange } from "../words/drivers.ts";
import { numberText } from "../words/assumptions.ts";
import { kindText } from "../words/kinds.ts";
import { tableLines } from "./table.ts";
import { notationOf } from "../words/notation.ts";
import { countText } from "../words/decimals.ts";

interface Report {
  readonly pair: DriverPair;
  readonly measure: MeasureName;
  readonly week: number;
  /** Employees of the company for each that was simulated, where the measure counts them; the numbers are unscaled. */
  readonly scale: number;
  readonly employees: number;
  readonly runs: number;
}

export interface DriversReport extends Report {
  readonly screenRuns: number;
  readonly screened: number;
  readonly gap: Estimate;
  readonly drivers: readonly Driver[];
}

export interface StagesReport extends Report {
  readonly stages: readonly (Estimate & { readonly name: string })[];
  readonly total: Estimate;
}

export function driversText(document: Document, report: DriversReport): string {
  const { gap, drivers, screened, screenRuns, scale } = report;
  const notation = notationOf(document);
  const change = changeText(document, report);
  const rows = drivers.map(({ input, low, high, isTold }) => [
    input.label,
    input.grade,
    numberText(input.low, notation),
    change(low, scale),
    numberText(input.high, notation),
    change(high, scale),
    isTold ? "" : "can't be told from 0",
  ]);
  return textOf(document, report, "What moves the difference", [
    `The gap: ${change(gap, scale)}. The ${drivers.length} of ${screened} inputs that moved it most in ${runsOf(screenRuns)} each.`,
    "",
    ...tableLines([["input", "", "low end", "change", "high end", "change", ""], ...rows]),
  ]);
}

export function stagesText(document: Document, report: StagesReport): string {
  const { stages, total, scale } = report;
  const change = changeText(document, report);
  const rows = [
    ...stages.map((stage) => [kindText(stage.name as "platform"), change(stage, scale)]),
    ["In all", change(total, scale)],
  ];
  return textOf(document, report, "What makes the difference", tableLines([["stage", "brings"], ...rows]));
}

function runsOf(count: number): string {
  return count === 1 ? "1 run" : `${count} runs`;
}

function textOf(document: Document, report: Report, title: string, lines: readonly string[]): string {
  const { pair, measure, week, employees, runs } = report;
  const { plans } = document;
  const a = pair.a === null ? "doing nothing" : plans[pair.a].name;
  const { label } = MEASURES[MEASURE_INDEX[measure]];
  return `${[
    `${title}: ${plans[pair.b].name} less ${a}, ${label}, week ${week}`,
    `${countText(employees, notationOf(document))} employees · ${runs} paired runs · seed ${document.seed}`,
    "",
    ...lines,
    "",
    "± is the 95% interval of a mean over paired runs.",
    `Document ${documentSha256(document).slice(0, 16)} · engine ${ENGINE_VERSION}`,
  ].join("\n")}\n`;
}

/** "+13 ± 2" in the measure's unit. */
function changeText(document: Document, { measure }: Report): (estimate: Estimate, scale: number) => string {
  const unit: Unit = unitOf(MEASURES[MEASURE_INDEX[measure]].unit, notationOf(document));
  const change = shortChange(unit);
  return ({ value, low, high }, scale) => {
    if (value === null) return "–";
    const text = change(value * scale);
    if (low === null || high === null) return text;
    return `${text} ± ${change(((high - low) / 2) * scale).replace("+", "")}`;
  };
}
