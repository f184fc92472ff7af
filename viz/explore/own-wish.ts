/** A fit to one's own weeks, as it is asked for on the page, and the study that asks it anywhere. */
import {
  MEASURE_INDEX,
  MEASURES,
  PARAMETERS,
  type MeasureName,
  type ParameterName,
} from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";
import { FREE_PARAMETERS } from "../../scenarios/calibration/free.ts";
import { checkStudy, type Study } from "../../scenarios/studies/index.ts";
import type { ObservedColumn } from "../../scenarios/import/index.ts";
import { employeeCount } from "../store/company.ts";
import { plausible, withoutFactors, type Factor } from "./new-study.ts";

/** What the reader asks for. */
export interface OwnAsked {
  /** Measures by the names of the file's columns; columns left out are null. */
  readonly columns: Readonly<Record<string, MeasureName | null>>;
  /** Whether shares count people of the whole company. */
  readonly isCounted: boolean;
  /** The plan the company followed. */
  readonly plan: string;
  readonly factors: readonly Factor[];
  /** Runs at most, for each model. */
  readonly runs: number;
  readonly employees: number;
}

/** What a company has of its weeks: no money, nothing that is only known beside a company without the programme. */
export const SEEN_MEASURES = MEASURES.filter(({ isAgainstTwin, unit }) => !isAgainstTwin && unit !== "USD");

/** What decides how a platform, and how communities, are taken up. */
const PLATFORM: readonly ParameterName[] = ["externalProb", "imitationProb", "campaignProb"];
const COMMUNITIES: readonly ParameterName[] = ["joinInviteProb", "attendanceScale"];
const OF_COMMUNITIES = new Set(
  MEASURES.filter(({ theme }) => theme === "communities").map(({ name }) => name),
);
const EMPLOYEES_USUAL = 1000;
const RUNS_USUAL = 4000;

/** What a file and a document suggest. */
export function suggestedFit(document: Document, columns: readonly ObservedColumn[]): OwnAsked {
  const measures = columns.flatMap(({ measure }) => (measure === null ? [] : [measure]));
  const names = [
    ...(measures.every((name) => OF_COMMUNITIES.has(name)) ? [] : PLATFORM),
    ...(measures.some((name) => OF_COMMUNITIES.has(name)) ? COMMUNITIES : []),
  ];
  return {
    columns: Object.fromEntries(columns.map(({ name, measure }) => [name, measure])),
    isCounted: columns.some(({ measure, greatest }) => measure !== null && isShare(measure) && greatest > 1),
    plan: document.plans[0].id,
    factors: names.map(searched),
    runs: RUNS_USUAL,
    employees: Math.min(EMPLOYEES_USUAL, employeeCount(document)),
  };
}

function isShare(measure: MeasureName): boolean {
  return MEASURES[MEASURE_INDEX[measure]].unit === "share";
}

/** Over the range that calibration searches where nothing is known. */
function searched(name: ParameterName): Factor {
  const known = FREE_PARAMETERS.find((each) => each.name === name);
  return known === undefined ? plausible(name) : { name, low: known.low, high: known.high };
}

/** The study asked for. @throws InputError at what can't be one */
export function fitStudy(document: Document, file: string, asked: OwnAsked): Study {
  const { factors, plan, isCounted, employees } = asked;
  const columns = Object.entries(asked.columns).flatMap(([name, measure]) =>
    measure === null ? [] : [[name, measure] as const],
  );
  return checkStudy({
    study: 1,
    name: document.name,
    document: withoutFactors(document, factors, employees),
    factors: factors.map((factor) => ({ ...factor, distribution: distributionOf(factor) })),
    design: { kind: "latin hypercube", points: 100 },
    replicates: 1,
    outputs: columns.length === 0 ? ["registeredShare"] : columns.map(([, measure]) => measure),
    observed: {
      file,
      plan,
      columns: Object.fromEntries(columns),
      ...(isCounted && { people: employeeCount(document) }),
    },
    seed: document.seed,
  });
}

/** Equal ratios are equally likely before, so that halves and doubles are; whole numbers and 0 have none. */
function distributionOf({ name, low }: Factor): "log uniform" | "uniform" {
  const isWhole = PARAMETERS.find((row) => row.name === name)?.unit === "people";
  return low > 0 && !isWhole ? "log uniform" : "uniform";
}
