/** Answers worked out on demand: one at a time, with progress and an estimate, to be cancelled, kept by their question. */
import { signal, type ReadonlySignal } from "@preact/signals";
import type { Company } from "../../engine/index.ts";
import type { EvaluatePlans } from "../../scenarios/index.ts";
import { isCancelled } from "../../workers/index.ts";
import type { RunSource } from "../store/results.ts";
import { backgroundEvaluation } from "./background.ts";

/** What is to be worked out. */
export interface Work<Answer> {
  /** Two works of one key have one answer. */
  readonly key: string;
  readonly company: Company;
  /** Runs of plans it takes, twins included. */
  readonly planRuns: number;
  readonly answer: (evaluate: EvaluatePlans) => Promise<Answer>;
}

export type Standing<Answer> =
  | { readonly kind: "none" }
  | {
      readonly kind: "working";
      /** Of the runs, in [0, 1]. */
      readonly share: number;
      /** Undefined until it is known how long a run takes. */
      readonly secondsLeft: number | undefined;
      /** Whether the page's own runs come first at the moment. */
      readonly isWaiting: boolean;
    }
  | { readonly kind: "done"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly why: string };

export interface Answers<Answer> {
  /** How a question stands; to be read where signals are followed. */
  readonly standingOf: (key: string) => Standing<Answer>;
  /** Begins to work something out; whatever else was being worked out here ends. */
  readonly start: (work: Work<Answer>) => Promise<void>;
  readonly cancel: () => void;
}

interface Doing {
  readonly key: string;
  readonly planRuns: number;
  readonly runsDone: number;
  readonly pace: Pace;
}

/** How long runs take; both are 0 until one is done. */
export interface Pace {
  readonly runs: number;
  readonly millis: number;
}

/** What counts of earlier runs beside later ones: the pool may have been another's until now. */
const FADING = 0.95;

/** A pace with some more runs in it. */
export function paceAfter(pace: Pace, runs: number, millis: number): Pace {
  return { runs: FADING * pace.runs + runs, millis: FADING * pace.millis + millis };
}

/** Answers remembered: enough to go back and forth between a few documents. */
const KEPT_MOST = 6;

export function createAnswers<Answer>(source: RunSource, isBusy: ReadonlySignal<boolean>): Answers<Answer> {
  const kept = signal<ReadonlyMap<string, Answer>>(new Map());
  const doing = signal<Doing | null>(null);
  const failure = signal<{ readonly key: string; readonly why: string } | null>(null);
  let stop = new AbortController();

  function standingOf(key: string): Standing<Answer> {
    const now = doing.value;
    if (now?.key === key) return workingOf(now, isBusy.value);
    if (failure.value?.key === key) return { kind: "failed", why: failure.value.why };
    const answer = kept.value.get(key);
    return answer === undefined ? { kind: "none" } : { kind: "done", answer };
  }

  async function start({ key, company, planRuns, answer }: Work<Answer>): Promise<void> {
    cancel();
    const { signal: stopSignal } = (stop = new AbortController());
    doing.value = { key, planRuns, runsDone: 0, pace: { runs: 0, millis: 0 } };
    failure.value = null;
    const onProgress = (runs: number, millis: number): void => {
      const now = doing.peek();
      if (now === null || stopSignal.aborted) return;
      doing.value = { ...now, runsDone: now.runsDone + runs, pace: paceAfter(now.pace, runs, millis) };
    };
    try {
      const job = { company, signal: stopSignal, onProgress };
      const found = await answer(backgroundEvaluation(source, isBusy, job));
      if (stopSignal.aborted) return;
      kept.value = new Map([...kept.peek(), [key, found] as const].slice(-KEPT_MOST));
    } catch (error) {
      if (stopSignal.aborted || isCancelled(error)) return;
      failure.value = { key, why: error instanceof Error ? error.message : String(error) };
    }
    doing.value = null;
  }

  function cancel(): void {
    stop.abort();
    doing.value = null;
  }

  return { standingOf, start, cancel };
}

function workingOf<Answer>({ planRuns, runsDone, pace }: Doing, isWaiting: boolean): Standing<Answer> {
  const share = Math.min(1, runsDone / planRuns);
  const secondsLeft = runsDone === 0 ? undefined : (pace.millis / 1000 / pace.runs) * (planRuns - runsDone);
  return { kind: "working", share, secondsLeft, isWaiting };
}
