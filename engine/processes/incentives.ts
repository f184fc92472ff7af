/** Incentives: rewards for asking and posting that wear off, and leave less than they found. */
import { NEVER } from "../columns.ts";
import { exp, log } from "../math.ts";
import type { Intervention, Scope } from "../interventions.ts";
import { noteNeeds } from "../kept.ts";
import { cellInScope, scopeHolds } from "../scope.ts";
import type { World } from "../world.ts";
import { cutWeek, STATUS } from "../progress.ts";

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
  const { contributionOdds } = world.scratch;
  for (let i = 0; i < world.plan.length; i++) {
    const item = world.plan[i];
    if (item.kind !== "incentive" || world.state.intervention.weekLive[i] === NEVER) continue;
    for (let cell = 0; cell < contributionOdds.length; cell++)
      if (cellInScope(world.organisation, item.scope, cell))
        contributionOdds[cell] *= oddsOf(world, i, item.strength, cell, week);
  }
}

/** The factor of one incentive in a cell of its scope: while it runs, and after it ended or was cut off there. */
function oddsOf(world: World, i: number, strength: number, cell: number, week: number): number {
  const { status, weekLive, weekOver } = world.state.intervention;
  const { incentiveHalfLife, incentiveHangover } = world.spec.parameters;
  const cut = cutWeek(world, i, cell);
  const isOver = status[i] === STATUS.over;
  if (!isOver && cut === NEVER) return incentiveOdds(strength, week - weekLive[i], incentiveHalfLife);
  const end = cut === NEVER ? weekOver[i] : isOver ? Math.min(cut, weekOver[i]) : cut;
  return hangoverOdds(strength, week - end, incentiveHangover);
}

/** Autonomy is lost where an incentive is taken away: everywhere, or where a stop within a scope cuts it off. */
export function endIncentive(world: World, item: Intervention & { kind: "incentive" }, within?: Scope): void {
  const { autonomy } = world.state.employee;
  const loss = world.spec.parameters.incentiveAutonomyLoss * item.strength;
  for (let a = 0; a < autonomy.length; a++)
    if (scopeHolds(world.organisation, item.scope, a) && scopeHolds(world.organisation, within, a)) {
      autonomy[a] = Math.max(-1, autonomy[a] - loss);
      noteNeeds(world.scratch.isNeedy, a);
    }
}
