/** A witness changes nothing, and what it has seen adds up to the measures. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createWitness,
  createWorld,
  digest,
  FILM_STATE,
  FILMED,
  run,
  step,
  type MeasureName,
  type RunSpec,
  type Sight,
  type World,
} from "../../engine/index.ts";
import { BUSY, EVERY_SHOCK, EVERYTHING, measureAt, specOf, specs } from "./worlds.ts";

interface Seen {
  readonly world: World;
  readonly sight: Sight;
}

function seen(spec: RunSpec): Seen {
  const world = createWorld(spec);
  const { observe, sight } = createWitness(world);
  while (world.state.firm.week[0] < spec.weeks) step(world, observe);
  return { world, sight };
}

const LONG = specOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, weeks: 60 });

/** People of a picture. */
function countIn({ sight: { film } }: Seen, boundary: number, holds: (byte: number) => boolean): number {
  let count = 0;
  for (const byte of film.states.subarray(boundary * film.seatCount, (boundary + 1) * film.seatCount))
    if (holds(byte)) count++;
  return count;
}

/** Shares of employees, and the bytes that stand for them. */
const SHARES: readonly (readonly [MeasureName, (byte: number) => boolean])[] = [
  ["stateNoneShare", (byte) => (byte & FILMED.state) === FILM_STATE.none],
  ["stateRegisteredShare", (byte) => (byte & FILMED.state) === FILM_STATE.registered],
  ["stateReaderShare", (byte) => (byte & FILMED.state) === FILM_STATE.reader],
  ["stateContributorShare", (byte) => (byte & FILMED.state) === FILM_STATE.contributor],
  ["stateDeepShare", (byte) => (byte & FILMED.state) === FILM_STATE.deep],
  ["registeredShare", (byte) => (byte & FILMED.user) !== 0],
  ["memberShare", (byte) => (byte & FILMED.member) !== 0],
  ["weeklyActiveShare", (byte) => (byte & FILMED.active) !== 0],
];

function expectFilmOfMeasures(spec: RunSpec): void {
  const now = seen(spec);
  for (let boundary = 0; boundary <= spec.weeks; boundary++) {
    const people = countIn(now, boundary, (byte) => (byte & FILMED.state) !== FILM_STATE.absent);
    expect(people).toBe(measureAt(now.world, "employees", boundary));
    for (const [name, holds] of SHARES) {
      const share = people === 0 ? 0 : countIn(now, boundary, holds) / people;
      expect([boundary, name, share]).toEqual([boundary, name, measureAt(now.world, name, boundary)]);
    }
    expect(countIn(now, boundary, (byte) => (byte & FILMED.champion) !== 0)).toBe(
      measureAt(now.world, "champions", boundary),
    );
  }
}

describe("a witness", () => {
  it("changes no bit of what it sees", () => {
    const digests = (spec: RunSpec): string[] => {
      const world = createWorld(spec);
      while (world.state.firm.week[0] < spec.weeks) step(world);
      return [digest(world), run(spec).digest];
    };
    for (const spec of [LONG, specOf({ plan: EVERYTHING })])
      expect([digest(seen(spec).world), run(spec, { seeing: "states" }).digest]).toEqual(digests(spec));
    fc.assert(
      fc.property(specs, (spec) => {
        expect(digest(seen(spec).world)).toBe(digests(spec)[0]);
      }),
      { numRuns: 10 },
    );
  });

  it("sees as many people in every state as the measures count", () => {
    expectFilmOfMeasures(LONG);
    fc.assert(fc.property(specs, expectFilmOfMeasures), { numRuns: 10 });
  });
});
