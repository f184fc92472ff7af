/** Rows on given networks: independent cascades, fractional thresholds, and the structure of the networks. */
import { distancesOf, structureOf } from "../../engine/structure.ts";
import { activeByCopy, diceOf, makeWorld, spread, type Setting } from "./cascade.ts";
import { ENGINE_PATH, type Context, type Family } from "./family.ts";
import { copiesOf, degreesOf, networkOf, peopleOf, type Network } from "./networks.ts";
import {
  fieldsOf,
  numberOf,
  numbersOf,
  recordOf,
  SkippedRow,
  textOf,
  toleranceOf,
  UnreadableRow,
  type Row,
} from "./rows.ts";
import { chiSquareProb, sampleOf } from "./statistics.ts";
import { makeJudge, type Verdict } from "./verdict.ts";

/** Rounds of one world. */
const WEEKS = 200;
/** People in a world of many copies of a network. */
const PEOPLE = 40_000;
/** Runs of a Monte Carlo row: single random seeds need 3,000 at least. */
const RUNS = 4000;
const QUICK_RUNS = 3000;

/** Whether a file's rows take a network's pairs as one way: its structure's row says so, or its name. */
function isOneWay(name: string, { rows }: Context): boolean {
  const about = rows.find((row) => row.id.startsWith("metrics.") && recordOf(row.inputs)["network"] === name);
  if (about) return String(recordOf(about.expected)["directed"]).toLowerCase() === "true";
  return name.endsWith("_directed");
}

interface Rule {
  readonly parameters: Setting["parameters"];
  /** Multiples of the hazard, person by person. */
  readonly hazards?: Float64Array;
}

/** Sizes of `runs` contagions, run side by side as copies of the network that know nothing of each other. */
function sizesOf(
  row: Row,
  network: Pick<Network, "size" | "source" | "target">,
  oneWay: boolean,
  { parameters, hazards }: Rule,
  runs: number,
  drawSeeds: () => readonly number[],
): Float64Array {
  const sizes = new Float64Array(runs);
  const batch = Math.max(1, Math.floor(PEOPLE / network.size));
  for (let first = 0; first < runs; first += batch) {
    const copies = Math.min(batch, runs - first);
    const seeds = Array.from({ length: copies }, (_, copy) =>
      drawSeeds().map((a) => copy * network.size + a),
    );
    const { world } = spread({
      seed: row.id,
      replicate: first,
      employeeCount: copies * network.size,
      ties: { kind: oneWay ? "oneWay" : "imported", ...copiesOf(network, copies) },
      parameters,
      ...(hazards
        ? {
            hazards: Float64Array.from(
              { length: copies * network.size },
              (_, a) => hazards[a % network.size],
            ),
          }
        : {}),
      seeds: seeds.flat(),
      weeks: WEEKS,
    });
    sizes.set(activeByCopy(world, network.size), first);
  }
  return sizes;
}

/** A given small network. */
function smallNetwork(people: number, edges: string): Pick<Network, "size" | "source" | "target"> {
  const pairs = edges.split(/\s+/).map((edge) => {
    const ends = /^(\d+)-(\d+)$/.exec(edge);
    if (!ends) throw new UnreadableRow(`invalid edge: ${edge}`);
    return [Number(ends[1]), Number(ends[2])] as const;
  });
  return {
    size: people,
    source: Uint32Array.from(pairs, ([a]) => a),
    target: Uint32Array.from(pairs, ([, b]) => b),
  };
}

function checkSmallCascade(row: Row, { isQuick }: Context): Verdict {
  const judge = makeJudge();
  const [probMin, runsMin] = toleranceOf(row, /^chi-square p>([\d.e-]+) on size distribution, R>=(\d+)$/);
  const inputs = fieldsOf(row.inputs, ["edges", "n", "seeds", "p"]);
  const network = smallNetwork(numberOf(inputs["n"], "n"), textOf(inputs["edges"], "edges"));
  const seeds = numbersOf(inputs["seeds"], "seeds");
  const runs = isQuick ? runsMin : 2 * runsMin;
  const rule = { parameters: { inviteProb: numberOf(inputs["p"], "p") } };
  const sizes = sizesOf(row, network, false, rule, runs, () => seeds);
  const expected = fieldsOf(row.expected, ["expected_size", "rational", "size_distribution"]);
  const probabilities = numbersOf(expected["size_distribution"], "distribution");
  const counts = probabilities.map(() => 0);
  for (const size of sizes) counts[size - 1]++;
  judge.above("chi-square p", chiSquareProb(counts, probabilities), probMin);
  const mean = numberOf(expected["expected_size"], "expected size");
  const variance = probabilities.reduce((sum, p, i) => sum + p * (i + 1 - mean) * (i + 1 - mean), 0);
  judge.near("mean size", sampleOf(sizes, 1).mean, mean, 4.5 * Math.sqrt(variance / runs));
  return judge.verdict(runs);
}

