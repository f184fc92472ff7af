/** Spreading: those who change take their next status; two ways for their colleagues to know of it. */
import { STATUS } from "./columns.ts";
import type { AdoptProcess, AdoptWorld } from "./world.ts";

/** Whoever becomes engaged, or stops, tells all colleagues: work only where something changed. */
export const pushing: AdoptProcess = {
  name: "pushing",
  writes: ["status", "engagedTies"],
  run(world) {
    const { status, engagedTies } = world.state;
    const { offsets, neighbours } = world.company;
    const { changing, changeCount, touched } = world.scratch;
    const { trial, engaged, lapsed } = STATUS;
    const count = changeCount[0];
    // The rows lie far apart: read first, with nothing to do between, they come from memory side by side.
    let row = 0;
    for (let i = 0; i < count; i++) row ^= neighbours[offsets[changing[i]]];
    touched[0] = row;
    for (let i = 0; i < count; i++) {
      const a = changing[i];
      const now = status[a];
      status[a] = now === lapsed ? trial : now + 1;
      const change = now === trial ? 1 : now === engaged ? -1 : 0;
      if (change === 0) continue;
      const end = offsets[a + 1];
      for (let tie = offsets[a]; tie < end; tie++) engagedTies[neighbours[tie]] += change;
    }
  },
};

/** Everybody counts engaged colleagues anew, as a sum of bytes: the oracle of the pushed counts. */
export const pulling: AdoptProcess = {
  name: "pulling",
  writes: ["status", "engagedTies"],
  run(world) {
    const { status } = world.state;
    const { isEngaged, changing, changeCount } = world.scratch;
    const count = changeCount[0];
    for (let i = 0; i < count; i++) {
      const a = changing[i];
      const now = status[a];
      status[a] = now === STATUS.lapsed ? STATUS.trial : now + 1;
      isEngaged[a] = now === STATUS.trial ? 1 : 0;
    }
    countEngaged(world);
  },
};

function countEngaged(world: AdoptWorld): void {
  const { engagedTies } = world.state;
  const { offsets, neighbours } = world.company;
  const { isEngaged } = world.scratch;
  for (let a = 0; a < engagedTies.length; a++) {
    const end = offsets[a + 1];
    let sum = 0;
    for (let tie = offsets[a]; tie < end; tie++) sum += isEngaged[neighbours[tie]];
    engagedTies[a] = sum;
  }
}
