/** The one table of assumptions: each row's name, label, unit, default, plausible range, evidence and grade. */

/** Evidence grade: A experiment or meta-analysis, B measured in firms, C survey or benchmark, D assumption. */
export type Grade = "A" | "B" | "C" | "D";

export interface Parameter {
  readonly name: ParameterName;
  readonly theme: string;
  readonly label: string;
  readonly unit: string;
  readonly default: number;
  /** Plausible range, inclusive; a document outside [low, high] is refused. */
  readonly low: number;
  readonly high: number;
  /** Register ids such as "E24", space-separated; empty = an explicit assumption. */
  readonly evidence: string;
  readonly grade: Grade;
}

// One row a parameter: name, label, unit, default, low, high, evidence, grade. A switch is 0 or 1.
// oxfmt-ignore
const THEMES = {
  people: [
    ["turnoverPerYear", "Employees who leave in a year", "share", 0.12, 0, 0.9, "E30", "C"],
    ["turnoverEngagementSlope", "How much engagement lowers leaving", "per unit", 1.1, 0, 2, "E30", "B"],
    ["newcomerSkillGap", "How far newcomers start below their level", "skill", 0.08, 0, 0.3, "", "D"],
    ["skillSd", "Spread of skill between employees", "skill", 0.15, 0, 0.3, "E24", "D"],
    ["engagementSd", "Spread of engagement within teams", "engagement", 0.146, 0, 0.3, "E31", "C"],
    ["teamEngagementSd", "Spread of engagement between teams", "engagement", 0.09, 0, 0.3, "E30", "C"],
    ["thresholdMean", "Share of peers one must see before changing", "share", 0.25, 0, 1, "E42 E38", "A"],
    ["thresholdSd", "Spread of that share between employees", "share", 0.12, 0, 0.5, "E42", "D"],
    ["resistantShare", "Employees who register only among a majority", "share", 0.17, 0, 1, "E11", "C"],
    ["teamMainRoleShare", "Team members in the team's main role", "share", 0.7, 0, 1, "E45", "D"],
  ],
  registration: [
    ["externalProb", "Registering unprompted", "per week", 0.00533, 0, 1, "E35", "B"],
    ["campaignProb", "Registering at full campaign", "per week", 0.2, 0, 1, "E10 E11", "C"],
    ["imitationProb", "Registering when all ties visit", "per week", 0.0796, 0, 1, "E35", "B"],
    ["inviteProb", "One invitation accepted", "per tie", 0.01, 0, 1, "", "D"],
    ["memberLaunchProb", "Community members registering at a live platform", "per week", 0.25, 0, 1, "", "D"],
    ["tieProb", "Registering through each visiting tie on its own", "per week", 0, 0, 1, "", "D"],
    ["registrationThresholdProb", "Registering once one's threshold of ties is reached", "per week", 0, 0, 1, "E39", "D"],
    ["isThresholdCount", "Thresholds count ties instead of their share", "switch", 0, 0, 1, "", "D"],
    ["isLinearContagion", "Unprompted and imitated registering add up", "switch", 0, 0, 1, "", "D"],
  ],
  platform: [
    ["noveltyStart", "Pull of novelty at registration", "probability", 0.75, 0, 1, "E14", "B"],
    ["noveltyKeep", "Novelty kept from week to week", "share", 0.8, 0, 1, "E14", "B"],
    ["utilityVisitGain", "Pull of a useful platform", "probability", 0.35, 0, 1, "E33", "A"],
    ["socialVisitGain", "Pull of visiting ties", "probability", 0.1, 0, 1, "E16b", "B"],
    ["campaignVisitGain", "Pull of a full campaign on users", "probability", 0.15, 0, 1, "E06", "C"],
    ["contentReward", "Reward of reading", "habit", 0.203, 0, 1, "", "D"],
    ["posterSaturationShare", "Posters at which reading is half as rewarding as it can be", "share", 0.01, 0.0001, 0.2, "", "D"],
    ["habitGrowth", "Habit gained towards a visit's reward", "per visit", 0.12, 0, 1, "E34", "A"],
    ["habitKeep", "Habit kept in a week without a visit", "share", 0.94, 0, 1, "E34", "A"],
    ["utilityDrift", "Platform utility moving towards a visit's reward", "per visit", 0.03, 0, 1, "", "D"],
    ["startUtility", "Platform utility at registration", "utility", 0.25, 0, 1, "E33", "D"],
    ["memberUtilityBonus", "Further utility for community members at registration", "utility", 0.15, 0, 1, "", "D"],
    ["postProb", "Posting at a visit (least to most willing: ×0.2 to ×3.2)", "per visit", 0.176, 0, 1, "E13", "B"],
    ["burstContinueProb", "Posting once more", "probability", 0.6, 0, 0.95, "E13", "B"],
    ["platformRelevanceLow", "Relevance of the platform's answers without use cases", "share", 0.0675, 0, 1, "E06", "D"],
    ["platformRelevanceHigh", "Relevance of the platform's answers at best", "share", 0.8, 0.01, 1, "E16", "D"],
    ["useCaseRelevance", "Relevance won by knowing use cases", "share", 0.25, 0, 1, "E04", "D"],
    ["useCaseUtility", "First utility won by knowing use cases", "utility", 0.3, 0, 1, "E04", "D"],
    ["useCaseFacilitation", "Expert support won by knowing use cases", "share", 0.3, 0, 1, "E04", "D"],
    ["useCaseScale", "Solves at which use cases are 63% known, a 10,000-employee firm", "solves", 1500, 1, 1000000, "", "D"],
  ],
  communities: [
    ["attendanceFrequency", "Meetings of a community", "per week", 0.5, 0, 1, "E25", "D"],
    ["attendanceScale", "Attendance scale", "factor", 1.38, 0, 4, "E25", "C"],
    ["attendanceBase", "Attendance of the least willing", "factor", 0.04, 0, 1, "E25", "C"],
    ["attendanceWillingness", "Attendance won by willingness", "factor", 0.9, 0, 2, "E25", "C"],
    ["attendanceCoach", "Attendance won by being a coach", "factor", 0.25, 0, 1, "E26", "D"],
    ["joinInviteProb", "Joining when invited", "per week", 0.0153, 0, 1, "E25", "D"],
    ["joinThresholdProb", "Joining once enough peers attend", "per week", 0.03, 0, 1, "E38", "A"],
    ["leaveProb", "Leaving a useless community unattended for 13 weeks", "per week", 0.02, 0, 1, "E26", "D"],
    ["communityCapacity", "Members a community can hold offline", "employees", 300, 1, 5000, "E21", "C"],
    ["foundingShare", "Willing members needed to found one", "share of scope", 0.08, 0, 1, "E26", "D"],
    ["founderUtility", "Community utility of founders and joiners", "utility", 0.25, 0, 1, "", "D"],
    ["healthDrift", "Health moving towards its target", "per week", 0.08, 0, 1, "E26", "D"],
    ["keenFoundingProb", "A keen employee founding a community", "per week", 0.0001, 0, 0.1, "E18", "D"],
    ["platformFoundingProb", "A platform answer between strangers founding one", "per answer", 0.002, 0, 1, "E18", "D"],
    ["grassroots", "Strength of the grassroots", "factor", 1, 0, 20, "E01", "D"],
    ["startCommunityShare", "Scopes with an informal community at the start", "share", 0, 0, 1, "E22", "C"],
  ],
  support: [
    ["expertSupport", "Communities one expert can support", "communities", 10, 0, 100, "E26c", "C"],
    ["coachSupport", "Communities one coach can support", "communities", 0.12, 0, 10, "E26b", "C"],
    ["facilitationBase", "Facilitation without any support", "share", 0.45, 0, 1, "E26", "D"],
    ["championsPerExpert", "Champions one expert can support", "employees", 60, 1, 1000, "E26b E03", "C"],
    ["championShareMax", "Champions at most", "share", 0.02, 0, 0.2, "E26b E03", "C"],
    ["championRecruitProb", "An eligible employee becoming a champion", "per week", 0.02, 0, 1, "", "D"],
    ["championLeaveProb", "A supported champion giving up", "per week", 0.004, 0, 1, "", "D"],
    ["championLeaveSlope", "An unsupported champion giving up, further", "per week", 0.02, 0, 1, "", "D"],
  ],
  reach: [
    ["helpBase", "Willingness to help (at mid engagement)", "probability", 0.6, 0, 0.95, "E27", "C"],
    ["isForcedRanking", "Forced ranking in reviews of people", "switch", 0, 0, 1, "E27", "A"],
    ["forcedHelpOdds", "Odds of helping under forced ranking", "factor", 0.36, 0.01, 1, "E27", "A"],
    ["isReputationVisible", "Contributions are visible", "switch", 0, 0, 1, "E27", "A"],
    ["reputationHelpOdds", "Odds of helping where contributions are visible", "factor", 1.87, 1, 10, "E27", "A"],
    ["absentPresence", "Members reached who don't attend", "share", 0.15, 0, 1, "E25", "D"],
    ["crossVisibility", "Other communities reached", "share", 0.08, 0, 1, "E45", "D"],
    ["councilVisibility", "Other communities reached with a council", "factor", 1.5, 1, 10, "", "D"],
    ["platformVisibility", "Other communities reached through the platform", "share", 0.8, 0, 1, "E15", "D"],
    ["connectorVisibility", "Other communities reached through connectors", "share", 0.1, 0, 1, "E16b", "D"],
  ],
  problems: [
    ["problemProb", "An employee meeting a problem", "per week", 0.5, 0, 1, "E16", "C"],
    ["rarityLow", "Colleagues who know the rarest problem's answer", "share", 0.0002, 1e-7, 0.1, "", "D"],
    ["rarityHigh", "Colleagues who know the commonest problem's answer", "share", 0.5, 0.11, 1, "", "D"],
    ["problemValueMedian", "Value of a solved problem, median", "USD", 81, 0, 100000, "E17 E18", "C"],
    ["problemValueSdLog", "Spread of that value", "log USD", 1.3, 0, 3, "E17 E20", "C"],
    ["ambientShare", "Further local reach by ambient awareness", "share", 0.5, 0, 2, "E15", "A"],
    ["memberBaseUse", "Looking into the community's knowledge base", "probability", 0.3, 0, 1, "E20", "D"],
    ["platformBaseUse", "Looking into the platform's knowledge base", "probability", 0.8, 0, 1, "E16", "D"],
    ["askProb", "Asking (at full utility)", "probability", 0.6, 0, 1, "", "D"],
    ["solveUtilityGain", "Utility won by a solution", "share", 0.15, 0, 1, "E33", "D"],
    ["failUtilityLoss", "Utility lost by a failed question", "share", 0.1, 0, 1, "E33", "D"],
    ["answerGain", "Utility and habit won by answering", "share", 0.1, 0, 1, "E16b", "D"],
    ["documentProb", "Documenting a solution", "probability", 0.5, 0, 1, "E20", "D"],
    ["curatorDocumentGain", "Documenting more often with a curator", "probability", 0.4, 0, 1, "E20", "D"],
    ["knowledgeExpiryProb", "A documented solution becoming out of date", "per week", 0.00641025641025641, 0.0001, 1, "E50", "B"],
  ],
  learning: [
    ["meetingTransfer", "Skill learnt from a better attendee", "share of gap", 0.02, 0, 1, "E24", "D"],
    ["salesMeetingTransfer", "The same in a sales-like role's structured meetings", "share of gap", 0.2, 0, 1, "E24", "A"],
    ["answerTransfer", "Skill learnt from an answer", "share of gap", 0.03, 0, 1, "E24", "D"],
    ["solveSkillGain", "Skill won by solving", "share of room", 0.004, 0, 1, "", "D"],
    ["skillDecay", "Skill returning to its base", "per week", 0.003, 0, 1, "E50 E24", "A"],
  ],
  engagement: [
    ["autonomyGain", "Autonomy under a supportive sponsor", "per act", 0.03, 0, 1, "E29", "D"],
    ["purposeGain", "Purpose by success stories", "per solve a head", 0.03, 0, 1, "E29", "D"],
    ["meetingMasteryGain", "Mastery by attending", "per meeting", 0.03, 0, 1, "E29", "D"],
    ["solveMasteryGain", "Mastery by solving", "per solve", 0.05, 0, 1, "E29", "D"],
    ["meetingRelatednessGain", "Community by attending", "per meeting", 0.06, 0, 1, "E29", "D"],
    ["deepRelatednessGain", "Community by a deep act on the platform", "per act", 0.04, 0, 1, "E29", "D"],
    ["needKeep", "Needs kept from week to week", "share", 0.985, 0, 1, "", "D"],
    ["engagementReach", "Engagement at stake in the four needs", "engagement", 0.25, 0, 1, "E29 E31", "C"],
    ["autonomyWeight", "Weight of autonomy", "correlation", 0.28, 0, 1, "E29", "A"],
    ["masteryWeight", "Weight of mastery", "correlation", 0.37, 0, 1, "E29", "A"],
    ["relatednessWeight", "Weight of community", "correlation", 0.125, 0, 1, "E29", "A"],
    ["purposeWeight", "Weight of purpose", "correlation", 0.125, 0, 1, "E29", "D"],
    ["forcedEngagementLoss", "Engagement lost under forced ranking", "engagement", 0.05, 0, 1, "E28", "A"],
    ["engagementDrift", "Engagement moving towards its target", "per week", 0.02, 0, 1, "", "D"],
    ["incentiveAutonomyLoss", "Autonomy lost when incentives end", "per strength", 0.2, 0, 1, "E05 E29", "A"],
    ["incentiveHangover", "Contribution odds lost when incentives end", "per strength", 0.3, 0, 1, "E05", "A"],
    ["incentiveHalfLife", "Half-life of an incentive", "weeks", 6, 0.5, 104, "E05", "B"],
  ],
  reviews: [
    ["platformReviewWeeks", "First review of a platform", "weeks", 26, 0, 208, "E48", "C"],
    ["communityReviewWeeks", "First review of a community", "weeks", 4, 0, 208, "E48", "D"],
    ["projectReviewWeeks", "First review of a unit's own project", "weeks", 30, 0, 208, "E48", "C"],
    ["reviewLearning", "Learning exponent of reviews (0.322: a fifth less a doubling)", "exponent", 0.322, 0, 2, "E48", "D"],
    ["reviewFloor", "Shortest possible review", "share", 0.25, 0, 1, "E48", "D"],
    ["communityPrecedent", "Precedent set by a community's review", "reviews", 0.2, 0, 1, "", "D"],
    ["isPoolingOn", "A council pools precedents across units", "switch", 1, 0, 1, "E48", "D"],
    ["isSharedServiceOn", "Pooled reviews become shared services", "switch", 1, 0, 1, "", "D"],
    ["sharedServiceReviews", "Pooled reviews that make a shared service", "reviews", 10, 1, 1000, "", "D"],
    ["sharedServiceFloorDrop", "Shortest review lowered by a shared service", "share", 0.03, 0, 0.08, "", "D"],
    ["sharedServiceSaving", "Review time saved by a shared service", "share", 0.05, 0, 0.3, "", "D"],
    ["projectsPerThousand", "Projects of units' own, per 1,000 employees", "per year", 2, 0, 100, "", "D"],
    ["frictionUsdPerWeek", "Value of a week of review saved", "USD", 4000, 0, 1000000, "", "D"],
    ["reviewers", "Reviewers of unit projects (0: never a queue)", "people", 0, 0, 64, "", "D"],
    ["isReviewExponential", "Review times vary exponentially", "switch", 0, 0, 1, "", "D"],
  ],
  sponsors: [
    ["sponsorBase", "Support without any report", "support", 0.08, 0, 1, "E49", "D"],
    ["vanityWeight", "Weight of user numbers", "support", 0.35, 0, 1, "E06", "D"],
    ["benefitWeight", "Weight of measured benefit", "support", 0.65, 0, 1, "E49 E06", "C"],
    ["sponsorDrift", "Support moving at a report", "share", 0.35, 0, 1, "", "D"],
    ["benefitTarget", "Measured value over cost that convinces fully", "ratio", 1.5, 0.01, 100, "", "D"],
    ["vanityTarget", "Share of users that impresses fully", "share", 0.5, 0.01, 1, "", "D"],
    ["vanityHalfLife", "Half-life of being impressed", "weeks", 26, 1, 1040, "", "D"],
    ["unmeasuredShare", "Value that shows without measuring", "share", 0.1, 0, 1, "E06", "C"],
    ["measuredShare", "Value that shows when measured", "share", 0.7, 0, 1, "E06 E17", "D"],
    ["sponsorGain", "Support won with a unit's sponsor", "support", 0.2, 0, 1, "E49", "C"],
    ["sponsorLeaveLoss", "Support lost when a sponsor leaves", "support", 0.2, 0, 1, "E49", "D"],
    ["isGateOn", "Funding is reviewed every year", "switch", 1, 0, 1, "E08", "D"],
    ["gateTarget", "Support that keeps full funding", "support", 0.25, 0.01, 1, "", "D"],
    ["gateFloor", "Support below which a programme is cancelled", "support", 0.15, 0, 1, "", "D"],
    ["isAttentionOn", "Attention is limited", "switch", 1, 0, 1, "", "D"],
  ],
  money: [
    ["wageUsdPerHour", "Wage", "USD an hour", 50, 1, 1000, "E18", "C"],
    ["hoursPerWeek", "Working week", "hours", 40, 1, 80, "", "D"],
    ["skillOutput", "Output won by skill", "share per unit", 0.6, 0, 5, "E24", "D"],
    ["salesSkillOutput", "Output won by skill in a sales-like role", "share per unit", 2, 0, 5, "E24", "A"],
    ["engagementOutput", "Output that goes with engagement", "share per unit", 0.8, 0, 5, "E30", "B"],
    ["causalShare", "Share of it that engagement causes", "share", 0.3, 0, 1, "E30 E31", "D"],
    ["replacementCostShare", "Cost of replacing an employee", "yearly salaries", 0.21, 0, 2, "E32", "B"],
    ["seatUsdPerMonth", "A platform seat", "USD a month", 5, 0, 1000, "", "D"],
    ["integrationUsd", "Integrating a platform, per employee", "USD", 50, 0, 10000, "E23", "D"],
    ["campaignUsd", "A 12-week campaign, per employee", "USD", 25, 0, 10000, "", "D"],
    ["eventUsd", "An event, per employee", "USD", 5, 0, 10000, "", "D"],
    ["expertUsdPerYear", "An expert", "USD a year", 150000, 0, 10000000, "E23", "C"],
    ["attendanceHours", "A meeting", "hours", 1, 0, 40, "", "D"],
    ["questionHours", "A question, to those involved", "hours", 0.3, 0, 40, "", "D"],
    ["visitHours", "A week's visits", "hours", 0.1, 0, 40, "", "D"],
    ["championHours", "A champion's time", "hours a week", 1, 0, 40, "E26b", "D"],
    ["councilHours", "A council's time", "hours a week", 20, 0, 10000, "", "D"],
    ["measurementUsd", "Measuring benefits, once", "USD", 100000, 0, 100000000, "", "D"],
    ["discountPerYear", "Discount rate", "per year", 0.1, 0, 1, "", "D"],
  ],
} as const;

type Rows = (typeof THEMES)[keyof typeof THEMES];
export type ParameterName = Rows[number][0];
/** One number for every row of the table. */
export type Parameters = Readonly<Record<ParameterName, number>>;

/** The parameter table in document order. */
export const PARAMETERS: readonly Parameter[] = Object.entries(THEMES).flatMap(([theme, rows]) =>
  rows.map(([name, label, unit, value, low, high, evidence, grade]) => ({
    name,
    theme,
    label,
    unit,
    default: value,
    low,
    high,
    evidence,
    grade,
  })),
);

/** The defaults with some rows replaced; the caller has checked the bounds. */
export function parametersWith(changes: Partial<Parameters> = {}): Parameters {
  const values = Object.fromEntries(PARAMETERS.map((row) => [row.name, row.default]));
  return Object.assign(values, changes) as Parameters;
}
