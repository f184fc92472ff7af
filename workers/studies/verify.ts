/** Whether a study's folder still holds what was simulated: every file against its hash, some runs against the engine. */
import { createHash } from "node:crypto";
import * as nodeFiles from "node:fs";
import { join } from "node:path";
import { resolveOrganisation } from "../../scenarios/index.ts";
import { blockOf, blockSpan, type Row } from "../../scenarios/studies/index.ts";
import type { Pool } from "../pool.ts";
import { listBlocks, readBlock, type BlockFile, type BlockPlace } from "./blocks.ts";
import { columnsOf, type Cell } from "./columns.ts";
import { manifestOf, readManifest, type ListedFile, type Manifest } from "./manifest.ts";
import { simulateRuns } from "./simulate.ts";
import { standingOf } from "./standing.ts";

export interface Check {
  /** One line each; none if all is as it was. */
  readonly faults: readonly string[];
  readonly files: number;
  readonly runs: readonly number[];
}

/** Re-hashes every file of a finished study. @throws what the file system throws */
export function verifyFiles(place: BlockPlace): Pick<Check, "faults" | "files"> {
  const { done, damaged, missing } = standingOf(place);
  const faults = [
    ...damaged.map(({ name }) => `damaged block; not the bytes of its name: ${name}`),
    ...missing.map((block) => `missing block: ${block}`),
    ...tableFaults(place),
  ];
  const manifest = readManifest(place);
  if (manifest === undefined) return { faults, files: done.size + damaged.length };
  if (
    missing.length === 0 &&
    JSON.stringify(manifest) !== JSON.stringify(wantedManifest(place, manifest, done))
  )
    faults.push(`invalid manifest; not of the study ${place.layout.sha.slice(0, 16)} and its blocks`);
  return { faults, files: done.size + damaged.length + listedIn(manifest).length + 1 };
}

/** What is wrong with the merged files of a folder by its manifest; nothing if all is right. */
export function tableFaults(place: BlockPlace): string[] {
  const manifest = readManifest(place);
  if (manifest === undefined) return ["study not merged; without manifest.json"];
  if (manifest.study !== place.layout.sha || manifest.results !== place.results)
    return [
      `study merged with another engine or from another study: ${manifest.results}, not ${place.results}`,
    ];
  return listedIn(manifest).flatMap((file) => fileFaults(place, file));
}

function listedIn({ table, csv }: Manifest): ListedFile[] {
  return csv === null ? [table] : [table, csv];
}

function wantedManifest(
  place: BlockPlace,
  manifest: Manifest,
  done: ReadonlyMap<number, BlockFile>,
): Manifest {
  const blocks = [...done.values()].toSorted((a, b) => a.block - b.block);
  const { failedRows, table, csv, engine } = manifest;
  return { ...manifestOf(place, { failedRows, table, csv, blocks }), engine };
}

function fileFaults({ folder, files = nodeFiles }: BlockPlace, { file, sha256 }: ListedFile): string[] {
  try {
    const now = hashOf(join(folder, file), files);
    return now === sha256 ? [] : [`damaged file; not the bytes of the manifest: ${file}`];
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return [`missing file: ${file}`];
    throw error;
  }
}

const CHUNK = 2 ** 20;

/** Piece by piece: a table may be larger than memory. */
function hashOf(path: string, files: Pick<typeof nodeFiles, "openSync" | "closeSync">): string {
  const hash = createHash("sha256");
  const descriptor = files.openSync(path, "r");
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (
      let read = nodeFiles.readSync(descriptor, chunk);
      read > 0;
      read = nodeFiles.readSync(descriptor, chunk)
    )
      hash.update(chunk.subarray(0, read));
  } finally {
    files.closeSync(descriptor);
  }
  return hash.digest("hex");
}

/** Simulates runs again and holds their rows against those in the blocks; runs of missing blocks are left out. */
export async function verifyRuns(place: BlockPlace, pool: Pool, runs: readonly number[]): Promise<string[]> {
  const { layout } = place;
  const organisation = resolveOrganisation(layout.study.document);
  const rows = await simulateRuns(layout, organisation, pool, runs);
  const faults: string[] = [];
  const perRun = layout.planIds.length;
  for (const [i, run] of runs.entries()) {
    const kept = await rowsIn(place, run);
    if (kept === undefined) continue;
    for (const [plan, row] of rows.slice(i * perRun, (i + 1) * perRun).entries())
      faults.push(...rowFaults(place, row, kept[plan]));
  }
  return faults;
}

/** Values of one run's rows, plan by plan; undefined where its block is missing or damaged. */
async function rowsIn(place: BlockPlace, run: number): Promise<Cell[][] | undefined> {
  const { layout } = place;
  const block = blockOf(layout, run);
  const first = (run - blockSpan(layout, block).first) * layout.planIds.length;
  for (const file of listBlocks(place).get(block) ?? []) {
    try {
      const values = await readBlock(place, file);
      return layout.planIds.map((_, plan) => values.map((column) => column[first + plan]));
    } catch {
      continue; // told by verifyFiles
    }
  }
  return undefined;
}

function rowFaults({ layout }: BlockPlace, row: Row, kept: readonly Cell[]): string[] {
  const columns = columnsOf(layout);
  const i = columns.findIndex(({ cellOf }, c) => !Object.is(cellOf(row), kept[c]));
  if (i === -1) return [];
  const place = `point ${row.point}, replicate ${row.replicate}, plan ${row.plan}`;
  return [`first difference: ${place}, ${columns[i].name}: ${kept[i]} before, ${columns[i].cellOf(row)} now`];
}
