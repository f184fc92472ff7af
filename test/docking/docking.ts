/** Docks the engine to models written by others: `npm run -s docking [-- --runs N --data DIR --write]`. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { spreadCases, thresholdCases, VIRUS_CASES, type NetworkCase, type VirusCase } from "./cases.ts";
import { agreement } from "./kolmogorov.ts";
import { historyOf, sampleOf, tieCountOf } from "./ours.ts";
import { askMesa, askNdlib, installPeers, PEERS } from "./peers.ts";
import { countsText, mean } from "./samples.ts";

const ROOT = new URL("../../../", import.meta.url);
/** Samples are taken for different below this probability. */
const LEAST_PROB = 0.001;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "500" },
    data: { type: "string", default: fileURLToPath(new URL("../shared/data", ROOT)) },
    write: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);

try {
  installPeers();
} catch (error) {
  console.error(`docking: the peers can't be installed; ${error instanceof Error ? error.message : error}`);
  process.exit(3);
}
const versions = Object.entries(PEERS).map(([name, version]) => `${name} ${version}`);
console.log(`Beside ${versions.join(", ")}\n`);
const failures = dockHistories(values.data) + dockSamples(values.data);
console.log(failures === 0 ? "\ndocked" : `\n${failures} differ`);
process.exitCode = failures === 0 ? 0 : 1;

/** Threshold histories, who is active round by round; the number of cases that differ. */
function dockHistories(data: string): number {
  const cases = thresholdCases(data);
  const theirs = askNdlib<number[][]>(cases);
  const differing = cases.filter((of, i) => JSON.stringify(historyOf(of)) !== JSON.stringify(theirs[i]));
  console.log("| network | people | ties | histories | rounds | equal |");
  console.log("| --- | --- | --- | --- | --- | --- |");
  for (const network of new Set(cases.map((of) => of.network))) {
    const own = cases.filter((of) => of.network === network);
    const rounds = own.reduce((sum, of) => sum + theirs[cases.indexOf(of)].length, 0);
    const equal = own.filter((of) => !differing.includes(of)).length;
    const [{ people, isOneWay }] = own;
    const ties = `${tieCountOf(own[0])}${isOneWay ? " one way" : ""}`;
    console.log(`| ${network} | ${people} | ${ties} | ${own.length} | ${rounds} | ${equal} |`);
  }
  for (const { name } of differing) console.log(`differs: ${name}`);
  return differing.length;
}

/** Final sizes and times to half; the number of cases that differ. */
function dockSamples(data: string): number {
  const random = { runs, seed: 20_240_101 };
  const spreads = spreadCases(data);
  const cases: readonly (NetworkCase | VirusCase)[] = [...VIRUS_CASES, ...spreads];
  const theirs = [
    ...askMesa(VIRUS_CASES.map((of) => ({ ...of, ...random }))),
    ...askNdlib<number[]>(spreads.map((of) => ({ ...of, ...random }))),
  ];
  console.log(
    `\n| ${runs} runs each | their mean | our mean | D | p (limit) | p (shuffled) | D at a rate 20% higher |`,
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  let differing = 0;
  for (const [i, of] of cases.entries()) {
    const ours = sampleOf(of, runs);
    const { distance, limitProb, shuffledProb } = agreement(theirs[i], ours);
    const other = agreement(theirs[i], sampleOf(of, runs, 1.2));
    if (shuffledProb < LEAST_PROB) differing++;
    const numbers = [
      mean(theirs[i]).toFixed(2),
      mean(ours).toFixed(2),
      distance.toFixed(3),
      limitProb.toFixed(3),
      shuffledProb.toFixed(3),
      `${other.distance.toFixed(3)} (p ${other.shuffledProb.toFixed(4)})`,
    ];
    console.log(`| ${of.name} | ${numbers.join(" | ")} |`);
  }
  if (values.write) writeSamples(cases, theirs);
  return differing;
}

/** Keeps the peers' numbers for the tests. */
function writeSamples(cases: readonly { readonly name: string }[], theirs: readonly number[][]): void {
  const counts = Object.fromEntries(cases.map(({ name }, i) => [name, countsText(theirs[i])]));
  const file = new URL("test/docking/peers.json", ROOT);
  writeFileSync(file, `${JSON.stringify({ peers: PEERS, runs, counts }, undefined, 2)}\n`);
}
