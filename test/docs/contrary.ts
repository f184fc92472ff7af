/** Writes docs/figures/contrary.json: the league of the companies where platform first should win (`npm run contrary`). */
import { writeFileSync } from "node:fs";
import { LIBRARY, orderLeague, type League } from "../../scenarios/index.ts";
import { CONTRARY_COMPANIES } from "../../scenarios/library/contrary.ts";
import { withEvaluation } from "../../viz/terminal/evaluation.ts";
import { readQuestion } from "../../viz/terminal/question.ts";
import { resultsStamp } from "../../viz/terminal/scenes.ts";
import type { ContraryFigures } from "./figures.ts";

const RUNS = 4;
/** Of very large firms only these orders, twice: all 120 would take hours. */
const LARGE = 100_000;
const FEW = ["CKETP", "CEKPT", "PCKET", "PCEKT", "PKETC"] as const;
const FEW_RUNS = 2;

const companies = [];
for (const { id } of CONTRARY_COMPANIES) {
  const question = await readQuestion(id, {});
  const isLarge = question.organisation.company.employeeCount >= LARGE;
  const options = isLarge ? { runs: FEW_RUNS, orders: FEW } : { runs: RUNS };
  const league = await withEvaluation(question, { progress: "auto" }, (evaluate) =>
    orderLeague(question, options, evaluate),
  );
  companies.push(rowOf(id, league));
}
const figures: ContraryFigures = { results: resultsStamp(), companies };
writeFileSync("docs/figures/contrary.json", `${JSON.stringify(figures)}\n`);

function rowOf(id: string, league: League): ContraryFigures["companies"][number] {
  const platform = league.orders.find(({ order }) => order.startsWith("P"));
  return {
    id,
    name: LIBRARY.companies.find((company) => company.id === id)?.name ?? id,
    employees: league.employees,
    weeks: league.weeks,
    runs: league.runs,
    orders: league.orders.length,
    best: { order: league.orders[0].order, npv: league.orders[0].npvPerHead.value },
    source: { rank: league.source.rank, npv: league.source.npvPerHead.value },
    platform: {
      order: platform?.order ?? "",
      rank: platform?.rank ?? 0,
      npv: platform?.npvPerHead.value ?? null,
    },
    communityMean: league.byFirst.C?.value ?? null,
    platformMean: league.byFirst.P?.value ?? null,
    difference: league.communityLessPlatform,
  };
}
