/** How far a study's folder has come: blocks that are whole, blocks that are missing, files that are damaged. */
import type { Layout } from "../../scenarios/studies/index.ts";
import { isWhole, listBlocks, type BlockFile, type BlockPlace } from "./blocks.ts";

export interface Standing {
  /** One whole file of rows a block that is done. */
  readonly done: ReadonlyMap<number, BlockFile>;
  /** One whole file of events a block that has one. */
  readonly events: ReadonlyMap<number, BlockFile>;
  readonly missing: readonly number[];
  /** Files whose bytes aren't those of their name. */
  readonly damaged: readonly BlockFile[];
}

/** Two whole files of one block differ: the engine has not repeated itself. */
export class Contradiction extends Error {
  override readonly name = "Contradiction";
}

/** Reads every file of some blocks and judges it by its content. @throws Contradiction, and what the file system throws */
export function standingOf(place: BlockPlace, blocks = allBlocks(place.layout)): Standing {
  const files = listBlocks(place);
  const whole = { rows: new Map<number, BlockFile>(), events: new Map<number, BlockFile>() };
  const damaged: BlockFile[] = [];
  for (const block of blocks) {
    for (const file of files.get(block) ?? []) {
      if (!isWhole(place, file)) damaged.push(file);
      else if (whole[file.kind].has(block))
        throw new Contradiction(`block ${block} twice with different results: ${file.name}`);
      else whole[file.kind].set(block, file);
    }
  }
  const { rows: done, events } = whole;
  // Events are put in place first: rows without them are of a file that was taken away.
  if (place.layout.study.events === true)
    for (const block of done.keys()) if (!events.has(block)) done.delete(block);
  return { done, events, damaged, missing: blocks.filter((block) => !done.has(block)) };
}

export function allBlocks({ blockCount }: Layout): number[] {
  return Array.from({ length: blockCount }, (_, block) => block);
}

/** Files in the order of their blocks. */
export function inOrder(files: ReadonlyMap<number, BlockFile>): BlockFile[] {
  return [...files.values()].toSorted((a, b) => a.block - b.block);
}
