/** Needs and engagement: autonomy, mastery, purpose and community move people, slowly. */
import { TRAIT_HIGH, TRAIT_LOW } from "../population.ts";
import { DISENGAGED, ENGAGED, noteNeeds } from "../kept.ts";
import type { Process } from "../process.ts";
import { BLOCK } from "../scratch.ts";
import { CHANNEL, SUM } from "../events.ts";
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
  const { touched, isNeedy, solvedBy, asked, communityAnswers, platformAnswers } = world.scratch;
  const { support } = world.state.unit;
  const { unit } = world.organisation;
  for (let i = 0; i < touched.count; i++) {
    const a = touched.ids[i];
    const isAttending = (attendedWeeks[a] & 1) === 1;
    const supported = Math.max(0, 2 * support[unit[a]] - 1);
    const answers = communityAnswers[a] + platformAnswers[a];
    noteNeeds(isNeedy, a);
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

/** Engagement drifts towards its base and what purpose and needs add. */
function moveEngagement(world: World): void {
  const { engagement: e, engagementBase } = world.state.employee;
  const { isNeedy, fromNeeds, sums } = world.scratch;
  const shift = unitShifts(world);
  const drift = world.spec.parameters.engagementDrift;
  for (let b = 0; b < isNeedy.length; b++) {
    const first = b * BLOCK;
    const end = Math.min(e.length, first + BLOCK);
    if (isNeedy[b] === 1) fadeNeeds(world, first, end);
    else fromNeeds.fill(0);
    driftBlock(first, end, e, engagementBase, world.organisation.unit, shift, fromNeeds, drift, sums);
  }
}

/** Moves the engagement of some seats, and the sums with it. */
function driftBlock(
  first: number,
  end: number,
  e: Float32Array,
  engagementBase: Float32Array,
  unit: Uint16Array,
  shift: Float64Array,
  fromNeeds: Float64Array,
  drift: number,
  sums: Float64Array,
): void {
  // An imported constant would be loaded and checked for everybody.
  const low = TRAIT_LOW * 1;
  const high = TRAIT_HIGH * 1;
  const engagedFrom = ENGAGED * 1;
  const disengagedTo = DISENGAGED * 1;
  let gain = 0;
  let engaged = 0;
  let disengaged = 0;
  for (let a = first; a < end; a++) {
    const now = e[a];
    const target = engagementBase[a] + shift[unit[a]] + fromNeeds[a - first];
    const moved = now + drift * (target - now);
    const next = Math.fround(moved < low ? low : moved > high ? high : moved);
    e[a] = next;
    gain += next - now;
    // Seldom does anybody cross a bound.
    if ((now - engagedFrom) * (next - engagedFrom) < 0) engaged += next > now ? 1 : -1;
    if ((now - disengagedTo) * (next - disengagedTo) < 0) disengaged += next < now ? 1 : -1;
  }
  sums[SUM.engagement] += gain;
  sums[SUM.engaged] += engaged;
  sums[SUM.disengaged] += disengaged;
}

/** Needs fade and stay in [−1, 1] by themselves: a gain is a share of the room to 1. */
function fadeNeeds(world: World, first: number, end: number): void {
  const p = world.spec.parameters;
  const byAutonomy = p.engagementReach * p.autonomyWeight;
  const byMastery = p.engagementReach * p.masteryWeight;
  const byRelatedness = p.engagementReach * p.relatednessWeight;
  fadeBlock(world, first, end, p.needKeep, byAutonomy, byMastery, byRelatedness);
}

function fadeBlock(
  { state: { employee }, scratch: { fromNeeds } }: World,
  first: number,
  end: number,
  keep: number,
  byAutonomy: number,
  byMastery: number,
  byRelatedness: number,
): void {
  const { autonomy, mastery, relatedness } = employee;
  for (let a = first; a < end; a++) {
    const nA = autonomy[a] * keep;
    const nM = mastery[a] * keep;
    const nC = relatedness[a] * keep;
    autonomy[a] = nA;
    mastery[a] = nM;
    relatedness[a] = nC;
    fromNeeds[a - first] = byAutonomy * nA + byMastery * nM + byRelatedness * nC;
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
