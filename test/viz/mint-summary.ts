/** Simulates the default document 400 times and writes viz/shipped/default.bin anew: `npm run summary`, about 4 minutes. */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defaultDocument, resolveOrganisation, specOf } from "../../scenarios/index.ts";
import { keptOf, sampleOf, type PlanRuns } from "../../viz/store/sample.ts";
import { RUNS_MOST } from "../../viz/store/stopping.ts";
import { packSummary } from "../../viz/store/summary-file.ts";
import { summaryOf } from "../../viz/store/summary.ts";
import { createNodePool } from "../../workers/node.ts";

const document = defaultDocument();
const organisation = resolveOrganisation(document);
const kept = document.plans.map((): PlanRuns => new Map());
const pool = createNodePool(availableParallelism());
const results = pool.run({
  company: organisation.company,
  runs: RUNS_MOST,
  taskOf: (replicate) => {
    const specs = document.plans.map((_, plan) => specOf(document, organisation, plan, replicate));
    const { company: _company, plan: _plan, ...spec } = specs[0];
    return { spec, plans: specs.map((one) => one.plan) };
  },
  onProgress: (share) => process.stderr.write(`\r${Math.floor(share * 100)}%`),
});
for await (const { run, traces } of results) kept.forEach((runs, i) => runs.set(run, keptOf(traces[i])));
pool.close();
const path = join("viz", "shipped", "default.bin");
const file = packSummary(summaryOf(sampleOf(document.weeks, kept)));
writeFileSync(path, file);
console.log(`\n${RUNS_MOST} runs of "${document.name}" in ${file.length} bytes written to ${path}`);
