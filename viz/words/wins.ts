/** "98 in 100", with what it means and how sure it is. */
import type { Spread } from "../../scenarios/index.ts";
import { wilsonInterval } from "../store/statistics.ts";
import { rich, type PlanName, type Rich } from "./rich.ts";
import { inRuns } from "./shares.ts";
import type { TableData } from "./tables.ts";
import { monthText } from "./time.ts";
import type { Unit } from "./units.ts";
import { winsCount, type Counts, type Verdict } from "./verdict.ts";

export interface WinsWords {
  readonly heading: Rich;
  readonly sentence: Rich;
  /** The one large number. */
  readonly count: Rich;
  readonly below: Rich;
}

export function winsWords(verdict: Verdict, b: PlanName, week: number): WinsWords {
  const when = week === 0 ? "at the start" : `by ${monthText(week)}`;
  const sentence = rich`Difference in net value ${when}, in today’s money. Each dot is one run in 50.`;
  const heading = rich`How often does the better plan win?`;
  if (verdict.kind === "none") return { heading, sentence, count: [], below: [] };
  if (verdict.kind === "equal") {
    return { heading, sentence, count: rich`Equal`, below: [{ text: inRuns(1, verdict.runs) }] };
  }
  const { low, high } = wilsonInterval(verdict.share, verdict.runs);
  const interval = `${Math.round(low * 100)} to ${Math.round(high * 100)} in 100 with 95% confidence, given these assumptions.`;
  const count = winsCount(verdict);
  if (verdict.kind === "open") {
    return {
      heading,
      sentence,
      count: [{ text: count }],
      below: rich`runs favour ${b}, which tells nothing yet: ${interval}`,
    };
  }
  const { winner } = verdict;
  return {
    heading,
    sentence,
    count: [{ text: count, plan: winner.plan }],
    below: rich`runs favour ${winner}; ${interval}`,
  };
}

export function winsTable({ runs, above, below }: Counts, { p5, p50, p95 }: Spread, money: Unit): TableData {
  return {
    caption: "The runs’ differences in net value, in today’s money",
    heads: ["What", "Value"],
    rows: [
      ["Runs above zero", String(above)],
      ["Runs below zero", String(below)],
      ["Runs at zero", String(runs - above - below)],
      ["Low (5% lie below)", money.change(p5)],
      ["Median", money.change(p50)],
      ["High (5% lie above)", money.change(p95)],
    ],
  };
}
