/** The verb drivers: which assumptions move the difference of two plans, or which stages make it. */
import { ENGINE_VERSION, MEASURES, type MeasureName } from "../../engine/index.ts";
import {
  documentSha256,
  driversAt,
  inputDrivers,
  InputError,
  resolveOrganisation,
  splitAt,
  stageSplit,
  type Document,
  type DriverPair,
  type EvaluatePlans,
  type Setting,
} from "../../scenarios/index.ts";
import { scaleOfMeasure, standInOf } from "../store/stand-in.ts";
import { driversText, stagesText, type DriversReport, type StagesReport } from "./drivers-report.ts";
import { withEvaluation, type AnalysisOptions } from "./evaluation.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";
import { readQuestion, type QuestionOptions } from "./question.ts";

export interface DriversOptions extends QuestionOptions, AnalysisOptions {
  readonly pair?: readonly string[];
  readonly measure: string;
  readonly week?: number;
  readonly runs?: number;
  readonly screenRuns: number;
  readonly top: number;
  readonly stages?: boolean;
  readonly standIn?: boolean;
}

const INPUT_RUNS = 12;
const STAGE_RUNS = 8;

export async function driversVerb(name: string | undefined, options: DriversOptions): Promise<void> {
  const question = await readQuestion(name, { ...options });
  const { document } = question;
  const pair = pairOf(document, options.pair);
  const measure = measureOf(options.measure);
  const week = weekOf(document, options.week);
  const { setting, scale } = settingOf(question, options.standIn === true);
  const common = { document, pair, measure, week, scale: scaleOfMeasure(measure, scale) };
  const analyse: Analyse = options.stages === true ? stagesReport : inputsReport;
  const { report, text } = await withEvaluation(setting, options, (evaluate) =>
    analyse(setting, common, options, evaluate),
  );
  const origin = { engine: ENGINE_VERSION, document: documentSha256(document), seed: document.seed };
  await writeOut(options.json === true ? `${JSON.stringify({ ...origin, ...report })}\n` : text);
}

type Analyse = (...of: Parameters<typeof inputsReport>) => Promise<{ report: object; text: string }>;
type Common = Pick<DriversReport, "pair" | "measure" | "week" | "scale"> & { readonly document: Document };

async function inputsReport(
  setting: Setting,
  { document, ...common }: Common,
  { runs = INPUT_RUNS, screenRuns, top }: DriversOptions,
  evaluate: EvaluatePlans,
): Promise<{ report: DriversReport; text: string }> {
  const asked = { ...common, runs, screenRuns, most: top };
  const found = await inputDrivers(setting, asked, evaluate);
  const { employees, screened } = found;
  const report = { ...common, runs, screenRuns, screened, employees, ...driversAt(found, common.week) };
  return { report, text: driversText(document, report) };
}

async function stagesReport(
  setting: Setting,
  { document, ...common }: Common,
  { runs = STAGE_RUNS }: DriversOptions,
  evaluate: EvaluatePlans,
): Promise<{ report: StagesReport; text: string }> {
  const split = await stageSplit(setting, { ...common, runs }, evaluate);
  const { items, total } = splitAt(split, "difference", common.week);
  const report = { ...common, runs, employees: split.employees, stages: items, total };
  return { report, text: stagesText(document, report) };
}

/** The company itself, or its stand-in as the page has it. */
function settingOf(setting: Setting, isStandIn: boolean): { setting: Setting; scale: number } {
  const { document, scale } = standInOf(setting.document, setting.organisation.company.employeeCount);
  if (!isStandIn || scale === 1) return { setting, scale: 1 };
  return { setting: { document, organisation: resolveOrganisation(document) }, scale };
}

/** The second plan named against the first; a plan alone against doing nothing. */
function pairOf(
  { plans }: Document,
  ids: readonly string[] = plans.slice(0, 2).map(({ id }) => id),
): DriverPair {
  if (ids.length > 2) throw new InputError(`invalid pair; not one or two plans: ${quoted(ids.join())}`);
  const places = ids.map((id) => {
    const place = plans.findIndex((plan) => plan.id === id);
    if (place < 0) {
      const known = plans.map((plan) => plan.id).join(", ");
      throw new InputError(`unknown plan; not one of ${known}: ${quoted(id)}`);
    }
    return place;
  });
  return places.length === 1 ? { a: null, b: places[0] } : { a: places[0], b: places[1] };
}

function measureOf(name: string): MeasureName {
  const row = MEASURES.find((measure) => measure.name === name);
  if (row === undefined) throw new InputError(`unknown measure; see list measures: ${quoted(name)}`);
  return row.name;
}

function weekOf({ weeks }: Document, week = weeks): number {
  if (week > weeks) throw new InputError(`invalid week; not in [0, ${weeks}]: ${week}`);
  return week;
}
