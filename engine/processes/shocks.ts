/** Dated shocks, the same for every plan: reorganisation, layoffs, merger, a sponsor leaving, a budget cut. */
import { MONTH } from "../windows.ts";
import { scopeHolds } from "../scope.ts";
import { keepAnew } from "../kept.ts";
import type { Shock } from "../interventions.ts";
import {
  hire,
  intakeOf,
  pushAttending,
  pushNewUser,
  pushVisiting,
  vacate,
  SEAT_WRITES,
} from "../population.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey } from "../random.ts";
import { mergerSeats } from "../interventions.ts";
import type { World } from "../world.ts";

export const shocks: Process = {
  name: "shocks",
  writes: [...SEAT_WRITES, "unit.support", "firm.funding"],
  run(world, week) {
    const { shocks: all } = world;
    let ordinal = 0;
    for (let i = 0; i < all.length; i++) if (all[i].week === week) strike(world, i, ordinal++, week);
  },
};

/** `ordinal` tells apart the draws of shocks in one week. */
function strike(world: World, i: number, ordinal: number, week: number): void {
  const shock = world.shocks[i];
  if (shock.kind === "reorganisation") reorganise(world, shock, ordinal, week);
  else if (shock.kind === "layoffs") layOff(world, shock, ordinal, week);
  else if (shock.kind === "merger") merge(world, i, week);
  else if (shock.kind === "sponsorLeaves") loseSponsor(world, shock);
  else world.state.firm.funding[0] *= 1 - shock.share;
}

/** Shocks of one week whose draws are told apart. */
const ORDINAL_MAX = 127;

/** Seats are closed at random, the same in every arm, and stay vacant. */
function layOff(world: World, shock: Shock & { kind: "layoffs" }, ordinal: number, week: number): void {
  const { employee } = world.state;
  const key = weekKey(world.run, STREAM.shocks, ordinal & ORDINAL_MAX, week);
  for (let a = 0; a < employee.personId.length; a++) {
    if (!employee.isPresent[a] || !scopeHolds(world.organisation, shock.scope, a)) continue;
    if (draw(a, key.k0, key.k1) < shock.share * TWO32) vacate(world, a, week);
  }
}

/** The seats kept for this merger are filled. */
function merge(world: World, merger: number, week: number): void {
  const intake = intakeOf(world, week);
  let first = world.spec.company.employeeCount;
  for (let i = 0; i <= merger; i++) {
    const shock = world.shocks[i];
    if (shock.kind !== "merger") continue;
    const seats = mergerSeats(world.spec.company.employeeCount, shock.share);
    if (i === merger) for (let a = first; a < first + seats; a++) hire(world, a, intake);
    first += seats;
  }
}

function loseSponsor(world: World, shock: Shock): void {
  const { support } = world.state.unit;
  for (let u = 0; u < support.length; u++) {
    if (shock.scope?.units && !shock.scope.units.includes(u)) continue;
    support[u] = Math.max(0, support[u] - world.spec.parameters.sponsorLeaveLoss);
  }
}

/**
 * Some people of each community's scope change seats among themselves: new teams and ties, the same role.
 * They keep their skills, habits and communities; the seats keep their ties.
 */
function reorganise(
  world: World,
  shock: Shock & { kind: "reorganisation" },
  ordinal: number,
  week: number,
): void {
  const { employee } = world.state;
  const { scope } = world.organisation;
  const chosen = weekKey(world.run, STREAM.shocks, ordinal & ORDINAL_MAX, week);
  const order = weekKey(world.run, STREAM.shocks, ORDINAL_MAX + 1 + (ordinal & ORDINAL_MAX), week);
  const groups: number[][] = Array.from(world.organisation.scopeSize, () => []);
  for (let a = 0; a < scope.length; a++) {
    if (!employee.isPresent[a] || !scopeHolds(world.organisation, shock.scope, a)) continue;
    if (draw(employee.personId[a], chosen.k0, chosen.k1) < shock.share * TWO32) groups[scope[a]].push(a);
  }
  for (const seats of groups) {
    const ranked = seats
      .map((a) => ({ a, h: draw(employee.personId[a], order.k0, order.k1) }))
      .toSorted((x, y) => x.h - y.h || x.a - y.a);
    moveRound(
      world,
      ranked.map(({ a }) => a),
      week,
    );
  }
  keepAnew(world);
}

/** Columns that count one's ties belong to the seat, all others to the person. */
const SEAT_COLUMNS = new Set([
  "presentTies",
  "presentRoleTies",
  "visitingTies",
  "newUserTies",
  "attendingRoleTies",
]);

/** Everybody moves to the next seat of the round, the last to the first. */
function moveRound(world: World, seats: readonly number[], week: number): void {
  if (seats.length < 2) return;
  for (const a of seats) pushSigns(world, a, -1, week);
  for (const [name, column] of Object.entries(world.state.employee)) {
    if (SEAT_COLUMNS.has(name)) continue;
    const last = column[seats[seats.length - 1]];
    for (let i = seats.length - 1; i > 0; i--) column[seats[i]] = column[seats[i - 1]]!;
    column[seats[0]] = last;
  }
  for (const a of seats) pushSigns(world, a, 1, week);
}

/** Takes a person's visible signs from the ties of a seat, or gives them. */
function pushSigns(world: World, a: number, change: number, week: number): void {
  const { employee } = world.state;
  if ((employee.visitedWeeks[a] & 1) === 1) pushVisiting(world, a, change);
  if ((employee.attendedWeeks[a] & MONTH) !== 0) pushAttending(world, a, change);
  if (employee.weekRegistered[a] === week - 1) pushNewUser(world, a, change);
}
