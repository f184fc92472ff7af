/** The best plan found for people: sentences, the contenders side by side, and how the search came to them. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import { documentSha256, type Estimate } from "../../scenarios/index.ts";
import { bestPlanSentences, type BestPlan } from "../../scenarios/optimise/index.ts";
import { formatOf } from "./format.ts";
import { outputWidth } from "./output.ts";
import type { Question } from "./question.ts";
import { linesOf, tableLines } from "./table.ts";
import { notationOf } from "../words/notation.ts";
import { countText } from "../words/decimals.ts";

const ABOUT =
  "Net present value a head against doing nothing. The contenders are compared on scenarios (assumptions and luck) that no " +
  "search has seen, all on the same ones; intervals of 95%.";

export function bestPlanText(
  { document, organisation }: Question,
  found: BestPlan,
  spend: number | undefined,
): string {
  const width = outputWidth();
  const format = formatOf(document);
  const value = (x: number): string => format.value(x, "USD");
  const range = (low: number, high: number): string => format.range(low, high, "USD");
  const estimate = ({ value: middle, low, high }: Estimate): string =>
    middle === null
      ? "unknown"
      : low === null || high === null || low === high
        ? value(middle)
        : `${value(middle)} (${range(low, high)})`;
  const count = countText(organisation.company.employeeCount, notationOf(document));
  const cap = spend === undefined ? "" : ` · at most ${value(spend)} spent`;
  const parts = [
    [
      `${document.name}: the best plan that ${found.runs} runs find`,
      `${count} employees · ${document.weeks} weeks · ${found.scenarios} scenarios · seed ${document.seed}${cap}`,
      ...linesOf(ABOUT, width),
    ],
    bestPlanSentences(found, { value, range }).flatMap((sentence) => linesOf(sentence, width)),
    tableLines([
      ["", ...found.contenders.map(({ name }) => name)],
      ["mean", ...found.contenders.map(({ mean }) => estimate(mean))],
      ["one scenario in ten is below", ...found.contenders.map(({ worstTenth }) => estimate(worstTenth))],
      ["mean regret", ...found.contenders.map(({ meanRegret }) => estimate(meanRegret))],
      ["over the best order", ...found.contenders.map(({ lead }) => estimate(lead))],
      ["spent", ...found.contenders.map(({ spendPerHead }) => estimate(spendPerHead))],
    ]),
    found.contenders.flatMap(({ name, text }) => linesOf(`${name}: ${text}.`, width)),
    tableLines([
      ["runs", "best mean so far", "scenarios"],
      ...found.progress.map(({ runs, mean, scenarios }) => [String(runs), value(mean), String(scenarios)]),
    ]),
    [`Document ${documentSha256(document).slice(0, 16)} · engine ${ENGINE_VERSION}`],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
