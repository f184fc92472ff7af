/** The tables of docs/fit.md, as the lines they must have. */
import type { KernelFit } from "../../scenarios/index.ts";
import type { Finding, Recovery } from "./trials.ts";

export function recoveryLines(recoveries: readonly Recovery[]): string[] {
  return tableLines([
    ["made of", "outside influence fitted", "coefficient", "true", "mean estimate", "95% interval covers"],
    ...recoveries.map((one) => [
      one.setting,
      one.outside,
      `\`${one.name}\``,
      String(one.truth),
      short(one.meanEstimate),
      `${((100 * one.covered) / one.trials).toFixed(1)}%`,
    ]),
  ]);
}

export function findingLines(findings: readonly Finding[]): string[] {
  return tableLines([
    ["made of", "outside influence fitted", "contagion found"],
    ...findings.map((one) => [one.setting, one.outside, `${((100 * one.found) / one.trials).toFixed(1)}%`]),
  ]);
}

const CONTAGION = { none: "none", share: "share of ties", tie: "tie by tie", thresholds: "thresholds" };

/** Every fit of a series: coefficients of contagion, tests, and Akaike's criterion. */
export function fitLines({ fits, tests }: KernelFit): string[] {
  return tableLines([
    ["outside influence", "contagion", "coefficients (95% interval)", "dispersion", "AIC", "ratio", "found"],
    ...fits.map((fit) => {
      const test = tests.find((one) => one.outside === fit.outside && one.contagion === fit.contagion);
      return [
        fit.outside,
        CONTAGION[fit.contagion],
        fit.estimates
          .map(({ name, value, low, high, isOpen }) =>
            isOpen
              ? `\`${name}\` not determined`
              : `\`${name}\` ${short(value)} (${short(low)} to ${short(high)})`,
          )
          .join(", "),
        fit.dispersion.toFixed(1),
        fit.aic.toFixed(1),
        test ? test.likelihoodRatio.toFixed(1) : "",
        test ? (test.isFound ? "yes" : "no") : "",
      ];
    }),
  ]);
}

/** How much of a series each fitted model explains when it spreads on its own. */
export function curveLines({ predictions, bass, adoptions }: KernelFit): string[] {
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  return tableLines([
    [
      "outside influence",
      "contagion",
      "cumulative curve",
      "adoptions a period",
      "periods within their 95% band",
    ],
    ...predictions.map((one) => [
      one.outside,
      CONTAGION[one.contagion],
      percent(one.levelsR2),
      percent(one.incrementsR2),
      `${one.periodsInside} of ${adoptions.length}`,
    ]),
    ["Bass's curve", `q ${short(bass.imitation)}`, percent(bass.levelsR2), percent(bass.incrementsR2), ""],
  ]);
}

/** A table of Markdown. */
function tableLines(rows: readonly (readonly string[])[]): string[] {
  const [head, ...body] = rows;
  return [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`);
}

/** Three significant digits. */
function short(value: number): string {
  return Math.abs(value) < 1e-9 ? "0" : String(Number(value.toPrecision(3)));
}
