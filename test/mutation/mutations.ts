/** Wrong signs and directions, at least one a submodel, each of which some law or exact case must notice. */

/** A textual change to one file of engine/; `from` stands there exactly once. */
export interface Mutation {
  readonly submodel: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

type Change = readonly [from: string, to: string];

// oxfmt-ignore
const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  "contagion.ts": [
    ["(1 - spontaneous) * (1 - rule.imitation * share)", "(1 - spontaneous) * (1 + rule.imitation * share)"],
    ["Math.fround(active / ties) >= threshold", "Math.fround(active / ties) <= threshold"],
    ["margins[a] < 1", "margins[a] > 1"],
  ],
  "population.ts": [
    ["(1 - turnoverEngagementSlope * (engagement", "(1 + turnoverEngagementSlope * (engagement"],
    ["employee.skillBase[a] - world.spec.parameters.newcomerSkillGap", "employee.skillBase[a] + world.spec.parameters.newcomerSkillGap"],
    ["pushPresence(world, a, -1)", "pushPresence(world, a, 1)"],
  ],
  "communities.ts": [
    ["community.members[world.organisation.scope[a]]--", "community.members[world.organisation.scope[a]]++"],
    ["employee.willingness[b] - employee.willingness[a]", "employee.willingness[a] - employee.willingness[b]"],
  ],
  "tables.ts": [["exp(-rate * (t + 1))", "exp(rate * (t + 1))"]],
  "processes/shocks.ts": [
    ["support[u] - world.spec.parameters.sponsorLeaveLoss", "support[u] + world.spec.parameters.sponsorLeaveLoss"],
    ["firm.funding[0] *= 1 - shock.share", "firm.funding[0] *= 1 + shock.share"],
  ],
  "processes/interventions.ts": [["Math.min(1, (age + 1) / RAMP_WEEKS)", "Math.min(1, (age - 1) / RAMP_WEEKS)"]],
  "processes/reviews.ts": [
    ["exp(-reviewLearning", "exp(reviewLearning"],
    ["(1 - sharedServiceSaving * level)", "(1 + sharedServiceSaving * level)"],
  ],
  "processes/projects.ts": [["unit.precedents[u] += count", "unit.precedents[u] -= count"]],
  "processes/attention.ts": [["Math.min(1, 1 / load)", "Math.min(1, load)"]],
  "processes/incentives.ts": [
    ["1 + strength * exp(", "1 - strength * exp("],
    ["1 - hangover * strength", "1 + hangover * strength"],
    ["autonomy[a] - loss", "autonomy[a] + loss"],
  ],
  "processes/useCases.ts": [["-expm1(-firm.nonLocalSolves[0] / scale)", "expm1(-firm.nonLocalSolves[0] / scale)"]],
  "processes/facilitation.ts": [["base + ((1 - base) * supply)", "base - ((1 - base) * supply)"]],
  "processes/registration.ts": [
    ["(SUPPORT_BASE + support[cellUnit[cell]])", "(SUPPORT_BASE - support[cellUnit[cell]])"],
    ["active < MAJORITY * ties", "active > MAJORITY * ties"],
  ],
  "processes/visits.ts": [
    ["(1 - socialVisitGain * share)", "(1 + socialVisitGain * share)"],
    ["(1 - habit[a])", "(1 + habit[a])"],
    ["POST_BASE + POST_WILLINGNESS * employee.willingness[a]", "POST_BASE - POST_WILLINGNESS * employee.willingness[a]"],
  ],
  "processes/membership.ts": [
    ["(SUPPORT_BASE + support)", "(SUPPORT_BASE - support)"],
    ["communityUtility[a] >= USELESS", "communityUtility[a] < USELESS"],
    ["(allowBase + allowSupport * support[u])", "(allowBase - allowSupport * support[u])"],
  ],
  "processes/reach.ts": [
    ["roleReach[scopeRole[c]] - ownReach[c]", "roleReach[scopeRole[c]] + ownReach[c]"],
    ["helpBase * (HELP_ENGAGEMENT + engagement)", "helpBase * (HELP_ENGAGEMENT - engagement)"],
    ["const gain = 1 - (1 - knowing) * unaware", "const gain = 1 - (1 + knowing) * unaware"],
  ],
  "processes/problems.ts": [
    ["ownReach[c] - ownHelp", "ownReach[c] + ownHelp"],
    ["visitors.start[r + 1] - 1] - own)", "visitors.start[r + 1] - 1] + own)"],
    ["parameters.documentProb + parameters.curatorDocumentGain", "parameters.documentProb - parameters.curatorDocumentGain"],
    ["(1 - integerPower(unknown, ties))", "integerPower(unknown, ties)"],
  ],
  "processes/learning.ts": [
    ["const gap = reward - b;", "const gap = b - reward;"],
    ["const lost = 1 - failUtilityLoss", "const lost = 1 + failUtilityLoss"],
    ["decay * (base - skill)", "decay * (skill - base)"],
    ["transfer * Math.max(0, skill[j] - skill[a])", "transfer * Math.max(0, skill[a] - skill[j])"],
  ],
  "processes/engagement.ts": [
    ["purpose[u] - isForcedRanking * forcedEngagementLoss", "purpose[u] + isForcedRanking * forcedEngagementLoss"],
    ["drift * (target - now)", "drift * (now - target)"],
  ],
  "processes/health.ts": [
    ["(Math.min(1, target) - community.health[c])", "(Math.min(1, target) + community.health[c])"],
    ["championLeaveSlope * (1 - championEffect(world))", "championLeaveSlope * (1 + championEffect(world))"],
  ],
  "processes/sponsors.ts": [
    ["(Math.min(1, target) - unit.support[u])", "(Math.min(1, target) + unit.support[u])"],
    ["exp((LOG_HALF * age)", "exp((-LOG_HALF * age)"],
    ["support < gateFloor", "support > gateFloor"],
  ],
  "processes/accounting.ts": [
    ["-counts[COUNT.leavers]", "counts[COUNT.leavers]"],
    ["-inReview * parameters.frictionUsdPerWeek", "inReview * parameters.frictionUsdPerWeek"],
  ],
  "run.ts": [
    ["(valuePerWeek - costPerWeek)", "(valuePerWeek + costPerWeek)"],
    ["own[from + t] - twin.measures[from + t]", "twin.measures[from + t] - own[from + t]"],
  ],
};

/** All mutations, in the order of the engine's files. */
export const MUTATIONS: readonly Mutation[] = Object.entries(CHANGES).flatMap(([file, changes]) =>
  changes.map(([from, to]) => ({ submodel: file.replace(/^processes\/|\.ts$/g, ""), file, from, to })),
);
