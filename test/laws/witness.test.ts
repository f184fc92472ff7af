/** A witness changes nothing, and what it has seen adds up to the measures. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CAUSE,
  createWitness,
  createWorld,
  digest,
  EVENT,
  eventAt,
  FILM_STATE,
  FILMED,
  NO_EVENT,
  NOBODY,
  run,
  step,
  type Event,
  type MeasureName,
  type RunSpec,
  type Sight,
  type World,
} from "../../engine/index.ts";
import { createChronicler } from "../../engine/chronicler.ts";
import { hazardOf, pickCause } from "../../engine/chronicling/hazards.ts";
import { BUSY, EVERY_SHOCK, EVERYTHING, measureAt, specOf, specs } from "./worlds.ts";

interface Seen {
  readonly world: World;
  readonly sight: Sight;
}

function seen(spec: RunSpec): Seen {
  const world = createWorld(spec);
  const { observe, sight } = createWitness(world, createChronicler(world));
  while (world.state.firm.week[0] < spec.weeks) step(world, observe);
  return { world, sight: sight() };
}

/** Every way in which people can be won by others. */
const CONTAGIOUS = { tieProb: 0.02, registrationThresholdProb: 0.1, startCommunityShare: 0.3 };
const LONG = specOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, weeks: 60 });

const LARGE = specOf({
  ...LONG,
  company: { employeeCount: 700 },
  parameters: { ...BUSY, ...CONTAGIOUS },
});

/** Communities that enrol everybody, and are ended. */
const STRUCTURED = specOf({
  ...LARGE,
  plan: [
    { week: 0, kind: "communities", structuredWeeks: 6 },
    { week: 20, kind: "stop", what: "communities" },
  ],
});
/** No communities but those that answers on the platform found. */
const SPARKING = specOf({
  ...LARGE,
  parameters: { ...BUSY, keenFoundingProb: 0, platformFoundingProb: 1 },
  plan: [{ week: 0, kind: "platform", fast: true }],
});

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

type Holds = (event: Event) => boolean;

function events({ sight }: Seen): Event[] {
  const { chronicle } = sight;
  return Array.from({ length: chronicle!.count }, (_, i) => eventAt(chronicle!, i));
}

const isOf =
  (kind: number, cause?: number): Holds =>
  (event) =>
    event.kind === kind && (cause === undefined || event.cause === cause);
const either =
  (...all: readonly Holds[]): Holds =>
  (event) =>
    all.some((holds) => holds(event));

/** Counts of a week, and the events they count. */
const COUNTS: readonly (readonly [MeasureName, Holds])[] = [
  ["registrations", isOf(EVENT.registered)],
  ["leavers", isOf(EVENT.leftCompany, CAUSE.turnover)],
  ["asks", either(isOf(EVENT.askedCommunity), isOf(EVENT.askedPlatform))],
  ["answers", either(isOf(EVENT.askedCommunity, CAUSE.answered), isOf(EVENT.askedPlatform, CAUSE.answered))],
  ["failedAsks", either(isOf(EVENT.askedCommunity, CAUSE.failed), isOf(EVENT.askedPlatform, CAUSE.failed))],
  ["documented", isOf(EVENT.documented)],
  ["ambientSolves", isOf(EVENT.solved, CAUSE.ambient)],
];

/** Stocks of people, and the events that add to them and take from them. */
const STOCKS: readonly (readonly [MeasureName, Holds, Holds])[] = [
  ["employees", isOf(EVENT.hired), isOf(EVENT.leftCompany)],
  ["memberShare", isOf(EVENT.joined), isOf(EVENT.leftCommunity)],
  ["champions", isOf(EVENT.becameChampion), isOf(EVENT.ceasedChampion)],
];

function expectCountsOfMeasures(now: Seen): void {
  const all = events(now).filter(({ cause }) => cause !== CAUSE.start);
  const { weeks } = now.world.spec;
  for (let week = 0; week < weeks; week++) {
    const ofWeek = all.filter((event) => event.week === week);
    for (const [name, holds] of COUNTS)
      expect([week, name, ofWeek.filter(holds).length]).toEqual([
        week,
        name,
        measureAt(now.world, name, week + 1),
      ]);
    for (const [name, comes, goes] of STOCKS) {
      const people = (boundary: number): number =>
        name === "memberShare" ? measureAt(now.world, "employees", boundary) : 1;
      const stock = (boundary: number): number =>
        Math.round(measureAt(now.world, name, boundary) * people(boundary));
      const gone = name === "champions" ? championsGone(now, ofWeek) : ofWeek.filter(goes).length;
      expect([week, name, ofWeek.filter(comes).length - gone]).toEqual([
        week,
        name,
        stock(week + 1) - stock(week),
      ]);
    }
  }
}

/** A champion who leaves the company ceases to be one without a word. */
function championsGone(now: Seen, ofWeek: readonly Event[]): number {
  const { states, seatCount } = now.sight.film;
  const ceased = ofWeek.filter(isOf(EVENT.ceasedChampion)).length;
  const left = ofWeek.filter(isOf(EVENT.leftCompany));
  const before = ({ week, seat }: Event): number => states[week * seatCount + seat] & FILMED.champion;
  return ceased + left.filter((event) => before(event) !== 0).length;
}

