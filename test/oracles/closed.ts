/** Rows that closed forms and fits answer: Bass, the final size of an epidemic, the window of cascades. */
import {
  bassPeak,
  bassRecursion,
  bassShare,
  cascadeWindow,
  finalSize,
  type BassRates,
} from "../../scenarios/bass.ts";
import { fitBass } from "../../scenarios/fit.ts";
import type { Context, Family } from "./family.ts";
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
import { makeJudge, type Verdict } from "./verdict.ts";

const RELATIVE = /^rel ([\d.e-]+)$/;
const ABSOLUTE = /^([\d.e-]+)$/;

/** Inputs as one text, also where they are fields. */
export function inputText({ inputs }: Row): string {
  if (typeof inputs === "string") return inputs;
  const pairs = Object.entries(recordOf(inputs)).map(([name, value]) => `${name}=${String(value)}`);
  return pairs.join(",");
}

/** Bass's coefficients in a row; one that gives none is about the same as the file's others. */
export function ratesOf(row: Row, { rows }: Pick<Context, "rows">): BassRates {
  const hasRates = (each: Row): boolean =>
    /\bp=[\d.]/.test(inputText(each)) && /\bq=[\d.]/.test(inputText(each));
  const source = [row, ...rows.filter(({ id }) => id.startsWith("bass."))].find(hasRates);
  if (!source) throw new UnreadableRow("no p and q in it or in the file's other rows of bass");
  const text = inputText(source);
  return { innovation: numberIn(text, "\\bp="), imitation: numberIn(text, "\\bq=") };
}

function checkShares(row: Row, context: Context): Verdict {
  const judge = makeJudge();
  const [relative] = toleranceOf(row, RELATIVE);
  const rates = ratesOf(row, context);
  for (const [time, expected] of Object.entries(recordOf(row.expected))) {
    const peak = bassPeak(rates);
    const share = /^F\(t\*\)$/.test(time) ? peak.share : bassShare(rates, Number(time));
    judge.nearRatio(time, time === "t*" ? peak.time : share, numberOf(expected, time), relative);
  }
  return judge.verdict(0);
}

function checkRecursion(row: Row, context: Context): Verdict {
  const judge = makeJudge();
  const [relative] = toleranceOf(row, RELATIVE);
  const rates = ratesOf(row, context);
  for (const [key, expected] of Object.entries(recordOf(row.expected))) {
    const units = numberIn(key, "\\bt=");
    const shares = bassRecursion(rates, numberIn(key, "\\bn="), units);
    judge.nearRatio(key, shares[units - 1], numberOf(expected, key), relative);
  }
  return judge.verdict(0);
}

function checkFinalSize(row: Row): Verdict {
  const judge = makeJudge();
  const [absolute] = toleranceOf(row, ABSOLUTE);
  const reproduction = numberOf(fieldsOf(row.inputs, ["R0"])["R0"], "R0");
  for (const [name, expected] of Object.entries(recordOf(row.expected))) {
    const seeds = /^with_1e(\d+)_seed$/.exec(name);
    if (!seeds && name !== "final_size") throw new UnreadableRow(`unknown field: ${name}`);
    const size = finalSize(reproduction, seeds ? Number(`1e-${seeds[1]}`) : 0);
    judge.near(name, size, numberOf(expected, name), absolute);
  }
  return judge.verdict(0);
}

function checkWindow(row: Row): Verdict {
  const judge = makeJudge();
  const [absolute] = toleranceOf(row, ABSOLUTE);
  for (const [threshold, ends] of Object.entries(recordOf(row.expected))) {
    if (!Array.isArray(ends) || ends.length !== 2)
      throw new UnreadableRow(`invalid window; not two ends: ${JSON.stringify(ends)}`);
    const window = cascadeWindow(numberOf(threshold, "threshold"));
    if (ends[0] === "" && ends[1] === "") {
      judge.equal(threshold, window ? "a window" : "none", "none");
      continue;
    }
    judge.near(`${threshold} low`, window?.low ?? NaN, numberOf(ends[0], threshold), absolute);
    judge.near(`${threshold} high`, window?.high ?? NaN, numberOf(ends[1], threshold), absolute);
  }
  return judge.verdict(0);
}

function checkFit(row: Row, context: Context): Verdict {
  const judge = makeJudge();
  const [relative, absolute] = toleranceOf(row, /^rel ([\d.e-]+) on p,q,m; ([\d.e-]+) on R2$/);
  const { series, method, data } = fieldsOf(row.inputs, ["series", "method", "data"]);
  const found = context.seriesOf(textOf(data, "data"))[textOf(series, "series")];
  if (found === undefined) throw new UnreadableRow(`no series of that name: ${String(series)}`);
  const { new: adoptions, n: people } = recordOf(found);
  const how = textOf(method, "method");
  const target = how.startsWith("cumulative") ? "levels" : how.startsWith("increments") ? "increments" : "";
  if (target === "") throw new UnreadableRow(`unknown method: ${how}`);
  const isFixed = /m_fixed/.test(how);
  const fit = fitBass(numbersOf(adoptions, "series"), {
    target,
    ...(isFixed ? { marketSize: numberOf(people, "population") } : {}),
  });
  const actual: Record<string, number> = {
    p: fit.innovation,
    q: fit.imitation,
    m: fit.marketSize,
    R2: target === "levels" ? fit.levelsR2 : fit.incrementsR2,
  };
  for (const [name, expected] of Object.entries(fieldsOf(row.expected, ["p", "q", "m", "R2"]))) {
    if (name === "R2") judge.near(name, actual[name], numberOf(expected, name), absolute);
    else judge.nearRatio(name, actual[name], numberOf(expected, name), relative);
  }
  return judge.verdict(0);
}

export const CLOSED: readonly Family[] = [
  { prefix: "bass.closed", path: "bass.bassShare", seconds: 0, check: checkShares },
  { prefix: "bass.recursion", path: "bass.bassRecursion", seconds: 0, check: checkRecursion },
  { prefix: "sir.final", path: "bass.finalSize", seconds: 0, check: checkFinalSize },
  { prefix: "watts.window", path: "bass.cascadeWindow", seconds: 0, check: checkWindow },
  { prefix: "fit", path: "fit.fitBass", seconds: 0, check: checkFit },
];
