/** How far a plan has come: the status of its interventions, and which of them are live. */
import type { Action, Intervention, Scope } from "./interventions.ts";
import { cellInScope, unitInScope } from "./scope.ts";
import type { World } from "./world.ts";

/** Values of intervention.status. */
export const STATUS = { future: 0, inReview: 1, waiting: 2, live: 3, over: 4 } as const;

/** The live interventions of a kind, in canonical order. */
export function liveActions<K extends Action["kind"]>(world: World, kind: K): (Intervention & { kind: K })[] {
  const { status } = world.state.intervention;
  return world.plan.filter((item, i) => item.kind === kind && status[i] === STATUS.live) as (Intervention & {
    kind: K;
  })[];
}

export function isPlatformLive(world: World): boolean {
  const { status } = world.state.intervention;
  for (let i = 0; i < world.plan.length; i++)
    if (world.plan[i].kind === "platform" && status[i] === STATUS.live) return true;
  return false;
}

/** Whether an intervention concerns a cell: in its scope, and not cut off by a later stop within a scope. */
export function reachesCell(world: World, i: number, cell: number): boolean {
  const { organisation, plan } = world;
  if (!cellInScope(organisation, plan[i].scope, cell)) return false;
  return !plan.some((item, j) => isCut(world, i, j) && cellInScope(organisation, item.scope, cell));
}

/** Whether an intervention concerns a unit; a stop cuts off whole units only. */
export function reachesUnit(world: World, i: number, unit: number): boolean {
  const { plan } = world;
  if (!unitInScope(plan[i].scope, unit)) return false;
  const isWhole = (scope: Scope | undefined): boolean => !scope?.roles && !scope?.sites;
  return !plan.some((item, j) => isCut(world, i, j) && isWhole(item.scope) && unitInScope(item.scope, unit));
}

/** Whether item j is a stop within a scope, in force, of item i's kind and after it. */
function isCut(world: World, i: number, j: number): boolean {
  const item = world.plan[j];
  if (j <= i || item.kind !== "stop" || !item.scope || item.what !== world.plan[i].kind) return false;
  return world.state.intervention.status[j] === STATUS.live;
}

/** Places in the plan of the live interventions of a kind. */
export function livePlaces(world: World, kind: Action["kind"]): number[] {
  const { status } = world.state.intervention;
  const places: number[] = [];
  for (let i = 0; i < world.plan.length; i++)
    if (status[i] === STATUS.live && world.plan[i].kind === kind) places.push(i);
  return places;
}
