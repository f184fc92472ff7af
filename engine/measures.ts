/** The one table of weekly outputs: name, label, unit and what it counts; results, charts and docs derive from it. */

export type MeasureUnit = "share" | "count" | "USD" | "index" | "weeks";

export interface Measure {
  readonly name: MeasureName;
  readonly theme: string;
  readonly label: string;
  readonly unit: MeasureUnit;
  /** Where the value comes from: a count of the week, or the plan's account minus its no-programme twin's. */
  readonly isAgainstTwin: boolean;
  readonly description: string;
}

// One row a measure: name, label, unit, description. Shares are of present employees unless said.
// oxfmt-ignore
const STATE = {
  vanity: [
    ["employees", "Employees", "count", "present at the week's end"],
    ["registeredShare", "Registered", "share", "registered on the platform"],
    ["registrations", "Registrations", "count", "registering this week"],
    ["weeklyActiveShare", "Weekly active", "share", "visited the platform this week"],
    ["monthlyActiveShare", "Monthly active", "share", "visited the platform in 4 weeks"],
    ["posterShare", "Posters", "share", "of the registered: at least one post in 4 weeks"],
    ["frequentPosterShare", "Frequent posters", "share", "of the registered: more than two posts in 4 weeks"],
    ["posts", "Posts", "count", "posts, questions and answers on the platform this week"],
    ["readOnlyShare", "Read only", "share", "of the monthly active: no post, question or answer in 4 weeks"],
    ["shallowShare", "Shallow users", "share", "monthly active without a deep act in 13 weeks"],
    ["cohortReturn4to7Share", "Return after a month", "share", "of all who registered 8 weeks ago or earlier: visited at ages 4–7 weeks"],
    ["cohortReturn9to12Share", "Return after a quarter", "share", "of all who registered 13 weeks ago or earlier: visited at ages 9–12 weeks"],
  ],
  practice: [
    ["deepShare", "Deep practice", "share", "at least 2 weeks of 13 with a deep act: answering, documenting, or a solution got from a person"],
    ["stateNoneShare", "Not registered", "share", "neither registered nor in a community, not deep"],
    ["stateRegisteredShare", "Registered only", "share", "registered or in a community, not active in 4 weeks, not deep"],
    ["stateReaderShare", "Reader", "share", "active or attending in 4 weeks without contributing, not deep"],
    ["stateContributorShare", "Contributor", "share", "posted, asked or answered in 4 weeks, not deep"],
    ["stateDeepShare", "Deep", "share", "deep practice, the fifth state"],
    ["asks", "Questions", "count", "asked of people this week"],
    ["answers", "Questions answered", "count", "asked and solved this week"],
    ["failedAsks", "Questions not answered", "count", "asked and not solved this week"],
    ["solves", "Non-local solves", "count", "problems solved by people or knowledge bases beyond one's own ties this week"],
    ["ambientSolves", "Ambient solves", "count", "problems solved locally by ambient awareness this week"],
    ["localSolves", "Local solves", "count", "problems of people with a channel solved by their own ties this week"],
    ["documented", "Solutions documented", "count", "written to a knowledge base this week"],
    ["practicesInUse", "Practices in use", "count", "documented solutions that are up to date"],
    ["useCaseKnowledge", "Use cases known", "index", "0 … 1, by non-local solves so far"],
  ],
  communities: [
    ["communities", "Communities", "count", "live communities of practice"],
    ["dormantCommunities", "Dormant communities", "count", "founded once, without members now"],
    ["memberShare", "Community members", "share", "in a live community"],
    ["attendeeShare", "Attendees", "share", "met in a community this week"],
    ["coreMemberShare", "Core members", "share", "of members: attended at least 4 of 13 weeks"],
    ["activeMemberShare", "Active members", "share", "of members: attended 2 or 3 of 13 weeks"],
    ["peripheralMemberShare", "Peripheral members", "share", "of members: attended at most once in 13 weeks"],
    ["communityHealth", "Community health", "index", "mean over live communities, 0 … 1"],
    ["solveRateSmall", "Solve rate, under 50 members", "share", "of questions asked so far in communities of this size"],
    ["solveRateMedium", "Solve rate, 50 to 149 members", "share", "of questions asked so far in communities of this size"],
    ["solveRateLarge", "Solve rate, 150 members and more", "share", "of questions asked so far in communities of this size"],
    ["facilitation", "Facilitation", "index", "0 … 1"],
    ["champions", "Champions", "count", "connectors, coaches and curators"],
  ],
  people: [
    ["engagement", "Engagement", "index", "mean of employees, 0 … 1"],
    ["engagedShare", "Engaged", "share", "engagement of at least .63"],
    ["disengagedShare", "Disengaged", "share", "engagement of at most .35"],
    ["skill", "Skill", "index", "mean of employees, 0 … 1"],
    ["leavers", "Leavers", "count", "leaving this week"],
  ],
  sponsors: [
    ["sponsorSupport", "Executive support", "index", "mean over units by headcount, 0 … 1"],
    ["funding", "Funding", "share", "of what the plan asks"],
    ["isCancelled", "Cancelled", "share", "1 once the programme is cancelled"],
    ["attention", "Attention left", "share", "mean over units by headcount, 1 = all"],
  ],
  reviews: [
    ["platformReviewWeeks", "Platform reviews", "weeks", "weeks of review so far"],
    ["communityReviewWeeks", "Community reviews", "weeks", "weeks of review so far"],
    ["projectReviewWeeks", "Project reviews", "weeks", "weeks of review of units' own projects so far"],
    ["projectReviewDuration", "A project's review", "weeks", "what a unit's project starting now would take, mean by headcount"],
  ],
} as const;

