/** A fit in sentences and tables: what was estimated, whether there is contagion, what the model would have brought. */
import {
  MARKET_MOST,
  type ContagionForm,
  type ContagionTest,
  type Estimate,
  type KernelFit,
  type OutsideForm,
  type Predictive,
} from "../../scenarios/diffusion/index.ts";
import { outputWidth } from "./output.ts";
import { linesOf, tableBlocks } from "./table.ts";

const OUTSIDE: Readonly<Record<OutsideForm, string>> = {
  constant: "constant",
  trend: "a trend",
  period: "free in every period",
  group: "free in every group's period",
};
const CONTAGION: Readonly<Record<ContagionForm, string>> = {
  none: "none",
  share: "share of ties",
  tie: "tie by tie",
  thresholds: "thresholds",
};

const ABOUT_ESTIMATES =
  "Estimates by maximum likelihood. Probabilities are per period; those of weekly periods are a document's assumptions as " +
  "they stand, beside a constant outside influence.";
const ABOUT_TESTS =
  "Contagion against none beside the same outside influence: the likelihood ratio over the dispersion, and the chance of " +
  "one as large without contagion. A smaller AIC is better.";
const ABOUT_CURVES =
  "Shares of variance explained when the fitted model spreads on its own from the first period on. Any S-curve explains " +
  "the cumulative curve: adoptions a period are the honest measure.";
const ABOUT_BAND =
  "Adoptions a period, and what the kernel brings beside a constant outside influence (share of ties): median, 95% band.";

