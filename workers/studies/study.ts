/** A study from its first run to its table: what is whole is kept, what is missing is simulated, then all is merged. */
import { resolveOrganisation } from "../../scenarios/index.ts";
import { shardBlocks } from "../../scenarios/studies/index.ts";
import type { Pool } from "../pool.ts";
import { sweepParts, type BlockPlace } from "./blocks.ts";
import { isAlive, lockFolder } from "./lock.ts";
import { progressOf, type Progressed } from "./looks.ts";
import type { Manifest } from "./manifest.ts";
import { mergeBlocks } from "./merge.ts";
import { simulateBlocks } from "./simulate.ts";
import { allBlocks, inOrder, standingOf, type Standing } from "./standing.ts";

export interface Work {
  readonly place: BlockPlace;
  readonly pool: Pool;
  /** Told before anything is simulated: once, or before each look. */
  readonly onStanding?: (standing: Standing, progressed: Progressed) => void;
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
    let progressed = await progressOf(place);
    for (;;) {
      await simulateMissing(work, progressed, allBlocks(progressed.place.layout));
      const { replicates } = progressed.place.layout;
      progressed = await progressOf(place);
      if (progressed.place.layout.replicates === replicates) break;
    }
    return await merged(progressed, hasCsv);
  } finally {
    unlock();
    process.off("exit", unlock);
  }
}

/**
 * Simulates what is missing of one shard of the runs to have for the next look; doing it twice, even at once, gives the
 * same files.
 */
export async function runShard(work: Work & { readonly shard: number; readonly of: number }): Promise<void> {
  const progressed = await progressOf(work.place);
  await simulateMissing(work, progressed, shardBlocks(progressed.place.layout, work.shard, work.of));
}

async function simulateMissing(
  { pool, onStanding, onProgress }: Work,
  progressed: Progressed,
  blocks: number[],
): Promise<void> {
  const { place } = progressed;
  const standing = standingOf(place, blocks);
  onStanding?.(standing, progressed);
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
  return merged(await progressOf(place), hasCsv);
}

async function merged({ place, reached }: Progressed, hasCsv: boolean): Promise<Manifest> {
  const { done, events, missing } = standingOf(place);
  if (missing.length > 0) {
    const next = reached === undefined ? "" : `; the next look is at ${place.layout.replicates} replicates`;
    throw new Incomplete(
      `study incomplete; ${missing.length} of ${place.layout.blockCount} blocks are missing${next}`,
    );
  }
  const hasEvents = place.layout.study.events === true;
  return mergeBlocks(place, inOrder(done), { hasCsv, ...(hasEvents && { events: inOrder(events) }) });
}
