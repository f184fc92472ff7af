/** Patterns of a platform alone: how it spreads, is left, is read, is measured, and what rewards do to it. */
import { series, type Intervention, type Trace } from "../../engine/index.ts";
import { meanOver, YEAR_3, type Laboratory } from "./laboratory.ts";
import { interventionsOf } from "./plans.ts";

/** Two and a half years. */
const ADOPTION_WEEK = 130;
const LATER_WEEKS = 78;
const MONTH = 4;
const INCENTIVE = { week: 130, kind: "incentive", weeks: 26, strength: 1.5 } as const;
const GATE_OFF = { assumptions: { isGateOn: 0 } };

export function measurePlatform(laboratory: Laboratory): Record<string, number> {
  const plan = interventionsOf("platform-first");
  const open = laboratory.run(plan, GATE_OFF);
  const gated = laboratory.runLibrary("platform-first");
  return {
    ...measureSpread(open),
    ...measureUse("", open),
    ...measureUse("gated.", gated),
    measuredShare: measuredShare(open, laboratory.parameters.unmeasuredShare),
    ...measureRewards(laboratory, plan, open),
  };
}

function measureSpread(trace: Trace): Record<string, number> {
  const registrations = series(trace, "registrations");
  const first = registrations.findIndex((count) => count > 0);
  const peak = registrations.indexOf(Math.max(...registrations));
  return {
    registeredShare: series(trace, "registeredShare")[ADOPTION_WEEK],
    weeksToPeakRegistration: peak - first,
  };
}

/** Weekly active over its peak, posters and readers; 0 where nobody ever came. */
function measureUse(prefix: string, trace: Trace): Record<string, number> {
  const active = series(trace, "weeklyActiveShare");
  const launch = Math.max(
    0,
    active.findIndex((share) => share > 0),
  );
  const peak = Math.max(...active.subarray(launch, launch + LATER_WEEKS + 1));
  const later = meanOver(trace, "weeklyActiveShare", launch + LATER_WEEKS - MONTH + 1, launch + LATER_WEEKS);
  return {
    [`${prefix}peakActiveShare`]: peak,
    [`${prefix}activeOverPeak`]: peak > 0 ? later / peak : 0,
    [`${prefix}posterShare`]: meanOver(trace, "posterShare", ...YEAR_3),
    [`${prefix}frequentPosterShare`]: meanOver(trace, "frequentPosterShare", ...YEAR_3),
    [`${prefix}readOnlyShare`]: meanOver(trace, "readOnlyShare", ...YEAR_3),
  };
}

/** Solved value that shows to sponsors; nothing measures the platform's benefit in this plan. */
function measuredShare(trace: Trace, unmeasuredShare: number): number {
  const solved = ["valuePlatformPeople", "valuePlatformBase", "valueAmbient"] as const;
  const sum = solved.reduce((total, name) => total + series(trace, name)[trace.weeks], 0);
  const value = Math.max(sum, series(trace, "value")[trace.weeks]);
  return value > 0 ? (unmeasuredShare * sum) / value : 0;
}

/** An incentive on a mature platform: contributions against the same weeks without it. */
function measureRewards(
  laboratory: Laboratory,
  plan: readonly Intervention[],
  plain: Trace,
): Record<string, number> {
  const rewarded = laboratory.run([...plan, INCENTIVE], GATE_OFF);
  const ratio = (from: number, weeks: number): number =>
    contributions(rewarded, from, weeks) / contributions(plain, from, weeks);
  const end = INCENTIVE.week + INCENTIVE.weeks;
  let doubled = 0;
  while (doubled < INCENTIVE.weeks && ratio(INCENTIVE.week + doubled, 1) >= 1.5) doubled++;
  return {
    rewardedContributions: ratio(INCENTIVE.week, MONTH),
    weeksOfRewardedContributions: doubled,
    contributionsAfterRewards: ratio(end, MONTH),
  };
}

/** Posts, answers and questions in the weeks from `from` on; week w ends at boundary w + 1. */
function contributions(trace: Trace, from: number, weeks: number): number {
  const posts = meanOver(trace, "posts", from + 1, from + weeks);
  return posts + meanOver(trace, "asks", from + 1, from + weeks);
}
