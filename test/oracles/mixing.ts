/** Rows in which everybody sees everybody: Bass's and infection models of finite size, and Granovetter's crowds. */
import type { Parameters } from "../../engine/index.ts";
import { rounds, spread, type Setting } from "./cascade.ts";
import { inputText, ratesOf } from "./closed.ts";
import { ENGINE_PATH, type Context, type Family } from "./family.ts";
import {
  fieldsOf,
  numberIn,
  numberOf,
  numbersOf,
  recordOf,
  textOf,
  toleranceOf,
  UnreadableRow,
  type Row,
} from "./rows.ts";
import { sampleOf } from "./statistics.ts";
import { makeJudge, type Verdict } from "./verdict.ts";

const COMPLETE = { kind: "complete" } as const;
/** Most rounds one world lives; what a document may ask for. */
const WEEKS_MAX = 1040;

/** Checks mean numbers of active people, round by round, against [mean, sd] of the exact chain. */
function checkCurve(
  row: Row,
  setting: Omit<Setting, "replicate" | "weeks">,
  sigmas: number,
  runs: number,
): Verdict {
  const judge = makeJudge();
  const expected = Object.entries(recordOf(row.expected)).map(([round, moments]) => {
    const [mean, sd] = numbersOf(moments, "moments");
    return { round: numberOf(round, "round"), mean, sd };
  });
  const last = Math.max(...expected.map(({ round }) => round));
  const sums = new Float64Array(last + 1);
  for (let replicate = 0; replicate < runs; replicate++) {
    sums[0] += setting.seeds.length;
    let round = 0;
    for (const world of rounds({ ...setting, replicate, weeks: Math.min(WEEKS_MAX, last + 1) })) {
      if (++round > last) break;
      sums[round] += world.state.firm.users[0];
    }
  }
  for (const { round, mean, sd } of expected)
    judge.near(`round ${round}`, sums[round] / runs, mean, (sigmas * sd) / Math.sqrt(runs));
  return judge.verdict(runs);
}

/** The rule of finite Bass that a row's name picks out of the two its inputs spell out. */
function bassParameters(row: Row, context: Context, people: number): Partial<Parameters> {
  const { innovation, imitation } = ratesOf(row, context);
  const name = row.id.split(".").at(-1) ?? "";
  const rule = new RegExp(`\\b${name}:\\s*([^;]+)`).exec(inputText(row))?.[1] ?? "";
  if (rule.includes("min(1,p+qA/N)"))
    return { externalProb: innovation, imitationProb: imitation, isLinearContagion: 1 };
  if (rule.includes("1-(1-p)(1-q/N)^A")) return { externalProb: innovation, tieProb: imitation / people };
  throw new UnreadableRow(`no known rule of that name in the inputs: ${name}`);
}

function checkBass(row: Row, context: Context): Verdict {
  const [sigmas, runsMin] = toleranceOf(row, /<= ([\d.]+)\*sd\/sqrt\(R\), R>=(\d+)$/);
  const people = numberIn(inputText(row), "\\bN=");
  const parameters = bassParameters(row, context, people);
  const setting = { seed: row.id, employeeCount: people, ties: COMPLETE, parameters, seeds: [] };
  return checkCurve(row, setting, sigmas, context.isQuick ? runsMin : Math.max(runsMin, 2000));
}

function checkInfection(row: Row, context: Context): Verdict {
  const [sigmas] = toleranceOf(row, /^([\d.]+)\*sd\/sqrt\(R\)$/);
  const text = inputText(row);
  const people = numberIn(text, "\\bK_");
  const seedCount = /\bone seed\b/.test(text)
    ? 1
    : numberOf(/(\d+) seeds/.exec(text)?.[1], "number of seeds");
  const setting = {
    seed: row.id,
    employeeCount: people,
    ties: COMPLETE,
    parameters: { tieProb: numberIn(text, "\\bb=") },
    seeds: Array.from({ length: seedCount }, (_, a) => a),
  };
  return checkCurve(row, setting, sigmas, context.isQuick ? 400 : 4000);
}

/**
 * Length of a round in continuous time. Infection then runs late by about half a round for each e-fold of growth:
 * STEP/2·ln N, .09 at N 10,000, where the tolerance of 100 runs is .82.
 */
const STEP = 0.02;
/** Runs by size: at most, at least, and people simulated in all; a quick check takes a twenty-fifth. */
const HITTING_RUNS = { most: 1000, least: 100, people: 200_000 } as const;

function checkHittingTimes(row: Row, { isQuick }: Context): Verdict {
  const judge = makeJudge();
  const [sigmas] = toleranceOf(row, /^([\d.]+)\*sqrt\(var\/R\)$/);
  const beta = numberIn(inputText(row), "\\bbeta=");
  let most = 0;
  for (const [size, moments] of Object.entries(recordOf(row.expected))) {
    const people = numberOf(size, "size");
    const [mean, variance] = numbersOf(moments, "moments");
    const wanted = Math.max(HITTING_RUNS.least, Math.min(HITTING_RUNS.most, HITTING_RUNS.people / people));
    const runs = Math.ceil(isQuick ? wanted / 25 : wanted);
    let sum = 0;
    for (let replicate = 0; replicate < runs; replicate++)
      sum += hittingTime(row.id, people, beta, replicate);
    judge.near(`N ${people}, R ${runs}`, sum / runs, mean, sigmas * Math.sqrt(variance / runs));
    most = Math.max(most, runs);
  }
  return judge.verdict(most);
}

