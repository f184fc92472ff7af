/** What a frame of a story shows, as plain data: its words, and everybody's state under each plan. */
import { FILM_STATE, FILMED, type Film } from "../../engine/index.ts";
import type { Story } from "../../scenarios/index.ts";
import { stateCounts } from "../people/counts.ts";
import type { PlanName } from "../words/rich.ts";
import { tellStep, type Teller, type ToldStep } from "../words/story.ts";
import { weekText } from "../words/time.ts";
import { frameAt, TICKS_PER_WEEK, weekOf, type Frame } from "./frames.ts";

/** Everything frames follow from. */
export interface Scene extends Teller {
  readonly story: Story;
  /** What was seen of a plan, by its place; undefined until it is there. */
  readonly filmOf: (plan: number) => Film | undefined;
  /** How many plans further on the companies shown are. */
  readonly swap: number;
}

export interface Company {
  readonly plan: PlanName;
  /** Bits of FILMED by seat; none until the film is there. */
  readonly states: Uint8Array;
  /** People by state, from "not registered" to "deep"; none until the film is there. */
  readonly counts: readonly number[];
}

export interface DrawList extends ToldStep, Frame {
  readonly month: string;
  readonly companies: readonly Company[];
}

/** Frame n. */
export function drawList(scene: Scene, n: number): DrawList {
  const frame = frameAt(scene.story, n);
  const step = scene.story.steps[frame.step];
  return {
    ...frame,
    ...tellStep(step, scene),
    month: weekText(weekOf(frame.tick)).strong,
    companies: companiesOf(scene, frame.step).map((plan) =>
      companyAt(plan, scene.filmOf(plan.plan), frame.tick),
    ),
  };
}

/** The plans a step shows, or those that took their places. */
export function companiesOf(
  { document, story, swap }: Pick<Scene, "document" | "story" | "swap">,
  step: number,
): PlanName[] {
  const { plans } = document;
  return story.steps[step].plans.map((id) => {
    const place = plans.findIndex((plan) => plan.id === id);
    const plan = (place + swap) % plans.length;
    return { name: plans[plan].name, plan };
  });
}

function companyAt(plan: PlanName, film: Film | undefined, tick: number): Company {
  if (film === undefined) return { plan, states: new Uint8Array(0), counts: [] };
  const states = new Uint8Array(film.seatCount);
  fillStates(states, film, tick);
  return { plan, states, counts: Array.from(stateCounts(states)) };
}

/** Everybody at a tick: within a week each crosses over to the next at a tick of their own. */
export function fillStates(states: Uint8Array, { states: all, seatCount, weeks }: Film, tick: number): void {
  const week = Math.min(weeks, weekOf(tick));
  const part = week === weeks ? 0 : tick - week * TICKS_PER_WEEK;
  const now = week * seatCount;
  const next = part === 0 ? now : now + seatCount;
  for (let a = 0; a < seatCount; a++) states[a] = all[(turnOf(a) < part ? next : now) + a];
}

/** The tick after which somebody crosses over: spread evenly, and not along the blocks. */
function turnOf(seat: number): number {
  return (Math.imul(seat, 0x9e3779b1) >>> 16) % TICKS_PER_WEEK;
}

/** By seat, 1 = in a state or deeper. */
export function fillLit(lit: Uint8Array, states: Uint8Array, least: number): void {
  for (let a = 0; a < lit.length; a++) {
    const state = states[a] & FILMED.state;
    lit[a] = state >= least && state !== FILM_STATE.absent ? 1 : 0;
  }
}
