/** Accounting and measures: the week's value and cost are booked, and everything is counted once. */
import { recordGroups } from "../grouping.ts";
import { STATE_NAMES } from "../measures.ts";
import type { Process } from "../process.ts";
import { tallyEmployees, type Tally } from "../tally.ts";
import { COUNT, PART } from "../events.ts";
import type { World } from "../world.ts";
import { fundedExperts } from "./facilitation.ts";
import { isPlatformLive, liveActions, livePlaces, reachesCell, STATUS } from "../progress.ts";
import { measureStates } from "./measuring.ts";
import { ACCOUNT, bookAmount } from "./money.ts";

const WEEKS_PER_YEAR = 52;
const MONTHS_PER_YEAR = 12;
/** Weeks a campaign's price is for. */
const CAMPAIGN_WEEKS = 12;
/** Integration costs more in a hurry. */
const FAST_COST = 1.5;

export const accounting: Process = {
  name: "accounting",
  writes: ["account.total", "firm.posters", "cohort.counts", "trace.measures", "grouped.measures"],
  run(world, week) {
    const tally = tallyEmployees(world, week + 1);
    world.state.firm.posters[0] = tally.parts[PART.posters];
    bookOutput(world, tally);
    bookPeople(world);
    bookPlatform(world, tally, week);
    bookSupport(world, week);
    recordMeasures(world, week + 1, tally);
  },
};

/** Output above that of skill and engagement at one half; the sales-like role's skill counts for more. */
function bookOutput(world: World, tally: Tally): void {
  const { parameters } = world.spec;
  const payroll = parameters.wageUsdPerHour * parameters.hoursPerWeek;
  const others = tally.skillAboveMid - tally.salesSkillAboveMid;
  const skill = parameters.skillOutput * others + parameters.salesSkillOutput * tally.salesSkillAboveMid;
  bookAmount(world, ACCOUNT.valueSkill, payroll * skill);
  const moved = parameters.engagementOutput * parameters.causalShare * tally.engagementAboveMid;
  bookAmount(world, ACCOUNT.valueEngagement, payroll * moved);
}

/** Time of those who meet, ask, visit and champion; replacements and friction, which every arm has. */
function bookPeople(world: World): void {
  const { parameters } = world.spec;
  const { counts } = world.scratch;
  const { firm, unit } = world.state;
  const wage = parameters.wageUsdPerHour;
  const salary = wage * parameters.hoursPerWeek * WEEKS_PER_YEAR;
  bookAmount(world, ACCOUNT.valueTurnover, -counts[COUNT.leavers] * parameters.replacementCostShare * salary);
  let inReview = 0;
  for (let u = 0; u < unit.projectsInReview.length; u++) inReview += unit.projectsInReview[u];
  bookAmount(world, ACCOUNT.valueFriction, -inReview * parameters.frictionUsdPerWeek);
  bookAmount(world, ACCOUNT.costAttendance, counts[COUNT.attendees] * parameters.attendanceHours * wage);
  bookAmount(world, ACCOUNT.costQuestions, counts[COUNT.asks] * parameters.questionHours * wage);
  bookAmount(world, ACCOUNT.costVisits, firm.visitors[0] * parameters.visitHours * wage);
  bookAmount(world, ACCOUNT.costChampions, firm.champions[0] * parameters.championHours * wage);
  const councils = liveActions(world, "council").length;
  bookAmount(world, ACCOUNT.costCouncil, councils * parameters.councilHours * wage);
}

function bookPlatform(world: World, tally: Tally, week: number): void {
  const { parameters } = world.spec;
  const { status, weekLive } = world.state.intervention;
  const seat = (parameters.seatUsdPerMonth * MONTHS_PER_YEAR) / WEEKS_PER_YEAR;
  bookAmount(world, ACCOUNT.costSeats, tally.parts[PART.openUsers] * seat);
  const isLive = isPlatformLive(world);
  const { funding } = world.state.firm;
  world.plan.forEach((item, i) => {
    if (status[i] !== STATUS.live) return;
    const age = week - weekLive[i];
    if (item.kind === "platform" && age === 0) {
      const price = parameters.integrationUsd * (item.fast ? FAST_COST : 1);
      bookAmount(world, ACCOUNT.costIntegration, price * newcomersTo(world, i));
    }
    if (!isLive) return;
    if (item.kind === "campaign") {
      const price = (parameters.campaignUsd / CAMPAIGN_WEEKS) * item.intensity * funding[0];
      bookAmount(world, ACCOUNT.costCampaign, price * peopleIn(world, i));
    }
    if (item.kind === "events" && age % item.every === 0)
      bookAmount(world, ACCOUNT.costEvents, parameters.eventUsd * funding[0] * peopleIn(world, i));
  });
}

function bookSupport(world: World, week: number): void {
  const { parameters } = world.spec;
  const { status, weekLive } = world.state.intervention;
  const experts = fundedExperts(world);
  bookAmount(world, ACCOUNT.costExperts, (experts * parameters.expertUsdPerYear) / WEEKS_PER_YEAR);
  world.plan.forEach((item, i) => {
    if (item.kind === "measure" && status[i] !== STATUS.future && weekLive[i] === week)
      bookAmount(world, ACCOUNT.costMeasurement, parameters.measurementUsd);
  });
}

/** Employees an intervention reaches. */
function peopleIn(world: World, i: number): number {
  return countPeople(world, (cell) => reachesCell(world, i, cell));
}

/** Present employees of some cells; counted only in the weeks that pay by the head. */
function countPeople(world: World, isWanted: (cell: number) => boolean): number {
  const { isPresent } = world.state.employee;
  const { cell, cellUnit } = world.organisation;
  const wanted = Uint8Array.from(cellUnit, (_, index) => (isWanted(index) ? 1 : 0));
  let people = 0;
  for (let a = 0; a < cell.length; a++) people += isPresent[a] & wanted[cell[a]];
  return people;
}

/** Employees whom a platform reaches and no earlier live platform did. */
function newcomersTo(world: World, platform: number): number {
  const { weekLive } = world.state.intervention;
  const isEarlier = (i: number): boolean =>
    weekLive[i] < weekLive[platform] || (weekLive[i] === weekLive[platform] && i < platform);
  const earlier = livePlaces(world, "platform").filter(isEarlier);
  return countPeople(
    world,
    (cell) => reachesCell(world, platform, cell) && !earlier.some((i) => reachesCell(world, i, cell)),
  );
}

/** Writes the column of a week boundary: the measures of state, then the accounts to date. */
export function recordMeasures(
  world: World,
  boundary: number,
  tally = tallyEmployees(world, boundary),
): void {
  const { measures } = world.state.trace;
  const weekCount = world.spec.weeks + 1;
  const { row } = world.scratch;
  measureStates(world, tally, row);
  for (let m = 0; m < STATE_NAMES.length; m++) measures[m * weekCount + boundary] = row[STATE_NAMES[m]];
  recordGroups(world, boundary);
  const { total } = world.state.account;
  for (let i = 0; i < total.length; i++)
    measures[(STATE_NAMES.length + i) * weekCount + boundary] = total[i]!;
}
