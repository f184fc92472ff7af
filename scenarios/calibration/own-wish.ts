/** How much work a fit to one's own weeks may be. */
import type { Factor } from "../designs/factors.ts";
import type { Study } from "../studies/study.ts";

export interface OwnWish {
  /** At most, for each model. */
  readonly runs: number;
  /** Points of the posterior. */
  readonly particles: number;
  /** Runs of the bands. */
  readonly draws: number;
}

export const OWN_USUAL: OwnWish = { runs: 4000, particles: 200, draws: 200 };

/** The assumption that is contagion. */
export const IMITATION = "imitationProb";

/** Whether imitation is asked about, and something is left without it. */
export function asksContagion(factors: readonly Pick<Factor, "name">[]): boolean {
  return factors.length > 1 && factors.some(({ name }) => name === IMITATION);
}

/** Runs a fit asks for at most: both models' and the bands'. */
export function mostRuns({ factors }: Study, { runs, draws }: OwnWish): number {
  return (asksContagion(factors) ? 2 : 1) * runs + draws;
}
