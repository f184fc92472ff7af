/** The calibrator in the page: a web worker of its own, which asks the page's pool for its runs. */
import { proxy, transfer, wrap } from "comlink";
import type { Company } from "../../engine/index.ts";
import type { OwnWish } from "../../scenarios/calibration/index.ts";
import {
  importObserved,
  type ObservedColumn,
  type ObservedOptions,
  type ObservedSeries,
} from "../../scenarios/import/index.ts";
import type { Pool } from "../pool.ts";
import { trusted, WORKER_URLS } from "../trusted.ts";
import type { Calibrator, OwnFit, Simulate, Told } from "./calibrator.ts";

export interface FitRequest {
  /** As JSON. */
  readonly study: string;
  readonly file: File;
  readonly wish: OwnWish;
  readonly company: Company;
  readonly pool: Pool;
  readonly onTold: (told: Told) => void;
  /** After every run, with the number so far. */
  readonly onRun: (runs: number) => void;
}

/** A fit that is under way. */
export interface Fitting {
  readonly fit: Promise<OwnFit>;
  /** Ends it at once; the promise will not settle any more. */
  readonly cancel: () => void;
}

/** What a file of weeks holds. @throws Error at what isn't CSV */
export function columnsIn(file: File): Promise<ObservedColumn[]> {
  const worker = startWorker();
  return orFailure(worker, wrap<Calibrator>(worker).columns(file));
}

/** What was seen, by measure, read away from the page's own thread. @throws Error with the line */
export async function seriesIn(file: File, options: ObservedOptions): Promise<ObservedSeries[]> {
  // A page that is one file has no worker for it: it reads the thousand weeks itself.
  if (WORKER_URLS.calibrator === "") return importObserved([await file.text()], options);
  const worker = startWorker();
  return orFailure(worker, wrap<Calibrator>(worker).series(file, options));
}

export function fitInWorkers({ study, file, wish, company, pool, onTold, onRun }: FitRequest): Fitting {
  const worker = startWorker();
  const aborting = new AbortController();
  const { signal } = aborting;
  let runs = 0;
  const simulate: Simulate = async (tasks) => {
    const traces = [];
    for await (const result of pool.run({ company, runs: tasks.length, taskOf: (i) => tasks[i], signal })) {
      traces.push(result.traces);
      onRun(++runs);
    }
    return transfer(
      traces,
      traces.flatMap((own) => own.map(({ columns }) => columns.buffer as ArrayBuffer)),
    );
  };
  const fit = wrap<Calibrator>(worker).calibrate(study, file, wish, proxy(simulate), proxy(onTold));
  return {
    fit: orFailure(worker, fit),
    cancel: () => {
      aborting.abort();
      worker.terminate();
    },
  };
}

/** A worker that can't be loaded, or dies, answers nothing by itself. */
function orFailure<T>(worker: Worker, answer: Promise<T>): Promise<T> {
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new Error(event.message || "the script that simulates could not be loaded"));
    });
  });
  return Promise.race([answer, failure]).finally(() => worker.terminate());
}

function startWorker(): Worker {
  return new Worker(trusted(WORKER_URLS.calibrator), { type: "module" });
}
