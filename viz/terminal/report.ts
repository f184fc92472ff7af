/** The result for people: what was run, a table of plans by key measures, and the differences in sentences. */
import { ENGINE_VERSION, MEASURE_INDEX, MEASURES, type MeasureName } from "../../engine/index.ts";
import type { PlanResult, Result } from "../../scenarios/index.ts";
import { differenceSentences } from "./differences.ts";
import { formatOf, type Format } from "./format.ts";
import { outputWidth } from "./output.ts";
import type { Question } from "./question.ts";
import { tableBlocks } from "./table.ts";
import { notationOf } from "../words/notation.ts";
import { countText } from "../words/decimals.ts";

/** The measures a strategist asks for first. */
const KEY_MEASURES: readonly MeasureName[] = [
  "registeredShare",
  "weeklyActiveShare",
  "deepShare",
  "practicesInUse",
  "engagement",
  "sponsorSupport",
  "isCancelled",
  "value",
  "cost",
  "npv",
];

export function resultText(question: Question, result: Result): string {
  const { document } = question;
  const format = formatOf(document);
  const rows = [
    [`After ${result.weeks} weeks`, ...result.plans.map((plan) => plan.name)],
    ...KEY_MEASURES.map((name) => measureRow(name, result.plans, format)),
    [
      "Return on cost",
      ...result.plans.map(({ final }) =>
        final.roi === null ? "no cost" : format.spread(final.roi, "share"),
      ),
    ],
    ["Pays back in week", ...result.plans.map(({ final }) => format.weeks(final.paybackWeek, result.runs))],
  ];
  const lines = [
    ...heading(question, result),
    "",
    ...tableBlocks(rows, outputWidth()).flatMap((block) => [...block, ""]),
    "Medians, in brackets the range of 90 in 100 runs; money is to date, compared with doing nothing.",
    "",
    ...differenceSentences(result, format),
    `Result ${result.digest.slice(0, 16)} · document ${result.document.slice(0, 16)} · engine ${ENGINE_VERSION}`,
  ];
  return `${lines.join("\n")}\n`;
}

function heading({ document, organisation, rosterName }: Question, result: Result): string[] {
  const people = countText(organisation.company.employeeCount, notationOf(document));
  const runs = result.runs === 1 ? "1 run" : `${result.runs} runs`;
  const title =
    rosterName === undefined
      ? document.name
      : `${document.name}: its plans, with the people of ${rosterName}`;
  return [title, `${people} employees · ${result.weeks} weeks · ${runs} · seed ${document.seed}`];
}

function measureRow(name: MeasureName, plans: readonly PlanResult[], format: Format): string[] {
  const { label, unit } = MEASURES[MEASURE_INDEX[name]];
  return [label, ...plans.map(({ final }) => (final[name] ? format.spread(final[name], unit) : "–"))];
}
