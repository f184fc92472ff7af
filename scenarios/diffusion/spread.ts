/** Adoption by the engine's registration alone: a quiet company in which people register and nothing else happens. */
import {
  createWorld,
  parametersWith,
  runKey,
  step,
  STREAM,
  uniform,
  weekKey,
  type Parameters,
  type TieSpec,
} from "../../engine/index.ts";
import { NEVER as NOT_REGISTERED } from "../../engine/columns.ts";
import { escapeProb } from "../../engine/contagion.ts";
import { binomialQuantile } from "./binomial.ts";
import { NO_CONTAGION } from "./likelihood.ts";
import { countPeriods, NEVER } from "./series.ts";

/**
 * A platform from week 0 on, which everybody who registered visits for ever; nobody comes or goes, nobody is
 * resistant or distracted, sponsors (who scale the pull from outside) stay as they are, no other process has
 * anything to do. A week is a period; who has registered is active from the period after.
 */
export const QUIET: Partial<Parameters> = {
  platformReviewWeeks: 0,
  noveltyStart: 1,
  noveltyKeep: 1,
  turnoverPerYear: 0,
  resistantShare: 0,
  isAttentionOn: 0,
  isGateOn: 0,
  sponsorDrift: 0,
  problemProb: 0,
  projectsPerThousand: 0,
  postProb: 0,
  keenFoundingProb: 0,
  platformFoundingProb: 0,
  externalProb: 0,
  imitationProb: 0,
  inviteProb: 0,
};

export interface Spreading {
  readonly people: number;
  readonly ties: TieSpec;
  /** The kernel's: what is missing is 0. */
  readonly parameters: Partial<Parameters>;
  /** Probability from outside by period, in place of externalProb. */
  readonly outside?: ArrayLike<number>;
  /** 1 … 1040. */
  readonly periods: number;
  readonly seed: readonly [number, number];
  readonly replicate: number;
}

/** Lets adoption spread through the engine's own weeks; the period each person adopts in, NEVER for none. */
export function spreadAdoption(spreading: Spreading): Int32Array {
  const { people, ties, outside, periods, seed, replicate } = spreading;
  const parameters = parametersWith({ ...QUIET, ...spreading.parameters });
  const world = createWorld({
    company: { employeeCount: people, ties, roleCount: 1, salesLikeRole: -1 },
    parameters,
    plan: [{ week: 0, kind: "platform" }],
    shocks: [],
    weeks: periods,
    seed,
    replicate,
  });
  for (let t = 0; t < periods; t++) {
    const spec = outside
      ? { ...world.spec, parameters: { ...parameters, externalProb: outside[t] } }
      : world.spec;
    step({ ...world, spec });
  }
  return Int32Array.from(world.state.employee.weekRegistered, (week) =>
    week === NOT_REGISTERED ? NEVER : week,
  );
}

/**
 * Adoptions a period. In a crowd where everybody sees everybody all who are left have the same chance, so their number
 * is drawn at once: a market of millions costs no more than one of ten; such a crowd knows externalProb and
 * imitationProb only.
 */
export function spreadCounts(spreading: Spreading): Float64Array {
  if (spreading.ties.kind !== "complete") return countPeriods(spreadAdoption(spreading), spreading.periods);
  const { people, parameters, outside, periods, seed, replicate } = spreading;
  const rule = { ...NO_CONTAGION, imitation: parameters.imitationProb ?? 0 };
  const run = runKey(seed, replicate);
  let before = 0;
  return Float64Array.from({ length: periods }, (_, t) => {
    const spontaneous = outside ? outside[t] : (parameters.externalProb ?? 0);
    const escape = escapeProb(rule, spontaneous, before, people, 0, 0);
    const u = uniform(0, weekKey(run, STREAM.registration, 0, t));
    const count = binomialQuantile(people - before, 1 - escape, u);
    before += count;
    return count;
  });
}
