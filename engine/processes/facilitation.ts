/** Facilitation: experts and coaches help communities along, within the time they have. */
import { liveActions } from "../progress.ts";
import type { Process } from "../process.ts";
import type { World } from "../world.ts";

/** Values of employee.champion. */
export const CHAMPION = { none: 0, connector: 1, coach: 2, curator: 3 } as const;
const USE_CASE_MID = 0.5;

export const facilitation: Process = {
  name: "facilitation",
  writes: ["firm.facilitation"],
  run(world) {
    const { firm, community } = world.state;
    const { parameters } = world.spec;
    const { championsByKind } = world.scratch;
    countChampions(world);
    const effect = championEffect(world);
    world.scratch.championEffect[0] = effect;
    let communities = 0;
    for (let c = 0; c < community.isLive.length; c++) communities += community.isLive[c];
    const knowledge = 1 + parameters.useCaseFacilitation * (firm.useCaseKnowledge[0] - USE_CASE_MID);
    const supply =
      parameters.expertSupport * fundedExperts(world) * knowledge +
      parameters.coachSupport * championsByKind[CHAMPION.coach] * effect;
    const base = parameters.facilitationBase;
    firm.facilitation[0] = communities === 0 ? 1 : Math.min(1, base + ((1 - base) * supply) / communities);
  },
};

/** Experts of the center that the funding pays for. */
export function fundedExperts(world: World): number {
  let experts = 0;
  for (const center of liveActions(world, "center")) experts += center.experts;
  return experts * world.state.firm.funding[0];
}

/** Role clarity times the share of champions whom the experts can support; 0 without a tribe. */
export function championEffect(world: World): number {
  let clarity = 0;
  for (const tribe of liveActions(world, "tribe")) clarity = Math.max(clarity, tribe.roleClarity);
  const champions = world.state.firm.champions[0];
  if (champions === 0) return clarity;
  const supported = world.spec.parameters.championsPerExpert * Math.max(1, fundedExperts(world));
  return clarity * Math.min(1, supported / champions);
}

/** Counts the champions by kind, and marks the communities with a curator in their scope. */
function countChampions(world: World): void {
  const { championsByKind, hasCurator } = world.scratch;
  hasCurator.fill(0);
  championsByKind.fill(0);
  if (world.state.firm.champions[0] === 0) return;
  const { champion } = world.state.employee;
  const { scope } = world.organisation;
  for (let a = 0; a < champion.length; a++) {
    if (champion[a] === CHAMPION.none) continue;
    championsByKind[champion[a]]++;
    if (champion[a] === CHAMPION.curator) hasCurator[scope[a]] = 1;
  }
}
