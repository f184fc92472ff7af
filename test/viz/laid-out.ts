/** A small question simulated and laid out in the page's own store, as page and terminal do. */
import { run, runTwin, type Trace } from "../../engine/index.ts";
import {
  addReplicate,
  checkDocument,
  createTally,
  resolveOrganisation,
  specOf,
  summarize,
  type Document,
  type Result,
} from "../../scenarios/index.ts";
import { sample } from "../../viz/store/before.ts";
import { openDocument } from "../../viz/store/document.ts";
import { keptOf, sampleOf, type KeptRun } from "../../viz/store/sample.ts";

export const WEEKS = 40;
const RUNS = 6;

/** Two plans, 80 employees; a third where names are tried out. */
export function smallDocument(changes: Partial<Document> = {}): Document {
  return checkDocument({
    groundwork: 1,
    name: "A small question",
    company: { employees: 80, roles: ["Claims", "Service"] },
    plans: [
      { id: "platform", name: "Platform", interventions: [{ week: 0, kind: "platform", fast: true }] },
      {
        id: "communities",
        name: "Communities",
        interventions: [
          { week: 0, kind: "communities", count: 2 },
          { week: 26, kind: "center", experts: 2 },
        ],
      },
    ],
    seed: "test",
    weeks: WEEKS,
    ...changes,
  });
}

/** Simulates a document, puts its runs into the store, and gives the result the terminal makes of them. */
export function layOut(document: Document, runs = RUNS): Result {
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
  openDocument(document);
  sample.value = sampleOf(document.weeks, plans);
  return summarize(tally);
}
