/** Learning: this week's visits, questions and answers change skill, habit and how useful each medium seems. */
import { WINDOW } from "../windows.ts";
import { TRAIT_HIGH, TRAIT_LOW } from "../population.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey } from "../random.ts";
import { ASKED, CHANNEL, SUM } from "../events.ts";
import { listWindows } from "../lists.ts";
import { include } from "../kept.ts";
import type { SeatSet } from "../scratch.ts";
import type { World } from "../world.ts";
import { BASE_HIGH, BASE_LOW } from "./problems.ts";

/** Habit fades towards a smaller reward half as fast as it grows towards a larger one. */
const FADING = 0.5;
const REPUTATION_KEEP = 0.98;

export const learning: Process = {
  name: "learning",
  writes: [
    "employee.skill",
    "employee.habit",
    "employee.platformUtility",
    "employee.communityUtility",
    "employee.deepWeeks",
    "employee.answeredWeeks",
    "employee.contributedWeeks",
    "employee.reputation",
  ],
  run(world, week) {
    meetColleagues(world, week);
    if (world.state.firm.users[0] > 0) useHabits(world);
    judgeSolutions(world);
    judgeAnswers(world);
    moveSkills(world);
    remember(world);
  },
};

/**
 * Every attendee meets another at random and learns from a better one; skills as at the week's start. The experiment
 * behind the sales-like rate (E24) was one of structured meetings, so it holds there only.
 */
function meetColleagues(world: World, week: number): void {
  const { skill, personId } = world.state.employee;
  const { skillGain } = world.scratch;
  const { start: starts, people: attendees } = world.scratch.attendees;
  const { scopeRole } = world.organisation;
  const { structuredUntil } = world.state.community;
  const { meetingTransfer, salesMeetingTransfer } = world.spec.parameters;
  const { k0, k1 } = weekKey(world.run, STREAM.learning, 0, week);
  for (let c = 0; c < scopeRole.length; c++) {
    const start = starts[c];
    const others = starts[c + 1] - start - 1;
    if (others < 1) continue;
    const isTaught = scopeRole[c] === world.spec.company.salesLikeRole && structuredUntil[c] > week;
    const transfer = isTaught ? salesMeetingTransfer : meetingTransfer;
    for (let k = 0; k <= others; k++) {
      const a = attendees[start + k];
      const pick = Math.floor((draw(personId[a], k0, k1) / TWO32) * others);
      const j = attendees[start + (pick < k ? pick : pick + 1)];
      skillGain[a] += transfer * Math.max(0, skill[j] - skill[a]);
    }
  }
}

/** A visit's reward is what there is to read; a week without a visit wears the habit off. */
function useHabits(world: World): void {
  const { visitedWeeks, habit, platformUtility } = world.state.employee;
  const { habitKeep, habitGrowth, utilityDrift } = world.spec.parameters;
  const { role } = world.organisation;
  const rewards = visitRewards(world);
  const { ids, count } = world.scratch.users;
  for (let k = 0; k < count; k++) {
    const a = ids[k];
    const b = habit[a];
    if ((visitedWeeks[a] & 1) === 0) {
      habit[a] = b * habitKeep;
      continue;
    }
    const reward = rewards[role[a]];
    const gap = reward - b;
    habit[a] = b + habitGrowth * gap * (gap > 0 ? 1 : FADING);
    platformUtility[a] += utilityDrift * (reward - platformUtility[a]);
  }
}

/** By role: contentReward · saturation of posters · (.3 + .7·relevance over the best there is). */
function visitRewards(world: World): Float64Array {
  const { firm } = world.state;
  const { contentReward, posterSaturationShare, platformRelevanceHigh } = world.spec.parameters;
  const { relevance, reward } = world.scratch;
  const posters = firm.posters[0];
  const half = posterSaturationShare * firm.headcount[0];
  const saturation = posters > 0 ? posters / (posters + half) : 0;
  for (let r = 0; r < reward.length; r++)
    reward[r] = contentReward * saturation * (BASE_LOW + (BASE_HIGH * relevance[r]) / platformRelevanceHigh);
  return reward;
}

/** A solution raises the utility of the medium that gave it, a failed question lowers the asked one's. */
function judgeSolutions(world: World): void {
  const { platformUtility, communityUtility } = world.state.employee;
  const { solveUtilityGain, failUtilityLoss } = world.spec.parameters;
  const { touched, solvedBy, asked } = world.scratch;
  const lost = 1 - failUtilityLoss;
  for (let i = 0; i < touched.count; i++) {
    const a = touched.ids[i];
    const channel = solvedBy[a];
    if (channel === CHANNEL.communityBase || channel === CHANNEL.communityPeople)
      communityUtility[a] += solveUtilityGain * (1 - communityUtility[a]);
    else if (channel !== CHANNEL.none) platformUtility[a] += solveUtilityGain * (1 - platformUtility[a]);
    if ((asked[a] & ASKED.communityFailed) !== 0) communityUtility[a] *= lost;
    if ((asked[a] & ASKED.platformFailed) !== 0) platformUtility[a] *= lost;
  }
}

