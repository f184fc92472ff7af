/** What weeks leave behind, as JSON; to be run with --expose-gc: bytes a week by plan and size. */
import { createWorld, step, type World } from "../../engine/index.ts";
import { benchSpecs } from "./specs.ts";

const SIZES = [1000, 8000];
const WARM_WEEKS = 156;
const WEEKS = 156;

/** Bytes that are still in use after a full collection: objects, and what typed arrays hold. */
function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes taken so far on the heap, until something is collected. */
function bytesTaken(): number {
  return process.memoryUsage().heapUsed;
}

/** The least a week takes of the heap: on a busy machine it is long before the compiler is done with the engine. */
function takenByWeek(world: World): number {
  let least = Infinity;
  for (let week = 0; week < WEEKS; week++) {
    const before = bytesTaken();
    step(world);
    const taken = bytesTaken() - before;
    // Less than nothing: something was collected meanwhile.
    if (taken > 0) least = Math.min(least, taken);
  }
  return least;
}

const plans = SIZES.flatMap((employees) =>
  benchSpecs(employees, WARM_WEEKS + WEEKS).map(({ name, spec }) => {
    const world = createWorld(spec);
    for (let week = 0; week < WARM_WEEKS; week++) step(world);
    const before = bytesInUse();
    const takenPerWeek = takenByWeek(world);
    return { name, employees, takenPerWeek, keptPerWeek: (bytesInUse() - before) / WEEKS };
  }),
);
console.log(JSON.stringify(plans));