/** Causes that need somebody else, and the kind of event of that other one from which they descend. */
const THROUGH: ReadonlyMap<number, number> = new Map([
  [CAUSE.share, EVENT.registered],
  [CAUSE.tie, EVENT.registered],
  [CAUSE.threshold, EVENT.registered],
  [CAUSE.invitation, EVENT.registered],
  [CAUSE.example, EVENT.joined],
]);

function expectForest(now: Seen): void {
  const all = events(now);
  const isComplete = now.world.spec.company.ties.kind === "complete";
  const inherited = all.filter(either(isOf(EVENT.registered), isOf(EVENT.joined)));
  for (const event of inherited) {
    expect(event.cause).not.toBe(CAUSE.none);
    const parent = event.parent === NO_EVENT ? undefined : all[event.parent];
    const through = THROUGH.get(event.cause);
    if (through === undefined) continue;
    // A threshold of nothing is passed without anybody; under complete mixing people count themselves.
    const isAlone = event.cause === CAUSE.threshold && event.active === 0;
    if (event.other === NOBODY && (isAlone || isComplete)) continue;
    expect(event.other).not.toBe(NOBODY);
    expect(event.other).not.toBe(event.person);
    expect(event.active).toBeGreaterThan(0);
    expect(parent).toMatchObject({ kind: through, person: event.other });
    expect(parent!.week).toBeLessThan(event.week + 1);
    if (event.cause === CAUSE.invitation)
      expect(parent!.week).toBe(event.week - (parent!.cause === CAUSE.start ? 0 : 1));
  }
  // Parents come first, so that every chain ends at a root: a forest.
  all.forEach(({ parent }, i) => expect(parent).toBeLessThan(i));
  const roots = inherited.filter(({ parent }) => parent === NO_EVENT).length;
  const children = inherited.filter(({ parent }) => parent !== NO_EVENT).length;
  expect(roots + children).toBe(inherited.length);
  expect(all.filter(({ parent }) => parent !== NO_EVENT).length).toBe(children);
}

describe("a witness", () => {
  it("changes no bit of what it sees", () => {
    const digests = (spec: RunSpec): string[] => {
      const world = createWorld(spec);
      while (world.state.firm.week[0] < spec.weeks) step(world);
      return [digest(world), run(spec).digest];
    };
    for (const spec of [LONG, specOf({ plan: EVERYTHING })])
      expect([digest(seen(spec).world), run(spec, { witness: createWitness }).digest]).toEqual(digests(spec));
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

  it("writes down as many events of a week as the measures count", () => {
    expectCountsOfMeasures(seen(LONG));
    fc.assert(
      fc.property(specs, (spec) => expectCountsOfMeasures(seen(spec))),
      { numRuns: 12 },
    );
  });

  it("finds the very people who answered", () => {
    const world = createWorld(LARGE);
    const { observe, chronicle } = createChronicler(world);
    let answered = 0;
    const answersOf = new Map<number, number>();
    while (world.state.firm.week[0] < LARGE.weeks)
      step(world, (process, seenWorld, week) => {
        observe(process, seenWorld, week);
        if (process.name !== "problems") return;
        const { communityAnswers, platformAnswers } = seenWorld.scratch;
        seenWorld.state.employee.personId.forEach((person, a) => {
          const answers = communityAnswers[a] + platformAnswers[a];
          answersOf.set(person, (answersOf.get(person) ?? 0) + answers);
          answered += answers;
        });
      });
    const told = new Map<number, number>();
    const { cause, other, count } = chronicle();
    for (let i = 0; i < count; i++)
      if (cause[i] === CAUSE.answered && other[i] !== NOBODY)
        told.set(other[i], (told.get(other[i]) ?? 0) + 1);
    expect(answered).toBeGreaterThan(50);
    for (const [person, answers] of answersOf) expect(told.get(person) ?? 0).toBe(answers);
  });

  it("meets every cause there is", () => {
    const worlds = [LARGE, STRUCTURED, SPARKING];
    const met = new Set(worlds.flatMap((spec) => events(seen(spec)).map(({ cause }) => cause)));
    expect(Object.entries(CAUSE).filter(([, cause]) => !met.has(cause))).toEqual([]);
  });

  it("picks causes in proportion to their hazards", () => {
    const hazards = [
      { cause: 1, hazard: hazardOf(0.5) },
      { cause: 2, hazard: 0 },
      { cause: 3, hazard: 3 * hazardOf(0.5) },
    ];
    const counts = [0, 0, 0, 0];
    for (let id = 0; id < 20_000; id++) counts[pickCause(hazards, id, { k0: 5, k1: 6 })]++;
    expect(counts[0] + counts[2]).toBe(0);
    // Three standard errors of a share of a quarter.
    expect(Math.abs(counts[1] / 20_000 - 0.25)).toBeLessThan(0.0092);
    expect(
      pickCause(
        [
          { cause: 4, hazard: hazardOf(1) },
          { cause: 5, hazard: hazardOf(0.9) },
        ],
        1,
        { k0: 1, k1: 2 },
      ),
    ).toBe(4);
    expect(pickCause([], 1, { k0: 1, k1: 2 })).toBe(0);
  });

  it("traces every registration and every joining back to an origin", () => {
    expectForest(seen(LONG));
    const complete = specOf({ ...LONG, company: { employeeCount: 90, ties: { kind: "complete" } } });
    expectForest(seen({ ...complete, parameters: LONG.parameters }));
    fc.assert(
      fc.property(specs, (spec) => expectForest(seen(spec))),
      { numRuns: 12 },
    );
  });
});