/** Answering makes a medium more useful to the answerer and, on the platform, a habit. */
function judgeAnswers(world: World): void {
  const { platformUtility, communityUtility, habit } = world.state.employee;
  const { touched, communityAnswers, platformAnswers } = world.scratch;
  const { answerGain } = world.spec.parameters;
  for (let i = 0; i < touched.count; i++) {
    const a = touched.ids[i];
    for (let k = communityAnswers[a]; k > 0; k--)
      communityUtility[a] += answerGain * (1 - communityUtility[a]);
    for (let k = platformAnswers[a]; k > 0; k--) {
      platformUtility[a] += answerGain * (1 - platformUtility[a]);
      habit[a] += answerGain * (1 - habit[a]);
    }
  }
}

/** Skill gains what was learnt and solved, and returns slowly to its base; who is there stays there. */
function moveSkills(world: World): void {
  const { skill, skillBase } = world.state.employee;
  const { isTouched, touched, moving, skillGain, solvedBy, sums } = world.scratch;
  const { solveSkillGain, skillDecay } = world.spec.parameters;
  for (let k = 0; k < touched.count; k++) {
    const a = touched.ids[k];
    const before = skill[a];
    let s = before + skillGain[a];
    if (solvedBy[a] !== CHANNEL.none) s += solveSkillGain * (1 - s);
    skill[a] = Math.min(TRAIT_HIGH, Math.max(TRAIT_LOW, settled(s, skillBase[a], skillDecay)));
    sums[SUM.skill] += skill[a] - before;
    if (skill[a] !== skillBase[a]) include(moving, a);
  }
  sums[SUM.skill] += settleOthers(moving, skill, skillBase, isTouched, skillDecay, TRAIT_LOW, TRAIT_HIGH);
}

/** Returns by how much the skills of all who are not touched grow; who arrives at the base is taken out. */
function settleOthers(
  moving: SeatSet,
  skill: Float32Array,
  skillBase: Float32Array,
  isTouched: Uint8Array,
  decay: number,
  low: number,
  high: number,
): number {
  const { ids, has, bit, count } = moving;
  let left = 0;
  let gain = 0;
  for (let k = 0; k < count; k++) {
    const a = ids[k];
    ids[left] = a;
    left++;
    if (isTouched[a] === 1) continue;
    const before = skill[a];
    const base = skillBase[a];
    skill[a] = Math.min(high, Math.max(low, settled(before, base, decay)));
    gain += skill[a] - before;
    if (skill[a] !== base) continue;
    has[a] &= ~bit;
    left--;
  }
  moving.count = left;
  return gain;
}

function settled(skill: number, base: number, decay: number): number {
  return skill + decay * (base - skill);
}

/** Whether an employee did a deep act this week: answered, documented, or got a non-local solution from a person. */
export function isDeepAct(asked: number, solvedBy: number, answers: number): boolean {
  return answers > 0 || (asked & ASKED.documented) !== 0 || solvedBy >= CHANNEL.communityPeople;
}

/** Moves the windows of deep acts, answers and contributions on, and the reputation. */
function remember(world: World): void {
  const { deepWeeks, answeredWeeks, contributedWeeks, recentPosts, reputation } = world.state.employee;
  const { isTouched, touched } = world.scratch;
  const { asked, solvedBy, communityAnswers, platformAnswers } = world.scratch;
  for (let k = 0; k < touched.count; k++) {
    const a = touched.ids[k];
    const answers = communityAnswers[a] + platformAnswers[a];
    const isContributing = asked[a] !== 0 || answers !== 0 || (recentPosts[a] & 255) !== 0;
    const isDeep = isDeepAct(asked[a], solvedBy[a], answers);
    deepWeeks[a] = ((deepWeeks[a] << 1) & WINDOW) | (isDeep ? 1 : 0);
    answeredWeeks[a] = ((answeredWeeks[a] << 1) & WINDOW) | (platformAnswers[a] > 0 ? 1 : 0);
    const contributed = ((contributedWeeks[a] << 1) & WINDOW) | (isContributing ? 1 : 0);
    contributedWeeks[a] = contributed;
    const given = answers + ((asked[a] & ASKED.documented) !== 0 ? 1 : 0);
    reputation[a] = contributed === 0 ? 0 : reputation[a] * REPUTATION_KEEP + given;
  }
  const { ids, count } = listWindows(world, contributedWeeks);
  for (let k = 0; k < count; k++) {
    const a = ids[k];
    if (isTouched[a]) continue;
    deepWeeks[a] = (deepWeeks[a] << 1) & WINDOW;
    answeredWeeks[a] = (answeredWeeks[a] << 1) & WINDOW;
    const contributed = (contributedWeeks[a] << 1) & WINDOW;
    contributedWeeks[a] = contributed;
    reputation[a] = contributed === 0 ? 0 : reputation[a] * REPUTATION_KEEP;
  }
}
