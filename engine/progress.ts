/** How far a plan has come: the status of its interventions, and which of them are live. */
import { NEVER } from "./columns.ts";
import type { Action, Intervention } from "./interventions.ts";
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
  return cellInScope(world.organisation, world.plan[i].scope, cell) && cutWeek(world, i, cell) === NEVER;
}

/** The week in which a stop within a scope cut a cell off a wider intervention; NEVER if none did. */
export function cutWeek(world: World, i: number, cell: number): number {
  const { organisation, plan } = world;
  for (let j = i + 1; j < plan.length; j++)
    if (isCut(world, i, j) && cellInScope(organisation, plan[j].scope, cell))
      return world.state.intervention.weekLive[j];
  return NEVER;
}

/** By cell, 1 where any of some interventions reaches. */
export function cellsReached(world: World, places: readonly number[]): Uint8Array {
  return Uint8Array.from(world.organisation.cellUnit, (_, cell) =>
    places.some((i) => reachesCell(world, i, cell)) ? 1 : 0,
  );
}

/** Whether an intervention concerns a unit; a stop cuts off whole units only. */
export function reachesUnit(world: World, i: number, unit: number): boolean {
  const { plan } = world;
  if (!unitInScope(plan[i].scope, unit)) return false;
  for (let j = i + 1; j < plan.length; j++) {
    const { scope } = plan[j];
    if (isCut(world, i, j) && !scope?.roles && !scope?.sites && unitInScope(scope, unit)) return false;
  }
  return true;
}

/** Whether item j is a stop within a scope, in force, of the kind of an earlier item i. */
function isCut(world: World, i: number, j: number): boolean {
  const item = world.plan[j];
  if (item.kind !== "stop" || !item.scope || item.what !== world.plan[i].kind) return false;
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
