/** The past of a run up to a week's boundary: the same for all plans that agree until then, so that any of them goes on from it. */
import { everyColumnOf, layOut, NEVER, stateBytes, type Lengths, type State } from "./columns.ts";
import { layWorld } from "./creation.ts";
import type { Intervention } from "./interventions.ts";
import { endPlan } from "./processes/sponsors.ts";
import type { RunSpec } from "./spec.ts";
import type { Ground, World } from "./world.ts";

/** Interventions of a plan in canonical order that have been asked for at the boundary before a week. */
export function countPast(plan: readonly Intervention[], week: number): number {
  let count = 0;
  while (count < plan.length && plan[count].week < week) count++;
  return count;
}

/**
 * Everything that outlives a week, without the interventions that are not due yet: byte for byte the state of the
 * world of any other plan whose interventions before this week are the same. At most world.buffer.byteLength bytes.
 */
export function savePast(world: World): ArrayBuffer {
  const lengths = lengthsNow(world);
  const past = new ArrayBuffer(stateBytes(lengths));
  copyState(world.state, layOut(past, lengths));
  return past;
}

/** The bytes that savePast would take. */
export function pastBytes(world: World): number {
  return stateBytes(lengthsNow(world));
}

/**
 * A world at the boundary of `week`, where `past` was saved; up to then its plan must be that of the world saved, and
 * all else of its spec the same. It writes the ground's scratch: of all worlds on one ground, step one at a time.
 * Throws a RangeError at a past of another length.
 */
export function resumeWorld(ground: Ground, spec: RunSpec, week: number, past: ArrayBuffer): World {
  const world = layWorld(ground, spec);
  const places = countPast(world.plan, week);
  const lengths = pastLengths(world, places);
  if (past.byteLength !== stateBytes(lengths))
    throw new RangeError(`past of another world; ${past.byteLength} bytes instead of ${stateBytes(lengths)}`);
  copyState(layOut(past, lengths), world.state);
  const cancelled = world.state.firm.cancelledWeek[0];
  if (cancelled !== NEVER) endPlan(world, places, cancelled);
  return world;
}

function lengthsNow(world: World): Lengths {
  return pastLengths(world, countPast(world.plan, world.state.firm.week[0]));
}

function pastLengths({ lengths }: World, places: number): Lengths {
  return { ...lengths, intervention: places };
}

/** Copies every column; of the interventions, as many as both have. */
function copyState(from: State, to: State): void {
  const targets = everyColumnOf(to);
  everyColumnOf(from).forEach((source, i) => targets[i].set(source.subarray(0, targets[i].length)));
}