/** Seeds of a run: the named ones, or as many random ones as a text says. */
function seedsOf(row: Row, seeds: unknown, network: Network): () => readonly number[] {
  const text = textOf(seeds, "seeds");
  const random = /^random (single|\d+)$/.exec(text);
  if (random) {
    const count = random[1] === "single" ? 1 : Number(random[1]);
    const dice = diceOf(row.id);
    return () => dice.several(count, network.size);
  }
  const named = peopleOf(text, network);
  return () => named;
}

/**
 * Invitations of one probability, or of 1/degree of who is invited. An employee's own probability is the row's common
 * one, 1/(largest degree), with the hazard in proportion: 1 − (1 − p)^c.
 */
function invitations(p: unknown, network: Network, oneWay: boolean): Rule {
  if (p !== "1/indegree(target)") return { parameters: { inviteProb: numberOf(p, "p") } };
  const degrees = degreesOf(network, oneWay);
  const common = Math.min(0.5, 1 / degrees.reduce((a, b) => Math.max(a, b), 1));
  const hazards = Float64Array.from(degrees, (degree) =>
    degree === 0 ? 1 : Math.log1p(-1 / degree) / Math.log1p(-common),
  );
  return { parameters: { inviteProb: common }, hazards };
}

function checkCascade(row: Row, context: Context): Verdict {
  const judge = makeJudge();
  const [sigmas] = toleranceOf(row, /^([\d.]+)\*sqrt\(se\^2\+sd\^2\/R\)$/);
  const inputs = fieldsOf(row.inputs, ["network", "p", "seeds"]);
  const name = textOf(inputs["network"], "network");
  const network = networkOf(name, context.data);
  const oneWay = isOneWay(name, context);
  const runs = context.isQuick ? QUICK_RUNS : RUNS;
  const rule = invitations(inputs["p"], network, oneWay);
  const sizes = sizesOf(row, network, oneWay, rule, runs, seedsOf(row, inputs["seeds"], network));
  const expected = fieldsOf(row.expected, ["mean_final", "se", "sd"]);
  const error = numberOf(expected["se"], "se");
  const ownError = numberOf(expected["sd"], "sd") / Math.sqrt(runs);
  const mean = numberOf(expected["mean_final"], "mean");
  judge.near("mean size", sampleOf(sizes, 1).mean, mean, sigmas * Math.hypot(error, ownError));
  return judge.verdict(runs);
}

/** Everybody joins for certain once this share of ties is active. */
function shareOf(threshold: number) {
  return { registrationThresholdProb: 1, thresholdMean: threshold, thresholdSd: 0 };
}

/**
 * Numbers of active and of all ties for which a threshold kept in Float32, met by a share rounded the same way, would
 * say otherwise than doubles: none for thresholds of few decimals.
 */
export function roundingCases(threshold: number, degrees: Iterable<number>): string[] {
  const cases: string[] = [];
  for (const ties of new Set(degrees))
    for (let active = 0; active <= ties && ties > 0; active++)
      if (active / ties >= threshold !== Math.fround(active / ties) >= Math.fround(threshold))
        cases.push(`${active} of ${ties}`);
  return cases;
}

function checkThresholds(row: Row, context: Context): Verdict {
  const judge = makeJudge();
  toleranceOf(row, /^0$/);
  const inputs = fieldsOf(row.inputs, ["network", "phi", "seeds"]);
  const name = textOf(inputs["network"], "network");
  const network = networkOf(name, context.data);
  const oneWay = isOneWay(name, context);
  const threshold = numberOf(inputs["phi"], "phi");
  judge.equal(
    "shares rounded across the threshold",
    roundingCases(threshold, degreesOf(network, oneWay)).join(),
    "",
  );
  const { history } = spread({
    seed: row.id,
    replicate: 0,
    employeeCount: network.size,
    ties: { kind: oneWay ? "oneWay" : "imported", source: network.source, target: network.target },
    parameters: shareOf(threshold),
    seeds: peopleOf(String(inputs["seeds"]), network),
    weeks: WEEKS,
  });
  const expected = fieldsOf(row.expected, ["final", "rounds", "active_by_round"]);
  judge.equal("final", history.at(-1) ?? 0, numberOf(expected["final"], "final"));
  judge.equal("rounds", history.length - 1, numberOf(expected["rounds"], "rounds"));
  const byRound = numbersOf(expected["active_by_round"], "history");
  judge.equal("active by round", history.join(" "), byRound.join(" "));
  return judge.verdict(1);
}

