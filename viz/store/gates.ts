/** When sponsors end a programme or cut its funding, run by run; runs are looked at once. */
import { createRunning } from "./running.ts";
import { columnOf, type Sample } from "./sample.ts";

/** Weeks of the runs in which it happened; those without are missing. */
export interface Gates {
  readonly cancelled: number[];
  readonly cut: number[];
}

/** Less than all that is asked, beyond rounding. */
const FULL = 1 - 1e-9;

/** Gates of one plan over a sample's runs. */
export function createGates(): (sample: Sample, plan: number) => Gates {
  const running = createRunning<Gates>(() => ({ cancelled: [], cut: [] }));
  return (sample, plan) =>
    running([sample.plans[plan], sample.weeks], sample.replicates, (state, from, to) => {
      for (let i = from; i < to; i++) {
        const cancelled = columnOf(sample, plan, "isCancelled", i).findIndex((value) => value > 0);
        const cut = columnOf(sample, plan, "funding", i).findIndex((value) => value < FULL);
        if (cancelled >= 0) state.cancelled.push(cancelled);
        // What ends it is no cut.
        if (cut >= 0 && cut !== cancelled) state.cut.push(cut);
      }
    });
}
