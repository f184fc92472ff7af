/** Follows the hand: a small stand-in answers what it does, within a blink. */
import { effect } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import { checkDocument, type Document } from "../../scenarios/index.ts";
import { pause } from "../../workers/pause.ts";
import { changedPlans, reference, sample } from "./before.ts";
import { createCache, type Cache, type CachedDocument } from "./cache.ts";
import { employeeCount } from "./company.ts";
import { document, drafted, isDrafting } from "./document.ts";
import { headcount, people } from "./people.ts";
import type { RunSource } from "./results.ts";
import { exactColumn, keptOf, type PlanRuns } from "./sample.ts";
import { sketch, STAND_IN_EMPLOYEES, type Sketch } from "./sketch.ts";
import { scaleOfMeasure, standInOf } from "./stand-in.ts";

/** Paired runs of a sketch: one at once, more while the hand rests. */
const ROUNDS = [1, 2, 3, 4];
/** Real runs that come before anything is prepared for a hand. */
const RUNS_BEFORE = 4;

interface Question {
  readonly past: Document;
  readonly now: Document;
}

/** Sketches every change under the hand, the newest first; returns how to end it. */
export function followHand(source: RunSource): () => void {
  const cache = createCache();
  let waiting: Question | undefined;
  let isBusy = false;
  let prepared: Document | undefined;

  async function work(): Promise<void> {
    isBusy = true;
    while (waiting !== undefined) {
      const question = waiting;
      waiting = undefined;
      for (const rounds of ROUNDS) {
        const answer = await answerOf(source, cache, question, rounds);
        if (waiting !== undefined || answer === undefined) break;
        sketch.value = answer;
      }
    }
    isBusy = false;
  }

  /** The first move finds the past it is compared with, a worker that has started and a schema that has been used. */
  async function prepare(settled: Document): Promise<void> {
    isBusy = true;
    // A schema's first use takes as long as a whole drawing.
    await pause();
    checkDocument(settled);
    await pause();
    for (const rounds of ROUNDS) if (waiting === undefined) await pastOf(source, cache, settled, rounds);
    await work();
  }

  const endFollowing = effect(() => {
    const question = questionNow();
    waiting = question;
    if (question === undefined) sketch.value = null;
    else if (!isBusy) void work();
  });
  const endPreparing = effect(() => {
    const settled = document.value;
    const isTime = !isDrafting.value && sample.value.replicates.length >= RUNS_BEFORE && !isBusy;
    if (!isTime || prepared === settled) return;
    prepared = settled;
    void prepare(settled);
  });
  return () => {
    endFollowing();
    endPreparing();
  };
}

/** What is to be sketched: the changed plans then and now, until the first real run is there. */
function questionNow(): Question | undefined {
  const against = reference.value;
  const ids = changedPlans.value;
  const isAwaited = isDrafting.value || sample.value.replicates.length === 0;
  if (against === null || ids.size === 0 || !isAwaited) return undefined;
  return { past: only(against.document, ids), now: only(drafted.value, ids) };
}

function only(one: Document, ids: ReadonlySet<string>): Document {
  return { ...one, plans: one.plans.filter((plan) => ids.has(plan.id)) };
}

/** Simulates the stand-in of a document as it is; whatever goes wrong the hand will tell. */
async function pastOf(source: RunSource, cache: Cache, settled: Document, rounds: number): Promise<void> {
  try {
    await simulated(source, readStandIn(cache, settled).cached, rounds);
  } catch {}
}

function readStandIn(cache: Cache, one: Document) {
  const standIn = standInOf(one, countOf(one));
  // Imported people of a small firm are the stand-in themselves; a larger firm's is synthetic.
  const persons = headcount.peek() <= STAND_IN_EMPLOYEES ? people.peek() : null;
  return { cached: cache.read(standIn.document, persons), scale: standIn.scale };
}

async function answerOf(
  source: RunSource,
  cache: Cache,
  { past, now }: Question,
  rounds: number,
): Promise<Sketch | undefined> {
  try {
    const standIn = readStandIn(cache, now);
    const earlier = await simulated(source, readStandIn(cache, past).cached, rounds);
    const present = await simulated(source, standIn.cached, rounds);
    const runsOf = ({ plans }: Document, runs: readonly PlanRuns[], id: string): PlanRuns | undefined =>
      runs[plans.findIndex((plan) => plan.id === id)];
    return {
      columnsOf: (plan, measure) => {
        const runs = runsOf(now, present, plan);
        const others = runsOf(past, earlier, plan);
        const scale = scaleOfMeasure(measure, standIn.scale);
        if (runs === undefined) return undefined;
        const column = meanOf(runs, measure, rounds, scale);
        return others === undefined
          ? { now: column }
          : { now: column, earlier: meanOf(others, measure, rounds, scale) };
      },
    };
  } catch {
    // A stand-in lacks most units of its firm: a step for one of them can't be sketched. Whatever else goes wrong, the
    // real run will tell.
    return undefined;
  }
}

/** Imported people count as they are, others as the document says. */
function countOf(one: Document): number {
  return people.peek()?.organisation.roster.ids.length ?? employeeCount(one);
}

async function simulated(
  source: RunSource,
  cached: CachedDocument,
  rounds: number,
): Promise<readonly PlanRuns[]> {
  const missing = cached.missing(rounds);
  if (missing.length === 0) return cached.plans;
  const results = source.run({
    company: cached.company,
    runs: missing.length,
    taskOf: (i) => cached.taskOf(missing[i]),
    // Versions of one question: the stand-in goes on from the week of the change, as the firm does.
    key: "sketch",
  });
  for await (const { run, traces } of results) {
    const { replicate, places } = missing[run];
    places.forEach((place, i) => cached.plans[place].set(replicate, keptOf(traces[i])));
  }
  return cached.plans;
}

/** The mean of a measure over the replicates 0 … rounds − 1. */
function meanOf(runs: PlanRuns, measure: MeasureName, rounds: number, scale: number): Float64Array {
  const columns = Array.from({ length: rounds }, (_, replicate) =>
    exactColumn(runs.get(replicate)!, measure),
  );
  return columns[0].map((_, week) => {
    const sum = columns.reduce((total, column) => total + column[week], 0);
    return (scale * sum) / rounds;
  });
}
