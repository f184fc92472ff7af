/** The same runs twice: as the page keeps them and as the terminal writes them. */
import { run, runTwin, type Trace } from "../../engine/index.ts";
import {
  addReplicate,
  createTally,
  resolveOrganisation,
  specOf,
  summarize,
  type Document,
  type Result,
} from "../../scenarios/index.ts";
import { keptOf, sampleOf, type KeptRun, type Sample } from "../../viz/store/sample.ts";

export function runBoth(document: Document, runs: number): { sample: Sample; result: Result } {
  const organisation = resolveOrganisation(document);
  const tally = createTally(document);
  const plans = document.plans.map(() => new Map<number, KeptRun>());
  for (let replicate = 0; replicate < runs; replicate++) {
    const twin = runTwin(specOf(document, organisation, 0, replicate));
    const traces: Trace[] = plans.map((_, plan) =>
      run(specOf(document, organisation, plan, replicate), { twin }),
    );
    addReplicate(tally, replicate, traces);
    traces.forEach((trace, plan) => plans[plan].set(replicate, keptOf(trace)));
  }
  return { sample: sampleOf(document.weeks, plans), result: summarize(tally) };
}
