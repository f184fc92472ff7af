/** The table of patterns and claims: what is measured, where it should lie, and on what evidence. */

export interface Pattern {
  readonly id: string;
  readonly label: string;
  /** Name of the measurement. */
  readonly measure: string;
  /** Where its mean should lie, inclusive; ±Infinity = open. */
  readonly low: number;
  readonly high: number;
  /** Register ids. */
  readonly evidence: string;
}

// One row a pattern: id, label, measurement, low, high, evidence. Set before any run was looked at; never moved.
// oxfmt-ignore
const PATTERN_ROWS = [
  ["S1", "Ever registered, platform and marketing, after 2.5 years", "registeredShare", 0.5, 0.85, "E11"],
  ["S1.peak", "Weeks from the first registrations to most of them", "weeksToPeakRegistration", 1, Infinity, "E11"],
  ["S2", "Weekly active 78 weeks after launch, over the peak", "activeOverPeak", 0, 0.4, "E06"],
  ["S2.peak", "Weekly active at the peak", "peakActiveShare", 0.15, 0.35, "E06"],
  ["S4", "Posters a month of the registered, third year", "posterShare", 0.01, 0.06, "E13"],
  ["S4.frequent", "More than two posts a month, third year", "frequentPosterShare", 0.003, 0.015, "E13"],
  ["S5", "Read only, of the monthly active, third year", "readOnlyShare", 0.5, 0.75, "E11"],
  ["S7", "Value of the platform alone that is measured", "measuredShare", 0, 0.15, "E06"],
  ["S10.core", "Core members", "coreMemberShare", 0.1, 0.16, "E25"],
  ["S10.active", "Active members", "activeMemberShare", 0.15, 0.21, "E25"],
  ["S10.peripheral", "Peripheral members", "peripheralMemberShare", 0.63, 0.75, "E25"],
  ["S12.cost", "Cost a head and year of a mature programme, USD", "costPerHead", 350, 1550, "E23"],
  ["S12.value", "Gross value a head and year of a mature programme, USD", "valuePerHead", 900, 2100, "E17"],
  ["S12", "Return on a mature programme's cost in a year", "roi", 1.5, 7, "E17 E23"],
  ["S13", "Output of a sales-like role after four weeks of peer meetings", "meetingOutput", 0.1, 0.2, "E24"],
  ["S13.kept", "Share of it kept 20 weeks later", "meetingOutputKept", 0.7, Infinity, "E24"],
  ["S14", "Odds of helping under forced ranking", "rankedHelpOdds", 0.31, 0.41, "E27"],
  ["S14.solves", "Non-local solves under forced ranking", "rankedSolves", -0.5, -0.25, "E27"],
  ["S14.recovery", "Share of the loss that visible reputation recovers", "reputationRecovery", 0.5, Infinity, "E27"],
  ["S15.alike", "Non-local solves when thresholds hardly differ", "alikeThresholdSolves", -0.35, -0.1, "E42"],
  ["S15", "Non-local solves when thresholds are twice as high", "highThresholdSolves", -Infinity, -0.3, "E42"],
  ["S17", "Review time saved with a council and ten precedents", "reviewSaving", 0.4, 0.7, "E48"],
  ["S17.first", "Weeks of the first review of a unit's project", "firstReviewWeeks", 13, 39, "E48"],
  ["S18", "Contributions in an incentive's first four weeks, over none", "rewardedContributions", 1.5, 2.5, "E05"],
  ["S18.weeks", "Weeks in which they are half as many again", "weeksOfRewardedContributions", 0, 8, "E05"],
  ["S18.after", "Contributions in the four weeks after it, over none", "contributionsAfterRewards", 0, 1, "E05"],
  ["S19", "Problems solved by awareness, over those solved by ties", "ambientGain", 0.2, 0.5, "E15"],
  ["S20", "Turnover of the most engaged quarter of teams against the least", "engagedTurnover", -0.5, -0.18, "E30"],
  ["S21", "Uplift over payroll in the fourth year", "uplift", 0, 0.06, "E16"],
] as const;

export const PATTERNS: readonly Pattern[] = PATTERN_ROWS.map(([id, label, measure, low, high, evidence]) => ({
  id,
  label,
  measure,
  low,
  high,
  evidence,
}));

/** Something a source says, tested and printed as found. */
export interface Claim {
  readonly id: string;
  readonly label: string;
  /** The measurement, or two whose means are divided. */
  readonly measure: string;
  readonly over?: string;
}

export const CLAIMS: readonly Claim[] = [
  {
    id: "S6",
    label: "Platform-only plans that lose money or funding in four years",
    measure: "isPlatformFailed",
  },
  { id: "S8", label: "Users in the launch month after problems first", measure: "launchUsers" },
  {
    id: "S8.ratio",
    label: "The same, over platform first",
    measure: "launchUsers",
    over: "launchUsersPlatformFirst",
  },
  {
    id: "S8.return",
    label: "Return after a quarter, over platform first",
    measure: "returnOverPlatformFirst",
  },
  { id: "S9", label: "Deep practice in the fourth year after problems first", measure: "deepShare" },
  {
    id: "S9.platform",
    label: "Deep practice in the fourth year, platform only",
    measure: "deepSharePlatformFirst",
  },
  { id: "S9.active", label: "Weekly active in the third year after problems first", measure: "activeShare" },
  {
    id: "S9.activePlatform",
    label: "Weekly active in the third year, platform only",
    measure: "activeSharePlatformFirst",
  },
];
