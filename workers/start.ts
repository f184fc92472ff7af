/** The start that all plans of a replicate have in common: made for the first of them, and copied for the others. */
import {
  createWorld,
  groundOf,
  resumeWorld,
  savePast,
  type Ground,
  type RunSpec,
  type World,
  type WorldOptions,
} from "../engine/index.ts";

/** Of a larger world no copy is kept: at 1,000,000 employees two would not fit into 2 GB. */
const START_BYTES = 2 ** 26;

interface Start {
  readonly ground: Ground;
  readonly saved: ArrayBuffer;
}

/** Makes worlds at week 0 of specs that differ in the plan alone; of these, step one at a time. */
export function createStarter(options: WorldOptions): (spec: RunSpec) => World {
  let start: Start | undefined;
  return (spec) => {
    if (start !== undefined) return resumeWorld(start.ground, spec, 0, start.saved);
    const world = createWorld(spec, options);
    if (world.buffer.byteLength <= START_BYTES) start = { ground: groundOf(world), saved: savePast(world) };
    return world;
  };
}
