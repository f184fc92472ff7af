/** Whether a study's folder still holds what was simulated: every file against its hash, some runs against the engine. */
import * as nodeFiles from "node:fs";
import { join } from "node:path";
import type { Trace } from "../../engine/index.ts";
import { resolveOrganisation } from "../../scenarios/index.ts";
import { blockOf, blockSpan, runOf, type Row } from "../../scenarios/studies/index.ts";
import type { Pool } from "../pool.ts";
import { listBlocks, readBlock, type BlockFile, type BlockKind, type BlockPlace } from "./blocks.ts";
import { hashOf } from "./bytes.ts";
import { columnsOf, type Cell, type Values } from "./columns.ts";
import { eventValues, readEvents } from "./events.ts";
import { listedIn, manifestOf, readManifest, type ListedFile, type Manifest } from "./manifest.ts";
import { simulateRuns } from "./simulate.ts";
import { inOrder, standingOf, type Standing } from "./standing.ts";

export interface Check {
  /** One line each; none if all is as it was. */
  readonly faults: readonly string[];
  readonly files: number;
  readonly runs: readonly number[];
}

/** Re-hashes every file of a finished study. @throws what the file system throws */
export function verifyFiles(place: BlockPlace): Pick<Check, "faults" | "files"> {
  const standing = standingOf(place);
  const { done, events, damaged, missing } = standing;
  const faults = [
    ...damaged.map(({ name }) => `damaged block; not the bytes of its name: ${name}`),
    ...missing.map((block) => `missing block: ${block}`),
    ...tableFaults(place),
  ];
  const manifest = readManifest(place);
  const blocks = done.size + events.size + damaged.length;
  if (manifest === undefined) return { faults, files: blocks };
  if (
    missing.length === 0 &&
    JSON.stringify(manifest) !== JSON.stringify(wantedManifest(place, manifest, standing))
  )
    faults.push(`invalid manifest; not of the study ${place.layout.sha.slice(0, 16)} and its blocks`);
  return { faults, files: blocks + listedIn(manifest).length + 1 };
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

function wantedManifest(place: BlockPlace, manifest: Manifest, { done, events }: Standing): Manifest {
  const { failedRows, table, csv, engine, events: merged } = manifest;
  const wanted = {
    failedRows,
    table,
    csv,
    blocks: inOrder(done),
    ...(merged !== undefined && { events: { merged, blocks: inOrder(events) } }),
  };
  return { ...manifestOf(place, wanted), engine };
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

/** Simulates runs again and holds them against the blocks; runs of missing blocks are left out. */
export async function verifyRuns(place: BlockPlace, pool: Pool, runs: readonly number[]): Promise<string[]> {
  const organisation = resolveOrganisation(place.layout.study.document);
  const faults: string[] = [];
  for await (const { run, rows, traces } of simulateRuns(place.layout, organisation, pool, runs)) {
    const kept = await rowsIn(place, run);
    if (kept === undefined) continue;
    for (const [plan, row] of rows.entries()) faults.push(...rowFaults(place, row, kept[plan]));
    if (place.layout.study.events === true) faults.push(...(await eventFaults(place, run, traces)));
  }
  return faults;
}

/** Values of one run's rows, plan by plan; undefined where its block is missing or damaged. */
async function rowsIn(place: BlockPlace, run: number): Promise<Cell[][] | undefined> {
  const { layout } = place;
  const block = blockOf(layout, run);
  const first = (run - blockSpan(layout, block).first) * layout.planIds.length;
  const values = await told(place, block, "rows", (file) => readBlock(place, file));
  return values && layout.planIds.map((_, plan) => values.map((column) => column[first + plan]));
}

/** What a block's first file of a kind that can be read says; what is wrong with others is told by verifyFiles. */
async function told<R>(
  place: BlockPlace,
  block: number,
  kind: BlockKind,
  read: (file: BlockFile) => Promise<R>,
): Promise<R | undefined> {
  for (const file of listBlocks(place).get(block) ?? []) {
    if (file.kind !== kind) continue;
    try {
      return await read(file);
    } catch {
      continue;
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

/** Events of one run against those in its block, as text each. */
async function eventFaults(place: BlockPlace, run: number, traces: readonly Trace[]): Promise<string[]> {
  const { layout } = place;
  const { point, replicate } = runOf(layout, run);
  const kept = await told(place, blockOf(layout, run), "events", async (file) => {
    const texts: string[] = [];
    for await (const values of readEvents(place, file))
      texts.push(...eventTexts(values).filter((text) => text.startsWith(`${point} ${replicate} `)));
    return texts;
  });
  const now = [...eventValues(layout, run, traces)].flatMap(eventTexts);
  if (kept === undefined) return [];
  const i = now.findIndex((text, at) => text !== kept[at]);
  if (i === -1 && now.length === kept.length) return [];
  const first = i === -1 ? now.length : i;
  return [`first difference of events: ${kept[first] ?? "none"} before, ${now[first] ?? "none"} now`];
}

function eventTexts(values: Values): string[] {
  return values[0].map((_, i) => values.map((column) => column[i] ?? "-").join(" "));
}
