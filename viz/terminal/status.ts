/** The verb status: how far a study's folder has come, told from its files alone. */
import { blockSpan, shardBlocks, type Reached } from "../../scenarios/studies/index.ts";
import {
  FolderBusy,
  progressOf,
  readFolder,
  standingOf,
  type BlockPlace,
  type Standing,
} from "../../workers/studies/index.ts";
import { codeOf, EXIT, InfrastructureError, reasonOf } from "./errors.ts";
import { pathOf } from "./input.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";
import { reachedText } from "./reached.ts";
import { resultsStamp } from "./scenes.ts";

export interface StatusOptions {
  readonly of?: number;
  readonly json?: boolean;
}

/** The `--json` object. */
interface Status {
  readonly study: string;
  readonly complete: boolean;
  readonly blocks: number;
  readonly blocksDone: number;
  readonly runs: number;
  readonly runsDone: number;
  /** Files whose bytes aren't those of their name. */
  readonly damaged: readonly string[];
  /** With `--of`: the shards that have blocks missing. */
  readonly openShards: readonly number[] | null;
  /** How precise the wanted difference is; null before the first look, and where replicates are fixed. */
  readonly precision: Reached | null;
}

/** @returns the exit code: 0 complete, 1 not yet */
export async function statusVerb(name: string, { of, json }: StatusOptions): Promise<number> {
  const { place, reached } = await told(name, () => progressOf(readFolder(pathOf(name), resultsStamp())));
  const standing = await told(name, () => standingOf(place));
  const status = { ...statusOf(place, standing, of), precision: reached ?? null };
  await writeOut(json === true ? `${JSON.stringify(status)}\n` : textOf(place, status));
  return status.complete ? EXIT.ok : EXIT.failed;
}

function statusOf(
  place: BlockPlace,
  { done, missing, damaged }: Standing,
  of: number | undefined,
): Omit<Status, "precision"> {
  const { layout } = place;
  return {
    study: layout.sha,
    complete: missing.length === 0,
    blocks: layout.blockCount,
    blocksDone: done.size,
    runs: layout.runCount,
    runsDone: layout.runCount - runsOf(place, missing),
    damaged: damaged.map(({ name }) => name),
    openShards: of === undefined ? null : openShards(place, missing, of),
  };
}

function openShards({ layout }: BlockPlace, missing: readonly number[], of: number): number[] {
  const isMissing = new Set(missing);
  return Array.from({ length: of }, (_, shard) => shard).filter((shard) =>
    shardBlocks(layout, shard, of).some((block) => isMissing.has(block)),
  );
}

function textOf({ layout }: BlockPlace, status: Status): string {
  const { complete, runs, runsDone, blocks, blocksDone, damaged, openShards: open, precision } = status;
  const lines = [
    `${layout.study.name}: ${complete ? "complete" : "not complete"}`,
    `${runsDone} of ${runs} runs · ${blocksDone} of ${blocks} blocks`,
    ...(precision === null ? [] : [reachedText(layout, precision)]),
    ...damaged.map((file) => `damaged: ${file}`),
    ...(open === null || open.length === 0 ? [] : [`open shards: ${open.join(",")}`]),
  ];
  return `${lines.join("\n")}\n`;
}

export function runsOf({ layout }: BlockPlace, blocks: readonly number[]): number {
  return blocks.reduce((sum, block) => {
    const { first, end } = blockSpan(layout, block);
    return sum + end - first;
  }, 0);
}

/** What goes wrong with a folder, in plain words. @throws InfrastructureError, and what isn't the folder's fault */
export async function told<R>(folder: string, action: () => R | Promise<R>): Promise<R> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof FolderBusy) throw new InfrastructureError(error.message);
    if (codeOf(error) === "") throw error;
    throw new InfrastructureError(`cannot use ${quoted(folder)}; ${reasonOf(error)}`);
  }
}
