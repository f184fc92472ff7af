/** What calibrates away from the page's own thread: reads observed weeks and fits; its runs are simulated by who asks. */
import type { Trace } from "../../engine/index.ts";
import type { EvaluatePlans, PairedTask } from "../../scenarios/index.ts";
import {
  importObserved,
  observedColumns,
  type ObservedColumn,
  type ObservedOptions,
  type ObservedSeries,
} from "../../scenarios/import/index.ts";
import {
  calibrateStudy,
  observedWeeks,
  toldOf,
  type ToldCalibration,
  type OwnWish,
} from "../../scenarios/calibration/index.ts";
import { parseStudy } from "../../scenarios/studies/index.ts";
import { chunksOf } from "./table-file.ts";

/** How far a fit has come, in what the verb calibrate tells of it. */
export interface Told {
  readonly part?: "fit" | "without contagion" | "bands";
  readonly spaceLeft?: number;
  readonly tolerance?: number;
  readonly acceptance?: number;
}

/** A fit as plain data. */
export type OwnFit = ToldCalibration;

/** Traces by task, then plan. */
export type Simulate = (tasks: readonly PairedTask[]) => Promise<readonly (readonly Trace[])[]>;

export interface Calibrator {
  readonly columns: (file: File) => Promise<ObservedColumn[]>;
  /** What was seen, by measure. @throws InputError with the line */
  readonly series: (file: File, options: ObservedOptions) => Promise<ObservedSeries[]>;
  /** Fits the study's factors to a file of weeks. @throws InputError */
  readonly calibrate: (
    study: string,
    file: File,
    wish: OwnWish,
    simulate: Simulate,
    tell: (told: Told) => void,
  ) => Promise<OwnFit>;
}

/** Tasks asked for at once: their traces are whole, and no more than these are held. */
const TASKS_MOST = 64;

export function createCalibrator(): Calibrator {
  return {
    columns: (file) => observedColumns(chunksOf(file), file.name),
    series: (file, options) => importObserved(chunksOf(file), options),
    calibrate: async (text, file, wish, simulate, tell) => {
      const study = parseStudy(text);
      const series = await observedWeeks(study, chunksOf(file), file.name);
      const found = await calibrateStudy(
        study,
        series,
        wish,
        {
          onPart: (part) => tell({ part }),
          onMatched: (spaceLeft) => tell({ spaceLeft }),
          onGeneration: ({ tolerance, acceptance }) => tell({ tolerance, acceptance }),
        },
        evaluateBy(simulate),
      );
      return toldOf(found);
    },
  };
}

function evaluateBy(simulate: Simulate): EvaluatePlans {
  return async <Kept>(tasks: readonly PairedTask[], keep: (trace: Trace) => Kept) => {
    const kept: Kept[][] = [];
    for (let from = 0; from < tasks.length; from += TASKS_MOST) {
      const traces = await simulate(tasks.slice(from, from + TASKS_MOST));
      kept.push(...traces.map((own) => own.map(keep)));
    }
    return kept;
  };
}
