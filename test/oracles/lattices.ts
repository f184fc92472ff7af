/** Rows on made networks: ring lattices, lattices with shortcuts, random graphs. */
import type { TieSpec } from "../../engine/index.ts";
import { diceOf, spread, type Dice } from "./cascade.ts";
import { ENGINE_PATH, type Context, type Family } from "./family.ts";
import { checkMeanAndShare } from "./mixing.ts";
import { fieldsOf, numberOf, numbersOf, textOf, toleranceOf, UnreadableRow, type Row } from "./rows.ts";
import { makeJudge, type Verdict } from "./verdict.ts";

/** Rounds of one world; a longer contagion goes on in the next. */
const WEEKS = 260;

/** One person and the k/2 before and behind on a ring. */
function around(focal: number, degree: number, people: number): number[] {
  return Array.from({ length: degree + 1 }, (_, i) => (focal + i - degree / 2 + people) % people);
}

function ringSeeds(kind: string, people: number, degree: number, threshold: number): number[] {
  if (kind === "single_node0") return [0];
  if (kind === "node0_and_its_k_neighbours") return around(0, degree, people);
  if (kind === "contiguous_threshold_count") return Array.from({ length: threshold }, (_, a) => a);
  throw new UnreadableRow(`unknown seeds: ${kind}`);
}

/** Everybody needs the same number of active ties, and then joins for certain. */
function countOf(threshold: number) {
  return { registrationThresholdProb: 1, isThresholdCount: 1, thresholdMean: threshold, thresholdSd: 0 };
}

function checkRing(row: Row): Verdict {
  const judge = makeJudge();
  toleranceOf(row, /^0$/);
  const inputs = fieldsOf(row.inputs, ["n", "k", "threshold", "seeds"]);
  const people = numberOf(inputs["n"], "n");
  const degree = numberOf(inputs["k"], "k");
  const threshold = numberOf(inputs["threshold"], "threshold");
  const { history } = spread({
    seed: row.id,
    replicate: 0,
    employeeCount: people,
    ties: { kind: "ring", degree },
    parameters: countOf(threshold),
    seeds: ringSeeds(textOf(inputs["seeds"], "seeds"), people, degree, threshold),
    weeks: WEEKS,
  });
  const { final, rounds, history0_5: first } = fieldsOf(row.expected, ["final", "rounds", "history0_5"]);
  judge.equal("final", history.at(-1) ?? 0, numberOf(final, "final"));
  judge.equal("rounds", history.length - 1, numberOf(rounds, "rounds"));
  judge.equal("first rounds", history.slice(0, 6).join(" "), numbersOf(first, "history").join(" "));
  return judge.verdict(1);
}

/**
 * A ring lattice of which every tie keeps one end and moves the other to anybody with a probability, no loops, no
 * repeats (Watts & Strogatz 1998, in the order of networkx). The engine's own rewiring keeps everybody's degree: it is
 * another model, so these ties are imported.
 */
function wattsStrogatz(people: number, degree: number, moved: number, dice: Dice): TieSpec {
  const rows = Array.from({ length: people }, () => new Set<number>());
  const tie = (a: number, b: number): void => {
    rows[a].add(b);
    rows[b].add(a);
  };
  for (let reach = 1; reach <= degree / 2; reach++)
    for (let a = 0; a < people; a++) tie(a, (a + reach) % people);
  for (let reach = 1; reach <= degree / 2; reach++) {
    for (let a = 0; a < people; a++) {
      if (dice.share() >= moved || rows[a].size >= people - 1) continue;
      const b = (a + reach) % people;
      let other = dice.below(people);
      while (other === a || rows[a].has(other)) other = dice.below(people);
      rows[a].delete(b);
      rows[b].delete(a);
      tie(a, other);
    }
  }
  const pairs = rows.flatMap((row, a) => [...row].filter((b) => a < b).map((b) => [a, b] as const));
  return {
    kind: "imported",
    source: Uint32Array.from(pairs, ([a]) => a),
    target: Uint32Array.from(pairs, ([, b]) => b),
  };
}

/** Ties of a lattice with a share of them moved; the engine's ring where none is, or where degrees are kept. */
function rewiredRing(kind: string, people: number, degree: number, fraction: number, dice: Dice) {
  const ring = { kind: "ring", degree } as const;
  if (fraction === 0) return { ties: ring };
  if (/watts.?strogatz/i.test(kind)) return { ties: wattsStrogatz(people, degree, fraction, dice) };
  if (/swap|degree|maslov/i.test(kind)) return { ties: ring, rewiring: fraction };
  throw new UnreadableRow(`unknown rewiring: ${kind}`);
}

/** Runs of a rewired lattice: as many as take about so many rounds, as the first few hundred tell. */
const REWIRED_RUNS = { most: 3000, least: 300, rounds: 100_000 } as const;

