/** Attention: whatever is under review or younger than half a year competes for a unit's attention. */
import { NEVER } from "../columns.ts";
import type { ActionKind } from "../interventions.ts";
import type { World } from "../world.ts";
import { reachesUnit, STATUS } from "../progress.ts";

/** Load of each kind while it is under review or young (grade D: an assumption). */
const LOAD: Partial<Record<ActionKind, number>> = {
  platform: 1,
  campaign: 0.3,
  council: 0.2,
  center: 0.2,
  tribe: 0.4,
};
const COMMUNITY_LOAD = 0.1;
const COMMUNITIES_LOAD_MAX = 0.6;
const YOUNG_WEEKS = 26;

/** Share of its attention a unit has left for each intervention, in (0, 1]; 1 at a load of at most 1. */
export function attentionOf(world: World, unit: number, week: number): number {
  const { status, weekLive } = world.state.intervention;
  let load = Math.min(COMMUNITIES_LOAD_MAX, COMMUNITY_LOAD * youngCommunities(world, unit, week));
  for (let i = 0; i < world.plan.length; i++) {
    const item = world.plan[i];
    const weight = LOAD[item.kind];
    if (weight === undefined || !reachesUnit(world, i, unit)) continue;
    const isYoung = status[i] === STATUS.live && week - weekLive[i] < YOUNG_WEEKS;
    if (isYoung || status[i] === STATUS.inReview) load += weight;
  }
  return Math.min(1, 1 / load);
}

/** The plan's communities under review or young whose scope reaches into a unit. */
function youngCommunities(world: World, unit: number, week: number): number {
  const { community } = world.state;
  const { unitScopeStart, unitScopes } = world.organisation;
  let young = 0;
  for (let k = unitScopeStart[unit]; k < unitScopeStart[unit + 1]; k++) {
    const c = unitScopes[k];
    const isUnderReview = community.reviewEnds[c] > week;
    const opened = community.weekOpened[c];
    if (isUnderReview || (opened !== NEVER && community.isLive[c] && week - opened < YOUNG_WEEKS)) young++;
  }
  return young;
}
