/** Contagions on the engine's own worlds: quiet companies in which people register and nothing else happens. */
import seedrandom from "seedrandom";
import {
  createWorld,
  parametersWith,
  step,
  type Company,
  type Parameters,
  type TieSpec,
  type World,
} from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { pushNewUser, pushVisiting } from "../../engine/population.ts";
import { QUIET } from "../../scenarios/diffusion/spread.ts";
import { seedWords } from "../../scenarios/seeds.ts";
import { UnreadableRow } from "./rows.ts";

/** Ties that work one way, which a company doesn't have: arcs from who is seen to who sees. */
interface OneWay {
  readonly kind: "oneWay";
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

export interface Setting {
  /** Usually the row's id. */
  readonly seed: string;
  /** Tells the runs of a row apart. */
  readonly replicate: number;
  readonly employeeCount: number;
  readonly ties: TieSpec | OneWay;
  readonly rewiring?: number;
  readonly parameters: Partial<Parameters>;
  /** Distinct employees who are active at round 0. */
  readonly seeds: ArrayLike<number>;
  /** Thresholds person by person, in place of the drawn ones. */
  readonly thresholds?: ArrayLike<number>;
  /** Hazards person by person, in multiples of the parameters'; see setHazards. */
  readonly hazards?: Float64Array;
  /** Rounds of one world; a longer contagion goes on in the next. */
  readonly weeks: number;
}

/** Makes the company of a setting; its ties are the engine's, unless they work one way. */
export function makeWorld(setting: Setting): World {
  const { ties, employeeCount, rewiring } = setting;
  const company: Company = {
    employeeCount,
    ties: ties.kind === "oneWay" ? { kind: "imported", source: NOBODY, target: NOBODY } : ties,
    ...(rewiring === undefined ? {} : { rewiring }),
    roleCount: 1,
    salesLikeRole: -1,
    registeredAtStart: Array.from(setting.seeds),
  };
  const world = createWorld({
    company,
    parameters: parametersWith({ ...QUIET, ...setting.parameters }),
    plan: [{ week: 0, kind: "platform" }],
    shocks: [],
    weeks: setting.weeks,
    seed: seedWords(setting.seed),
    replicate: setting.replicate,
  });
  if (setting.thresholds) world.state.employee.threshold.set(setting.thresholds);
  if (setting.hazards) setHazards(world, setting.hazards);
  return ties.kind === "oneWay" ? directed(world, ties) : world;
}

const NOBODY = new Uint32Array(0);

/**
 * Multiplies everybody's hazard by a factor: a spell's margin 1/u becomes (1/u)^(1/factor), so that staying out
 * with probability s in the kernel is staying out with s^factor, whatever the ties and rounds.
 */
function setHazards({ state: { employee } }: World, hazards: Float64Array): void {
  for (let a = 0; a < hazards.length; a++)
    employee.registrationMargin[a] = Math.pow(employee.registrationMargin[a], 1 / hazards[a]);
}

/**
 * The same world with ties that work one way. Processes hand a change to the people in one's row, so rows of
 * those who see one are all it takes; a company's own rows are symmetric, hence this one is made here.
 */
function directed(world: World, { source, target }: OneWay): World {
  const people = world.organisation.employeeCount;
  const rows: Set<number>[] = Array.from({ length: people }, () => new Set());
  source.forEach((a, i) => {
    if (a !== target[i]) rows[a].add(target[i]);
  });
  const offsets = new Uint32Array(people + 1);
  rows.forEach((row, a) => (offsets[a + 1] = offsets[a] + row.size));
  const neighbours = Uint32Array.from(rows.flatMap((row) => [...row].toSorted((a, b) => a - b)));
  const one = {
    ...world,
    ties: { offsets, neighbours, roleDegree: Uint16Array.from(rows, (row) => row.size) },
  };
  const { employee } = one.state;
  for (const b of neighbours) {
    employee.presentTies[b]++;
    employee.presentRoleTies[b]++;
  }
  for (let a = 0; a < people; a++) {
    if (employee.weekRegistered[a] === NEVER) continue;
    pushVisiting(one, a, 1);
    pushNewUser(one, a, 1);
  }
  return one;
}

/**
 * Runs round after round and gives the world after each. After the world's last week the contagion goes on in one made
 * the same, with those active who are, and everybody as far in their spell as they were; only invitations are lost.
 */
export function* rounds(setting: Setting): Generator<World> {
  let world = makeWorld(setting);
  for (;;) {
    for (let week = 0; week < setting.weeks; week++) {
      step(world);
      yield world;
    }
    if (world.spec.parameters.inviteProb > 0)
      throw new UnreadableRow(`invitations over more than ${setting.weeks} rounds`);
    const next = makeWorld({ ...setting, seeds: activeOf(world) });
    next.state.employee.registrationMargin.set(world.state.employee.registrationMargin);
    world = next;
  }
}

function activeOf({ state: { employee } }: World): number[] {
  const active: number[] = [];
  employee.weekRegistered.forEach((week, a) => {
    if (week !== NEVER) active.push(a);
  });
  return active;
}

/** A contagion that has come to rest. */
export interface Spread {
  /** Active people at round 0, 1, … up to the last round that brought a new one. */
  readonly history: readonly number[];
  readonly world: World;
}

/** Runs until a round brings nobody new. Not for contagions that may rest and wake. */
export function spread(setting: Setting): Spread {
  const history = [setting.seeds.length];
  for (const world of rounds(setting)) {
    if (world.state.firm.newUsers[0] === 0) return { history, world };
    history.push(world.state.firm.users[0]);
  }
  throw new Error("a contagion never rested");
}

/** Active people of each copy, `size` people a copy. */
export function activeByCopy({ state: { employee } }: World, size: number): Uint32Array {
  const active = new Uint32Array(employee.weekRegistered.length / size);
  employee.weekRegistered.forEach((week, a) => {
    if (week !== NEVER) active[Math.floor(a / size)]++;
  });
  return active;
}

/** Draws of a row that aren't the engine's: whom it starts with, and networks the engine doesn't make. */
export interface Dice {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** A number in [0, 1). */
  share(): number;
  /** Distinct whole numbers below `count`. */
  several(howMany: number, count: number): number[];
}

export function diceOf(seed: string): Dice {
  const random = seedrandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  return {
    below,
    share: () => random(),
    several: (howMany, count) => {
      const drawn = new Set<number>();
      while (drawn.size < howMany) drawn.add(below(count));
      return [...drawn];
    },
  };
}
