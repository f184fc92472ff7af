/** Needs and engagement: autonomy, mastery, purpose and community move people, slowly. */
import { TRAIT_HIGH, TRAIT_LOW } from "../population.ts";
import type { Process } from "../process.ts";
import { CHANNEL, type World } from "../world.ts";
import { isDeepAct } from "./learning.ts";

export const engagement: Process = {
  name: "engagement",
  writes: [
    "employee.autonomy",
    "employee.mastery",
    "employee.purpose",
    "employee.relatedness",
    "employee.engagement",
  ],
  run(world) {
    const { employee } = world.state;
    const { unit } = world.organisation;
    const { solvedBy, asked, communityAnswers, platformAnswers } = world.scratch;
    const stories = storyRates(world);
    for (let a = 0; a < unit.length; a++) {
      const answers = communityAnswers[a]! + platformAnswers[a]!;
      if (asked[a] !== 0 || answers > 0 || solvedBy[a] !== 0 || (employee.attendedWeeks[a]! & 1) === 1)
        feedNeeds(world, a, answers);
      const rate = stories[unit[a]!]!;
      if (rate > 0) employee.purpose[a]! += rate * (1 - employee.purpose[a]!);
    }
    moveEngagement(world);
  },
};

/** Purpose by the unit's success stories: non-local solves a head over four weeks. */
function storyRates(world: World): Float64Array {
  const { headcount } = world.state.unit;
  const { unitSolves } = world.state.recent;
  const { purposeGain } = world.spec.parameters;
  const rates = new Float64Array(headcount.length);
  for (let u = 0; u < rates.length; u++) {
    let solves = 0;
    for (let w = 0; w < 4; w++) solves += unitSolves[w * rates.length + u]!;
    if (headcount[u]! > 0) rates[u] = Math.min(1, (purposeGain * solves) / headcount[u]!);
  }
  return rates;
}

function feedNeeds(world: World, a: number, answers: number): void {
  const { employee, unit } = world.state;
  const { parameters } = world.spec;
  const { solvedBy, asked, platformAnswers } = world.scratch;
  const { autonomy, mastery, relatedness } = employee;
  const isAttending = (employee.attendedWeeks[a]! & 1) === 1;
  const isDeep = isDeepAct(asked[a]!, solvedBy[a]!, answers);
  const support = Math.max(0, 2 * unit.support[world.organisation.unit[a]!]! - 1);
  if (isAttending || isDeep) autonomy[a]! += parameters.autonomyGain * support * (1 - autonomy[a]!);
  if (isAttending) {
    mastery[a]! += parameters.meetingMasteryGain * (1 - mastery[a]!);
    relatedness[a]! += parameters.meetingRelatednessGain * (1 - relatedness[a]!);
  }
  if (solvedBy[a] !== CHANNEL.none) mastery[a]! += parameters.solveMasteryGain * (1 - mastery[a]!);
  const isDeepOnline = platformAnswers[a]! > 0 || solvedBy[a] === CHANNEL.platformPeople;
  if (isDeepOnline) relatedness[a]! += parameters.deepRelatednessGain * (1 - relatedness[a]!);
}

/** Needs fade; engagement drifts towards its base and what the needs add. */
function moveEngagement(world: World): void {
  const { autonomy, mastery, purpose, relatedness, engagement: e, engagementBase } = world.state.employee;
  const p = world.spec.parameters;
  const keep = p.needKeep;
  const drift = p.engagementDrift;
  const byAutonomy = p.engagementReach * p.autonomyWeight;
  const byMastery = p.engagementReach * p.masteryWeight;
  const byRelatedness = p.engagementReach * p.relatednessWeight;
  const byPurpose = p.engagementReach * p.purposeWeight;
  const loss = p.isForcedRanking * p.forcedEngagementLoss;
  for (let a = 0; a < e.length; a++) {
    const nA = Math.min(1, Math.max(-1, autonomy[a]! * keep));
    const nM = Math.min(1, Math.max(-1, mastery[a]! * keep));
    const nP = Math.min(1, Math.max(-1, purpose[a]! * keep));
    const nC = Math.min(1, Math.max(-1, relatedness[a]! * keep));
    autonomy[a] = nA;
    mastery[a] = nM;
    purpose[a] = nP;
    relatedness[a] = nC;
    const target = engagementBase[a]! + byAutonomy * nA + byMastery * nM + byRelatedness * nC + byPurpose * nP - loss;
    e[a] = Math.min(TRAIT_HIGH, Math.max(TRAIT_LOW, e[a]! + drift * (target - e[a]!)));
  }
}
