/** Notes on the curves, by rule: a peak that doesn't last, the step after which a curve rises most. */
import type { PlanBands } from "../charts/bands.ts";
import type { Note } from "../charts/notes.tsx";
import type { Plan } from "../../scenarios/index.ts";
import type { Gates } from "../store/gates.ts";
import { kindText } from "./kinds.ts";
import { monthAt } from "./time.ts";
import { inHundred } from "./verdict.ts";
import type { Unit } from "./units.ts";

/** A peak is worth a note if the end lies this much below it. */
const FALL_SHARE = 0.2;

/** The deepest falls first. */
export function peakNotes(plans: readonly PlanBands[], unit: Unit): Note[] {
  return plans
    .map((plan) => peakOf(plan, unit))
    .filter((peak) => peak !== undefined)
    .toSorted((a, b) => b.fall - a.fall)
    .map((peak) => peak.note);
}

function peakOf({ plan, bands }: PlanBands, unit: Unit): { note: Note; fall: number } | undefined {
  const values = bands.p50;
  const end = values.length - 1;
  let week = 0;
  for (let i = 1; i <= end; i++) if (values[i] > values[week]) week = i;
  const peak = values[week] ?? 0;
  const fall = peak > 0 ? 1 - values[end] / peak : 0;
  if (week === 0 || fall < FALL_SHARE) return undefined;
  const text = `Peaks at ${unit.short(peak)} in month ${monthAt(week)}`;
  return { note: { plan, week, value: peak, text }, fall };
}

/** What sponsors do in at least this share of the runs is worth a note. */
const GATE_SHARE = 0.1;
/** Of fewer runs no share is told. */
const GATE_RUNS = 50;

/** Where sponsors end a plan, or pay less of it, in many runs: at the median week. */
export function gateNotes(
  plans: readonly PlanBands[],
  gatesOf: (plan: number) => Gates,
  runs: number,
): Note[] {
  if (runs < GATE_RUNS) return [];
  return plans.flatMap(({ plan, bands }) => {
    const { cancelled, cut } = gatesOf(plan);
    const noteOf = (weeks: readonly number[], what: string): Note[] => {
      const share = weeks.length / runs;
      if (share < GATE_SHARE) return [];
      const week = weeks.toSorted((a, b) => a - b)[Math.floor(weeks.length / 2)];
      const often = share === 1 ? "" : ` in ${inHundred(share)} of 100 runs`;
      return [{ plan, week, value: bands.p50[week], text: `${what} in month ${monthAt(week)}${often}` }];
    };
    return [...noteOf(cancelled, "Cancelled"), ...noteOf(cut, "Funding cut")];
  });
}

/** Weeks after a step in which a rise may have to do with it. */
const RISE_WEEKS = 39;
/** Such a rise is worth a note from this share of the highest median on. */
const RISE_SHARE = 0.25;

/** The steps after whose start a plan's median rises most, if that is much; one note a week, the highest rise first. */
export function riseNotes(plans: readonly PlanBands[], steps: readonly Plan[]): Note[] {
  const top = Math.max(0, ...plans.flatMap(({ bands }) => Array.from(bands.p50)));
  const weeks = new Set<number>();
  return plans
    .map((plan) => riseOf(plan, steps[plan.plan]))
    .filter((one) => one !== undefined)
    .toSorted((a, b) => b.rise - a.rise)
    .filter(({ note, rise }) => {
      const isNew = !weeks.has(note.week);
      weeks.add(note.week);
      return isNew && rise >= RISE_SHARE * top;
    })
    .map(({ note }) => note);
}

function riseOf(
  { plan, bands }: PlanBands,
  { interventions }: Plan,
): { note: Note; rise: number } | undefined {
  const rises = interventions.map(({ week }) => riseAfter(bands.p50, week));
  const rise = Math.max(0, ...rises);
  const week = interventions[rises.indexOf(rise)]?.week ?? 0;
  if (week === 0 || week >= bands.p50.length) return undefined;
  const kinds = new Set(
    interventions.filter((step) => step.week === week).map((step) => kindText(step.kind)),
  );
  const names = [...kinds].map((name, i) => (i === 0 ? name : name.toLowerCase())).join(" and ");
  const text = `${names} from month ${monthAt(week)}`;
  return { note: { plan, week, value: bands.p50[week], text }, rise };
}

function riseAfter(values: ArrayLike<number>, week: number): number {
  return values[Math.min(values.length - 1, week + RISE_WEEKS)] - values[Math.min(values.length - 1, week)];
}