// Accounts are to date (cumulative), plan minus twin.
// oxfmt-ignore
const ACCOUNTS = {
  value: [
    ["valueCommunityPeople", "Solved by people in communities", "USD", "solved value"],
    ["valueCommunityBase", "Solved by communities' knowledge bases", "USD", "solved value"],
    ["valuePlatformPeople", "Solved by people on the platform", "USD", "solved value"],
    ["valuePlatformBase", "Solved by the platform's knowledge base", "USD", "solved value"],
    ["valueAmbient", "Solved by ambient awareness", "USD", "solved value"],
    ["valueSkill", "Output by skill", "USD", "output"],
    ["valueEngagement", "Output by engagement", "USD", "output"],
    ["valueFriction", "Friction saved", "USD", "weeks of review saved"],
    ["valueTurnover", "Replacements saved", "USD", "cost of replacing employees"],
  ],
  cost: [
    ["costSeats", "Seats", "USD", "registered users of a live platform"],
    ["costIntegration", "Integration", "USD", "at a platform's go-live"],
    ["costCampaign", "Campaigns", "USD", "while they run"],
    ["costEvents", "Events", "USD", "each"],
    ["costExperts", "Experts", "USD", "funded experts"],
    ["costAttendance", "Meetings", "USD", "attendees' time"],
    ["costQuestions", "Questions", "USD", "time of those who ask and answer"],
    ["costVisits", "Visits", "USD", "time on the platform"],
    ["costChampions", "Champions", "USD", "champions' time"],
    ["costCouncil", "Council", "USD", "the council's time"],
    ["costMeasurement", "Measurement", "USD", "once for each purchase"],
  ],
} as const;

// Derived from the accounts.
// oxfmt-ignore
const TOTALS = [
  ["value", "Value", "USD", "sum of the value streams to date"],
  ["cost", "Cost", "USD", "sum of the cost items to date"],
  ["netValue", "Cumulative net value", "USD", "value minus cost to date"],
  ["npv", "Net present value", "USD", "discounted net value to date"],
  ["valuePerWeek", "Value per week", "USD", "this week's value"],
  ["costPerWeek", "Cost per week", "USD", "this week's cost"],
  ["frictionWeeksSaved", "Friction weeks saved", "weeks", "project review weeks of the twin minus the plan's, to date"],
] as const;

type StateRows = (typeof STATE)[keyof typeof STATE];
type AccountRows = (typeof ACCOUNTS)[keyof typeof ACCOUNTS];
/** A measure of one arm on its own. */
export type StateName = StateRows[number][0];
/** A stream of value or an item of cost, booked in each arm and reported as plan − twin. */
export type AccountName = AccountRows[number][0];
export type MeasureName = StateName | AccountName | (typeof TOTALS)[number][0];

type Row = readonly [MeasureName, string, MeasureUnit, string];

function rowsOf(themes: Readonly<Record<string, readonly Row[]>>, isAgainstTwin: boolean): Measure[] {
  return Object.entries(themes).flatMap(([theme, rows]) =>
    rows.map(([name, label, unit, description]) => ({
      name,
      theme,
      label,
      unit,
      isAgainstTwin,
      description,
    })),
  );
}

/** The measure table in the order of a trace's columns. */
export const MEASURES: readonly Measure[] = [
  ...rowsOf(STATE, false),
  ...rowsOf(ACCOUNTS, true),
  ...rowsOf({ totals: TOTALS }, true),
];

export const STATE_NAMES = rowsOf(STATE, false).map((row) => row.name) as StateName[];
export const ACCOUNT_NAMES = rowsOf(ACCOUNTS, true).map((row) => row.name) as AccountName[];
export const VALUE_NAMES = ACCOUNTS.value.map((row) => row[0]);
export const COST_NAMES = ACCOUNTS.cost.map((row) => row[0]);

/** All state measures of one week. */
export type StateRow = Record<StateName, number>;

export function emptyRow(): StateRow {
  return Object.fromEntries(STATE_NAMES.map((name) => [name, 0])) as StateRow;
}

/** Column of each measure in a trace. */
export const MEASURE_INDEX = Object.fromEntries(MEASURES.map((row, i) => [row.name, i])) as Record<
  MeasureName,
  number
>;
