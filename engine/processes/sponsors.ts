/** Sponsors and funding: quarterly reports of benefit and vanity move support; support keeps the funding. */
import { NEVER } from "../columns.ts";
import { exp, log } from "../math.ts";
import type { Medium } from "../interventions.ts";
import type { Process } from "../process.ts";
import type { World } from "../world.ts";
import { reachesUnit, STATUS } from "../progress.ts";
import { end, forgetRequest } from "./interventions.ts";
import { FIRST_COST } from "./money.ts";

const QUARTER = 13;
const YEAR = 52;
/** Weeks after a plan's first effect before its funding is questioned. */
const GATE_START = 104;
/** Funding moves by at most a quarter a year. */
const GATE_STEP = 0.25;
/** A measurement shows in the second report after it is bought. */
const MEASURED_FROM = 2;
const LOG_HALF = log(0.5);

export const sponsors: Process = {
  name: "sponsors",
  writes: [
    "unit.support",
    "unit.quarterCommunityValue",
    "unit.quarterPlatformValue",
    "intervention.reports",
    "intervention.status",
    "intervention.weekOver",
    "firm.quarterCost",
    "firm.firstReportWeek",
    "firm.funding",
    "firm.cancelledWeek",
    "employee.autonomy",
    "employee.champion",
    "firm.champions",
    "community.reviewEnds",
    "community.structuredWeeks",
  ],
  run(world, week) {
    const boundary = week + 1;
    const first = world.state.firm.firstEffectWeek[0];
    if (boundary % QUARTER === 0) {
      if (first !== NEVER && boundary - first >= QUARTER) report(world, boundary);
      startQuarter(world);
    }
    if (world.spec.parameters.isGateOn === 0 || first === NEVER) return;
    if (boundary % YEAR === 0 && boundary - first >= GATE_START) reviewFunding(world, boundary);
  },
};

/** Each unit's sponsor sees measured benefit against the unit's share of cost, and how many use it. */
function report(world: World, boundary: number): void {
  const { firm, unit } = world.state;
  const { parameters } = world.spec;
  if (firm.firstReportWeek[0] === NEVER) firm.firstReportWeek[0] = boundary;
  countReports(world);
  if (firm.headcount[0] === 0) return;
  const cost = (quarterCost(world) - firm.quarterCost[0]) / firm.headcount[0];
  const age = boundary - firm.firstReportWeek[0];
  const novelty = exp((LOG_HALF * age) / parameters.vanityHalfLife);
  const users = usersByUnit(world);
  for (let u = 0; u < unit.support.length; u++) {
    const people = unit.headcount[u];
    if (people === 0) continue;
    const measured =
      measuredShare(world, "communities", u) * unit.quarterCommunityValue[u] +
      measuredShare(world, "platform", u) * unit.quarterPlatformValue[u];
    const benefit = cost > 0 ? Math.min(1, measured / (cost * people) / parameters.benefitTarget) : 0;
    const vanity = Math.min(1, users[u] / people / parameters.vanityTarget) * novelty;
    const target =
      parameters.sponsorBase + parameters.vanityWeight * vanity + parameters.benefitWeight * benefit;
    unit.support[u] += parameters.sponsorDrift * (Math.min(1, target) - unit.support[u]);
  }
}

function countReports(world: World): void {
  const { reports, status } = world.state.intervention;
  for (let i = 0; i < world.plan.length; i++)
    if (world.plan[i].kind === "measure" && status[i] === STATUS.live && reports[i] < 255) reports[i]++;
}

/** Share of a medium's value that shows in a unit's report, the same for both media unless one is measured. */
function measuredShare(world: World, medium: Medium, u: number): number {
  const { measuredShare: measured, unmeasuredShare } = world.spec.parameters;
  const { reports, status } = world.state.intervention;
  const isMeasured = world.plan.some(
    (item, i) =>
      item.kind === "measure" &&
      status[i] === STATUS.live &&
      reports[i] >= MEASURED_FROM &&
      (item.what === medium || item.what === "both") &&
      reachesUnit(world, i, u),
  );
  return isMeasured ? measured : unmeasuredShare;
}

/** All cost to date, in parts of a currency unit. */
function quarterCost(world: World): number {
  const { total } = world.state.account;
  let cost = 0;
  for (let i = FIRST_COST; i < total.length; i++) cost += total[i];
  return cost;
}

function usersByUnit(world: World): Float64Array {
  const { employee, unit } = world.state;
  const users = new Float64Array(unit.support.length);
  const unitOf = world.organisation.unit;
  for (let a = 0; a < unitOf.length; a++)
    if (employee.weekRegistered[a] !== NEVER || employee.isMember[a]) users[unitOf[a]]++;
  return users;
}

function startQuarter(world: World): void {
  const { firm, unit } = world.state;
  unit.quarterCommunityValue.fill(0);
  unit.quarterPlatformValue.fill(0);
  firm.quarterCost[0] = quarterCost(world);
}

/** Funding follows support; a programme that nobody supports any more is cancelled. */
function reviewFunding(world: World, boundary: number): void {
  const { firm, unit } = world.state;
  const { gateTarget, gateFloor } = world.spec.parameters;
  if (firm.cancelledWeek[0] !== NEVER || firm.headcount[0] === 0) return;
  let support = 0;
  for (let u = 0; u < unit.support.length; u++) support += unit.support[u] * unit.headcount[u];
  support /= firm.headcount[0];
  if (support < gateFloor) {
    cancel(world, boundary);
    return;
  }
  const wanted = Math.min(1, support / gateTarget) - firm.funding[0];
  firm.funding[0] += Math.max(-GATE_STEP, Math.min(GATE_STEP, wanted));
}

/** Communities that are open go on, with the champions there are; nothing else does. */
function cancel(world: World, boundary: number): void {
  const { firm } = world.state;
  firm.cancelledWeek[0] = boundary;
  firm.funding[0] = 0;
  endPlan(world, 0, boundary);
  for (let c = 0; c < world.state.community.isLive.length; c++) forgetRequest(world, c);
}

/** Ends what a cancelled plan holds from a place on, also what it would only ask for later. */
export function endPlan(world: World, first: number, boundary: number): void {
  for (let i = first; i < world.plan.length; i++) {
    const { kind } = world.plan[i];
    if (kind !== "tribe" && kind !== "communities" && kind !== "stop") end(world, i, boundary);
  }
}
