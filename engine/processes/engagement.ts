/** Needs and engagement: autonomy, mastery, purpose and community move people, slowly. */
import { TRAIT_HIGH, TRAIT_LOW } from "../population.ts";
import type { Process } from "../process.ts";
import { CHANNEL } from "../events.ts";
import type { World } from "../world.ts";
import { isDeepAct } from "./learning.ts";

export const engagement: Process = {
  name: "engagement",
  writes: [
    "employee.autonomy",
    "employee.mastery",
    "employee.relatedness",
    "employee.engagement",
    "unit.purpose",
  ],
  run(world) {
    feedNeeds(world);
    tellStories(world);
    moveEngagement(world);
  },
};

function feedNeeds(world: World): void {
  const { autonomy, mastery, relatedness, attendedWeeks } = world.state.employee;
  const { autonomyGain, meetingMasteryGain, meetingRelatednessGain, solveMasteryGain, deepRelatednessGain } =
    world.spec.parameters;
  const { touched, solvedBy, asked, communityAnswers, platformAnswers } = world.scratch;
  const { support } = world.state.unit;
  const { unit } = world.organisation;
  for (let i = 0; i < touched.count; i++) {
    const a = touched.ids[i];
    const isAttending = (attendedWeeks[a] & 1) === 1;
    const supported = Math.max(0, 2 * support[unit[a]] - 1);
    const answers = communityAnswers[a] + platformAnswers[a];
    if (supported > 0 && (isAttending || isDeepAct(asked[a], solvedBy[a], answers)))
      autonomy[a] += autonomyGain * supported * (1 - autonomy[a]);
    if (isAttending) {
      mastery[a] += meetingMasteryGain * (1 - mastery[a]);
      relatedness[a] += meetingRelatednessGain * (1 - relatedness[a]);
    }
    if (solvedBy[a] !== CHANNEL.none) mastery[a] += solveMasteryGain * (1 - mastery[a]);
    if (platformAnswers[a] !== 0 || solvedBy[a] === CHANNEL.platformPeople)
      relatedness[a] += deepRelatednessGain * (1 - relatedness[a]);
  }
}

/** Purpose by the unit's success stories: non-local solves a head over four weeks. */
function tellStories(world: World): void {
  const { headcount, purpose } = world.state.unit;
  const { unitSolves } = world.state.recent;
  const { purposeGain, needKeep } = world.spec.parameters;
  for (let u = 0; u < purpose.length; u++) {
    let solves = 0;
    for (let w = 0; w < 4; w++) solves += unitSolves[w * purpose.length + u];
    const gain = headcount[u] > 0 ? Math.min(1, (purposeGain * solves) / headcount[u]) : 0;
    purpose[u] = (purpose[u] + gain * (1 - purpose[u])) * needKeep;
  }
}

/**
 * Needs fade and stay in [−1, 1] by themselves: a gain is a share of the room to 1. Engagement drifts towards its
 * base and what the needs add.
 */
function moveEngagement(world: World): void {
  const { autonomy, mastery, relatedness, engagement: e, engagementBase } = world.state.employee;
  const { unit } = world.organisation;
  const p = world.spec.parameters;
  const keep = p.needKeep;
  const drift = p.engagementDrift;
  const byAutonomy = p.engagementReach * p.autonomyWeight;
  const byMastery = p.engagementReach * p.masteryWeight;
  const byRelatedness = p.engagementReach * p.relatednessWeight;
  const shift = unitShifts(world);
  // An imported constant would be loaded and checked for everybody.
  const low = TRAIT_LOW * 1;
  const high = TRAIT_HIGH * 1;
  for (let a = 0; a < e.length; a++) {
    const nA = autonomy[a] * keep;
    const nM = mastery[a] * keep;
    const nC = relatedness[a] * keep;
    autonomy[a] = nA;
    mastery[a] = nM;
    relatedness[a] = nC;
    const own = byAutonomy * nA + byMastery * nM + byRelatedness * nC;
    const target = engagementBase[a] + shift[unit[a]] + own;
    const now = e[a];
    const next = now + drift * (target - now);
    e[a] = Math.min(high, Math.max(low, next));
  }
}

/** What a unit's purpose adds to everybody's engagement, less what forced ranking takes. */
function unitShifts(world: World): Float64Array {
  const { engagementReach, purposeWeight, isForcedRanking, forcedEngagementLoss } = world.spec.parameters;
  const { purpose } = world.state.unit;
  const { engagementShift } = world.scratch;
  for (let u = 0; u < purpose.length; u++)
    engagementShift[u] =
      engagementReach * purposeWeight * purpose[u] - isForcedRanking * forcedEngagementLoss;
  return engagementShift;
}
