/** One week: the schedule of the model, process by process. */
import type { Process } from "./process.ts";
import { accounting } from "./processes/accounting.ts";
import { engagement } from "./processes/engagement.ts";
import { facilitation } from "./processes/facilitation.ts";
import { health } from "./processes/health.ts";
import { interventions } from "./processes/interventions.ts";
import { learning } from "./processes/learning.ts";
import { membership } from "./processes/membership.ts";
import { problems } from "./processes/problems.ts";
import { projects } from "./processes/projects.ts";
import { reach } from "./processes/reach.ts";
import { registration } from "./processes/registration.ts";
import { shocks } from "./processes/shocks.ts";
import { sponsors } from "./processes/sponsors.ts";
import { turnover } from "./processes/turnover.ts";
import { useCases } from "./processes/useCases.ts";
import { visits } from "./processes/visits.ts";
import { keepTrue } from "./kept.ts";
import type { Scratch } from "./scratch.ts";
import type { World } from "./world.ts";

/** The schedule of a week. */
export const SCHEDULE: readonly Process[] = [
  turnover,
  shocks,
  interventions,
  projects,
  useCases,
  facilitation,
  registration,
  visits,
  membership,
  reach,
  problems,
  learning,
  engagement,
  health,
  sponsors,
  accounting,
];

/** Told after every process; timing and the law of declared writes live there. */
export type ProcessObserver = (process: Process, world: World, week: number) => void;

/** Simulates one week. Does nothing at the horizon. */
export function step(world: World, observe?: ProcessObserver): void {
  const { firm } = world.state;
  const week = firm.week[0];
  if (week >= world.spec.weeks) return;
  keepTrue(world);
  startWeek(world.scratch);
  for (const process of SCHEDULE) {
    process.run(world, week);
    observe?.(process, world, week);
  }
  firm.week[0] = week + 1;
  world.scratch.kept.week = week + 1;
}

/** Forgets the events of the week before. */
function startWeek(scratch: Scratch): void {
  scratch.counts.fill(0);
  scratch.isTouched.fill(0);
  scratch.touched.count = 0;
  scratch.writers.count = 0;
  scratch.asked.fill(0);
  scratch.solvedBy.fill(0);
  scratch.communityAnswers.fill(0);
  scratch.platformAnswers.fill(0);
  scratch.skillGain.fill(0);
  scratch.sparks.fill(0);
}
