/** Weeks of the model timed against the reference in lockstep: of every week the least time over some rounds. */
import { createWorld, step, type RunSpec } from "../../engine/index.ts";
import { makeReference, sweepReference } from "./reference.ts";

/** Reference rounds a week: about as long as a quiet week of 2,000 employees. */
const SWEEPS = 2;

/**
 * How many times as long as the reference the weeks of `copies` equal worlds take. Both alternate week by week, and of
 * each week the least time counts: what else the machine does falls out as long as one round of a week is undisturbed.
 */
export function ratioOf(spec: RunSpec, rounds: number, copies = 1): number {
  const weekMs = new Float64Array(spec.weeks).fill(Infinity);
  const referenceMs = new Float64Array(spec.weeks).fill(Infinity);
  let events = 0;
  for (let round = 0; round < rounds; round++) {
    const worlds = Array.from({ length: copies }, () => createWorld(spec));
    const reference = makeReference();
    for (let week = 0; week < spec.weeks; week++) {
      const start = performance.now();
      for (const world of worlds) step(world);
      const stepped = performance.now();
      for (let sweep = 0; sweep < SWEEPS; sweep++) events += sweepReference(reference, SWEEPS * week + sweep);
      const end = performance.now();
      weekMs[week] = Math.min(weekMs[week], stepped - start);
      referenceMs[week] = Math.min(referenceMs[week], end - stepped);
    }
  }
  if (events === 0) throw new Error("reference did nothing");
  return sumOf(weekMs) / sumOf(referenceMs);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
