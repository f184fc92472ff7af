/** Results: what the page shows of its document's runs, refined in the background until the answer is known. */
import { batch, computed, effect, signal, untracked } from "@preact/signals";
import type { Document } from "../../scenarios/index.ts";
import { isCancelled, messageOf, type RunRequest, type RunResult } from "../../workers/index.ts";
import { DECIDING } from "../words/metrics.ts";
import { before, changesBetween, isComparable, sample } from "./before.ts";
import { createCache, type CachedDocument } from "./cache.ts";
import { document, isDrafting } from "./document.ts";
import { planKey, worldKey } from "./keys.ts";
import { isAwaitingPeople, people } from "./people.ts";
import { createPainter } from "./painter.ts";
import { differencesAt, keptOf, sampleOf } from "./sample.ts";
import { compareWithShipped, viewOf } from "./shipped.ts";
import { RUNS_MOST, runsThatTell } from "./stopping.ts";
import { pair, type Pair } from "./view.ts";

/** The pool as the store needs it. */
export interface RunSource {
  readonly run: (request: RunRequest) => AsyncIterableIterator<RunResult>;
}

export type Status =
  | { readonly kind: "running" }
  /** The paired difference is known well enough. */
  | { readonly kind: "known" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly why: string };

export const status = signal<Status>({ kind: "running" });
/** Share of the first run that is simulated, until it is there. */
export const firstRunShare = signal(0);

/** Counts the reader's wishes to try again after a failure. */
const attempts = signal(0);

export function tryAgain(): void {
  attempts.value++;
}

const REQUEST_KEY = "compare";

/** What the runs depend on, as text: a new name asks nothing new. */
const question = computed(() => {
  const { plans } = document.value;
  const { a, b } = pair.value;
  return [worldKey(document.value), ...plans.map(planKey), a, b].join("\n");
});

/** How a change of what is shown is made: at once, or its drawing in turns. */
type Paints = (paint: () => boolean) => boolean;

/** Keeps results in step with the document and the pair; under the hand it rests. Returns how to end it. */
export function followDocument(source: RunSource, paints: Paints = (paint) => paint()): () => void {
  const cache = createCache();
  let painted = document.peek();
  let of = people.peek();
  return effect(() => {
    void question.value;
    void attempts.value;
    const shown = document.peek();
    const plans = pair.peek();
    // While something is dragged the cores are the sketch's; nothing new is painted.
    if (isDrafting.value) return undefined;
    const persons = people.value;
    if (isAwaitingPeople.value) return undefined;
    const stop = new AbortController();
    // What all this reads besides, as the summary that may come later, asks for no other runs.
    untracked(() => {
      remember(painted, shown);
      // Curves of other people are no ghost of these.
      if (persons !== of) before.value = null;
      [painted, of] = [shown, persons];
      try {
        void refine(source, paints, shown, cache.read(shown, persons), plans, stop);
      } catch (error) {
        sample.value = sampleOf(shown.weeks, []);
        fail(error);
      }
    });
    return () => stop.abort();
  });
}

/** Keeps what was painted as the ghost of a changed document. */
function remember(painted: Document, shown: Document): void {
  const isPainted = sample.peek().replicates.length > 0 || viewOf(painted)?.isWhole === true;
  const ghost = isPainted ? { sample: sample.peek(), document: painted } : before.peek();
  const isMeant =
    // What came with the page is there at once: nothing is left to wait for.
    viewOf(shown)?.isWhole !== true &&
    ghost !== null &&
    isComparable(ghost.document, shown) &&
    changesBetween(ghost.document, shown).size > 0;
  if (painted !== shown) before.value = isMeant ? ghost : null;
}

async function refine(
  source: RunSource,
  paints: Paints,
  shown: Document,
  cached: CachedDocument,
  plans: Pair,
  stop: AbortController,
): Promise<void> {
  // What is there already is painted before anything else: the old document's curves end here.
  if (publish(shown.weeks, cached, plans)) return;
  const painter = createPainter(() => {
    if (!stop.signal.aborted && paints(() => publish(shown.weeks, cached, plans))) stop.abort();
  });
  const missing = cached.missing(RUNS_MOST);
  try {
    const results = source.run({
      key: REQUEST_KEY,
      company: cached.company,
      runs: missing.length,
      taskOf: (i) => cached.taskOf(missing[i]),
      signal: stop.signal,
      onProgress: (share, runsDone) => {
        if (!stop.signal.aborted && runsDone === 0) firstRunShare.value = Math.min(1, share * missing.length);
      },
    });
    for await (const { run, traces } of results) {
      const { replicate, places } = missing[run];
      places.forEach((place, i) => cached.plans[place].set(replicate, keptOf(traces[i])));
      compareWithShipped(shown, cached.plans, replicate);
      painter.ask();
    }
    painter.finish();
  } catch (error) {
    painter.cancel();
    if (!stop.signal.aborted && !isCancelled(error)) fail(error);
  }
}

/** Shows the runs there are; true once they are enough. Which runs those are never depends on the hurry of workers. */
function publish(weeks: number, cached: CachedDocument, plans: Pair): boolean {
  const all = sampleOf(weeks, cached.plans);
  const enough = runsThatTell(differencesAt(all, plans, DECIDING, weeks));
  const now = { ...all, replicates: all.replicates.slice(0, enough ?? RUNS_MOST) };
  const isDone = now.replicates.length >= RUNS_MOST;
  const isKnown = enough !== undefined;
  batch(() => {
    if (now.replicates.length === 0) firstRunShare.value = 0;
    sample.value = now;
    if (isDone || isKnown) before.value = null;
    status.value = { kind: isDone ? "done" : isKnown ? "known" : "running" };
  });
  return isDone || isKnown;
}

function fail(error: unknown): void {
  before.value = null;
  status.value = { kind: "failed", why: messageOf(error) };
}
