/** The manifest of a finished study: every file with its SHA-256, and what the rows were made from. */
import * as nodeFiles from "node:fs";
import { join } from "node:path";
import { ENGINE_VERSION } from "../../engine/index.ts";
import type { BlockFile, BlockPlace } from "./blocks.ts";
import { columnsOf } from "./columns.ts";

export const TABLE = "table.parquet";
export const CSV = "table.csv";
export const EVENTS = "events.parquet";
export const MANIFEST = "manifest.json";
export const CRATE = "ro-crate-metadata.json";
const VERSION = 1;

/** What a finished study is: the same for any shards, workers, interruptions and machines. */
export interface Manifest {
  readonly manifest: number;
  readonly name: string;
  /** SHA-256 of the study. */
  readonly study: string;
  readonly engine: string;
  /** Stamp of the engine's results. */
  readonly results: string;
  readonly seed: string;
  readonly points: number;
  readonly replicates: number;
  readonly plans: readonly string[];
  readonly rows: number;
  readonly failedRows: number;
  readonly columns: readonly string[];
  readonly table: ListedFile;
  readonly csv: ListedFile | null;
  readonly blocks: readonly BlockEntry[];
  /** Of a study that asks for events. */
  readonly events?: ListedFile;
  readonly eventBlocks?: readonly BlockEntry[];
}

interface BlockEntry {
  readonly file: string;
  readonly sha256: string;
}

export interface ListedFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a merge finds out. */
export interface Merged {
  readonly failedRows: number;
  readonly table: ListedFile;
  readonly csv: ListedFile | null;
  readonly blocks: readonly BlockFile[];
  readonly events?: { readonly merged: ListedFile; readonly blocks: readonly BlockFile[] };
}

export function manifestOf({ layout, results }: BlockPlace, merged: Merged): Manifest {
  const { study, sha, experiment, planIds, replicates, runCount } = layout;
  return {
    manifest: VERSION,
    name: study.name,
    study: sha,
    engine: ENGINE_VERSION,
    results,
    seed: study.seed,
    points: experiment.points.length,
    replicates,
    plans: planIds,
    rows: runCount * planIds.length,
    failedRows: merged.failedRows,
    columns: columnsOf(layout).map(({ name }) => name),
    table: merged.table,
    csv: merged.csv,
    blocks: entriesOf(merged.blocks),
    ...(merged.events !== undefined && {
      events: merged.events.merged,
      eventBlocks: entriesOf(merged.events.blocks),
    }),
  };
}

function entriesOf(blocks: readonly BlockFile[]): BlockEntry[] {
  return blocks.map(({ name, sha256 }) => ({ file: `blocks/${name}`, sha256 }));
}

/** The files a manifest lists besides the blocks. */
export function listedIn({ table, csv, events }: Manifest): ListedFile[] {
  return [table, csv, events].filter((file) => file !== undefined && file !== null);
}

/** The manifest in a folder, undefined without one. @throws Error at one that isn't, or what the file system throws */
export function readManifest({
  folder,
  files = nodeFiles,
}: Pick<BlockPlace, "folder" | "files">): Manifest | undefined {
  let text = "";
  try {
    text = files.readFileSync(join(folder, MANIFEST), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  const value = valueIn(text);
  if (!isManifest(value)) throw new Error(`damaged manifest; not one of version ${VERSION}: ${MANIFEST}`);
  return value;
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As far as it is used before it is held against the one it should be. */
function isManifest(value: unknown): value is Manifest {
  if (typeof value !== "object" || value === null) return false;
  const { manifest, table, csv, events } = value as Partial<Manifest>;
  return (
    manifest === VERSION &&
    isListed(table) &&
    (csv === null || isListed(csv)) &&
    (events === undefined || isListed(events))
  );
}

/** Only names of the folder itself: nothing else may be read. */
function isListed(file: ListedFile | null | undefined): boolean {
  return [TABLE, CSV, EVENTS].includes(file?.file ?? "") && typeof file?.sha256 === "string";
}