function checkRewired(row: Row, { isQuick }: Context): Verdict {
  const [sigmas] = toleranceOf(row, /^([\d.]+)\*sqrt\(se\^2\+own_se\^2\)$/);
  const inputs = fieldsOf(row.inputs, ["n", "k", "rewiring", "fraction", "threshold", "seeds"]);
  const people = numberOf(inputs["n"], "n");
  const degree = numberOf(inputs["k"], "k");
  if (inputs["seeds"] !== "random focal node + its k lattice neighbours")
    throw new UnreadableRow(`unknown seeds: ${String(inputs["seeds"])}`);
  const fraction = numberOf(inputs["fraction"], "fraction");
  const threshold = numberOf(inputs["threshold"], "threshold");
  const { most, least, rounds } = REWIRED_RUNS;
  const dice = diceOf(row.id);
  const shares: number[] = [];
  let runs: number = least;
  let gone = 0;
  while (shares.length < runs) {
    const { history } = spread({
      seed: row.id,
      replicate: shares.length,
      employeeCount: people,
      ...rewiredRing(textOf(inputs["rewiring"], "rewiring"), people, degree, fraction, dice),
      parameters: countOf(threshold),
      seeds: around(dice.below(people), degree, people),
      weeks: 60,
    });
    shares.push((history.at(-1) ?? 0) / people);
    gone += history.length;
    if (shares.length === least && !isQuick)
      runs = Math.min(most, Math.max(least, Math.floor((least * rounds) / gone)));
  }
  return checkMeanAndShare(row, Float64Array.from(shares), 1 / people, 1, sigmas, [
    "mean_final_fraction",
    /^P_reach_(\d+)pct$/,
  ]);
}

/** A cascade is global when it takes more than this share of all. */
const GLOBAL_SHARE = 0.1;
/** "One uniformly random node, new G(n,p) each run": at least this many runs. */
const SINGLE_SEED_RUNS = 3000;

/** Frequency and mean share of global cascades from one random person in a new random network each time. */
function globalCascades(row: Row, people: number, threshold: number, meanDegree: number, runs: number) {
  const dice = diceOf(row.id);
  let count = 0;
  let share = 0;
  for (let replicate = 0; replicate < runs; replicate++) {
    const { history } = spread({
      seed: row.id,
      replicate,
      employeeCount: people,
      ties: { kind: "random", meanDegree },
      parameters: { registrationThresholdProb: 1, thresholdMean: threshold, thresholdSd: 0 },
      seeds: [dice.below(people)],
      weeks: 100,
    });
    const final = (history.at(-1) ?? 0) / people;
    if (!(final > GLOBAL_SHARE)) continue;
    count++;
    share += final;
  }
  return { frequency: count / runs, share: share / count };
}

const WATTS_TOLERANCE = new RegExp(
  /^([\d.]+)\*sqrt\(se\^2\+p\(1-p\)\/R\); /.source +
    /size \+-([\d.]+) for ([\d.]+)<=z<=([\d.]+); compare with theory only for ([\d.]+)<=z<=([\d.]+)$/.source,
);
const WATTS_FIELDS = ["freq_gt10pct", "freq_se", "mean_frac_given", "theory_trigger", "theory_size"];

function checkWatts(row: Row, { isQuick }: Context): Verdict {
  const judge = makeJudge();
  const [sigmas, within, low, high, theoryLow, theoryHigh] = toleranceOf(row, WATTS_TOLERANCE);
  const inputs = fieldsOf(row.inputs, ["n", "phi", "z", "seed"]);
  if (inputs["seed"] !== "one uniformly random node, new G(n,p) each run")
    throw new UnreadableRow(`unknown seed: ${String(inputs["seed"])}`);
  const people = numberOf(inputs["n"], "n");
  const meanDegree = numberOf(inputs["z"], "z");
  const runs = isQuick ? 120 : SINGLE_SEED_RUNS;
  const own = globalCascades(row, people, numberOf(inputs["phi"], "phi"), meanDegree, runs);
  const expected = fieldsOf(row.expected, WATTS_FIELDS);
  const figure = (name: string): number => numberOf(expected[name], name);
  /** Of a frequency in these runs; never below one case in all of them. */
  const ownError = (p: number): number => Math.max(Math.sqrt((p * (1 - p)) / runs), 1 / runs);
  const frequency = figure("freq_gt10pct");
  const error = Math.hypot(figure("freq_se"), ownError(frequency));
  judge.near("frequency", own.frequency, frequency, sigmas * error);
  if (meanDegree >= low && meanDegree <= high)
    judge.near("size", own.share, figure("mean_frac_given"), within);
  if (meanDegree >= theoryLow && meanDegree <= theoryHigh) {
    const trigger = figure("theory_trigger");
    judge.near("frequency in theory", own.frequency, trigger, sigmas * ownError(trigger));
    judge.near("size in theory", own.share, figure("theory_size"), within);
  }
  return judge.verdict(runs);
}

export const LATTICES: readonly Family[] = [
  {
    prefix: "ring",
    path: `${ENGINE_PATH} (ring; thresholds as counts)`,
    seconds: 0.1,
    check: checkRing,
  },
  {
    prefix: "centola",
    path: `${ENGINE_PATH} (ring or imported Watts–Strogatz ties; thresholds as counts)`,
    seconds: 20,
    quickRows: 3,
    check: checkRewired,
  },
  {
    prefix: "watts",
    path: `${ENGINE_PATH} (random ties; thresholds as shares)`,
    seconds: 50,
    quickRows: 2,
    check: checkWatts,
  },
];
