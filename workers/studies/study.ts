/** A study from its first run to its table: what is whole is kept, what is missing is simulated, then all is merged. */
import { resolveOrganisation } from "../../scenarios/index.ts";
import { shardBlocks } from "../../scenarios/studies/index.ts";
import type { Pool } from "../pool.ts";
import { sweepParts, type BlockFile, type BlockPlace } from "./blocks.ts";
import { isAlive, lockFolder } from "./lock.ts";
import type { Manifest } from "./manifest.ts";
import { mergeBlocks } from "./merge.ts";
import { simulateBlocks } from "./simulate.ts";
import { allBlocks, standingOf, type Standing } from "./standing.ts";

export interface Work {
  readonly place: BlockPlace;
  readonly pool: Pool;
  /** Told once, before anything is simulated. */
  readonly onStanding?: (standing: Standing) => void;
  readonly onProgress?: (share: number, runsDone: number) => void;
}

/** A table can't be merged yet. */
export class Incomplete extends Error {
  override readonly name = "Incomplete";
}

/**
 * Simulates what is missing and merges; safe to end and begin again at any time.
 * @throws FolderBusy while another process does the same, InputError, WorkerFailure, and what the file system throws
 */
export async function runStudy(work: Work & { readonly hasCsv?: boolean }): Promise<Manifest> {
  const { place, hasCsv = false } = work;
  const unlock = lockFolder(place.folder, place.files);
  process.once("exit", unlock);
  try {
    sweepParts(place, isAlive);
    await simulateMissing(work, allBlocks(place.layout));
    return await mergeStudy(place, hasCsv);
  } finally {
    unlock();
    process.off("exit", unlock);
  }
}

/** Simulates what is missing of one shard; doing it twice, even at once, gives the same files. */
export async function runShard(work: Work & { readonly shard: number; readonly of: number }): Promise<void> {
  await simulateMissing(work, shardBlocks(work.place.layout, work.shard, work.of));
}

async function simulateMissing(
  { place, pool, onStanding, onProgress }: Work,
  blocks: number[],
): Promise<void> {
  const standing = standingOf(place, blocks);
  onStanding?.(standing);
  if (standing.missing.length === 0) return;
  await simulateBlocks({
    place,
    pool,
    organisation: resolveOrganisation(place.layout.study.document),
    blocks: standing.missing,
    ...(onProgress !== undefined && { onProgress }),
  });
}

/** Merges the blocks of a folder. @throws Incomplete if any is missing, Contradiction, and what the file system throws */
export async function mergeStudy(place: BlockPlace, hasCsv = false): Promise<Manifest> {
  const { done, missing } = standingOf(place);
  if (missing.length > 0)
    throw new Incomplete(
      `study incomplete; ${missing.length} of ${place.layout.blockCount} blocks are missing`,
    );
  const blocks = [...done.values()].toSorted((a: BlockFile, b: BlockFile) => a.block - b.block);
  return mergeBlocks(place, blocks, { hasCsv });
}
