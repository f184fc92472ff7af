/** A frozen loop of the model's kind (keyed draws and drifts over columns), against which weeks are timed; it must never change. */

const PEOPLE = 4000;
const MIX_A = 0x21f0aaad;
const MIX_B = 0x735a2d97;

export interface Reference {
  readonly exposure: Float64Array;
  readonly habit: Float32Array;
  readonly windows: Uint16Array;
}

export function makeReference(): Reference {
  return {
    exposure: new Float64Array(PEOPLE).fill(0.5),
    habit: new Float32Array(PEOPLE).fill(0.5),
    windows: new Uint16Array(PEOPLE),
  };
}

/** One round over everybody; returns what happened, so that nothing can be left out. */
export function sweepReference({ exposure, habit, windows }: Reference, round: number): number {
  const key = Math.imul(round + 1, 0x9e3779b1);
  let events = 0;
  for (let a = 0; a < PEOPLE; a++) {
    let h = a ^ key;
    h = Math.imul(h ^ (h >>> 16), MIX_A);
    h = Math.imul(h ^ (h >>> 15), MIX_B);
    h = (h ^ (h >>> 15)) >>> 0;
    const e = exposure[a] + 0.1 * (h / 4294967296 - exposure[a]);
    exposure[a] = e;
    const happens = e < habit[a] ? 1 : 0;
    habit[a] += 0.01 * (e - habit[a]);
    windows[a] = ((windows[a] << 1) & 8191) | happens;
    events += happens;
  }
  return events;
}