/** Time until one seed has infected all; the last infection lies in the middle of its round, on average. */
function hittingTime(seed: string, people: number, beta: number, replicate: number): number {
  const tieProb = -Math.expm1((-beta * STEP) / (people - 1));
  const setting = { seed, replicate, employeeCount: people, ties: COMPLETE, parameters: { tieProb } };
  let round = 0;
  for (const { state } of rounds({ ...setting, seeds: [0], weeks: WEEKS_MAX })) {
    round++;
    if (state.firm.users[0] === people) break;
  }
  return (round - 0.5) * STEP;
}

const CROWD: Partial<Parameters> = { registrationThresholdProb: 1, isThresholdCount: 1 };

/** Thresholds in full, or by the rule th[i]=i with exceptions th[j]=k. */
function thresholdsOf(thresholds: unknown, rule: unknown, people: number): number[] {
  if (thresholds !== null && thresholds !== undefined) return numbersOf(thresholds, "thresholds");
  const text = textOf(rule, "rule");
  if (!/^th\[i\]=i\b/.test(text)) throw new UnreadableRow(`unknown rule: ${text}`);
  const all = Array.from({ length: people }, (_, a) => a);
  for (const [, at, value] of text.matchAll(/th\[(\d+)\]=(\d+)/g)) all[Number(at)] = Number(value);
  return all;
}

function checkCrowd(row: Row): Verdict {
  const judge = makeJudge();
  toleranceOf(row, /^0$/);
  const { n, rule, thresholds } = fieldsOf(row.inputs, ["n", "rule", "thresholds"]);
  const people = numberOf(n, "n");
  const { history } = spread({
    seed: row.id,
    replicate: 0,
    employeeCount: people,
    ties: COMPLETE,
    parameters: CROWD,
    seeds: [],
    thresholds: thresholdsOf(thresholds, rule, people),
    weeks: Math.min(WEEKS_MAX, people + 1),
  });
  const { final, rounds: expected } = fieldsOf(row.expected, ["final", "rounds"]);
  judge.equal("final", history.at(-1) ?? 0, numberOf(final, "final"));
  judge.equal("rounds", history.length - 1, numberOf(expected, "rounds"));
  return judge.verdict(1);
}

function checkNormalCrowd(row: Row, { isQuick }: Context): Verdict {
  const [sigmas] = toleranceOf(row, /^([\d.]+)\*sqrt\(se\^2\+own_se\^2\)$/);
  const text = inputText(row);
  const people = numberIn(text, "\\bn=");
  const mean = numberIn(text, "N\\(");
  // The spread stands in the row's name alone where the inputs say "sd".
  const sd = /N\([\d.]+,\s*sd\)/.test(text) ? numberIn(row.id, "\\bsd") : numberIn(text, "N\\([\\d.]+,");
  const runs = isQuick ? 1000 : 10_000;
  const sizes = new Float64Array(runs);
  for (let replicate = 0; replicate < runs; replicate++) {
    const parameters = { ...CROWD, thresholdMean: mean, thresholdSd: sd };
    const setting = { seed: row.id, replicate, employeeCount: people, ties: COMPLETE, parameters };
    sizes[replicate] = spread({ ...setting, seeds: [], weeks: people + 1 }).history.at(-1) ?? 0;
  }
  return checkMeanAndShare(row, sizes, 1, people, sigmas, ["mean_final", /^frac_ge_(\d+)$/]);
}

/**
 * Checks a mean with the error of both samples, and a share of runs of at least so many percent. Of the share's error
 * in the other sample only the mean's is given: both have as many runs, so it is the mean's times their spreads' ratio.
 */
export function checkMeanAndShare(
  row: Row,
  sizes: Float64Array,
  unit: number,
  whole: number,
  sigmas: number,
  [meanField, shareField]: readonly [string, RegExp],
): Verdict {
  const judge = makeJudge();
  const fields = recordOf(row.expected);
  const error = numberOf(fields["se"], "se");
  const own = sampleOf(sizes, unit);
  for (const [name, value] of Object.entries(fields)) {
    const expected = numberOf(value, name);
    const percent = shareField.exec(name)?.[1];
    if (name === meanField) {
      judge.near(name, own.mean, expected, sigmas * Math.hypot(error, own.error));
    } else if (percent !== undefined) {
      const reached = sampleOf(
        sizes.map((size) => (size >= (Number(percent) / 100) * whole ? 1 : 0)),
        1,
      );
      const ratio = own.variance > 0 ? Math.sqrt(reached.variance / own.variance) : 0;
      judge.near(name, reached.mean, expected, sigmas * Math.hypot(error * ratio, reached.error));
    } else if (name !== "se") throw new UnreadableRow(`unknown field: ${name}`);
  }
  return judge.verdict(sizes.length);
}

export const MIXING: readonly Family[] = [
  {
    prefix: "bass.abm",
    path: `${ENGINE_PATH} (complete; externalProb, imitationProb or tieProb)`,
    seconds: 10,
    check: checkBass,
  },
  { prefix: "si.discrete", path: `${ENGINE_PATH} (complete; tieProb)`, seconds: 12, check: checkInfection },
  {
    prefix: "si.ctmc",
    path: `${ENGINE_PATH} (complete; tieProb, short rounds)`,
    seconds: 250,
    check: checkHittingTimes,
  },
  {
    prefix: "granovetter",
    path: `${ENGINE_PATH} (complete; thresholds as counts, given)`,
    seconds: 0.1,
    check: checkCrowd,
  },
  {
    prefix: "granovetter.normal",
    path: `${ENGINE_PATH} (complete; thresholds as counts, the engine's own draws)`,
    seconds: 10,
    quickRows: 4,
    check: checkNormalCrowd,
  },
];
