/** Registration: cheap, a simple contagion from outside, from campaigns, from ties and by invitation. */
import { NEVER } from "../columns.ts";
import { escapeProb, passWeek, type ContagionRule } from "../contagion.ts";
import type { Parameters } from "../parameters.ts";
import { pushNewUser } from "../population.ts";
import type { Process } from "../process.ts";
import { COUNT } from "../events.ts";
import type { World } from "../world.ts";
import { isPlatformLive } from "../progress.ts";

/** Resistant people register only when this share of their ties visits. */
const MAJORITY = 0.5;
/** Sponsor support of .5 leaves the external hazard as it is. */
const SUPPORT_BASE = 0.5;

export const registration: Process = {
  name: "registration",
  writes: [
    "employee.registrationMargin",
    "employee.weekRegistered",
    "employee.platformUtility",
    "employee.newUserTies",
    "firm.users",
    "firm.newUsers",
  ],
  run(world, week) {
    const registrations = isPlatformLive(world) ? registerEverybody(world, week) : 0;
    if (registrations > 0 || world.state.firm.newUsers[0] > 0) pushNewUsers(world, week);
    world.state.firm.users[0] += registrations;
    world.state.firm.newUsers[0] = registrations;
    world.scratch.counts[COUNT.registrations] = registrations;
  },
};

export function registrationRule(parameters: Parameters): ContagionRule {
  return {
    imitation: parameters.imitationProb,
    perTie: parameters.tieProb,
    invite: parameters.inviteProb,
    threshold: parameters.registrationThresholdProb,
    isCount: parameters.isThresholdCount === 1,
    isLinear: parameters.isLinearContagion === 1,
  };
}

function registerEverybody(world: World, week: number): number {
  const { employee, firm, unit, community } = world.state;
  const { parameters, company } = world.spec;
  const { cell, scope, unit: unitOf } = world.organisation;
  const { isOpen } = world.scratch;
  const rule = registrationRule(parameters);
  const isComplete = company.ties.kind === "complete";
  const external = externalHazard(world);
  let registrations = 0;
  const { weekRegistered, isPresent, isResistant, visitingTies, presentTies, newUserTies } = employee;
  const { registrationMargin, threshold } = employee;
  const { attention } = unit;
  // What is imported would be loaded and checked at everybody.
  const never = NEVER | 0;
  for (let a = 0; a < cell.length; a++) {
    if (weekRegistered[a] !== never || !isOpen[cell[a]] || !isPresent[a]) continue;
    const active = isComplete ? firm.visitors[0] : visitingTies[a];
    const ties = isComplete ? firm.headcount[0] : presentTies[a];
    if (isResistant[a] && (ties === 0 || active < MAJORITY * ties)) continue;
    const isMember = employee.isMember[a] && community.isLive[scope[a]];
    const pull = external[cell[a]] + (isMember ? parameters.memberLaunchProb : 0);
    const spontaneous = Math.min(1, attention[unitOf[a]] * pull);
    const fresh = isComplete ? firm.newUsers[0] : newUserTies[a];
    const escape = escapeProb(rule, spontaneous, active, ties, fresh, threshold[a]);
    if (!passWeek(registrationMargin, a, escape)) continue;
    employee.weekRegistered[a] = week;
    employee.platformUtility[a] = Math.min(
      1,
      parameters.startUtility +
        (isMember ? parameters.memberUtilityBonus : 0) +
        parameters.useCaseUtility * firm.useCaseKnowledge[0],
    );
    registrations++;
  }
  return registrations;
}

/** The weekly pull from outside and from a campaign at a level, more where sponsors support it. */
export function outsidePull(
  { externalProb, campaignProb }: Parameters,
  campaign: number,
  support: number,
): { readonly outside: number; readonly campaign: number } {
  const room = SUPPORT_BASE + support;
  return { outside: externalProb * room, campaign: campaignProb * campaign * room };
}

/** Pull from outside and from campaigns, by cell, more where sponsors support it. */
function externalHazard(world: World): Float64Array {
  const { parameters } = world.spec;
  const { cellUnit } = world.organisation;
  const { support } = world.state.unit;
  return world.scratch.campaign.map(
    (campaign, cell) =>
      (parameters.externalProb + parameters.campaignProb * campaign) *
      (SUPPORT_BASE + support[cellUnit[cell]]),
  );
}

/** Ties see this week's new users next week, and no longer last week's. */
function pushNewUsers(world: World, week: number): void {
  if (world.spec.company.ties.kind === "complete") return;
  const { weekRegistered } = world.state.employee;
  for (let a = 0; a < weekRegistered.length; a++) {
    if (weekRegistered[a] === week) pushNewUser(world, a, 1);
    else if (weekRegistered[a] === week - 1) pushNewUser(world, a, -1);
  }
}
