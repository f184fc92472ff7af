/** Ablations: every claim's mechanism switched off in turn, and what that does to value, deep practice and order. */
import { series, type Trace } from "../../engine/index.ts";
import { npvPerHead, pairedTask, type EvaluatePlans, type PairedTask, type Setting } from "../paired.ts";
import { parametersOf } from "../resolve.ts";
import { sizedPlan } from "../sizing.ts";
import { meanEstimate, type Estimate } from "../student.ts";
import { assumptionsWithout, planWithout, SWITCHES, type Switch } from "./switches.ts";

/** Library plans compared: the first against each of the others. */
const COMPARED = ["problems-first", "platform-first", "same-platform-first"] as const;
export type ComparedPlan = (typeof COMPARED)[number];
export type Rival = Exclude<ComparedPlan, "problems-first">;

/** Paired differences over replicates, with intervals of 95%. */
export interface Effect {
  /** Net present value a head, USD. */
  readonly npvPerHead: Estimate;
  /** Deep practice, mean of the last year, share of employees. */
  readonly deepShare: Estimate;
}

/** Problems first less a rival, net present value a head in USD. */
export interface Lead {
  readonly with: Estimate;
  readonly without: Estimate;
  readonly verdictWith: LeadVerdict;
  readonly verdictWithout: LeadVerdict;
}

/** Which of the two is ahead, by the interval; undecided if it holds 0 or there is none. */
export type LeadVerdict = "ahead" | "behind" | "undecided";

export interface Ablation extends Pick<Switch, "id" | "claim" | "off"> {
  /** Without the mechanism less with it, plan by plan. */
  readonly effects: Readonly<Record<ComparedPlan, Effect>>;
  readonly leads: Readonly<Record<Rival, Lead>>;
}

export interface Ablations {
  readonly employees: number;
  readonly weeks: number;
  readonly runs: number;
  /** With every mechanism at work. */
  readonly base: {
    readonly plans: Readonly<Record<ComparedPlan, Effect>>;
    readonly leads: Readonly<Record<Rival, Estimate>>;
  };
  readonly ablations: readonly Ablation[];
}

/** What is kept of a plan's run. */
interface Kept {
  readonly npvPerHead: number;
  readonly deepShare: number;
}

/** One condition: kept numbers by replicate, then plan in the order compared. */
type Arm = readonly (readonly Kept[])[];

const WEEKS_PER_YEAR = 52;

/** Switches each mechanism off, on the same replicates as with it. @throws InputError at names the company lacks */
export async function ablate(
  setting: Setting,
  { runs }: { readonly runs: number },
  evaluate: EvaluatePlans,
): Promise<Ablations> {
  const { document, organisation } = setting;
  const tasks = Array.from({ length: runs }, (_, replicate) => tasksOf(setting, replicate)).flat();
  const kept = await evaluate(tasks, (trace) => keptOf(trace, setting));
  const perReplicate = tasks.length / runs;
  const armAt = (place: number): Arm =>
    Array.from({ length: runs }, (_, replicate) => kept[replicate * perReplicate + place]);
  const base = armAt(0);
  return {
    employees: organisation.company.employeeCount,
    weeks: document.weeks,
    runs,
    base: { plans: effectsOf(base), leads: leadsOf(base) },
    ablations: SWITCHES.map((each, i) => {
      const onPlace = SWITCHES_WITH_ON.indexOf(each);
      const on = onPlace < 0 ? base : armAt(1 + SWITCHES.length + onPlace);
      return ablationOf(each, on, armAt(1 + i));
    }),
  };
}

const SWITCHES_WITH_ON = SWITCHES.filter(({ on }) => on !== undefined);

/** One replicate: the company as it is, each mechanism switched off, and those set first that it may lack. */
function tasksOf(setting: Setting, replicate: number): PairedTask[] {
  const { document, organisation } = setting;
  const plans = COMPARED.map((id) => sizedPlan(id, organisation.company.employeeCount, document.weeks));
  const own = parametersOf(document, replicate);
  return [
    pairedTask(setting, replicate, plans),
    ...SWITCHES.map((each) => {
      const cut = plans.map((plan) => planWithout(each, plan));
      return pairedTask(setting, replicate, cut, assumptionsWithout(each, own));
    }),
    ...SWITCHES_WITH_ON.map(({ on }) => pairedTask(setting, replicate, plans, on)),
  ];
}

function keptOf(trace: Trace, setting: Setting): Kept {
  const deep = series(trace, "deepShare");
  const from = Math.max(1, trace.weeks - WEEKS_PER_YEAR + 1);
  const lastYear = deep.subarray(from, trace.weeks + 1);
  return {
    npvPerHead: npvPerHead(trace, setting),
    deepShare: lastYear.reduce((sum, share) => sum + share, 0) / lastYear.length,
  };
}

function ablationOf({ id, claim, off }: Switch, on: Arm, without: Arm): Ablation {
  const leads = [leadsOf(on), leadsOf(without)] as const;
  const effects = effectsOf(without, on);
  return {
    id,
    claim,
    off,
    effects,
    leads: byRival((rival) => ({
      with: leads[0][rival],
      without: leads[1][rival],
      verdictWith: verdictOf(leads[0][rival]),
      verdictWithout: verdictOf(leads[1][rival]),
    })),
  };
}

/** Plan by plan, an arm's means, or their differences from another arm's, replicate by replicate. */
function effectsOf(arm: Arm, other?: Arm): Record<ComparedPlan, Effect> {
  const estimate = (plan: number, of: (kept: Kept) => number): Estimate =>
    meanEstimate(arm.map((kept, i) => of(kept[plan]) - (other ? of(other[i][plan]) : 0)));
  return Object.fromEntries(
    COMPARED.map((id, plan) => [
      id,
      {
        npvPerHead: estimate(plan, (kept) => kept.npvPerHead),
        deepShare: estimate(plan, (kept) => kept.deepShare),
      },
    ]),
  ) as Record<ComparedPlan, Effect>;
}

/** Problems first less each rival within an arm. */
function leadsOf(arm: Arm): Record<Rival, Estimate> {
  return byRival((rival) => {
    const plan = COMPARED.indexOf(rival);
    return meanEstimate(arm.map((kept) => kept[0].npvPerHead - kept[plan].npvPerHead));
  });
}

function byRival<T>(of: (rival: Rival) => T): Record<Rival, T> {
  return { "platform-first": of("platform-first"), "same-platform-first": of("same-platform-first") };
}

function verdictOf({ low, high }: Estimate): LeadVerdict {
  if (low !== null && low > 0) return "ahead";
  return high !== null && high < 0 ? "behind" : "undecided";
}
