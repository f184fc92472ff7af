/** Where runs are at home: which lane has kept what a later request with the same key can go on from. */

export interface Homes {
  readonly laneCount: number;
  /** The run of those waiting, ascending, that a lane should do next; undefined if it should leave them to others. */
  readonly choose: (lane: number, waiting: readonly number[]) => number | undefined;
  readonly isAt: (lane: number, run: number) => boolean;
  /** The run has no home any more: its worker has failed. */
  readonly leave: (run: number) => void;
}

/** A lane does another's kept run, all of it anew, only where at least so many wait for the other. */
const QUEUE_MIN = 4;

/**
 * The homes of each key's runs. A request with a key will be followed by its next version: what a changed plan can go
 * on from is kept. One without is not, and its runs have no home.
 */
export function createRegister(laneCount: number, most: number): (key: string | undefined) => Homes {
  const homes = new Map<string, Homes>();
  const homeless = createHomes(laneCount, 0);
  return (key) => {
    if (key === undefined) return homeless;
    const known = homes.get(key) ?? createHomes(laneCount, most);
    homes.set(key, known);
    return known;
  };
}

/** At most `most` runs are at home in each lane; with 0 none is, and each lane prefers those it did the last time. */
function createHomes(laneCount: number, most: number): Homes {
  const laneOf = new Map<number, number>();

  function hasRoom(lane: number): boolean {
    let runs = 0;
    for (const home of laneOf.values()) if (home === lane) runs++;
    return runs < most;
  }

  function choose(lane: number, waiting: readonly number[]): number | undefined {
    const queueOf = (run: number): number =>
      waiting.filter((other) => laneOf.get(other) === laneOf.get(run)).length;
    const run =
      waiting.find((one) => (laneOf.get(one) ?? one % laneCount) === lane) ??
      waiting.find((one) => !laneOf.has(one) || queueOf(one) >= QUEUE_MIN);
    if (run !== undefined && !laneOf.has(run) && hasRoom(lane)) laneOf.set(run, lane);
    return run;
  }

  return {
    laneCount,
    choose,
    isAt: (lane, run) => laneOf.get(run) === lane,
    leave: (run) => laneOf.delete(run),
  };
}