export function fitText(fit: KernelFit, name: string): string {
  const width = outputWidth();
  const text = (sentences: readonly string[]): string[] => linesOf(sentences.join(" "), width);
  const table = (rows: readonly (readonly string[])[]): string[] => tableBlocks(rows, width).flat();
  const parts = [
    text([headline(fit, name)]),
    text([...verdictSentences(fit), bestSentence(fit)]),
    [...text([ABOUT_ESTIMATES]), ...table(estimateRows(fit))],
    [...text([ABOUT_TESTS]), ...table(modelRows(fit))],
    [...text([ABOUT_CURVES]), ...table(predictionRows(fit))],
    [...text([ABOUT_BAND]), ...table(bandRows(fit, fit.predictions[0]))],
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function headline(fit: KernelFit, name: string): string {
  const total = fit.adoptions.reduce((sum, count) => sum + count, 0);
  const last = fit.firstPeriod + fit.adoptions.length - 1;
  const who =
    fit.people === undefined
      ? `${counted(total)} adopters of an unknown market`
      : `${counted(total)} of ${counted(fit.people)} people adopted`;
  const mixing = fit.tieCount === undefined ? "everybody sees everybody" : `${counted(fit.tieCount)} ties`;
  return `${name}: ${who} in ${fit.adoptions.length} periods (${fit.firstPeriod}–${last}); ${mixing}.`;
}

function verdictSentences(fit: KernelFit): string[] {
  const beside = `an outside influence that ${fit.decisive === "period" ? "may differ in every period" : "follows a trend"}`;
  const strict = imitationOf(fit, fit.decisive);
  const face = imitationOf(fit, "constant");
  if (fit.verdict === "found")
    return [
      `Contagion found: beside ${beside}, imitation by share of ties is ${ranged(strict)} a period.`,
      ...groupSentence(fit),
    ];
  if (fit.verdict === "undecided")
    return [
      "Undecided: what looks like contagion can't be told from an outside influence that changes.",
      `Beside a constant one, imitation is ${ranged(face)} a period; beside ${beside} it is ${ranged(strict)}.`,
      "An S-curve alone is no contagion (Van den Bulte & Stremersch 2004).",
    ];
  return [
    `No contagion found: imitation by share of ties is ${ranged(face)} a period beside a constant outside influence,`,
    `${ranged(strict)} beside ${beside}. That is no proof that there is none: see how far the intervals reach.`,
  ];
}

/** The best of all forms by Akaike's criterion. */
function bestSentence({ fits }: KernelFit): string {
  const best = fits.reduce((a, b) => (b.aic < a.aic ? b : a));
  return `By AIC the best account has an outside influence that is ${OUTSIDE[best.outside]}, contagion: ${CONTAGION[best.contagion]}.`;
}

/** What is left when each group may have been moved on its own. */
function groupSentence({ tests }: KernelFit): string[] {
  const within = tests.filter(({ outside }) => outside === "group");
  if (within.length === 0) return [];
  const isFound = (form: ContagionForm): boolean =>
    within.some(({ contagion, isFound: is }) => contagion === form && is);
  if (isFound("share")) return ["It holds within groups, too, whatever moved each of them in each period."];
  if (isFound("tie"))
    return ["Within groups, whatever moved each in each period, it shows tie by tie, not by share of ties."];
  return [
    "Within groups, whatever moved each in each period, it no longer shows: a group may have been moved as one.",
  ];
}

function imitationOf(fit: KernelFit, outside: OutsideForm): Estimate {
  const share = fit.fits.find((one) => one.outside === outside && one.contagion === "share")!;
  return share.estimates.find(({ name }) => name === "imitationProb")!;
}

/** A row a coefficient. Where the outside influence is free it has no coefficient, but a range over the periods. */
function estimateRows(fit: KernelFit): string[][] {
  const adopters = fit.adoptions.reduce((sum, count) => sum + count, 0);
  const rows = fit.fits.flatMap((one) => {
    const names = [OUTSIDE[one.outside], CONTAGION[one.contagion]];
    const known = one.estimates.map((each) => [...names, each.name, ...endsOf(each, adopters)]);
    if (one.outside === "constant" || one.outside === "trend") return known;
    const ends = [Math.min(...one.outsideProbs), Math.max(...one.outsideProbs)].map(short);
    return [...known, [...names, "externalProb", "varies", `${ends.join(" to ")} by period`]];
  });
  return [["outside influence", "contagion", "coefficient", "estimate", "95% interval"], ...rows];
}

/** A market that may be as large as it was ever looked for has no upper end. */
function endsOf({ name, value, low, high, isOpen }: Estimate, adopters: number): string[] {
  if (isOpen) return [short(value), "not determined"];
  if (name !== "market") return [short(value), `${short(low)} to ${short(high)}`];
  const sized = (size: number): string =>
    size > 0.99 * MARKET_MOST * adopters ? "no end" : counted(Math.round(size));
  return [sized(value), `${sized(low)} to ${sized(high)}`];
}

function modelRows({ fits, tests }: KernelFit): string[][] {
  return [
    ["outside influence", "contagion", "dispersion", "AIC", "ratio", "chance", "verdict"],
    ...fits.map((one) => [
      OUTSIDE[one.outside],
      CONTAGION[one.contagion],
      one.dispersion.toFixed(1),
      one.aic.toFixed(1),
      ...testCells(tests.find((test) => test.outside === one.outside && test.contagion === one.contagion)),
    ]),
  ];
}

function testCells(test: ContagionTest | undefined): string[] {
  if (test === undefined) return ["", "", ""];
  const { likelihoodRatio, prob, isFound } = test;
  const chance = prob < 1e-4 ? "< .0001" : prob.toFixed(4).replace(/^0/, "");
  return [likelihoodRatio.toFixed(1), chance, isFound ? "found" : "not found"];
}

function predictionRows({ predictions, bass, adoptions }: KernelFit): string[][] {
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  return [
    ["outside influence", "contagion", "cumulative curve", "adoptions a period", "periods in the 95% band"],
    ...predictions.map((one) => [
      OUTSIDE[one.outside],
      CONTAGION[one.contagion],
      percent(one.levelsR2),
      percent(one.incrementsR2),
      `${one.periodsInside} of ${adoptions.length}`,
    ]),
    [
      "Bass's curve",
      `p ${short(bass.innovation)}, q ${short(bass.imitation)}`,
      percent(bass.levelsR2),
      percent(bass.incrementsR2),
      "",
    ],
  ];
}

function bandRows({ adoptions, firstPeriod }: KernelFit, { adoptions: band }: Predictive): string[][] {
  return [
    ["period", "observed", "median", "low", "high"],
    ...Array.from(adoptions, (count, t) => [
      String(firstPeriod + t),
      ...[count, band.median[t], band.low[t], band.high[t]].map((value) => counted(Math.round(value))),
    ]),
  ];
}

function ranged({ value, low, high }: Pick<Estimate, "value" | "low" | "high">): string {
  return `${short(value)} (${short(low)} to ${short(high)})`;
}

/** Three significant digits. */
function short(value: number): string {
  return Math.abs(value) < 1e-9 ? "0" : String(Number(value.toPrecision(3)));
}

function counted(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
