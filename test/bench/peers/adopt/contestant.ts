/** One process of a TypeScript contestant: `contestant.js VARIANT WARM-UP COMPANY REPEATS RESULT`, times on stdout. */
import { readFileSync, writeFileSync } from "node:fs";
import { companyOf } from "./company.ts";
import { resultBytes, runToEnd, VARIANTS, type VariantName } from "./variants.ts";

const [variant, warmUpPath, companyPath, repeats, resultPath] = process.argv.slice(2);
const setUp = VARIANTS[variant as VariantName];

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const warmUp = companyOf(readFileSync(warmUpPath));
runToEnd(warmUp, setUp(warmUp));

const start = cpuMs();
const company = companyOf(readFileSync(companyPath));
const read = cpuMs();
let run = setUp(company);
const setUpMs = cpuMs() - read;
const runMs: number[] = [];
for (let repeat = 0; repeat < Number(repeats); repeat++) {
  if (repeat > 0) run = setUp(company);
  const before = cpuMs();
  runToEnd(company, run);
  runMs.push(cpuMs() - before);
}
writeFileSync(resultPath, Buffer.concat(resultBytes(run.state())));
const peakMB = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ readMs: read - start, setUpMs, runMs, peakMB }));
