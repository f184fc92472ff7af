/** What common random numbers are worth: `npm run -s crn [-- --employees N --runs N --weeks N --workers N]`. */
import { parseArgs } from "node:util";
import { parametersWith, type ParameterName } from "../../engine/index.ts";
import { parametersOf } from "../../scenarios/index.ts";
import { createNodePool } from "../../workers/node.ts";
import { COMPARED, finalsOf, questionOf, twinEarnings, type Finals, type Question } from "./arms.ts";
import { variance, worthOf, type Worth } from "./pairing.ts";

const PLANS = ["platform-first", "problems-first", "same-platform-first"] as const;
/** The plan whose assumptions are changed by 1%, and the assumptions: some of every theme. */
const CHANGED_PLAN = "problems-first";
const CHANGED: readonly ParameterName[] = [
  "seatUsdPerMonth",
  "problemValueMedian",
  "externalProb",
  "imitationProb",
  "skillDecay",
  "sponsorDrift",
  "platformReviewWeeks",
  "turnoverPerYear",
  "joinInviteProb",
  "thresholdMean",
  "habitGrowth",
  "helpBase",
  "problemProb",
  "attendanceFrequency",
];

const { values } = parseArgs({
  options: {
    employees: { type: "string", default: "10000" },
    runs: { type: "string", default: "64" },
    weeks: { type: "string", default: "208" },
    workers: { type: "string" },
  },
});
const [employees, runs, weeks] = [values.employees, values.runs, values.weeks].map(Number);
const pool = createNodePool(values.workers === undefined ? undefined : Number(values.workers));
const question = questionOf(PLANS, employees, weeks);
const finals = await finalsOf(pool, question, {}, runs);
console.log(`${employees} employees, ${weeks} weeks, ${runs} replicates, engine's global bank\n`);
identical(finals, await finalsOf(pool, question, {}, runs));
plans(finals, twinEarnings(question, runs));
await assumptions(questionOf([CHANGED_PLAN], employees, weeks), finals[PLANS.indexOf(CHANGED_PLAN)]);
pool.close();

/** The same arm twice. */
function identical(first: Finals, second: Finals): void {
  const differing = first.flatMap((plan, i) =>
    plan.flatMap((values_, m) => values_.filter((value, run) => !Object.is(value, second[i][m][run]))),
  );
  console.log(
    `Identical arms: ${differing.length} of ${first.length * COMPARED.length * runs} numbers differ.\n`,
  );
}

/** Plans against each other. */
function plans(of: Finals, twin: readonly number[]): void {
  console.log(
    "| plans | measure | sd of each | ratio (90%) | ceiling | correlation | ratio without a shared twin |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const [i, k] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ])
    for (const [m, measure] of COMPARED.entries()) {
      const pairing = { a: of[i][m], b: of[k][m] };
      const worth = worthOf(pairing);
      const alone = worthOf({
        a: pairing.a.map((x, run) => x + twin[run]),
        b: pairing.b.map((x, run) => x + twin[run]),
      });
      const cells = [
        `${PLANS[i]}, ${PLANS[k]}`,
        measure,
        [pairing.a, pairing.b].map((arm) => short(Math.sqrt(variance(arm)))).join(", "),
        ratioText(worth),
        short(worth.ceiling),
        worth.correlation.toFixed(2),
        measure === "npv" ? ratioText(alone) : "",
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
  console.log("");
}

/** One plan against itself with one assumption 1% higher. */
async function assumptions(of: Question, base: Finals[number]): Promise<void> {
  const defaults = parametersWith(parametersOf(of.document, 0));
  console.log("| assumption + 1% | NPV: change (sd) | ratio (90%) | deepShare: change (sd) | ratio (90%) |");
  console.log("| --- | --- | --- | --- | --- |");
  for (const name of CHANGED) {
    const [changed] = await finalsOf(pool, of, { [name]: defaults[name] * 1.01 }, runs);
    const cells = COMPARED.flatMap((_, m) => {
      const worth = worthOf({ a: base[m], b: changed[m] });
      return [`${short(worth.meanDifference)} (${short(worth.sdDifference)})`, ratioText(worth)];
    });
    console.log(`| \`${name}\` | ${cells.join(" | ")} |`);
  }
}

function ratioText({ ratio, low, high }: Worth): string {
  if (ratio === Infinity) return "∞: equal";
  return `${short(ratio)} (${short(low)}–${short(high)})`;
}

/** Three significant digits, thousands apart. */
function short(value: number): string {
  const text = String(Number(value.toPrecision(3)));
  return Math.abs(value) < 1000 || text.includes("e") ? text : text.replace(/\B(?=(\d{3})+$)/g, ",");
}