function checkRandomThresholds(row: Row, context: Context): Verdict {
  const judge = makeJudge();
  const [sigmas] = toleranceOf(row, /^([\d.]+)\*sqrt\(se\^2\+own_se\^2\)$/);
  const inputs = fieldsOf(row.inputs, ["network", "phi", "random_seeds"]);
  const name = textOf(inputs["network"], "network");
  const network = networkOf(name, context.data);
  const oneWay = isOneWay(name, context);
  const threshold = numberOf(inputs["phi"], "phi");
  judge.equal(
    "shares rounded across the threshold",
    roundingCases(threshold, degreesOf(network, oneWay)).join(),
    "",
  );
  const seeds = seedsOf(row, `random ${numberOf(inputs["random_seeds"], "seeds")}`, network);
  const runs = context.isQuick ? QUICK_RUNS : RUNS;
  const sizes = sizesOf(row, network, oneWay, { parameters: shareOf(threshold) }, runs, seeds);
  const own = sampleOf(
    sizes.map((size) => size / network.size),
    1 / network.size,
  );
  const expected = fieldsOf(row.expected, ["mean_fraction", "se"]);
  const error = Math.hypot(numberOf(expected["se"], "se"), own.error);
  judge.near("mean share", own.mean, numberOf(expected["mean_fraction"], "mean"), sigmas * error);
  return judge.verdict(runs);
}

function checkStructure(row: Row, context: Context): Verdict {
  const judge = makeJudge();
  const [within] = toleranceOf(row, /^integers exact, reals ([\d.e-]+)$/);
  const name = textOf(fieldsOf(row.inputs, ["network"])["network"], "network");
  const network = networkOf(name, context.data);
  if (isOneWay(name, context))
    throw new SkippedRow("structure of ties that work one way; a company's ties don't");
  const { source, target, size } = network;
  const ties = { kind: "imported", source, target } as const;
  const world = makeWorld({
    seed: name,
    replicate: 0,
    employeeCount: size,
    ties,
    parameters: {},
    seeds: [],
    weeks: 1,
  });
  const structure = structureOf(world.ties);
  const distances = distancesOf(world.ties);
  const whole: Record<string, number> = {
    nodes: structure.nodeCount,
    edges: structure.edgeCount,
    isolates: structure.isolateCount,
    components: structure.componentCount,
    largest_component: structure.largestComponent,
    max_degree: structure.maxDegree,
    triangles: structure.triangleCount,
    diameter_lcc: distances.diameter,
    max_core: structure.maxCore,
  };
  const real: Record<string, number> = {
    mean_degree: structure.meanDegree,
    avg_local_clustering: structure.meanLocalClustering,
    transitivity: structure.transitivity,
    degree_assortativity: structure.degreeAssortativity,
    mean_path_lcc: distances.meanPath,
  };
  for (const [field, value] of Object.entries(recordOf(row.expected))) {
    if (field === "directed") judge.equal(field, "false", String(value).toLowerCase());
    else if (field in whole) judge.equal(field, whole[field], numberOf(value, field));
    else if (field in real) judge.near(field, real[field], numberOf(value, field), within);
    else throw new UnreadableRow(`unknown field: ${field}`);
  }
  return judge.verdict(0);
}

export const REAL: readonly Family[] = [
  {
    prefix: "ic.exact",
    path: `${ENGINE_PATH} (imported; inviteProb)`,
    seconds: 2,
    quickRows: 6,
    check: checkSmallCascade,
  },
  {
    prefix: "ic.mc",
    path: `${ENGINE_PATH} (imported; inviteProb)`,
    seconds: 5,
    quickRows: 6,
    check: checkCascade,
  },
  {
    prefix: "thr.det",
    path: `${ENGINE_PATH} (imported; thresholds as shares)`,
    seconds: 0.1,
    check: checkThresholds,
  },
  {
    prefix: "thr.mc",
    path: `${ENGINE_PATH} (imported; thresholds as shares)`,
    seconds: 3,
    quickRows: 6,
    check: checkRandomThresholds,
  },
  { prefix: "metrics", path: "createWorld → structureOf, distancesOf", seconds: 0.2, check: checkStructure },
];
