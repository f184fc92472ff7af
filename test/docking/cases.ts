/** What is docked: models written by others, their settings, and the networks they run on. */
import { degreesOf, networkOf, type Network } from "../oracles/networks.ts";

/** Networks of the data folder; one way = whom one names is not asked back. */
const NETWORKS = [
  { network: "invs13", isOneWay: false },
  { network: "invs15", isOneWay: false },
  { network: "medInnovations", isOneWay: false },
  { network: "brfarmers", isOneWay: false },
  { network: "krackhardt_advice", isOneWay: true },
] as const;
const THRESHOLDS = [0.1, 0.18, 0.25, 0.3, 0.4, 0.5];
/** Shares of the people who are active at the start, those with most ties first. */
const SEED_SHARES = [0.01, 0.05, 0.1];

/** Spread on a network that is read, from people who are named. */
export interface NetworkCase {
  /** Thresholds reached, contact by contact, or one attempt a tie. */
  readonly kind: "threshold" | "si" | "cascade";
  readonly name: string;
  readonly network: string;
  readonly isOneWay: boolean;
  readonly rate: number;
  readonly people: number;
  readonly pairs: readonly (readonly [number, number])[];
  readonly seeds: readonly number[];
}

/** Spread on random networks, another one each run, from people drawn at random. */
export interface VirusCase {
  readonly kind: "virus";
  readonly name: string;
  readonly rate: number;
  readonly people: number;
  readonly meanDegree: number;
  readonly seedCount: number;
}

/** Below, just above and well above the point where a virus takes a share of everybody. */
export const VIRUS_CASES: readonly VirusCase[] = [
  { people: 200, meanDegree: 4, seedCount: 1, rate: 0.2 },
  { people: 300, meanDegree: 6, seedCount: 3, rate: 0.25 },
  { people: 500, meanDegree: 8, seedCount: 2, rate: 0.3 },
].map((rest) => ({
  kind: "virus",
  name: `virus on a network: ${rest.people} people, degree ${rest.meanDegree}, ${rest.seedCount} infected, chance ${rest.rate}`,
  ...rest,
}));

const SPREADS = [
  { kind: "cascade", network: "invs13", rate: 0.1 },
  { kind: "cascade", network: "invs15", rate: 0.03 },
  { kind: "cascade", network: "brfarmers", rate: 0.3 },
  { kind: "si", network: "invs13", rate: 0.02 },
  { kind: "si", network: "invs15", rate: 0.005 },
] as const;

export function spreadCases(data: string): NetworkCase[] {
  return SPREADS.map(({ kind, network, rate }) =>
    networkCase(kind, network, false, rate, (size) => (size > 0 ? 1 : 0), data),
  );
}

export function thresholdCases(data: string): NetworkCase[] {
  return NETWORKS.flatMap(({ network, isOneWay }) =>
    THRESHOLDS.flatMap((rate) =>
      SEED_SHARES.map((share) =>
        networkCase(
          "threshold",
          network,
          isOneWay,
          rate,
          (size) => Math.max(1, Math.round(share * size)),
          data,
        ),
      ),
    ),
  );
}

function networkCase(
  kind: NetworkCase["kind"],
  network: string,
  isOneWay: boolean,
  rate: number,
  seedCount: (size: number) => number,
  data: string,
): NetworkCase {
  const read = networkOf(network, data);
  const seeds = mostTied(read, seedCount(read.size));
  return {
    kind,
    name: `${kind} on ${network}, rate ${rate}, ${seeds.length} active`,
    network,
    isOneWay,
    rate,
    people: read.size,
    pairs: Array.from(read.source, (a, i) => [a, read.target[i]] as const),
    seeds,
  };
}

/** Those with most ties, the first of equals. */
function mostTied(network: Network, count: number): number[] {
  const degrees = degreesOf(network, false);
  const people = Array.from(degrees, (_, a) => a);
  return people.toSorted((a, b) => degrees[b] - degrees[a] || a - b).slice(0, count);
}
