/** Projects of the units' own: they arrive by chance and wait for legal, compliance, security and HR review. */
import { exp } from "../math.ts";
import { exponentialQuantile } from "../math.ts";
import type { Process } from "../process.ts";
import { STREAM, uniform, weekKey, type Key } from "../random.ts";
import type { World } from "../world.ts";
import { poolReview, projectReviewWeeks, REVIEW, visiblePrecedents } from "./reviews.ts";

const WEEKS_PER_YEAR = 52;

export const projects: Process = {
  name: "projects",
  writes: [
    "unit.precedents",
    "unit.projectsInReview",
    "due.projects",
    "reviewer.freeAt",
    "pooled.reviews",
    "firm.sharedServiceLevel",
    "firm.projectReviewWeeks",
  ],
  run(world, week) {
    const { unit, due, firm } = world.state;
    const arrivals = weekKey(world.run, STREAM.interventions, 1, week);
    for (let u = 0; u < unit.headcount.length; u++) {
      finishProjects(world, u, due.projects[u * (world.spec.weeks + 1) + week]);
      const rate = (world.spec.parameters.projectsPerThousand / 1000 / WEEKS_PER_YEAR) * unit.headcount[u];
      const count = drawArrivals(u, rate, arrivals);
      for (let k = 0; k < count; k++) startProject(world, u, k, week);
      firm.projectReviewWeeks[0] += unit.projectsInReview[u];
    }
  },
};

function finishProjects(world: World, u: number, count: number): void {
  const { unit } = world.state;
  unit.projectsInReview[u] -= count;
  unit.precedents[u] += count;
  for (let k = 0; k < count; k++) poolReview(world, REVIEW.project, [u]);
}

function startProject(world: World, u: number, k: number, week: number): void {
  const { unit, due } = world.state;
  const { parameters, weeks } = world.spec;
  let duration = projectReviewWeeks(world, visiblePrecedents(world)[u]);
  if (parameters.isReviewExponential)
    duration *= exponentialQuantile(
      uniform(u + k * UNITS_MAX, weekKey(world.run, STREAM.interventions, 2, week)),
    );
  let end = week + duration;
  if (parameters.reviewers > 0) {
    const arrival = week + uniform(u + k * UNITS_MAX, weekKey(world.run, STREAM.interventions, 3, week));
    end = assignReviewer(world.state.reviewer.freeAt, arrival, duration);
  }
  unit.projectsInReview[u]++;
  const endWeek = Math.max(week + 1, Math.floor(end + 0.5));
  if (endWeek <= weeks) due.projects[u * (weeks + 1) + endWeek]++;
}

/** First come, first served: the reviewer who is free first takes the work; returns when it ends. */
export function assignReviewer(freeAt: Float64Array, arrival: number, duration: number): number {
  let first = 0;
  for (let r = 1; r < freeAt.length; r++) if (freeAt[r] < freeAt[first]) first = r;
  freeAt[first] = Math.max(arrival, freeAt[first]) + duration;
  return freeAt[first];
}

/** Poisson arrivals; a large rate is split, since exp(−rate) would vanish. */
function drawArrivals(u: number, rate: number, key: Key): number {
  const parts = Math.ceil(rate / RATE_MAX);
  let count = 0;
  for (let part = 0; part < parts; part++)
    count += poissonQuantile(uniform(u + part * UNITS_MAX, key), rate / parts);
  return count;
}

const RATE_MAX = 16;
const UNITS_MAX = 65536;

/** The Poisson count whose cumulative probability first exceeds u; `rate` > 0, at most 64 counted. */
export function poissonQuantile(u: number, rate: number): number {
  let count = 0;
  let term = exp(-rate);
  let below = term;
  while (u >= below && count < POISSON_MAX) {
    count++;
    term *= rate / count;
    below += term;
  }
  return count;
}

const POISSON_MAX = 63;
