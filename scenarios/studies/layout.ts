/** How a study is laid out: runs numbered from 0, cut into blocks of a size that follows from the study alone. */
import { InputError } from "../errors.ts";
import { rowsFault } from "./contradictions.ts";
import { experimentOf, type Experiment } from "./design.ts";
import { outputsOf, type Output } from "./outputs.ts";
import { studySha256, type Study } from "./study.ts";

export interface Layout {
  readonly study: Study;
  /** SHA-256 of the study. */
  readonly sha: string;
  readonly experiment: Experiment;
  readonly outputs: readonly Output[];
  readonly planIds: readonly string[];
  /** Runs are points × replicates, run = point · replicates + replicate; all plans are simulated in each. */
  readonly runCount: number;
  /** Runs in a block; the last one may have fewer. */
  readonly blockRuns: number;
  readonly blockCount: number;
}

export interface Run {
  readonly point: number;
  readonly replicate: number;
}

/** Runs from first to end − 1. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

const BLOCK_RUNS_MIN = 32;
/** Blocks of a large study: a folder of many more files is slow to list. */
const BLOCKS_MOST = 1024;

/** @throws InputError at a study of too many rows, or a design its factors don't allow */
export function layoutOf(study: Study): Layout {
  const planIds = study.document.plans.map(({ id }) => id);
  const mustFit = (points: number): void => {
    const fault = rowsFault(points, study.replicates, planIds.length);
    if (fault !== undefined) throw new InputError(fault);
  };
  // Before a million points are made for nothing.
  mustFit(pointsAtLeast(study));
  const experiment = experimentOf(study);
  mustFit(experiment.points.length);
  const runCount = experiment.points.length * study.replicates;
  const blockRuns = Math.max(BLOCK_RUNS_MIN, Math.ceil(runCount / BLOCKS_MOST));
  return {
    study,
    sha: studySha256(study),
    experiment,
    outputs: outputsOf(study),
    planIds,
    runCount,
    blockRuns,
    blockCount: Math.ceil(runCount / blockRuns),
  };
}

/** Points that a design's settings name themselves; most designs have more. */
function pointsAtLeast({ design }: Study): number {
  if ("blocks" in design) return design.blocks;
  if (!("points" in design)) return 1;
  return typeof design.points === "number" ? design.points : design.points.length;
}

export function runOf({ study: { replicates } }: Pick<Layout, "study">, run: number): Run {
  return { point: Math.floor(run / replicates), replicate: run % replicates };
}

export function blockSpan({ blockRuns, runCount }: Layout, block: number): Span {
  return { first: block * blockRuns, end: Math.min(runCount, (block + 1) * blockRuns) };
}

/** The blocks of one shard of several: neighbours, as even as can be; every block is in exactly one shard. */
export function shardBlocks({ blockCount }: Layout, shard: number, of: number): number[] {
  const first = Math.floor((shard * blockCount) / of);
  const end = Math.floor(((shard + 1) * blockCount) / of);
  return Array.from({ length: end - first }, (_, i) => first + i);
}
