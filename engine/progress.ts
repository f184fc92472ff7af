/** How far a plan has come: the status of its interventions, and which of them are live. */
import type { Action, Intervention } from "./interventions.ts";
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
