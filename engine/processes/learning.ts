/** Learning: this week's visits, questions and answers change skill, habit and how useful each medium seems. */
import { NEVER } from "../columns.ts";
import { TRAIT_HIGH, TRAIT_LOW } from "../population.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey } from "../random.ts";
import { ASKED, CHANNEL, type World } from "../world.ts";
import { BASE_HIGH, BASE_LOW } from "./problems.ts";

/** Habit forms twice as fast towards a reward as it fades towards a smaller one. */
const FADING = 0.5;
const REPUTATION_KEEP = 0.98;
const WINDOW = 8191;

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
    const { employee } = world.state;
    const { asked, solvedBy, communityAnswers, platformAnswers, skillGain } = world.scratch;
    for (let a = 0; a < employee.personId.length; a++) {
      if (employee.weekRegistered[a] !== NEVER) useHabit(world, a);
      const answers = communityAnswers[a]! + platformAnswers[a]!;
      if (asked[a] !== 0 || solvedBy[a] !== 0) judgeSolution(world, a);
      if (answers !== 0) judgeAnswers(world, a);
      const isIdle = skillGain[a] === 0 && solvedBy[a] === 0;
      if (!isIdle || employee.skill[a] !== employee.skillBase[a]) moveSkill(world, a);
      remember(world, a, answers);
    }
  },
};

/** Every attendee meets another at random and learns from a better one; skills as at the week's start. */
function meetColleagues(world: World, week: number): void {
  const { skill, personId } = world.state.employee;
  const { attendeeStart, attendees, skillGain } = world.scratch;
  const { scopeRole } = world.organisation;
  const { meetingTransfer, salesMeetingTransfer } = world.spec.parameters;
  const { k0, k1 } = weekKey(world.run, STREAM.learning, 0, week);
  for (let c = 0; c < scopeRole.length; c++) {
    const start = attendeeStart[c]!;
    const others = attendeeStart[c + 1]! - start - 1;
    if (others < 1) continue;
    const transfer =
      scopeRole[c] === world.spec.company.salesLikeRole ? salesMeetingTransfer : meetingTransfer;
    for (let k = 0; k <= others; k++) {
      const a = attendees[start + k]!;
      const pick = Math.floor((draw(personId[a]!, k0, k1) / TWO32) * others);
      const j = attendees[start + (pick < k ? pick : pick + 1)]!;
      skillGain[a]! += transfer * Math.max(0, skill[j]! - skill[a]!);
    }
  }
}

/** A visit's reward is what there is to read; a week without a visit wears the habit off. */
function useHabit(world: World, a: number): void {
  const { employee } = world.state;
  const { parameters } = world.spec;
  const habit = employee.habit[a]!;
  if ((employee.visitedWeeks[a]! & 1) === 0) {
    employee.habit[a] = habit * parameters.habitKeep;
    return;
  }
  const reward = visitReward(world, world.organisation.role[a]!);
  const gap = reward - habit;
  employee.habit[a] = habit + parameters.habitGrowth * gap * (gap > 0 ? 1 : FADING);
  const utility = employee.platformUtility[a]!;
  employee.platformUtility[a] = utility + parameters.utilityDrift * (reward - utility);
}

/** contentReward · saturation of posters · (.3 + .7·relevance over the best there is). */
function visitReward(world: World, role: number): number {
  const { firm } = world.state;
  const { contentReward, posterSaturationShare, platformRelevanceHigh } = world.spec.parameters;
  const posters = firm.posters[0]!;
  const half = posterSaturationShare * firm.headcount[0]!;
  const saturation = posters > 0 ? posters / (posters + half) : 0;
  return (
    contentReward * saturation * (BASE_LOW + (BASE_HIGH * world.scratch.relevance[role]!) / platformRelevanceHigh)
  );
}

/** A solution raises the utility of the medium that gave it, a failed question lowers the asked one's. */
function judgeSolution(world: World, a: number): void {
  const { platformUtility, communityUtility } = world.state.employee;
  const { solveUtilityGain, failUtilityLoss } = world.spec.parameters;
  const channel = world.scratch.solvedBy[a]!;
  const asked = world.scratch.asked[a]!;
  if (channel === CHANNEL.communityBase || channel === CHANNEL.communityPeople)
    communityUtility[a]! += solveUtilityGain * (1 - communityUtility[a]!);
  else if (channel !== CHANNEL.none) platformUtility[a]! += solveUtilityGain * (1 - platformUtility[a]!);
  if ((asked & ASKED.communityFailed) !== 0) communityUtility[a]! *= 1 - failUtilityLoss;
  if ((asked & ASKED.platformFailed) !== 0) platformUtility[a]! *= 1 - failUtilityLoss;
}

/** Answering makes a medium more useful to the answerer and, on the platform, a habit. */
function judgeAnswers(world: World, a: number): void {
  const { platformUtility, communityUtility, habit } = world.state.employee;
  const { answerGain } = world.spec.parameters;
  for (let k = world.scratch.communityAnswers[a]!; k > 0; k--)
    communityUtility[a]! += answerGain * (1 - communityUtility[a]!);
  for (let k = world.scratch.platformAnswers[a]!; k > 0; k--) {
    platformUtility[a]! += answerGain * (1 - platformUtility[a]!);
    habit[a]! += answerGain * (1 - habit[a]!);
  }
}

function moveSkill(world: World, a: number): void {
  const { skill, skillBase } = world.state.employee;
  const { solveSkillGain, skillDecay } = world.spec.parameters;
  let s = skill[a]! + world.scratch.skillGain[a]!;
  if (world.scratch.solvedBy[a] !== CHANNEL.none) s += solveSkillGain * (1 - s);
  s += skillDecay * (skillBase[a]! - s);
  skill[a] = Math.min(TRAIT_HIGH, Math.max(TRAIT_LOW, s));
}

/** Whether an employee did a deep act this week: answered, documented, or got a non-local solution from a person. */
export function isDeepAct(asked: number, solvedBy: number, answers: number): boolean {
  return answers > 0 || (asked & ASKED.documented) !== 0 || solvedBy >= CHANNEL.communityPeople;
}

/** Moves the windows of deep acts, answers and contributions on, and the reputation. */
function remember(world: World, a: number, answers: number): void {
  const { deepWeeks, answeredWeeks, contributedWeeks, recentPosts, reputation } = world.state.employee;
  const { asked, solvedBy, platformAnswers } = world.scratch;
  const isDeep = isDeepAct(asked[a]!, solvedBy[a]!, answers);
  const isContributing = (recentPosts[a]! & 255) !== 0 || asked[a] !== 0 || answers > 0;
  if (deepWeeks[a] !== 0 || isDeep) deepWeeks[a] = ((deepWeeks[a]! << 1) & WINDOW) | (isDeep ? 1 : 0);
  const isAnswering = platformAnswers[a]! > 0;
  if (answeredWeeks[a] !== 0 || isAnswering)
    answeredWeeks[a] = ((answeredWeeks[a]! << 1) & WINDOW) | (isAnswering ? 1 : 0);
  if (contributedWeeks[a] !== 0 || isContributing)
    contributedWeeks[a] = ((contributedWeeks[a]! << 1) & 255) | (isContributing ? 1 : 0);
  const given = answers + ((asked[a]! & ASKED.documented) !== 0 ? 1 : 0);
  if (reputation[a] !== 0 || given > 0) reputation[a] = reputation[a]! * REPUTATION_KEEP + given;
}
