/** Visits and posts: novelty brings people back for a while, habit, use and their ties for longer. */
import { WINDOW } from "../windows.ts";
import { pushVisiting } from "../population.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey, type Key } from "../random.ts";
import { COUNT } from "../events.ts";
import { listUsers } from "../lists.ts";
import { touch } from "../scratch.ts";
import type { World } from "../world.ts";
import { multiplyOdds } from "./incentives.ts";

/** Sponsor support makes room for visits: .6 + .8·support. */
export const ALLOW_BASE = 0.6;
export const ALLOW_SUPPORT = 0.8;
/** Willingness makes posters: .2 + 3·willingness. */
const POST_BASE = 0.2;
const POST_WILLINGNESS = 3;

export const visits: Process = {
  name: "visits",
  writes: ["employee.visitedWeeks", "employee.recentPosts", "employee.visitingTies", "firm.visitors"],
  run(world, week) {
    const { visitedWeeks } = world.state.employee;
    const { ids, count } = listUsers(world);
    if (count === 0) return;
    visitEverybody(world, week);
    let visitors = 0;
    for (let k = 0; k < count; k++) {
      const a = ids[k];
      const bits = visitedWeeks[a];
      visitors += bits & 1;
      if (((bits ^ (bits >> 1)) & 1) === 1) pushVisiting(world, a, (bits & 1) === 1 ? 1 : -1);
    }
    world.state.firm.visitors[0] = visitors;
  },
};

function visitEverybody(world: World, week: number): void {
  const { employee, firm, unit } = world.state;
  const { parameters, company } = world.spec;
  const { cell, unit: unitOf } = world.organisation;
  const { isOpen, campaign } = world.scratch;
  const { novelty } = world.tables;
  const { weekRegistered, visitedWeeks, habit, platformUtility, visitingTies, presentTies } = employee;
  const { isPresent, personId, recentPosts } = employee;
  const { utilityVisitGain, socialVisitGain, campaignVisitGain } = parameters;
  const { support } = unit;
  // What is imported would be loaded and checked at every user.
  const window = WINDOW | 0;
  const two32 = TWO32 * 1;
  const visit = weekKey(world.run, STREAM.visits, 0, week);
  const whether = weekKey(world.run, STREAM.visits, 1, week);
  const howMany = weekKey(world.run, STREAM.visits, 2, week);
  const everybody = company.ties.kind === "complete" ? firm.visitors[0] / firm.headcount[0] : -1;
  const { ids, count } = world.scratch.users;
  for (let k = 0; k < count; k++) {
    const a = ids[k];
    const bits = (visitedWeeks[a] << 1) & window;
    recentPosts[a] <<= 8;
    visitedWeeks[a] = bits;
    if (!isOpen[cell[a]] || !isPresent[a]) continue;
    const age = week - weekRegistered[a];
    if (age > 0) {
      const ties = presentTies[a];
      const share = everybody >= 0 ? everybody : ties > 0 ? visitingTies[a] / ties : 0;
      const allow = ALLOW_BASE + ALLOW_SUPPORT * support[unitOf[a]];
      const utility = platformUtility[a];
      const stayAway =
        (1 - habit[a]) *
        (1 - novelty[age]) *
        Math.max(0, 1 - utilityVisitGain * utility * utility * allow) *
        (1 - socialVisitGain * share) *
        Math.max(0, 1 - campaignVisitGain * campaign[cell[a]]);
      if (draw(personId[a], visit.k0, visit.k1) >= (1 - stayAway) * two32) continue;
    }
    visitedWeeks[a] = bits | 1;
    post(world, a, whether, howMany);
  }
}

/** A visitor may post: a burst of one and more, seldom long. */
function post(world: World, a: number, whether: Key, howMany: Key): void {
  const { employee } = world.state;
  const id = employee.personId[a];
  const p = world.spec.parameters.postProb * (POST_BASE + POST_WILLINGNESS * employee.willingness[a]);
  const odds = world.scratch.contributionOdds[world.organisation.cell[a]];
  if (draw(id, whether.k0, whether.k1) >= multiplyOdds(Math.min(1, p), odds) * TWO32) return;
  const h = draw(id, howMany.k0, howMany.k1);
  let posts = 1;
  const { burstBounds } = world.tables;
  while (posts < burstBounds.length && h < burstBounds[posts]) posts++;
  addPosts(world, a, posts);
}

/** Counts posts (and questions and answers) on the platform this week, at most 255 a person. */
export function addPosts(world: World, a: number, posts: number): void {
  const { recentPosts } = world.state.employee;
  const thisWeek = recentPosts[a] & 255;
  const added = Math.min(posts, 255 - thisWeek);
  recentPosts[a] = recentPosts[a] + added;
  touch(world.scratch, a);
  world.scratch.counts[COUNT.posts] += added;
}
