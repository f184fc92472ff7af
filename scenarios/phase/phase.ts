/** The phase of victory: where in the plausible space problems first beats platform first, and what decides it. */
import { PARAMETERS, type Parameters, type Trace } from "../../engine/index.ts";
import { log, normalQuantile } from "../../engine/math.ts";
import { runsOf } from "../designs/design.ts";
import type { Factor } from "../designs/factors.ts";
import { hypercubeDesign } from "../designs/hypercube.ts";
import { npvPerHead, pairedTask, type EvaluatePlans, type Setting } from "../paired.ts";
import { PLAUSIBLE_FACTORS } from "../plausible.ts";
import { sizedPlan } from "../sizing.ts";
import { meanEstimate, type Estimate } from "../student.ts";
import { wilson } from "../wilson.ts";

/** Problems first, then its rivals: the platform alone, and the same five interventions with the platform first. */
const PLANS = ["problems-first", "platform-first", "same-platform-first"] as const;
export type PhaseRival = "platform-first" | "same-platform-first";

export interface PhaseOptions {
  /** Points of the Latin hypercube, 1 to 100,000. */
  readonly points: number;
  /** Replicates of each point, the same ones at every point. */
  readonly runs: number;
  /** What varies; default the plausible space. */
  readonly factors?: readonly Factor[];
}

/** Where the three plans stand at one point. */
export interface PhasePoint {
  /** The assumptions varied, by name. */
  readonly values: Readonly<Record<string, number>>;
  /** Problems first less the rival, net present value a head in USD: mean over replicates, interval of 95%. */
  readonly leads: Readonly<Record<PhaseRival, Estimate>>;
}

/** An assumption and its partial rank correlation with the lead. */
export interface Decisive extends Estimate {
  readonly name: string;
  readonly label: string;
}

export interface Contest {
  readonly rival: PhaseRival;
  /** Points whose mean lead is above 0, ties half. */
  readonly wins: number;
  /** Share of points won, with Wilson's interval of 95%. */
  readonly share: Estimate;
  /** Points whose interval lies above 0, below 0, or holds it (or is missing): the undecided band. */
  readonly clear: { readonly wins: number; readonly losses: number; readonly undecided: number };
  /** The assumptions that decide most, at most three, none by chance; null with too few points to tell. */
  readonly decisive: readonly Decisive[] | null;
}

export interface Phase {
  readonly employees: number;
  readonly weeks: number;
  readonly runs: number;
  readonly factors: readonly string[];
  /** Hash of the design. */
  readonly design: string;
  readonly points: readonly PhasePoint[];
  readonly contests: Readonly<Record<PhaseRival, Contest>>;
}

const DECISIVE = 3;

/** Runs the plans at every point and judges both contests. @throws InputError at names the company lacks */
export async function victoryPhase(
  setting: Setting,
  { points, runs, factors = PLAUSIBLE_FACTORS }: PhaseOptions,
  evaluate: EvaluatePlans,
): Promise<Phase> {
  const { document, organisation } = setting;
  const { employeeCount } = organisation.company;
  const seed = `plausible space of ${document.seed}`;
  const design = hypercubeDesign(factors, { points, replicates: runs, seed });
  const plans = PLANS.map((id) => sizedPlan(id, employeeCount, document.weeks));
  const asked = runsOf(design);
  const npvs = await evaluate(
    asked.map(({ replicate, values }) =>
      pairedTask(setting, replicate, plans, values as Partial<Parameters>),
    ),
    (trace: Trace) => npvPerHead(trace, setting),
  );
  const judge = (rival: PhaseRival): { contest: Contest; leads: Estimate[] } => {
    const outputs = npvs.map((own) => own[0] - own[PLANS.indexOf(rival)]);
    const leads = design.rows.map((_, row) => meanEstimate(outputs.slice(row * runs, (row + 1) * runs)));
    const { factors: correlations } = design.analyse({ kind: design.kind, design: design.id, outputs });
    return { contest: contestOf(rival, leads, correlations), leads };
  };
  const [alone, same] = [judge("platform-first"), judge("same-platform-first")];
  return {
    employees: employeeCount,
    weeks: document.weeks,
    runs,
    factors: design.factors,
    design: design.id,
    points: design.rows.map((_, row) => ({
      values: asked[row * runs].values,
      leads: { "platform-first": alone.leads[row], "same-platform-first": same.leads[row] },
    })),
    contests: { "platform-first": alone.contest, "same-platform-first": same.contest },
  };
}

/** What the points say together. */
export function contestOf(
  rival: PhaseRival,
  leads: readonly Estimate[],
  correlations: readonly (Estimate & { readonly name: string })[],
): Contest {
  const clear = { wins: 0, losses: 0, undecided: 0 };
  let wins = 0;
  for (const { value, low, high } of leads) {
    wins += value! > 0 ? 1 : value === 0 ? 0.5 : 0;
    if (low !== null && low > 0) clear.wins++;
    else if (high !== null && high < 0) clear.losses++;
    else clear.undecided++;
  }
  const [low, high] = wilson(wins, leads.length);
  return {
    rival,
    wins,
    share: { value: wins / leads.length, low, high },
    clear,
    decisive: decisiveOf(correlations),
  };
}

/** The largest of the correlations that aren't chance; null where no interval is known. */
function decisiveOf(
  correlations: readonly (Estimate & { readonly name: string })[],
): readonly Decisive[] | null {
  const known = correlations.filter(({ low }) => low !== null);
  if (known.length === 0) return null;
  return known
    .filter((estimate) => isBeyondChance(estimate, known.length))
    .toSorted((a, b) => Math.abs(b.value!) - Math.abs(a.value!))
    .slice(0, DECISIVE)
    .map((estimate) => ({ ...estimate, label: labelOf(estimate.name) }));
}

/**
 * Whether 0 is left out by the interval of 95%, widened so that among `count` correlations of nothing one in twenty times
 * any is taken for something (Bonferroni), on Fisher's scale.
 */
function isBeyondChance({ value, low, high }: Estimate, count: number): boolean {
  if (Math.abs(value!) === 1) return true;
  const half = (fisher(high!) - fisher(low!)) / 2;
  const widening = normalQuantile(1 - 0.025 / count) / normalQuantile(0.975);
  return Math.abs(fisher(value!)) > half * widening;
}

function fisher(r: number): number {
  return log((1 + r) / (1 - r)) / 2;
}

function labelOf(name: string): string {
  return PARAMETERS.find((row) => row.name === name)?.label ?? name;
}
