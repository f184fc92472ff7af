/** The engine's side of the docking: the same cases through its own worlds, steps and contagion kernel. */
import { NEVER } from "../../engine/columns.ts";
import type { Parameters, World } from "../../engine/index.ts";
import { makeWorld, rounds, spread, type Setting } from "../oracles/cascade.ts";
import type { NetworkCase, VirusCase } from "./cases.ts";

const WEEKS = 200;

/** Who is active after each round, up to the last round that brought somebody new. */
export function historyOf(of: NetworkCase): number[][] {
  const history = [of.seeds.toSorted((a, b) => a - b)];
  for (const world of rounds(settingOf(of, 0))) {
    const active = activeOf(world);
    if (active.length === history.at(-1)!.length) return history;
    history.push(active);
  }
  return history;
}

function activeOf({ state: { employee } }: World): number[] {
  return [...employee.weekRegistered.keys()].filter((a) => employee.weekRegistered[a] !== NEVER);
}

/** Final sizes, or rounds until half are active, run by run. */
export function sampleOf(of: NetworkCase | VirusCase, runs: number, factor = 1): number[] {
  return Array.from({ length: runs }, (_, replicate) => {
    const setting = settingOf({ ...of, rate: of.rate * factor }, replicate);
    return of.kind === "si" ? roundsToHalf(setting) : spread(setting).world.state.firm.users[0];
  });
}

function roundsToHalf(setting: Setting): number {
  let round = 0;
  for (const world of rounds(setting)) {
    round++;
    if (2 * world.state.firm.users[0] >= setting.employeeCount) return round;
  }
  return round;
}

function settingOf(of: NetworkCase | VirusCase, replicate: number): Setting {
  const common = {
    seed: of.name,
    replicate,
    employeeCount: of.people,
    parameters: parametersOf(of),
    weeks: WEEKS,
  };
  if (of.kind === "virus") {
    // Theirs ties a pair with probability degree/n, ours with degree/(n − 1). Anybody may begin on a random network.
    const meanDegree = (of.meanDegree * (of.people - 1)) / of.people;
    const seeds = Array.from({ length: of.seedCount }, (_, a) => a);
    return { ...common, ties: { kind: "random", meanDegree }, seeds };
  }
  const source = Uint32Array.from(of.pairs, ([a]) => a);
  const target = Uint32Array.from(of.pairs, ([, b]) => b);
  return { ...common, ties: { kind: of.isOneWay ? "oneWay" : "imported", source, target }, seeds: of.seeds };
}

function parametersOf({ kind, rate }: NetworkCase | VirusCase): Partial<Parameters> {
  if (kind === "threshold") return { registrationThresholdProb: 1, thresholdMean: rate, thresholdSd: 0 };
  return kind === "si" ? { tieProb: rate } : { inviteProb: rate };
}

/** Ties of a case's world, to show that both sides run on one network. */
export function tieCountOf(of: NetworkCase): number {
  return makeWorld(settingOf(of, 0)).ties.neighbours.length / (of.isOneWay ? 1 : 2);
}
