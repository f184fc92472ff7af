/** Synthetic companies whose assumptions are known, fitted as if they were one's own: what the posteriors make of them. */
import {
  MEASURE_INDEX,
  MEASURES,
  run,
  runKey,
  runTwin,
  uniform,
  type Trace,
  type Twin,
} from "../../../engine/index.ts";
import type { EvaluatePlans, Factor, PairedTask, Setting } from "../../../scenarios/index.ts";
import { binomialQuantile } from "../../../scenarios/diffusion/binomial.ts";
import { designKey } from "../../../scenarios/designs/draws.ts";
import { fitTo, type FittingOptions } from "../../../scenarios/calibration/fitting.ts";
import { simulatorOf, type OwnData } from "../../../scenarios/calibration/own-data.ts";
import type { Trial } from "../../../scenarios/calibration/ranks.ts";
import { settingOf, specOf } from "../evaluation.ts";

/** How a platform spreads: three parameters that weekly counts can tell. */
export const FACTORS: readonly Factor[] = [
  { name: "externalProb", low: 0.002, high: 0.05, scale: "log" },
  { name: "imitationProb", low: 0.02, high: 0.4, scale: "log" },
  { name: "campaignProb", low: 0.02, high: 0.5, scale: "log" },
];

/** A fast platform is live from week 12 on. */
const FIRST_WEEK = 12;
const WEEKS = 44;
const PEOPLE = 400;

export const SETTING: Setting = settingOf(
  {
    weeks: WEEKS,
    plans: [
      {
        id: "platform",
        name: "Platform",
        interventions: [
          { week: 0, kind: "platform", fast: true },
          { week: 12, kind: "campaign", weeks: 6, intensity: 1 },
        ],
      },
    ],
  },
  150,
);

const weeks = Array.from({ length: WEEKS - FIRST_WEEK + 1 }, (_, i) => i + FIRST_WEEK);

/** Registered and weekly active people, seen every week; the values come from the trial. */
export function dataOf(values: Float64Array = new Float64Array(2 * weeks.length)): OwnData {
  return {
    plan: 0,
    series: (["registeredShare", "weeklyActiveShare"] as const).map((measure, i) => ({
      measure,
      weeks,
      values: values.slice(i * weeks.length, (i + 1) * weeks.length),
    })),
  };
}

/**
 * A toy in the engine's place: 400 people of whom each registers by itself, at a campaign, or because of the share that
 * has, as Bass's curve wants it, with the luck of its replicate; half of them visit.
 */
export const toyEvaluation: EvaluatePlans = (tasks, keep) =>
  Promise.resolve(
    tasks.map(({ spec: { parameters, replicate, weeks: last } }) => {
      const key = runKey([23, 29], replicate);
      const columns = new Float64Array(MEASURES.length * (last + 1));
      let registered = 0;
      for (let week = FIRST_WEEK; week <= last; week++) {
        const campaign = week < FIRST_WEEK + 6 ? parameters.campaignProb : 0;
        const imitation = (parameters.imitationProb * registered) / PEOPLE;
        const prob = 1 - (1 - parameters.externalProb) * (1 - campaign) * (1 - imitation);
        registered += binomialQuantile(PEOPLE - registered, prob, uniform(2 * week, key));
        const active = binomialQuantile(registered, 0.5, uniform(2 * week + 1, key));
        columns[MEASURE_INDEX.registeredShare * (last + 1) + week] = registered / PEOPLE;
        columns[MEASURE_INDEX.weeklyActiveShare * (last + 1) + week] = active / PEOPLE;
      }
      return [keep({ weeks: last, columns } as Trace)];
    }),
  );

/** The engine on this thread, every run once: trials share pilots. The twin enters money only, which nobody looks at. */
export function rememberingEvaluation(setting: Setting): EvaluatePlans {
  const known = new Map<string, unknown[]>();
  let twin: Twin | undefined;
  return (tasks, keep) =>
    Promise.resolve(
      tasks.map((task: PairedTask) => {
        const key = JSON.stringify([task.spec.parameters, task.spec.replicate, task.spec.seed]);
        const found = known.get(key);
        if (found) return found as ReturnType<typeof keep>[];
        const kept = task.plans.map((plan) => {
          const spec = specOf(setting, task, plan);
          twin ??= runTwin(spec);
          return keep(run(spec, { twin }));
        });
        known.set(key, kept);
        return kept;
      }),
    );
}

export const OPTIONS: Omit<FittingOptions, "seed"> = {
  pilots: 300,
  particles: 150,
  lucks: 100_000,
  runs: 4000,
  leastAcceptance: 0.08,
};

/** One synthetic company, its truth drawn from the priors and its luck from none that the fit uses. */
export async function trialOf(
  i: number,
  evaluate: EvaluatePlans,
  options: Partial<FittingOptions> = {},
): Promise<Trial> {
  const key = designKey("synthetic companies", "truths", i);
  const truth = Float64Array.from(FACTORS, (_, j) => uniform(j, key));
  const simulator = simulatorOf(SETTING, FACTORS, dataOf(new Float64Array(2 * weeks.length)), evaluate);
  const [observed] = await simulator.simulate([{ point: truth, luck: OPTIONS.lucks + i }]);
  const { posterior } = await fitTo(observed, simulator, { ...OPTIONS, ...options, seed: "recovery" });
  return { truth, posterior };
}
