/** Incentives: rewards for asking and posting that wear off, and leave less than they found. */
import { NEVER } from "../columns.ts";
import { exp, log } from "../math.ts";
import type { Intervention } from "../interventions.ts";
import { scopeHolds } from "../scope.ts";
import type { World } from "../world.ts";
import { reachesCell, STATUS } from "../progress.ts";

/** Weeks in which the loss after an incentive heals. */
const HANGOVER_WEEKS = 26;
const LOG_HALF = log(0.5);

/** Factor on the odds of asking and posting `age` weeks after an incentive began. */
export function incentiveOdds(strength: number, age: number, halfLife: number): number {
  return 1 + strength * exp((LOG_HALF * age) / halfLife);
}

/** Factor on the same odds `age` weeks after it was removed. */
export function hangoverOdds(strength: number, age: number, hangover: number): number {
  return Math.max(0, 1 - hangover * strength * Math.max(0, 1 - age / HANGOVER_WEEKS));
}

/** A probability whose odds are multiplied by a factor ≥ 0. */
export function multiplyOdds(p: number, factor: number): number {
  if (factor === 1) return p;
  return factor === 0 ? 0 : (p * factor) / (1 - p + p * factor);
}

export function setIncentives(world: World, week: number): void {
  const { status, weekLive, weekOver } = world.state.intervention;
  const { incentiveHalfLife, incentiveHangover } = world.spec.parameters;
  const { contributionOdds } = world.scratch;
  for (let i = 0; i < world.plan.length; i++) {
    const item = world.plan[i];
    if (item.kind !== "incentive") continue;
    let factor = 1;
    if (status[i] === STATUS.live)
      factor = incentiveOdds(item.strength, week - weekLive[i], incentiveHalfLife);
    if (status[i] === STATUS.over && weekLive[i] !== NEVER)
      factor = hangoverOdds(item.strength, week - weekOver[i], incentiveHangover);
    if (factor === 1) continue;
    for (let cell = 0; cell < contributionOdds.length; cell++)
      if (reachesCell(world, i, cell)) contributionOdds[cell] *= factor;
  }
}

/** Autonomy is lost when an incentive is taken away. */
export function endIncentive(world: World, item: Intervention & { kind: "incentive" }): void {
  const { autonomy } = world.state.employee;
  const loss = world.spec.parameters.incentiveAutonomyLoss * item.strength;
  for (let a = 0; a < autonomy.length; a++)
    if (scopeHolds(world.organisation, item.scope, a)) autonomy[a] = Math.max(-1, autonomy[a] - loss);
}
