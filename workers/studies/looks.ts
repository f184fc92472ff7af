/** A study that asks for a precision, as far as its folder has come: the replicates to have for its next look. */
import { InputError } from "../../scenarios/index.ts";
import {
  layoutOf,
  reachedOf,
  replicatesMost,
  runOf,
  type Layout,
  type Reached,
} from "../../scenarios/studies/index.ts";
import { readBlock, type BlockFile, type BlockPlace } from "./blocks.ts";
import { columnsOf } from "./columns.ts";
import { readFolder } from "./folder.ts";
import { readManifest } from "./manifest.ts";
import { standingOf } from "./standing.ts";

/** A folder with the layout of its next look, or of the last one. */
export interface Progressed {
  readonly place: BlockPlace;
  /** What the looks have said; undefined before the first, and where replicates are fixed. */
  readonly reached: Reached | undefined;
}

/**
 * Looks at whole blocks until one is missing that the next look needs; the same blocks give the same answer anywhere.
 * @throws Contradiction, Error at a block that isn't the one it should be, and what the file system throws
 */
export async function progressOf(place: BlockPlace): Promise<Progressed> {
  let now: Progressed = { place, reached: undefined };
  if (place.layout.lookStep === undefined) return now;
  const seen = place.layout.planIds.map((): number[] => []);
  for (let block = 0; ;) {
    const { layout } = now.place;
    const open = Array.from({ length: layout.blockCount - block }, (_, i) => block + i);
    const { done, missing } = standingOf(now.place, open);
    if (missing.length > 0) return now;
    for (const each of open) await addValues(now.place, done.get(each)!, seen);
    block = layout.blockCount;
    const reached = reachedOf(
      layout,
      seen.map((values) => byPoint(layout, values)),
    );
    const next = reached?.next;
    if (next === undefined) return { place: now.place, reached };
    now = { place: { ...place, layout: layoutOf(layout.study, next) }, reached };
  }
}

/** The folder with the layout of its table: that of the replicates its manifest names. @throws Error at a damaged manifest */
export function mergedPlace(place: BlockPlace): BlockPlace {
  const { study, lookStep } = place.layout;
  const manifest = lookStep === undefined ? undefined : readManifest(place);
  if (manifest === undefined) return place;
  const { replicates } = manifest;
  if (!Number.isInteger(replicates) || replicates < 1 || replicates > replicatesMost(study))
    throw new Error(`damaged manifest; not a number of replicates: ${replicates}`);
  return { ...place, layout: layoutOf(study, replicates) };
}

/** A merged folder whatever engine it is of, with that engine's version. @throws InputError, Error at one that isn't merged */
export function readVersion(folder: string): { readonly place: BlockPlace; readonly engine: string } {
  const place = readFolder(folder, "");
  const manifest = readManifest(place);
  if (manifest === undefined) throw new InputError(`study not merged; without manifest.json: ${folder}`);
  return { place: mergedPlace({ ...place, results: manifest.results }), engine: manifest.engine };
}

/** Adds a block's values of the wanted output to those of each plan, run by run. */
async function addValues(place: BlockPlace, file: BlockFile, seen: readonly number[][]): Promise<void> {
  const { layout } = place;
  const { replicates } = layout.study;
  const output = typeof replicates === "number" ? "" : replicates.output;
  const column = columnsOf(layout).findIndex(({ name }) => name === output);
  const values = (await readBlock(place, file))[column];
  for (const [row, value] of values.entries())
    seen[row % seen.length].push(typeof value === "number" ? value : NaN);
}

/** Values by run as values by point and replicate. */
function byPoint(layout: Layout, values: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(layout.runCount);
  for (let run = 0; run < layout.runCount; run++) {
    const { point, replicate } = runOf(layout, run);
    sorted[point * layout.replicates + replicate] = values[run];
  }
  return sorted;
}
