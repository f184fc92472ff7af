/** A story as frames: frame n is a step and a moment of it, whatever the clock says. */
import type { Story } from "../../scenarios/index.ts";

/** Frames a week; at 60 frames a second ten weeks pass in one. */
export const TICKS_PER_WEEK = 6;

/** A step and a moment, in ticks from the start. */
export interface Frame {
  readonly step: number;
  readonly tick: number;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The ticks a step passes: from the week of the step before, unless that is later, to its own. */
export function spanOf({ steps }: Story, step: number): Span {
  const { week } = steps[step];
  const before = step === 0 ? 0 : steps[step - 1].week;
  return { from: Math.min(before, week) * TICKS_PER_WEEK, to: week * TICKS_PER_WEEK };
}

export function frameCount(story: Story): number {
  let count = 0;
  for (let step = 0; step < story.steps.length; step++) count += lengthOf(story, step);
  return count;
}

/** Both ends of its span are frames of a step. */
function lengthOf(story: Story, step: number): number {
  const { from, to } = spanOf(story, step);
  return to - from + 1;
}

/** Frame n of a story, within its first and last. */
export function frameAt(story: Story, n: number): Frame {
  let left = Math.max(0, Math.floor(n));
  for (let step = 0; step < story.steps.length; step++) {
    const length = lengthOf(story, step);
    if (left < length) return { step, tick: spanOf(story, step).from + left };
    left -= length;
  }
  const last = story.steps.length - 1;
  return { step: last, tick: spanOf(story, last).to };
}

/** The week a tick lies in, and how much of it has passed. */
export function weekOf(tick: number): number {
  return Math.floor(tick / TICKS_PER_WEEK);
}
