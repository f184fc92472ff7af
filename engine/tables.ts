/** Numbers every week needs again: problems by topic, novelty by age, bursts of posts, discounting. */
import { countBits } from "./windows.ts";
import { exp, log, log1p } from "./math.ts";
import type { Parameters } from "./parameters.ts";
import { TWO32 } from "./random.ts";

/** Kinds of problems a role can meet. */
export const TOPICS = 4000;
/** Longest burst of posts. */
const BURST_MAX = 15;

export interface Tables {
  /** Share of colleagues who know the answer, by topic. */
  readonly rarity: Float64Array;
  /** log(1 − rarity), by topic. */
  readonly logUnknown: Float64Array;
  /** Chance that one willing tie cannot help, 1 − rarity·helpBase, and its logarithm, by topic. */
  readonly tieUnknown: Float64Array;
  readonly logTieUnknown: Float64Array;
  /** Pull of novelty by weeks since registration; at age 0 the visit is sure. */
  readonly novelty: Float64Array;
  /** A burst has more than k posts when its draw is below bounds[k]. */
  readonly burstBounds: Float64Array;
  /** Discount factor of the flow of week t, d^(t+1). */
  readonly discount: Float64Array;
  /** log(1 − chance of a documented solution going out of date). */
  readonly logKnowledgeKeep: number;
  /** Set bits of a 13-week window. */
  readonly bits: Uint8Array;
}

export function buildTables(parameters: Parameters, weeks: number): Tables {
  const { rarityLow, rarityHigh, helpBase } = parameters;
  const rarity = new Float64Array(TOPICS);
  const span = log(rarityHigh / rarityLow);
  for (let k = 0; k < TOPICS; k++) rarity[k] = rarityLow * exp(span * (1 - (k + 0.5) / TOPICS));
  const burstBounds = new Float64Array(BURST_MAX);
  let more = TWO32;
  for (let k = 0; k < BURST_MAX; k++) {
    burstBounds[k] = more;
    more *= parameters.burstContinueProb;
  }
  const novelty = new Float64Array(weeks + 1);
  let pull = parameters.noveltyStart;
  for (let age = 0; age <= weeks; age++) {
    novelty[age] = pull;
    pull *= parameters.noveltyKeep;
  }
  const discount = new Float64Array(weeks);
  const rate = log1p(parameters.discountPerYear) / 52;
  for (let t = 0; t < weeks; t++) discount[t] = exp(-rate * (t + 1));
  return {
    rarity,
    logUnknown: rarity.map((x) => log1p(-x)),
    tieUnknown: rarity.map((x) => 1 - x * helpBase),
    logTieUnknown: rarity.map((x) => log1p(-x * helpBase)),
    novelty,
    burstBounds,
    discount,
    logKnowledgeKeep: log1p(-parameters.knowledgeExpiryProb),
    bits: countBits(),
  };
}
