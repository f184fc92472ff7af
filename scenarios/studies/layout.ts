/** How a study is laid out: runs numbered from 0, cut into blocks of a size that follows from the study alone. */
import { InputError } from "../errors.ts";
import { rowsFault } from "./contradictions.ts";
import { experimentOf, type Experiment } from "./design.ts";
import { eventsFault } from "./events.ts";
import { outputsOf, type Output } from "./outputs.ts";
import { firstLook } from "./precision.ts";
import { studySha256, type Study } from "./study.ts";

export interface Layout {
  readonly study: Study;
  /** SHA-256 of the study. */
  readonly sha: string;
  readonly experiment: Experiment;
  readonly outputs: readonly Output[];
  readonly planIds: readonly string[];
  /** Runs of every point, by now: a study that asks for a precision has more after each look. */
  readonly replicates: number;
  /** Looks at the precision are at multiples of so many replicates; undefined where replicates are fixed. */
  readonly lookStep: number | undefined;
  /** Runs are points × replicates; all plans are simulated in each. */
  readonly runCount: number;
  /** Runs that blocks are cut from by themselves: all of them, or those of a look's step. */
  readonly groupRuns: number;
  /** Runs in a block; the last one of a group may have fewer. */
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

/**
 * The layout of a study with its own replicates, or those of its first look; with others, of a later one.
 * @throws InputError at a study of too many rows or events, or a design its factors don't allow
 */
export function layoutOf(study: Study, replicates?: number): Layout {
  const planIds = study.document.plans.map(({ id }) => id);
  const most = replicatesMost(study);
  const mustFit = (points: number): void => {
    const fault = rowsFault(points, study.replicates, planIds.length) ?? eventsFault(study, points * most);
    if (fault !== undefined) throw new InputError(fault);
  };
  // Before a million points are made for nothing.
  mustFit(pointsAtLeast(study));
  const fixed = experimentOf({ ...study, replicates: most });
  const points = fixed.points.length;
  mustFit(points);
  const blocking = blockingOf(study, points, most);
  const { lookStep } = blocking;
  const now = replicates ?? (lookStep === undefined ? most : firstLook({ step: lookStep, most }));
  return {
    study,
    sha: studySha256(study),
    experiment: now === most ? fixed : experimentOf({ ...study, replicates: now }),
    outputs: outputsOf(study),
    planIds,
    replicates: now,
    runCount: points * now,
    ...blocking,
    blockCount: blocksIn(points * now, blocking),
  };
}

/** Replicates of every point, however precise the difference is. */
export function replicatesMost({ replicates }: Pick<Study, "replicates">): number {
  return typeof replicates === "number" ? replicates : replicates.most;
}

type Blocking = Pick<Layout, "lookStep" | "groupRuns" | "blockRuns">;

/** Blocks of a study that asks for a precision hold whole replicates, or parts of one: a look adds blocks and changes none. */
function blockingOf({ replicates }: Study, points: number, most: number): Blocking {
  const blockRuns = Math.max(BLOCK_RUNS_MIN, Math.ceil((points * most) / BLOCKS_MOST));
  if (typeof replicates === "number") return { lookStep: undefined, groupRuns: points * most, blockRuns };
  const lookStep = Math.ceil(blockRuns / points);
  const groupRuns = lookStep * points;
  return {
    lookStep,
    groupRuns,
    blockRuns: lookStep > 1 ? groupRuns : Math.ceil(points / Math.ceil(points / blockRuns)),
  };
}

function blocksIn(runs: number, { groupRuns, blockRuns }: Blocking): number {
  const groups = Math.floor(runs / groupRuns);
  return groups * Math.ceil(groupRuns / blockRuns) + Math.ceil((runs - groups * groupRuns) / blockRuns);
}

/** Points that a design's settings name themselves; most designs have more. */
function pointsAtLeast({ design }: Study): number {
  if ("blocks" in design) return design.blocks;
  if (!("points" in design)) return 1;
  return typeof design.points === "number" ? design.points : design.points.length;
}

type Numbered = Pick<Layout, "experiment" | "replicates" | "lookStep">;

/** Runs are numbered point by point, or replicate by replicate where looks may add some. */
export function runOf({ experiment, replicates, lookStep }: Numbered, run: number): Run {
  const inner = lookStep === undefined ? replicates : experiment.points.length;
  const [outside, inside] = [Math.floor(run / inner), run % inner];
  return lookStep === undefined
    ? { point: outside, replicate: inside }
    : { point: inside, replicate: outside };
}

/** The number of a run. */
export function runAt({ experiment, replicates, lookStep }: Numbered, { point, replicate }: Run): number {
  return lookStep === undefined
    ? point * replicates + replicate
    : replicate * experiment.points.length + point;
}

export function blockSpan({ groupRuns, blockRuns, runCount }: Layout, block: number): Span {
  const perGroup = Math.ceil(groupRuns / blockRuns);
  const group = Math.floor(block / perGroup);
  const first = group * groupRuns + (block % perGroup) * blockRuns;
  return { first, end: Math.min(runCount, (group + 1) * groupRuns, first + blockRuns) };
}

/** The block that a run is in. */
export function blockOf({ groupRuns, blockRuns }: Layout, run: number): number {
  const group = Math.floor(run / groupRuns);
  return group * Math.ceil(groupRuns / blockRuns) + Math.floor((run % groupRuns) / blockRuns);
}

/**
 * The blocks of one shard of several, as even as can be; every block is in exactly one shard. Neighbours, or every so
 * manieth where looks may add some, which are all shards' then.
 */
export function shardBlocks({ blockCount, lookStep }: Layout, shard: number, of: number): number[] {
  const blocks = Array.from({ length: blockCount }, (_, block) => block);
  if (lookStep !== undefined) return blocks.filter((block) => block % of === shard);
  return blocks.slice(Math.floor((shard * blockCount) / of), Math.floor(((shard + 1) * blockCount) / of));
}
