/** Patterns of a mature programme: participation, cost and value, reviews, ranking, thresholds. */
import { series, type Parameters, type Trace, type World } from "../../engine/index.ts";
import { gainOver, meanOver, YEAR_4, type Laboratory } from "./laboratory.ts";
import { interventionsOf } from "./plans.ts";

const PLAN = "problems-first";
const GATE_OFF = { isGateOn: 0 };
const WEEKS_PER_YEAR = 52;
/** Precedents from which on reviews are called learnt. */
const PRECEDENTS = 10;
/** The week in which members' help is compared. */
const HELP_WEEK = 52;
/** The engine keeps help in 2⁻¹⁶. */
const HELP_UNIT = 65536;

export function measureProgramme(laboratory: Laboratory): Record<string, number> {
  const plan = interventionsOf(PLAN);
  let learntWeek = -1;
  let help = 0;
  let solves = 0;
  const open = laboratory.run(plan, {
    assumptions: GATE_OFF,
    onWeek: (world, week) => {
      if (learntWeek < 0 && hasLearnt(world)) learntWeek = week + 1;
      if (week === HELP_WEEK) help = meanHelp(world);
      solves = world.state.firm.nonLocalSolves[0];
    },
  });
  return {
    coreMemberShare: meanOver(open, "coreMemberShare", ...YEAR_4),
    activeMemberShare: meanOver(open, "activeMemberShare", ...YEAR_4),
    peripheralMemberShare: meanOver(open, "peripheralMemberShare", ...YEAR_4),
    ...measureMoney("", open, laboratory),
    ...measureMoney("gated.", laboratory.runLibrary(PLAN), laboratory),
    firstReviewWeeks: laboratory.parameters.projectReviewWeeks,
    reviewSaving: learntWeek < 0 ? 0 : reviewSaving(open, learntWeek),
    ...measureRanking(laboratory, solves, help),
    ...measureThresholds(laboratory, solves),
  };
}

/** Cost and gross value a head in the fourth year, in USD; ROI = (value − cost)/cost; uplift over payroll. */
function measureMoney(
  prefix: string,
  trace: Trace,
  { parameters, trial }: Laboratory,
): Record<string, number> {
  const cost = gainOver(trace, "cost", ...YEAR_4) / trial.employees;
  const value = gainOver(trace, "value", ...YEAR_4) / trial.employees;
  const payroll = parameters.wageUsdPerHour * parameters.hoursPerWeek * WEEKS_PER_YEAR;
  return {
    [`${prefix}costPerHead`]: cost,
    [`${prefix}valuePerHead`]: value,
    [`${prefix}roi`]: cost > 0 ? (value - cost) / cost : 0,
    [`${prefix}uplift`]: value / payroll,
  };
}

/** Whether a council is there (its plan has begun it) and the firm has ten precedents. */
function hasLearnt({ plan, state }: World): boolean {
  if (!plan.some((item) => item.kind === "council" && item.week < state.firm.week[0])) return false;
  let precedents = 0;
  for (const count of state.unit.precedents) precedents += count;
  return precedents >= PRECEDENTS;
}

function reviewSaving(trace: Trace, week: number): number {
  const durations = series(trace, "projectReviewDuration");
  return 1 - durations[week] / durations[0];
}

/** How often members help, mean. */
function meanHelp({ state, scratch }: World): number {
  const { isMember } = state.employee;
  let sum = 0;
  let members = 0;
  for (let a = 0; a < isMember.length; a++) {
    if (isMember[a] === 0) continue;
    sum += scratch.help[a] / HELP_UNIT;
    members++;
  }
  return members > 0 ? sum / members : 0;
}

/** The same plan under forced ranking, alone and with visible reputation. */
function measureRanking(laboratory: Laboratory, base: number, help: number): Record<string, number> {
  let rankedHelp = 0;
  const ranking = { ...GATE_OFF, isForcedRanking: 1 };
  const ranked = laboratory.watch(interventionsOf(PLAN), {
    assumptions: ranking,
    onWeek: (world, week) => {
      if (week === HELP_WEEK) rankedHelp = meanHelp(world);
    },
  });
  const solves = ranked.state.firm.nonLocalSolves[0];
  const recovered = solvesUnder(laboratory, { ...ranking, isReputationVisible: 1 });
  return {
    rankedHelpOdds: odds(rankedHelp) / odds(help),
    rankedSolves: solves / base - 1,
    reputationRecovery: (recovered - solves) / (base - solves),
  };
}

/** The same plan among people whose thresholds are alike, or twice as high. */
function measureThresholds(laboratory: Laboratory, base: number): Record<string, number> {
  return {
    alikeThresholdSolves: solvesUnder(laboratory, { ...GATE_OFF, thresholdSd: 0.02 }) / base - 1,
    highThresholdSolves: solvesUnder(laboratory, { ...GATE_OFF, thresholdMean: 0.5 }) / base - 1,
  };
}

/** Non-local solves over the whole horizon. */
function solvesUnder(laboratory: Laboratory, assumptions: Partial<Parameters>): number {
  return laboratory.watch(interventionsOf(PLAN), { assumptions }).state.firm.nonLocalSolves[0];
}

function odds(p: number): number {
  return p / (1 - p);
}
