/** A company under AdoptBench at a tick's boundary, and the shape of its processes: the engine's, on fewer columns. */
import { draw, TWO32, type Key } from "../../../../engine/random.ts";
import { layOut, type AdoptColumnName, type AdoptState } from "./columns.ts";
import type { Company } from "./company.ts";

export interface AdoptWorld {
  readonly company: Company;
  readonly state: AdoptState;
  readonly scratch: {
    /** 1/degree of each agent. */
    readonly perTie: Float64Array;
    /** Whether an agent is engaged, as 0 or 1; only pulled counts need it. */
    readonly isEngaged: Uint8Array;
    /** Who changes this tick, and how many they are. */
    readonly changing: Uint32Array;
    readonly changeCount: Uint32Array;
    /** Takes what is read ahead, so that the reading isn't left out. */
    readonly touched: Uint32Array;
  };
}

export interface AdoptProcess {
  readonly name: string;
  readonly writes: readonly AdoptColumnName[];
  readonly run: (world: AdoptWorld, tick: number) => void;
}

/** A company before its first tick: nobody has heard of it, knowledge is drawn. */
export function createAdoptWorld(company: Company): AdoptWorld {
  const { agentCount, offsets, keys } = company;
  const state = layOut(agentCount);
  const perTie = new Float64Array(agentCount);
  for (let a = 0; a < agentCount; a++) {
    state.k[a] = (draw(a, keys[0], keys[1]) + 0.5) / TWO32;
    perTie[a] = 1 / (offsets[a + 1] - offsets[a]);
  }
  const scratch = {
    perTie,
    isEngaged: new Uint8Array(agentCount),
    changing: new Uint32Array(agentCount).fill(0),
    changeCount: new Uint32Array(1),
    touched: new Uint32Array(1),
  };
  return { company, state, scratch };
}

/** The key of a tick's draws. */
export function tickKey(company: Company, tick: number): Key {
  return { k0: company.keys[2 * tick + 2], k1: company.keys[2 * tick + 3] };
}

/** One tick: the processes of a schedule in their order. */
export function stepAdopt(world: AdoptWorld, schedule: readonly AdoptProcess[], tick: number): void {
  for (const process of schedule) process.run(world, tick);
}
