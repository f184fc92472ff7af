/** Adoption: what everybody sees, knows and likes moves a little, then one draw decides who takes the next step. */
import { draw, TWO32 } from "../../../../engine/random.ts";
import { STATUS } from "./columns.ts";
import { tickKey, type AdoptProcess, type AdoptWorld } from "./world.ts";

export const adoption: AdoptProcess = {
  name: "adoption",
  writes: ["e", "k", "s", "g", "v"],
  run: adoptEverybody,
};

/** The model's coefficients stand where they are used, as in its definition. */
function adoptEverybody(world: AdoptWorld, tick: number): void {
  const { status, engagedTies, doubles: column } = world.state;
  const { perTie, changing, changeCount } = world.scratch;
  const key = tickKey(world.company, tick);
  // V8 loads what is imported at every agent, and adds a key it doesn't know for an integer as a double.
  const { none, trial, engaged } = STATUS;
  const scale = TWO32;
  const k0 = key.k0 | 0;
  const k1 = key.k1 | 0;
  const n = status.length;
  const K = n;
  const S = 2 * n;
  const G = 3 * n;
  const V = 4 * n;
  let count = 0;
  for (let a = 0; a < n; a++) {
    const f = engagedTies[a] * perTie[a];
    const lastE = column[a];
    const lastK = column[K + a];
    const lastS = column[S + a];
    const e = lastE + 0.1 * (f - lastE);
    const k = lastK + 0.01 * (e * (1 - lastK));
    const s = lastS + 0.08 * (e * k - lastS);
    const g = 0.9 * column[G + a] + 0.1 * (f * (1 - s));
    column[a] = e;
    column[K + a] = k;
    column[S + a] = s;
    column[G + a] = g;
    const now = status[a];
    let prob: number;
    if (now === none) prob = 0.0004 + 0.25 * f;
    else if (now === trial) prob = 0.05 + 0.3 * e;
    else if (now === engaged) {
      column[V + a] += e * k;
      prob = 0.01 * (1 - s) + 0.02 * g;
    } else prob = 0.002 + 0.05 * f;
    if (draw(a, k0, k1) < prob * scale) changing[count++] = a;
  }
  changeCount[0] = count;
}
